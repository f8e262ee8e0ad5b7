"""Interviews that are typed into the log: one that nobody planned, and one remembered later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import words
from good_on_paper.language import parse_date
from good_on_paper.record import RecordError
from good_on_paper.record.interviews import begin_interview, interview_unit
from good_on_paper.study.interviews import known_before, planned

if TYPE_CHECKING:
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
