"""What the start page may offer in one quiet line; "not now" and "never" are kept as answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.processes import processes
from good_on_paper.frames.targets import day_of
from good_on_paper.study import asked_again
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Sitting

MONTHS: Final = (4, 6, 9)
"""After so many months of a search we offer a look at then and now, once each."""
_OVER: Final = 12
"""After so many months we offer nothing any more."""
_DAYS_A_MONTH: Final = 365.25 / 12
APART: Final = dt.timedelta(days=90)
"""Applications and interviews further apart belong to two searches; between two quiet lines too."""
NOT_NOW: Final = dt.timedelta(days=30)


@dataclass(frozen=True)
class Offered:
    """Something that may be offered now.

    Attributes
    ----------
    key : str
        The key of the answer that puts it off.
    months : int
        How far into a search, where it is then and now; else 0.
    """

    key: str
    months: int = 0


def offered(snapshot: Snapshot) -> Offered | None:
    """Return the one thing to offer now; nothing for a day after a no.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> offered(gop.sample())
    Offered(key='then_and_now_offer', months=6)
    """
    if after_a_no(snapshot):
        return None
    told = snapshot.current(items=(keys.SAME_TODAY_OFFER, keys.THEN_AND_NOW_OFFER), units=(snapshot.unit,))
    months = _mark(snapshot)
    if months and _waits(told.get((snapshot.unit.id, keys.THEN_AND_NOW_OFFER)), months):
        return Offered(keys.THEN_AND_NOW_OFFER, months)
    said = told.get((snapshot.unit.id, keys.SAME_TODAY_OFFER))
    if _may_ask_again(snapshot) and (said is None or _is_over(said, snapshot.today)):
        return Offered(keys.SAME_TODAY_OFFER)
    return None


def put_off(snapshot: Snapshot, one: Offered, sitting: Sitting, *, never: bool) -> Answer:
    """Write down that something is not offered for now, or never again."""
    value: object = one.months or (snapshot.today + NOT_NOW).isoformat()
    state = "na" if never else "value"
    given = None if never else value
    return snapshot.record.answer(snapshot.unit, one.key, given, state=state, sitting=sitting)


def search_began(snapshot: Snapshot) -> dt.date | None:
    """Return the first day of the search that goes on; None if none does. Far apart days belong to two."""
    jobs, log = processes(snapshot), interviews(snapshot)
    told = [*jobs["applied"].dropna(), *log["day"].dropna()]
    days: list[dt.date] = sorted({when.date() for when in told if when.date() <= snapshot.today})
    taken = snapshot.current(items=(keys.OFFER_TAKEN,))
    if not days or snapshot.today - days[-1] > APART or any(one.state == "value" for one in taken.values()):
        return None
    parted = [later for before, later in pairwise(days) if later - before > APART]
    return parted[-1] if parted else days[0]


def _mark(snapshot: Snapshot) -> int:
    """Return the last of the marks that the search has come to; 0 before the first and after a year."""
    began = search_began(snapshot)
    months = (snapshot.today - began).days / _DAYS_A_MONTH if began else 0.0
    passed = [mark for mark in MONTHS if mark <= months]
    return passed[-1] if passed and months < _OVER else 0


def _waits(said: Answer | None, months: int) -> bool:
    if said is None or said.state == "cleared":
        return True
    return said.state == "value" and int(said.value) < months


def _may_ask_again(snapshot: Snapshot) -> bool:
    """Return whether a draw waits: the first, or one long after the last."""
    due = asked_again.due_on(snapshot)
    last = asked_again.last_sitting(snapshot)
    rested = last is None or snapshot.today - last.started.astimezone().date() >= APART
    return due is not None and due <= snapshot.today and rested


def _is_over(said: Answer, today: dt.date) -> bool:
    day = day_of(said.value) if said.state == "value" else None
    return said.state == "cleared" or (day is not None and day <= today)
