"""How well a set explains another: consistency, PRI and coverage, for sufficiency and for necessity.

C. Q. Ragin, Redesigning Social Inquiry (2008), chapters 3 and 8; C. Q. Schneider and C. Wagemann,
Set-Theoretic Methods for the Social Sciences (2012), chapters 5 and 9 (relevance of necessity).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Set = npt.NDArray[np.float64]


class Sufficiency(NamedTuple):
    """How far x is a subset of y: `incl` consistency, `pri`, `cov` raw coverage; NaN where x is empty."""

    incl: float
    pri: float
    cov: float


class Necessity(NamedTuple):
    """How far x is a superset of y: `incl` consistency, `ron` relevance of necessity, `cov` coverage."""

    incl: float
    ron: float
    cov: float


def sufficiency(x: _Set, y: _Set) -> Sufficiency:
    """Measure x as sufficient for y."""
    return each_sufficiency(x[None], y)[0]


def each_sufficiency(several: npt.NDArray[np.float64], y: _Set) -> tuple[Sufficiency, ...]:
    """Measure several sets, one per row, as sufficient for y."""
    both = np.minimum(several, y).sum(axis=1)
    torn = np.minimum(several, np.minimum(y, 1 - y)).sum(axis=1)
    whole, goal = several.sum(axis=1), float(y.sum())
    return tuple(
        Sufficiency(_ratio(shared, size), _ratio(shared - split, size - split), _ratio(shared, goal))
        for shared, split, size in zip(both.tolist(), torn.tolist(), whole.tolist(), strict=True)
    )


def necessity(x: _Set, y: _Set) -> Necessity:
    """Measure x as necessary for y."""
    both = np.minimum(x, y)
    return Necessity(
        _ratio(both.sum(), y.sum()), _ratio((1 - x).sum(), (1 - both).sum()), _ratio(both.sum(), x.sum())
    )


def unique(terms: Sequence[_Set], y: _Set) -> list[float]:
    """Return, for each term, the share of y that no other term covers."""
    if not terms:
        return []
    whole = np.minimum(np.maximum.reduce(terms), y).sum()
    nothing = np.zeros_like(y)
    parts = []
    for i in range(len(terms)):
        others = np.maximum.reduce([nothing, *terms[:i], *terms[i + 1 :]])
        parts.append(_ratio(whole - np.minimum(others, y).sum(), y.sum()))
    return parts


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else float("nan")
