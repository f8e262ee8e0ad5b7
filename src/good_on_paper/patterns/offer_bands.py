"""What somebody gives about offers, checked: values with bands, weights, and what they will not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import all_numbers, labelled, named_once

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Band: TypeAlias = "float | pd.Series | pd.DataFrame"
"""One end of what a value may be: for all, by criterion, or cell by cell."""


class Bands(NamedTuple):
    """The least each value may be, what we take it for, and the most: arrays, a row per offer."""

    offers: tuple[str, ...]
    criteria: tuple[str, ...]
    least: NDArray[np.float64]
    middle: NDArray[np.float64]
    most: NDArray[np.float64]

    def without(self, barred: set[str]) -> Bands:
        """Return the same without some of the offers."""
        kept = [row for row, offer in enumerate(self.offers) if offer not in barred]
        parts = (self.least[kept], self.middle[kept], self.most[kept])
        return Bands(tuple(self.offers[row] for row in kept), self.criteria, *parts)


def read_bands(values: pd.DataFrame, low: Band, high: Band) -> Bands:
    """Return what each value may be; the middle of its band where it is not known.

    Raises
    ------
    PatternError
        As for :func:`good_on_paper.patterns.offers`; the message names the offer and the criterion.

    Examples
    --------
    >>> bands = read_bands(pd.DataFrame({"say": [6, None]}, index=["A", "B"]), 1, 7)
    >>> bands.least.tolist(), bands.middle.tolist(), bands.most.tolist()
    ([[6.0], [1.0]], [[6.0], [4.0]], [[6.0], [7.0]])
    """
    given = _numbers(values)
    ends = []
    for end, argument in ((low, "low"), (high, "high")):
        if isinstance(end, pd.DataFrame):
            cells = _like(_numbers(end), given, argument)
            ends.append(cells.fillna(given))
        else:
            ends.append(given.fillna(_by_criterion(end, given.columns, argument)))
            _inside(given, end, argument)
    least, most = ends
    blank = given.isna() & (least.isna() | most.isna())
    if blank.to_numpy().any():
        offer, criterion = _first(blank)
        raise PatternError(f"{criterion!r} of {offer!r} has no value and no band; give both its ends")
    wrong = (least > most) | (given < least) | (given > most)
    if wrong.to_numpy().any():
        offer, criterion = _first(wrong)
        start, value, end = (float(frame.to_numpy()[wrong][0]) for frame in (least, given, most))
        said = "" if np.isnan(value) else f"; the value is {value:g}"
        raise PatternError(
            f"{criterion!r} of {offer!r} runs from {start:g} to {end:g}{said}; expected low <= value <= high"
        )
    middle = given.fillna((least + most) / 2)
    return Bands(tuple(given.index), tuple(given.columns), *(f.to_numpy() for f in (least, middle, most)))


def read_weights(weights: Mapping[str, float] | pd.Series, criteria: Sequence[str]) -> NDArray[np.float64]:
    """Return how much each criterion counts, in the order of the criteria.

    Raises
    ------
    PatternError
        A weight is missing, stands for no criterion, is no number of 0 or more, or all are 0.

    Examples
    --------
    >>> read_weights({"pay": 1, "say": 3}, ["say", "pay"]).tolist()
    [3.0, 1.0]
    """
    given = {str(name): weight for name, weight in dict(weights).items()}
    for name in given:
        if name not in criteria:
            raise PatternError(f"a weight for {name!r}, which is no criterion; {_there(criteria)}")
    counts = []
    for criterion in criteria:
        weight = given.get(criterion)
        is_number = pd.api.types.is_number(weight) and not isinstance(weight, bool)
        if weight is None or not is_number or not 0 <= weight < np.inf:
            raise PatternError(f"the weight of {criterion!r} is {weight!r}; expected a number, 0 or more")
        counts.append(float(weight))
    if not any(counts):
        raise PatternError("all weights are 0; at least one criterion has to count")
    return np.array(counts)


def read_never(never: pd.DataFrame | None, offers: Sequence[str]) -> tuple[set[str], list[tuple[str, str]]]:
    """Return the offers with something the person will not have, and the cells where that is not known yet.

    Raises
    ------
    PatternError
        A row is no offer, a cell is neither True, False nor NA, or there are fewer than two offers.

    Examples
    --------
    >>> nos = pd.DataFrame({"nights": [True, None, False]}, index=["A", "B", "C"], dtype=object)
    >>> read_never(nos, ["A", "B", "C"])
    ({'A'}, [('B', 'nights')])
    """
    barred: set[str] = set()
    unknown: list[tuple[str, str]] = []
    if never is not None:
        frame = labelled(never, "one row per offer").rename(index=str)
        named_once(frame.index, "rows", "give each its own name")
        for offer, criterion in ((o, c) for o in frame.index for c in frame.columns):
            if offer not in offers:
                raise PatternError(f"never has a row {offer!r}, which is no offer; {_there(offers)}")
            cell = frame.loc[offer, criterion]
            if pd.isna(cell):
                unknown.append((offer, criterion))
            elif not isinstance(cell, bool | np.bool_):
                raise PatternError(f"never, {criterion!r} of {offer!r} is {cell}; expected True, False or NA")
            elif cell:
                barred.add(offer)
    if len(offers) < 2:  # noqa: PLR2004 - a comparison takes two
        raise PatternError(f"there is {'one offer' if len(offers) else 'no offer'}; expected two or more")
    return barred, unknown


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    frame = labelled(frame, "one row per offer").rename(index=str)
    named_once(frame.columns, "columns", "rename one of them")
    named_once(frame.index, "rows", "give each its own name")
    return all_numbers(frame)


def _like(frame: pd.DataFrame, values: pd.DataFrame, argument: str) -> pd.DataFrame:
    for labels, there, what in (
        (frame.index, values.index, "offer"),
        (frame.columns, values.columns, "criterion"),
    ):
        for name in labels.symmetric_difference(there):
            where = f"only in {argument}" if name in labels else f"missing in {argument}"
            raise PatternError(f"the {what} {name!r} is {where}; expected the rows and columns of values")
    return frame.loc[values.index, values.columns]


def _by_criterion(end: float | pd.Series, criteria: pd.Index, argument: str) -> pd.Series:
    by_name: dict[str, Any] = (
        {str(k): v for k, v in end.items()} if isinstance(end, pd.Series) else dict.fromkeys(criteria, end)
    )
    for criterion in criteria:
        value = by_name.get(criterion)
        if not isinstance(value, int | float | np.number) or not np.isfinite(value):
            raise PatternError(
                f"{argument} of {criterion!r} is {value!r}; expected a number, a Series by criterion, or a "
                "frame like values"
            )
    return pd.Series({criterion: float(by_name[criterion]) for criterion in criteria})


def _inside(values: pd.DataFrame, end: float | pd.Series, argument: str) -> None:
    ends = _by_criterion(end, values.columns, argument)
    beyond = values.lt(ends) if argument == "low" else values.gt(ends)
    if beyond.to_numpy().any():
        offer, criterion = _first(beyond)
        value = float(values.to_numpy()[beyond][0])
        side = "below low" if argument == "low" else "above high"
        raise PatternError(
            f"{criterion!r} of {offer!r} is {value:g}, {side}={ends[criterion]:g}; "
            "correct the value, or the scale"
        )


def _first(mask: pd.DataFrame) -> tuple[str, str]:
    row, column = np.argwhere(mask.to_numpy())[0]
    return str(mask.index[row]), str(mask.columns[column])


def _there(labels: Sequence[str]) -> str:
    return f"there are: {', '.join(map(str, labels)) or 'none'}"
