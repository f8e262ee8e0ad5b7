"""Predictions as Fatebook exports them, one row per forecast, and as this kit writes them for it.

Source of both formats: Fatebook's own code, ``lib/web/export.ts`` (a forecast is 0 to 1) and
``pages/import-from-spreadsheet.tsx`` (0 to 100).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.roles import first_day
from good_on_paper.intake.log_preview import INTERVIEW, GuessFound, LogEntry, LogPreview
from good_on_paper.intake.preview import Recognised, Skipped
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Row, Sheet

TITLE: Final = "Will {employer} say yes by {due}?"
"""The title of a prediction about an interview."""
NOTES: Final = "Interview on {day}"
COLUMNS: Final = (
    *("questionTitle", "forecast", "fCreatedAt", "qCreatedAt", "resolveBy", "resolution", "resolvedAt"),
    *("tags", "notes"),
)
"""The columns that Fatebook reads."""
_THEIRS: Final = {
    "Question title": "title",
    "Forecast (scale = 0-1)": "forecast",
    "Forecast created at": "given",
    "Question resolve by": "due",
    "Resolution": "resolution",
    "Resolved at": "resolved",
    "Question notes": "notes",
}
_OURS: Final = {
    "questionTitle": "title",
    "forecast": "forecast",
    "fCreatedAt": "given",
    "resolveBy": "due",
    "resolution": "resolution",
    "resolvedAt": "resolved",
    "notes": "notes",
}
_TITLE: Final = re.compile(r"Will (?P<employer>.+) say yes by (?P<due>[^?]+)\?")
_DAY: Final = re.compile(r"Interview on (?P<day>\d{4}(?:-\d\d){0,2})")
_JOB: Final = re.compile(r"^Job: (?P<job>.+)$", re.MULTILINE)
_SECOND: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d):\d{1,2}$")
_CERTAIN: Final = 100
_NOT_OURS: Final = "We can’t tell whether this is about an interview, so it isn’t ticked."
_A_NO: Final = (
    "A question that was answered NO tells only that no yes came in time, so it counts as no answer."
)


def is_fatebook(sheet: Sheet) -> bool:
    """Return whether a table holds Fatebook predictions, in its export format or its import format."""
    header = set(sheet.header)
    return header >= {"Question title", "Forecast (scale = 0-1)"} or header >= {"questionTitle", "forecast"}


def read_fatebook(sheet: Sheet) -> LogPreview:
    """Find interviews in predictions; those whose title is not one of ours are not ticked.

    A forecast from a file never counts: it is kept as remembered. Of several on one question we take the
    first and name the others.
    """
    reading = _Reading(sheet)
    for row in sheet.rows:
        reading.read(row)
    return reading.preview()


class _Reading:
    def __init__(self, sheet: Sheet) -> None:
        names = _THEIRS if "Question title" in sheet.header else _OURS
        self.sheet = sheet
        self.certain = 1.0 if names is _THEIRS else float(_CERTAIN)
        self.at = {names[name]: number for number, name in enumerate(sheet.header) if name in names}
        self.entries: dict[str, LogEntry] = {}
        self.skipped: list[Skipped] = []

    def read(self, row: Row) -> None:
        where, title = self.sheet.place(row), self.text("title", row)
        if not title:
            self.skipped.append(Skipped(where, "", "it has no question"))
        elif title in self.entries:
            first = self.entries[title].where
            self.leave("forecast", row, f"a later forecast; {first} has the first on this question")
        else:
            self.entries[title] = self.entry(row, where, title)

    def entry(self, row: Row, where: str, title: str) -> LogEntry:
        notes, due = self.text("notes", row), self.day("due", row)
        named, held, job = _TITLE.fullmatch(title), _DAY.search(notes), _JOB.search(notes)
        day = held["day"] if held else ""
        ours = named is not None and bool(day)
        return LogEntry(
            where,
            INTERVIEW,
            named["employer"] if named else title,
            job["job"].strip() if job else "",
            day,
            {} if ours or not notes else {"notes_pasted": notes},
            self.ends(row),
            self.chance(row, day, due),
            row=where,
            taken=ours,
            why="" if ours else _NOT_OURS,
            written=title,
        )

    def ends(self, row: Row) -> dict[str, str | None]:
        word = self.text("resolution", row).upper()
        resolved = self.day("resolved", row) or None
        if word in ("YES", "NO"):
            return {keys.CAME_YES if word == "YES" else keys.CAME_NOTHING: resolved}
        if word and word != "AMBIGUOUS":
            self.leave("resolution", row, "expected YES, NO or AMBIGUOUS")
        return {}

    def chance(self, row: Row, day: str, due: str) -> GuessFound | None:
        text = self.text("forecast", row)
        if not text:
            return None
        try:
            of = float(text.removesuffix("%").replace(",", ".")) / (
                _CERTAIN if text.endswith("%") else self.certain
            )
        except ValueError:
            of = -1.0
        if not 0 <= of <= 1:
            self.leave("forecast", row, f"expected a number from 0 to {self.certain:g}")
            return None
        return GuessFound(round(of * _CERTAIN), _days(day, due))

    def text(self, name: str, row: Row) -> str:
        return row.cells[self.at[name]].strip() if name in self.at else ""

    def day(self, name: str, row: Row) -> str:
        text = _SECOND.sub(r"\1", self.text(name, row))  # its seconds have no leading zero
        if not text:
            return ""
        try:
            return str(replace(parse_date(text), doubt=""))
        except DateError as error:
            self.leave(name, row, error.problem)
            return ""

    def leave(self, name: str, row: Row, why: str) -> None:
        self.skipped.append(Skipped(self.sheet.place(row, self.at[name]), self.text(name, row), why))

    def preview(self) -> LogPreview:
        entries = tuple(self.entries.values())
        notes = ["A forecast from a file is kept as remembered and never counted."]
        if any(keys.CAME_NOTHING in entry.ends for entry in entries):
            notes.append(_A_NO)
        sheet = self.sheet
        recognised = tuple(
            Recognised(sheet.place(None, number), name, name) for name, number in self.at.items()
        )
        left = [
            Skipped(sheet.place(None, number), "", "the log has no place for it")
            for number, name in enumerate(sheet.header)
            if number not in self.at.values() and any(row.cells[number] for row in sheet.rows)
        ]
        return LogPreview(
            sheet.file, "fatebook", entries, recognised, (*left, *self.skipped), (*sheet.notes, *notes)
        )


def _days(day: str, due: str) -> int | None:
    begun, ended = first_day(day), first_day(due)
    if begun is None or ended is None:
        return None
    return days if (days := (ended - begun).days) > 0 else None
