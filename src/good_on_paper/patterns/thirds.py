"""The best and the worst roles by how they went: thirds, or the better and the worse half; and any halves."""

import pandas as pd

BEST, MIDDLE, WORST = "best", "middle", "worst"


def thirds(outcome: pd.Series) -> pd.Series:
    """Part the roles into a best, a middle and a worst group, as near to thirds as ties allow.

    Both ends follow one rule: the cut lies between two different outcome values, there where the group is
    nearest to a third of the rated roles (of two equally near, the smaller group). So the same outcome never
    stands on both sides of a cut, and turning the scale round swaps best and worst and nothing else. The two
    never overlap; with less than two different outcomes there is no room for two groups, and both stay empty.

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

    The same value never stands in both; of two cuts as near, the one with the smaller upper half is taken.

    Parameters
    ----------
    values
        Numbers, blanks as NA.

    Returns
    -------
    pandas.Series
        boolean; NA where the value is blank, and everywhere where all values are one and the same.

    Examples
    --------
    >>> upper_half(pd.Series([7, 6, 5, 5, 4])).tolist()
    [True, True, False, False, False]
    """
    rated = values.dropna()
    marks = pd.Series(pd.NA, index=values.index, dtype="boolean", name="upper")
    if not alike(rated):
        marks[rated.index] = _top(rated, len(rated) // 2)
    return marks


def _both_ends(outcome: pd.Series, size: int) -> pd.Series:
    rated = outcome.dropna()
    groups = pd.Series(pd.NA, index=outcome.index, dtype="string", name="group")
    groups[rated.index] = MIDDLE
    if not alike(rated):
        groups[rated.index[_top(rated, size)]] = BEST
        groups[rated.index[_top(-rated, size)]] = WORST
    return groups


def alike(values: pd.Series) -> bool:
    """Say whether all values that are there are one and the same; so also where there is none."""
    return bool(values.dropna().empty or values.min() == values.max())


def _top(rated: pd.Series, size: int) -> pd.Series:
    """Mark the upper group: as many roles as come nearest to `size` without parting equals."""
    sizes = rated.value_counts().sort_index(ascending=False).cumsum().iloc[:-1]
    lowest = (sizes - size).abs().idxmin()
    return rated >= lowest
