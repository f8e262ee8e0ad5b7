"""The shape of a table: column names repeated among the rows, or down the first column."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from good_on_paper.intake.header_rows import facts_among
from good_on_paper.intake.sheet import Row, Sheet

_CALLED: Final = frozenset({"title", "employer"})
_DOWN, _ACROSS = 3, 2
"""Fewest facts of a job named down the first column; across, there must be fewer than the second number."""
_ON_ITS_SIDE: Final = (
    "The table lies on its side, so each of its columns is read as a job; a row means a column here."
)


def upright(sheet: Sheet) -> Sheet:
    """Turn a table whose names run down its first column; return any other unchanged.

    Examples
    --------
    >>> rows = (Row(2, ("Firm", "Bar", "Inn")), Row(3, ("From", "2010", "2012")))
    >>> upright(Sheet("x.csv", "", ("Job", "Cook", "Chef"), rows)).header
    ('Job', 'Firm', 'From')
    """
    names = [sheet.header[0], *(row.cells[0] for row in sheet.rows)]
    down, across = facts_among(names), facts_among(sheet.header[1:])
    if len(down) < _DOWN or not down & _CALLED or len(across) >= _ACROSS:
        return sheet
    if len(sheet.header) == 1 or 2 * len(down) < sum(map(bool, names)):
        return sheet
    columns = list(zip(sheet.header, *(row.cells for row in sheet.rows), strict=True))
    rows = tuple(Row(number, tuple(cells)) for number, cells in enumerate(columns[1:], start=2) if any(cells))
    return replace(sheet, header=tuple(names), rows=rows, notes=(*sheet.notes, _ON_ITS_SIDE))


def without_names_again(sheet: Sheet) -> Sheet:
    """Leave out rows that repeat the column names, as in joined pages; note it."""
    again = [row for row in sheet.rows if row.cells == sheet.header]
    if not again:
        return sheet
    where = ", ".join(str(row.number) for row in again[:5])
    note = f"Row {where} only repeats the column names." if len(again) == 1 else ""
    note = note or f"{len(again):,} rows only repeat the column names, the first is row {again[0].number}."
    rows = tuple(row for row in sheet.rows if row.cells != sheet.header)
    return replace(sheet, rows=rows, notes=(*sheet.notes, note))
