"""What the jobs cost, as a second outcome beside how they went: offered before the first look only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import COST
from good_on_paper.charts.errors import ChartError
from good_on_paper.language.counts import count, uncapital
from good_on_paper.pages import titles
from good_on_paper.panels import Tick
from good_on_paper.record import RecordError
from good_on_paper.study.contrast import price
from good_on_paper.study.declare import declare_second
from good_on_paper.study.nearness import compared

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

SHARE: Final = (
    "The two then share one look, so a pattern has to be clearer to count. "
    "Once you look, you can no longer change this either."
)
TOO_FEW: Final = "You have too few jobs to look at what they cost you as well."
_ASKED: Final = f"we ask it at the end of {titles.LIKE}."


def offer(person: Person) -> Tick | str:
    """Return the tick that makes a look be about cost too, or why there is none."""
    main = person.primary_outcome
    if main == COST:
        return ""
    went = person.lines(outcome=COST, include_private=True)
    why, declared = _lacking(person, went), COST in person.outcomes
    if why and not declared:
        return why
    said = int(went[COST].notna().sum()) if COST in went else 0
    others = f" You answered it for {said} of {count(len(went), 'job')}; we leave the others out."
    label = person.words()[COST].label
    return Tick(
        f"Also look at {uncapital(label)}",
        why or SHARE + (others if said < len(went) else ""),
        declared,
        lambda on: declare(person, on=on),
    )


def declare(person: Person, *, on: bool) -> None:
    """Write the choice down, or take it back."""
    try:
        declare_second(person, COST if on else None)
    except RecordError as error:
        raise ChartError(str(error)) from error


def able(person: Person, *outcomes: str) -> bool:
    """Return whether a first look could tell anything about each outcome, with all of them declared."""
    return all(_able(person, outcome, outcomes) for outcome in outcomes)


def _lacking(person: Person, went: pd.DataFrame) -> str:
    """Write why a look could tell nothing about what the jobs cost, or only at the price of how they went."""
    said = went.get(COST, pd.Series(dtype="Float64")).dropna()
    if len(said) < patterns.FEWEST_ROLES:
        now = f" for {patterns.FEWEST_ROLES} jobs (now {len(said)})"
        return f"We can look at what it cost too, once you answer that{now}: {_ASKED}"
    if said.min() == said.max():
        return f"What it cost is the same for all {len(said)} jobs, so there is nothing to compare."
    return "" if able(person, person.primary_outcome, COST) else TOO_FEW


def _able(person: Person, outcome: str, declared: tuple[str, ...]) -> bool:
    given = compared(person, person.lines(outcome=outcome, include_private=True))
    least = patterns.lines_of(given.frame, (outcome,), outcome, given.guesses, person.item(outcome).kin)
    return least is not None and least <= price(person, outcome, declared=declared)
