"""What the person picked once they knew how the jobs went: it can only make a picture.

Whoever knows how the jobs went and picks what to rate, or what to need, finds something to go with it
(`benchmarks/README.md` has the figures); a question written then is picked as well. So a line that was
chosen, written or named as a need counts like any other only if it was whole before the first word on how a
job went. What one file brought together with that word was. A need counts as one, at the price of a need,
only if it was named by then; dropped later, it still does, since that would be a pick too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys, load
from good_on_paper.intake.take_back import SITTING as IMPORT
from good_on_paper.study.declared import given, guesses
from good_on_paper.study.next_lines import whole_lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

_HOW_IT_WENT = ("outcome", "success", "unsuccess")


def opened(person: Person) -> int | None:
    """Return after how many answers the person first said how a job went; None if not yet."""
    first = _first_word(person, ())
    return None if first is None else first.seq


def early_guesses(person: Person, about: Collection[str] = ()) -> list[str]:
    """Return the guesses as they stood when the person first said how a job went.

    Parameters
    ----------
    person
        Whose they are.
    about
        Items that say it, where that is not how it went: when it got dull.
    """
    return person.kept(("early guesses", *about), lambda: _early_guesses(person, about))


def pictures_only(person: Person, about: Collection[str] = ()) -> frozenset[str]:
    """Return the lines picked, and not whole when the person first said how a job went.

    Parameters
    ----------
    person
        Whose they are.
    about
        Items that say it, where that is not how it went: when it got dull.
    """
    return person.kept(("pictures only", *about), lambda: _pictures_only(person, about))


def _first_word(person: Person, about: Collection[str]) -> Answer | None:
    went = (item.key for group in _HOW_IT_WENT for item in person.catalogue.items(group, hidden=True))
    roles = {unit.id for unit in person.units("role")}
    said = (answer for answer in person.given(items=about or [*went]) if answer.unit in roles)
    return min(said, key=lambda answer: answer.seq, default=None)


def _early_guesses(person: Person, about: Collection[str]) -> list[str]:
    first = _first_word(person, about)
    return guesses(person if first is None else person.as_of(_before(person, first)))


def _pictures_only(person: Person, about: Collection[str]) -> frozenset[str]:
    shipped, lines = load(), person.catalogue.items("circumstance", hidden=True)
    own = {item.key for item in lines if item.key not in shipped}
    picked = own.union(guesses(person), *(answer.value for answer in given(person, keys.LINES_CHOSEN)))
    first = _first_word(person, about) if picked else None
    if first is None:
        return frozenset()
    by_then = person.as_of(_before(person, first))
    return frozenset(picked.difference(whole_lines(by_then), early_guesses(person, about)))


def _before(person: Person, first: Answer) -> int:
    """Return the last answer that the first word could not colour: a file says all it says at once."""
    if first.sitting not in {sitting.id for sitting in person.record.sittings(IMPORT)}:
        return first.seq - 1
    return max(answer.seq for answer in person.given() if answer.sitting == first.sitting)
