"""How often shuffles give what was seen, over all the lines that were looked at."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise
from math import factorial

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.dealt import Figures, Places, dealt, narrow
from good_on_paper.patterns.ranks import Floats, Scores

EXACT_UP_TO = 8
"""Up to this many roles we try every order: 8! is 40,320."""
SHUFFLES = 20_000
"""With more roles we draw this many orders at random."""

_BLOCK = 10_000
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
    shuffles : int
        Orders shuffled: all there are, or those drawn.
    """

    hits: Scores
    orders: int
    shuffles: int
    _most: Figures = field(repr=False)
    """The strength of the strongest line in each order that was looked at; one stands for all equal ones."""
    _bars: Figures = field(repr=False)
    """The strength of each line as it was seen."""

    @cached_property
    def as_neat(self) -> Scores:
        """Shape (k,), int64: the shuffles in which any of all k lines was as strong."""
        if not self._most.size:
            return np.full(len(self.hits), self.shuffles)
        reached = len(self._most) - np.searchsorted(np.sort(self._most), self._bars)
        return np.asarray(reached * (self.shuffles // len(self._most)))

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
    """Count in how many of these orders, a row each, lines were as strong; leave out the one that was seen.

    Parameters
    ----------
    lines, outcome
        As for `shuffle`.
    orders : numpy.ndarray
        Shape (orders, n): `outcome` indexed by it is the outcome in these orders.
    """
    return among_outcomes(lines, outcome, in_orders(outcome, orders))


def in_orders(outcome: Scores, orders: npt.NDArray[np.intp]) -> Figures:
    """Return the outcome in these orders, a row each, as a column each."""
    return outcome.astype(kind_for(len(outcome)))[orders.T]


def among_outcomes(lines: Scores, outcome: Scores, drawn: Figures) -> Chance:
    """Count as `among`, where the outcome stands `in_orders` already."""
    return _counted(lines, outcome, drawn, drawn.shape[1], 1)


def _counted(lines: Scores, outcome: Scores, drawn: Figures, total: int, more: int) -> Chance:
    width = lines.shape[1]
    hits = np.full(width, total + more)
    spread = (lines * lines).sum(axis=0)
    varies = np.flatnonzero(spread)
    if not varies.size or not outcome.any() or not drawn.shape[1]:
        none = np.empty(0)
        return Chance(hits, total + more, total, none, none)
    seen = _squares(lines[:, varies], outcome[:, None])[:, 0] / spread[varies]
    falling = np.argsort(-seen, kind="stable")
    chosen = varies[falling]
    scored, scales, bars = lines[:, chosen], 1 / spread[chosen], seen[falling] * _AS_STRONG
    kind: type[np.floating] = np.float64
    if drawn.dtype == np.float32 and (narrow := _narrow(scales, bars)) is not None:
        kind, scales, bars = np.float32, *narrow
    left, most = np.zeros(len(chosen), dtype=np.int64), np.empty(drawn.shape[1], dtype=kind)
    room = np.empty((len(chosen), min(_BLOCK, drawn.shape[1])), dtype=kind)
    reached = np.empty(room.shape, dtype=bool)
    for start in range(0, drawn.shape[1], _BLOCK):
        block = drawn[:, start : start + _BLOCK]
        strongest = _sums(scored, block, room[:, : block.shape[1]])
        np.multiply(strongest, strongest, out=strongest)
        np.multiply(strongest, scales[:, None], out=strongest)  # to divide takes longer than all the rest
        by_line = list(strongest)
        for weaker, here in pairwise(reversed(by_line)):
            np.maximum(here, weaker, out=here)
        of_line = np.greater_equal(strongest, bars[:, None], out=reached[:, : block.shape[1]])
        left += [np.count_nonzero(line) for line in of_line]  # along an axis it would take far longer
        most[start : start + _BLOCK] = by_line[0]
    alike = total // drawn.shape[1]  # equal outcomes make equal orders; one stands for all of them
    hits[chosen] = np.maximum.accumulate(left * alike + more)
    seen_as = np.zeros(width, dtype=kind)  # what does not vary is as strong in every order
    seen_as[chosen] = bars
    return Chance(hits, total + more, total, most, seen_as)


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
        return np.zeros(drawn.shape[1])
    blocks = [drawn[:, start : start + _BLOCK] for start in range(0, drawn.shape[1], _BLOCK)]
    return np.concatenate(
        [(_squares(lines[:, varies], block) / spread[varies, None]).max(axis=0) for block in blocks]
    )


def _squares(lines: Scores, outcomes: npt.NDArray[np.generic]) -> Floats:
    sums = _sums(lines, outcomes, np.empty((lines.shape[1], outcomes.shape[1])))
    return np.multiply(sums, sums, out=sums)


def _sums(lines: Scores, outcomes: npt.NDArray[np.generic], room: Figures) -> Figures:
    # whole numbers below 2**53, or 2**24 in float32 (see `kind_for`), so the sums are exact
    turned, orders = lines.T.astype(room.dtype), outcomes.astype(room.dtype, copy=False)
    at_once = max(1, _ONE_CORE // max(1, lines.size))
    for start in range(0, orders.shape[1], at_once):
        part = slice(start, start + at_once)
        np.matmul(turned, orders[:, part], out=room[:, part])
    return room


def _narrow(scales: Floats, bars: Floats) -> tuple[Figures, Figures] | None:
    """Return scales and bars for float32, which is twice as fast; None where a strength would change sides.

    Rounding keeps the order of the strengths of one line. So it is enough to look at the least rank sum of
    each line that reaches a bar, and at the one below it.
    """
    bar, scale = bars[:, None], scales.astype(np.float32)
    least = np.ceil(np.sqrt(bar / scales))
    least -= (least > 0) & ((least - 1) ** 2 * scales >= bar)
    least += least**2 * scales < bar
    reaches = least.astype(np.float32)
    below = reaches - 1
    narrow: Figures = (reaches * reaches * scale).min(axis=1)
    return (scale, narrow) if ((below * np.abs(below) * scale).max(axis=1) < narrow).all() else None


def kind_for(roles: int) -> type[np.floating]:
    """Return float32 where it holds every rank sum of so many roles: at most the sum of their squares."""
    return np.float32 if roles * (roles**2 - 1) // 3 < 2**24 else np.float64


@lru_cache(maxsize=2)
def _drawn(outcome: tuple[int, ...], seed: int, shuffles: int) -> Figures:
    """Return outcomes in the orders to look at, a column per order; of equal orders only one."""
    went, kind = np.array(outcome), kind_for(len(outcome))
    if len(went) > EXACT_UP_TO:
        return dealt(went, _random_orders(len(went), seed, shuffles), kind)
    places = _all_orders(len(went))
    distinct = np.ones(places.shape[1], dtype=bool)
    for value in set(outcome):
        (equals,) = np.nonzero(went == value)
        for one, other in pairwise(equals):
            distinct &= places[one] < places[other]
    kept = places[:, distinct].astype(np.intp)
    result = np.empty(kept.shape, dtype=kind)
    np.put_along_axis(result, kept, np.broadcast_to(went[:, None], kept.shape), axis=0)
    return result


@lru_cache(maxsize=EXACT_UP_TO + 1)
def _all_orders(count: int) -> npt.NDArray[np.int8]:
    if not count:
        return np.empty((0, 1), dtype=np.int8)
    others = _all_orders(count - 1)
    by_first = []
    for first in range(count):
        heads = np.full((1, others.shape[1]), first, dtype=np.int8)
        by_first.append(np.vstack([heads, others + (others >= first)]))
    return np.concatenate(by_first, axis=1)


@lru_cache(maxsize=2)
def _random_orders(count: int, seed: int, shuffles: int) -> Places:
    rows = np.tile(np.arange(count), (shuffles, 1))
    return narrow(np.random.default_rng(seed).permuted(rows, axis=1).T)
