"""Circumstances that the person chose to rate or wrote themselves, and which can only make a picture.

Whoever knows how the jobs went and picks what to rate finds something to go with it (`benchmarks/README.md`
has the figures); a question written then is picked as well. So either counts like any other line only if it
was whole before the first word on how a job went; what one file brought together with that word was. What was
named as a need keeps its place as a need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys, load
from good_on_paper.intake.take_back import SITTING as IMPORT
from good_on_paper.study.declared import given, guesses
from good_on_paper.study.next_lines import whole_lines

if TYPE_CHECKING:
    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

_HOW_IT_WENT = ("outcome", "success", "unsuccess")


def opened(person: Person) -> int | None:
    """Return after how many answers the person first said how a job went; None if not yet."""
    first = _first_word(person)
    return None if first is None else first.seq


def pictures_only(person: Person) -> frozenset[str]:
    """Return the lines, chosen or one's own, not whole when the person first said how a job went."""
    return person.kept("pictures only", lambda: _pictures_only(person), looks=False)


def _first_word(person: Person) -> Answer | None:
    items = [item.key for group in _HOW_IT_WENT for item in person.catalogue.items(group, hidden=True)]
    roles = {unit.id for unit in person.units("role")}
    said = (answer for answer in person.given(items=items) if answer.unit in roles)
    return min(said, key=lambda answer: answer.seq, default=None)


def _pictures_only(person: Person) -> frozenset[str]:
    shipped, lines = load(), person.catalogue.items("circumstance", hidden=True)
    own = {item.key for item in lines if item.key not in shipped}
    picked = own.union(*(answer.value for answer in given(person, keys.LINES_CHOSEN)))
    first = _first_word(person) if picked else None
    if first is None:
        return frozenset()
    by_then = person.as_of(_before(person, first))
    return frozenset(picked.difference(whole_lines(by_then), guesses(person)))


def _before(person: Person, first: Answer) -> int:
    """Return the last answer that the first word could not colour: a file says all it says at once."""
    if first.sitting not in {sitting.id for sitting in person.record.sittings(IMPORT)}:
        return first.seq - 1
    return max(answer.seq for answer in person.given() if answer.sitting == first.sitting)
