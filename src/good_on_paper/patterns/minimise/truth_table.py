"""The truth table: every observed configuration, its rows, and whether it leads to the outcome."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.fit import Sufficiency, each_sufficiency
from good_on_paper.patterns.minimise.sets import Sets, read

NEAR = 1e-9
"""How far below a cut-off a figure still counts as reaching it: sums of decimals are not exact."""

_HALF = 0.5
_OWN = ("outcome", "n", "incl", "PRI", "cases", "without", "torn")


@dataclass(frozen=True, repr=False)
class TruthTable:
    """The observed configurations.

    Attributes
    ----------
    sets : Sets
        What it was made from.
    rows : tuple of int
        The configurations, a bit per condition, rising.
    fits : tuple of Sufficiency
        How consistently each configuration leads to the outcome.
    positives, negatives : tuple of int
        The configurations that lead to the outcome and those that do not.
    incl_cut, pri_cut, n_cut : float
        The cut-offs: the consistency and PRI that lead to the outcome, and how many rows it takes.
    """

    sets: Sets
    rows: tuple[int, ...]
    fits: tuple[Sufficiency, ...]
    positives: tuple[int, ...]
    negatives: tuple[int, ...]
    incl_cut: float
    pri_cut: float
    n_cut: int

    def __repr__(self) -> str:
        return (
            f"<truth table of {self.sets.outcome}: {len(self.rows)} configurations of "
            f"{len(self.sets.names)} rows, {len(self.positives)} lead to it>"
        )

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row per configuration, with its number ``row``: 1 is all absent, the first condition weighs most.

        Columns: one per condition, 0 or 1; ``outcome`` 1 if it leads to the outcome, 0 if not, NA with fewer
        than `n_cut` rows; ``n`` rows that belong to it by more than half; ``incl`` its consistency; ``PRI``;
        ``cases`` their names, a tuple; ``without`` the names of those without the outcome; ``torn`` whether
        rows with and without the outcome are in it.
        """
        where = self.sets.configurations
        leads = {**dict.fromkeys(self.positives, 1), **dict.fromkeys(self.negatives, 0)}
        lines = []
        for row, (incl, pri, _) in zip(self.rows, self.fits, strict=True):
            here = np.flatnonzero(where == row)
            without = here[self.sets.went[here] < _HALF]
            cases, others = (tuple(self.sets.names[i] for i in part) for part in (here, without))
            torn = 0 < len(others) < len(cases)
            present = [row >> self.sets.width - 1 - i & 1 for i in range(self.sets.width)]
            lines.append(
                (row + 1, *present, leads.get(row, pd.NA), len(cases), incl, pri, cases, others, torn)
            )
        made = pd.DataFrame(lines, columns=["row", *self.sets.conditions, *_OWN])
        return made.set_index("row").astype({"outcome": "Int64"})

    @property
    def plain(self) -> pd.DataFrame:
        """The table as other programs know it: conditions, OUT, n, incl, PRI, and cases in one text."""
        cases = self.frame["cases"].map("; ".join)
        kept = self.frame.drop(columns=["without", "torn"]).assign(cases=cases)
        return kept.rename(columns={"outcome": "OUT"})

    @property
    def contradictions(self) -> pd.DataFrame:
        """The configurations whose rows ended differently: same circumstances, different ending."""
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
        PRI (proportional reduction in inconsistency) that it needs as well.
    n_cut
        Rows that a configuration needs to count; with fewer we treat it as unseen.

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
    if n_cut < 1 or n_cut != int(n_cut):
        raise PatternError(f"n_cut is {n_cut}; expected a whole number from 1")
    if taken := [name for name in sets.conditions if name in ("row", "OUT", *_OWN)]:
        raise PatternError(f"condition {taken[0]!r} has the name of a column of the truth table; rename it")
    sizes = Counter(sets.configurations.tolist())
    rows = tuple(sorted(sizes))
    fits = each_sufficiency(corners(sets, np.array(rows)), sets.went)
    ends: dict[bool, list[int]] = {True: [], False: []}
    for row, fit in zip(rows, fits, strict=True):
        if sizes[row] >= n_cut:
            regular = fit.incl >= incl_cut - NEAR
            ends[regular and (not pri_cut or fit.pri >= pri_cut - NEAR)].append(row)
    return TruthTable(sets, rows, fits, tuple(ends[True]), tuple(ends[False]), incl_cut, pri_cut, n_cut)


def corners(sets: Sets, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return how far each row of the frame belongs to each configuration (configurations x rows)."""
    present = rows[:, None] >> np.arange(sets.width)[::-1] & 1
    return np.asarray(np.where(present[:, None, :], sets.degrees, 1 - sets.degrees).min(axis=2))
