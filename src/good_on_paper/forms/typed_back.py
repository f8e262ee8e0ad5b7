"""A sheet that was filled in by hand, typed back: through the checks of the forms, as ordinary answers."""

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
"""What stands in a box instead of a number."""
_LONGEST: Final = 2_000


def faults(sheet: HomeworkSheet, typed: Mapping[Cell, str]) -> dict[Cell, str]:
    """Return what cannot be taken as it was typed, each with what was expected."""
    found = {}
    for cell, item in sheet.cells().items():
        try:
            _read(item, typed.get(cell, ""))
        except Refusal as refused:
            found[cell] = str(refused)
    return found


def type_in(person: Person, sheet: HomeworkSheet, typed: Mapping[Cell, str], by: str, on: date) -> int:
    """Write down what stands on a sheet, all of it or nothing; what is empty changes nothing.

    Parameters
    ----------
    person : Person
        Whose.
    sheet : HomeworkSheet
        The sheet.
    typed : mapping
        Unit and item to what stands in the box.
    by : str
        Who filled it in.
    on : date
        On which day.

    Returns
    -------
    int
        How many answers that were.

    Raises
    ------
    Refusal
        When one cannot be taken; see `faults`. Nothing was written then.
    """
    read = {cell: (item, _read(item, typed.get(cell, ""))) for cell, item in sheet.cells().items()}
    given = {cell: (item, said) for cell, (item, said) in read.items() if said is not None}
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
    """Return state and value of what stands in a box; None where it is empty."""
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
