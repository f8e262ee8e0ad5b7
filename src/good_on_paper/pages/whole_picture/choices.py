"""Every choice the kit made for the person: how it stands now, and where it can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.forms.steering import Chosen
from good_on_paper.frames.definitions import SIDES
from good_on_paper.frames.take_home import COUNTS_AS, SAYS
from good_on_paper.language.counts import count
from good_on_paper.pages import titles
from good_on_paper.pages.in_common.which_jobs import CALLED
from good_on_paper.patterns import THIRDS
from good_on_paper.study.declared import drawn, frozen
from good_on_paper.study.lean_declared import declared_lean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from good_on_paper.study.person import Person

NONE: Final = "none so far"
KEPT: Final = "kept since your first look"
_LEANS: Final = {"high": "too high", "low": "too low"}
_MOST: Final = 5


def choices(person: Person) -> list[Chosen]:
    """Return the choices in the order of the pages; what a look froze says so."""
    return list(_choices(person))


def _choices(person: Person) -> Iterator[Chosen]:
    fixed = KEPT if frozen(person) else ""
    words = person.words()
    yield Chosen("The order of your jobs", "as you listed them", titles.WORK)
    yield Chosen(
        "What you said you need", _named(words[line].label for line in person.guesses), titles.START, fixed
    )
    yield Chosen(
        "Added at random, beside your needs",
        _named(words[line].label for line in drawn(person)),
        titles.START,
    )
    yield Chosen("What the patterns are about", person.went, titles.COMMON, fixed)
    second = _named(words[outcome].label for outcome in person.second_outcomes)
    yield Chosen("Looked at beside it", second, titles.COMMON, fixed)
    yield Chosen("Which jobs are compared", CALLED[THIRDS], titles.COMMON)
    for side, called in zip(SIDES, ("What success means", "What going wrong means"), strict=True):
        weights = person.definition(side.outcome).weights
        points = _named(f"{words[key].label} {points:g}" for key, points in weights.items() if key in words)
        yield Chosen(called, points, titles.LIKE)
    weigh = ", ".join(f"{SAYS[says]} {points}" for says, points in COUNTS_AS.items())
    yield Chosen("How much your list counts, where you gave no number", weigh, titles.BEFORE)
    lean = _LEANS.get(declared_lean(person) or "", "")
    yield Chosen("Which way your numbers lean", lean or "we look both ways", titles.BAROMETER)
    private = [item for item in person.catalogue.items("circumstance", hidden=True) if item.private]
    yield Chosen("Private circumstances", count(len(private), "question"), titles.LIKE)


def _named(texts: Iterable[str]) -> str:
    """Name a few of them, and count the others."""
    every = list(texts)
    more = len(every) - _MOST
    return "; ".join(every[:_MOST]) + (f"; and {more} more" if more > 0 else "") or NONE
