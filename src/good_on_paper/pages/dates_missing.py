"""What a page says about the years, and how often anybody hears of something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import patterns
from good_on_paper.language.counts import in_100
from good_on_paper.pages import titles

if TYPE_CHECKING:
    from good_on_paper.patterns import Contrast

FOR_LIFE: Final = (
    "We keep count of all your looks. On each of three pages, chance alone fools at most "
    f"{in_100(patterns.HOW_IT_WENT)} people whose jobs have start dates. On all three together it is at most "
    f"{in_100(patterns.FOR_LIFE)}. The pages: {titles.COMMON}; {titles.DULL}; {titles.BAROMETER}."
)
"""One limit for each: what whole invented people gave is in benchmarks/README.md. Without dates, drift alone
gives more."""


def dates_missing(result: Contrast) -> tuple[str, ...]:
    """Write that some or all jobs have no start date, so that we cannot test what the years alone give."""
    if result.outcome not in result.wide or result.when is None:
        return ()
    rated = result.wide[result.outcome].notna()
    many, dated = int(rated.sum()), int((rated & result.when.reindex(rated.index).notna()).sum())
    if many < patterns.FEWEST_DATED or dated == many:
        return ()
    if dated < patterns.FEWEST_DATED:
        alike = "Jobs next to each other in time are often alike, and that alone can look like a pattern."
        have = f"{dated} of your {many} have one" if dated else f"none of your {many} has one"
        check = f"We can check for that once {patterns.FEWEST_DATED} jobs have a start date; {have}."
        return (f"{alike} {check} Add dates in {titles.WORK}.",)
    one = many - dated == 1
    have = "1 job has" if one else f"{many - dated} jobs have"
    stay = "it stays where it is" if one else "they stay where they are"
    return (f"{have} no start date: when we check what the years alone could do, {stay}.",)
