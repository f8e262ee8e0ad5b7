"""Levels wanted: which level of a line suits the person best, declared before the first look."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.counts import count, number, quoted
from good_on_paper.study.declared import first_look
from good_on_paper.study.first_word import by_then, first_word

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item

WANTED = "wanted:"
"""Prefix of an item. The line follows on which the person wants a level."""
NEAR = "near:"
"""Prefix of a column. The line follows that we compare by its nearness to the level wanted."""


def wanted(snapshot: Snapshot) -> dict[str, float]:
    """Return the levels wanted by line, as they stood before the first look, in the catalogue's order."""
    first = first_look(snapshot)
    person = snapshot.unit.id
    moment = snapshot.moment if first is None else first.seq
    standing = Snapshot(snapshot.record, moment).current(units=(person,))
    return {
        item.key: float(answer.value)
        for item in snapshot.catalogue.items("circumstance", hidden=True)
        if (answer := standing.get((person, WANTED + item.key))) is not None
        and answer.state == "value"
        and answer.revision == item.revision
    }


def in_time(snapshot: Snapshot) -> dict[str, float]:
    """Return the levels wanted, by line, as they stood when the person first said how a job went.

    Somebody who knows how the jobs went can try one level after another until one goes with it. So a later
    level makes a mark in a picture, and we compare the line by its amount.
    """
    first = first_word(snapshot)
    if first is None:
        return wanted(snapshot)
    return wanted(Snapshot(snapshot.record, by_then(snapshot, first), snapshot.fixed))


def worded(item: Item, level: float) -> Item:
    """Return a line, worded as nearness to a level."""
    far = furthest((item.scale.min, item.scale.max), level)
    label = item.worded().label
    within = count(max(ceil(far / 2) - 1, 0), "step")  # what lies above the middle of the nearness
    at = "was at" if within.startswith("0") else f"was within {within} of"
    return item.worded().model_copy(
        update={
            "key": NEAR + item.key,
            "label": f"{label}: near {number(level)}, as I want it",
            "said": f"{quoted(label)} {at} {number(level)}, as I want it",
            "keyed": 1,
        }
    )


def furthest(scale: tuple[float, float], level: float) -> float:
    """Return the largest distance from a level on a scale."""
    return max(level - scale[0], scale[1] - level)
