"""Values of a long table as numbers, or as places in time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

BLANKS: Final = frozenset({"", "na", "n/a", "nan", "null", "none"})


def as_numbers(labels: Sequence[Any]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return each label as a number, NaN for a blank, and which are neither; at the end one for a blank.

    >>> numbers, odd = as_numbers(["5", "", "five"])
    >>> numbers.tolist(), odd.tolist()
    ([5.0, nan, nan, nan], [False, False, True, False])
    """
    numbers = [*map(_number, labels), np.nan]
    return _read(numbers)


def as_moments(
    labels: Sequence[Any], places: Sequence[int]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the labels at these positions as places in time, the others as blanks.

    They are numbers if all of them are; otherwise dates, as days.

    >>> moments, odd = as_moments(["2019", "2019-01-02", "May"], [0, 1, 2])
    >>> float(moments[1] - moments[0]), odd.tolist()
    (1.0, [False, False, True, False])
    """
    asked = [place for place in places if place >= 0]
    moments: list[float | None] = [np.nan] * (len(labels) + 1)
    numbers = [_number(labels[place]) for place in asked]
    found = numbers if None not in numbers else [_day(labels[place]) for place in asked]
    for place, moment in zip(asked, found, strict=True):
        moments[place] = moment
    return _read(moments)


def _read(found: Sequence[float | None]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    odd = np.array([one is None for one in found], dtype=bool)
    return np.array(found, dtype=float), odd


def _number(label: Any) -> float | None:  # noqa: ANN401 - that is the question
    """Return a number, NaN for a blank, None for anything else."""
    if isinstance(label, str):
        if label.strip().casefold() in BLANKS:
            return float("nan")
        if "_" in label:
            return None
    try:
        number = float(label)
    except (TypeError, ValueError):
        return None
    return None if np.isinf(number) else number


def _day(label: Any) -> float | None:  # noqa: ANN401 - as above
    if isinstance(label, str) and label.strip().casefold() in BLANKS:
        return float("nan")
    if not isinstance(label, (str, date)):
        return None
    try:
        moment = pd.to_datetime(label, format="ISO8601") if isinstance(label, str) else pd.Timestamp(label)
    except ValueError:
        return None
    return float((moment.tz_localize(None) - pd.Timestamp(0)) / pd.Timedelta(days=1))
