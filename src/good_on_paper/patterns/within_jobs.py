"""Within each role: which lines were higher in the episodes that went better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import all_numbers, labelled

if TYPE_CHECKING:
    from good_on_paper.patterns.ranks import Floats

MORE: Final = 1
"""In a role's better episodes there was more of a line; -1 less, 0 as much, NaN where it cannot be told."""


@dataclass(frozen=True)
class WithinJobs:
    """In how many roles a line was higher, or lower, in the episodes that went better.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per line; first those that go the same way in the most roles: ``line``, the number of roles with
        ``more`` of it, ``less`` of it or the ``same`` in what went better, and ``roles``, their sum.
    signs : pandas.DataFrame
        A row per role, a column per line: 1 more, -1 less, 0 the same, NaN where no two episodes that went
        differently were rated on it.
    episodes : int
        Rows that were rated on the outcome.

    Examples
    --------
    >>> told = pd.DataFrame({"role": ["A", "A", "B"], "overall": [6, 2, 5], "pace": [2, 7, 3]})
    >>> within_jobs(told).signs["pace"].tolist()
    [-1.0, nan]
    """

    frame: pd.DataFrame
    signs: pd.DataFrame
    episodes: int


def within_jobs(frame: pd.DataFrame, outcome: str = "overall", *, within: str = "role") -> WithinJobs:
    """Compare the episodes of each role with one another, and count roles.

    Of every two episodes of a role that went differently, a line was higher in the better or in the worse
    one (Kendall 1938); a role has more of it where the first happened more often. Nothing is tested here: a
    role counts once however many episodes it has, and `contrast` with ``within="role"`` tests roles.

    Parameters
    ----------
    frame
        A row per episode; numbers with NA for blanks. Other columns of text are refused.
    outcome
        The column that says how it went; more is better.
    within
        The column that names the role of each row.

    Returns
    -------
    WithinJobs
        ``.frame`` has a row per line, with counts of roles; ``.signs`` a row per role.

    Raises
    ------
    PatternError
        There is no such column, a row has no role, or a value is no number.

    Examples
    --------
    >>> told = pd.DataFrame({"role": ["A", "A", "B", "B"], "overall": [6, 2, 5, 1], "pace": [2, 7, 3, 3]})
    >>> within_jobs(told).frame.to_dict("records")
    [{'line': 'pace', 'more': 0, 'less': 1, 'same': 1, 'roles': 2}]
    """
    given = labelled(frame, "a row per episode")
    for column, argument in ((outcome, "outcome"), (within, "within")):
        if column not in given.columns:
            there = ", ".join(given.columns) or "none"
            raise PatternError(f"there is no column {column!r}, asked for by {argument}; there are: {there}")
    parents = given[within]
    if parents.isna().any():
        raise PatternError(
            f"row {str(given.index[parents.isna()][0])!r} has no {within!r}; each row needs its job"
        )
    numbers = all_numbers(given.drop(columns=within))
    lines = [name for name in numbers.columns if name != outcome]
    roles = list(dict.fromkeys(parents.astype(str)))
    values, went = numbers[lines].to_numpy(float), numbers[outcome].to_numpy(float)
    of = parents.astype(str).to_numpy()
    found = [_signs(values[of == role], went[of == role]) for role in roles]
    shape = (len(roles), len(lines))
    signs = pd.DataFrame(np.reshape(found, shape), pd.Index(roles, name=within, dtype="object"), lines)
    counts = pd.DataFrame(
        {
            "line": pd.array(lines, dtype="str"),
            "more": signs.eq(MORE).sum().to_numpy(),
            "less": signs.eq(-MORE).sum().to_numpy(),
            "same": signs.eq(0).sum().to_numpy(),
            "roles": signs.notna().sum().to_numpy(),
        }
    )
    counts = counts[counts["roles"].gt(0)]
    ahead = (counts["more"] - counts["less"]).abs()
    order = ahead.sort_values(ascending=False, kind="stable").index
    return WithinJobs(counts.loc[order].reset_index(drop=True), signs, int(np.isfinite(went).sum()))


def _signs(values: Floats, went: Floats) -> Floats:
    """Return for each line of one role whether it was higher in the episodes that went better."""
    better = np.sign(went[:, None] - went[None, :])[:, :, None]
    higher = np.sign(values[:, None, :] - values[None, :, :])
    pairs = np.isfinite(higher) & np.isfinite(better) & (better != 0)
    agreed = np.where(pairs, np.nan_to_num(higher * better), 0.0).sum(axis=(0, 1))
    return np.where(pairs.any(axis=(0, 1)), np.sign(agreed), np.nan)
