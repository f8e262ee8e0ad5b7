"""Which roles came later, with some left before: against a published table, and laws that hold for any."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import STANDS_OUT, WORTH, PatternError, contrast, gehan
from good_on_paper.patterns.ranks import scores

SURVIVAL = Path(__file__).parents[1] / "reference" / "survival"


def jobs(time, seen):
    names = [f"job {number:02}" for number in range(len(time))]
    return pd.DataFrame({"weeks": np.array(time, dtype=float), "set_in": np.array(seen, dtype=bool)}, names)


@pytest.fixture(scope="module")
def trial():
    """Return both arms of the leukaemia trial of 1963: weeks in remission, and which had the drug."""
    drug = json.loads((SURVIVAL / "lifelines.json").read_text(encoding="utf-8"))["remission"]
    placebo = json.loads((SURVIVAL / "placebo.json").read_text(encoding="utf-8"))["time"]
    frame = jobs([*drug["time"], *placebo], [*drug["observed"], *[1] * len(placebo)])
    return frame.assign(drug=[1.0] * len(drug["time"]) + [0.0] * len(placebo))


def test_the_published_statistic_of_the_trial(trial):
    """W = 271, variance 5457.11, chi-squared 13.46, as programs of survival analysis print them."""
    drug = trial["drug"] == 1
    assert gehan(trial)[drug].sum() == 271
    variance = 0.0
    for week in trial.loc[trial["set_in"], "weeks"].unique():
        there, ended = trial["weeks"] >= week, (trial["weeks"] == week) & trial["set_in"]
        n, n_drug, d = there.sum(), (there & drug).sum(), ended.sum()
        variance += d * (n - d) * n_drug * (n - n_drug) / (n - 1)
    assert (round(variance, 2), round(271**2 / variance, 2)) == (5457.11, 13.46)


def test_the_trial_through_the_engine_of_the_page(trial):
    dice = np.random.default_rng(1)
    lines = trial.assign(later=gehan(trial), coin=dice.permutation(np.arange(42.0)))
    result = contrast(lines.drop(columns=["weeks", "set_in"]), "later", scales={"drug": (0, 1)})
    found = result.frame.set_index("line")
    assert found["word"]["drug"] in (WORTH, STANDS_OUT)
    assert found["p_adjusted"]["drug"] < 0.001
    assert found["p_adjusted"]["coin"] > 0.1
    early = trial.assign(
        weeks=trial["weeks"].where(trial["set_in"], 0.5), set_in=True
    )  # were they read as zero
    assert gehan(early)[trial["drug"] == 1].sum() < 0


TIMES = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=12)


def by_hand(time, seen, one):
    surely_sooner = sum(seen[j] and (time[j] < time[one] or (time[j] == time[one] and not seen[one]))
                        for j in range(len(time)))  # fmt: skip
    surely_later = sum(seen[one] and (time[j] > time[one] or (time[j] == time[one] and not seen[j]))
                       for j in range(len(time)))  # fmt: skip
    return surely_sooner - surely_later


@settings(max_examples=60, deadline=None)
@given(TIMES)
def test_scores_count_what_is_surely_sooner_less_what_is_surely_later(said):
    time, seen = zip(*said, strict=True)
    found = gehan(jobs(time, seen))
    assert found.tolist() == [by_hand(time, seen, one) for one in range(len(time))]
    assert found.sum() == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_without_roles_left_early_they_are_the_ranks(time):
    found = gehan(jobs(time, [True] * len(time)))
    assert (found == scores(pd.Series(time, dtype=float))).all()


@settings(max_examples=40, deadline=None)
@given(TIMES, st.integers(1, 40))
def test_to_have_stayed_longer_without_it_never_lowers_a_place(said, longer):
    time, seen = (list(column) for column in zip(*said, strict=True))
    before = gehan(jobs(time, seen))
    for one in range(len(time)):
        if not seen[one]:
            later = [*time[:one], time[one] + longer, *time[one + 1 :]]
            assert gehan(jobs(later, seen)).iloc[one] >= before.iloc[one]


def test_not_yet_is_neither_zero_nor_never():
    found = gehan(jobs([5, 10, 20, 30, 0], [False, True, True, True, True]))
    assert (
        found.iloc[0] == 1
    )  # left in week 5: it is only known that what was there from the start was sooner
    assert found.iloc[4] == found.min()
    unknown = jobs([5, 10], [False, True])
    unknown.loc["job 01", "weeks"] = np.nan
    assert gehan(unknown).isna().tolist() == [False, True]
    assert gehan(jobs([], [])).empty
    with pytest.raises(PatternError, match="row 'job 00', column 'weeks': -1"):
        gehan(jobs([-1], [True]))
