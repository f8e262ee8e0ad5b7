"""The log of interviews as this kit exports it, read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.log_preview import INTERVIEW, GuessFound, LogEntry, LogPreview
from good_on_paper.intake.preview import Recognised, Skipped
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Row, Sheet

UNKNOWN_DAY: Final = "can't recall"
"""What replaces the day of an ending if the day is unknown."""
ENDS: Final = {
    "yes_on": keys.CAME_YES,
    "no_on": keys.CAME_NO,
    "no_answer_on": keys.CAME_NOTHING,
    "withdrew_on": keys.WITHDREW,
}
"""The columns that say how an interview ended."""
FACTS: Final = {
    "stage": keys.STAGE,
    "channel": keys.CHANNEL,
    "met": keys.MEETS_NAME,
    "remember": keys.TO_REMEMBER,
}
"""The columns with facts about an interview."""
_FOLLOW: Final = ("due", "outcome", "came", "yes", "guessed", "locked")
_OPTIONS: Final = {
    "stage": ("call", "first", "second", "later", "offer"),
    "channel": ("phone", "screen", "in_person"),
    "take_it": ("yes", "no", "not_sure"),
}
_NEEDED: Final = frozenset({"employer", "job", "day", *ENDS, "remembered", "within"})


def is_own(sheet: Sheet) -> bool:
    """Return whether this kit wrote a table of interviews."""
    return set(sheet.header) >= _NEEDED


def read_own(sheet: Sheet) -> LogPreview:
    """Find the interviews in a table that this kit wrote.

    What follows from the rest (the due day, the outcome) is computed again.
    """
    reading = _Reading(sheet)
    entries = tuple(entry for row in sheet.rows if (entry := reading.entry(row)) is not None)
    recognised = tuple(
        Recognised(sheet.place(None, number), name, name.replace("_", " "))
        for number, name in enumerate(sheet.header)
        if name and name not in _FOLLOW
    )
    notes = ["This is a log that this kit exported."]
    if any(entry.chance for entry in entries):
        notes.append(
            "A guess in a file is kept as remembered and never counted; one in your log stays as it is."
        )
    return LogPreview(
        sheet.file, "interviews", entries, recognised, tuple(reading.skipped), (*sheet.notes, *notes)
    )


class _Reading:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.at = {name: number for number, name in enumerate(sheet.header)}
        self.skipped: list[Skipped] = []

    def entry(self, row: Row) -> LogEntry | None:
        where = self.sheet.place(row)
        employer, job = self.text("employer", row), self.text("job", row)
        facts: dict[str, Any] = {key: text for name, key in FACTS.items() if (text := self.option(name, row))}
        ends: dict[str, str | None] = {}
        for name, item in ENDS.items():
            if text := self.text(name, row):
                ends[item] = None if text == UNKNOWN_DAY else self.day(name, row) or None
        named = bool(employer or job)
        return LogEntry(
            where,
            INTERVIEW,
            employer,
            job,
            self.day("day", row),
            facts,
            ends,
            self.chance(row),
            self.option("take_it", row),
            remembered=self.text("remembered", row) == "yes",
            row=where,
            taken=named,
            why="" if named else "It has neither an employer nor a job, so it isn’t ticked.",
            written=" | ".join(text for text in row.cells if text),
        )

    def text(self, name: str, row: Row) -> str:
        return row.cells[self.at[name]].strip() if name in self.at else ""

    def option(self, name: str, row: Row) -> str:
        text = self.text(name, row)
        if text and name in _OPTIONS and text not in _OPTIONS[name]:
            self.leave(name, row, text, f"expected one of {', '.join(_OPTIONS[name])}")
            return ""
        return text

    def day(self, name: str, row: Row) -> str:
        text = self.text(name, row)
        if not text:
            return ""
        try:
            return str(replace(parse_date(text), doubt=""))
        except DateError as error:
            self.leave(name, row, text, error.problem)
            return ""

    def chance(self, row: Row) -> GuessFound | None:
        text, within = self.text("chance", row), self.text("within", row)
        if not text:
            return None
        if text.isdecimal() and int(text) <= 100:  # noqa: PLR2004 - of 100
            return GuessFound(int(text), int(within) if within.isdecimal() else None)
        self.leave("chance", row, text, "expected a whole number from 0 to 100")
        return None

    def leave(self, name: str, row: Row, what: str, why: str) -> None:
        self.skipped.append(Skipped(self.sheet.place(row, self.at[name]), what, why))
