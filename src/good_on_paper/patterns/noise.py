"""Make a frame like this one in which nothing goes with anything, to see what the page says about it."""

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.when import in_time, places_in_time


def noise_like(
    frame: pd.DataFrame, seed: int = 0, *, drift: float = 0.0, when: pd.Series | None = None
) -> pd.DataFrame:
    """Shuffle the values of each column among the roles that have one.

    Every column keeps its values, and blanks stay where they are, but other roles have the values. So nothing
    goes with the outcome, or with anything else, except by chance.

    Parameters
    ----------
    frame
        A row per role, a column per line; left as it is.
    seed
        For the shuffles.
    drift
        How much each role is like the one before it in time, 0 (shuffled) to below 1: the values are dealt
        out in the order of an AR(1) series with that correlation, each column with one of its own.
    when
        The order of the roles in time, as for `contrast`; those without a date come last. Without it the rows
        are in order.

    Returns
    -------
    pandas.DataFrame
        Of the same shape, names and types.

    Raises
    ------
    PatternError
        `drift` is not from 0 to below 1.

    Examples
    --------
    >>> jobs = pd.DataFrame({"pace": [1, 2, 3, 4, 5, 6, 7]})
    >>> sorted(noise_like(jobs, drift=0.8)["pace"])
    [1, 2, 3, 4, 5, 6, 7]
    """
    if not 0 <= drift < 1:
        raise PatternError(f"drift={drift!r}; expected how alike neighbours are, from 0 to below 1")
    dice = np.random.default_rng(seed)
    order = np.arange(len(frame))
    if when is not None:
        dated = in_time(places_in_time(frame, when, None, frame.index))
        order = np.array([*dated, *(row for row in order if row not in dated)], dtype=int)
    made = []
    for place in range(frame.shape[1]):  # two columns may have one name
        column = frame.iloc[:, place]
        there = order[column.notna().to_numpy()[order]]
        moved = _dealt(column, there, dice, drift) if drift else _moved(len(frame), np.sort(there), dice)
        made.append(pd.Series(column.array.take(moved), frame.index, column.dtype))
    together = pd.concat(made, axis=1) if made else frame.copy()
    return together.set_axis(frame.columns, axis=1)


def _moved(rows: int, there: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    order = np.arange(rows)
    order[there] = dice.permutation(there)
    return order


def _dealt(column: pd.Series, there: np.ndarray, dice: np.random.Generator, drift: float) -> np.ndarray:
    """Assign the smallest value to the role where a drifting series is lowest, and so on."""
    order = np.arange(len(column))
    level = dice.standard_normal(len(there))
    for place in range(1, len(level)):
        level[place] = drift * level[place - 1] + np.sqrt(1 - drift**2) * level[place]
    smallest = np.argsort(column.iloc[there].to_numpy(dtype=float), kind="stable")
    order[there[np.argsort(level, kind="stable")]] = there[smallest]
    return order
