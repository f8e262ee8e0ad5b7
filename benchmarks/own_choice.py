"""How often there is a false word where three lines more are chosen for how well they go with how it went.

Six lines are asked as the kit asks them. Then comes who knows how the jobs went, and rates the three of 34
others that go with it best: the worst that a free choice can do. The same for levels wanted, for
which outcomes the patterns are about, and for the weights of an own definition, each tried until something
goes with a line.
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

ASKED, CHOSEN = 6, 3
TRIED = 40
"""Definitions of one's own that are tried: three to six of 12 criteria, weighed anew each time."""
WHOLE = (1, 7)
_APART = 1_000_000  # from a career to the one whose lines can be chosen too


def false_word(frame: pd.DataFrame, more: pd.DataFrame, promising: Promising, *, counted: bool) -> bool:
    """Whether any line gets a word, the chosen ones counted like the others or as pictures only."""
    went = frame["overall"]
    lines = frame.drop(columns=["overall", "began"])
    asked, others = lines.iloc[:, :ASKED], lines.iloc[:, ASKED:].join(more[lines.columns].add_prefix("more "))
    own = others.corrwith(went, method="kendall").abs().nlargest(CHOSEN).index.tolist()
    tested = asked.join(others[own]) if counted else asked
    if not promising(tested, went, look_budget(1), 0):
        return False
    given = tested.assign(overall=went, began=frame["began"])
    found = patterns.contrast(given, scales=(1, 7), when="began").frame
    return bool(found["word"].isin(FOUND).any())


def own_choice_table(each: range, career: Career, promising: Promising) -> None:
    """Print the shares at a first look without guesses."""
    heads("Three lines chosen by how it went: false words", "jobs", "counted as any other", "pictures only")
    for jobs in (8, 12):
        careers = [(career(seed, jobs), career(seed + _APART, jobs)) for seed in each]
        row(
            jobs, *(share(false_word(*one, promising, counted=so) for one in careers) for so in (True, False))
        )


def _found(
    lines: pd.DataFrame, went: pd.Series, began: pd.Series, promising: Promising, outcomes: int
) -> bool:
    """Whether any line gets a word at a first look that so many outcomes share."""
    budget = look_budget(1, outcomes)
    if not promising(lines, went, budget, 0):
        return False
    given = lines.assign(overall=went, began=began)
    found = patterns.contrast(given, scales=WHOLE, when="began", budget=budget).frame
    return bool(found["word"].isin(FOUND).any())


def levels_false_word(frame: pd.DataFrame, promising: Promising) -> bool:
    """Whether any line gets a word where each is compared with the level, if any, that goes with it best."""
    went, lines = frame["overall"], frame.drop(columns=["overall", "began"])
    best = lines.copy()
    for line in lines:
        ways = {0: lines[line], **{at: WHOLE[0] + 6 - (lines[line] - at).abs() for at in range(2, 7)}}
        tau = {at: abs(way.corr(went, method="kendall")) for at, way in ways.items() if way.min() < way.max()}
        best[line] = ways[max(tau, key=lambda at: tau[at])]
    return _found(best, went, frame["began"], promising, 1)


def outcomes_false_word(frame: pd.DataFrame, promising: Promising) -> bool:
    """Whether any line gets a word by any two of four outcomes: as if the right ones were always chosen."""
    others = [f"line {number}" for number in range(3)]
    lines = frame.drop(columns=["overall", "began"])
    four = [frame["overall"], *(lines.iloc[:, -1 - place] for place in range(len(others)))]
    rest = lines.iloc[:, : -len(others)]
    return any(_found(rest, went, frame["began"], promising, 2) for went in four)


def weights_false_word(frame: pd.DataFrame, noise: pd.DataFrame, seed: int, promising: Promising) -> bool:
    """Whether any line gets a word by the one of many definitions that goes best with some line."""
    dice = np.random.default_rng([seed, len(frame), 11])
    lines, best, most = frame.drop(columns=["overall", "began"]), frame["overall"], 0.0
    for _ in range(TRIED):
        criteria = noise.iloc[:, dice.permutation(12)[: int(dice.integers(3, 7))]]
        weights = dict(zip(criteria.columns, dice.integers(1, 6, criteria.shape[1]).tolist(), strict=True))
        went = patterns.own_definition(criteria, weights, scales=WHOLE).frame["value"].astype(float)
        fit = float(lines.corrwith(went, method="spearman").abs().max())
        if fit > most:
            best, most = went, fit
    return _found(lines, best, frame["began"], promising, 1)


def late_choice_table(each: range, career: Career, promising: Promising) -> None:
    """Print what each choice that could be made with all answers in mind would give, were it counted."""
    heads("Chosen with all answers in mind: false words", "jobs", "levels", "two of four outcomes", "weights")
    for jobs in (8, 12):
        careers = [(seed, career(seed, jobs), career(seed + _APART, jobs)) for seed in each]
        row(
            jobs,
            share(levels_false_word(one, promising) for _, one, _ in careers),
            share(outcomes_false_word(one, promising) for _, one, _ in careers),
            share(weights_false_word(one, more, seed, promising) for seed, one, more in careers),
        )
