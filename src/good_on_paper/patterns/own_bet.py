"""A bet against one's own numbers at their odds: what 1 would have become (an e-process)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from good_on_paper.patterns.ranks import Floats

_OFF: Final = np.array([0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5])
"""How far off the stakes take the numbers to be, in logits: an equal part of the 1 on each."""


def own_bet(chances: Floats, came: npt.NDArray[np.bool_], declared: str | None = None) -> Floats:
    """Return what 1 had become after each chance.

    Parameters
    ----------
    chances
        Of each yes, above 0 and below 1, in the order in which they fall due.
    came
        Whether each came.
    declared
        "high" or "low": all of the 1 is put on numbers that are too high, or too low; half on either if None.

    Returns
    -------
    numpy.ndarray
        Shape (n,). If each chance was right when it was given, it ever exceeds 20 for at most 1 in 20.

    Examples
    --------
    >>> own_bet(np.array([0.8, 0.8]), np.array([False, False])).round(1).tolist()
    [1.4, 3.1]

    Notes
    -----
    The mean over the stakes of the likelihood ratios, which no look and no moment of stopping can make too
    large: Ville (1939); Ramdas, Grünwald, Vovk and Shafer (2023), Statistical Science 38, 576-601.
    """
    lower = () if declared == "low" else -_OFF
    higher = () if declared == "high" else _OFF
    off = np.array([*lower, *higher])[:, None]
    taken = 1 / (1 + np.exp(-(np.log(chances / (1 - chances)) + off)))
    ratios = np.where(came, taken / chances, (1 - taken) / (1 - chances))
    with np.errstate(over="ignore"):  # with 500 numbers that are far off, no float holds it
        return np.asarray(np.exp(np.log(ratios).cumsum(axis=1)).mean(axis=0))
