"""The values of answers whose keys the code knows by name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Callable

CERTAIN: Final = 100
LONGEST_WAIT: Final = 365
"""Most days within which an answer can be expected."""
MOST_COUNTS: Final = 7
"""The most that a thing on the list can count."""


def _is_number(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and abs(value) <= sys.float_info.max  # type: ignore[arg-type]  # numbers only, seen above


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_pairs(value: object) -> bool:
    return isinstance(value, list) and all(_is_texts(pair) and len(pair) == len("12") for pair in value)


def _is_look(value: object) -> bool:
    return (
        isinstance(value, dict)
        and _is_whole(value.get("seq"))
        and all(_is_texts(value.get(part)) for part in ("lines", "roles", "outcomes"))
    )


def _is_chance(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"of", "within"}
        and all(map(_is_whole, value.values()))
        and 0 <= value["of"] <= CERTAIN
        and 1 <= value["within"] <= LONGEST_WAIT
    )


def _from_one_to(most: int) -> Callable[[object], bool]:
    return lambda value: _is_whole(value) and 1 <= value <= most  # type: ignore[operator]  # whole, seen before


def _is_homework(value: object) -> bool:
    return (
        isinstance(value, dict)
        and _is_whole(value.get("number"))
        and all(_is_texts(value.get(part)) for part in ("roles", "lines", "questions"))
    )


def _is_back(value: object) -> bool:
    numbered = isinstance(value, dict) and _is_whole(value.get("number"))
    return numbered and all(_is_text(value.get(part)) for part in ("by", "on"))  # type: ignore[attr-defined]  # a dict


def _is_wording(value: object) -> bool:
    return _is_text(value) or (isinstance(value, dict) and all(map(_is_text, value.values())))


_Kind = tuple["Callable[[object], bool]", str]
_NUMBER: Final[_Kind] = (_is_number, "a number")
_WHOLE: Final[_Kind] = (_is_whole, "a whole number")
_TEXT: Final[_Kind] = (_is_text, "a text")
_TEXTS: Final[_Kind] = (_is_texts, "a list of texts")
_FLAG: Final[_Kind] = (lambda value: isinstance(value, bool), "true or false")
_LOOK: Final[_Kind] = (_is_look, "an object with seq, lines, roles and outcomes")

_OF: Final[dict[str, _Kind]] = {
    **dict.fromkeys(("listed", keys.GUESS_LOCKED, keys.REMEMBERED, keys.PREDICTION_LOCKED), _FLAG),
    keys.YES_CHANCE: (
        _is_chance,
        f'an object such as {{"of": 70, "within": 30}}: 0 to {CERTAIN}, and 1 to {LONGEST_WAIT} days',
    ),
    keys.ANSWER_WITHIN: (_from_one_to(LONGEST_WAIT), f"a whole number of days from 1 to {LONGEST_WAIT}"),
    **dict.fromkeys((keys.SKILLS_BROUGHT, keys.SKILLS_FORGOTTEN, keys.SKILLS_NO_CHANCE, keys.ADVICE), _TEXTS),
    **dict.fromkeys((keys.WORDS_MEANT, keys.WORDS_LANDED), _TEXTS),
    **dict.fromkeys(
        (
            *(keys.DONE_HOW, keys.DONE_HOW_OWN, keys.SKILLS_SHOWN, keys.SKILLS_OWN, keys.ABOUT_ME),
            *(keys.WORD_MINE, keys.WORD_WANTED, keys.WORD_GUESSED, keys.WORD_SAID),
        ),
        _TEXTS,
    ),
    **dict.fromkeys((keys.EFFICIENT_MINE, keys.EFFICIENT_THEIRS, keys.WASTE_HELPED), _NUMBER),
    keys.WORDS_ALIKE: (_is_pairs, "a list of pairs of texts"),
    "order": _NUMBER,
    keys.START_AT: _WHOLE,
    "look": _LOOK,
    "look:dull": _LOOK,
    **dict.fromkeys(
        (
            "guesses",
            "drawn",
            keys.NOT_AGAIN,
            keys.LINES_OFFERED,
            keys.LINES_SET_ASIDE,
            keys.OFFERS_OPENED,
            keys.NEXT_ORDER,
            "origin",
        ),
        _TEXTS,
    ),
    **dict.fromkeys(
        (
            keys.PRIMARY_OUTCOME,
            keys.SECOND_OUTCOME,
            keys.WENT_WELL,
            keys.WOULD_NOT_REPEAT,
            keys.TARGET_CHOSEN,
            keys.TAKE_IT,
            keys.ASK_AGAIN_ON,
            keys.SILENCE_RAISED,
            keys.SAME_TODAY_OFFER,
            keys.JOBS_COMPARED,
        ),
        _TEXT,
    ),
    keys.THEN_AND_NOW_OFFER: _WHOLE,
    keys.HOMEWORK: (_is_homework, "an object with number, roles, lines and questions"),
    keys.HOMEWORK_BACK: (_is_back, "an object with number, by and on"),
}
_OF_PREFIX: Final[dict[str, _Kind]] = {
    **dict.fromkeys(("wanted:", f"{keys.REGARD_BEFORE}:", f"{keys.REGARD_AFTER}:"), _NUMBER),
    **dict.fromkeys(
        (f"{keys.THERE_LEVEL}:", f"{keys.THERE_UP_TO}:", f"{keys.PREDICTED}:", f"{keys.TURNED_OUT}:"), _NUMBER
    ),
    **dict.fromkeys(
        (
            *(f"{keys.PROMISED_THERE}:", f"{keys.PROMISED_FROM}:", f"{keys.PROMISED_ON}:"),
            *(f"{keys.WRITTEN_THERE}:", f"{keys.WRITTEN_IN}:", f"{keys.WRITTEN_ON}:"),
        ),
        _TEXT,
    ),
    **dict.fromkeys(
        (
            *(f"{keys.HEARD}:", f"{keys.HEARD_SIGN}:", f"{keys.HEARD_TOLD}:", f"{keys.MET_NAME}:"),
            *(f"{keys.PROMISE_WHAT}:", f"{keys.PROMISE_WHO}:", f"{keys.PROMISE_BY}:"),
        ),
        _TEXT,
    ),
    f"{keys.TAKE_COUNTS_AS}:": (_from_one_to(MOST_COUNTS), f"a whole number from 1 to {MOST_COUNTS}"),
    **dict.fromkeys((f"{keys.OFFER_HAS}:", f"{keys.CHANGED_MIND}:"), _TEXT),
    **dict.fromkeys(
        (
            *(f"{keys.KNOWS}:", f"{keys.KNOWN_WHAT}:", f"{keys.KNOWN_FROM}:", f"{keys.KNOWN_ON}:"),
            f"{keys.CLOSEST_TO}:",
        ),
        _TEXT,
    ),
    "question:": (_is_wording, "a text, or an object of texts"),
}
"""Keys followed by a line of the catalogue, a question or a number."""


def fault_of_value(item: str, value: object) -> str | None:
    """Return what a key of the kit's own expects if a value does not fit; None if it fits.

    Parameters
    ----------
    item : str
        The item's key; the catalogue's own items are not checked here.
    value : object
        Any JSON value.

    Examples
    --------
    >>> fault_of_value("order", "first")
    'a number'
    >>> fault_of_value("order", 1.5)
    """
    name, colon, _ = item.partition(":")
    kind = _OF.get(item) or _OF_PREFIX.get(name + colon)
    return None if kind is None or kind[0](value) else kind[1]
