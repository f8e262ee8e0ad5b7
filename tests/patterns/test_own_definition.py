"""By one's own definition: by hand, whatever the order and the scale of the weights, and with blanks."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper import patterns
from good_on_paper.patterns import PatternError, own_definition
from tests.patterns.careers import at_most

BY_HAND = pd.DataFrame(
    {
        "proud": [7, 4, 2, pd.NA, pd.NA, 1],
        "use": [1, 4, 6, 5, 3, pd.NA],
        "pay": [4, 4, 7, 2, pd.NA, 7],
    },
    index=["A", "B", "C", "D", "E", "F"],
    dtype="Float64",
)
WEIGHTS = {"proud": 5, "use": 3, "pay": 1}
EXPECTED = {  # written out: 5, 3 and 1 of 9 points
    "A": (35 + 3 + 4) / 9,
    "B": 4.0,
    "C": (10 + 18 + 7) / 9,
    "D": None,  # 4 of 9 points are rated
    "E": None,  # 3 of 9
    "F": (5 + 7) / 6,  # 6 of 9: just two thirds
}

weights = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 5), min_size=1)
ratings = st.lists(st.lists(st.one_of(st.none(), st.integers(1, 7)), min_size=6, max_size=6), max_size=8)


def frame_of(rows: list[list[int | None]]) -> pd.DataFrame:
    return pd.DataFrame(
        rows, columns=list("abcdef"), index=[f"job {row}" for row in range(len(rows))]
    ).astype("Float64")


def test_the_table_computed_by_hand() -> None:
    found = own_definition(BY_HAND, WEIGHTS)
    assert found.frame.index.tolist() == list(EXPECTED)
    for job, value in EXPECTED.items():
        told = found.frame.loc[job, "value"]
        assert pd.isna(told) if value is None else told == pytest.approx(value)
    assert found.frame["n"].tolist() == [3, 3, 3, 2, 1, 2]
    assert found.frame["rated"].tolist() == pytest.approx([1, 1, 1, 4 / 9, 1 / 3, 2 / 3])
    assert found.weights == pytest.approx({"proud": 5 / 9, "use": 3 / 9, "pay": 1 / 9})
    assert list(found.weights) == ["proud", "use", "pay"]


@settings(max_examples=30)
@given(ratings, weights, st.integers(1, 1_000), st.randoms())
def test_only_the_ratios_of_the_weights_matter_and_no_order_does(rows, weighed, times, dice) -> None:
    frame = frame_of(rows)
    names, jobs = list(frame.columns), list(frame.index)
    dice.shuffle(names)
    dice.shuffle(jobs)
    again = dict(dice.sample(list(weighed.items()), len(weighed)))
    one = own_definition(frame, weighed).frame
    other = own_definition(frame.loc[jobs, names], {name: times * again[name] for name in again}).frame
    pd.testing.assert_frame_equal(one, other.loc[frame.index], check_exact=True)


@settings(max_examples=30)
@given(ratings, weights)
def test_it_lies_among_its_ratings_and_is_blank_below_two_thirds(rows, weighed) -> None:
    frame = frame_of(rows)
    for job, (value, rated, n) in own_definition(frame, weighed).frame.iterrows():
        said = frame.loc[job, list(weighed)].dropna()
        share = Fraction(sum(weighed[name] for name in said.index), sum(weighed.values()))
        assert (n, rated) == (len(said), float(share))
        assert pd.isna(value) == (share < Fraction(2, 3))
        if not pd.isna(value):
            assert said.min() <= value <= said.max()
            assert value == pytest.approx(
                np.average(said.astype(float), weights=[weighed[k] for k in said.index])
            )


def test_another_scale_is_brought_to_one_to_seven() -> None:
    jobs = pd.DataFrame({"a": [0, 10], "b": [7, 1]}, index=["A", "B"])
    assert own_definition(jobs, {"a": 1, "b": 1}, scales={"a": (0, 10)}).frame["value"].tolist() == [4, 4]
    assert own_definition(jobs[["a"]], {"a": 2}, scales=(0, 10)).frame["value"].tolist() == [1, 7]


def test_what_cannot_be_is_named() -> None:
    with pytest.raises(PatternError, match="criterion 'money' has a weight but no ratings; there are: proud"):
        own_definition(BY_HAND, {"money": 2})
    with pytest.raises(PatternError, match="weight of 'use' is -1"):
        own_definition(BY_HAND, {"use": -1})
    with pytest.raises(PatternError, match="all weights are 0"):
        own_definition(BY_HAND, {})
    with pytest.raises(PatternError, match="column 'use', row 'A': 'much' is no number"):
        own_definition(BY_HAND.astype(object).replace({1: "much"})[["use"]], {"use": 1})
    with pytest.raises(PatternError, match="expected the lower end first"):
        own_definition(BY_HAND, {"use": 1}, scales=(7, 1))
    with pytest.raises(PatternError, match="rows"):
        own_definition(BY_HAND.set_axis(list("AABCDE")), WEIGHTS)


def test_noise_gives_a_false_word_in_few_careers_whichever_two_outcomes_are_declared() -> None:
    """A small version of `benchmarks/honesty.py definitions`, which has 300 careers a row."""

    def false_word(seed: int) -> bool:
        dice = np.random.default_rng([seed, 18])
        jobs = pd.DataFrame(dice.integers(1, 8, (8, 6)), columns=list("lmnopq")).astype(float)
        criteria = pd.DataFrame(dice.integers(1, 8, (8, 10)), columns=list("abcdefghij")).astype("Float64")
        criteria = criteria.mask(dice.random(criteria.shape) < 0.1)
        outcomes = {"overall": dice.integers(1, 8, 8).astype(float)}
        for name, columns in (("success", "abcde"), ("wrong", "fghij")):
            weighed = dict(zip(columns, dice.integers(1, 6, 5).tolist(), strict=True))
            outcomes[name] = own_definition(criteria, weighed).frame["value"].astype(float)
        declared = list(map(str, dice.permutation([*outcomes])[:2]))
        frame = jobs.assign(**{name: outcomes[name] for name in declared})
        frame.index = pd.Index([f"job {place}" for place in range(8)])
        budget = patterns.look_budget(1, 2)
        found = [
            patterns.contrast(frame, one, scales=(1, 7), budget=budget, beside=[other])
            for one, other in (declared, declared[::-1])
        ]
        return any(word in patterns.FOUND for each in found for word in each.frame["word"])

    assert at_most(false_word, 0.05, than=0.2)


def test_the_same_jobs_under_several_definitions() -> None:
    definitions = {"mine": WEIGHTS, "equal": dict.fromkeys(WEIGHTS, 1), "pay alone": {"pay": 1}}
    found = patterns.under_definitions(BY_HAND, definitions)
    assert found.frame.index.tolist() == ["A", "B", "C", "F", "D"]  # of E too little is rated for any
    assert found.frame.loc["D"].isna().tolist() == [True, False, False]
    assert found.highest() == {"mine": ["A"], "equal": ["C"], "pay alone": ["C", "F"]}
    assert found.roles == tuple(BY_HAND.index)
    with pytest.raises(PatternError, match="there is no definition"):
        patterns.under_definitions(BY_HAND, {})


def test_success_and_going_wrong_are_two_axes() -> None:
    """A career in which both are high is told as it is: neither is the reverse of the other."""
    both = pd.DataFrame({"use": [7, 6, 7], "worn": [7, 7, 6]}, index=list("ABC"))
    assert own_definition(both, {"use": 3}).frame["value"].min() >= 6
    assert own_definition(both, {"worn": 2}).frame["value"].min() >= 6
    assert "weighed" not in patterns.__all__
