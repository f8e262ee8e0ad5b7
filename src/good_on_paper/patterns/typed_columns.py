"""Columns of a result, made from plain lists in the types that pandas has for blanks."""

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

Kind = Literal["string", "bool", "Int64", "Float64"]

_TEXT = pd.StringDtype()  # its name would be looked up for each column


def typed(values: Sequence[Any], kind: Kind) -> ExtensionArray | npt.NDArray[np.bool_]:
    """Return values as a column of this kind; None and NaN are blanks.

    >>> typed([3, float("nan")], "Int64").isna().tolist()
    [False, True]
    """
    if kind == "string":
        return pd.array(values, dtype=_TEXT)
    if kind == "bool":
        return np.array(values, dtype=bool)
    figures = np.array(values, dtype=float)
    blank = np.isnan(figures)
    if kind == "Float64":
        return pd.arrays.FloatingArray(figures, blank)
    return pd.arrays.IntegerArray(np.where(blank, 0, figures).astype(np.int64), blank)
