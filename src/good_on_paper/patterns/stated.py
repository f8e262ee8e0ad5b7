"""Stated against lived: the weights of criteria of success, beside what goes with how it went."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.ranks import association
from good_on_paper.patterns.wide import by_text, labelled, wide


@dataclass(frozen=True)
class Stated:
    """Two orders of the same criteria, side by side; neither corrects the other.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per criterion, the heaviest first:

        ``criterion``      name of the column
        ``weight``         as stated; ``weight_rank`` 1 for the heaviest, equals share the middle rank
        ``n``              roles with both this criterion and the outcome
        ``tau``            Kendall's tau-b with the outcome; NA where one does not vary
        ``tau_low``, ``tau_high``  the range of tau when each role in turn is left out
        ``lived_rank``     1 for the one that goes most with how it went; NA as tau
        ``apart``          lived_rank less weight_rank: above 0 where the weight says more than the roles do
    furthest : str
        The criterion whose two ranks lie furthest apart, the heavier of equals; empty if none differ.
    outcome : str
        The column that said how it went.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 5, 3, 1], "pay": [1, 4, 2, 3], "use": [7, 6, 3, 2]}, list("ABCD"))
    >>> stated(jobs, {"pay": 5, "use": 2}).frame[["criterion", "weight_rank", "lived_rank"]].to_dict("list")
    {'criterion': ['pay', 'use'], 'weight_rank': [1.0, 2.0], 'lived_rank': [2.0, 1.0]}
    """

    frame: pd.DataFrame
    furthest: str
    outcome: str


def stated(frame: pd.DataFrame, weights: Mapping[str, float], outcome: str = "overall") -> Stated:
    """Put the weights of criteria beside how each goes with the outcome.

    Parameters
    ----------
    frame
        A row per role; the criteria's ratings and the outcome among its columns.
    weights
        Criterion to its stated weight.
    outcome
        The column that says how it went; more is better.

    Returns
    -------
    Stated
        ``.frame`` has a row per criterion, the heaviest first, with both ranks and tau from -1 to 1.

    Raises
    ------
    PatternError
        A criterion or the outcome is not a column, or `contrast` would refuse the frame.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 5, 3, 1], "pay": [1, 4, 2, 3], "use": [7, 6, 3, 2]}, list("ABCD"))
    >>> stated(jobs, {"pay": 5, "use": 2}).furthest  # it weighs most, and went least with how it went
    'pay'
    """
    weights, outcome = by_text(weights), str(outcome)
    frame = labelled(frame, "one row per job")
    numbers = wide(frame[[name for name in frame.columns if name in weights or name == outcome]], outcome)
    for criterion in weights:
        if criterion not in numbers.columns:
            raise PatternError(
                f"criterion {criterion!r} has a weight but no ratings; rate it for each job, or leave it out"
            )
    names = sorted(weights, key=lambda name: (-weights[name], name))
    found = association(numbers[names].to_numpy(), numbers[outcome].to_numpy())
    rated = numbers[names].notna() & numbers[outcome].notna().to_numpy()[:, None]
    without = np.where(rated.to_numpy(), found.without, np.nan)
    table = pd.DataFrame(
        {
            "criterion": pd.array(names, dtype="string"),
            "weight": pd.array([float(weights[name]) for name in names], dtype="Float64"),
            "n": pd.array(rated.sum().to_numpy(), dtype="Int64"),
            "tau": pd.array(found.tau, dtype="Float64"),
            "tau_low": pd.array(np.fmin.reduce(without, axis=0, initial=np.nan), dtype="Float64"),
            "tau_high": pd.array(np.fmax.reduce(without, axis=0, initial=np.nan), dtype="Float64"),
        }
    )
    table.insert(2, "weight_rank", table["weight"].rank(ascending=False))
    table["lived_rank"] = table["tau"].rank(ascending=False)
    table["apart"] = table["lived_rank"] - table["weight_rank"]
    gaps = table["apart"].abs().fillna(0)
    furthest = str(table["criterion"][int(gaps.argmax())]) if gaps.gt(0).any() else ""
    return Stated(table, furthest, outcome)
