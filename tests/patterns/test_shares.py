"""Several questions of one page share one budget: the laws of sharing, and whole pages of noise."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import (
    SHUFFLE,
    STANDS_OUT,
    TOO_FEW,
    WORTH,
    contrasts,
    gehan,
    lines_of,
    look_budget,
    shares,
)
from good_on_paper.patterns.evidence import evidence, least_budget
from good_on_paper.patterns.lean import weigh
from tests.patterns.careers import at_least, at_most, likert

pytestmark = pytest.mark.long

SHUFFLES = 600  # the level holds for any number of shuffles; fewer are quicker
LINES = 20
SAID = {WORTH, STANDS_OUT}
KEYED = dict(
    zip([f"line {line}" for line in range(LINES)], [1, 1, 1, -1, 0, 1, -1, 1, 1, 0] * 2, strict=True)
)
GUESSES = ["line 0", "line 1", "line 2"]
needs = st.one_of(st.none(), st.fractions(min_value=Fraction(1, 5000), max_value=1, max_denominator=5000))


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), needs, max_size=7))
def test_as_many_share_as_can_tell_something_and_never_more_than_there_is(least):
    budget = Fraction(1, 20)
    parts = shares(least, budget)
    taking = {question: part for question, part in parts.items() if part}
    assert sum(taking.values()) == (budget if taking else 0)
    assert all(least[question] <= part for question, part in taking.items())
    one_more = budget / (len(taking) + 1)
    rest = [need for question, need in least.items() if question not in taking and need is not None]
    assert all(need > one_more for need in rest)


def career(seed, roles, *, planted=None, rho=0.95):
    """Return lines, and a row a role on boredom: some left before it, causes and depth only where it was."""
    dice = np.random.default_rng([seed, roles])
    names = [f"job {role:02}" for role in range(roles)]
    felt = dice.standard_normal(roles)
    ratings = dice.standard_normal((roles, LINES))
    if planted is not None:
        ratings[:, planted] = rho * felt + np.sqrt(1 - rho**2) * ratings[:, planted]
    until, left = np.exp(3.6 + 0.8 * felt), np.exp(dice.normal(4.4, 0.8, roles))
    seen = until <= left
    said = gehan(pd.DataFrame({"weeks": np.minimum(until, left), "set_in": seen}, names)).to_frame()
    day, end, went = likert(dice.standard_normal((3, roles)))
    said["depth"] = np.where(seen, likert(dice.standard_normal(roles)), np.nan)
    for cause in ("little", "much", "point"):
        said[cause] = np.where(seen, dice.random(roles) < 0.4, np.nan)
    lean = np.column_stack([end, day]), went
    return pd.DataFrame(likert(ratings), names, list(KEYED)), said, lean


def page(lines, said, lean, look=1):
    """Return every word of the page, as it is shared out there; whether one stands out too is left open."""
    parts, went = lean
    moved = np.count_nonzero((parts[:, 0] != parts[:, 1]) & (went != np.median(went)))
    least = {outcome: least_budget(lines, said[outcome], GUESSES) for outcome in said}
    least["lean"] = Fraction(2, 2**moved) if moved else None
    spend = shares(least, look_budget(look))
    words = {
        outcome: evidence(
            lines, said[outcome], guesses=GUESSES, budget=spend[outcome], seed=1, shuffles=SHUFFLES
        ).columns["word"]
        for outcome in said
        if spend[outcome]
    }
    words["lean"] = [WORTH if weigh(*lean, budget=spend["lean"]).within else SHUFFLE] if spend["lean"] else []
    return words


@pytest.mark.parametrize("roles", [6, 8, 12, 20])
def test_pages_of_noise_seldom_say_anything_over_a_first_and_a_second_look(roles):

    def false(seed):
        lines, said, (parts, went) = career(seed, roles + 1)
        first = page(lines.iloc[:-1], said.iloc[:-1], (parts[:-1], went[:-1]))
        second = page(lines, said, (parts, went), look=2) if seed % 10 == 0 else {}
        return any(SAID & set(words) for words in (*first.values(), *second.values()))

    assert at_most(false, 0.05, than=0.11)


@pytest.mark.parametrize(("roles", "planted", "least"), [(12, 1, 0.5), (20, 10, 0.5)])
def test_what_is_planted_is_found(roles, planted, least):
    """What makes a job get dull late: among three guesses at 12 roles, among the other lines at 20."""

    def found(seed):
        return page(*career(seed, roles, planted=planted))["later"][planted] in SAID

    assert at_least(found, least, than=least - 0.15)


@pytest.mark.parametrize("roles", [1, 2, 3, 4])
def test_four_roles_never_show_a_pattern(roles):
    for seed in range(10):
        lines, said, _ = career(seed, roles, planted=0, rho=1)
        frame = pd.concat([lines, said], axis=1)
        spend = shares({outcome: lines_of(frame, said.columns, outcome, GUESSES) for outcome in said})
        assert not any(spend.values())
        for result in contrasts(frame, spend, GUESSES, KEYED).values():
            assert set(result.frame["word"]) <= {TOO_FEW}


def test_what_too_few_jobs_could_tell_takes_nothing_from_the_others():
    """Of four jobs against four on a cause, no order is neat enough for a page; of eight weeks each is."""
    lines, said, _ = career(3, 8)
    said["later"] = np.arange(8.0)
    said["little"] = [0, 1] * 4
    said[["much", "point"]] = np.nan
    said["depth"] = 4.0
    frame = pd.concat([lines, said], axis=1)
    spend = shares({outcome: lines_of(frame, said.columns, outcome, GUESSES) for outcome in said})
    assert spend == {"later": Fraction(1, 20)} | dict.fromkeys(["depth", "little", "much", "point"], 0)
    results = contrasts(frame, spend, GUESSES, KEYED, kin={"later": ["line 0"]})
    assert set(results["little"].frame["word"]) == {TOO_FEW}
    told = results["later"].frame.set_index("line")
    assert told["word"]["line 0"] == SHUFFLE
    assert set(told["family"]) == {"guess", "exploratory"}
    assert not set(said) & set(told.index)
