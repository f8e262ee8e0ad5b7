"""How far each one went: counts that add up, and exact intervals."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, how_far, side_by_side
from good_on_paper.patterns.how_far import interval
from tests.late import Late

beta = Late("scipy.stats", "beta")

STEPS = ["send", "call", "talk", "offer"]
ROWS = st.lists(
    st.tuples(st.sampled_from([*STEPS, None]), st.sampled_from(["yes", "no", "open"])), max_size=30
)


@given(ROWS)
def test_each_row_is_counted_once_where_it_stopped(rows: list[tuple[str | None, str]]) -> None:
    frame = how_far(pd.DataFrame(rows, columns=["furthest", "outcome"]), STEPS).frame
    there = [row for row in rows if row[0]]
    assert frame["stopped"].sum() + frame["open"].sum() == len(there)
    assert frame["reached"].iloc[0] == len(there)
    assert (frame["reached"] == frame["went_on"] + frame["stopped"] + frame["open"]).all()
    assert frame["went_on"].tolist()[:-1] == frame["reached"].tolist()[1:]


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_interval_is_the_one_of_clopper_and_pearson(yes: int, no: int) -> None:
    low, high = interval(yes, yes + no)
    if not yes + no:
        assert (low, high) == (None, None)
        return
    assert low == pytest.approx(beta.ppf(0.05, yes, no + 1) if yes else 0.0, abs=1e-9)
    assert high == pytest.approx(beta.ppf(0.95, yes + 1, no) if no else 1.0, abs=1e-9)


def test_groups_stand_side_by_side_only_with_five_each() -> None:
    frame = pd.DataFrame({"by": ["a"] * 5 + ["b"] * 5 + ["c"] * 4, "outcome": ["yes", "no"] * 7})
    assert side_by_side(frame, "by").index.tolist() == ["a", "b"]
    frame.loc[0, "outcome"] = "open"
    assert side_by_side(frame, "by").empty


def test_what_is_no_step_is_named() -> None:
    with pytest.raises(PatternError, match="'dance' is no step; expected one of send, call"):
        how_far(pd.DataFrame({"furthest": ["dance"], "outcome": ["no"]}), STEPS)
    with pytest.raises(PatternError, match="no column 'furthest'"):
        how_far(pd.DataFrame({"outcome": ["no"]}), STEPS)
