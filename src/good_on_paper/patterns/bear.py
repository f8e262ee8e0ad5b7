"""What the person can bear: lines that were high in good and bad roles alike, and two lines at once."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from good_on_paper.patterns.contrast import Contrast
from good_on_paper.patterns.ends import Scales, ends_of
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.thirds import BEST, WORST
from good_on_paper.patterns.wide import bounds, wide


@dataclass(frozen=True)
class Alike:
    """Lines that were high among the best and among the worst roles.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per line, most roles first: ``line``; ``best`` and ``worst``, tuples of the names of the best
        and worst roles that were high; ``n_best`` and ``n_worst``, how many of each are rated.

    Examples
    --------
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [7, 6, 2, 1], "chaos": [6, 2, 7, 3]}, index=list("ABCD"))
    >>> found = alike(contrast(jobs, scales=(1, 7), split="median"))
    >>> found.frame[["line", "best", "worst"]].to_dict("records")
    [{'line': 'chaos', 'best': ('A',), 'worst': ('C',)}]
    """

    frame: pd.DataFrame


def alike(result: Contrast) -> Alike:
    """Return the lines that were high in at least one of the best and one of the worst roles.

    A line that was high in a good role did not spoil that role by itself. This is a picture to ask about, not
    a proof.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.

    Returns
    -------
    Alike
        ``.frame`` has a row per such line, with the names of the best and of the worst roles that
        were high.

    Examples
    --------
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "chaos": [6, 2, 7], "hours": [2, 4, 6]}, list("ABC"))
    >>> alike(contrast(jobs, scales=(1, 7))).frame["line"].tolist()  # chaos was there in A and in C
    ['chaos']
    """
    rows = []
    found: dict[Any, Any]
    for found in result.frame.to_dict("records"):
        high = result.wide[found["line"]] > (found["low"] + found["high"]) / 2
        best, worst = (
            tuple(str(role) for role in result.groups.index[result.groups.eq(group) & high])
            for group in (BEST, WORST)
        )
        if best and worst:
            rows.append((found["line"], best, worst, found["n_best"], found["n_worst"]))
    rows.sort(key=lambda row: (-len(row[1]) - len(row[2]), row[0]))
    return Alike(pd.DataFrame(rows, columns=["line", "best", "worst", "n_best", "n_worst"]))


@dataclass(frozen=True)
class TwoLines:
    """Two lines as four cells of role names: "chaos was fine with a strong head".

    Attributes
    ----------
    frame : pandas.DataFrame
        Four rows: the names of both lines, True where it was high; ``roles``, the names in that cell, best
        first; ``went``, how each of them went. A role with a blank is in no row.
    left_out : tuple of str
        The roles with a blank.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 1], "chaos": [6, 7], "support": [6, None]}, index=["A", "B"])
    >>> two_lines(jobs, "chaos", "support").left_out
    ('B',)
    """

    frame: pd.DataFrame
    left_out: tuple[str, ...]


def two_lines(
    frame: pd.DataFrame,
    one: str,
    other: str,
    outcome: str = "overall",
    *,
    scales: Scales | None = None,
) -> TwoLines:
    """Group the roles by whether each of two lines lay above the middle of its scale.

    Parameters
    ----------
    frame, outcome, scales
        As for :func:`good_on_paper.patterns.contrast`.
    one, other
        Two lines.

    Returns
    -------
    TwoLines
        ``.frame`` has four rows: both high, only one, only the other, neither; each with its roles.

    Raises
    ------
    PatternError
        One of the two is not a line, or both are the same.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 2, 5], "chaos": [6, 7, 2], "support": [6, 1, 5]}, list("ABC"))
    >>> cells = two_lines(jobs, "chaos", "support", scales=(1, 7)).frame
    >>> cells["roles"].tolist()  # both high; only chaos; only support; neither
    [('A',), ('B',), ('C',), ()]
    """
    numbers = wide(frame, outcome)
    one, other, outcome, scales = str(one), str(other), str(outcome), ends_of(scales, numbers.columns)
    for line in (one, other):
        if line not in numbers.columns.drop(outcome):
            known = ", ".join(str(name) for name in numbers.columns.drop(outcome))
            raise PatternError(f"there is no line {line!r}; there are: {known or 'none'}")
    if one == other:
        raise PatternError(f"both lines are {one!r}; name two")
    chosen = numbers[[one, other, outcome]]
    complete = chosen.dropna().sort_values(outcome, ascending=False, kind="stable")
    ends = zip((one, other), bounds(numbers[[one, other]], scales), strict=True)
    high = pd.DataFrame({line: complete[line] > sum(both) / 2 for line, both in ends})
    rows = []
    for first in (True, False):
        for second in (True, False):
            cell = complete[high[one].eq(first) & high[other].eq(second)]
            rows.append((first, second, tuple(map(str, cell.index)), tuple(cell[outcome])))
    table = pd.DataFrame(rows, columns=[one, other, "roles", "went"])
    return TwoLines(table, tuple(str(role) for role in numbers.index if role not in complete.index))
