"""A column that holds both what somebody was and where: "Position / Company", or a whole job in a cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from good_on_paper.intake.column_names import fact_named, names_both
from good_on_paper.intake.cv_habit import habit_of
from good_on_paper.intake.cv_head import head_of
from good_on_paper.intake.errors import shown
from good_on_paper.intake.head_doubts import note_of
from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.parts_found import left_out
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Sheet

_PARTS = ("title", "employer", "place")
_NO_FIELD = "a job has no field for this"


def with_names_apart(sheet: Sheet) -> Sheet:
    """Give title, employer and place columns of their own if one column holds them; note it.

    Examples
    --------
    >>> from good_on_paper.intake.sheet import Row, Sheet
    >>> rows = (Row(2, ("Cook, Harbour Bar", "2010")), Row(3, ("Waiter, Acme Hotel", "2012")))
    >>> with_names_apart(Sheet("x.csv", "", ("Job / Company", "From"), rows)).rows[0].cells
    ('Cook', 'Harbour Bar', '', '2010')
    """
    known = [fact_named(norm_header(name)) for name in sheet.header]
    at = next((at for at, name in enumerate(sheet.header) if names_both(name)), None)
    if at is None and known.count("title") == 1:  # "Job": "Cook, Harbour Bar"
        title = known.index("title")
        cells = [row.cells[title] for row in sheet.rows if row.cells[title].strip()]
        at = title if 2 * sum(map(is_whole, cells)) > len(cells) else None
    if at is None or "employer" in known:
        return sheet
    habit = habit_of([head_of([row.cells[at]], [], own=row.cells[at]) for row in sheet.rows if row.cells[at]])
    parts = [part for part in _PARTS if part not in known or known[at] == part]
    header = (*sheet.header[:at], *parts, *sheet.header[at + 1 :])
    notes = [f"Column {sheet.header[at]!r} is read as what you were and where."]
    rows = []
    for row in sheet.rows:
        cell = row.cells[at]
        head = head_of([cell], [], habit, own=cell)
        left = [text for text in (*head.left, head.place if "place" not in parts else "") if text]
        if head.assumed:
            notes.append(f"{sheet.place(row)}: {note_of(head)}.")
        notes += [f"{sheet.place(row)}: {left_out(shown(text), 'beside it', _NO_FIELD)}" for text in left]
        said = {"title": head.title, "employer": head.employer, "place": head.place}
        cells_of_row = (*row.cells[:at], *(said[part] for part in parts), *row.cells[at + 1 :])
        rows.append(replace(row, cells=cells_of_row))
    return replace(sheet, header=header, rows=tuple(rows), notes=(*sheet.notes, *notes))
