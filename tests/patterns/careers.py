"""Invented careers in which nothing goes with anything, or something planted does; and how to count fast.

A sequential test stops as soon as it can tell: it is as honest as a fixed number of careers, and quicker.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 1_000
_SURE = log(100)  # wrong in at most about one of 100 runs, either way


def at_most(event: Callable[[int], bool], share: float, *, than: float) -> bool:
    """Say whether an event comes up in at most `share` of careers rather than in at least `than`.

    `event` takes a seed. Wald's sequential probability ratio test (1945), wrong either way in at most one of
    100; where it has not told within `MOST` careers, the nearer of both.
    """
    yes, no = log(than / share), log((1 - than) / (1 - share))
    told = 0.0
    for seed in range(MOST):
        told += yes if event(seed) else no
        if abs(told) >= _SURE:
            break
    return told < 0


def at_least(event: Callable[[int], bool], share: float, *, than: float) -> bool:
    """Say whether an event comes up in at least `share` of careers rather than in at most `than`."""
    return at_most(lambda seed: not event(seed), 1 - share, than=1 - than)


def drifting(dice: np.random.Generator, roles: int, columns: int, drift: float) -> np.ndarray:
    """Return normal values of which each is like the one before by so much: an AR(1) series a column."""
    values = dice.standard_normal((roles, columns))
    for role in range(1, roles):
        values[role] = drift * values[role - 1] + np.sqrt(1 - drift**2) * values[role]
    return values


def likert(felt: np.ndarray) -> np.ndarray:
    """Bring normal values to whole ratings from 1 to 7."""
    return np.clip(np.round(4 + 1.5 * felt), 1, 7)


def names(roles: int) -> list[str]:
    """Name so many roles, in order."""
    return [f"job {role:02}" for role in range(roles)]


def over_time(roles: int) -> pd.Series:
    """Date so many roles, a year each."""
    return pd.Series(np.arange(2000.0, 2000 + roles), names(roles))
