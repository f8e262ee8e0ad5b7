"""What time alone would give: rotations of the order in time, as a second null beside shuffles."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.ranks import Floats, Scores

FEWEST_DATED: Final = 8
"""Dated roles from which time is asked too: with fewer, too few arrangements keep neighbours together."""
GATE: Final = Fraction(1, 20)
"""The share of arrangements that may look as strong; never less than the one that was seen."""


def arrangements(count: int) -> npt.NDArray[np.intp]:
    """Return the 2 x `count` ways to turn round and reverse an order, the order itself first, a row a way.

    Examples
    --------
    >>> arrangements(3).tolist()
    [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [1, 0, 2], [0, 2, 1]]
    """
    turned = (np.arange(count) + np.arange(count)[:, None]) % max(count, 1)
    return np.concatenate([turned, turned[:, ::-1]])


def turned_round(outcomes: Scores, order: Sequence[int] | npt.NDArray[np.intp]) -> Floats:
    """Return the outcomes in every arrangement, (2 x len(order), n, m); what is not in `order` stays."""
    ways = arrangements(len(order))
    turned = np.repeat(outcomes[None].astype(np.float64), len(ways), axis=0)
    turned[:, order] = outcomes[np.asarray(order, dtype=np.intp)[ways]]
    return turned


def allowed(ways: int) -> int:
    """Return how many of the arrangements may be as strong, the one that was seen among them."""
    return max(int(GATE * ways), 1)


def passes(as_strong: int, ways: int) -> bool:
    """Say whether so few of the arrangements are as strong, the one that was seen among them.

    >>> passes(1, 16), passes(2, 16), passes(2, 40)
    (True, False, True)
    """
    return as_strong <= allowed(ways)


def as_strong(lines: Scores, outcomes: Scores, order: Sequence[int] | npt.NDArray[np.intp]) -> Scores:
    """Count the arrangements in which any line goes with any outcome as strongly as each line as it was.

    The outcomes of the dated roles are turned round and reversed together along the years; those of roles
    without a date stay where they are. Values that drift from role to role still drift in every arrangement,
    so a line that only rose over the years as the outcome did is nothing special among them.

    Parameters
    ----------
    lines : numpy.ndarray
        Shape (n, k), int64: the `good_on_paper.patterns.ranks.scores` of each line, blanks 0.
    outcomes : numpy.ndarray
        Shape (n, m), int64: the scores of each outcome declared, blanks 0; the first is the one asked of.
    order : sequence of int
        Places of the dated roles, the earliest first.

    Returns
    -------
    numpy.ndarray
        Shape (k,), int64: of the 2 x len(order) arrangements, 1 at least.

    Notes
    -----
    A restricted permutation test: of all orders only those that keep neighbours together, and the largest
    statistic over the family. Rotations are toroidal shifts in one dimension: Lotwick, H. W. & Silverman,
    B. W. (1982), Methods for analysing spatial processes of several types of points, Journal of the Royal
    Statistical Society B 44, 406-413. They join both ends of a career, so under drift the level is nearly
    held, not exactly; `benchmarks/honesty.py` says how nearly.
    """
    turned = turned_round(outcomes, order)
    sums = np.matmul(lines.T.astype(np.float64), turned)  # whole numbers: arrangements, lines, outcomes
    spread = np.outer((lines * lines).sum(axis=0), (outcomes * outcomes).sum(axis=0)).astype(np.float64)
    strength: Floats = np.divide(sums * sums, spread, out=np.zeros_like(sums), where=spread > 0)
    strongest = strength.max(axis=(1, 2), initial=0.0)
    return np.asarray((strongest[:, None] >= strength[0, :, 0]).sum(axis=0), dtype=np.int64)
