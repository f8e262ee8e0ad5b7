"""Messages from a page, checked as a whole before a form acts on any part of them."""

from __future__ import annotations

from typing import Any, Final

from good_on_paper.record.validity import check_name, check_parts

Message = dict[str, Any]

_NAMES: Final = ("token", "unit", "item", "role", "look", "key")
"""Fields whose texts are looked up in the record."""
_TEXTS: Final = ("type", "state", "day", "file", "text", "words", "format", "field")
_WHOLE: Final = ("n", "memory", "position", "replaces", "to", "at", "by")
_LARGEST: Final = 2**53
"""JavaScript counts whole numbers exactly only up to this."""


class Refusal(ValueError):  # noqa: N818 - named for what the person sees
    """A value that cannot be accepted as it is; the message says what was expected."""


class _Said(Message):
    def __missing__(self, field: str) -> object:
        raise Refusal(f"the message says nothing of {field!r}; run the cell again.")


def checked(message: object) -> Message:
    """Return a message if each of its fields has the right type.

    Parameters
    ----------
    message : object
        What arrived from the page.

    Returns
    -------
    dict
        Its fields; reading a missing one raises a `Refusal` too.

    Raises
    ------
    Refusal
        If it is not an object, or a field has another type.
    RecordError
        If the record could not store one of its names, or its value.
    """
    if not isinstance(message, dict):
        raise Refusal(f"a message of type {type(message).__name__} was not understood; run the cell again.")
    for field in (*_NAMES, *_TEXTS):
        if not isinstance(message.get(field) or "", str):
            raise _other_kind(field, message[field], "a text")
    for field in _NAMES:
        if message.get(field):
            check_name(field, message[field])
    for field in _WHOLE:
        number = message.get(field)
        if number is not None and (type(number) is not int or abs(number) > _LARGEST):
            raise _other_kind(field, number, "a whole number")
    places = message.get("places", [])
    if not isinstance(places, list) or not all(isinstance(place, str) for place in places):
        raise _other_kind("places", places, "a list of texts")
    check_parts("the message", message.get("value"))
    return _Said(message)


def _other_kind(field: str, found: object, expected: str) -> Refusal:
    return Refusal(f"{field!r} is of type {type(found).__name__}; expected {expected}. Run the cell again.")
