"""What the best roles have that the worst have not, line by line. A description, not a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from good_on_paper.patterns.thirds import BEST, WORST, alike, thirds
from good_on_paper.patterns.wide import bounds, wide

_KINDS = {
    "line": "string",
    "n": "Int64",
    "n_best": "Int64",
    "n_worst": "Int64",
    "best_high": "Int64",
    "worst_high": "Int64",
    "pairs_higher": "Int64",
    "pairs_lower": "Int64",
    "ties": "Int64",
    "pairs": "Int64",
    "difference": "Float64",
    "rho": "Float64",
    "low": "Float64",
    "high": "Float64",
    "missing": "string",
}
_FEWEST_FOR_RHO = 3  # two points always lie on a line


@dataclass(frozen=True)
class Contrast:
    """The best against the worst roles on every line.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row a line, the largest difference first (then the largest rho, then by name):

        ``line``          name of the column
        ``n``             roles with both this line and the outcome
        ``n_best``        of them among the best; ``n_worst`` among the worst
        ``best_high``     best roles above the middle of the scale; ``worst_high`` the worst ones
        ``pairs_higher``  pairs of a best and a worst role in which the best has more
        ``pairs_lower``   in which it has less; ``ties`` as much
        ``pairs``         all pairs, n_best x n_worst
        ``difference``    Cliff's delta, (pairs_higher - pairs_lower) / pairs, -1 to 1; NA without a pair
        ``rho``           Spearman's rank correlation with the outcome over all n roles, mid-ranks for ties;
                          NA with fewer than three roles or where one of the two does not vary
        ``low``, ``high`` both ends of the scale; a value above its middle counts as high
        ``missing``       what is missing for a comparison, and how to give it; empty when nothing is
    groups : pandas.Series
        Role to "best", "middle", "worst", or NA where the outcome is blank.
    outcome : str
        The column that said how it went.
    units : int
        Roles looked at, rated or not.
    wide : pandas.DataFrame
        What was compared: a row a role (episodes brought to their role), lines and outcome, NaN for blanks.
    missing : str
        What is missing for two groups, and how to give it; empty when nothing is.

    Notes
    -----
    Nothing here says whether a difference is more than chance: whoever shows it says "not yet tested".
    Cliff's delta: Cliff, N. (1993), Psychological Bulletin 114, 494-509.
    """

    frame: pd.DataFrame
    groups: pd.Series
    outcome: str
    units: int
    missing: str
    wide: pd.DataFrame = field(repr=False)

    @property
    def rated(self) -> int:
        """Roles with an outcome."""
        return int(self.groups.notna().sum())


def contrast(
    frame: pd.DataFrame,
    outcome: str = "overall",
    *,
    within: str | None = None,
    scales: Mapping[str, tuple[float, float]] | None = None,
) -> Contrast:
    """Compare the roles that went best with those that went worst, on every line.

    Parameters
    ----------
    frame
        A row a role, its name as index; a column a line, numbers with NA for blanks. Any frame of this
        shape will do, for instance one read from a CSV file.
    outcome
        The column that says how it went; more is better.
    within
        The column that names the role of each row, when rows are episodes: each role then counts once,
        with the median of its episodes.
    scales
        Both ends of the scale of a line, ``{"pace": (1, 7)}``. A line without an entry is taken to run from
        1 to 7, or, where its values lie off that, from the smallest to the largest value it has.

    Returns
    -------
    Contrast
        Frozen; see there for the columns. Blanks are left out line by line, never filled.

    Raises
    ------
    PatternError
        The frame is not of this shape: the message names the column, the row and the value.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 3, 6]}, index=["A", "B", "C"])
    >>> contrast(jobs).frame[["line", "best_high", "worst_high", "difference"]].to_dict("records")
    [{'line': 'pace', 'best_high': 0, 'worst_high': 1, 'difference': -1.0}]
    """
    numbers = wide(frame, outcome, within)
    went = numbers[outcome]
    groups = thirds(went)
    rows = [_compare(numbers[line], went, groups, scales) for line in numbers.columns.drop(outcome)]
    lines = pd.DataFrame(rows, columns=list(_KINDS)).astype(_KINDS)
    order = pd.DataFrame({"d": -lines["difference"].abs(), "r": -lines["rho"].abs(), "line": lines["line"]})
    lines = lines.loc[order.sort_values(["d", "r", "line"], na_position="last").index].reset_index(drop=True)
    return Contrast(lines, groups, outcome, len(numbers), _missing(went), numbers)


def _compare(
    values: pd.Series, went: pd.Series, groups: pd.Series, scales: Mapping[str, tuple[float, float]] | None
) -> dict[str, object]:
    low, high = bounds(values, scales)
    middle = (low + high) / 2
    both = values.notna() & went.notna()
    best = values[both & groups.eq(BEST)].to_numpy()
    worst = values[both & groups.eq(WORST)].to_numpy()
    gaps = np.sign(best[:, None] - worst[None, :])
    more, less, pairs = int((gaps > 0).sum()), int((gaps < 0).sum()), gaps.size
    return {
        "line": values.name,
        "n": int(both.sum()),
        "n_best": len(best),
        "n_worst": len(worst),
        "best_high": int((best > middle).sum()),
        "worst_high": int((worst > middle).sum()),
        "pairs_higher": more,
        "pairs_lower": less,
        "ties": pairs - more - less,
        "pairs": pairs,
        "difference": (more - less) / pairs if pairs else pd.NA,
        "rho": _spearman(values[both], went[both]),
        "low": low,
        "high": high,
        "missing": _missing_in(values, best, worst, groups),
    }


def _spearman(values: pd.Series, went: pd.Series) -> object:
    if len(values) < _FEWEST_FOR_RHO or alike(values) or alike(went):
        return pd.NA
    # twice the mid-ranks are whole numbers, so the sums are exact whatever the order of the roles
    x, y = (2 * ranked.rank().to_numpy() for ranked in (values, went))
    size, of_x, of_y = len(x), x.sum(), y.sum()
    spread = (size * (x @ x) - of_x**2) * (size * (y @ y) - of_y**2)
    return float((size * (x @ y) - of_x * of_y) / np.sqrt(spread))


def _missing(went: pd.Series) -> str:
    rated = went.dropna()
    if rated.empty:
        return "No job has been given how it went yet; give it for at least two."
    if len(rated) == 1:
        return f"Only {str(rated.index[0])!r} has been given how it went; give it for at least one more job."
    if alike(rated):
        return f"All {len(rated)} jobs went equally well ({rated.iloc[0]:g}): none is a best or a worst one."
    return ""


def _missing_in(values: pd.Series, best: np.ndarray, worst: np.ndarray, groups: pd.Series) -> str:
    if values.isna().all():
        return "No job has a rating on this line yet."
    for rated, group in ((best, BEST), (worst, WORST)):
        names = groups.index[groups.eq(group)]
        if len(names) and not len(rated):
            which = ", ".join(sorted(str(name) for name in names))
            return f"No rating among the {group} jobs yet; rate this line for one of: {which}."
    if values.notna().sum() > 1 and alike(values):
        return f"Every rated job has the same value, {values.min():g}."
    return ""
