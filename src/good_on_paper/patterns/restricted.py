"""What time alone would give: shuffles in which the outcome drifts along the years as it did."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.dealt import Figures, Places, dealt, narrow
from good_on_paper.patterns.ranks import Floats, Scores

FEWEST_DATED: Final = 8
"""With fewer dated roles we do not ask about time: too few orders drift as much."""
KEPT: Final = 2_000
"""So many orders, those most like the one that was seen."""
_DRAWN: Final = 12_000  # each also backwards
_TOP: Final = 1 - 1e-9  # Fisher's z of 1 is infinite

Orders = npt.NDArray[np.intp]


def restricted(outcome: Scores, dated: Sequence[int] | Orders) -> Orders:
    """Return the orders of the roles in which the outcome drifts along the years much as it did.

    An order drifts as much if its lag-1 autocorrelation along the dated roles, and its correlation with time
    up to the sign, are within a standard error of those of the outcome as it was; of such orders we keep the
    nearest. So a line that only rose over the years as the outcome did, or went up and down as slowly, is
    nothing special among them.

    Parameters
    ----------
    outcome : numpy.ndarray
        Shape (n,), int64: the `good_on_paper.patterns.ranks.scores` of how the roles went.
    dated : sequence of int
        Places of the dated roles, the earliest first, at least `FEWEST_DATED`; the others stay where they
        are.

    Returns
    -------
    numpy.ndarray
        Shape (orders, n), intp: `outcome` indexed by it is the outcome in these orders. About `KEPT`; fewer
        where the outcome rose or swung so steadily that few orders do. The one that was seen is left out.

    Notes
    -----
    A restricted permutation test. Were the outcome a Gaussian AR(1) series around a trend, all orders of its
    values with the same lag-1 autocorrelation and the same trend would be equally likely: but for the ends of
    the series both are sufficient. So the strengths of lines in these orders are what time alone would give,
    whatever the lines are. Permutations given what is sufficient: Pesarin, F. & Salmaso, L. (2010),
    Permutation Tests for Complex Data; restricted permutations: Good, P. (2005), Permutation, Parametric and
    Bootstrap Tests of Hypotheses. Few random orders drift, so we draw them as the ranks of AR(1) series with
    any drift and any trend, and keep those that are near.

    `benchmarks/README.md` says how often a word is then false and how often what is there is found, and what
    other nulls gave: rotations and reversals of the order, blocks, likeness without the trend.

    Examples
    --------
    >>> rose = np.array([-9, -7, -5, -3, -1, 1, 3, 5, 7, 9])
    >>> np.unique(restricted(rose, range(10)), axis=0).tolist()  # no other order is as steady
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
    """
    dated = np.asarray(dated, dtype=np.intp)
    rising, near = _near(outcome[dated])
    kept = _drifting(len(dated)).take(near, axis=1).T
    orders = np.broadcast_to(np.arange(len(outcome)), (2 * len(kept), len(outcome))).copy()
    orders[:, dated] = dated[rising].take(np.vstack([kept, kept[:, ::-1]]))
    return orders


def outcomes_in_time(outcome: Scores, dated: Sequence[int] | Orders, kind: type[np.floating]) -> Figures:
    """Return the outcome in the orders that `restricted` gives, a column each.

    >>> rose = np.array([-9, -7, -5, -3, -1, 1, 3, 5, 7, 9])
    >>> np.unique(outcomes_in_time(rose, range(10), np.float32)[0]).tolist()  # begins low or high
    [-9.0, 9.0]
    """
    dated = np.asarray(dated, dtype=np.intp)
    rising, near = _near(outcome[dated])
    found = dealt(outcome[dated][rising], _drifting(len(dated)).take(near, axis=1), kind)
    every = np.empty((len(outcome), 2 * len(near)), dtype=kind)
    every[:] = outcome[:, None]
    every[dated, : len(near)], every[dated, len(near) :] = found, found[::-1]  # and backwards
    return every


def _near(outcome: Scores) -> tuple[Orders, Orders]:
    """Return the dated roles as their outcome rises, and which series of `_drifting` are near it."""
    # centred in whole numbers, so that equally near orders come out exactly equal
    along = len(outcome) * outcome - outcome.sum()
    rising = np.argsort(along, kind="stable")
    columns = _drifting(len(outcome))
    course, seen = _course(along[rising], columns), np.arctanh(_course(along))[:, 0]
    farthest = 1 / np.sqrt(len(outcome) - 3)  # the standard error of Fisher's z
    from_seen = [np.abs(of - place) for of, place in zip(course, np.tanh(seen), strict=True)]
    near = np.flatnonzero(np.maximum(*from_seen) <= farthest)  # the distance in z is never the smaller one
    away = np.maximum(*(np.abs(np.arctanh(of[near]) - place) for of, place in zip(course, seen, strict=True)))
    half = KEPT // 2  # an order and its reverse are equally near
    if len(near) > half:
        farthest = min(farthest, np.partition(away, half)[half])
    return rising, near[away <= farthest]


def spend_in_time(spend: Fraction) -> Fraction:
    """Return what these orders may spend: as much as all shuffles, but no less than so few can show.

    >>> spend_in_time(Fraction(9, 200)), spend_in_time(Fraction(1, 4000))
    (Fraction(9, 200), Fraction(1, 2001))
    """
    return max(spend, Fraction(1, KEPT + 1))


def seldom(as_strong: int, orders: int, spend: Fraction) -> bool:
    """Return whether few enough of these orders are as strong; the order that was seen counts as one.

    >>> seldom(9, 1999, Fraction(1, 200)), seldom(10, 1999, Fraction(1, 200)), seldom(0, 10, Fraction(1, 20))
    (True, False, False)
    """
    return as_strong + 1 <= spend_in_time(spend) * (orders + 1)


def _course(along: Scores, places: Places | None = None) -> Floats:
    """Return the lag-1 autocorrelation of values in these orders, and their correlation with time.

    The second is up to the sign. `places` has a column per order; without it the values stay as they are.
    """
    many = len(along)
    size = max(1, int(np.gcd.reduce(along)))  # smaller whole numbers with the same course
    small, years = along // size, 2 * np.arange(many) - (many - 1)
    # every sum is a whole number; in float32 too, while below 2**24
    most = many * max(1, int(np.abs(small).max())) * max(many, int(np.abs(small).max()))
    kind: type[np.floating] = np.float32 if most < 2**24 else np.float64
    values = small[:, None].astype(kind) if places is None else dealt(small, places, kind)
    spread = np.maximum(float(along @ along), 1)
    squared = (years @ years) / 4
    together = np.einsum("ij,ij->j", values[1:], values[:-1]).astype(np.float64)
    risen = np.einsum("i,ij->j", years.astype(kind), values).astype(np.float64)
    course = np.empty((2, len(risen)))
    course[0] = together * size**2 / spread
    course[1] = np.abs(risen * (size / 2)) / np.sqrt(spread * squared)
    return np.minimum(course, _TOP, out=course)


@lru_cache(maxsize=4)
def _drifting(count: int) -> Places:
    """Return ranks of series from independent to a random walk, half with a trend, a column each."""
    dice = np.random.default_rng(count)
    drift, trend = dice.random((2, _DRAWN))
    trend = np.where(trend < 1 / 2, 0, -np.log(2 * (1 - trend)))  # exponential where there is one
    series = dice.standard_normal((count, _DRAWN))
    for place in range(1, count):
        series[place] = drift * series[place - 1] + np.sqrt(1 - drift**2) * series[place]
    years = np.arange(count) - (count - 1) / 2
    series += years[:, None] / years.std() * trend
    return narrow(series.argsort(axis=0).argsort(axis=0))
