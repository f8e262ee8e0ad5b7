"""Circumstances that the person chose to rate next, and which of them can only make a picture.

Whoever knows how the jobs went and picks what to rate finds something to go with it (`benchmarks/README.md`
has the figures). So a choice counts like any other line only if the line was whole before the first word on
how a job went. What was named as a need keeps its place as a need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.study.declared import given, guesses
from good_on_paper.study.next_lines import whole_lines

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_HOW_IT_WENT = ("outcome", "success", "unsuccess")


def opened(person: Person) -> int | None:
    """Return after how many answers the person first said how a job went; None if not yet."""
    items = [item.key for group in _HOW_IT_WENT for item in person.catalogue.items(group, hidden=True)]
    roles = {unit.id for unit in person.units("role")}
    said = (answer.seq for answer in person.given(items=items) if answer.unit in roles)
    return min(said, default=None)


def pictures_only(person: Person) -> frozenset[str]:
    """Return the chosen lines that were not whole yet when the person first said how a job went."""
    return person.kept("pictures only", lambda: _pictures_only(person), looks=False)


def _pictures_only(person: Person) -> frozenset[str]:
    ever = {line for answer in given(person, keys.LINES_CHOSEN) for line in answer.value}
    since = opened(person) if ever else None
    if since is None:
        return frozenset()
    return frozenset(ever.difference(whole_lines(person.as_of(since - 1)), guesses(person)))
