"""Applications and interviews from a file into the record: nothing overwritten, no guess counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.interviews import interviews, usual_wait
from good_on_paper.frames.names import words
from good_on_paper.frames.processes import processes
from good_on_paper.frames.roles import first_day
from good_on_paper.intake.errors import shown
from good_on_paper.intake.log_preview import APPLICATION, INTERVIEW
from good_on_paper.intake.plain_text import same
from good_on_paper.intake.take_back import SITTING
from good_on_paper.language.counts import count
from good_on_paper.record.own_values import LONGEST_WAIT
from good_on_paper.study.declare_about import remember_guess

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.intake.log_preview import LogEntry, LogPreview
    from good_on_paper.record import Answer, Sitting

_REFUSED: Final = (
    "A guess from a file is not counted. While you wait for an answer you can still give one on this page."
)


@dataclass(frozen=True)
class LogReceipt:
    """What was written, and what was not.

    Attributes
    ----------
    file : str
    applications, interviews : int
        How many are new.
    filled : int
        How many that were there before had something empty filled in.
    answers : int
        Answers written, for the record.
    kept : tuple of str
        Differences: what stood in the record was kept.
    guesses, refused : int
        Guesses that we kept as remembered, and guesses that we refused.
    sitting : str or None
        The sitting that undo takes back; None if nothing was written.
    """

    file: str
    applications: int = 0
    interviews: int = 0
    filled: int = 0
    answers: int = 0
    kept: tuple[str, ...] = ()
    guesses: int = 0
    refused: int = 0
    sitting: str | None = None

    def sentences(self) -> list[str]:
        """Put it into plain words."""
        new = ((self.applications, "application"), (self.interviews, "interview"))
        told = " and ".join(count(number, what) for number, what in new if number)
        said = [f"Added {told}." if told else "Nothing new in it. Your log is as it was."]
        if self.filled:
            said = said if told else ["Added what was missing."]
            said.append(f"Filled in what was empty in {count(self.filled, 'entry', 'entries')} you had.")
        if self.guesses:
            said.append(f"Kept as remembered, and never counted: {count(self.guesses, 'guess', 'guesses')}.")
        if self.refused:
            said.append(_REFUSED)
        return [*said, *(f"Kept as you had it: {text}." for text in self.kept)]


@dataclass
class _Work:
    snapshot: Snapshot
    written: int = 0
    added: Counter[str] = field(default_factory=Counter)
    filled: set[str] = field(default_factory=set)
    kept: list[str] = field(default_factory=list)
    guesses: int = 0
    refused: int = 0

    def __post_init__(self) -> None:
        self.record = self.snapshot.record
        jobs, log = processes(self.snapshot), interviews(self.snapshot)
        self.jobs: dict[tuple[str, str], str] = {}
        for row in jobs.to_dict("records"):
            self.jobs.setdefault((_same(row["employer"]), _same(row["job"])), row["unit"])
        self.held: dict[str, list[tuple[dt.date | None, str]]] = {}
        for row in log.to_dict("records"):
            day = None if pd.isna(row["day"]) else row["day"].date()
            self.held.setdefault(row["process"], []).append((day, row["unit"]))
        units = [*jobs["unit"], *log["unit"]]
        self.stands = self.snapshot.current(units=units) if units else {}
        self.wait = usual_wait(self.snapshot)
        self.matched: set[str] = set()
        self.new: set[str] = set()

    @cached_property
    def sitting(self) -> Sitting:
        return self.record.sitting(SITTING)

    # -- find the entry

    def job(self, entry: LogEntry) -> str:
        """Return the job that an entry is about: one of the list, or a new one."""
        employer, job = same(entry.employer), same(entry.job)
        there = self.jobs.get((employer, job)) or (employer and self._of_employer(employer, job)) or ""
        if not there:
            there = self.record.add_unit("target", sitting=self.sitting).id
            self.new.add(there)
            self.jobs[employer, job] = there
        for item, text in (("employer", entry.employer), ("title", entry.job)):
            if text:
                self.say(there, item, text, entry)
        return there

    def _of_employer(self, employer: str, job: str) -> str:
        """Return a job at that employer, where the entry or the record leaves its title out."""
        if job:
            return self.jobs.get((employer, ""), "")
        return next((unit for (other, _), unit in reversed(self.jobs.items()) if other == employer), "")

    def interview(self, entry: LogEntry, process: str) -> str:
        """Return the interview that an entry is: one of that day not matched yet, or a new one."""
        day = first_day(entry.day)
        for other, unit in self.held.get(process, []):
            if other == day and unit not in self.matched:
                self.matched.add(unit)
                return unit
        unit = self.record.add_unit("interview", parent=process, sitting=self.sitting).id
        self.matched.add(unit)
        self.new.add(unit)
        self.added[INTERVIEW] += 1
        return unit

    # -- write what the file says of it

    def say(self, unit: str, item: str, value: Any, entry: LogEntry, *, state: str = "value") -> None:  # noqa: ANN401 - any answer
        """Fill in what is empty; keep what stands, and name it where it differs."""
        stands = self.stands.get((unit, item))
        if stands is None and (unit in self.new or not self.snapshot.history(unit, item)):
            known = self.snapshot.catalogue
            private = item in known and known.item(item).private
            said = self.record.answer(unit, item, value, sitting=self.sitting, state=state, private=private)
            self.stands[unit, item] = said
            self.written += 1
            if unit not in self.new:
                self.filled.add(unit)
        elif value is not None and (stands is None or not _agrees(stands, value)):
            yours = "you left it empty" if stands is None else f"yours is {shown(stands.value)}"
            label = self._label(item)
            self.kept.append(f"{entry.name}, {label}: {yours}, the file says {shown(value)}")

    def _label(self, item: str) -> str:
        known = self.snapshot.catalogue
        return known.item(item).label if item in known else item

    def application(self, entry: LogEntry) -> str:
        """Write down an application."""
        unit = self.job(entry)
        if unit in self.new and unit not in self.matched:
            self.added[APPLICATION] += 1
        self.matched.add(unit)
        if entry.day:
            self.say(unit, keys.APPLIED_ON, entry.day, entry)
        elif entry.sent and (unit, keys.APPLIED_ON) not in self.stands:
            self.say(unit, keys.APPLIED_ON, None, entry, state="cant_recall")
        for item, value in entry.facts.items():
            self.say(unit, item, value, entry)
        return unit

    def held_interview(self, entry: LogEntry, process: str, ends: dict[str, str | None]) -> None:
        """Write down an interview; if its end is known or due, mark it as remembered later."""
        unit = self.interview(entry, process)
        fresh = unit in self.new
        if fresh and self._is_remembered(entry, ends):
            self.say(unit, keys.REMEMBERED, True, entry)
        if entry.day and fresh:
            self.say(unit, keys.TALK_ON, entry.day, entry)
        for item, value in entry.facts.items():
            self.say(unit, item, value, entry)
        self.end(unit, ends, entry)
        self._guess(unit, entry, fresh=fresh)

    def end(self, unit: str, ends: dict[str, str | None], entry: LogEntry) -> None:
        """Write down how something ended, each state with its day."""
        for item, day in ends.items():
            state = "value" if day else "cant_recall"
            if day is None and (unit, item) in self.stands:
                continue  # the file does not say when; the log may
            self.say(unit, item, day, entry, state=state)

    def _is_remembered(self, entry: LogEntry, ends: dict[str, str | None]) -> bool:
        day = first_day(entry.day)
        due = day is None or self.snapshot.today > day + dt.timedelta(days=self.wait)
        return entry.remembered or bool(ends) or due

    def _guess(self, unit: str, entry: LogEntry, *, fresh: bool) -> None:
        if entry.chance is None and not entry.take_it:
            return
        told = self.stands.get((unit, keys.REMEMBERED))
        if not fresh:
            return  # a guess made in time is there already
        if told is None or told.value is not True:
            self.refused += 1
            return
        chance = entry.chance
        of = None if chance is None else {"of": chance.of, "within": _within(chance.within, self.wait)}
        remember_guess(self.snapshot, unit, chance=of, take_it=entry.take_it, sitting=self.sitting)
        self.guesses += 1


def bring_log(preview: LogPreview, snapshot: Snapshot) -> LogReceipt:
    """Bring what is ticked in a preview into the record, in one transaction.

    An entry is the same as one in the log if employer and job are the same, and for an interview also the
    day; we then fill in only what is empty. What ended an application ends the last of its interviews in the
    file, or, without one, the application itself. We mark an interview as remembered later if its end is
    known, or its day for an answer is over: we keep a guess about it, but never count it. We refuse a guess
    about one that is still open.

    Raises
    ------
    NotSaved
        When the record cannot be written; then it is as it was.
    """
    with snapshot.record.batch():
        work = _Work(snapshot)
        rows: dict[str, list[LogEntry]] = {}
        for entry in preview.entries:
            if entry.taken:
                rows.setdefault(entry.row or entry.where, []).append(entry)
        for entries in rows.values():
            _bring_row(work, entries)
    return LogReceipt(
        preview.file,
        work.added[APPLICATION],
        work.added[INTERVIEW],
        len(work.filled),
        work.written,
        tuple(work.kept),
        work.guesses,
        work.refused,
        work.sitting.id if "sitting" in vars(work) else None,
    )


def _bring_row(work: _Work, entries: list[LogEntry]) -> None:
    held = [entry for entry in entries if entry.kind == INTERVIEW]
    whole = next((entry for entry in entries if entry.kind == APPLICATION), None)
    process = work.application(whole) if whole else work.job(entries[0])
    last = max(held, key=lambda entry: entry.day, default=None)
    of_whole = dict(whole.ends) if whole else {}
    for entry in held:
        ends = dict(entry.ends)
        if entry is last:
            moved = {item: of_whole.pop(item) for item in CAME if item in of_whole}
            if keys.OFFERED_ON in of_whole:
                moved.setdefault(keys.CAME_YES, of_whole[keys.OFFERED_ON])
            ends = moved | ends
        offered = {item: ends.pop(item) for item in (keys.OFFERED_ON,) if item in ends}
        if offered:
            ends.setdefault(keys.CAME_YES, offered[keys.OFFERED_ON])
        of_whole |= offered
        work.held_interview(entry, process, ends)
    if of_whole:
        work.end(process, of_whole, whole or entries[0])


def _within(days: int | None, wait: int) -> int:
    return wait if days is None else min(max(days, 1), LONGEST_WAIT)


def _same(text: object) -> str:
    return same(text) if isinstance(text, str) else ""


def _agrees(stands: Answer, value: object) -> bool:
    """Return whether two answers say the same, however they are spelt."""
    if not isinstance(stands.value, str) or not isinstance(value, str):
        return bool(stands.value == value)
    if (day := first_day(stands.value)) is not None:
        return day == first_day(value)
    return same(words(stands)) == same(value)
