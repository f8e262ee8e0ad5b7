"""What a job pays, made fair: a year and an hour of all it takes, the promised apart from the written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import all_numbers, labelled, named_once

WEEKS: Final = 52
"""Weeks of a year; paid holidays are paid weeks, in every job."""
COLUMNS: Final = ("least", "most", "promised", "hours", "unpaid", "travel")
By = Literal["year", "hour"]


@dataclass(frozen=True)
class Pay:
    """What each job pays.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per job. ``year_low`` and ``year_high``: a year, in writing at least, and at most with what is
        promised; ``week``: hours that the job takes a week, paid or not, with the way there; ``hour_low`` and
        ``hour_high``: for each of these hours; ``low`` and ``high``: on the scale, NA without two amounts.
        NA where it is not known.

    Examples
    --------
    >>> jobs = pd.DataFrame({"least": [33_400, 35_100], "hours": 37.5, "travel": [3, 1]}, index=["A", "B"])
    >>> pay(jobs).frame["hour_low"].astype(float).round(2).tolist()
    [15.86, 17.53]
    """

    frame: pd.DataFrame = field(repr=False)


def pay(
    frame: pd.DataFrame,
    *,
    amounts: tuple[float, float] | None = None,
    by: By = "year",
    scale: tuple[float, float] = (1, 7),
) -> Pay:
    """Work out what each job pays, and bring it onto a scale by two amounts.

    What is only promised is a doubt: it makes a band, from what is in writing up to that with the promise.
    An unpaid hour and an hour on the way count like any other. Below the first amount and above the second
    the scale goes no further.

    Parameters
    ----------
    frame
        A row per job. Columns, any of which may be missing or NA: ``least`` and ``most``, the pay of a year
        in writing (``most`` as ``least`` where it is NA); ``promised``, what was promised on top, a year; and
        hours a week: ``hours`` that are paid, ``unpaid`` and ``travel``, 0 where NA.
    amounts
        The amounts for the first and the last step of the scale: money a year, or an hour.
    by
        Which of the two is brought onto the scale.
    scale
        The first and the last step.

    Returns
    -------
    Pay
        ``.frame`` has a row per job: money a year and an hour, hours a week, and steps of the scale.

    Raises
    ------
    PatternError
        A column is not known, a value is no number or below 0, the pay has its ends the wrong way round, or
        the first amount is not below the second.

    Examples
    --------
    >>> jobs = pd.DataFrame({"least": [32_000, 36_000], "promised": [4_000, None]}, index=["A", "B"])
    >>> pay(jobs, amounts=(30_000, 38_000)).frame[["low", "high"]].to_numpy().tolist()
    [[2.5, 5.5], [5.5, 5.5]]
    """
    given = _checked(frame)
    year_low = given["least"]
    year_high = given["most"].fillna(given["least"]) + given["promised"].fillna(0.0)
    week = given["hours"] + given["unpaid"].fillna(0.0) + given["travel"].fillna(0.0)
    hours = (week * WEEKS).where(week > 0)
    made = pd.DataFrame(
        {
            "year_low": year_low,
            "year_high": year_high,
            "week": week,
            "hour_low": year_low / hours,
            "hour_high": year_high / hours,
        },
        index=given.index,
    )
    for end in ("low", "high"):
        made[end] = np.nan if amounts is None else _on_scale(made[f"{by}_{end}"], amounts, scale)
    return Pay(made.astype("Float64"))


def _on_scale(money: pd.Series, amounts: tuple[float, float], scale: tuple[float, float]) -> pd.Series:
    least, most = amounts
    if not least < most:
        raise PatternError(f"amounts=({least:g}, {most:g}); expected the first below the second")
    first, last = scale
    share = ((money - least) / (most - least)).clip(0.0, 1.0)
    return first + share * (last - first)


def _checked(frame: pd.DataFrame) -> pd.DataFrame:
    given = labelled(frame, "one row per job")
    named_once(given.index, "rows", "give each its own name")
    for column in given.columns:
        if column not in COLUMNS:
            raise PatternError(f"there is a column {column!r}; expected some of {', '.join(COLUMNS)}")
    numbers = all_numbers(given).reindex(columns=list(COLUMNS)).astype(float)
    wrong = numbers.lt(0)
    if wrong.to_numpy().any():
        row, column = np.argwhere(wrong.to_numpy())[0]
        value, job = numbers.to_numpy()[row, column], numbers.index[row]
        raise PatternError(f"{COLUMNS[column]} of {job!r} is {value:g}; expected 0 or more, or NA")
    turned = numbers["most"] < numbers["least"]
    if turned.any():
        job = numbers.index[turned][0]
        low, high = numbers.loc[job, "least"], numbers.loc[job, "most"]
        raise PatternError(f"the pay of {job!r} runs from {low:g} to {high:g}; expected the lower first")
    return numbers
