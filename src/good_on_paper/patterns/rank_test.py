"""Whether the interviews that felt better ended better: one exact test of ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from good_on_paper.patterns.ranks import Floats


def rank_test(values: Floats, came: npt.NDArray[np.bool_]) -> float:
    """Return how often the yes would go to values as high, if each value were as likely to get one.

    Parameters
    ----------
    values
        Of each, in any units; equals share the middle rank.
    came
        Which of them had a yes.

    Returns
    -------
    float
        The exact one-sided probability; 1 where all had a yes, or none.

    Examples
    --------
    >>> round(rank_test(np.array([10, 40, 60, 90]), np.array([False, False, True, True])), 4)
    0.1667

    Notes
    -----
    Wilcoxon (1945), Biometrics Bulletin 1, 80-83, with mid-ranks: all ways to deal out the yes are counted,
    by the sum of twice their ranks.
    """
    many = int(came.sum())
    if not 0 < many < len(came):
        return 1.0
    in_order = np.sort(values)
    ranks = np.searchsorted(in_order, values, "left") + np.searchsorted(in_order, values, "right") + 1
    ways = np.zeros((many + 1, int(ranks.sum()) + 1))
    ways[0, 0] = 1
    for rank in ranks.tolist():
        ways[1:, rank:] += ways[:-1, : ways.shape[1] - rank].copy()
    return float(ways[many, int(ranks[came].sum()) :].sum() / ways[many].sum())
