"""By one's own definition: the weighted mean of one's own criteria, role by role, blanks as blanks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.patterns.ends import ends_of
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.offer_bands import read_weights
from good_on_paper.patterns.wide import LIKERT, all_numbers, by_text, labelled, named_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.patterns.ends import Scales

RATED_AT_LEAST: Final = Fraction(2, 3)
"""The share of the weight that has to be rated; a role with less gets a blank."""


@dataclass(frozen=True)
class OwnDefinition:
    """What each role is by a definition of one's own.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per role, in the order handed in. ``value``: the weighted mean of the criteria it is rated on,
        from 1 to 7; NA with less than two thirds of the weight rated. ``rated``: that share of the weight,
        from 0 to 1. ``n``: on how many criteria it is rated.
    weights : dict
        Criterion to its share of the whole, the heaviest first; they add up to 1.

    Examples
    --------
    >>> jobs = pd.DataFrame({"use": [7, 1], "pay": [1, pd.NA]}, index=["Nurse", "Editor"], dtype="Float64")
    >>> own_definition(jobs, {"use": 1, "pay": 1}).frame["n"].to_dict()
    {'Nurse': 2, 'Editor': 1}
    """

    frame: pd.DataFrame
    weights: dict[str, float]


def own_definition(
    frame: pd.DataFrame, weights: Mapping[Any, float], *, scales: Scales | None = None
) -> OwnDefinition:
    """Bring a person's own criteria to one figure per role.

    It is an order under one definition, not a score of the person. Only the ratios of the weights matter.
    Equal definitions give equal figures to the last digit, so that equal roles stay equal.

    Parameters
    ----------
    frame
        A row per role, its name as index; the criteria among its columns, blanks as NA.
    weights
        Criterion to how much it counts, 0 or more.
    scales
        Both ends of the scale of each criterion, 1 and 7 when left out; others are brought to 1 to 7.

    Returns
    -------
    OwnDefinition
        ``.frame`` has a row per role, ``value`` from 1 to 7.

    Raises
    ------
    PatternError
        A criterion is no column, a value is no number or a weight is none; all weights are 0; two rows have
        one name. The message names the criterion, the row and the value.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> jobs = gop.sample().ratings()
    >>> found = own_definition(jobs, {"proud_work": 5, "use_to_others": 4, "life_beyond": 2})
    >>> found.frame["value"].round(2).head(2).to_dict()
    {'Lab assistant, Tirenne Soil Laboratory': 4.0, 'Line cook, The Copper Ladle': 2.91}
    """
    points, frame = by_text(weights), labelled(frame, "one row per job")
    named_once(frame.columns, "columns", "rename one of them")
    named_once(frame.index, "rows", "give each its own name")
    for criterion in points:
        if criterion not in frame.columns:
            there = ", ".join(frame.columns) or "none"
            raise PatternError(f"criterion {criterion!r} has a weight but no ratings; there are: {there}")
    names = sorted(points)
    exact = [Fraction(weight) for weight in map(float, read_weights(points, names))]
    whole = sum(exact, Fraction(0))
    numbers = all_numbers(frame[names])
    ends = ends_of(scales, frame.columns) or {}
    steps = {name: ends.get(name, LIKERT) for name in names}
    for name, (low, high) in steps.items():
        if not low < high:
            raise PatternError(
                f"scales[{name!r}] runs from {low!r} to {high!r}; expected the lower end first"
            )
    rows = []
    said: list[list[float]] = numbers.to_numpy(dtype=float).tolist()
    for values in said:
        parts = [
            (weight, _on_seven(value, steps[name]))
            for name, weight, value in zip(names, exact, values, strict=True)
            if not isnan(value)
        ]
        rated = sum((weight for weight, _ in parts), Fraction(0)) / whole
        sums = sum((weight * value for weight, value in parts), Fraction(0))
        enough = rated >= RATED_AT_LEAST
        rows.append((float(sums / (rated * whole)) if enough else pd.NA, float(rated), len(parts)))
    kinds = {"value": "Float64", "rated": "float64", "n": "int64"}
    told = pd.DataFrame(rows, numbers.index, list(kinds)).astype(kinds)
    order = sorted(names, key=lambda name: (-points[name], name))
    return OwnDefinition(told, {name: float(Fraction(points[name]) / whole) for name in order})


def _on_seven(value: float, ends: tuple[float, float]) -> Fraction:
    """Bring a value to the scale from 1 to 7."""
    if ends == LIKERT:
        return Fraction(value)
    low, high = (Fraction(end) for end in ends)
    return 1 + 6 * (Fraction(value) - low) / (high - low)
