"""How many yes are too few, or too many, for the chances that were given: exact, at every look.

The error that may be made over a life is spent bit by bit as interviews fall due. So a person may look after
each of them, and stop whenever they like.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from good_on_paper.patterns.ranks import Floats

FIRST_LOOK: Final = 3
"""Interviews that count before anything can be called."""
_HALVED_EVERY: Final = 10
_ROUNDING: Final = 1e-12


@dataclass(frozen=True)
class Spent:
    """What was spent on one side, and when it called.

    Attributes
    ----------
    called : int
        At which of the chances, counted from 1; 0 for never.
    frame : pandas.DataFrame
        A row per chance up to the call, or all of them. Index "n", from 1. ``yes`` how many so far, ``few``
        the number that would have called it (-1 while none would); ``may_spend`` and ``spent`` by then.
    """

    called: int
    frame: pd.DataFrame = field(repr=False)


def may_spend(n: int, budget: float) -> float:
    """Return how much of a budget may be spent by the n-th chance.

    Examples
    --------
    >>> round(may_spend(3, 0.02), 4), round(may_spend(4, 0.02), 4)
    (0.0038, 0.0048)
    """
    return budget * (1 - 2 ** (-n / _HALVED_EVERY))


def spend(chances: Floats, came: npt.NDArray[np.bool_], budget: float) -> Spent:
    """Find at which chance the yes became too few to be chance, and what each look spent.

    Parameters
    ----------
    chances
        Of each yes, between 0 and 1, in the order in which they fall due.
    came
        Whether each came.
    budget
        The largest share of people whose chances are right and who are ever called.

    Examples
    --------
    Said 80 four times, and four times no: called at the fourth.

    >>> spend(np.full(4, 0.8), np.zeros(4, bool), 0.02).called
    4
    >>> spend(np.full(3, 0.8), np.zeros(3, bool), 0.02).called
    0

    Notes
    -----
    The count of yes is a sum of unequal coins (Poisson binomial); the part of it that was not called yet is
    carried on from chance to chance, and what is cut off its lower end is what was spent: alpha spending
    after Lan and DeMets (1983), Biometrika 70, 659-663, with the exact distribution.
    """
    walk, rows = Walk(chances[None, :], budget, most=len(chances)), []
    yes, called = came.cumsum(), 0
    for n in range(1, len(chances) + 1):
        [few] = walk.step(n)
        rows.append((few, walk.spent[0]))
        if yes[n - 1] <= few:
            called = n
            break
    frame = pd.DataFrame(rows, columns=["few", "spent"], index=pd.RangeIndex(1, len(rows) + 1, name="n"))
    frame.insert(0, "yes", yes[: len(rows)])
    frame.insert(2, "may_spend", [may_spend(n, budget) for n in frame.index])
    return Spent(called, frame.astype({"yes": "int64", "few": "int64", "may_spend": float, "spent": float}))


def first_calls(chances: Floats, came: npt.NDArray[np.bool_], budget: float) -> npt.NDArray[np.int64]:
    """Return at which chance each of several rows of chances is called, 0 for never; see `spend`.

    Parameters
    ----------
    chances
        Shape (k, n).
    came
        Shape (n,).
    budget
        Of each row.
    """
    called = np.zeros(len(chances), dtype=np.int64)
    left, yes = np.arange(len(chances)), came.cumsum()
    walk = Walk(chances, budget, most=int(came.sum()))
    for n in range(1, len(came) + 1):
        now = yes[n - 1] <= walk.step(n)
        called[left[now]] = n
        if now.any():
            left = left[~now]
            walk.go_on(~now)
    return called


class Walk:
    """How likely each count of yes is, without a call so far: a row for each row of chances.

    Parameters
    ----------
    chances
        Shape (k, n), between 0 and 1.
    budget
        Of each row.
    most
        Counts above it are not followed: nothing flows back from them to smaller ones.
    """

    def __init__(self, chances: Floats, budget: float, most: int) -> None:
        self.chances, self.budget, self.most = chances, budget, most
        self.likely = np.zeros((len(chances), most + 2))
        self.likely[:, 0] = 1
        self.spent = np.zeros(len(chances))

    def step(self, n: int) -> npt.NDArray[np.int64]:
        """Take in the n-th chance; return the count of yes at which each row is called now, -1 for none."""
        likely, chance = self.likely[:, : n + 1], self.chances[:, n - 1, None]
        more = likely[:, :-1] * chance
        likely *= 1 - chance
        likely[:, 1:] += more
        if n < FIRST_LOOK:
            return np.full(len(likely), -1)
        below = likely[:, : self.most + 1].cumsum(axis=1)
        fits = below <= (may_spend(n, self.budget) - self.spent + _ROUNDING)[:, None]
        few: npt.NDArray[np.int64] = fits.sum(axis=1) - 1
        cut = np.arange(likely.shape[1]) <= few[:, None]
        self.spent += np.where(cut, likely, 0).sum(axis=1)
        likely[cut] = 0
        return few

    def go_on(self, rows: npt.NDArray[np.bool_]) -> None:
        """Follow only some of the rows from here on."""
        self.chances, self.likely, self.spent = self.chances[rows], self.likely[rows], self.spent[rows]
