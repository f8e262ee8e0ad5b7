"""A wide frame, checked: a row per role, a column per line, numbers or blanks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError

Value = TypeVar("Value")

_FLOAT = np.dtype(float)

LIKERT = (1.0, 7.0)
"""The scale of a line for which none was given and whose values all lie on it."""


def wide(
    frame: pd.DataFrame, outcome: str, within: str | None = None, left_out: Sequence[str] = ()
) -> pd.DataFrame:
    """Check a wide frame and bring it to one row per role.

    Parameters
    ----------
    frame
        A row per role (or an episode), its name as index; numeric columns, blanks as NA.
    outcome
        The column that says how it went.
    within
        The column that names the role of each row, when the rows are episodes: every role then
        gets the median of its rows.
    left_out
        Columns that are no numbers to compare.

    Returns
    -------
    pandas.DataFrame
        float64 with NaN; the outcome among its columns, which are called by texts; unique index in the order
        of the frame.

    Raises
    ------
    PatternError
        It is no frame; a column is missing, is there twice, or holds something other than numbers; two rows
        have one name.
    """
    frame = labelled(frame, "one row per job")
    outcome, within = str(outcome), None if within is None else str(within)
    named_once(frame.columns, "columns", "rename one of them")
    for column, argument in ((outcome, "outcome"), (within, "within")):
        if column is not None and (column not in frame.columns or column in left_out):
            raise PatternError(_unknown(frame, column, argument, left_out))
    if within == outcome:
        raise PatternError(
            f"within={within!r} is the outcome too; within is the column that names the job of each row"
        )
    parents = None if within is None else _parents(frame, within)
    own = "give each its own name, or say within= when they are episodes of one job"
    named_once(frame.index, "rows", own)
    numbers = all_numbers(frame, left_out if within is None else [*left_out, within])
    return numbers if parents is None else numbers.groupby(parents, sort=False).median()


def labelled(frame: pd.DataFrame, rows: str) -> pd.DataFrame:
    """Return the frame with texts as column names: callers ask for lines by name, and messages name them.

    Raises
    ------
    PatternError
        It is no frame; `rows` says what was expected.
    """
    if not isinstance(frame, pd.DataFrame):
        raise PatternError(f"frame is a {type(frame).__name__}; expected a pandas.DataFrame, {rows}")
    if all(isinstance(name, str) for name in frame.columns.tolist()):
        return frame
    return frame.set_axis([str(name) for name in frame.columns], axis=1)


def without(frame: pd.DataFrame, dropped: Collection[str]) -> pd.DataFrame:
    """Return a frame without some columns; we rebuild a frame of numbers alone, as that is far faster."""
    kept = np.array([name not in dropped for name in frame.columns.tolist()], dtype=bool)
    kinds = zip(frame.dtypes.tolist(), kept.tolist(), strict=True)
    if all(kind == _FLOAT or (not stays and kind.kind in "iuf") for kind, stays in kinds):
        numbers = frame.to_numpy(dtype=float)[:, kept]
        return pd.DataFrame(numbers, frame.index, frame.columns[kept], copy=False)
    return frame.loc[:, kept]


def names(given: Iterable[object] | None, argument: str) -> list[str]:
    """Return names of lines as a list of texts.

    Raises
    ------
    PatternError
        It is a single text, or no list at all.
    """
    if isinstance(given, str):
        raise PatternError(
            f"{argument}={given!r} is a word; expected a list of lines: {argument}=[{given!r}]"
        )
    if given is None or not isinstance(given, Iterable):
        raise PatternError(f"{argument}={given!r}; expected a list of lines, empty for none")
    return [str(name) for name in given]


def known(given: Iterable[object], columns: Iterable[object], argument: str, what: str = "column") -> None:
    """Refuse a name that is none of these columns: unnoticed, a typing mistake would change what is found.

    Raises
    ------
    PatternError
        The first such name; the message offers those that are nearest, or all there are.

    Examples
    --------
    >>> known({"pase": (1, 7)}, ["pace", "hours"], "scales")
    Traceback (most recent call last):
        ...
    good_on_paper.patterns.errors.PatternError: scales: there is no column 'pase'; did you mean pace? ...
    """
    there = [str(column) for column in columns]
    of_these = set(there)
    for name in map(str, given):
        if name not in of_these:
            near = _nearest(name, there)
            remedy = " Correct" if near.endswith("?") else "; correct"
            raise PatternError(
                f"{argument}: there is no {what} {name!r}; {near}{remedy} the name, or leave it out"
            )


def by_text(given: Mapping[Any, Value] | None) -> dict[str, Value]:
    """Return a mapping by line with each name as a text."""
    return {str(line): value for line, value in (given or {}).items()}


def bounds(
    numbers: pd.DataFrame, given: Mapping[str, tuple[float, float]] | None
) -> list[tuple[float, float]]:
    """Return both ends of each line's scale: as given; else 1 and 7; else what was observed.

    Raises
    ------
    PatternError
        A value lies outside the scale that was given for its line, or the scale has no width.
    """
    seen = numbers.to_numpy(dtype=float)
    ends = (end.reduce(seen, axis=0, initial=np.nan).tolist() for end in (np.fmin, np.fmax))
    found = []
    for line, least, most in zip(numbers.columns.tolist(), *ends, strict=True):
        if given is None or line not in given:
            off = least < LIKERT[0] or most > LIKERT[1]
            found.append((least, most) if off else LIKERT)
            continue
        low, high = given[line]
        if not low < high:
            raise PatternError(f"scales[{line!r}] is ({low:g}, {high:g}); expected (lowest, highest)")
        if least < low or most > high:
            raise PatternError(_outside(numbers[line], low, high))
        found.append((float(low), float(high)))
    return found


def _outside(values: pd.Series, low: float, high: float) -> str:
    seen, line = values.to_numpy(dtype=float), str(values.name)
    place = int(np.flatnonzero((seen < low) | (seen > high))[0])
    return (
        f"{line!r} of {str(values.index[place])!r} is {seen[place]:g}, outside its scale {low:g} to "
        f"{high:g}; correct the value, or give both ends: scales={{{line!r}: (lowest, highest)}}"
    )


def named_once(labels: pd.Index, what: str, remedy: str) -> None:
    """Refuse a name that stands twice; `what` is what is named, `remedy` what to do.

    Raises
    ------
    PatternError
        Two of the labels are equal.
    """
    if labels.has_duplicates:
        name = labels[labels.duplicated()][0]
        times = int(labels.isin([name]).sum())  # a blank name does not equal itself
        raise PatternError(f"{times} {what} are named {str(name)!r}; {remedy}")


def _unknown(frame: pd.DataFrame, column: str, argument: str, left_out: Sequence[str]) -> str:
    names = [str(name) for name in frame.columns if name not in left_out]
    return f"there is no column {column!r}, asked for by {argument}={column!r}; {_nearest(column, names)}"


def _nearest(name: str, there: list[str]) -> str:
    near = get_close_matches(name, there, n=3)
    return f"did you mean {', '.join(near)}?" if near else f"there are: {', '.join(there) or 'none'}"


def _parents(frame: pd.DataFrame, within: str) -> pd.Series:
    parents = frame[within]
    if (blank := parents.isna()).any():
        raise PatternError(f"row {str(frame.index[blank][0])!r} has no {within!r}; each row needs its job")
    return parents


def all_numbers(frame: pd.DataFrame, left_out: Collection[str] = ()) -> pd.DataFrame:
    """Return a frame as float64, blanks as NaN, without the columns that are left out.

    Raises
    ------
    PatternError
        A value is no number or is infinite; the message names its column and row.
    """
    plain = _plain(frame)
    if left_out and not plain:
        frame, left_out = without(frame, left_out), ()
        plain = _plain(frame)
    if plain:  # the usual case, in one step
        columns, numbers = frame.columns, frame.to_numpy(dtype=float, na_value=np.nan)
        if left_out:
            kept = np.array([name not in left_out for name in columns.tolist()], dtype=bool)
            columns, numbers = columns[kept], numbers[:, kept]
        if not np.isinf(numbers).any():
            return pd.DataFrame(numbers, frame.index, columns)
    frame = without(frame, left_out)
    return pd.DataFrame({column: _numbers(frame[column]) for column in frame.columns}, index=frame.index)


def _plain(frame: pd.DataFrame) -> bool:
    return all(kind.kind in "iuf" for kind in frame.dtypes.tolist())


def on_scale(frame: pd.DataFrame, columns: Sequence[str], scale: tuple[float, float]) -> pd.DataFrame:
    """Return these columns as float64 with NaN, every number on the scale.

    Raises
    ------
    PatternError
        A column is missing, or a value is no number or off the scale; the message names its column and row.
    """
    for column in columns:
        if column not in frame:
            raise PatternError(f"there is no column {column!r}; expected {' and '.join(columns)}")
    numbers = all_numbers(frame[list(columns)]).astype(float)
    first, last = scale
    for column in columns:
        beyond = numbers[column].dropna()[lambda told: ~told.between(first, last)]
        if len(beyond):
            raise PatternError(
                f"{column} of {beyond.index[0]!r} is {beyond.iloc[0]:g}; expected a number from {first:g} to "
                f"{last:g}"
            )
    return numbers


def _numbers(column: pd.Series) -> pd.Series:
    """Return a column as float64, or name the first value that is no number."""
    if pd.api.types.is_datetime64_any_dtype(column) or pd.api.types.is_timedelta64_dtype(column):
        raise PatternError(
            f"column {column.name!r} holds dates; expected numbers: frame.drop(columns={column.name!r})"
        )
    if not pd.api.types.is_numeric_dtype(column):
        for row, value in column.items():
            if not (pd.api.types.is_number(value) or pd.isna(value)):
                raise PatternError(
                    f"column {column.name!r}, row {str(row)!r}: {value!r} is no number; expected numbers, "
                    f"blanks as NA; {_remedy(column)}"
                )
    if column.dtype == object:
        column = column.where(column.notna(), None)  # a missing date is a blank like any other
    numbers = column.astype("Float64").astype(float)
    if np.isinf(numbers).any():
        row = numbers.index[np.isinf(numbers)][0]
        raise PatternError(f"column {column.name!r}, row {str(row)!r} is infinite; expected a number or NA")
    return numbers


def _remedy(column: pd.Series) -> str:
    """Return what to do about a column that holds something other than numbers."""
    name, held = column.name, column.dropna()
    numbers = (
        pd.to_numeric(held, errors="coerce").notna()
        if all(isinstance(value, str) for value in held)
        else held.isna()
    )
    if numbers.all():
        return f"these are numbers written as text: frame[{name!r}] = pd.to_numeric(frame[{name!r}])"
    if numbers.any():
        blank = f"frame[{name!r}] = pd.to_numeric(frame[{name!r}], errors='coerce')"
        return f"to make blanks of what is none: {blank}"
    if isinstance(column.index, pd.RangeIndex) and held.is_unique and len(held) == len(column):
        return f"if it names the rows, say so: frame = frame.set_index({name!r})"
    return f"leave the column out with frame.drop(columns={name!r})"
