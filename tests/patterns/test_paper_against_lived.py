"""How good jobs looked against how they went: the gaps, their order, and what is refused."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import AS_IT_LOOKED, BETTER, WORSE, PatternError, paper_against_lived

RATING = st.none() | st.integers(1, 7)
JOBS = st.lists(st.tuples(RATING, RATING), max_size=12)


def frame(jobs):
    names = [f"Job {place}" for place in range(len(jobs))]
    return pd.DataFrame(jobs, columns=["paper", "lived"], index=names).astype("Float64")


@given(JOBS)
def test_gaps_fall_from_the_largest_gain_to_the_largest_loss(jobs):
    made = frame(jobs)
    found = paper_against_lived(made)
    told = found.frame
    assert found.jobs == len(jobs)
    assert told["gap"].is_monotonic_decreasing
    assert sorted(told.index) == sorted(made.dropna().index)  # a blank is never made up
    for job, row in told.iterrows():
        paper, lived = made.loc[job]
        assert (row["paper"], row["lived"], row["gap"]) == (paper, lived, lived - paper)
        assert row["turned"] == (BETTER if lived > paper else WORSE if lived < paper else AS_IT_LOOKED)


@given(JOBS)
def test_looking_the_other_way_round_turns_every_word_round(jobs):
    made = frame(jobs)
    there = paper_against_lived(made)
    back = paper_against_lived(made, paper="lived", lived="paper")
    assert sorted(there.turned(BETTER)) == sorted(back.turned(WORSE))
    assert sorted(there.turned(AS_IT_LOOKED)) == sorted(back.turned(AS_IT_LOOKED))


@given(JOBS)
def test_the_order_of_the_jobs_changes_no_gap(jobs):
    made = frame(jobs)
    turned = paper_against_lived(made.iloc[::-1]).frame
    pd.testing.assert_frame_equal(turned.sort_index(), paper_against_lived(made).frame.sort_index())


def test_what_cannot_be_used_is_named():
    with pytest.raises(PatternError, match="no column 'paper'; expected one"):
        paper_against_lived(pd.DataFrame({"lived": [1]}))
    jobs = pd.DataFrame({"paper": [1, "good"], "lived": [2, 3]}, index=["Cook", "Editor"])
    with pytest.raises(PatternError, match="row 'Editor', column 'paper': 'good' is no number; expected"):
        paper_against_lived(jobs)
    with pytest.raises(PatternError, match="two rows are called 'Cook'"):
        paper_against_lived(pd.DataFrame({"paper": [1, 2], "lived": [2, 3]}, index=["Cook", "Cook"]))
