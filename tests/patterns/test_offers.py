"""Offers side by side: who stays ahead whatever, what could change it, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, offers
from good_on_paper.patterns.offers import HALF_AGAIN, Offers, worst_margins
from tests.late import Late

linprog = Late("scipy.optimize", "linprog")

LOW, HIGH = 1.0, 7.0
few = settings(max_examples=25)  # small cases: five offers, six criteria


@st.composite
def cases(draw: st.DrawFn, least_offers: int = 2) -> tuple[pd.DataFrame, dict[str, float]]:
    """Offers as people have them: ratings in whole steps, some unknown; weights of 0 to 5."""
    n, k = draw(st.integers(least_offers, 5)), draw(st.integers(1, 6))
    cell = st.one_of(st.none(), st.integers(1, 7))
    rows = draw(st.lists(st.lists(cell, min_size=k, max_size=k), min_size=n, max_size=n))
    counts = draw(st.lists(st.integers(0, 5), min_size=k, max_size=k).filter(any))
    names = [f"criterion {c}" for c in range(k)]
    frame = pd.DataFrame(rows, columns=names, index=list("ABCDE")[:n], dtype=float)
    return frame, dict(zip(names, map(float, counts), strict=True))


def compared(case: tuple[pd.DataFrame, dict[str, float]], **more: Any) -> Offers:
    return offers(case[0], case[1], low=LOW, high=HIGH, **more)


def test_the_worst_margin_is_that_of_a_linear_programme() -> None:
    """1,000 pairs of offers with 15 criteria: ties, bands without width and weights without doubt among them.

    They share no weight, so one programme solves them all: the least sum is the sum of the least.
    """
    rng = np.random.default_rng(21)
    values = rng.integers(1, 8, (1000, 2, 15)).astype(float)
    values[:100, 1] = values[:100, 0]  # equal offers
    values[rng.random(values.shape) < 0.2] = np.nan
    counts, within = rng.integers(0, 6, (1000, 15)) + 0.5, rng.choice([1.0, HALF_AGAIN, 3.0], (1000, 1))
    low, high = np.where(np.isnan(values), LOW, values), np.where(np.isnan(values), HIGH, values)
    gap = low[:, 0] - high[:, 1]
    bounds = np.stack([counts / within, counts * within], axis=-1).reshape(-1, 2)
    solved = linprog(gap.ravel(), bounds=bounds, method="highs").x.reshape(1000, 15)
    expected = (solved * gap).sum(axis=1)
    for case in range(1000):
        few, many = counts[case] / within[case], counts[case] * within[case]
        found = worst_margins(low[case], high[case], few, many)[0, 1]
        assert found == pytest.approx(expected[case], rel=1e-12, abs=1e-12)
    names = [f"c{n}" for n in range(15)]
    for case in range(0, 1000, 50):
        frame = pd.DataFrame(values[case], index=["A", "B"], columns=names)
        told = offers(
            frame, dict(zip(names, counts[case], strict=True)), low=LOW, high=HIGH, within=within[case, 0]
        )
        assert told.margin.loc["A", "B"] == pytest.approx(expected[case] / counts[case].sum(), abs=1e-12)


@few
@given(cases())
def test_one_that_is_nowhere_better_is_never_ahead(case: tuple[pd.DataFrame, dict[str, float]]) -> None:
    frame = case[0]
    dominated = frame.fillna(LOW).min() - 1
    frame = pd.concat([frame, dominated.clip(lower=LOW).rename("poor").to_frame().T])
    found = compared((frame, case[1]))
    assert found.leader != "poor"
    assert not (found.margin.loc["poor"] > 0).any()


@few
@given(cases(), st.randoms(use_true_random=False))
def test_no_order_changes_what_is_found(case: tuple[pd.DataFrame, dict[str, float]], rng: Any) -> None:
    frame, weights = case
    rows, columns = list(frame.index), list(frame.columns)
    rng.shuffle(rows)
    rng.shuffle(columns)
    one, other = compared(case), compared((frame.loc[rows, columns], weights))
    assert (one.leader, one.ahead_now, set(one.open)) == (other.leader, other.ahead_now, set(other.open))
    pd.testing.assert_frame_equal(one.margin, other.margin.loc[one.margin.index, one.margin.columns])
    assert set(one.blanks[["offer", "criterion"]].itertuples(index=False, name=None)) == set(
        other.blanks[["offer", "criterion"]].itertuples(index=False, name=None)
    )


@few
@given(cases(), st.sampled_from([0.5, 3.0, 10.0]), st.integers(1, 7))
def test_neither_the_scale_of_weights_nor_what_is_equal_counts(
    case: tuple[pd.DataFrame, dict[str, float]], factor: float, same: int
) -> None:
    frame, weights = case
    before = compared(case)
    scaled = compared((frame, {name: weight * factor for name, weight in weights.items()}))
    equal = compared((frame.assign(equal=float(same)), {**weights, "equal": 4.0}))
    for after in (scaled, equal):
        assert (after.leader, after.ahead_now, after.open) == (before.leader, before.ahead_now, before.open)


@few
@given(cases(), st.integers(1, 7))
def test_a_band_that_narrows_decides_and_never_undecides(
    case: tuple[pd.DataFrame, dict[str, float]], value: int
) -> None:
    frame, weights = case
    before = compared(case).margin.to_numpy() > 0
    blanks = np.argwhere(frame.isna().to_numpy())
    if len(blanks):
        frame = frame.copy()
        frame.iloc[*blanks[0]] = float(value)
    assert (compared((frame, weights)).margin.to_numpy() > 0)[before].all()


@few
@given(cases())
def test_a_blank_that_could_change_it_does(case: tuple[pd.DataFrame, dict[str, float]]) -> None:
    """Put what was told into the frame, and the other one is ahead; all other blanks change nothing."""
    frame, weights = case
    found = compared(case)
    told = {(row.offer, row.criterion): row for row in found.blanks.itertuples()}
    middles = frame.fillna((LOW + HIGH) / 2)
    for row, column in np.argwhere(frame.isna().to_numpy()):
        offer, criterion = frame.index[row], frame.columns[column]
        ends = {}
        for end in (LOW, HIGH):
            tried = middles.copy()
            tried.loc[offer, criterion] = end
            ends[end] = offers(tried, weights, low=LOW, high=HIGH).ahead_now
        if (offer, criterion) in told:
            assert ends[HIGH] == offer
            otherwise = told[offer, criterion].otherwise
            assert ends[LOW] == (None if pd.isna(otherwise) else otherwise)
        else:
            assert not (ends[HIGH] == offer and ends[LOW] not in (offer, None))


def test_the_factor_of_a_weight_is_where_the_lead_changes() -> None:
    frame = pd.DataFrame({"say": [6, 3], "hours": [2, 5], "pay": [5, 4]}, index=["Mill", "Harbour"])
    weights = {"say": 3, "hours": 2, "pay": 1}
    found = offers(frame, weights, low=1, high=7)
    assert found.ahead_now == "Mill"
    assert found.weights.loc["hours", ["more", "more_to"]].tolist() == [pytest.approx(10 / 6), "Harbour"]
    for factor, ahead in ((10 / 6 - 0.01, "Mill"), (10 / 6 + 0.01, "Harbour")):
        changed = {**weights, "hours": 2 * factor}
        assert offers(frame, changed, low=1, high=7).ahead_now == ahead
    assert found.weights.loc["say", ["less", "less_to"]].tolist() == [pytest.approx(5 / 9), "Harbour"]
    assert found.weights.loc["pay"].isna().all()  # left out altogether, it still changes nothing


def test_a_clear_lead_and_an_open_one() -> None:
    frame = pd.DataFrame({"say": [6, 2], "hours": [6, None]}, index=["Mill", "Harbour"])
    clear = offers(frame, {"say": 3, "hours": 1}, low=1, high=7)
    assert (clear.leader, clear.open) == ("Mill", ("Mill",))
    assert clear.blanks.empty
    assert clear.margin.loc["Mill", "Harbour"] == pytest.approx((2 * 4 - 1.5) / 4)
    open_ = offers(frame, {"say": 1, "hours": 3}, low=1, high=pd.Series({"say": 7, "hours": 9}))
    assert (open_.leader, open_.open) == (None, ("Mill", "Harbour"))
    assert open_.blanks.to_dict("records") == [
        {
            "offer": "Harbour",
            "criterion": "hours",
            "low": 1.0,
            "high": 9.0,
            "turns": pytest.approx(22 / 3),
            "otherwise": "Mill",
        }
    ]


def test_a_tie_has_nobody_ahead_and_any_blank_decides_it() -> None:
    frame = pd.DataFrame({"say": [4, None]}, index=["Mill", "Harbour"])
    found = offers(frame, {"say": 1}, low=1, high=7)
    assert (found.leader, found.ahead_now) == (None, None)
    assert found.blanks["turns"].tolist() == [4.0]
    assert found.weights.isna().all().all()


def test_what_one_will_not_have_comes_before_any_sum() -> None:
    frame = pd.DataFrame({"say": [7, 2, 3]}, index=["Mill", "Harbour", "Ferry"])
    never = pd.DataFrame({"nights": [True, False, None]}, index=["Mill", "Harbour", "Ferry"], dtype=object)
    found = offers(frame, {"say": 1}, low=1, high=7, never=never)
    assert (found.out, found.leader) == (("Mill",), "Ferry")
    assert found.margin.index.tolist() == ["Harbour", "Ferry"]
    assert found.ask_first.to_dict("records") == [{"offer": "Ferry", "criterion": "nights"}]
    nobody = offers(frame, {"say": 1}, low=1, high=7, never=never.assign(nights=True))
    assert (nobody.leader, nobody.ahead_now, nobody.open) == (None, None, ())


@few
@given(cases(3), st.integers(0, 2))
def test_one_that_is_out_changes_nothing_among_the_others(
    case: tuple[pd.DataFrame, dict[str, float]], which: int
) -> None:
    frame = case[0]
    never = pd.DataFrame({"no": [n == which for n in range(len(frame))]}, index=frame.index)
    rest = frame.drop(frame.index[which])
    with_it, without = compared(case, never=never), compared((rest, case[1]))
    assert with_it.leader == without.leader != frame.index[which]
    pd.testing.assert_frame_equal(with_it.margin, without.margin)


def test_a_band_cell_by_cell() -> None:
    frame = pd.DataFrame({"say": [5, None]}, index=["Mill", "Harbour"])
    low = pd.DataFrame({"say": [4, 2]}, index=["Mill", "Harbour"])
    found = offers(frame, {"say": 1}, low=low, high=low + 1, within=1)
    assert (found.leader, found.margin.loc["Mill", "Harbour"]) == ("Mill", 1.0)
    wider = pd.DataFrame({"say": [6, 6]}, index=["Mill", "Harbour"])
    assert offers(frame, {"say": 1}, low=low, high=wider).leader is None


GOOD = pd.DataFrame({"say": [6, None], "pay": [4, 5]}, index=["Mill", "Harbour"])
ONES = {"say": 1, "pay": 1}


@pytest.mark.parametrize(
    ("values", "weights", "more", "said"),
    [
        ([1], ONES, {}, "frame is a list; expected a pandas.DataFrame, one row per offer"),
        (GOOD.iloc[:1], ONES, {}, "there is one offer; expected two or more"),
        (GOOD.iloc[[0, 0]], ONES, {}, "2 rows are named 'Mill'"),
        (GOOD.replace(4.0, 9), ONES, {}, r"'pay' of 'Mill' is 9, above high=7; correct the value"),
        (GOOD.assign(pay=["low", 5]), ONES, {}, "column 'pay', row 'Mill': 'low' is no number"),
        (GOOD, {"say": 1}, {}, "the weight of 'pay' is None; expected a number, 0 or more"),
        (GOOD, {**ONES, "pay": -1}, {}, "the weight of 'pay' is -1"),
        (GOOD, {**ONES, "hours": 1}, {}, "a weight for 'hours', which is no criterion; there are: say, pay"),
        (GOOD, dict.fromkeys(ONES, 0), {}, "all weights are 0"),
        (GOOD, ONES, {"low": 7, "high": 1}, "'say' of 'Mill' is 6, below low=7"),
        (GOOD, ONES, {"low": pd.Series({"say": 1})}, "low of 'pay' is None; expected a number"),
        (GOOD, ONES, {"low": GOOD}, "'say' of 'Harbour' has no value and no band"),
        (GOOD, ONES, {"low": GOOD.iloc[:1]}, "the offer 'Harbour' is missing in low"),
        (GOOD, ONES, {"within": 0.5}, "within=0.5; expected a factor of 1 or more"),
        (GOOD, ONES, {"never": pd.DataFrame({"no": [1]}, ["Mill"])}, "never, 'no' of 'Mill' is 1; expected"),
        (
            GOOD,
            ONES,
            {"never": pd.DataFrame({"no": [True]}, ["X"])},
            "never has a row 'X', which is no offer",
        ),
    ],
)
def test_what_cannot_be_compared_is_named(values: Any, weights: Any, more: Any, said: str) -> None:
    with pytest.raises(PatternError, match=said):
        offers(values, weights, **{"low": 1, "high": 7, **more})
