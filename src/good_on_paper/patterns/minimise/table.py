"""The truth table: every observed configuration, who is in it, and whether it leads to the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.fit import sufficiency
from good_on_paper.patterns.minimise.sets import Sets, read
from good_on_paper.patterns.minimise.terms import Term, membership

NEAR = 1e-9
"""How far below a cut-off a figure still counts as reaching it: sums of decimals are not exact."""

_HALF = 0.5
_OWN = ("outcome", "n", "incl", "PRI", "cases", "without", "torn")


@dataclass(frozen=True)
class TruthTable:
    """The observed configurations.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row a configuration that was observed, indexed by its number ``row`` (1 is all absent, the first
        condition counts most):

        one column a condition, 0 or 1
        ``outcome``      1 leads to the outcome, 0 does not, NA seen by fewer than `n_cut` rows
        ``n``            rows that belong to it by more than half; ``incl`` its consistency; ``PRI``
        ``cases``        their names, a tuple
        ``without``      those among them without the outcome; ``torn`` when it has rows of both kinds
    sets : Sets
        What it was made from.
    positives, negatives : tuple of int
        The configurations that lead to the outcome and those that do not, a bit a condition.
    incl_cut, pri_cut, n_cut : float
        The cut-offs: consistency and PRI needed to lead to the outcome, rows needed to count at all.
    """

    frame: pd.DataFrame
    sets: Sets = field(repr=False)
    positives: tuple[int, ...]
    negatives: tuple[int, ...]
    incl_cut: float
    pri_cut: float
    n_cut: int

    @property
    def contradictions(self) -> pd.DataFrame:
        """The configurations with rows of both endings: same circumstances, different ending."""
        return self.frame[self.frame["torn"]]


def truth_table(
    frame: pd.DataFrame,
    outcome: str = "Y",
    conditions: Sequence[str] | None = None,
    *,
    incl_cut: float = 1.0,
    pri_cut: float = 0.0,
    n_cut: int = 1,
) -> TruthTable:
    """Make the truth table of a crisp or fuzzy frame.

    Parameters
    ----------
    frame, outcome, conditions
        As for `minimise`.
    incl_cut
        Consistency from which a configuration counts as leading to the outcome.
    pri_cut
        PRI (proportional reduction in inconsistency) it needs as well.
    n_cut
        Rows a configuration needs to count at all; with fewer it is as good as unseen.

    Raises
    ------
    PatternError
        The frame cannot be read as sets, or a cut-off lies outside its range.
    """
    return table(read(frame, outcome, conditions), incl_cut=incl_cut, pri_cut=pri_cut, n_cut=n_cut)


def table(sets: Sets, *, incl_cut: float, pri_cut: float, n_cut: int) -> TruthTable:
    """Make the truth table of sets that were read already."""
    for name, cut in (("incl_cut", incl_cut), ("pri_cut", pri_cut)):
        if not 0 <= cut <= 1:
            raise PatternError(f"{name} is {cut:g}; expected 0 to 1")
    if n_cut < 1:
        raise PatternError(f"n_cut is {n_cut}; expected a whole number from 1")
    if taken := [name for name in sets.conditions if name in _OWN]:
        raise PatternError(f"condition {taken[0]!r} has the name of a column of the truth table; rename it")
    full = (1 << sets.width) - 1
    where = sets.configurations
    rows = []
    for row in np.unique(where).tolist():
        here = np.flatnonzero(where == row)
        incl, pri, _ = sufficiency(membership(Term(full, row), sets.values), sets.went)
        leads = incl >= incl_cut - NEAR and (pri_cut == 0 or pri >= pri_cut - NEAR)
        without = here[sets.went[here] < _HALF]
        rows.append(
            {
                "row": row + 1,
                **{name: row >> sets.width - 1 - i & 1 for i, name in enumerate(sets.conditions)},
                "outcome": int(leads) if len(here) >= n_cut else pd.NA,
                "n": len(here),
                "incl": incl,
                "PRI": pri,
                "cases": tuple(sets.names[i] for i in here),
                "without": tuple(sets.names[i] for i in without),
                "torn": 0 < len(without) < len(here),
            }
        )
    made = pd.DataFrame(rows).set_index("row").astype({"outcome": "Int64"})
    leading, failing = ((made.index[made["outcome"].eq(kind)] - 1).tolist() for kind in (1, 0))
    return TruthTable(made, sets, tuple(leading), tuple(failing), incl_cut, pri_cut, n_cut)
