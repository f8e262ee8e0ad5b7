"""Which ratings are asked again, and when: a fifth of them, drawn by chance, the same share of each job.

It only reads. What is drawn rests on the moment at which the sitting began and on its seed, which the record
keeps; so it can be drawn again, and what is answered since changes none of it.
"""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.frames import asked_roles
from good_on_paper.frames.asked_again import APART, SITTING, said_in
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.patterns.steadiness import FEWEST_PAIRS
from good_on_paper.record.rows import clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Sitting
    from good_on_paper.record.answers import Cell

ONE_IN: Final = 5
"""One rating in so many is asked again."""
MOST: Final = 30
"""Ratings asked again in one go, at most: ten seconds each make five minutes."""
ENOUGH: Final = ONE_IN * FEWEST_PAIRS
"""From so many ratings on, a fifth of them makes the pairs that figures need."""
STEPS: Final = (1, 7)
"""Both ends of the scale of the ratings that are asked again: we cannot count others with them."""
_GROUPS: Final = ("paper", "circumstance", "outcome", "success", "unsuccess")


@dataclass(frozen=True)
class DrawnAgain:
    """The ratings drawn for one sitting.

    Attributes
    ----------
    sitting : Sitting
        The sitting that asks them; its start and its seed say which they are.
    cells : tuple of (str, str)
        Role and line of each, in the order in which they are asked; without jobs that went quiet or off the
        list since.
    said : dict
        What was said in this sitting, by the cell.
    """

    sitting: Sitting
    cells: tuple[Cell, ...]
    said: Mapping[Cell, Answer]

    @property
    def left(self) -> tuple[Cell, ...]:
        """The cells that have no answer in this sitting."""
        return tuple(cell for cell in self.cells if cell not in self.said)


def draw(lines: Mapping[str, Sequence[str]], many: int, seed: int) -> list[Cell]:
    """Draw cells by chance, each as likely as any other; each job gets its share, rounded up or down.

    Parameters
    ----------
    lines
        The lines of each role to draw from; their order does not matter.
    many
        How many to draw; all if there are no more.
    seed
        The same seed draws the same.

    Notes
    -----
    A systematic sample: jobs in random order, the lines of each in random order, and then one cell in every
    so many from a random start. So every cell has the same chance, and every job gets its share.

    Examples
    --------
    >>> len(draw({"cook": ["pace", "hours"], "tutor": ["pace", "hours"]}, 2, seed=1))
    2
    """
    dice = random.Random(seed)  # noqa: S311 - which to ask, no secret
    jobs = sorted(lines)
    dice.shuffle(jobs)
    every = [(job, line) for job in jobs for line in dice.sample(sorted(lines[job]), len(lines[job]))]
    taken = min(many, len(every))
    start = dice.random()
    found = [every[int((start + place) * len(every) / taken)] for place in range(taken)]
    dice.shuffle(found)
    return found


def drawn(snapshot: Snapshot, sitting: Sitting) -> DrawnAgain:
    """Return what a sitting asks again: drawn from the record as it stood when the sitting began."""
    then = Snapshot(snapshot.record, sitting.started, snapshot.catalogue)
    old, asked = _ripe(then), _asked_before(then)
    fresh = [cell for cell in old if cell not in asked]
    many = _fifth(old)
    lines: dict[str, list[str]] = {}
    for unit, line in fresh if len(fresh) >= many else old:
        lines.setdefault(unit, []).append(line)
    now = {role.id for role in asked_roles(snapshot)}
    shown = _items(snapshot)
    cells = [
        cell
        for cell in draw(lines, many, sitting.seed)
        if cell[0] in now and cell[1] in shown and not shown[cell[1]].hidden
    ]
    return DrawnAgain(sitting, tuple(cells), said_in(snapshot, sitting))


def begun(snapshot: Snapshot) -> DrawnAgain | None:
    """Return the draw that was begun last; None if none was.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> begun(gop.sample()) is None
    False
    """
    last = last_sitting(snapshot)
    return None if last is None else drawn(snapshot, last)


def last_sitting(snapshot: Snapshot) -> Sitting | None:
    """Return the sitting that asked again last; None if there was none."""
    now = _now(snapshot)
    return max(
        (one for one in snapshot.record.sittings(SITTING) if one.started <= now),
        key=lambda one: one.started,
        default=None,
    )


def half_done(snapshot: Snapshot) -> DrawnAgain | None:
    """Return a draw with something left to answer; after two weeks it is over, and another can follow."""
    last = last_sitting(snapshot)
    if last is None or _now(snapshot) - last.started >= APART:
        return None
    found = drawn(snapshot, last)
    return found if found.left else None


def due_on(snapshot: Snapshot) -> dt.date | None:
    """Return the first day on which a fifth of the ratings can be asked again; None with too few of them.

    By then enough ratings have stood for two weeks, and the last draw lies two weeks back.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> due_on(me) <= me.today
    True
    """
    given = sorted(answer.given for answer in _standing(snapshot).values())
    if len(given) < ENOUGH:
        return None
    ripe = given[ENOUGH - 1] + APART
    last = last_sitting(snapshot)
    after = ripe if last is None else max(ripe, last.started + APART)
    return after.astimezone().date()


def how_many(snapshot: Snapshot) -> int:
    """Return how many ratings a draw begun now would ask again."""
    return _fifth(_ripe(snapshot))


def _fifth(old: Sequence[Cell]) -> int:
    return min(MOST, math.ceil(len(old) / ONE_IN))


def _standing(snapshot: Snapshot) -> dict[Cell, Answer]:
    """Return the ratings of jobs as they stand, without the jobs in which something hurt."""
    items = _items(snapshot)
    given = snapshot.counted(items=tuple(items), units=asked_roles(snapshot))
    return {
        cell: answer
        for cell, answer in given.items()
        if answer.state == "value" and answer.revision == items[cell[1]].revision
    }


def _ripe(snapshot: Snapshot) -> list[Cell]:
    now = _now(snapshot)
    return [cell for cell, answer in _standing(snapshot).items() if now - answer.given >= APART]


def _asked_before(snapshot: Snapshot) -> set[Cell]:
    ours = {one.id for one in snapshot.record.sittings(SITTING)}
    told = snapshot.given(items=tuple(_items(snapshot))) if ours else ()
    return {(answer.unit, answer.item) for answer in told if answer.sitting in ours}


def _items(snapshot: Snapshot) -> dict[str, Item]:
    every = [item for group in _GROUPS for item in snapshot.catalogue.items(group, hidden=True)]
    return {
        item.key: item
        for item in every
        if item.kind == "rating" and (item.scale.min, item.scale.max) == STEPS
    }


def _now(snapshot: Snapshot) -> dt.datetime:
    return snapshot.moment if isinstance(snapshot.moment, dt.datetime) else clock()
