"""How far each of several searches went: counts and exact intervals, without a word of evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.patterns.beta import beta_quantile
from good_on_paper.patterns.errors import PatternError

if TYPE_CHECKING:
    from collections.abc import Sequence

EACH_SIDE: Final = 5
"""So many of a group must have ended before we set it beside another."""
_LEVEL: Final = 0.9
_OPEN: Final = "open"


@dataclass(frozen=True)
class HowFar:
    """How far each one went.

    Attributes
    ----------
    frame : pandas.DataFrame
        Index "step", in order. How many ``reached`` it, ``went_on`` to the next, ``stopped`` there, or are
        ``open`` there. ``low`` and ``high``: the limits, with 90 of 100, of the share that went on, of all
        that went on or stopped; NA for the last step and where nothing ended.

    Examples
    --------
    >>> jobs = pd.DataFrame({"furthest": ["call"], "outcome": ["no"]})
    >>> isinstance(how_far(jobs, ["send", "call"]), HowFar)
    True
    """

    frame: pd.DataFrame = field(repr=False)


def how_far(
    frame: pd.DataFrame, steps: Sequence[str], *, furthest: str = "furthest", outcome: str = "outcome"
) -> HowFar:
    """Count how far each row went. Open ones count only for the steps that are behind them.

    Parameters
    ----------
    frame
        A row for each.
    steps
        The steps in order.
    furthest
        The column with the last step it reached, missing where it reached none.
    outcome
        The column that is "open" for those that are not over.

    Returns
    -------
    HowFar
        ``.frame`` has a row per step, with counts, and shares from 0 to 1 with their limits.

    Raises
    ------
    PatternError
        A column is missing, or a row has a step that is not one of `steps`.

    Examples
    --------
    >>> jobs = pd.DataFrame({"furthest": ["send", "call", "call"], "outcome": ["no", "no", "open"]})
    >>> far = how_far(jobs, ["send", "call", "offer"]).frame
    >>> far[["reached", "went_on", "stopped", "open"]].to_numpy().tolist()
    [[3, 2, 1, 0], [2, 0, 1, 1], [0, 0, 0, 0]]
    """
    for column in (furthest, outcome):
        if column not in frame:
            raise PatternError(f"no column {column!r}; the frame has {', '.join(map(str, frame.columns))}")
    at = frame[furthest].dropna()
    unknown = sorted(set(at) - set(steps))
    if unknown:
        raise PatternError(
            f"column {furthest!r}: {unknown[0]!r} is no step; expected one of {', '.join(steps)}"
        )
    place = at.map({step: number for number, step in enumerate(steps)})
    is_open = frame.loc[at.index, outcome].eq(_OPEN)
    rows = []
    for number, step in enumerate(steps):
        here, beyond = place.eq(number), int(place.gt(number).sum())
        stopped, waiting = int((here & ~is_open).sum()), int((here & is_open).sum())
        last = number == len(steps) - 1
        low, high = (None, None) if last else interval(beyond, beyond + stopped)
        rows.append((step, beyond + stopped + waiting, beyond, stopped, waiting, low, high))
    names = ["step", "reached", "went_on", "stopped", "open", "low", "high"]
    made = pd.DataFrame(rows, columns=names).set_index("step")
    return HowFar(made.astype({"low": "Float64", "high": "Float64"}))


def side_by_side(frame: pd.DataFrame, by: str, *, outcome: str = "outcome") -> pd.DataFrame:
    """Count the yes of each group, if at least two groups have five that ended.

    Parameters
    ----------
    frame
        A row per interview.
    by
        The column that groups them.
    outcome
        The column that is "yes" for a yes, "open" for those that are not over.

    Returns
    -------
    pandas.DataFrame
        Index: the groups with five or more, in alphabetical order. How many said ``yes``, of so many that
        ``ended``; ``low`` and ``high`` as for `HowFar`. Empty where fewer than two groups have five.

    Examples
    --------
    >>> talks = pd.DataFrame({"channel": ["phone"] * 5 + ["screen"] * 5, "outcome": ["yes", "no"] * 5})
    >>> side_by_side(talks, "channel")[["yes", "ended"]].to_dict("index")
    {'phone': {'yes': 3, 'ended': 5}, 'screen': {'yes': 2, 'ended': 5}}
    """
    over = frame[frame[outcome].ne(_OPEN) & frame[by].notna()]
    counted = over.groupby(by)[outcome].agg(yes=lambda told: int(told.eq("yes").sum()), ended="size")
    counted = counted[counted["ended"] >= EACH_SIDE].astype("int64")
    if len(counted) < 2:  # noqa: PLR2004 - two sides
        counted = counted.iloc[:0]
    ends = [interval(yes, ended) for yes, ended in zip(counted["yes"], counted["ended"], strict=True)]
    limits = pd.DataFrame(ends, columns=["low", "high"], index=counted.index).astype("Float64")
    made: pd.DataFrame = pd.concat([counted, limits], axis=1)
    return made


def interval(yes: int, of: int) -> tuple[float | None, float | None]:
    """Return the 90% interval of a share; None for both ends if there is nothing to count.

    This is the interval of Clopper and Pearson (1934), exact for any number.

    Examples
    --------
    >>> [round(end, 3) for end in interval(3, 7)]
    [0.129, 0.775]
    >>> interval(0, 0)
    (None, None)
    """
    if not of:
        return None, None
    tail = (1 - _LEVEL) / 2
    low = beta_quantile(tail, yes, of - yes + 1) if yes else 0.0
    high = beta_quantile(1 - tail, yes + 1, of - yes) if yes < of else 1.0
    return low, high
