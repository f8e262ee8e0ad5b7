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
    made = frame.copy()
    for place, column in enumerate(frame.columns):
        there = np.flatnonzero(frame.iloc[:, place].notna())
        made[column] = frame.iloc[:, place].array.take(_moved(len(frame), there, dice))
    return made


def _moved(rows: int, there: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    order = np.arange(rows)
    order[there] = dice.permutation(there)
    return order
