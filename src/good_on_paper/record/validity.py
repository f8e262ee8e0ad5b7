"""What an answer may contain, checked before it is written, whether a form, a notebook or a file sends it.

An answer that we refuse here could be written, but would then keep the record from being read.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from good_on_paper.record.answers import MEMORY, STATES
from good_on_paper.record.errors import RecordError
from good_on_paper.record.own_values import fault_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_VALUE: Final = 200_000
"""Most characters of a value as JSON: a long story fits, a pasted book does not."""
LONGEST_NAME: Final = 300
"""Most characters of an item's key, a token, or a sitting's name."""
DEEPEST: Final = 40
"""Most levels of lists and objects inside each other; Python itself fails near a thousand."""
MOST: Final = 10**9
"""The highest number of a row, a revision or a place; the journal numbers its rows up to 2**63."""
_YEARS: Final = (1970, 2999)
"""We accept a wrong clock, but not a year that the system's calendar cannot show."""


def encode(item: str, state: str, value: Any, memory: int | None) -> str | None:  # noqa: ANN401 - any JSON value
    """Check one answer's parts and write its value as JSON.

    Parameters
    ----------
    item : str
        The item's key.
    state, value, memory
        As in `good_on_paper.record.Answer`.

    Returns
    -------
    str or None
        ASCII JSON: control characters and halves of surrogate pairs are read back as they were typed.

    Raises
    ------
    RecordError
        If the parts do not fit together, or the item cannot have the value.
    """
    check_name("item", item)
    if state not in STATES:
        raise RecordError(f"{item}: state {state!r} is unknown. Expected one of {', '.join(STATES)}.")
    if memory is not None and (not _whole(memory) or memory not in MEMORY):
        raise RecordError(f"{item}: memory mark {memory!r} is unknown. Expected 1 (a guess), 2 or 3 (sure).")
    if state != "value":
        if value is not None:
            raise RecordError(
                f"{item}: a blank ({state}) cannot carry the value {_short(value)}. Leave the value out."
            )
        return None
    if value is None or (isinstance(value, float) and not _finite(value)):
        raise RecordError(
            f"{item}: {value!r} is no answer. Expected a value, or one of the blanks as the state."
        )
    check_parts(item, value)
    try:
        text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise RecordError(
            f"{item}: a value of type {type(value).__name__} cannot be kept ({error})."
        ) from error
    if len(text) > LONGEST_VALUE:
        raise RecordError(
            f"{item}: {len(text):,} characters are too many. Expected at most {LONGEST_VALUE:,}; split it."
        )
    if expected := fault_of_value(item, value):
        raise RecordError(f"{item}: the value {_short(value)} cannot be used. Expected {expected}.")
    return text


def check_name(what: str, text: object) -> None:
    """Refuse an item's key, a token or a name that the file cannot store.

    Raises
    ------
    RecordError
        If it is not text, is empty or too long, or contains half a character.
    """
    if isinstance(text, str) and 0 < len(text) <= LONGEST_NAME:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise RecordError(f"{what} {text!r} holds text that is no text ({error.reason}).") from error
        return
    raise RecordError(
        f"{what} {_short(text)} is not valid. Expected a text of 1 to {LONGEST_NAME} characters."
    )


def check_number(what: str, number: object, lowest: int) -> None:
    """Refuse a revision, a place or a row's number that is not a whole number, or out of bounds.

    Raises
    ------
    RecordError
        If it is.
    """
    if not _whole(number) or not lowest <= number <= MOST:
        raise RecordError(
            f"{what} {_short(number)} is not valid. Expected a whole number from {lowest} to {MOST:,}."
        )


def check_moment(what: str, text: str) -> None:
    """Refuse a moment that no calendar has.

    Raises
    ------
    RecordError
        If it is not a moment, or outside the years that can be shown.
    """
    try:
        good = _YEARS[0] <= datetime.fromisoformat(text).year <= _YEARS[1]
    except ValueError:
        good = False
    if not good:
        raise RecordError(
            f"{what} {text!r} is no moment. Expected a date and a time from {_YEARS[0]} to {_YEARS[1]}."
        )


def check_parts(what: str, value: object) -> None:
    """Refuse a value that is nested too deeply, or contains a number that is too large.

    Parameters
    ----------
    what : str
        The name of the item, for the message.
    value : object
        Any JSON value.

    Raises
    ------
    RecordError
        If it does.
    """
    for part, depth in _parts(value):
        if depth > DEEPEST:
            raise RecordError(
                f"{what}: the value has more than {DEEPEST} lists or objects in one another. Expected a "
                f"plain value, or a list of them."
            )
        if isinstance(part, int | float) and not _finite(part):
            raise RecordError(f"{what}: a number {_short(part)} cannot be kept. Expected a smaller one.")


def _parts(value: object) -> Iterator[tuple[object, int]]:
    """Yield a value and everything inside it, with its depth; without recursion, however deep."""
    waiting = [(value, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield part, depth
        if isinstance(part, dict):
            waiting += [(each, depth + 1) for each in part.values()]
        elif isinstance(part, list | tuple):
            waiting += [(each, depth + 1) for each in part]


def _finite(number: float) -> bool:
    """Return whether a number can be a float; a whole number of more than 308 digits cannot."""
    return abs(number) <= sys.float_info.max


def _whole(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool)


def _short(value: object) -> str:
    """Return a value short enough for a message: a long number may not even be convertible to text."""
    if isinstance(value, int) and not _finite(value):
        return "of more than 308 digits"
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        return f"of type {type(value).__name__}"
    return text if len(text) <= 60 else f"{text[:60]}..."  # noqa: PLR2004 - about half a line
