"""Interviews that are typed into the log: one that nobody planned, and one remembered later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import words
from good_on_paper.frames.targets import day_of, interview_day
from good_on_paper.language import parse_date
from good_on_paper.record import RecordError
from good_on_paper.record.interviews import begin_interview, interview_unit
from good_on_paper.study.interviews import Held, begin, held_of, known_before, planned

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Sitting

CAME: Final = {
    "yes": keys.CAME_YES,
    "no": keys.CAME_NO,
    "no_answer": keys.CAME_NOTHING,
    "withdrew": keys.WITHDREW,
    "open": "",
}
"""How an interview that somebody remembers later can have ended, with the item that says so."""


def add_interview(snapshot: Snapshot, employer: str, day: str, *, facts: dict[str, Any] | None = None) -> str:
    """Add an interview at an employer on a day, to the job in sight there or to a new one.

    If it was planned for that day, what was known of it beforehand comes with it.

    Returns
    -------
    str
        The id of the interview; the same day at the same place is the same interview.

    Raises
    ------
    RecordError
        Without an employer.
    DateError
        The day is none.
    """
    name = " ".join(employer.split())
    if not name:
        raise RecordError("Which employer was it with? A name is enough.")
    when = str(parse_date(day, today=snapshot.today))
    record = snapshot.record
    with record.batch():
        sitting = record.sitting("interview")
        target = _job_at(snapshot, name, sitting)
        unit = interview_unit(target, when)
        plan = next((held for held in planned(snapshot) if held.unit == unit), None)
        known = known_before(snapshot, plan) if plan else {keys.TALK_ON: when}
        return begin_interview(record, target, unit, facts=known | (facts or {}), sitting=sitting)


def hold_earlier(snapshot: Snapshot, target: str, day: dt.date) -> str:
    """Put the interview that is planned for a job on the list, on the day on which it was held instead.

    The plan gets that day; who they would meet and the round go with it.

    Returns
    -------
    str
        The id of the interview.

    Raises
    ------
    RecordError
        If nothing is planned for the job any more.
    """
    if target not in {unit for unit, _ in still_planned(snapshot)}:
        raise RecordError("Nothing is planned for this job any more. Run the cell again.")
    record = snapshot.record
    with record.batch():
        sitting = record.sitting("interview")
        record.answer(target, keys.TALK_ON, day.isoformat(), sitting=sitting)
        unit = interview_unit(target, day.isoformat())
        return begin(snapshot, next(one for one in held_of(snapshot) if one.unit == unit))


def still_planned(snapshot: Snapshot) -> list[tuple[str, dt.date]]:
    """Return the jobs with an interview on a day that is to come, and that day, the nearest first."""
    days = [(unit.id, interview_day(snapshot, unit)) for unit in snapshot.units("target")]
    found = [(unit, day) for unit, day in days if day is not None and day > snapshot.today]
    return sorted(found, key=lambda one: one[1])


def remember(snapshot: Snapshot, employer: str, day: str, outcome: str) -> str:
    """Add an interview from memory, with how it ended. It is marked so, and no guess about it counts.

    Raises
    ------
    RecordError
        Without an employer, or for an outcome that is none of `CAME`.
    DateError
        The day is none.
    """
    if outcome not in CAME:
        raise RecordError(f"how it ended, {outcome!r}, is none of {', '.join(CAME)}")
    record = snapshot.record
    with record.batch():
        unit = add_interview(snapshot, employer, day, facts={keys.REMEMBERED: True})
        if CAME[outcome]:  # we do not ask on which day they heard it
            sitting = record.sitting("interview")
            record.answer(unit, CAME[outcome], state="cant_recall", sitting=sitting)
        return unit


def plan_passed_over(snapshot: Snapshot, held: Held) -> dt.date | None:
    """Return the day that was planned for a job when an interview for it was added that had come before.

    None once they have said whether it was the one that was planned, or while there is no such day ahead.
    """
    begun = next((unit for unit in snapshot.units("interview") if unit.id == held.unit), None)
    told = snapshot.current(items=(keys.TALK_ON,), units=(held.target,)).get((held.target, keys.TALK_ON))
    if begun is None or told is None or told.state != "value" or told.given > begun.created:
        return None
    day = day_of(told.value)
    first = held.day >= told.given.astimezone().date()  # an older one was no change of plan
    return day if day is not None and day > snapshot.today and first else None


def tell_planned(snapshot: Snapshot, held: Held, *, moved: bool) -> None:
    """Write down whether an interview was the planned one, on another day, or one besides it.

    If it was, the plan gets its day, and who they would meet and the round go with it. If not, the day that
    is planned is said once more.
    """
    record = snapshot.record
    with record.batch():
        sitting = record.sitting("interview")
        planned_day = snapshot.current(items=(keys.TALK_ON,), units=(held.target,))
        for answer in planned_day.values():
            value = held.day.isoformat() if moved else answer.value
            record.answer(held.target, keys.TALK_ON, value, sitting=sitting)
        if moved:
            again = next(one for one in held_of(snapshot) if one.unit == held.unit)
            facts = known_before(snapshot, again)
            there = snapshot.current(items=list(facts), units=(held.unit,))
            for item, value in facts.items():
                if (held.unit, item) not in there:
                    record.answer(held.unit, item, value, sitting=sitting)


def _job_at(snapshot: Snapshot, employer: str, sitting: Sitting) -> str:
    """Return the newest job in sight at an employer, or begin one."""
    targets = snapshot.units("target")
    facts = snapshot.current(items=("employer",), units=targets)
    same = [
        unit for unit in targets if words(facts.get((unit.id, "employer"))).casefold() == employer.casefold()
    ]
    if same:
        return max(same, key=lambda unit: unit.created).id
    target = snapshot.record.add_unit("target", sitting=sitting).id
    snapshot.record.answer(target, "employer", employer, sitting=sitting)
    return target
