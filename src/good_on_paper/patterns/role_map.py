"""A few lines over all roles at once, the best role first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from good_on_paper.patterns.contrast import Contrast, contrast
from good_on_paper.patterns.errors import PatternError

MOST_LINES = 6
"""Nobody can read more columns than this as a picture."""


@dataclass(frozen=True)
class RoleMap:
    """Roles by lines, ordered.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per role, best first, those without an outcome last; the outcome, then the lines; NaN for
        blanks.
    contrast : Contrast
        Best against worst on these lines, with the words that they have among all lines.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [1, 7], "pace": [6, 2], "hours": [7, 3]}, index=["A", "B"])
    >>> role_map(jobs, lines=["pace"], scales=(1, 7)).contrast.frame["line"].tolist()
    ['pace']
    """

    frame: pd.DataFrame
    contrast: Contrast


def role_map(
    frame: pd.DataFrame,
    outcome: str = "overall",
    lines: Sequence[str] | None = None,
    *,
    scales: Mapping[str, tuple[float, float]] | None = None,
) -> RoleMap:
    """Order roles and lines for a picture of at most six lines.

    Parameters
    ----------
    frame, outcome, scales
        As for :func:`contrast`.
    lines
        At most six, in the order to draw; by default the first six that :func:`contrast` lists.

    Returns
    -------
    RoleMap
        ``.frame`` has a row per role, best first, with the outcome first and then a column per line.

    Raises
    ------
    PatternError
        More than six lines, a line that is not there, or a frame that :func:`contrast` refuses.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [1, 7, 4], "pace": [6, 2, None]}, index=list("ABC"))
    >>> role_map(jobs, scales=(1, 7)).frame
       overall  pace
    B      7.0   2.0
    C      4.0   NaN
    A      1.0   6.0
    """
    return map_of(contrast(frame, outcome, scales=scales), lines)


def map_of(result: Contrast, lines: Sequence[str] | None = None) -> RoleMap:
    """Order roles and lines of a contrast for a picture; else as :func:`role_map`.

    Returns
    -------
    RoleMap
        ``.frame`` has a row per role, best first, with the outcome first and then a column per line.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [1, 7], "pace": [6, 2], "hours": [7, 3]}, index=["A", "B"])
    >>> map_of(contrast(jobs, scales=(1, 7)), ["hours"]).frame.columns.tolist()
    ['overall', 'hours']
    """
    if lines is None:
        lines = result.frame["line"].head(MOST_LINES).tolist()
    if len(lines) > MOST_LINES:
        raise PatternError(
            f"a map shows at most {MOST_LINES} lines, not {len(lines)}; name fewer in lines=[...]"
        )
    known = result.frame["line"].tolist()
    for line in lines:
        if line not in known:
            raise PatternError(f"there is no line {line!r}; there are: {', '.join(known) or 'none'}")
    chosen = result.wide[[result.outcome, *lines]]
    ordered = chosen.sort_values(result.outcome, ascending=False, kind="stable", na_position="last")
    shown = result.frame[result.frame["line"].isin(lines)].reset_index(drop=True)
    # we looked at all lines, so these keep the words that they have among all
    return RoleMap(ordered, replace(result, frame=shown, wide=chosen))
