"""Pay made fair: per year and per hour, the promised apart, and a scale by two amounts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, pay

few = settings(max_examples=25)
money = st.integers(0, 200_000)
hours = st.integers(0, 80)
maybe = st.one_of(st.none(), hours)


@st.composite
def jobs(draw: st.DrawFn) -> pd.DataFrame:
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "least": money,
                    "promised": st.one_of(st.none(), money),
                    "hours": st.integers(1, 60),
                    "unpaid": maybe,
                    "travel": maybe,
                }
            ),
            min_size=1,
            max_size=4,
        )
    )
    return pd.DataFrame(rows, index=[f"job {n}" for n in range(len(rows))])


@few
@given(jobs())
def test_a_promise_makes_a_band_and_takes_nothing_away(frame: pd.DataFrame) -> None:
    made, written = pay(frame).frame, pay(frame.drop(columns="promised")).frame
    assert made["year_low"].equals(written["year_low"])
    assert (made["year_high"] >= written["year_high"]).all()


@few
@given(jobs(), st.integers(1, 20))
def test_more_hours_for_the_same_money_are_never_worth_more_an_hour(frame: pd.DataFrame, more: int) -> None:
    for column in ("hours", "unpaid", "travel"):
        longer = frame.assign(**{column: pd.to_numeric(frame[column]).fillna(0) + more})
        assert (pay(longer).frame["hour_low"] <= pay(frame).frame["hour_low"]).all()
        assert pay(longer).frame["year_low"].equals(pay(frame).frame["year_low"])


@few
@given(jobs(), money, st.integers(1, 100_000), st.integers(2, 9), st.sampled_from(["year", "hour"]))
def test_another_currency_changes_nothing_on_the_scale(
    frame: pd.DataFrame, first: int, gap: int, rate: int, by: Any
) -> None:
    there = frame.assign(
        least=frame["least"] * rate, promised=pd.to_numeric(frame["promised"]).astype("Float64") * rate
    )
    here, other = (
        pay(told, amounts=(first * times, (first + gap) * times), by=by).frame[["low", "high"]].astype(float)
        for told, times in ((frame, 1), (there, rate))
    )
    pd.testing.assert_frame_equal(here, other)
    assert here.min(axis=None) >= 1
    assert here.max(axis=None) <= 7
    assert (here["low"] <= here["high"]).all()


def test_two_amounts_are_both_ends_of_the_scale_and_it_goes_no_further() -> None:
    frame = pd.DataFrame({"least": [29_000, 30_000, 34_000, 38_000, 60_000]}, index=list("ABCDE"))
    assert pay(frame, amounts=(30_000, 38_000)).frame["low"].tolist() == [1, 1, 4, 7, 7]


def test_what_is_not_known_stays_unknown() -> None:
    frame = pd.DataFrame({"least": [None, 30_000], "hours": [40, None]}, index=["A", "B"])
    made = pay(frame, amounts=(15.0, 20.0), by="hour").frame
    assert made[["hour_low", "low", "high"]].isna().all(axis=None)
    assert pay(frame).frame["low"].isna().all()


@pytest.mark.parametrize(
    ("columns", "more", "said"),
    [
        ({"least": [-1]}, {}, "least of 'A' is -1; expected 0 or more, or NA"),
        ({"least": [5], "most": [4]}, {}, "the pay of 'A' runs from 5 to 4; expected the lower first"),
        ({"bonus": [1]}, {}, "there is a column 'bonus'; expected some of least, most"),
        ({"least": [5]}, {"amounts": (7, 7)}, r"amounts=\(7, 7\); expected the first below the second"),
    ],
)
def test_what_cannot_be_is_named(columns: Any, more: Any, said: str) -> None:
    with pytest.raises(PatternError, match=said):
        pay(pd.DataFrame(columns, index=["A"]), **more)
