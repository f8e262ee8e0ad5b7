"""Columns of a result, made from plain lists in the types that pandas has for blanks."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

Kind = Literal["string", "bool", "Int64", "Float64"]

Column = ExtensionArray | npt.NDArray[np.bool_]
Table = dict[str, Column]

_TEXT = pd.StringDtype()  # its name would be looked up for each column


def typed(values: Sequence[Any], kind: Kind) -> Column:
    """Return values as a column of this kind; None and NaN are blanks.

    >>> typed([3, float("nan")], "Int64").isna().tolist()
    [False, True]
    """
    if kind == "string":
        return pd.array(values, dtype=_TEXT)
    if kind == "bool":
        return np.array(values, dtype=bool)
    figures = np.array(values, dtype=float)
    return _figures(figures, np.isnan(figures), kind)


def typed_table(found: Mapping[str, Sequence[Any]], order: Sequence[int], kinds: Mapping[str, Kind]) -> Table:
    """Return the columns of a result, each of its kind, with the rows in this order.

    >>> kinds = {"n": "Int64", "line": "string"}
    >>> columns = typed_table({"n": [3, float("nan")], "line": ["pace", "hours"]}, [1, 0], kinds)
    >>> {name: column.tolist() for name, column in columns.items()}
    {'n': [<NA>, 3], 'line': ['hours', 'pace']}
    """
    numbers = [name for name, kind in kinds.items() if kind in {"Int64", "Float64"}]
    # all of them at once, since each step of numpy takes longer than the few figures in it
    figures = np.array([found[name] for name in numbers], dtype=float).reshape(len(numbers), -1)
    figures = figures.take(np.asarray(order, dtype=np.intp), axis=1)
    blank = np.isnan(figures)
    made = {name: _figures(figures[row], blank[row], kinds[name]) for row, name in enumerate(numbers)}
    return {
        name: made[name] if name in made else typed([found[name][row] for row in order], kind)
        for name, kind in kinds.items()
    }


def _figures(figures: npt.NDArray[np.float64], blank: npt.NDArray[np.bool_], kind: Kind) -> ExtensionArray:
    if kind == "Float64":
        return pd.arrays.FloatingArray(figures, blank)
    return pd.arrays.IntegerArray(np.where(blank, 0, figures).astype(np.int64), blank)
