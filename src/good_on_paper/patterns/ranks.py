"""Mid-ranks as whole numbers, so that ties compare exactly and sums do not depend on the order of roles."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

Scores = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def scores(values: pd.Series) -> Scores:
    """Return twice the mid-ranks, centred on zero; blanks score 0.

    Parameters
    ----------
    values : pandas.Series
        Length n; anything that can be ordered, blanks as NA.

    Returns
    -------
    numpy.ndarray
        Shape (n,), int64, sum 0: ``2 * rank - (m + 1)`` for the m values that are there.
    """
    there = values.notna().to_numpy()
    result = np.zeros(len(values), dtype=np.int64)
    _, place, often = np.unique(values.to_numpy()[there], return_inverse=True, return_counts=True)
    doubled = 2 * np.cumsum(often) - often + 1  # of each distinct value: its first rank plus its last
    result[there] = doubled[place] - (there.sum() + 1)
    return result


def without_liking(frame: pd.DataFrame, keyed: Mapping[str, int]) -> pd.DataFrame:
    """Take from every rating what the role's general liking alone would put there.

    The liking of a role is the mean, over the lines with a direction, of how far its rating lies above the
    line's own mean, turned so that more is nicer. A line keeps its rating minus its direction times that;
    a line without direction stays as it is. Ignoring the directions would leave the general liking in.

    Parameters
    ----------
    frame : pandas.DataFrame
        Shape (n, k): a row a role, a column a line, blanks as NaN.
    keyed : mapping
        Line to +1 (more of it is by itself nicer), -1 (harder) or 0 (neither; also for lines not named).

    Returns
    -------
    pandas.DataFrame
        Shape (n, k), `fractions.Fraction` and None: in floats 3 - 10/3 and 4 - 13/3 differ.
    """
    exact = {
        str(line): [None if pd.isna(value) else Fraction(value) for value in frame[line]] for line in frame
    }
    turned: dict[str, list[Fraction | None]] = {}
    for line, values in exact.items():
        there = [value for value in values if value is not None]
        if keyed.get(line, 0) and there:
            mean = sum(there, Fraction()) / len(there)
            turned[line] = [None if value is None else keyed[line] * (value - mean) for value in values]
    liking = [_mean([column[row] for column in turned.values()]) for row in range(len(frame))]
    return pd.DataFrame(
        {
            line: pd.Series(
                [
                    None if value is None else value - keyed.get(line, 0) * general
                    for value, general in zip(values, liking, strict=True)
                ],
                index=frame.index,
                dtype=object,
            )
            for line, values in exact.items()
        },
        index=frame.index,
    )


def _mean(values: list[Fraction | None]) -> Fraction:
    there = [value for value in values if value is not None]
    return sum(there, Fraction()) / len(there) if there else Fraction()


def tau(values: pd.Series, outcome: pd.Series) -> tuple[float, pd.Series]:
    """Return Kendall's tau-b of two columns, and what it is without each role in turn.

    Parameters
    ----------
    values, outcome : pandas.Series
        Length n, float64, blanks as NaN; only roles with both count.

    Returns
    -------
    float
        -1 to 1; NaN when either does not vary.
    pandas.Series
        The same without the role in the index, for each role that has both.

    Notes
    -----
    Kendall, M. G. (1945), Biometrika 33, 239-251.
    """
    both = values.notna() & outcome.notna()
    x, y = (np.sign(np.subtract.outer(part, part)) for part in (values[both].array, outcome[both].array))
    sums = np.array([(part * other).sum(axis=1) for part, other in ((x, y), (x, x), (y, y))])
    every = sums.sum(axis=1)
    without = every[:, None] - 2 * sums  # a pair stands in both roles' rows
    return float(_ratio(*every)), pd.Series(_ratio(*without), index=values.index[both])


def _ratio(together: Floats, of_x: Floats, of_y: Floats) -> Floats:
    spread = np.sqrt(np.asarray(of_x * of_y, dtype=float))
    return np.asarray(np.divide(together, spread, out=np.full_like(spread, np.nan), where=spread > 0))
