"""The guess about an interview: which one counts, and which came too late to count.

It counts as it stood when it was locked: by the person, or 12 hours after it was begun, or with the first
word of how it ended. Whatever is said after that is another guess: we keep and show it, but never count it.
The same goes for a guess given on a day after the answer came. Reading alone ensures this, however an answer
came into the record.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import words
from good_on_paper.frames.roles import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Unit

GUESSED: Final = (keys.YES_CHANCE, keys.TAKE_IT)
"""What a lock closes: the chance that they say yes, and whether the person would take it."""
CAME: Final = (keys.CAME_YES, keys.CAME_NO, keys.CAME_NOTHING, keys.WITHDREW)
"""How it can have ended, each with its day."""
OPEN_FOR: Final = timedelta(hours=12)
"""How long after its first word a guess that nobody locked can still be changed."""
USUAL_WAIT: Final = 30
"""Days within which a yes is expected, unless the person says otherwise."""


@dataclass(frozen=True)
class Guess:
    """One guess about an interview.

    Attributes
    ----------
    chance : int
        The chance that they say yes, of 100.
    within : int
        Days from the interview within which a yes counts.
    given : datetime
        In UTC.
    """

    chance: int
    within: int
    given: datetime


@dataclass(frozen=True)
class Guessed:
    """What was guessed about an interview.

    Attributes
    ----------
    counted : Guess or None
        The guess that counts.
    take_it : str
        Whether they would take it: "yes", "no", "not_sure"; empty if it was not said in time.
    take_it_given : datetime or None
        When that was said.
    locked : datetime or None
        When both were closed; None while they can still be changed, or where nothing was guessed.
    others : tuple of Guess
        Guesses given later, oldest first; none of them is ever counted.
    """

    counted: Guess | None = None
    take_it: str = ""
    take_it_given: datetime | None = None
    locked: datetime | None = None
    others: tuple[Guess, ...] = ()


def guesses_about(
    snapshot: Snapshot, interviews: Iterable[Unit | str], *, now: datetime
) -> dict[str, Guessed]:
    """Return what was guessed about each interview, as it stood at `now`.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> first = me.units("interview")[0]
    >>> guesses_about(me, [first], now=datetime.now(UTC))[first.id].counted.chance
    80
    """
    units = [unit if isinstance(unit, str) else unit.id for unit in interviews]
    told: dict[str, list[Answer]] = defaultdict(list)
    for answer in snapshot.given(items=_READ, units=units):
        told[answer.unit].append(answer)
    return {unit: guessed(told[unit], now) for unit in units}


_READ: Final = frozenset({*GUESSED, *CAME, keys.GUESS_LOCKED, keys.REMEMBERED})


def guessed(told: list[Answer], now: datetime) -> Guessed:
    """Return what was guessed, from all that was ever answered about one interview, oldest first."""
    remembered = [answer for answer in told if answer.item == keys.REMEMBERED]
    if remembered and remembered[-1].value is True:
        return Guessed()
    closing = _closing(told)
    before = [answer for answer in told if closing is None or _comes_before(answer, closing)]
    after = [answer for answer in told if closing is not None and not _comes_before(answer, closing)]
    chance = _last(before, keys.YES_CHANCE)
    if chance is not None and _answered_before(told, chance.given):
        chance = None
    take_it = _last(before, keys.TAKE_IT)
    return Guessed(
        None if chance is None else _guess(chance),
        "" if take_it is None else str(take_it.value),
        None if take_it is None else take_it.given,
        closing[1] if closing is not None and closing[1] <= now else None,
        tuple(_guess(one) for one in after if one.item == keys.YES_CHANCE and one.state == "value"),
    )


def _closing(told: list[Answer]) -> tuple[int | None, datetime] | None:
    """Return what closes the guess, as a place in the journal (None for time alone), and when."""
    first = next((one for one in told if one.item in GUESSED and one.state == "value"), None)
    said = next(
        (
            one
            for one in told
            if (one.item == keys.GUESS_LOCKED and one.value is True)
            or (one.item in CAME and one.state != "cleared")
        ),
        None,
    )
    if first is None:
        return None if said is None else (said.seq, said.given)
    by_itself = first.given + OPEN_FOR
    if said is None or (said.given > by_itself and said.seq > first.seq):
        return None, by_itself
    return said.seq, said.given


def _answered_before(told: list[Answer], given: datetime) -> bool:
    """Return whether, by the days as they stand now, the answer came on a day before a guess was given."""
    ends = {one.item: one for one in told if one.item in (keys.CAME_YES, keys.CAME_NO, keys.WITHDREW)}
    days = (last_day(words(one)) for one in ends.values() if one.state == "value")
    return any(day is not None and day < given.astimezone().date() for day in days)


def _comes_before(answer: Answer, closing: tuple[int | None, datetime]) -> bool:
    seq, when = closing
    return answer.given <= when if seq is None else answer.seq < seq


def _last(answers: list[Answer], item: str) -> Answer | None:
    given = [answer for answer in answers if answer.item == item]
    return given[-1] if given and given[-1].state == "value" else None


def _guess(answer: Answer) -> Guess:
    return Guess(int(answer.value["of"]), int(answer.value["within"]), answer.given)
