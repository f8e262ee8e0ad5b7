"""Which roles came later, with some left before: against figures of lifelines, and laws that hold for any."""

from __future__ import annotations

import json
from itertools import permutations
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


FROZEN = json.loads((SURVIVAL / "gehan.json").read_text(encoding="utf-8"))


def parts(name):
    """Return the table of a name, and which of its rows are in the part."""
    known = FROZEN[name]
    frame = jobs(known["time"], known["observed"])
    return frame, pd.Series(known["part"], frame.index, dtype=bool)


@pytest.fixture(scope="module")
def trial():
    """Return both arms of the leukaemia trial of 1963: weeks in remission, and which had the drug."""
    frame, drug = parts("remission")
    return frame.assign(drug=drug.astype(float))


@pytest.mark.parametrize("name", FROZEN)
def test_the_scores_give_the_chi_squared_of_lifelines(name):
    frame, part = parts(name)
    variance = 0.0
    for week in frame.loc[frame["set_in"], "weeks"].unique():
        there, ended = frame["weeks"] >= week, (frame["weeks"] == week) & frame["set_in"]
        n, n_part, d = there.sum(), (there & part).sum(), ended.sum()
        variance += d * (n - d) * n_part * (n - n_part) / max(n - 1, 1)
    chi_squared = gehan(frame)[part].sum() ** 2 / variance
    assert chi_squared == pytest.approx(FROZEN[name]["chi_squared"], abs=1e-9)


def test_the_statistic_of_the_trial_counted_pair_by_pair(trial):
    drug, placebo = trial[trial["drug"] == 1], trial[trial["drug"] == 0]
    pairs = [(one, other) for one in drug.itertuples() for other in placebo.itertuples()]
    longer = sum(
        one.weeks > other.weeks or (one.weeks == other.weeks and not one.set_in) for one, other in pairs
    )
    shorter = sum(one.set_in and one.weeks < other.weeks for one, other in pairs)  # all of placebo ended
    assert gehan(trial)[trial["drug"] == 1].sum() == longer - shorter == 271


def test_the_chance_of_a_line_is_that_of_all_orders_of_the_scores():
    """Six jobs, two of them left before: each of the 720 orders, written out."""
    frame = jobs([3, 8, 8, 15, 20, 30], [True, True, False, True, False, True])
    line = [1, 2, 2, 4, 6, 6]
    later = gehan(frame)
    assert later.tolist() == [-5, -3, 2, 0, 3, 3]
    doubled = [-5, -2, -2, 1, 4, 4]  # ranks of the line, doubled and centred
    ranks = [-5, -3, 1, -1, 4, 4]  # those of the scores
    seen = abs(sum(a * b for a, b in zip(doubled, ranks, strict=True)))
    orders = [sum(a * b for a, b in zip(doubled, order, strict=True)) for order in permutations(ranks)]
    as_far = sum(abs(order) >= seen for order in orders)
    found = contrast(pd.DataFrame({"line": line, "later": later}, frame.index), "later").frame.iloc[0]
    assert found["shuffles"] == len(orders) == 720
    assert (found["as_neat"], found["p_adjusted"]) == (as_far, pytest.approx(as_far / 720))


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
