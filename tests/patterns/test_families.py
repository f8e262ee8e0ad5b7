"""Guesses and the other lines share what a look may spend: laws, and careers without anything in them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import FOUND, SHUFFLE, contrast, look_budget
from good_on_paper.patterns.budgets import (
    BAROMETER,
    FOR_LIFE,
    HOW_IT_WENT,
    RANK_TEST,
    READING_A_ROOM,
    WHEN_IT_GOT_DULL,
)
from good_on_paper.patterns.evidence import evidence
from good_on_paper.patterns.families import EXPLORATORY, GUESS, WEIGHTS, allotted, handed_on
from good_on_paper.patterns.orders import screenable
from tests.patterns.careers import at_least, at_most, likert, names

LINES = [f"line {line:02}" for line in range(20)]
counts = st.integers(0, 40)


def test_three_questions_of_a_twentieth_each_for_life():
    assert [Fraction(1, 20)] * 3 == [HOW_IT_WENT, WHEN_IT_GOT_DULL, READING_A_ROOM]
    assert (Fraction(1, 25), Fraction(1, 100), Fraction(3, 20)) == (BAROMETER, RANK_TEST, FOR_LIFE)
    assert sum(look_budget(look) for look in range(1, 60)) <= HOW_IT_WENT


@given(counts, counts, st.lists(st.integers(1, 7), max_size=14), st.sampled_from([1, 2, 3]))
def test_both_spend_at_most_the_budget_and_it_is_never_thrown_away(guessed, others, went, look):
    budget = look_budget(look)
    spend = allotted({GUESS: guessed, EXPLORATORY: others}, went, budget)
    assert sum(spend.values()) == (budget if guessed or others else 0)
    for family, many in ((GUESS, guessed), (EXPLORATORY, others)):
        if not many:
            assert not spend[family]
        if many and many <= screenable(went, budget * WEIGHTS[family]):
            assert spend[family] >= budget * WEIGHTS[family]  # nobody has less than with fixed parts


@given(st.booleans(), st.booleans())
def test_a_part_is_handed_on_only_by_a_family_that_passed_as_a_whole(guesses_pass, others_pass):
    spend = {GUESS: Fraction(3, 100), EXPLORATORY: Fraction(2, 100)}
    passed = {GUESS: guesses_pass, EXPLORATORY: others_pass}
    after = handed_on(spend, lambda family, _: passed[family])
    assert after[GUESS] == (Fraction(5, 100) if others_pass else Fraction(3, 100))
    assert after[EXPLORATORY] == (Fraction(5, 100) if guesses_pass else Fraction(2, 100))
    alone = {GUESS: Fraction(0), EXPLORATORY: Fraction(5, 100)}
    assert handed_on(alone, lambda *_: True) == alone


def career(seed, roles, *, planted=(), rho=0.8):
    dice = np.random.default_rng([seed, roles])
    felt, lines = dice.standard_normal(roles), dice.standard_normal((roles, len(LINES)))
    for line in planted:
        lines[:, line] = rho * felt + np.sqrt(1 - rho**2) * lines[:, line]
    frame = pd.DataFrame(likert(lines), names(roles), LINES)
    return frame, pd.Series(likert(felt), frame.index)


def words(frame, went, guesses):
    return evidence(frame, went, guesses=guesses, budget=look_budget(), shuffles=1_000).columns["word"]


@pytest.mark.parametrize(("roles", "rho", "least"), [(8, 0.95, 0.42), (12, 0.8, 0.40)])
def test_who_guessed_nothing_loses_nothing(roles, rho, least):
    """With fixed parts it is .22 and .28."""

    def found(seed):
        return words(*career(seed, roles, planted=[10], rho=rho), [])[10] in FOUND

    assert at_least(found, least, than=least - 0.11)


def test_one_guess_that_passes_hands_its_part_on_and_noise_still_seldom_gets_a_word():
    """A guess is real: what the other lines, all noise, are then tested at is the whole budget."""

    def false(seed):
        told = words(*career(seed, 12, planted=[0], rho=0.97), LINES[:1])
        return bool(set(FOUND) & {*told[1:]})

    assert at_most(false, 0.055, than=0.11)


def test_what_was_handed_on_is_what_the_other_lines_are_held_to():
    frame, went = career(4, 12, planted=[0], rho=1.0)
    result = contrast(frame.assign(overall=went), guesses=LINES[:1])
    assert result.frame.set_index("line")["word"][LINES[0]] in FOUND
    assert result.shares == {GUESS: look_budget() * WEIGHTS[GUESS], EXPLORATORY: look_budget()}


def test_kin_leave_beforehand():
    frame, went = career(2, 12, planted=[0, 1], rho=1.0)
    jobs = frame.assign(overall=went)
    result = contrast(jobs, guesses=LINES[:1], kin=LINES[:1])
    found = result.frame.set_index("line")
    assert found["word"][LINES[0]] == SHUFFLE
    assert found.loc[LINES[0], ["p_adjusted", "as_neat", "among"]].isna().all()
    assert found["tau"][LINES[0]] > 0.9
    assert result.shares == {GUESS: 0, EXPLORATORY: look_budget()}
    without = contrast(jobs.drop(columns=LINES[0])).frame.set_index("line")
    columns = ["p_adjusted", "among", "word"]
    pd.testing.assert_frame_equal(found.loc[without.index, columns], without[columns])
