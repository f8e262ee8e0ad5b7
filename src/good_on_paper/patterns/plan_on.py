"""What to plan on when a chance is said, after what came of the ones said before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from good_on_paper.patterns.lean_range import clipped

if TYPE_CHECKING:
    import numpy.typing as npt

    from good_on_paper.patterns.ranks import Floats

_SHIFT: Final = np.linspace(-3, 3, 25)[:, None]
_SLOPE: Final = np.linspace(0, 2, 21)[None, :]
_BEFORE: Final = -(_SHIFT**2) / 2 - (_SLOPE - 0.6) ** 2 / (2 * 0.4**2)
"""What we take for likely beforehand, in logarithms: a shift of N(0, 1), a slope of N(.6, .4) from 0 on."""
_LEVEL: Final = 0.9


@dataclass(frozen=True)
class Planned:
    """What to plan on, in points of 100.

    Attributes
    ----------
    said : float
        The chance as it is said.
    plan : float
        The chance to plan on.
    low, high : float
        The ends of its 90% interval.
    """

    said: float
    plan: float
    low: float
    high: float


def plan_on(said: float, chances: Floats, came: npt.NDArray[np.bool_]) -> Planned:
    """Return what to plan on when a chance is said.

    Parameters
    ----------
    said
        The chance, of 100.
    chances
        Said before, between 0 and 1.
    came
        Whether each yes came.

    Examples
    --------
    >>> four = plan_on(80, np.full(4, 0.8), np.zeros(4, bool))
    >>> round(four.plan), round(four.low), round(four.high)
    (34, 12, 62)

    Notes
    -----
    True chance and said one on the scale of logits, true = shift + slope * said: the posterior on a grid of
    25 by 21, from priors under which a feeling tells something, but less than it seems to.
    """
    likely = _BEFORE.copy()
    for chance, yes in zip(_logit(chances).tolist(), came.tolist(), strict=True):
        true = _SHIFT + _SLOPE * chance
        likely -= np.logaddexp(0, -true if yes else true)
    weights = np.exp(likely - likely.max())
    weights /= weights.sum()
    true = 1 / (1 + np.exp(-(_SHIFT + _SLOPE * _logit(np.array([said / 100])))))
    in_order = np.argsort(true, axis=None)
    below = weights.ravel()[in_order].cumsum()
    ends = np.searchsorted(below, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    low, high = (100 * true.ravel()[in_order][np.minimum(ends, true.size - 1)]).tolist()
    return Planned(float(said), float(100 * (weights * true).sum()), low, high)


def _logit(chances: Floats) -> Floats:
    inside = clipped(chances)
    return np.log(inside / (1 - inside))
