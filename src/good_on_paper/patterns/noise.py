"""A record like this one in which nothing goes with anything: what the page makes of it."""

import numpy as np
import pandas as pd


def noise_like(frame: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """Shuffle the values of every column among the roles that have one, each column on its own.

    Every column keeps its values and its blanks stay where they are; what is lost is only which role had
    which, so that nothing goes with the outcome, or with anything else, but by chance.

    Parameters
    ----------
    frame
        A row a role, a column a line; left as it is.
    seed
        For the shuffles.

    Returns
    -------
    pandas.DataFrame
        Of the same shape, names and types.
    """
    dice = np.random.default_rng(seed)
    made = []
    for place in range(frame.shape[1]):  # two columns may have one name
        column = frame.iloc[:, place]
        moved = column.array.take(_moved(len(frame), np.flatnonzero(column.notna()), dice))
        made.append(pd.Series(moved, frame.index, column.dtype))
    together = pd.concat(made, axis=1) if made else frame.copy()
    return together.set_axis(frame.columns, axis=1)


def _moved(rows: int, there: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    order = np.arange(rows)
    order[there] = dice.permutation(there)
    return order
