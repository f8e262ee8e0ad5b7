"""By how many points the chances that were given could be off: a range that holds at every look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from good_on_paper.patterns.spending import first_calls

if TYPE_CHECKING:
    import numpy.typing as npt

    from good_on_paper.patterns.ranks import Floats

LEAST: Final = 0.02
"""Chances of 0 and 100 are taken for 2 and 98: else a single no after 100 would decide alone."""
_MOST_OFF: Final = 96


def clipped(chances: Floats) -> Floats:
    """Return chances between 0 and 1 as we reckon with them: from .02 to .98."""
    return np.clip(chances, LEAST, 1 - LEAST)


def lean_range(
    chances: Floats, came: npt.NDArray[np.bool_], budget: float
) -> tuple[int, int] | tuple[None, None]:
    """Return the least and the most points by which the chances could be too high; below 0, too low.

    Parameters
    ----------
    chances
        As given, between 0 and 1, in the order in which they fall due.
    came
        Whether each yes came.
    budget
        Of both sides together: the range leaves out the truth for at most this share of people, whenever and
        however often they look.

    Returns
    -------
    tuple
        In whole points; a pair of None where no single lean fits.

    Examples
    --------
    >>> lean_range(np.full(4, 0.8), np.zeros(4, bool), 0.04)
    (7, 96)
    >>> lean_range(np.array([0.5]), np.array([True]), 0.04)
    (-96, 96)

    Notes
    -----
    The leans at which `good_on_paper.patterns.spending` would not have called the chances less the lean,
    tried point by point (inversion of a test).
    """
    points = np.arange(-_MOST_OFF, _MOST_OFF + 1)
    true = clipped(chances[None, :] - points[:, None] / 100)
    fits = first_calls(true, came, budget / 2) == 0
    fits[fits] = first_calls(1 - true[fits], ~came, budget / 2) == 0
    if not fits.any():
        return None, None
    return int(points[fits][0]), int(points[fits][-1])
