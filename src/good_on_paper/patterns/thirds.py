"""The best and the worst roles by how they went: thirds, or the better and the worse half; and any halves."""

import numpy as np
import numpy.typing as npt
import pandas as pd

BEST, MIDDLE, WORST = "best", "middle", "worst"

_TEXT = pd.StringDtype()


def thirds(outcome: pd.Series) -> pd.Series:
    """Part the roles into a best, a middle and a worst group, as near to thirds as ties allow.

    Both ends follow one rule: the cut lies between two different outcome values, where the group is nearest
    to a third of the rated roles (of two equally near, the smaller group). So the same outcome never stands
    on both sides of a cut, and turning the scale round swaps best and worst and nothing else. The two never
    overlap; with less than two different outcomes there is no room for two groups, and both stay empty.

    Parameters
    ----------
    outcome
        How each role went: numbers, more is better, blanks as NA. Only the order counts.

    Returns
    -------
    pandas.Series
        "best", "middle", "worst", or NA where the outcome is blank; index and order as given.

    Examples
    --------
    >>> thirds(pd.Series([7, 6, 4, 4, 2, 1, None], list("ABCDEFG"))).tolist()
    ['best', 'best', 'middle', 'middle', 'worst', 'worst', <NA>]
    """
    return _both_ends(outcome, (outcome.count() + 1) // 3)


def halves(outcome: pd.Series) -> pd.Series:
    """Part the roles at the median: the better and the worse half, as near to halves as ties allow.

    The rule is that of `thirds`; of an odd number of roles that all went differently the one in between is
    "middle".
    """
    return _both_ends(outcome, outcome.count() // 2)


def upper_half(values: pd.Series) -> pd.Series:
    """Mark the upper half, as near to a half as ties allow; every value is in it or in the lower one.

    The same value is never in both; of two cuts as near, we take the one with the smaller upper half.

    Parameters
    ----------
    values
        Numbers, blanks as NA.

    Returns
    -------
    pandas.Series
        boolean; NA where the value is blank, and everywhere if all values are equal.

    Examples
    --------
    >>> upper_half(pd.Series([7, 6, 5, 5, 4])).tolist()
    [True, True, False, False, False]
    """
    rated = values.dropna()
    marks = pd.Series(pd.NA, index=values.index, dtype="boolean", name="upper")
    if not alike(rated):
        marks[rated.index] = rated >= _lowest(rated.to_numpy(dtype=float), len(rated) // 2)
    return marks


def _both_ends(outcome: pd.Series, size: int) -> pd.Series:
    went = outcome.to_numpy(dtype=float, na_value=np.nan)
    rated = ~np.isnan(went)
    values, many = np.unique(went[rated], return_counts=True)
    groups = np.full(len(went), pd.NA, dtype=object)
    groups[rated] = MIDDLE
    if len(values) > 1:
        groups[went >= values[::-1][_cut(many[::-1], size)]] = BEST
        groups[went <= values[_cut(many, size)]] = WORST
    return pd.Series(pd.array(groups, dtype=_TEXT), outcome.index, name="group", copy=False)


def among(groups: pd.Series, group: str) -> npt.NDArray[np.bool_]:
    """Return, for each role, whether it is in a group."""
    return np.array([of is not pd.NA and of == group for of in groups.tolist()], dtype=bool)


def alike(values: pd.Series) -> bool:
    """Return whether all values are equal, blanks aside; true also if there is none."""
    seen = values.to_numpy(dtype=float, na_value=np.nan)
    least, most = (end.reduce(seen, initial=np.nan) for end in (np.fmin, np.fmax))
    return not least < most


def _lowest(went: npt.NDArray[np.float64], size: int) -> float:
    """Return the lowest value of the upper group: the group nearest to `size` that parts no equal roles."""
    values, many = np.unique(went, return_counts=True)
    return float(values[::-1][_cut(many[::-1], size)])


def _cut(many: npt.NDArray[np.intp], size: int) -> int:
    """Return the place of the last value of the group nearest to `size`; of two as near, the smaller."""
    return int(np.abs(many[:-1].cumsum() - size).argmin())
