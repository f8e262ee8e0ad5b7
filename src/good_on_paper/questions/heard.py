"""What became of questions in past interviews: answered, told nothing, still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from good_on_paper.frames.snapshot import Snapshot

_NOTHING: Final = "no"
_OF_A_QUESTION: Final = (keys.HEARD, keys.HEARD_TOLD)


@dataclass(frozen=True)
class Heard:
    """What became of questions in interviews, by their keys.

    Attributes
    ----------
    nothing : frozenset of str
        Questions that told nothing the last time they were asked, in whichever interview.
    answered : frozenset of str
        Questions with an answer that told something, in an interview for the job that is meant.
    last : mapping
        By each of those, the place in the record of the last answer about it.
    since : datetime or None
        When the first answer of that job's last interview was written down; None before there is one.
    """

    nothing: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    last: Mapping[str, int] = field(default_factory=dict)
    since: dt.datetime | None = None


def heard(snapshot: Snapshot, target: str) -> Heard:
    """Return what became of the questions that were asked so far.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    target
        The id of the job that is meant.
    """
    interviews = {unit.id: unit.parent for unit in snapshot.units("interview")}
    told: dict[str, tuple[int, object]] = {}
    answered: dict[str, int] = {}
    begun: dict[str, dt.datetime] = {}
    for (unit, item), answer in snapshot.current(units=list(interviews)).items() if interviews else ():
        kind, _, question = item.partition(":")
        if kind not in _OF_A_QUESTION or not question or answer.state != "value":
            continue
        if kind == keys.HEARD_TOLD and answer.seq > told.get(question, (0, None))[0]:
            told[question] = (answer.seq, answer.value)
        if interviews[unit] == target:
            answered[question] = max(answer.seq, answered.get(question, 0))
            begun[unit] = min(begun.get(unit, answer.given), answer.given)
    nothing = frozenset(question for question, (_, value) in told.items() if value == _NOTHING)
    last = {question: seq for question, seq in answered.items() if question not in nothing}
    return Heard(nothing, frozenset(last), last, max(begun.values(), default=None))
