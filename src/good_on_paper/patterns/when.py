"""The order of the roles in time, as a frame or a Series beside it says it."""

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.ranks import Floats
from good_on_paper.patterns.wide import labelled, without

Dates = pd.Series | str
"""Role to its start, or the column of the frame that says it."""


def dated_by(frame: pd.DataFrame, when: Dates | None) -> list[str]:
    """Return the column that says when, as a list; empty if it is beside the frame, or there is none.

    Raises
    ------
    PatternError
        There is no such column.
    """
    if when is None or isinstance(when, pd.Series):
        return []
    if str(when) not in frame.columns:
        there = ", ".join(frame.columns) or "none"
        raise PatternError(f"when: there is no column {str(when)!r}; there are: {there}")
    return [str(when)]


def without_dates(frame: pd.DataFrame, when: Dates | None) -> pd.DataFrame:
    """Return a frame without the column that says when, which is no line."""
    if when is None or isinstance(when, pd.Series):
        return frame
    frame = labelled(frame, "one row per job")
    return without(frame, dated_by(frame, when))


def places_in_time(frame: pd.DataFrame, when: Dates, within: str | None, roles: pd.Index) -> pd.Series:
    """Return the place in time of each role, from 0 on; the same for roles that began together.

    Parameters
    ----------
    frame
        A row per role or an episode.
    when
        A Series by role (by row, where the rows are episodes), or a column of the frame.
    within
        The column that names the role of each row, when the rows are episodes: the earliest counts.
    roles
        Whose places.

    Returns
    -------
    pandas.Series
        float64, NaN where no date is known; index `roles`.

    Raises
    ------
    PatternError
        There are values that are neither dates nor numbers, or two dates for one role.
    """
    if isinstance(when, pd.Series):
        dates, label = when, "when"
    else:
        dates, label = labelled(frame, "one row per job")[str(when)], f"column {str(when)!r}"
    if within is None and dates.index is roles and _plain(dates):
        return pd.Series(_in_order(_finite(dates)), roles, name=dates.name, copy=False)
    moments = _moments(dates, label)
    if within is not None and frame.index.isin(moments.index).all():  # one date per row, not one per role
        moments = moments.groupby(labelled(frame, "")[str(within)]).min()
    if moments.index.has_duplicates:
        twice = moments.index[moments.index.duplicated()][0]
        raise PatternError(f"{label}: {str(twice)!r} is there more than once; expected one date per job")
    known = moments if moments.index is roles else moments.reindex(roles)
    return pd.Series(_in_order(known.to_numpy()), known.index, name=known.name, copy=False)


def in_time(places: pd.Series | Floats) -> list[int]:
    """Return which rows have a place in time, the earliest first; of equals the first row."""
    at = np.asarray(places, dtype=float)
    dated = np.flatnonzero(~np.isnan(at))
    return [int(row) for row in dated[np.argsort(at[dated], kind="stable")]]


def _moments(dates: pd.Series, label: str) -> pd.Series:
    """Return dates, years or other numbers as float64, or name the first value that is none."""
    if pd.api.types.is_datetime64_any_dtype(dates):
        numbers = (dates - dates.min()) / pd.Timedelta(days=1)
    elif pd.api.types.is_numeric_dtype(dates):
        numbers = dates
    else:
        blank = dates.isna() | dates.astype("string").str.strip().eq("").fillna(value=True)
        read = pd.to_datetime(dates.where(~blank).astype("string"), errors="coerce", format="ISO8601")
        if (odd := read.isna() & ~blank).any():
            raise PatternError(
                f"{label}, row {str(dates.index[odd][0])!r}: {dates[odd].iloc[0]!r} is no date; expected "
                "dates as 2019-03-01, years or other numbers, blank where it is not known"
            )
        numbers = (read - read.min()) / pd.Timedelta(days=1)
    return pd.Series(_finite(numbers), numbers.index, name=numbers.name, copy=False)


def _plain(dates: pd.Series) -> bool:
    """Return whether these are numbers without more ado, each with a row of its own: the usual case."""
    return isinstance(dates.dtype, np.dtype) and dates.dtype.kind in "iuf" and dates.index.is_unique


def _finite(numbers: pd.Series) -> Floats:
    moments = numbers.to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isinf(moments), np.nan, moments)


def _in_order(at: Floats) -> Floats:
    """Return places in time from 0 on, equal ones for equal moments; NaN without one."""
    dated = ~np.isnan(at)
    places = np.full(len(at), np.nan)
    places[dated] = np.unique(at[dated], return_inverse=True)[1]
    return places
