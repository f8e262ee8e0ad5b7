"""What the log has to ask or to say today: one thing at most, and never on the day after a no."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME, GUESSED
from good_on_paper.frames.interviews import day_typed, interviews
from good_on_paper.frames.names import words
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.targets import day_of
from good_on_paper.intake.take_back import SITTING as IMPORT
from good_on_paper.record.interviews import begin_interview, interview_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Sitting, Unit

QUIET_AFTER_A_NO: Final = dt.timedelta(days=1)
_ANSWERED: Final = (*GUESSED, keys.GUESS_LOCKED, keys.TO_REMEMBER, *CAME, keys.REMEMBERED)
_FACTS: Final = ("title", "employer", keys.MEETS_NAME, keys.TALK_ROUND, keys.STAGE, keys.TALK_ON)
_MET: Final = ("meets", keys.MEETS_NAME)
_PLANNED: Final = (*_MET, keys.TALK_ROUND)
_STAGES: Final = {"first": "first", "later": "later", "offer": "offer"}


@dataclass(frozen=True)
class Held:
    """An interview whose day has come.

    Attributes
    ----------
    unit, target : str
        The ids of the interview, begun or not, and of the job it is for.
    day : datetime.date
        When it was.
    employer, job, met : str
        As typed; each may be empty.
    stage : str
        What was said of it beforehand; may be empty.
    """

    unit: str
    target: str
    day: dt.date
    employer: str = ""
    job: str = ""
    met: str = ""
    stage: str = ""

    @property
    def name(self) -> str:
        """What it is called in a sentence: the employer, else the job."""
        return self.employer or self.job or "the interview"


@dataclass(frozen=True)
class Silence:
    """An interview whose day for an answer has passed without a word.

    Attributes
    ----------
    unit : str
        The id of the interview.
    day, due : datetime.date
        When it was, and the last day on which a yes was expected.
    employer, job, met : str
        As typed; each may be empty.
    """

    unit: str
    day: dt.date
    due: dt.date
    employer: str = ""
    job: str = ""
    met: str = ""


def planned(snapshot: Snapshot) -> list[Held]:
    """Return the interviews whose day has come and that have no answer yet, the newest last.

    A day that was moved before it came was no interview. A day that stood when it came was one, even if the
    day of the next interview has replaced it since.
    """
    facts = _Facts(snapshot)
    begun = {unit.id for unit in facts.interviews}
    found = [
        facts.held(unit, target.id, day)
        for target in snapshot.units("target")
        if (target.id, keys.TALK_ON) in facts.told
        for day in _days(snapshot, target)
        if (unit := interview_unit(target.id, day.isoformat())) not in begun
    ]
    return sorted(found, key=lambda one: one.day)


def is_over(snapshot: Snapshot, target: str, day: dt.date) -> bool:
    """Return whether the interview of a day is over: its day has passed, or something is said about it."""
    unit = interview_unit(target, day.isoformat())
    return day < snapshot.today or any(one.id == unit for one in snapshot.units("interview"))


def held_of(snapshot: Snapshot) -> list[Held]:
    """Return every interview whose day has come, begun or not; those that hurt too."""
    facts = _Facts(snapshot)
    begun = [
        facts.held(unit.id, unit.parent or "", day)
        for unit in facts.interviews
        if (day := facts.day(unit.id)) is not None and day <= snapshot.today
    ]
    return begun + planned(snapshot)


def to_ask_about(snapshot: Snapshot, *, now: dt.datetime | None = None) -> Held | None:
    """Return the interview to ask about, the newest whose day has come; None if there is nothing to ask.

    We ask nothing about an interview that has an answer, that was waved away or in which something hurt, and
    nothing at all for a day after a no.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> to_ask_about(gop.sample()) is None
    True
    """
    if after_a_no(snapshot, now=now):
        return None
    told = snapshot.current(items=(*_ANSWERED, keys.ASK_AGAIN_ON))
    said = {unit for unit, item in told if item in _ANSWERED}
    open_ = [held for held in held_of(snapshot) if held.unit not in said]
    quiet = quiet_roles(snapshot)
    asked = [
        one
        for one in open_
        if not {one.unit, one.target} & quiet
        and not _waved(told.get((one.unit, keys.ASK_AGAIN_ON)), snapshot.today)
    ]
    return max(asked, key=lambda one: one.day, default=None)


def silences(snapshot: Snapshot, *, now: dt.datetime | None = None) -> list[Silence]:
    """Return the interviews without a word by the day for an answer, each only until we raised it once.

    We leave out an interview that was followed by another at the same place, that was typed in from memory or
    in which something hurt. For a day after a no we raise nothing at all.
    """
    if after_a_no(snapshot, now=now):
        return []
    found = unanswered(snapshot)
    raised = snapshot.current(items=(keys.SILENCE_RAISED,), units=[one.unit for one in found])
    return [one for one in found if (one.unit, keys.SILENCE_RAISED) not in raised]


def unanswered(snapshot: Snapshot) -> list[Silence]:
    """Return the interviews whose day for an answer has passed without a word on how they ended."""
    frame = interviews(snapshot)
    told = snapshot.current(items=CAME, units=frame["unit"].tolist())
    quiet = quiet_roles(snapshot)
    last = frame.groupby("process")["day"].transform("max")
    due = frame[
        frame["outcome"].eq("no_answer") & frame["due"].notna() & ~frame["remembered"] & frame["day"].eq(last)
    ]
    return [
        Silence(
            row["unit"],
            row["day"].date(),
            row["due"].date(),
            *(_text(row[part]) for part in ("employer", "job", "met")),
        )
        for row in due.to_dict("records")
        if not any((row["unit"], key) in told for key in CAME) and not {row["unit"], row["process"]} & quiet
    ]


def after_a_no(snapshot: Snapshot, *, now: dt.datetime | None = None) -> bool:
    """Return whether a no was written down within the last day: then we ask nothing and show nothing.

    A no that was typed in later from memory, or came in with a file, does not count.
    """
    now = now or (snapshot.moment if isinstance(snapshot.moment, dt.datetime) else dt.datetime.now(dt.UTC))
    told = snapshot.current(items=(keys.CAME_NO, keys.REMEMBERED))
    imports = {sitting.id for sitting in snapshot.record.sittings(IMPORT)}
    return any(
        now - answer.given < QUIET_AFTER_A_NO
        for (unit, item), answer in told.items()
        if item == keys.CAME_NO and (unit, keys.REMEMBERED) not in told and answer.sitting not in imports
    )


def begin(snapshot: Snapshot, held: Held) -> str:
    """Put an interview on the list, with what was known of it beforehand, and return its unit's id."""
    facts = known_before(snapshot, held)
    return begin_interview(snapshot.record, held.target, held.unit, facts=facts)


def known_before(snapshot: Snapshot, held: Held) -> dict[str, Any]:
    """Return what was known of an interview beforehand: its day, who the person would meet, the round."""
    facts: dict[str, Any] = {keys.TALK_ON: held.day.isoformat()}
    known = _plan(snapshot, held.target, held.day)
    facts |= {item: known[item].value for item in _MET if item in known and known[item].state == "value"}
    return facts | ({keys.STAGE: held.stage} if held.stage else {})


def wave_away(snapshot: Snapshot, held: Held, sitting: Sitting, *, until: dt.date | None = None) -> Answer:
    """Write down that we ask nothing about an interview until a day; without a day, never again."""
    unit = begin(snapshot, held)
    state = "na" if until is None else "value"
    value = None if until is None else until.isoformat()
    return snapshot.record.answer(unit, keys.ASK_AGAIN_ON, value, state=state, sitting=sitting)


def _waved(answer: Answer | None, today: dt.date) -> bool:
    if answer is None:
        return False
    again = day_of(answer.value) if answer.state == "value" else None
    return again is None or today < again


def _days(snapshot: Snapshot, target: Unit) -> Iterator[dt.date]:
    """Yield the days that were set for the next interview at a place when they came."""
    days = snapshot.history(target, keys.TALK_ON)
    found = set()
    for place, answer in enumerate(days):
        day = day_of(answer.value) if answer.state == "value" else None
        if day is None or day > snapshot.today:
            continue
        given, later = answer.given.astimezone().date(), days[place + 1 :]
        if not later or given <= day < later[0].given.astimezone().date():
            found.add(day)
    yield from sorted(found)


def _plan(snapshot: Snapshot, target: str, day: dt.date) -> dict[str, Answer]:
    """Return what was planned for a day at a place: what stands, or stood when another day replaced it."""
    days = snapshot.history(target, keys.TALK_ON)
    at = max((place for place, one in enumerate(days) if day_typed(one) == day), default=None)
    if at is None:
        return {}
    if at == len(days) - 1:
        return {item: one for (_, item), one in snapshot.current(items=_PLANNED, units=(target,)).items()}
    then = {}
    for item in _PLANNED:
        for one in snapshot.history(target, item):
            if one.seq < days[at + 1].seq and one.given.astimezone().date() <= day:
                then[item] = one
    return then


class _Facts:
    """What is known of all interviews and of the jobs they are for, read at once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.interviews = snapshot.units("interview")
        self.told = snapshot.current(items=_FACTS)
        self.rounds = Counter(unit.parent for unit in self.interviews)
        self.of = {unit.id: unit.parent for unit in self.interviews}

    def day(self, unit: str) -> dt.date | None:
        return day_typed(self.told.get((unit, keys.TALK_ON)))

    def held(self, unit: str, target: str, day: dt.date) -> Held:
        met, stage = (self._words(unit, item) for item in (keys.MEETS_NAME, keys.STAGE))
        # one that has begun takes nothing from the plan of another day; another has what was planned for it
        if self.day(target) == day:
            plan = {item: words(self.told.get((target, item))) for item in _PLANNED}
        elif unit not in self.of:
            plan = {item: words(one) for item, one in _plan(self.snapshot, target, day).items()}
        else:
            plan = {}
        met = met or plan.get(keys.MEETS_NAME, "")
        if not stage and plan:
            stage = _STAGES.get(plan.get(keys.TALK_ROUND, ""), "")
            before = self.rounds[target] - (self.of.get(unit) == target)
            stage = "second" if stage == "later" and before == 1 else stage
        employer, job = (self._words(target, item) for item in ("employer", "title"))
        return Held(unit, target, day, employer, job, met, stage)

    def _words(self, unit: str, item: str) -> str:
        return words(self.told.get((unit, item)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
