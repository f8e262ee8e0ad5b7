"""Would you say the same today? What was said twice, weeks apart, and how far apart two answers can lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.patterns.chi_square import chi_square_quantile
from good_on_paper.patterns.how_far import interval
from good_on_paper.patterns.wide import labelled, named_once, on_scale

if TYPE_CHECKING:
    import pandas as pd

FEWEST_PAIRS: Final = 8
"""With fewer pairs there is the list, and no figure."""
KAPPA_FROM: Final = 20
"""With fewer pairs kappa says next to nothing."""
_NINE_IN_TEN: Final = 1.645
"""A normal variable lies within so many standard deviations of its middle 90 times in 100."""
_TAIL: Final = 0.05


@dataclass(frozen=True)
class Steadiness:
    """How much the same the answers were when they were asked again. It is about answers, and no score.

    All figures are None with fewer than eight pairs.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per pair that has both answers, with all the columns that were given, and ``difference``: the
        second answer less the first, in steps; ``within_one``: whether they lie at most one step apart.
    left_out : int
        Rows that lack an answer, so that they are no pair.
    within_one : int or None
        How many pairs lie at most one step apart, of as many as `frame` has rows.
    within_low, within_high : float or None
        The 90% interval of that share (Clopper and Pearson).
    smallest : float or None
        The smallest difference between two single answers that is not just you, in steps: if nothing
        changed, 90 of 100 differences are smaller. It is 1.645 times the root of the mean squared difference.
        For means of k answers divide it by the root of k. It says nothing of patterns over many jobs.
    smallest_high : float or None
        Its upper limit. Only a difference above it is safely more than you. The limit is of 95% by its
        reckoning; with answers in whole steps it held for at least 90 of 100 invented people.
    shift : float or None
        The mean difference, in steps: above 0 where the second answers were higher. It is part of `smallest`.
    kappa : float or None
        Kappa with quadratic weights, from 20 pairs; also None where all answers are the same. It is low where
        a person's jobs were alike, however steady the person.

    Examples
    --------
    >>> import pandas as pd
    >>> again = pd.DataFrame({"first": [2, 6, 4, 7, 5, 3, 1, 6], "again": [3, 6, 4, 6, 5, 5, 1, 6]})
    >>> found = steadiness(again)
    >>> found.within_one, len(found.frame), round(found.smallest, 2), found.shift, found.kappa
    (7, 8, 1.42, 0.25, None)
    """

    frame: pd.DataFrame = field(repr=False)
    left_out: int = 0
    within_one: int | None = None
    within_low: float | None = None
    within_high: float | None = None
    smallest: float | None = None
    smallest_high: float | None = None
    shift: float | None = None
    kappa: float | None = None


def steadiness(pairs: pd.DataFrame, *, scale: tuple[float, float] = (1, 7)) -> Steadiness:
    """Measure how far apart two answers to the same question lie, if nothing but time came between.

    The pairs should be drawn by chance, and asked again with the first answer out of sight. Where somebody
    changed their mind, a difference is no noise: leave out those rows, call it again, and show both.

    Parameters
    ----------
    pairs
        A row per pair: ``first`` and ``again``, whole steps of the scale, NA where there is no answer. Other
        columns stay in the result.
    scale
        The first and the last step.

    Returns
    -------
    Steadiness
        ``.frame`` has a row per pair; differences are in steps of the scale.

    Raises
    ------
    PatternError
        A column is missing or there twice, or a value is no number or off the scale.

    Notes
    -----
    The mean is not taken out of the differences, so n of them have n degrees of freedom, and the limit of
    their mean square is that of chi-square. Answers are whole steps: eight pairs that are all the same do not
    prove that the ninth will be. A pair that differs differs by a step at least, so the mean square is at
    least the share of pairs that differ, and its limit never below the limit of this share.

    References
    ----------
    Clopper and Pearson (1934), Biometrika 26: 404-413. Beckerman and others (2001), Smallest real difference,
    a link between reproducibility and responsiveness, Quality of Life Research 10: 571-578. Cohen (1968),
    Weighted kappa, Psychological Bulletin 70: 213-220.

    Examples
    --------
    >>> import pandas as pd
    >>> few = steadiness(pd.DataFrame({"first": [2, 6, 4], "again": [3, 6, None]}))
    >>> few.frame["difference"].tolist(), few.left_out, few.within_one
    ([1.0, 0.0], 1, None)
    """
    given = labelled(pairs, "one row per pair")
    named_once(given.columns, "columns", "rename one of them")
    numbers = on_scale(given, ("first", "again"), scale)
    there = numbers.notna().all(axis=1)
    first, again = numbers["first"][there], numbers["again"][there]
    off = again - first
    frame = given[there].assign(difference=off, within_one=off.abs() <= 1)
    left_out = int((~there).sum())
    if len(off) < FEWEST_PAIRS:
        return Steadiness(frame, left_out)
    within = int(frame["within_one"].sum())
    return Steadiness(
        frame,
        left_out,
        within,
        *interval(within, len(off)),
        smallest=_NINE_IN_TEN * float((off**2).mean()) ** 0.5,
        smallest_high=_NINE_IN_TEN * _at_most(off) ** 0.5,
        shift=float(off.mean()),
        kappa=_kappa(first, again) if len(off) >= KAPPA_FROM else None,
    )


def _at_most(off: pd.Series) -> float:
    """Return the upper limit of the mean squared difference."""
    _, differ = interval(int(off.ne(0).sum()), len(off))
    return max(float((off**2).sum()) / chi_square_quantile(_TAIL, len(off)), differ or 0.0)


def _kappa(first: pd.Series, again: pd.Series) -> float | None:
    """Return kappa with quadratic weights: how much nearer the pairs lie than answers paired by chance."""
    by_chance = first.var(ddof=0) + again.var(ddof=0) + (first.mean() - again.mean()) ** 2
    return float(1 - ((again - first) ** 2).mean() / by_chance) if by_chance else None
