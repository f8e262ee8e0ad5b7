"""How often there is a false word where one or two outcomes were declared, own definitions among them.

Criteria are noise too, and drift as the lines do: three to six a definition, weighed from 1 to 5, one rating
in ten left blank. One line is all but a copy of a criterion of each definition: it is kin to that one, and
noise to all else. Outcomes are declared at random among four: how it went, what it cost, success and going
wrong by one's own definition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from tables import heads, row, share

from good_on_paper import patterns
from good_on_paper.patterns import FOUND, look_budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    import pandas as pd

    Career = Callable[..., pd.DataFrame]
    Promising = Callable[[pd.DataFrame, pd.Series, Fraction, int], bool]

OWN = ("success", "going wrong")
OUTCOMES = ("overall", "cost", *OWN)
WHOLE = (1, 7)
_BLANK = 0.1
_APART = 1_000_000  # from a career to the one whose lines are its criteria


def declared(
    frame: pd.DataFrame, noise: pd.DataFrame, seed: int
) -> tuple[pd.DataFrame, tuple[str, ...], dict[str, str]]:
    """A career with both own definitions, which outcomes are declared, and the line that is kin to each.

    The criteria are lines of another career.
    """
    dice = np.random.default_rng([seed, len(frame), 7])
    kin = dict(zip(OWN, frame.columns[:20][-len(OWN) :], strict=True))
    made = frame.copy()
    for place, (own, line) in enumerate(kin.items()):
        many = int(dice.integers(3, 7))
        criteria = noise.iloc[:, 6 * place : 6 * place + many]
        made[line] = np.clip(criteria.iloc[:, 0] + dice.integers(-1, 2, len(frame)), *WHOLE)
        weights = dict(zip(criteria.columns, dice.integers(1, 6, many).tolist(), strict=True))
        blank = dice.random(criteria.shape) < _BLANK
        by = patterns.own_definition(criteria.mask(blank), weights, scales=WHOLE).frame["value"].astype(float)
        made[own] = by if own == OWN[0] else sum(WHOLE) - by
    chosen = dice.permutation(OUTCOMES)[: int(dice.integers(1, 3))]
    return made, tuple(map(str, chosen)), kin


def false_word(frame: pd.DataFrame, noise: pd.DataFrame, seed: int, promising: Promising) -> bool:
    """Whether any line gets a word by any declared outcome, at a first look."""
    made, outcomes, kin = declared(frame, noise, seed)
    lines = made.drop(columns=[*OUTCOMES, "began"])
    left = [other for other in OUTCOMES if other not in outcomes]
    for outcome in outcomes:
        akin = [kin[outcome]] if outcome in OWN else []
        budget = look_budget(1, len(outcomes))
        if not promising(lines.drop(columns=akin), made[outcome], budget, 3):
            continue
        found = patterns.contrast(
            made.drop(columns=left),
            outcome,
            list(lines.columns[:3]),
            scales=WHOLE,
            budget=budget,
            when="began",
            kin=akin,
            beside=[other for other in outcomes if other != outcome],
        )
        if {*FOUND} & {*found.frame["word"]}:
            return True
    return False


def definitions_table(each: range, career: Career, promising: Promising) -> None:
    """One table: any one or two declared outcomes."""
    heads("Any one or two declared outcomes: false words", "jobs", "drift", "a false word")
    for jobs in (8, 12, 20):
        for drift in (0.0, 0.6):
            said = (
                false_word(
                    career(seed, jobs, drift, outcomes=2), career(seed + _APART, jobs, drift), seed, promising
                )
                for seed in each
            )
            row(jobs, drift, share(said))
