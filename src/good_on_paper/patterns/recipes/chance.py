"""Count how often a shuffled outcome is explained as simply: every shuffle runs the whole pipeline.

We compare explanations by the roles with the outcome that they leave unexplained, then by their terms, then
by the conditions they name; fewer is simpler. Shuffles keep the configurations, so we work out only once
which terms could explain anything. Permutation tests of QCA: B. Braumoeller (2015),
Guarding against false positives in qualitative comparative analysis, Political Analysis 23.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import solve
from good_on_paper.patterns.minimise.sets import Sets, read
from good_on_paper.patterns.minimise.terms import parse
from good_on_paper.patterns.minimise.truth_table import NEAR, TruthTable, corners, table
from good_on_paper.patterns.recipes.candidates import Candidates, candidates

MOST_CONDITIONS = 8
"""Conditions up to which the shuffles are run: 3^8 candidate terms."""

_HALF = 0.5
_AT_ONCE = 200
"""Shuffles in one step: as many as stay near the processor."""
_Bools = npt.NDArray[np.bool_]


class Simplicity(NamedTuple):
    """What we compare shuffles by, in this order; less is simpler."""

    unexplained: int
    terms: int
    literals: int


@dataclass(frozen=True)
class RecipeChance:
    """The shuffle number of an explanation.

    Attributes
    ----------
    simplicity : Simplicity
        How simple the explanation itself is.
    as_simple : int
        Shuffles that were explained as simply or more simply.
    shuffles : int
        All shuffles.
    seed : int
        The seed of the shuffles.
    """

    simplicity: Simplicity
    as_simple: int
    shuffles: int
    seed: int

    @property
    def p(self) -> float:
        """The share of shuffles that are as simple; the real outcome counts as one: (b + 1) / (m + 1)."""
        return (self.as_simple + 1) / (self.shuffles + 1)


def chance(
    frame: pd.DataFrame,
    outcome: str = "Y",
    conditions: Sequence[str] | None = None,
    *,
    incl_cut: float = 1.0,
    pri_cut: float = 0.0,
    n_cut: int = 1,
    shuffles: int = 1000,
    seed: int = 0,
) -> RecipeChance:
    """Shuffle the outcome over the rows, minimise each time, and count explanations that are as simple.

    Parameters
    ----------
    frame, outcome, conditions, incl_cut, pri_cut, n_cut
        As for `minimise`, with at most 8 conditions. We compare the parsimonious solution.
    shuffles
        How many.
    seed
        The same seed gives the same shuffles.

    Raises
    ------
    PatternError
        As for `minimise`; or there are more than 8 conditions or no shuffles.
    """
    sets = read(frame, outcome, conditions)
    return against(table(sets, incl_cut=incl_cut, pri_cut=pri_cut, n_cut=n_cut), shuffles=shuffles, seed=seed)


def against(made: TruthTable, *, shuffles: int, seed: int) -> RecipeChance:
    """Do the same as `chance` for a ready truth table."""
    sets = made.sets
    if sets.width > MOST_CONDITIONS:
        raise PatternError(
            f"{sets.width} conditions; shuffles are run for at most {MOST_CONDITIONS}: choose fewer"
        )
    if shuffles < 1:
        raise PatternError(f"shuffles is {shuffles}; expected at least 1")
    best = solve(made, "parsimonious").simplest
    literals = sum(parse(term, sets.conditions).literals for term in best)
    inside = np.isin(sets.configurations, made.positives)
    observed = Simplicity(int((sets.went[~inside] > _HALF).sum()), len(best), literals)
    shuffled = np.random.default_rng(seed).permuted(np.tile(sets.went, (shuffles, 1)), axis=1)
    return RecipeChance(observed, int(as_simple(made, shuffled, observed).sum()), shuffles, seed)


def as_simple(made: TruthTable, outcomes: npt.NDArray[np.float64], observed: Simplicity) -> _Bools:
    """Return whether outcomes in other orders (a row per order) have an explanation that is as simple."""
    sets = made.sets
    rows, index = np.unique(sets.configurations, return_inverse=True)
    known = np.bincount(index) >= made.n_cut
    leads = _leading(sets, rows, outcomes, made) & known
    unexplained = ((outcomes > _HALF) & ~leads[:, index]).sum(axis=1)
    terms = candidates(tuple(rows.tolist()), sets.width)
    return _as_simple(terms, leads, ~leads & known, unexplained, observed)


def _leading(
    sets: Sets, rows: npt.NDArray[np.int64], shuffled: npt.NDArray[np.float64], made: TruthTable
) -> _Bools:
    """Return whether each observed configuration leads to the outcome of each shuffle."""
    corner = corners(sets, rows)
    both = _shared(corner, shuffled)
    whole = corner.sum(axis=1)
    leads = both / whole >= made.incl_cut - NEAR
    if made.pri_cut:
        torn = _shared(corner, np.minimum(shuffled, 1 - shuffled))
        rest = whole - torn
        leads &= (rest > 0) & (both - torn >= (made.pri_cut - NEAR) * rest)
    return np.asarray(leads)


def _shared(corner: npt.NDArray[np.float64], went: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Sum the smaller of both over the rows: shuffles x configurations."""
    if np.isin(went, (0, 1)).all():  # min(x, y) is x y
        return went @ corner.T
    parts = np.array_split(went, -(-len(went) // _AT_ONCE))
    return np.concatenate([np.minimum(corner, part[:, None]).sum(axis=2) for part in parts])


def _as_simple(
    terms: Candidates, leads: _Bools, fails: _Bools, unexplained: npt.NDArray[np.int64], observed: Simplicity
) -> _Bools:
    """Return which orders are at most as complex; we minimise each different truth table once."""
    simple = np.asarray(unexplained < observed.unexplained)
    tied = unexplained == observed.unexplained
    outcomes = np.stack([leads[tied], fails[tied]], axis=1)
    if len(outcomes):
        different, which = np.unique(outcomes, axis=0, return_inverse=True)
        fit = terms.explain(different[:, 0], different[:, 1], observed.terms, observed.literals)
        simple[tied] = fit[which.ravel()]
    return simple
