"""Both ends of each line's scale: one pair for all lines, a pair for each, or assumed with a warning."""

import sys
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError, ScaleWarning
from good_on_paper.patterns.wide import LIKERT, by_text, known

Ends = tuple[float, float]
Scales = Mapping[Any, Ends] | Ends
"""Line to both ends of its scale, or both ends of the scale of every line."""

_NAMED = 3
_BOTH = 2


def ends_of(scales: Scales | None, lines: Iterable[str]) -> dict[str, Ends]:
    """Return both ends of the scale of each line that has them given.

    Raises
    ------
    PatternError
        It is neither a pair of numbers nor line to pair, or it names what is none of the lines.

    Examples
    --------
    >>> ends_of((1, 5), ["pace", "noise"])
    {'pace': (1, 5), 'noise': (1, 5)}
    """
    if scales is None or isinstance(scales, Mapping):
        known(scales or (), lines, "scales")
        return by_text(scales)
    pair = tuple(scales) if isinstance(scales, Iterable) and not isinstance(scales, str) else ()
    if len(pair) != _BOTH or not all(isinstance(end, (int, float, np.number)) for end in pair):
        raise PatternError(
            f"scales={scales!r}; expected both ends for all lines, as (1, 5), or for each: {{'pace': (1, 5)}}"
        )
    low, high = pair
    return dict.fromkeys(lines, (low, high))


def warn_of_ends(numbers: pd.DataFrame, given: Mapping[str, Ends]) -> None:
    """Warn once about lines that we take to run from 1 to 7 although no value reaches an end."""
    assumed = [line for line in numbers.columns if line not in given]
    if not assumed:
        return
    values = numbers[assumed].to_numpy(dtype=float)
    if not values.size or np.isnan(values).all():
        return
    least, most = np.fmin.reduce(values), np.fmax.reduce(values)
    taken = (least >= LIKERT[0]) & (most <= LIKERT[1])
    if not taken.any():
        return
    low, high = float(least[taken].min()), float(most[taken].max())
    if (low, high) == LIKERT:
        return
    names = [line for line, is_taken in zip(assumed, taken.tolist(), strict=True) if is_taken]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    shown = ", ".join(map(repr, names[:_NAMED])) + more
    warnings.warn(
        f"{shown}: taken to run from 1 to 7, but the values only go from {low:g} to {high:g}. If the scale "
        f"has other ends, give them: scales=(lowest, highest) for all lines, or scales={{{names[0]!r}: "
        "(lowest, highest)}; scales=(1, 7) if it has these",
        ScaleWarning,
        stacklevel=_outside(),
    )


def _outside() -> int:
    """Count the calls up to the first from outside the kit: there somebody can give the scale."""
    frame, level = sys._getframe(1), 1  # noqa: SLF001 - as warnings do
    while frame.f_back and str(frame.f_globals.get("__name__", "")).startswith("good_on_paper"):
        frame, level = frame.f_back, level + 1
    return level
