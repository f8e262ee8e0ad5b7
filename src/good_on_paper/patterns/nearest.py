"""Which of the jobs held is nearest to a job that is only partly known, and by how much that may be off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import all_numbers, known, labelled, named_once

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Nearest:
    """The jobs by how near they are to another one.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per job, the nearest first; the index is that of the frame handed in. ``least`` and ``most``:
        how far apart the two are at least and at most, 0 (alike on every line) to 1 (at opposite ends of
        every line), whatever the blanks turn out to be; ``known``: on how many lines both are known.
    lines : int
        How many lines they were compared on.
    sure : bool
        Whether the first stays the nearest whatever the blanks turn out to be.

    Examples
    --------
    >>> jobs = pd.DataFrame({"pace": [2, 6], "say": [5, None]}, index=["Cook", "Editor"])
    >>> here = pd.DataFrame({"low": [2, 4], "high": [3, 5]}, index=["pace", "say"])
    >>> found = nearest(jobs, here, {"pace": 5, "say": 3}, scales={"pace": (1, 7), "say": (1, 7)})
    >>> found.frame.index[0], found.sure
    ('Cook', True)
    """

    frame: pd.DataFrame = field(repr=False)
    lines: int
    sure: bool

    @property
    def first(self) -> Hashable | None:
        """The nearest job; None where no line is known of both."""
        known = self.frame[self.frame["known"] > 0]
        return None if known.empty else known.index[0]


def nearest(
    jobs: pd.DataFrame,
    here: pd.DataFrame,
    weights: Mapping[str, float],
    *,
    scales: Mapping[str, tuple[float, float]],
) -> Nearest:
    """Compare a job with jobs held, on the lines that count.

    The distance is the mean over the lines of how many steps lie between the two, as a share of the scale,
    weighted by how much each line counts (a weighted Gower distance without what is no number; Gower, 1971,
    "A general coefficient of similarity and some of its properties", Biometrics 27: 857-871). Gower leaves a
    blank out of the mean, so the least known job would look nearest. Here a blank may be anything on its
    scale, so that each distance is a range. The jobs are in the order of its middle.

    Parameters
    ----------
    jobs
        A row per job, a column per line; NA where a job was not rated.
    here
        A row per line that counts, with ``low`` and ``high``: what is known of the other job; NA if nothing
        is.
    weights
        How much each line counts, above 0; only the ratios matter.
    scales
        Both ends of each line.

    Returns
    -------
    Nearest
        ``.frame`` has a row per job, the nearest first; distances run from 0 to 1.

    Raises
    ------
    PatternError
        A line of `here` is no column of `jobs`, or has no weight or scale; a weight or a scale names what is
        no column of `jobs`; an end is missing, beyond the
        scale or the wrong way round; a rating lies beyond its scale; two rows have one name.

    Examples
    --------
    >>> jobs = pd.DataFrame({"pace": [2, 6]}, index=["Cook", "Editor"])
    >>> here = pd.DataFrame({"low": [5], "high": [6]}, index=["pace"])
    >>> nearest(jobs, here, {"pace": 1}, scales={"pace": (1, 7)}).first
    'Editor'
    """
    jobs = all_numbers(labelled(jobs, "one row per job"))
    named_once(jobs.index, "rows", "give each its own name")
    named_once(here.index, "rows", "compare each line once")
    lines = [str(line) for line in here.index]
    for argument, given in (("weights", weights), ("scales", scales)):
        known(given, jobs.columns, argument)
    low, high, weight = _ends(here, lines, scales), _ends(here, lines, scales, upper=True), []
    for place, line in enumerate(lines):
        if line not in jobs.columns:
            raise PatternError(f"{line!r} is no column of jobs; there are: {', '.join(map(str, jobs))}")
        counts = weights.get(line)
        if counts is None or not 0 < float(counts) < np.inf:
            raise PatternError(f"the weight of {line!r} is {counts!r}; expected a number above 0")
        weight.append(float(counts))
        if low[place] > high[place]:
            raise PatternError(f"{line!r} runs from {low[place]:g} to {high[place]:g}; expected low <= high")
    rated = jobs[lines].to_numpy(dtype=float)
    floor, top = _scale(lines, scales)
    beyond = (rated < floor) | (rated > top)
    if beyond.any():
        row, column = np.argwhere(beyond)[0]
        raise PatternError(
            f"{lines[column]!r} of {jobs.index[row]!r} is {rated[row, column]:g}; expected "
            f"{floor[column]:g} to {top[column]:g}"
        )
    least, most = _apart(rated, np.array(low), np.array(high), floor, top)
    share = np.array(weight) / (sum(weight) or 1.0)
    told = ~here[["low", "high"]].isna().any(axis=1).to_numpy()
    frame = pd.DataFrame(
        {
            "least": least @ share,
            "most": most @ share,
            "known": (~np.isnan(rated) & told).sum(axis=1).astype("int64"),
        },
        index=jobs.index,
    )
    order = (frame["least"] + frame["most"]).to_numpy().argsort(kind="stable")
    frame = frame.iloc[order]
    first, others = frame.iloc[:1], frame.iloc[1:]
    sure = bool(len(first) and lines and (first["most"].iloc[0] <= others["least"]).all())
    return Nearest(frame, len(lines), sure)


def _scale(
    lines: list[str], scales: Mapping[str, tuple[float, float]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    for line in lines:
        if line not in scales or not scales[line][0] < scales[line][1]:
            raise PatternError(f"the scale of {line!r} is {scales.get(line)!r}; expected its two ends")
    ends = np.array([scales[line] for line in lines], dtype=float).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def _ends(
    here: pd.DataFrame, lines: list[str], scales: Mapping[str, tuple[float, float]], *, upper: bool = False
) -> list[float]:
    """Return one end of what each line may be; that of its scale where nothing is known."""
    floor, top = _scale(lines, scales)
    column = "high" if upper else "low"
    if not {"low", "high"} <= set(here.columns):
        raise PatternError(f"here has {', '.join(map(str, here))}; expected the columns low and high")
    ends = []
    for place, (line, value) in enumerate(zip(lines, here[column], strict=True)):
        if pd.isna(value) != pd.isna(here[["low", "high"]].iloc[place]).all():
            raise PatternError(f"{line!r} has one end only; expected both, or NA for both")
        end = (top if upper else floor)[place] if pd.isna(value) else float(value)
        if not floor[place] <= end <= top[place]:
            raise PatternError(
                f"{column} of {line!r} is {end:g}; expected {floor[place]:g} to {top[place]:g}"
            )
        ends.append(end)
    return ends


def _apart(
    rated: NDArray[np.float64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
    floor: NDArray[np.float64],
    top: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far each rating lies from each range at least and at most, as shares of the scale."""
    below, above = np.where(np.isnan(rated), floor, rated), np.where(np.isnan(rated), top, rated)
    least = np.maximum(0.0, np.maximum(low - above, below - high))
    most = np.maximum(high - below, above - low)
    return least / (top - floor), most / (top - floor)
