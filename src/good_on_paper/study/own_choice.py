"""What the person picked once they knew how the jobs went: it can only make a picture.

Whoever knows how the jobs went and picks what to rate, or what to need, finds something to go with it
(`benchmarks/README.md` has the figures); a question written then is picked as well. So a line that was
chosen, written or named as a need counts like any other only if it was whole before the first word on how a
job went. Ratings that came with that word in one file count as earlier. A need counts as a need, at the price
of a need, only if it was named by then; it still counts if it was dropped later, since dropping is a pick
too. The same holds for a level wanted: a later one is only drawn, and the line goes by its amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys, load
from good_on_paper.study.declared import given, guesses
from good_on_paper.study.first_word import by_then, first_word
from good_on_paper.study.next_lines import whole_lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.study.person import Person


def opened(person: Person) -> int | None:
    """Return after how many answers the person first said how a job went; None if not yet."""
    first = first_word(person, ())
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
    """Return the lines that were picked, and were not whole when the person first said how a job went.

    Parameters
    ----------
    person
        Whose they are.
    about
        Items that say it, where that is not how it went: when it got dull.
    """
    return person.kept(("pictures only", *about), lambda: _pictures_only(person, about))


def _early_guesses(person: Person, about: Collection[str]) -> list[str]:
    first = first_word(person, about)
    return guesses(person if first is None else person.as_of(by_then(person, first)))


def _pictures_only(person: Person, about: Collection[str]) -> frozenset[str]:
    shipped, lines = load(), person.catalogue.items("circumstance", hidden=True)
    own = {item.key for item in lines if item.key not in shipped}
    picked = own.union(guesses(person), *(answer.value for answer in given(person, keys.LINES_CHOSEN)))
    first = first_word(person, about) if picked else None
    if first is None:
        return frozenset()
    before = person.as_of(by_then(person, first))
    return frozenset(picked.difference(whole_lines(before), early_guesses(person, about)))
