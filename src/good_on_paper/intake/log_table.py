"""A table of applications or interviews, as people keep one or a tracker exports it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.facts import says_nothing
from good_on_paper.intake.log_preview import APPLICATION, INTERVIEW, GuessFound, LogEntry, LogPreview
from good_on_paper.intake.log_shape import OF_INTERVIEW, settled_columns
from good_on_paper.intake.log_states import (
    OFFERED,
    SAVED,
    SENT,
    TALKED,
    State,
    channel_in,
    stage_in,
    state_in,
)
from good_on_paper.intake.plain_text import norm, without_html
from good_on_paper.intake.preview import Recognised, Skipped
from good_on_paper.language.dates import order_of, parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.log_columns import LogColumn
    from good_on_paper.intake.sheet import Row, Sheet
    from good_on_paper.language.dates import Order

_LABELS: Final = {
    "employer": "the employer",
    "job": "the job",
    "applied": "when you applied",
    "day": "when the interview was",
    "state": "how it stands",
    "round": "which round it was",
    "channel": "how you talked",
    "met": "who you met",
    "contact": "who you met",
    "found": "how you found the job",
    "rejected": "when they said no",
    "answered": "when they answered",
    "offered": "when they made an offer",
    "withdrawn": "when you withdrew",
    "notes": "your notes, kept private",
    "advert": "the job ad",
    "advice": "advice you followed",
    "chance": "the chance of a yes, kept and never counted",
    "sent": "whether you applied",
}
_DATES: Final = ("applied", "day", "rejected", "answered", "offered", "withdrawn")
_NO_DAY: Final = "We don’t know the day of this interview, so it isn’t ticked."
_SAVED: Final = "This looks like a job you saved, not one you applied for, so it isn’t ticked."
_NOBODY: Final = "there is neither an employer nor a job in it"
_FAR: Final = ("", SAVED, SENT, TALKED, OFFERED)
_NUMBER: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(%?)(?:\s*/\s*(10|100))?")
_CERTAIN: Final = 100


def read_log_table(sheet: Sheet) -> LogPreview:
    """Find applications and interviews in a table.

    If a table has a round or the people met, and no application day, each row is an interview. Otherwise each
    row is an application, with an interview for each interview date. What ended an application ended its last
    interview; an earlier interview counts as a yes, since another one followed.

    Raises
    ------
    IntakeError
        If no column names an employer or a job.
    """
    columns = settled_columns(sheet)
    if not {column.part for column in columns} & {"employer", "job"}:
        names = shown(", ".join(sheet.header))
        problem = f"no column names an employer or a job among {names}"
        raise IntakeError(
            sheet.file, problem, place=sheet.place(), expected="a column called Company, or Job"
        )
    reading = _Reading(sheet, columns)
    for row in sheet.rows:
        reading.read(row)
    return reading.preview()


@dataclass
class _Reading:
    sheet: Sheet
    columns: list[LogColumn]
    entries: list[LogEntry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    followed: int = 0
    doubts: list[str] = field(default_factory=list)
    """Doubts about the days of the current row."""

    def __post_init__(self) -> None:
        self.notes += self.sheet.notes
        self.parts = {column.part: column for column in self.columns if column.part and not column.round}
        self.states = [column for column in self.columns if column.part == "state" and not column.round]
        self.rounds: dict[int, dict[str, LogColumn]] = {}
        for column in self.columns:
            if column.round:
                self.rounds.setdefault(column.round, {})[column.part] = column
        self.of_interviews = bool(self.parts.keys() & OF_INTERVIEW) and "applied" not in self.parts
        dated = [column for column in self.columns if column.part in _DATES]
        texts = [row.cells[column.number] for column in dated for row in self.sheet.rows]
        self.order: Order | None
        self.order, problem = order_of(texts)
        if problem:
            self.notes.append(f"{problem[:1].upper()}{problem[1:]}.")

    # -- one row

    def read(self, row: Row) -> None:
        where = self.sheet.place(row)
        employer, job = self.text("employer", row), self.text("job", row)
        if not employer and not job:
            if any(row.cells):
                self.skipped.append(Skipped(where, " | ".join(filter(None, row.cells))[:80], _NOBODY))
            return
        whole = LogEntry(
            where,
            APPLICATION,
            employer,
            job,
            row=where,
            written=" | ".join(text for text in row.cells if text),
        )
        state = self.state(row)
        self.doubts.clear()
        found = [self.interview(whole, row, state)] if self.of_interviews else self.process(whole, row, state)
        if self.doubts:
            why = f"We could not tell a date, {'; '.join(self.doubts)}. So it isn’t ticked."
            found = [replace(one, taken=False, why=one.why or why) for one in found]
        self.entries += found

    def process(self, whole: LogEntry, row: Row, state: State) -> list[LogEntry]:
        """Return an application, and the interviews that followed from it."""
        where = whole.where
        applied = self.day("applied", row)
        facts: dict[str, Any] = {}
        for part, key in (("found", keys.FOUND_HOW), ("advert", keys.ADVERT)):
            if text := self.text(part, row, lines=part == "advert"):
                facts[key] = text
        if text := self.text("advice", row):
            facts[keys.ADVICE] = [text]
        held = self.held(whole, row, state)
        ends = self.ends(row, state)
        saved = state.reached == SAVED or (
            norm(self.text("sent", row)) in ("no", "false", "n", "nein", "non")
        )
        saved = saved and not applied and not held
        why = _SAVED if saved else f"{state.unsure}, so it isn’t ticked." if state.unsure else ""
        application = replace(
            whole, day=applied, facts=facts, ends=ends, sent=not saved, taken=not why, why=why
        )
        if held:
            held = self.with_rounds_before(held, state)
        elif state.reached in (TALKED, OFFERED) and not why:
            undated = replace(whole, where=f"{where}, interview", kind=INTERVIEW, taken=False, why=_NO_DAY)
            held = [replace(undated, facts=self.of_the_interview(row, state))]
        self.leave_notes(row, held)
        return [application, *held]

    def held(self, whole: LogEntry, row: Row, state: State) -> list[LogEntry]:
        """Return an interview for each interview date of a row."""
        found = []
        numbered = sorted(self.rounds)
        for number in ([0] if "day" in self.parts else []) + numbered:
            parts = self.parts if number == 0 else self.rounds[number]
            column = parts.get("day")
            day = "" if column is None else self.day_in(column, row)
            if not day:
                continue
            facts = self.of_the_interview(row, state) if not numbered else {}
            if number:
                facts = {keys.STAGE: {1: "first", 2: "second"}.get(number, "later")}
                if "met" in parts and (met := row.cells[parts["met"].number].strip()):
                    facts[keys.MEETS_NAME] = met
            ends: dict[str, str | None] = {}
            if number and "state" in parts and (of_round := self.state_of(parts["state"], row)).ended:
                ends = {of_round.ended: None}
            label = f"interview {number}" if number else "interview"
            place = f"{whole.where}, {label}"
            found.append(replace(whole, where=place, kind=INTERVIEW, day=day, facts=facts, ends=ends))
        return self.with_guess(found, row)

    def interview(self, whole: LogEntry, row: Row, state: State) -> LogEntry:
        """Return the interview of a row."""
        day = self.day("day", row)
        facts = self.of_the_interview(row, state)
        if notes := self.text("notes", row, lines=True):
            facts["notes_pasted"] = notes
        why = "" if day else _NO_DAY
        why = why or (f"{state.unsure}, so it isn’t ticked." if state.unsure else "")
        entry = replace(
            whole, kind=INTERVIEW, day=day, facts=facts, ends=self.ends(row, state), taken=not why, why=why
        )
        return self.with_guess([entry], row)[0]

    def of_the_interview(self, row: Row, state: State) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        named = self.text("round", row)
        if stage := stage_in(named) or state.stage:
            facts[keys.STAGE] = stage
        elif named:
            self.leave(row, "round", named, "it does not say which round it was")
        how = self.text("channel", row)
        if channel := channel_in(how) or channel_in(named):
            facts[keys.CHANNEL] = channel
        if met := self.text("met", row):
            facts[keys.MEETS_NAME] = met
        return facts

    def with_rounds_before(self, held: list[LogEntry], state: State) -> list[LogEntry]:
        """Read an interview as a yes if another one followed it."""
        *before, last = held
        self.followed += len(before)
        done = [replace(one, ends=one.ends or {keys.CAME_YES: None}) for one in before]
        stage = {keys.STAGE: state.stage} if state.stage and keys.STAGE not in last.facts else {}
        return [*done, replace(last, facts={**last.facts, **stage})]

    def ends(self, row: Row, state: State) -> dict[str, str | None]:
        """Return how it ended: from the columns with days, and from the state."""
        dated = {
            keys.CAME_NO: self.day("rejected", row),
            keys.OFFERED_ON: self.day("offered", row),
            keys.WITHDREW: self.day("withdrawn", row),
        }
        ends: dict[str, str | None] = {item: day for item, day in dated.items() if day}
        answered = self.day("answered", row)
        if answered and state.reached != OFFERED and not (state.ended or ends):
            self.leave(row, "answered", answered, "it does not say what they answered")
        if state.reached == OFFERED:
            ends.setdefault(keys.OFFERED_ON, answered or None)
        elif state.ended:
            ends.setdefault(state.ended, (answered or None) if state.ended != keys.CAME_NOTHING else None)
        return ends

    def with_guess(self, found: list[LogEntry], row: Row) -> list[LogEntry]:
        text = self.text("chance", row)
        if not text or not found:
            return found
        chance = chance_in(text)
        if chance is None:
            self.leave(row, "chance", text, "it is no chance from 0 to 100")
            return found
        return [*found[:-1], replace(found[-1], chance=GuessFound(chance))]

    # -- cells

    def text(self, part: str, row: Row, *, lines: bool = False) -> str:
        column = self.parts.get(part)
        if column is None or says_nothing(row.cells[column.number]):
            return ""
        text = without_html(row.cells[column.number])
        return text.strip() if lines else " ".join(text.split())

    def state(self, row: Row) -> State:
        """Return what the state columns say: the first that names an end, else the furthest stage."""
        states = [self.state_of(column, row) for column in self.states]
        decisive = [state for state in states if state.ended] or [state for state in states if state.unsure]
        return (
            decisive[0]
            if decisive
            else max(states, key=lambda state: _FAR.index(state.reached), default=State())
        )

    def state_of(self, column: LogColumn, row: Row) -> State:
        text = row.cells[column.number]
        return State() if says_nothing(text) else state_in(text)

    def day(self, part: str, row: Row) -> str:
        column = self.parts.get(part)
        return "" if column is None else self.day_in(column, row)

    def day_in(self, column: LogColumn, row: Row) -> str:
        text = row.cells[column.number].strip()
        if says_nothing(text):
            return ""
        try:
            return str(replace(parse_date(text, order=self.order), doubt=""))
        except DateError as error:
            place = self.sheet.place(row, column.number)
            self.skipped.append(Skipped(place, text, error.problem))
            self.doubts.append(f"{text!r}: {error.problem}")
            return "" if error.certain is None else str(error.certain)

    def leave(self, row: Row, part: str, what: str, why: str) -> None:
        self.skipped.append(Skipped(self.sheet.place(row, self.parts[part].number), what, why))

    def leave_notes(self, row: Row, held: list[LogEntry]) -> None:
        """Keep notes with the last interview; report them as left out if there is only an application."""
        notes = self.text("notes", row, lines=True)
        if notes and held:
            held[-1] = replace(held[-1], facts={**held[-1].facts, "notes_pasted": notes})
        elif notes:
            self.leave(row, "notes", notes[:80], "we keep notes with an interview, and there is none here")

    # -- the whole

    def preview(self) -> LogPreview:
        recognised, skipped = [], []
        for column in self.columns:
            where = self.sheet.place(None, column.number)
            if column.part in _LABELS:
                recognised.append(Recognised(where, column.part, _LABELS[column.part]))
            elif column.part == "twice":
                skipped.append(Skipped(where, "", "another column is this already"))
            elif any(row.cells[column.number] for row in self.sheet.rows):
                skipped.append(Skipped(where, "", "the log has no place for it"))
        if self.followed:
            note = "An earlier interview for the same job counts as a yes, since another one followed."
            self.notes.append(note)
        entries = _told_apart(self.entries)
        return LogPreview(
            self.sheet.file,
            "table",
            entries,
            tuple(recognised),
            (*skipped, *self.skipped),
            tuple(self.notes),
        )


def chance_in(text: str) -> int | None:
    """Return a chance out of 100 from a typed text: "70", "70 %", "7/10"; None if it is not one.

    Examples
    --------
    >>> [chance_in(text) for text in ("70", "70%", "7/10", "0.7", "high")]
    [70, 70, 70, 70, None]
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    if found[3] == "10":
        number *= 10
    elif number < 1 and "." in found[1].replace(",", "."):
        number *= _CERTAIN
    return round(number) if 0 <= number <= _CERTAIN else None


def _told_apart(entries: list[LogEntry]) -> tuple[LogEntry, ...]:
    """Untick rows that repeat an earlier one, and give every entry a position of its own."""
    seen: dict[tuple[object, ...], str] = {}
    found = []
    for entry in entries:
        alike = (entry.kind, norm(entry.employer), norm(entry.job), entry.day, _hashable(entry.facts))
        again = seen.setdefault(alike, entry.where)
        if again != entry.where and entry.taken:
            entry = replace(entry, taken=False, why=f"This says the same as {again}, so it isn’t ticked.")  # noqa: PLW2901
        found.append(entry)
    return tuple(found)


def _hashable(facts: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key, str(value)) for key, value in facts.items()))
