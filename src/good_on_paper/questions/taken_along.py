"""The questions as they stood on the last paper that was printed or saved for an interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.record.interviews import interview_unit
from good_on_paper.study.interviews import held_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from good_on_paper.frames.snapshot import Snapshot

PAPER: Final = "-paper"
"""Stands in place of the question in the key of the answer that says what was put on paper."""
_ITEM: Final = f"question:{PAPER}"
_KEYS: Final = "paper"


@dataclass(frozen=True)
class TakenAlong:
    """What was put on paper.

    Attributes
    ----------
    keys : tuple of str
        The keys of the questions, in their order on the page.
    given : datetime
        When it was printed or saved, in UTC.
    """

    keys: tuple[str, ...]
    given: dt.datetime

    @property
    def day(self) -> str:
        """The day in words: "30 November"."""
        local = self.given.astimezone()
        return f"{local.day} {local:%B}"


def put_on_paper(snapshot: Snapshot, target: str, questions: Iterable[str]) -> None:
    """Write down which questions were printed or saved, in a sitting of its own: no undo takes paper back.

    Without a question, or a job they are for, there is nothing to write down.
    """
    keys = " ".join(questions)
    if keys and any(unit.id == target for unit in snapshot.units("target")):
        record = snapshot.record
        record.answer(target, _ITEM, {_KEYS: keys}, sitting=record.sitting("on paper"))


def taken_along(snapshot: Snapshot, target: str, day: dt.date | None = None) -> TakenAlong | None:
    """Return the last paper for one interview; None if there is none.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    target
        The id of the job.
    day
        The day of the interview; without one, the interview that comes next. A paper from before another
        interview for the job was for that one.
    """
    papers = [
        TakenAlong(tuple(str(answer.value[_KEYS]).split()), answer.given)
        for answer in snapshot.history(target, _ITEM)
        if answer.state == "value" and isinstance(answer.value, dict) and _KEYS in answer.value
        if day is None or _is_before(snapshot, target, answer.given, day)
    ]
    if not papers:
        return None
    last = papers[-1]
    return None if _was_for_another(snapshot, target, last.given, day) else last


def _is_before(snapshot: Snapshot, target: str, given: dt.datetime, day: dt.date) -> bool:
    """Return whether a moment came before an interview: on its day, before anything was said of it."""
    if given.astimezone().date() != day:
        return given.astimezone().date() < day
    unit = interview_unit(target, day.isoformat())
    begun = next((one.created for one in snapshot.units("interview") if one.id == unit), None)
    return begun is None or given < begun or begun.astimezone().date() > day


def _was_for_another(snapshot: Snapshot, target: str, given: dt.datetime, day: dt.date | None) -> bool:
    printed = given.astimezone().date()
    begun = {unit.id: unit.created for unit in snapshot.units("interview")}
    for held in held_of(snapshot):
        if held.target != target or (day is not None and held.day >= day):
            continue
        if held.unit in begun:
            over = held.day > printed or (held.day == printed and begun[held.unit] > given)
        else:  # it may still be ahead on its own day
            over = printed <= held.day < snapshot.today
        if over:
            return True
    return False
