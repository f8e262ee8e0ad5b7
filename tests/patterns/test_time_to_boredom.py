"""Times until it set in: against published and frozen figures, and the laws that hold for any."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, in_parts, time_to_boredom
from tests.late import Late

CensoredData = Late("scipy.stats", "CensoredData")
binomtest = Late("scipy.stats", "binomtest")
ecdf = Late("scipy.stats", "ecdf")

FROZEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "reference" / "survival" / "lifelines.json").read_text(encoding="utf-8")
)


def jobs(time: list[float], observed: list[int]) -> pd.DataFrame:
    names = [f"Job {number}" for number in range(len(time))]
    columns = {"weeks": pd.array(time, dtype="Float64"), "set_in": pd.array(observed, dtype="boolean")}
    return pd.DataFrame(columns, index=names)


@pytest.mark.parametrize("name", FROZEN)
def test_the_curve_and_the_median_are_those_of_lifelines(name: str) -> None:
    known = FROZEN[name]
    found = time_to_boredom(jobs(known["time"], known["observed"]))
    share = found.frame.set_index("weeks")["share"]
    assert share.to_dict() == pytest.approx(dict(zip(known["at"], known["share"], strict=True)), abs=1e-9)
    assert found.median == known["median"]


def test_the_textbook_table() -> None:
    known = FROZEN["remission"]
    found = time_to_boredom(jobs(known["time"], known["observed"]))
    share = found.frame.set_index("weeks")["share"]
    assert share[[6, 7, 10, 13, 16, 22, 23]].round(4).tolist() == [
        0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]  # fmt: skip
    assert (found.roles, found.set_in, found.not_yet, found.median) == (21, 9, 12, 23)


TIMES = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=14)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=14))
def test_without_early_leavers_the_limits_are_those_of_a_share(time: list[int]) -> None:
    found = time_to_boredom(jobs([float(weeks) for weeks in time], [1] * len(time)))
    for row in found.frame.to_dict("records"):
        left = sum(weeks > row["weeks"] for weeks in time)
        exact = binomtest(left, len(time)).proportion_ci(method="exact")
        assert (row["low"], row["high"]) == pytest.approx((exact.low, exact.high), abs=1e-9)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=40))
def test_the_curve_is_that_of_scipy(said: list[tuple[int, bool]]) -> None:
    table = pd.DataFrame(said, columns=["weeks", "set_in"])
    weeks = table["weeks"].to_numpy(float)
    seen = table["set_in"].to_numpy(bool)
    theirs = ecdf(CensoredData(uncensored=weeks[seen], right=weeks[~seen])).sf
    ours = time_to_boredom(table).frame
    assert ours["share"].tolist() == pytest.approx(theirs.evaluate(ours["weeks"].to_numpy(float)).tolist())


@given(TIMES)
def test_the_curve_falls_within_its_limits(said: list[tuple[int, bool]]) -> None:
    table = time_to_boredom(jobs([float(weeks) for weeks, _ in said], [int(seen) for _, seen in said])).frame
    assert table["share"].is_monotonic_decreasing
    assert (table["low"] <= table["share"] + 1e-12).all()
    assert (table["share"] <= table["high"] + 1e-12).all()
    assert table["high"].is_monotonic_decreasing
    assert table["at_risk"].iloc[0] == len(said)
    assert int(table["set_in"].sum() + table["left"].sum()) == len(said)


@settings(max_examples=40)
@given(TIMES, st.randoms(use_true_random=False))
def test_the_order_of_roles_changes_nothing(said: list[tuple[int, bool]], random: Any) -> None:
    table = jobs([float(weeks) for weeks, _ in said], [int(seen) for _, seen in said])
    order = list(range(len(said)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(time_to_boredom(table).frame, time_to_boredom(table.iloc[order]).frame)


@settings(max_examples=40)
@given(TIMES)
def test_leaving_later_never_makes_it_set_in_sooner(said: list[tuple[int, bool]]) -> None:
    early = jobs([float(weeks) for weeks, _ in said], [int(seen) for _, seen in said])
    late = early.assign(weeks=early["weeks"].where(early["set_in"], early["weeks"] + 100))
    before, after = (time_to_boredom(table).frame for table in (early, late))
    for week, share in zip(before["weeks"], before["share"], strict=True):
        assert after.loc[after["weeks"] <= week, "share"].iloc[-1] >= share - 1e-12


def test_a_role_left_before_it_is_not_zero_and_not_never() -> None:
    found = time_to_boredom(jobs([10.0, 10.0, 20.0], [0, 0, 1]))
    assert found.frame.set_index("weeks")["share"].to_dict() == {0.0: 1.0, 10.0: 1.0, 20.0: 0.0}
    assert found.median == 20


def test_where_the_curve_does_not_fall_to_a_half_there_is_no_median() -> None:
    found = time_to_boredom(jobs([5.0, 30.0, 40.0, 50.0], [1, 0, 0, 0]))
    assert (found.median, found.median_low, found.median_high) == (None, None, None)


def test_from_the_first_day_counts_as_week_zero() -> None:
    found = time_to_boredom(jobs([0.0, 0.0, 8.0], [1, 1, 1]))
    assert found.frame["share"].tolist() == pytest.approx([1 / 3, 0])
    assert found.median == 0


def test_rows_without_a_number_and_no_rows_say_nothing() -> None:
    table = jobs([4.0, np.nan], [1, 0])
    assert time_to_boredom(table).roles == 1
    empty = time_to_boredom(table.iloc[:0])
    assert (empty.roles, empty.median, empty.frame["share"].tolist()) == (0, None, [1.0])


def test_the_limits_hold_for_times_left_early() -> None:
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        until, left = rng.exponential(30, 8), rng.exponential(60, 8)
        found = time_to_boredom(jobs(list(np.minimum(until, left)), list((until <= left).astype(int))))
        row = found.frame[found.frame["weeks"] <= 20].iloc[-1]
        held += row["low"] <= np.exp(-20 / 30) <= row["high"]
    assert held >= 190


@pytest.mark.parametrize("seed", range(6))
def test_the_limits_are_those_of_a_product_of_beta_variables(seed: int) -> None:
    """Drawn, not reckoned: each event takes a Beta(left, 1), the lower limit one more of those left.

    One beta variable of the same moments is off by up to a thirtieth, where but one role is left.
    """
    rng = np.random.default_rng([seed, 7])
    size = [4, 6, 9, 14, 25, 40][seed]
    table = jobs(
        rng.integers(1, 20, size).astype(float).tolist(), (rng.random(size) < 0.6).astype(int).tolist()
    )
    product = np.ones(50_000)
    for row in time_to_boredom(table).frame.to_dict("records"):
        for left in range(row["at_risk"], row["at_risk"] - row["set_in"], -1):
            product = product * rng.beta(left, 1, len(product))
        after = row["at_risk"] - row["set_in"] - row["left"]
        low = np.quantile(product * rng.beta(after, 1, len(product)), 0.025) if after else 0.0
        assert (row["low"], row["high"]) == pytest.approx((low, np.quantile(product, 0.975)), abs=0.035)


def test_two_parts_are_followed_only_where_so_many_could_be_told_apart() -> None:
    table = jobs([float(week) for week in range(1, 9)], [1] * 8)
    part = pd.Series([True] * 3 + [False] * 5, table.index, dtype="boolean")
    one, other = in_parts(table, part)
    assert (one.roles, other.roles, one.median, other.median) == (3, 5, 2, 6)
    two = part.mask(table["weeks"] == 3, other=False)
    assert in_parts(table, two) is None  # two against six
    assert in_parts(table, part.mask(table["weeks"] == 8)) is None  # three against four
    assert in_parts(table.iloc[:0], part.iloc[:0]) is None


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (jobs([1.0], [1]).rename(columns={"weeks": "days"}), "no column 'weeks'; there are: days, set_in"),
        (jobs([-1.0], [1]), "row 'Job 0', column 'weeks': -1; expected weeks from 0 on"),
        (jobs([float("inf")], [1]), "expected weeks from 0 on"),
        (
            jobs([1.0], [1]).assign(set_in=pd.array([None], dtype="boolean")),
            "row 'Job 0', column 'set_in': empty; expected True or False",
        ),
    ],
)
def test_what_cannot_be_read_is_named(table: pd.DataFrame, words: str) -> None:
    with pytest.raises(PatternError) as refused:
        time_to_boredom(table)
    assert words in str(refused.value)
