"""Start and end of a row: one column each, one for both, or separate columns for years and months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.facts import NOT_SAID, says_nothing
from good_on_paper.intake.line_dates import SHORT_SPAN, SHORT_YEARS, terms_of
from good_on_paper.intake.spans import Dated, dates_in
from good_on_paper.language.dates import parse_date
from good_on_paper.language.months import plain
from good_on_paper.language.partial_date import NOW, DateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.facts import Findings
    from good_on_paper.intake.sheet import Row, Sheet

_YES: Final = frozenset(
    plain(word)
    for word in ("yes", "y", "true", "x", "1", "now", "ja", "oui", "sí", "si", "sim", "sì", "wahr", "vrai")
)
_LOOK: Final = 50
"""How many cells of a column are checked for dates."""
_LONGEST: Final = 100
"""Most characters of a start and an end in one cell; a longer text is neither."""
_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


class RowDates:
    """The columns of a table that hold dates.

    Parameters
    ----------
    sheet : Sheet
    facts : mapping
        Columns by fact key.
    findings : Findings
        Receives what we assume or leave out.
    """

    def __init__(self, sheet: Sheet, facts: Mapping[str, Column], findings: Findings) -> None:
        self._sheet = sheet
        self._facts = facts
        self._findings = findings
        self._assumed: list[str] = []
        period = facts.get("period")
        cells = [] if period is None else [row.cells[period.number] for row in sheet.rows]
        self._short_years = any(map(SHORT_YEARS.search, cells))

    @property
    def open_end(self) -> bool:
        """Whether the table has end dates, so that an empty end means that the job goes on."""
        return any(key.startswith("ended") for key in self._facts)

    def of(self, row: Row) -> dict[str, str]:
        """Return "started" and "ended" of a row, as far as we can read them."""
        started, ended = self._end("started", row), self._end("ended", row)
        if "period" in self._facts and not (started[1] or ended[1]):
            return self._period(row)
        going = self._cell("current", row)
        if says_nothing(ended[1]) and "current" in self._facts:
            ongoing = plain(going[1]) in _YES
            ended = (ended[0] or going[0], NOW if ongoing else NOT_SAID)
        found = self._findings.span(started, ended, open_end=self.open_end)
        if found.get("ended") == NOW and says_nothing(ended[1]):
            self._assumed.append(self._sheet.place(row))
        return found

    def tell(self) -> None:
        """Note the rows whose jobs we assume to go on, if there are several."""
        if len(self._assumed) > 1:
            for where in self._assumed:
                self._findings.notes.append(f"{where}: no end stands there, so this job counts as going on.")

    def _cell(self, key: str, row: Row) -> tuple[str, str]:
        column = self._facts.get(key)
        if column is None:
            return "", ""
        return self._sheet.place(row, column.number), row.cells[column.number]

    def _end(self, key: str, row: Row) -> tuple[str, str]:
        """Return place and text of a start or end, joined from its parts if it has several columns."""
        whole = self._cell(key, row)
        if not says_nothing(whole[1]) or f"{key} year" not in self._facts:
            return whole
        where, year = self._cell(f"{key} year", row)
        month, day = (self._cell(f"{key} {unit}", row)[1].strip() for unit in ("month", "day"))
        month, day = ("" if says_nothing(text) or text == "0" else text for text in (month, day))
        year = year.strip()
        if says_nothing(year):
            if month and not says_nothing(month):
                self._findings.skip(self._cell(f"{key} month", row)[0], month, "no year stands beside it")
            return where, ""
        if not year.isdecimal() or not month:
            return where, year
        if not month.isdecimal():
            return where, f"{day} {month} {year}".strip()
        return where, "-".join([year, f"{int(month):02d}", *([f"{int(day):02d}"] if day.isdecimal() else [])])

    def _period(self, row: Row) -> dict[str, str]:
        where, text = self._cell("period", row)
        tidy = " ".join(text.split())
        if says_nothing(text):
            return {}
        if tidy[0] in _DASHES:  # "- 2010": it has no start
            return self._findings.span((where, ""), (where, tidy[1:].strip()), open_end=False)
        either = SHORT_SPAN.fullmatch(tidy)
        if either and either[3] > either[2]:
            return self._month_or_years(where, tidy, either[1] + either[2], either[1] + either[3])
        dated = dates_in(tidy) if len(text) <= _LONGEST else None
        if dated is None or (dated.alone and any(map(str.isalnum, dated.rest))):
            return self._date_alone(where, tidy)
        return self._span(where, tidy, dated)

    def _span(self, where: str, text: str, dated: Dated) -> dict[str, str]:
        """Return start and end of a cell, and the terms beside them."""
        if dated.several:
            spans = " and ".join(dated.several)
            self._findings.skip(where, spans, "more than one span; give each a row of its own")
            return {}
        if any(map(str.isalnum, dated.rest)):
            self._findings.skip(f"{where}, beside the dates", dated.rest, "a job has no field for this")
        if dated.assumed:
            self._findings.notes.append(f"{where}: {dated.assumed}.")
        open_end = not dated.end and not dated.alone
        found = self._findings.span((where, dated.start), (where, dated.end), open_end=open_end)
        terms = terms_of(_row_of(where), dated.asides, self._findings, found)
        return terms | (self._alone(where, text, found) if dated.alone else found)

    def _month_or_years(self, where: str, text: str, first: str, last: str) -> dict[str, str]:
        """Read "2009-10" as years if other cells have such years; else as a month, with a note."""
        if self._short_years:
            self._findings.notes.append(
                f"{where}: {text} is read as {first} to {last}, like your other dates."
            )
            return self._findings.span((where, first), (where, last), open_end=False)
        found = self._findings.span((where, text), (where, ""), open_end=False)
        if "-" in text:
            note = f"{text} is read as a month; for years write {first}-{last}."
            self._findings.notes.append(f"{_row_of(where)}: {note}")
        return found

    def _date_alone(self, where: str, text: str) -> dict[str, str]:
        try:
            alone = parse_date(text)
        except DateError as error:
            self._findings.skip(where, text, f"{error.problem}; expected {error.expected}, or 2014 - 2016")
            return {}
        return self._alone(where, text, {"started": str(alone)})

    def _alone(self, where: str, text: str, found: dict[str, str]) -> dict[str, str]:
        if found:
            note = f"we took {text} as the start; there is no end date."
            self._findings.notes.append(f"{_row_of(where)}: {note}")
        return found


def _row_of(where: str) -> str:
    return where.partition(", column")[0]


def looks_dated(texts: list[str]) -> bool:
    """Return whether most cells of a column hold a date, or a start and an end."""
    filled = [text for text in texts if not says_nothing(text) and text != NOT_SAID][:_LOOK]
    return sum(map(_is_dated, filled)) * 2 > len(filled)


def _is_dated(text: str) -> bool:
    tidy = " ".join(text.split())
    if len(tidy) > _LONGEST:
        return False
    try:
        parse_date(tidy, end=True)
    except DateError:
        dated = dates_in(tidy)
        return bool(dated and not any(map(str.isalnum, dated.rest))) or _two_dates(tidy)
    return True


def _two_dates(text: str) -> bool:
    """Return whether a text has a year and a dash, like "03/04/2015 - 05/06/2016" in any order."""
    return bool(_YEAR.search(text)) and any(dash in text for dash in _DASHES)
