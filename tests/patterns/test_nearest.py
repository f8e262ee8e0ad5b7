"""The nearest of the jobs held: blanks widen what can be said, and never decide it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, nearest

LINES = ("pace", "say", "hours")
SCALES = dict.fromkeys(LINES, (1.0, 7.0))
rating = st.none() | st.integers(1, 7)


@st.composite
def anything(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, float]]:
    many = draw(st.integers(1, 4))
    jobs = pd.DataFrame(
        {line: draw(st.lists(rating, min_size=many, max_size=many)) for line in LINES},
        index=[f"Job {place}" for place in range(many)],
        dtype=float,
    )
    ends = [sorted(draw(st.tuples(st.integers(1, 7), st.integers(1, 7)))) for _ in LINES]
    blank = [draw(st.booleans()) for _ in LINES]
    here = pd.DataFrame(ends, columns=["low", "high"], index=list(LINES), dtype=float)
    here[pd.Series(blank, index=here.index)] = np.nan
    return jobs, here, {line: draw(st.integers(1, 7)) for line in LINES}


@settings(max_examples=30)
@given(anything())
def test_a_distance_is_a_range_within_nothing_and_everything(case) -> None:
    jobs, here, weights = case
    found = nearest(jobs, here, weights, scales=SCALES).frame
    assert (found["least"] >= 0).all()
    assert (found["least"] <= found["most"] + 1e-12).all()
    assert (found["most"] <= 1 + 1e-12).all()


@settings(max_examples=30)
@given(anything(), st.data())
def test_filling_in_a_blank_narrows_and_never_leaves_what_was_said(case, data: st.DataObject) -> None:
    jobs, here, weights = case
    before = nearest(jobs, here, weights, scales=SCALES).frame
    full = jobs.map(lambda value: data.draw(st.integers(1, 7)) if pd.isna(value) else value)
    told = here.copy()
    for line in LINES:
        if pd.isna(told.loc[line, "low"]):
            told.loc[line] = float(data.draw(st.integers(1, 7)))
    after = nearest(full, told, weights, scales=SCALES).frame.loc[before.index]
    assert (after["least"] >= before["least"] - 1e-12).all()
    assert (after["most"] <= before["most"] + 1e-12).all()


@settings(max_examples=30)
@given(anything())
def test_a_sure_nearest_stays_so_however_the_blanks_turn_out(case) -> None:
    jobs, here, weights = case
    found = nearest(jobs, here, weights, scales=SCALES)
    if not found.sure:
        return
    for value in (1.0, 4.0, 7.0):
        again = nearest(jobs.fillna(value), here.fillna(value), weights, scales=SCALES).frame
        assert again.loc[found.frame.index[0], "least"] <= again["most"].min() + 1e-12


@settings(max_examples=30)
@given(anything(), st.integers(2, 9))
def test_it_hangs_on_ratios_of_weights_and_on_neither_order_nor_direction(case, times: int) -> None:
    jobs, here, weights = case
    found = nearest(jobs, here, weights, scales=SCALES).frame
    heavier = {line: times * counts for line, counts in weights.items()}
    turned = pd.DataFrame({"low": 8 - here["high"], "high": 8 - here["low"]})
    for other in (
        nearest(jobs, here, heavier, scales=SCALES).frame,
        nearest(jobs[::-1], here[::-1], weights, scales=SCALES).frame,
        nearest(8 - jobs, turned, weights, scales=SCALES).frame,
    ):
        pd.testing.assert_frame_equal(other.loc[found.index], found)


def test_a_job_like_it_in_everything_is_at_no_distance_and_of_what_is_unknown_nothing_is_nearest() -> None:
    jobs = pd.DataFrame({line: [2.0, 6.0] for line in LINES}, index=["Cook", "Editor"])
    same = pd.DataFrame({"low": [2.0] * 3, "high": [2.0] * 3}, index=list(LINES))
    found = nearest(jobs, same, dict.fromkeys(LINES, 1), scales=SCALES)
    assert (found.first, found.sure, found.frame.loc["Cook", "most"]) == ("Cook", True, 0)
    found = nearest(jobs, same * np.nan, dict.fromkeys(LINES, 1), scales=SCALES)
    assert (found.first, found.sure) == (None, False)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"weights": {"pace": 0}}, "the weight of 'pace' is 0"),
        ({"scales": {"pace": (7, 1)}}, "the scale of 'pace'"),
        ({"here": pd.DataFrame({"low": [9.0], "high": [9.0]}, index=["pace"])}, "low of 'pace' is 9"),
        ({"here": pd.DataFrame({"low": [3.0], "high": [None]}, index=["pace"])}, "one end only"),
        ({"here": pd.DataFrame({"low": [5.0], "high": [3.0]}, index=["pace"])}, "from 5 to 3"),
        ({"here": pd.DataFrame({"low": [3.0], "high": [3.0]}, index=["fun"])}, "the scale of 'fun'"),
        ({"jobs": pd.DataFrame({"pace": [8.0]}, index=["Cook"])}, "'pace' of 'Cook' is 8"),
    ],
)
def test_what_cannot_be_compared_is_named(change: dict, told: str) -> None:
    whole = {
        "jobs": pd.DataFrame({"pace": [2.0]}, index=["Cook"]),
        "here": pd.DataFrame({"low": [3.0], "high": [3.0]}, index=["pace"]),
        "weights": {"pace": 1.0},
        "scales": {"pace": (1.0, 7.0)},
    } | change
    with pytest.raises(PatternError, match=told):
        nearest(whole["jobs"], whole["here"], whole["weights"], scales=whole["scales"])
