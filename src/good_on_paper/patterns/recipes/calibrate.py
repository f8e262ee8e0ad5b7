"""Turn ratings into membership of a set, 0 to 1.

C. C. Ragin, Redesigning Social Inquiry (2008), chapter 5, for the direct and the indirect method.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.errors import PatternError

_Floats = npt.NDArray[np.float64]

METHODS = ("direct", "linear", "crisp", "indirect")
"""The ways to calibrate."""

_INSIDE = 0.95  # membership at the anchor for fully in
_ANCHORS = 3
_ROUNDS, _SETTLED = 100, 1e-12


def between(low: float, high: float) -> float:
    """Return the crossover for a scale of whole numbers: its middle, or half a point above a middle point.

    >>> between(1, 7), between(1, 10)
    (4.5, 5.5)
    """
    return floor((low + high) / 2) + 0.5


def anchors(low: float, high: float, crossover: float | None = None) -> tuple[float, float, float]:
    """Return three anchors that lie between the points of a scale: fully out, crossover, fully in.

    >>> anchors(1, 7)
    (1.5, 4.5, 6.5)
    """
    return low + 0.5, between(low, high) if crossover is None else crossover, high - 0.5


def calibrate(
    values: pd.Series, at: float | Sequence[float] | None = None, method: str = "direct"
) -> pd.Series:
    """Turn a column of ratings into membership of a set.

    Parameters
    ----------
    values
        Numbers, blanks as NA; the name and the index are used in messages.
    at
        For "direct" and "linear": the three anchors (fully out, crossover, fully in), rising or falling. For
        "crisp": the crossover from which a role is in. For "indirect": the cuts between qualitative groups,
        rising. By default those of a scale from 1 to 7; see `anchors`.
    method
        "direct" logistic, .05 and .95 at the outer anchors; "linear" straight between the anchors, 0 and 1
        outside; "crisp" 0 or 1; "indirect" a fractional polynomial fitted to the groups.

    Returns
    -------
    pandas.Series
        float64 from 0 to 1, NaN where the value is blank.

    Raises
    ------
    PatternError
        The anchors are not of the expected number or order, or a value is exactly on the crossover, or (for
        "indirect") not above 0.
    """
    if method not in METHODS:
        raise PatternError(f"method={method!r}; expected one of {', '.join(METHODS)}")
    numbers = _numbers(values)
    given = _given(at, method)
    there = ~np.isnan(numbers)
    known, rows = numbers[there], values.index[there]
    if method == "indirect":
        known = _indirect(pd.Series(known, rows, name=values.name), given)
    elif method == "crisp":
        known = (known >= given[0]).astype(float)
    else:
        _off(pd.Series(known, rows, name=values.name), given[1])
        known = (_logistic if method == "direct" else _linear)(known, given)
    whole = np.full(len(numbers), np.nan)
    whole[there] = known
    return pd.Series(whole, values.index, name=values.name)


def _numbers(values: pd.Series) -> _Floats:
    """Return a column as float64, blanks as NaN, or name the first value that is no number."""
    if isinstance(values.dtype, np.dtype) and values.dtype.kind in "iuf":  # the usual case, in one step
        return np.asarray(values, dtype=np.float64)
    if pd.api.types.is_datetime64_any_dtype(values) or pd.api.types.is_timedelta64_dtype(values):
        raise PatternError(f"column {values.name!r} holds dates; expected numbers: leave it out")
    numbers = pd.to_numeric(values, errors="coerce").astype("Float64").astype("float64")
    if (odd := numbers.isna() & values.notna()).any():
        row = values.index[odd][0]
        raise PatternError(f"column {values.name!r}, row {str(row)!r}: {values[row]!r} is no number")
    return np.asarray(numbers, dtype=np.float64)


def _given(at: float | Sequence[float] | None, method: str) -> tuple[float, ...]:
    if at is None and method == "indirect":
        raise PatternError("method='indirect' needs the cuts between the groups: at=(...)")
    default = (between(1, 7),) if method == "crisp" else anchors(1, 7)
    if at is None:
        return default
    given = (float(at),) if isinstance(at, int | float) else tuple(float(x) for x in at)
    needed = {"crisp": 1, "direct": _ANCHORS, "linear": _ANCHORS}.get(method, len(given))
    rises = all(a < b for a, b in pairwise(given))
    falls = all(a > b for a, b in pairwise(given)) and method != "indirect"
    if len(given) != needed or not given or not (rises or falls):
        raise PatternError(
            f"at={at!r} for method={method!r}; expected {needed} number(s) in rising "
            f"{'' if method == 'indirect' else 'or falling '}order"
        )
    return given


def _off(known: pd.Series, crossover: float) -> None:
    if (on := known == crossover).any():
        raise PatternError(
            f"column {known.name!r}, row {str(known.index[on][0])!r} is exactly on the crossover "
            f"{crossover:g}, neither in nor out; choose a crossover between the values"
        )


def _logistic(x: _Floats, at: Sequence[float]) -> _Floats:
    out, cross, full = at
    rising = full > out
    above = x >= cross if rising else x <= cross
    width = np.where(above, full - cross, cross - out)
    return np.asarray(1 / (1 + np.exp(-log(_INSIDE / (1 - _INSIDE)) * (x - cross) / width)))


def _linear(x: _Floats, at: Sequence[float]) -> _Floats:
    order = slice(None) if at[0] < at[2] else slice(None, None, -1)
    return np.asarray(np.interp(x, at[order], [0, 0.5, 1][order]))


def _indirect(known: pd.Series, cuts: Sequence[float]) -> _Floats:
    """Fit the groups, spread evenly over 0 to 1, by quasi-binomial regression on powers of the value."""
    if (low := known <= 0).any():
        row = known.index[low][0]
        raise PatternError(
            f"column {known.name!r}, row {str(row)!r} is {known[row]:g}; the indirect method "
            "takes a logarithm and expects numbers above 0"
        )
    x = known.to_numpy()
    y = np.searchsorted(cuts, x, side="left") / len(cuts)
    design = np.column_stack([np.ones_like(x), np.log(x), np.sqrt(x), x, x**2])
    fitted = (y + 0.5) / 2
    deviance = np.inf
    for _ in range(_ROUNDS):  # iteratively reweighted least squares, logit link
        spread = fitted * (1 - fitted)
        target = np.log(fitted / (1 - fitted)) + (y - fitted) / spread
        root = np.sqrt(spread)
        scale = np.abs(design).max(axis=0)
        beta = np.linalg.lstsq(design / scale * root[:, None], target * root, rcond=None)[0]
        eta = np.clip(design / scale @ beta, -30, 30)
        fitted = 1 / (1 + np.exp(-eta))
        now = -2 * float((y * np.log(fitted) + (1 - y) * np.log1p(-fitted)).sum())
        if abs(now - deviance) <= _SETTLED * (abs(now) + 0.1):
            break
        deviance = now
    return np.asarray(fitted)
