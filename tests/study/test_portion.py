"""Which lines are asked next, and what that choice does to false claims."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns.budgets import look_budget
from good_on_paper.patterns.evidence import STANDS_OUT, WORTH, evidence
from good_on_paper.study.portion import EVENING, FIRST, portion
from good_on_paper.study.portion import WORTH as LINES_WORTH
from tests.patterns.careers import at_least, at_most

LINES = [f"line {number:02}" for number in range(30)]
CORE = LINES[:12]
ROLES = 9

cells = st.dictionaries(
    st.sampled_from(LINES), st.lists(st.one_of(st.none(), st.integers(1, 7)), max_size=ROLES), max_size=20
)
some = st.lists(st.sampled_from(LINES), max_size=5, unique=True)


@given(answered=cells, guesses=some, unknown=some, seed=st.integers(0, 2**31))
def test_a_portion_is_small_new_and_the_same_again(answered, guesses, unknown, seed):
    asked = {"guesses": guesses, "unknown": unknown, "core": CORE, "seed": seed}
    chosen = portion(answered, ROLES, LINES, **asked)
    whole = [line for line in LINES if len(answered.get(line, ())) >= ROLES]
    assert len(chosen) == len(set(chosen)) == min(max(FIRST - len(whole), 0) or EVENING, 30 - len(whole))
    assert not set(chosen) & set(whole)
    assert chosen == portion(answered, ROLES, LINES[::-1], **asked)
    left = [line for line in guesses if line not in whole]
    assert set(chosen[: len(left)]) <= set(left) or len(left) > len(chosen)


def test_guesses_then_drawn_then_unknown_then_what_varies_then_the_core():
    flat, varied = {"line 20": [4, 4, 4]}, {"line 21": [1, 7, 4]}
    whole = {line: [4] * ROLES for line in LINES[22:28]}
    asked = []
    answered = whole | flat | varied
    for _ in range(4):
        some = portion(
            answered,
            ROLES,
            LINES,
            guesses=["line 15"],
            drawn=["line 16"],
            unknown=["line 17", "line 15"],
            core=CORE,
            seed=3,
        )
        assert len(some) == EVENING
        asked += some
        answered |= {line: [1] * ROLES for line in some}
    assert asked[:5] == ["line 15", "line 16", "line 17", "line 21", "line 20"]
    assert set(asked[5:]) <= set(CORE)


def test_whoever_guessed_nothing_begins_with_the_first_six():
    assert sorted(portion({}, ROLES, LINES, core=CORE, seed=5)) == CORE[:6]
    assert sorted(portion({line: [1] * ROLES for line in CORE[:2]}, ROLES, LINES, core=CORE)) == CORE[2:6]


def test_a_job_that_is_new_asks_first_where_the_others_differ_most():
    answered = {line: [4] * 8 for line in LINES[:12]} | {"line 07": [1, 7] * 4, "line 03": [2, 6] * 4}
    chosen = portion(answered, ROLES, LINES[:12], guesses=["line 11"], core=CORE)
    assert chosen[:3] == ["line 11", "line 07", "line 03"]


def test_other_scales_are_compared_by_their_length():
    answered = {"line 00": [40, 60], "line 01": [1, 7]} | {line: [1] * ROLES for line in LINES[2:8]}
    assert portion(answered, ROLES, LINES[:8], spans={"line 00": 100.0})[0] == "line 01"


def claims(choose):
    """Give whether a career of noise gets a word on the lines that `choose` picks."""

    def claimed(seed):
        dice = np.random.default_rng([seed, ROLES])
        ratings = pd.DataFrame(dice.integers(1, 8, (ROLES, len(LINES))), columns=LINES)
        went = pd.Series(dice.permutation(ROLES))
        lines, guesses = choose(ratings, went, dice, seed)
        told = evidence(
            ratings[lines],
            went,
            guesses=guesses,
            keyed={line: (1, -1)[place % 2] for place, line in enumerate(lines)},
            budget=look_budget(1),
            seed=seed,
            shuffles=1_000,
        )
        return bool({WORTH, STANDS_OUT} & set(told.columns["word"]))

    return claimed


def by_portions(ratings, _went, dice, seed):
    """As the kit asks: portion by portion; of some lines a few roles were rated before, as by an import."""
    guesses = list(dice.choice(CORE, 4, replace=False))
    unknown = list(dice.choice(LINES, 3, replace=False))
    answered = {line: ratings[line].tolist()[:4] for line in dice.choice(LINES, 12, replace=False)}
    lines = []
    while len(lines) < LINES_WORTH:
        new = portion(answered, ROLES, LINES, guesses=guesses, unknown=unknown, core=CORE, seed=seed)
        answered |= {line: ratings[line].tolist() for line in new}
        lines += new
    return lines[:LINES_WORTH], guesses


def at_random(_ratings, _went, dice, _seed):
    lines = list(dice.permutation(LINES)[:LINES_WORTH])
    return lines, lines[:4]


def by_outcome(ratings, went, _dice, _seed):
    """What must never be done: the lines that part the best from the worst come first."""
    apart = (ratings[went >= 6].mean() - ratings[went < 3].mean()).abs()
    lines = apart.sort_values(ascending=False).index[:6].tolist()
    return lines, lines[:4]


@pytest.mark.parametrize("choose", [by_portions, at_random])
def test_on_noise_this_order_claims_no_more_than_a_random_one(choose):
    assert at_most(claims(choose), 0.05, than=0.11)


def test_lines_picked_by_how_jobs_went_would_be_caught():
    assert at_least(claims(by_outcome), 0.16, than=0.08)
