"""Which way a person said beforehand that their numbers lean: it counts only before an outcome is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.study.declared import given

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer

WAYS: Final = ("high", "low")
"""Which way numbers can lean."""


def declared_lean(snapshot: Snapshot) -> str | None:
    """Return which way the person said that their numbers lean, before anything was known; None if neither.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> declared_lean(gop.sample()) is None
    True
    """
    answers = given(snapshot, keys.BAROMETER_LEAN, cleared=True)
    first = first_outcome(snapshot) if answers else None
    before = [answer for answer in answers if first is None or answer.seq < first.seq]
    return str(before[-1].value) if before and before[-1].state == "value" else None


def first_outcome(snapshot: Snapshot) -> Answer | None:
    """Return the first answer that said how an interview ended, once its chance had been given; None so far.

    Interviews typed in later from memory do not count.
    """
    remembered = {
        unit
        for (unit, _), answer in snapshot.current(items=(keys.REMEMBERED,)).items()
        if answer.value is True
    }
    ended = (
        answer
        for answer in snapshot.given(items=CAME)
        if answer.item != keys.WITHDREW and answer.state == "value" and answer.unit not in remembered
    )
    return next(ended, None)
