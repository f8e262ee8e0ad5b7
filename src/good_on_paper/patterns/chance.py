"""How often shuffled labels give what was seen, over all the lines that were looked at."""

from functools import lru_cache
from itertools import permutations
from math import factorial

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.ranks import Scores

EXACT_UP_TO = 8
"""Roles up to which every order is looked at: 8! is 40,320."""
SHUFFLES = 20_000
"""Orders drawn at random above that."""

_BLOCK = 5_000


def adjusted_p(
    lines: Scores, outcome: Scores, *, seed: int = 0, shuffles: int = SHUFFLES
) -> npt.NDArray[np.float64]:
    """Return, a line, the share of shuffles in which any line still in question did as well.

    The statistic of a line is its squared rank sum with the outcome over the sum of its squared scores; as
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

    Returns
    -------
    numpy.ndarray
        Shape (k,), from 0 to 1; 1 for a line that does not vary.

    Notes
    -----
    Step-down max-T: Westfall, P. H. & Young, S. S. (1993), Resampling-Based Multiple Testing. Every order up
    to eight roles, so the figure is exact; above, (b + 1) / (m + 1): Phipson, B. & Smyth, G. K. (2010),
    Statistical Applications in Genetics and Molecular Biology 9, 39.
    """
    count, width = lines.shape
    result = np.ones(width)
    spread = (lines * lines).sum(axis=0)
    varies = np.flatnonzero(spread)
    if not varies.size or not outcome.any():
        return result
    seen = _strength(outcome[None, :], lines[:, varies], spread[varies])[0]
    falling = np.argsort(-seen, kind="stable")
    chosen, seen = varies[falling], seen[falling]
    as_strong = np.zeros(len(chosen), dtype=np.int64)
    orders = _orders(count, seed, shuffles)
    for start in range(0, len(orders), _BLOCK):
        shuffled = _strength(outcome[orders[start : start + _BLOCK]], lines[:, chosen], spread[chosen])
        strongest_left = np.maximum.accumulate(shuffled[:, ::-1], axis=1)[:, ::-1]
        as_strong += (strongest_left >= seen).sum(axis=0)
    drawn = int(
        count > EXACT_UP_TO
    )  # the order that was seen is one of all orders, but not one of those drawn
    share = (as_strong + drawn) / (len(orders) + drawn)
    result[chosen] = np.maximum.accumulate(share)
    return result


def _strength(outcomes: Scores, lines: Scores, spread: Scores) -> npt.NDArray[np.float64]:
    # whole numbers below 2**53 in float64: the products are exact, and equal ratios round to equal floats
    sums = outcomes.astype(np.float64) @ lines.astype(np.float64)
    return np.asarray(sums * sums / spread)


@lru_cache(maxsize=4)
def _orders(count: int, seed: int, shuffles: int) -> npt.NDArray[np.intp]:
    if count <= EXACT_UP_TO:
        flat = np.fromiter(
            (place for order in permutations(range(count)) for place in order),
            dtype=np.int8,
            count=count * factorial(count),
        )
        return flat.reshape(-1, count).astype(np.intp)
    rows = np.tile(np.arange(count), (shuffles, 1))
    return np.random.default_rng(seed).permuted(rows, axis=1)
