"""A sheet filled in by hand, typed back: ordinary answers, checked like those of the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.form import checked_rating, checked_text
from good_on_paper.forms.message import Refusal
from good_on_paper.study.homework import note_back

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from good_on_paper.catalogue import Item
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.homework import HomeworkSheet
    from good_on_paper.study.person import Person

BLANKS: Final = {"-": "na", "\N{EN DASH}": "na", "\N{MINUS SIGN}": "na", "?": "cant_recall"}
"""Signs that can be in a box instead of a number."""
_LONGEST: Final = 2_000


def faults(sheet: HomeworkSheet, typed: Mapping[Cell, str]) -> dict[Cell, str]:
    """Return the texts that cannot be accepted, each with what was expected."""
    found = {}
    for cell, item in sheet.cells().items():
        try:
            _read(item, typed.get(cell, ""))
        except Refusal as refused:
            found[cell] = str(refused)
    return found


def type_in(person: Person, sheet: HomeworkSheet, typed: Mapping[Cell, str], by: str, on: date) -> int:
    """Write the answers of a sheet, all of them or none; empty boxes change nothing.

    Parameters
    ----------
    person : Person
        Whose sheet it is.
    sheet : HomeworkSheet
        The sheet.
    typed : mapping
        The text in each box, by unit and item.
    by : str
        Who filled it in.
    on : date
        The day on which it was filled in.

    Returns
    -------
    int
        How many answers were written.

    Raises
    ------
    Refusal
        If one cannot be accepted; see `faults`. Then nothing is written.
    """
    read = {cell: (item, _read(item, typed.get(cell, ""))) for cell, item in sheet.cells().items()}
    given = {cell: (item, answer) for cell, (item, answer) in read.items() if answer is not None}
    if not given:
        return 0
    with person.record.batch():
        sitting = person.record.sitting(keys.HOMEWORK)
        note_back(person, sheet, by, on, sitting=sitting.id)
        for place, (cell, (item, (state, value))) in enumerate(given.items(), 1):
            person.record.answer(
                *cell,
                value,
                sitting=sitting,
                state=state,
                revision=item.revision,
                private=item.private,
                position=place,
            )
    return len(given)


def _read(item: Item, text: str) -> tuple[str, object] | None:
    """Return state and value of the text in a box; None if it is empty."""
    text = text.strip()
    if not text:
        return None
    if item.kind == "text":
        return "value", checked_text(item, text, _LONGEST)
    if text in BLANKS:
        return BLANKS[text], None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        low, high = item.scale.min, item.scale.max
        raise Refusal(f"{item.label}: {text!r} is no number. Expected {low} to {high}.") from None
    return "value", checked_rating(item, int(number) if number.is_integer() else number)
