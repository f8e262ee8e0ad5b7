"""Read a frame as sets: how far each row belongs to each condition and to the outcome, 0 to 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from numbers import Real

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import labelled

MOST_CONDITIONS = 24
"""Conditions up to which a solution is exact and takes about a second."""

_HALF = 0.5


@dataclass(frozen=True)
class Sets:
    """A checked frame.

    Attributes
    ----------
    names : tuple of str
        The rows.
    conditions : tuple of str
        The conditions, in the order of the columns of `degrees`.
    degrees : numpy.ndarray
        Membership of each row in each condition, rows x conditions.
    outcome : str
        As it was asked for, ``Y`` or ``~Y``.
    went : numpy.ndarray
        Membership of each row in this outcome.
    """

    names: tuple[str, ...]
    conditions: tuple[str, ...]
    degrees: npt.NDArray[np.float64]
    outcome: str
    went: npt.NDArray[np.float64]

    @property
    def width(self) -> int:
        """How many conditions there are."""
        return len(self.conditions)

    @property
    def configurations(self) -> npt.NDArray[np.int64]:
        """The one configuration that each row belongs to by more than half, a bit per condition."""
        bits = 1 << np.arange(self.width)[::-1]
        return (self.degrees > _HALF) @ bits


def read(frame: pd.DataFrame, outcome: str, conditions: Sequence[str] | None = None) -> Sets:
    """Check a frame and read it as sets.

    Parameters
    ----------
    frame
        A row per case, its name as index; a column per set, crisp (0, 1 or booleans) or fuzzy (between).
    outcome
        The column to explain; ``~Y`` explains its absence.
    conditions
        The columns that may explain it; by default all other columns.

    Raises
    ------
    PatternError
        The message names the row, the column and the value, and what was expected.
    """
    frame, outcome = labelled(frame, "one row per case"), str(outcome)
    if conditions is not None and not isinstance(conditions, str):
        conditions = [str(name) for name in conditions]
    target = outcome.removeprefix("~")
    _asked(target, conditions)
    _columns(frame, target, conditions)
    names = [name for name in frame.columns if name != target] if conditions is None else list(conditions)
    if not names:
        raise PatternError(f"there is no condition beside the outcome {target!r}; give at least one column")
    if len(names) > MOST_CONDITIONS:
        raise PatternError(
            f"{len(names)} conditions; at most {MOST_CONDITIONS} can be minimised, "
            "and few cases speak on far fewer: choose with conditions=[...]"
        )
    whole = _whole(frame, [*names, target])
    if whole is None:
        whole = np.column_stack([_membership(frame, name) for name in (*names, target)])
    values, went = whole[:, :-1], whole[:, -1]
    if outcome != target:
        went = 1 - went
    _both_endings(frame, outcome, went)
    return Sets(tuple(str(row) for row in frame.index), tuple(map(str, names)), values, outcome, went)


def _columns(frame: pd.DataFrame, target: str, conditions: Sequence[str] | None) -> None:
    for labels, what in ((frame.columns, "columns"), (frame.index, "rows")):
        if labels.has_duplicates:
            name = labels[labels.duplicated()][0]
            times = int(labels.isin([name]).sum())  # a blank name does not equal itself
            raise PatternError(f"{times} {what} are named {str(name)!r}; expected each name once: rename one")
    if frame.empty:
        raise PatternError(
            "the frame has no rows or no columns; expected one row per case and one column per set"
        )
    for asked, argument in ((target, "outcome"), *((name, "conditions") for name in conditions or ())):
        if asked not in frame.columns:
            there = [str(column) for column in frame.columns]
            near = get_close_matches(asked, there, n=3)
            hint = f"did you mean {', '.join(near)}?" if near else f"there are: {', '.join(there)}"
            raise PatternError(f"there is no column {asked!r}, asked for by {argument}=; {hint}")
    if sign := [c for c in conditions or frame.columns if not c or c != c.strip() or set("*+~") & set(c)]:
        raise PatternError(
            f"column {sign[0]!r}: a name is not empty, holds no *, + or ~, and neither begins nor ends with "
            "a space; rename it"
        )


def _asked(target: str, conditions: Sequence[str] | None) -> None:
    if isinstance(conditions, str):
        raise PatternError(f"conditions={conditions!r} is a text; expected a list of names")
    if conditions is not None:
        if target in conditions:
            raise PatternError(f"{target!r} is the outcome and a condition too; leave it out of conditions=")
        if doubled := [name for name in conditions if list(conditions).count(name) > 1]:
            raise PatternError(f"conditions= names {doubled[0]!r} more than once; expected each name once")


def _whole(frame: pd.DataFrame, names: Sequence[object]) -> npt.NDArray[np.float64] | None:
    """Return the named columns at once when the frame holds numbers only and all of these are memberships."""
    whole = frame.to_numpy()
    if whole.dtype.kind not in "biuf":
        if not all(pd.api.types.is_numeric_dtype(kind) for kind in set(frame.dtypes.tolist())):
            return None
        whole = frame.to_numpy(dtype=np.float64, na_value=np.nan)
    places: dict[object, int] = {name: i for i, name in enumerate(frame.columns)}
    known = np.take(whole, [places[name] for name in names], axis=1).astype(np.float64)
    return known if ((known >= 0) & (known <= 1) & (known != _HALF)).all() else None


def _membership(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    column = frame[name]
    for row, value in zip(frame.index, column.tolist(), strict=True):
        where = f"column {name!r}, row {str(row)!r}"
        if pd.isna(value):
            raise PatternError(f"{where} is blank; expected 0 to 1: fill it in or leave the row out")
        if not isinstance(value, Real | np.bool_):
            raise PatternError(f"{where}: {value!r} is no number; expected 0 to 1, or name the conditions=")
        if not 0 <= float(value) <= 1:
            raise PatternError(f"{where} is {float(value):g}; expected 0 to 1: calibrate the column first")
        if value == _HALF:
            raise PatternError(
                f"{where} is exactly .5, neither in nor out, so the row would belong to no configuration; "
                "decide for this row, or calibrate with a crossover between the values"
            )
    return column.to_numpy(dtype=np.float64)


def _both_endings(frame: pd.DataFrame, outcome: str, went: npt.NDArray[np.float64]) -> None:
    if not (went > _HALF).any():
        raise PatternError(f"no row has the outcome {outcome!r} (above .5); nothing can be explained")
    if (went > _HALF).all():
        raise PatternError(
            f"all {len(frame)} rows have the outcome {outcome!r}; an explanation needs rows without it too"
        )
