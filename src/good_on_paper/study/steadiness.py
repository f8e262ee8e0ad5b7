"""How much the same ratings stay when they are asked again, and which differences we then draw in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.frames.schema import HIDDEN, IN_SIGHT, START_HERE
from good_on_paper.patterns import PatternError
from good_on_paper.patterns.wide import LIKERT

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.study.person import Person

LARGE = 3
"""From so many steps on a change is large: we ask once whether the person changed their mind."""


def pairs(person: Person, of: str = HIDDEN) -> pd.DataFrame:
    """Return the pairs of one kind on lines of seven steps; see `good_on_paper.frames.asked_again`.

    Raises
    ------
    PatternError
        `of` is none of the three kinds.
    """
    if of not in (HIDDEN, IN_SIGHT, START_HERE):
        raise PatternError(f"of={of!r}; expected {HIDDEN!r}, {IN_SIGHT!r} or {START_HERE!r}")
    told = person.asked_again()
    of_seven = [line for line, ends in person.scales().items() if ends == LIKERT]
    return told[told["how"].eq(of) & told["line"].isin(of_seven)]


def steadiness(person: Person, of: str = HIDDEN, *, changed: bool = False) -> patterns.Steadiness:
    """Return how much the same the ratings stayed; with `changed`, count changes of mind too.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> len(steadiness(me, changed=True).frame) - len(steadiness(me).frame)
    1
    """
    told = pairs(person, of)
    kept = told if changed else told[~told["changed"].fillna(value=False)]
    return patterns.steadiness(kept, scale=LIKERT)


def within_noise(person: Person) -> float | None:
    """Return the difference up to which two single answers may differ by the day alone, in steps.

    None while it is not known: with fewer than eight pairs. It says nothing of patterns over many jobs.
    """
    return person.kept("within noise", lambda: steadiness(person).smallest_high, looks=False)


def to_ask_about(person: Person) -> pd.DataFrame:
    """Return the pairs with a large change where we have not heard yet whether they changed their mind."""
    told = pairs(person)
    return told[(told["again"] - told["first"]).abs().ge(LARGE) & told["changed"].isna()]
