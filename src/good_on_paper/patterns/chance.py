"""How often shuffles give what was seen, over all the lines that were looked at."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import factorial

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.ranks import Floats, Scores

EXACT_UP_TO = 8
"""Up to this many roles we try every order: 8! is 40,320."""
SHUFFLES = 20_000
"""With more roles we draw this many orders at random."""

_BLOCK = 4_096
_ONE_CORE = 200_000
"""Multiplications at once: with more, OpenBLAS uses several cores, which wait longer than they work."""

_AS_STRONG = 1 - 2.0**-50
"""Equal strengths of two lines may come out a last digit apart; different ones differ by more."""


@dataclass(frozen=True)
class Chance:
    """What shuffling how it went gave.

    Attributes
    ----------
    hits : numpy.ndarray
        Shape (k,), int64: the orders in which any line still in question was as strong; all of them for a
        line that does not vary.
    orders : int
        All orders; if they were drawn, with the order that was seen.
    as_neat : numpy.ndarray
        Shape (k,), int64: the shuffles in which any of all k lines was as strong.
    shuffles : int
        Orders shuffled: all there are, or those drawn.
    """

    hits: Scores
    orders: int
    as_neat: Scores
    shuffles: int

    @property
    def p(self) -> Floats:
        """Shape (k,): the adjusted p of each line, from 0 to 1."""
        return np.asarray(self.hits / self.orders)

    def within(self, spend: Fraction) -> list[bool]:
        """Return whether the p of each line is at most `spend`, in whole numbers."""
        most = int(spend * self.orders)
        return [hits <= most for hits in self.hits.tolist()]


def shuffle(lines: Scores, outcome: Scores, *, seed: int = 0, shuffles: int = SHUFFLES) -> Chance:
    """Shuffle how the roles went and count how often lines were as strong as they are.

    The strength of a line is its squared rank sum with the outcome over the sum of its squared scores; as
    the outcome's spread is the same in every order, this orders lines as their standardised rank sums do,
    with the exact permutation variance, blanks included. Lines are then stepped down from the strongest.

    Parameters
    ----------
    lines : numpy.ndarray
        Shape (n, k), int64: the `good_on_paper.patterns.ranks.scores` of each line, blanks 0.
    outcome : numpy.ndarray
        Shape (n,), int64: the scores of how the roles went, no blanks.
    seed : int
        For the shuffles; without effect up to `EXACT_UP_TO` roles.
    shuffles : int
        Orders drawn above `EXACT_UP_TO` roles.

    Notes
    -----
    Step-down max-T: Westfall, P. H. & Young, S. S. (1993), Resampling-Based Multiple Testing. Every order up
    to eight roles, so the figure is exact; above, (b + 1) / (m + 1): Phipson, B. & Smyth, G. K. (2010),
    Statistical Applications in Genetics and Molecular Biology 9, 39.
    """
    exact = len(outcome) <= EXACT_UP_TO
    total = factorial(len(outcome)) if exact else shuffles
    # all orders include the one that was seen; the drawn ones do not
    return _counted(lines, outcome, _drawn(tuple(outcome.tolist()), seed, shuffles), total, 0 if exact else 1)


def among(lines: Scores, outcome: Scores, orders: npt.NDArray[np.intp]) -> Chance:
    """Count in how many of these orders, a row each, lines were as strong; the one that was seen is not in.

    Parameters
    ----------
    lines, outcome
        As for `shuffle`.
    orders : numpy.ndarray
        Shape (orders, n): `outcome` indexed by it is the outcome in these orders.
    """
    return _counted(lines, outcome, outcome.astype(np.float64)[orders], len(orders), 1)


def _counted(lines: Scores, outcome: Scores, drawn: Floats, total: int, more: int) -> Chance:
    width = lines.shape[1]
    hits, as_neat = np.full(width, total + more), np.full(width, total)
    spread = (lines * lines).sum(axis=0)
    varies = np.flatnonzero(spread)
    if not varies.size or not outcome.any() or not len(drawn):
        return Chance(hits, total + more, as_neat, total)
    seen = _squares(lines[:, varies], outcome[None, :])[:, 0] / spread[varies]
    falling = np.argsort(-seen, kind="stable")
    chosen, seen = varies[falling], seen[falling] * _AS_STRONG
    scored, scale, bars = lines[:, chosen], (1 / spread[chosen]).tolist(), seen.tolist()
    left, every = ([0] * len(chosen) for _ in range(2))
    room = np.empty((len(chosen), min(_BLOCK, len(drawn))))
    for start in range(0, len(drawn), _BLOCK):
        block = drawn[start : start + _BLOCK]
        strongest = _sums(scored, block, room[:, : len(block)])
        # a line at a time from the weakest on, so that what is worked on stays in the nearest cache
        for place in range(len(chosen) - 1, -1, -1):
            here = strongest[place]
            np.multiply(here, here, out=here)
            np.multiply(here, scale[place], out=here)  # to divide would take longer than all the rest
            if place + 1 < len(chosen):
                np.maximum(here, strongest[place + 1], out=here)
            left[place] += int(np.count_nonzero(here >= bars[place]))
        for place, bar in enumerate(bars):
            every[place] += int(np.count_nonzero(strongest[0] >= bar))
    alike = total // len(drawn)  # equal outcomes make equal orders; one stands for all of them
    hits[chosen] = np.maximum.accumulate(np.array(left) * alike + more)
    as_neat[chosen] = np.array(every) * alike
    return Chance(hits, total + more, as_neat, total)


def adjusted_p(lines: Scores, outcome: Scores, *, seed: int = 0, shuffles: int = SHUFFLES) -> Floats:
    """Return `Chance.p` alone; see `shuffle`."""
    return shuffle(lines, outcome, seed=seed, shuffles=shuffles).p


def strongest(lines: Scores, outcome: Scores, *, seed: int = 0, shuffles: int = SHUFFLES) -> Floats:
    """Return, for each order that `shuffle` looks at, the strength of its strongest line.

    If several roles went equally well, one order stands for all equal ones: shares stay the same.
    """
    spread = (lines * lines).sum(axis=0)
    varies = np.flatnonzero(spread)
    drawn = _drawn(tuple(outcome.tolist()), seed, shuffles)
    if not varies.size:
        return np.zeros(len(drawn))
    blocks = [drawn[start : start + _BLOCK] for start in range(0, len(drawn), _BLOCK)]
    return np.concatenate(
        [(_squares(lines[:, varies], block) / spread[varies, None]).max(axis=0) for block in blocks]
    )


def _squares(lines: Scores, outcomes: npt.NDArray[np.generic]) -> Floats:
    sums = _sums(lines, outcomes, np.empty((lines.shape[1], len(outcomes))))
    return np.multiply(sums, sums, out=sums)


def _sums(lines: Scores, outcomes: npt.NDArray[np.generic], room: Floats) -> Floats:
    # whole numbers below 2**53 in float64, so the products are exact
    turned, orders = lines.T.astype(np.float64), outcomes.T.astype(np.float64, copy=False)
    at_once = max(1, _ONE_CORE // max(1, lines.size))
    for start in range(0, orders.shape[1], at_once):
        part = slice(start, start + at_once)
        np.matmul(turned, orders[:, part], out=room[:, part])
    return room


@lru_cache(maxsize=2)
def _drawn(outcome: tuple[int, ...], seed: int, shuffles: int) -> Floats:
    """Return outcomes in the orders to look at, a row per order; of orders that equal each other only one."""
    went = np.array(outcome, dtype=np.float64)
    if len(went) > EXACT_UP_TO:
        return np.asarray(went[_random_orders(len(went), seed, shuffles)])
    orders = _all_orders(len(went))
    distinct = np.ones(len(orders), dtype=bool)
    for value in set(outcome):
        (equals,) = np.nonzero(went == value)
        for one, other in pairwise(equals):
            distinct &= orders[:, one] < orders[:, other]
    kept = orders[distinct].astype(np.intp)
    result = np.empty(kept.shape)
    np.put_along_axis(result, kept, np.broadcast_to(went, kept.shape), axis=1)
    return result


@lru_cache(maxsize=EXACT_UP_TO + 1)
def _all_orders(count: int) -> npt.NDArray[np.int8]:
    if not count:
        return np.empty((1, 0), dtype=np.int8)
    others = _all_orders(count - 1)
    by_first = []
    for first in range(count):
        heads = np.full((len(others), 1), first, dtype=np.int8)
        by_first.append(np.hstack([heads, others + (others >= first)]))
    return np.concatenate(by_first)


@lru_cache(maxsize=2)
def _random_orders(count: int, seed: int, shuffles: int) -> npt.NDArray[np.intp]:
    rows = np.tile(np.arange(count), (shuffles, 1))
    return np.random.default_rng(seed).permuted(rows, axis=1)
