"""The Brier score of chances that were given, beside the scores of knowing nothing, and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from good_on_paper.patterns.ranks import Floats


@dataclass(frozen=True)
class Brier:
    """How far the chances were from what came, squared, on average: 0 is perfect, always 50 gives .25.

    Attributes
    ----------
    score : float
        Of the chances that were given; NaN without any.
    base_rate : float
        The same, had each been the share of yes that came in the end.
    half : float
        The same, had each been 50.
    reliability, resolution, uncertainty : float
        The parts of the score, which is reliability less resolution plus uncertainty: how far each chance was
        from the share of yes it got; how far those shares were from the share of all; what nobody could know.

    Notes
    -----
    Brier (1950), Monthly Weather Review 78, 1-3. Parts after Murphy (1973), Journal of Applied Meteorology
    12, 595-600: one group for each chance that was given.
    """

    score: float
    base_rate: float
    half: float
    reliability: float
    resolution: float
    uncertainty: float


def brier(chances: Floats, came: npt.NDArray[np.bool_]) -> Brier:
    """Score chances between 0 and 1 by what came.

    Examples
    --------
    >>> told = brier(np.array([0.8, 0.8, 0.3, 0.3]), np.array([True, False, False, False]))
    >>> round(told.score, 3), round(told.base_rate, 4)
    (0.215, 0.1875)
    >>> round(told.reliability - told.resolution + told.uncertainty, 3)
    0.215
    """
    if not len(chances):
        return Brier(*(float("nan"),) * 6)
    share = float(came.mean())
    given, group, many = np.unique(chances, return_inverse=True, return_counts=True)
    shares = np.bincount(group, weights=came) / many
    return Brier(
        score=float(((chances - came) ** 2).mean()),
        base_rate=share * (1 - share),
        half=0.25,
        reliability=float((many * (given - shares) ** 2).sum() / len(chances)),
        resolution=float((many * (shares - share) ** 2).sum() / len(chances)),
        uncertainty=share * (1 - share),
    )
