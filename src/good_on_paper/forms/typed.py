"""What is typed into a field: text as it is, a date as we read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.forms.form import Message, Refusal
from good_on_paper.language import DateError, PartialDate, parse_date

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer

DATES: Final = ("started", "ended")
LONGEST: Final = 4000
"""Most characters of a field; a whole life story belongs in a story, not in a list."""


def typed(item: Item | None, value: object) -> str:
    """Return text as typed and a date as read; a text that is not a date is kept as typed.

    Raises
    ------
    Refusal
        If it is not text, or too long for a field.
    """
    if item is None or not isinstance(value, str):
        raise Refusal(f"{type(value).__name__} is no text. Expected what was typed.")
    text = value.strip()
    if len(text) > LONGEST:
        raise Refusal(f"{item.label}: {len(text):,} characters are too many. Expected at most {LONGEST:,}.")
    if item.key in DATES:
        try:
            return str(parse_date(text, end=item.key == "ended"))
        except DateError:
            return text
    return text


def date_shown(answer: Answer) -> Message:
    """Return how a date is read, or why it cannot be; empty for anything else."""
    if answer.item not in DATES or answer.state != "value":
        return {}
    text = str(answer.value)
    if text == "now":
        return {"shown": "now"}
    try:
        return {"shown": PartialDate.of(text).words()}
    except DateError:
        return {"doubt": _doubt(text, answer.item)}


def _doubt(text: str, key: str) -> str:
    try:
        parse_date(text, end=key == "ended")
    except DateError as error:
        cannot = "Saved as you typed it, but we can’t read it as a date"
        return f"{cannot}: {error.problem}. Try {error.expected}."
    return ""
