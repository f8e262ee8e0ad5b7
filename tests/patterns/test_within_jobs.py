"""Episodes within their jobs: a job counts once, whatever its episodes, their order and their scale."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import good_on_paper as gop
from good_on_paper import patterns
from good_on_paper.patterns import PatternError, within_jobs

ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Cook", "Editor", "Nurse"]),
        st.one_of(st.none(), st.integers(1, 7)),
        st.one_of(st.none(), st.integers(1, 7)),
    ),
    min_size=1,
    max_size=12,
)


def frame(rows) -> pd.DataFrame:
    told = pd.DataFrame(rows, columns=["role", "overall", "pace"])
    return told.astype({"overall": "Float64", "pace": "Float64"})


def by_hand(rows, job):
    """The sign of agreeing less disagreeing pairs, counted one by one; None where there is no pair."""
    own = [(went, pace) for role, went, pace in rows if role == job and None not in (went, pace)]
    pairs = [(a, b) for a in own for b in own if a[0] > b[0]]
    if not pairs:
        return None
    agreed = sum((a[1] > b[1]) - (a[1] < b[1]) for a, b in pairs)
    return (agreed > 0) - (agreed < 0)


@given(rows=ROWS)
def test_the_signs_are_those_counted_by_hand(rows):
    signs = within_jobs(frame(rows)).signs["pace"]
    assert [None if pd.isna(one) else int(one) for one in signs] == [
        by_hand(rows, job) for job in signs.index
    ]


@given(rows=ROWS, seed=st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_scale_nor_a_twin_changes_the_counts(rows, seed):
    before = within_jobs(frame(rows)).frame.to_dict("records")
    shuffled = [(job, went, None if pace is None else 3 * pace + 1) for job, went, pace in rows * 2]
    seed.shuffle(shuffled)
    assert within_jobs(frame(shuffled)).frame.to_dict("records") == before


def test_what_is_no_such_frame_is_named() -> None:
    told = frame([("Cook", 5, 3), (None, 4, 2)])
    with pytest.raises(PatternError, match="row '1' has no 'role'"):
        within_jobs(told)
    with pytest.raises(PatternError, match="no column 'job', asked for by within"):
        within_jobs(told, within="job")
    with pytest.raises(PatternError, match="column 'why', row '0': 'rain' is no number"):
        within_jobs(told.assign(role="Cook", why="rain"))


def test_a_test_of_episodes_counts_jobs() -> None:
    """Thirteen episodes of the sample lie in four jobs, and four are too few, however many they hold."""
    told = gop.sample().ratings(kind="episode").drop(columns="absorbed")
    found = patterns.contrast(told, outcome="overall", within="role")
    assert (len(told), found.units) == (13, 4)
    assert set(found.frame["word"]) == {patterns.TOO_FEW}
