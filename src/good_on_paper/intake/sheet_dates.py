"""The dates of a table as a spreadsheet program stores them, and cells it shows once for several rows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Row, Sheet

_ZERO: Final = dt.date(1899, 12, 30)
"""Day 0 of spreadsheet programs; from 1 March 1900 on they agree with the calendar."""
_FIRST: Final = 14_611
_LAST: Final = 65_000
"""Days from 1940 to 2077; no year is such a large number."""
_DATES: Final = ("started", "ended")
_EIGHT: Final = re.compile(
    r"((?:19[4-9]|20[0-7])[0-9])(0[1-9]|1[0-2])(?:(0[1-9]|[12][0-9]|3[01])(?:\.0)?)?", re.ASCII
)
_NEVER: Final = frozenset(("99991231", "999912"))
_NONE: Final = frozenset(("00000000", "000000", "0"))


def with_dates(sheet: Sheet) -> Sheet:
    """Turn day numbers of date columns into dates, and fill an employer down; note both.

    An employer is filled down if its column is left of the title's, as in a sheet that shows it once for
    several jobs, and if the row has a title.

    Examples
    --------
    >>> from good_on_paper.intake.sheet import make_sheet
    >>> sheet = make_sheet([(1, ["Job", "From"]), (2, ["Cook", "43525"])], "x.csv")
    >>> with_dates(sheet).rows[0].cells
    ('Cook', '2019-03-01')
    """
    facts = [fact_named(norm_header(name)) for name in sheet.header]
    sheet = _with_signs(sheet, facts)
    notes: list[str] = []
    rows = []
    employer = section = ""
    filled = _filled_down(facts)
    apart = facts.index("section") if "section" in facts else None
    for row in sheet.rows:
        cells = [
            _day(sheet, row, at, notes) if facts[at] in _DATES else text for at, text in enumerate(row.cells)
        ]
        if filled is not None:
            column, title = filled
            if cells[column]:
                employer, section = cells[column], "" if apart is None else cells[apart]
            elif employer and cells[title] and (apart is None or cells[apart] == section):
                cells[column] = employer
                note = f"no {sheet.header[column]} stands in it; taken to be {employer}, as above."
                notes.append(f"{sheet.place(row)}: {note}")
        rows.append(replace(row, cells=tuple(cells)))
    return replace(sheet, rows=tuple(rows), notes=(*sheet.notes, *notes)) if notes else sheet


def _with_signs(sheet: Sheet, facts: list[str]) -> Sheet:
    """Return a sheet whose dates as databases write them have signs: "20140305" is "2014-03-05"."""
    dated = {
        at: notable
        for at, fact in enumerate(facts)
        if fact in {"", *_DATES} and (notable := _signless(sheet, at, named=bool(fact)))
    }
    if not any(facts[at] for at in dated) and len(dated) != len(_DATES):
        return sheet  # one column of numbers may be anything
    rows = tuple(
        replace(row, cells=tuple(_signed(text) if at in dated else text for at, text in enumerate(row.cells)))
        for row in sheet.rows
    )
    notes = [
        f"{sheet.place(column=at)}: {text} is read as {_signed(text)}, year, month and day without signs."
        for at, text in dated.items()
    ]
    return replace(sheet, rows=rows, notes=(*sheet.notes, *notes))


def _signless(sheet: Sheet, column: int, *, named: bool) -> str:
    """Return the first of a column's dates if all are written without signs; else empty."""
    texts = [row.cells[column] for row in sheet.rows if row.cells[column]]
    said = [text for text in texts if text not in _NEVER | _NONE]
    days = [found for text in said if (found := _EIGHT.fullmatch(text))]
    if not days or len(days) < len(said) or not (named or all(found[3] for found in days)):
        return ""
    return said[0]


def _signed(text: str) -> str:
    if text in _NONE:
        return ""
    found = _EIGHT.fullmatch(text)
    return "9999-12-31" if text in _NEVER else "-".join(filter(None, found.groups())) if found else text


def _filled_down(facts: list[str]) -> tuple[int, int] | None:
    """Return the columns of employer and title if the employer may be shown once for several rows."""
    if "employer" not in facts or "title" not in facts:
        return None
    employer, title = facts.index("employer"), facts.index("title")
    return (employer, title) if employer < title else None


def _day(sheet: Sheet, row: Row, column: int, notes: list[str]) -> str:
    text = row.cells[column]
    whole, _, time = text.partition(".")
    if (
        (time and not time.isdecimal())
        or not whole.isascii()
        or not whole.isdecimal()
        or not _FIRST <= int(whole[:9]) <= _LAST
    ):
        return text
    date = (_ZERO + dt.timedelta(days=int(whole))).isoformat()
    notes.append(
        f"{sheet.place(row, column)}: {text} is read as {date}, for so spreadsheet programs count days."
    )
    return date
