"""The barometer: its words hold at every look, its figures are those worked out by hand or published."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, barometer
from good_on_paper.patterns.lean_range import lean_range
from good_on_paper.patterns.own_bet import own_bet
from good_on_paper.patterns.plan_on import plan_on
from good_on_paper.patterns.rank_test import rank_test
from good_on_paper.patterns.scoring import brier
from good_on_paper.patterns.spending import Walk, first_calls, spend
from tests.late import Late

integrate = Late("scipy.integrate")
stats = Late("scipy.stats")
expit = Late("scipy.special", "expit")
logit = Late("scipy.special", "logit")

NFL = Path(__file__).parents[1] / "reference" / "calibration" / "nfl_games.csv"
CHANCES = st.lists(st.sampled_from([0, 5, 20, 35, 50, 60, 75, 80, 95, 100]), max_size=12)


def talks(chances: list[float], yes: list[bool | None], days: list[int] | None = None) -> pd.DataFrame:
    due = pd.Timestamp("2026-03-01") + pd.to_timedelta(days or range(len(chances)), unit="D")
    names = [f"talk {place:03}" for place in range(len(chances))]
    return pd.DataFrame({"chance": chances, "yes": pd.array(yes, "boolean"), "due": due}, names)


def calibrated(seed: int, many: int) -> tuple[np.ndarray, np.ndarray]:
    dice = np.random.default_rng(seed)
    chances = dice.choice(np.arange(2, 10) / 10, many)
    return chances, dice.random(many) < chances


# --- worked out by hand -----------------------------------------------------------------------------------


def test_at_most_three_of_seven_at_eighty() -> None:
    walk = Walk(np.full((1, 7), 0.8), budget=0, most=7)
    for n in range(1, 8):
        walk.step(n)
    assert walk.likely[0, :4].sum() == pytest.approx(0.033344, abs=1e-12)
    assert walk.likely[0, :8] == pytest.approx(stats.binom.pmf(range(8), 7, 0.8))


def test_four_noes_to_eighty_are_called_at_the_fourth_and_not_at_the_third() -> None:
    three = barometer(talks([80] * 3, [False] * 3))
    assert (three.word, three.called) == ("too few", 0)
    third = three.spending.set_index(["side", "n"]).loc[("high", 3)]
    assert third["may_spend"] == pytest.approx(0.0038, abs=5e-5)
    assert third["may_spend"] < 0.2**3
    assert third["spent"] == 0
    four = barometer(talks([80] * 4, [False] * 4))
    assert (four.word, four.called) == ("high", 4)
    fourth = four.spending.set_index(["side", "n"]).loc[("high", 4)]
    assert fourth["may_spend"] == pytest.approx(0.0048, abs=5e-5)
    assert fourth["spent"] == pytest.approx(0.2**4)
    assert fourth["called_at"] == 0
    assert four.plan_on(80) is not None
    assert three.plan_on(80) is None


def test_the_other_side_is_the_same_turned_round() -> None:
    low = barometer(talks([20] * 4, [True] * 4))
    assert (low.word, low.called) == ("low", 4)
    assert (low.lean_low, low.lean_high) == (-96, -7)
    assert low.spending.set_index(["side", "n"]).loc[("low", 4), "called_at"] == 4


def test_a_side_that_was_declared_gets_all_there_is_and_the_other_none() -> None:
    three = talks([90, 90, 80], [False] * 3)
    assert barometer(three).word == "high"  # .002 of .0038
    assert barometer(talks([80] * 3, [False] * 3), declared="high").called == 0  # .008 beyond .0075
    five = talks([50] * 6, [False] * 6)
    assert barometer(five).called == 0
    assert (
        barometer(five, declared="high").called
        == barometer(talks([50] * 6, [True] * 6), declared="low").called
    )
    assert barometer(talks([20] * 9, [True] * 9), declared="high").word != "low"


def test_a_hundred_is_reckoned_with_as_ninety_eight() -> None:
    found = barometer(talks([100, 100, 100], [True, True, False]))
    assert found.called == 0
    assert found.scores.score == pytest.approx(1 / 3)  # as it was said


def test_a_call_stays_called_whatever_comes_after_it() -> None:
    found = barometer(talks([80] * 24, [False] * 4 + [True] * 20))
    assert (found.word, found.called) == ("high", 4)
    assert found.spending.groupby("side")["n"].max()["high"] == 4


# --- beside what others reckon ----------------------------------------------------------------------------


def test_the_nfl_games_score_as_published_and_are_not_called() -> None:
    games = pd.read_csv(NFL, parse_dates=["date"])
    assert len(games) == 1889
    told = brier(games["prob1"].to_numpy(), games["prob1_outcome"].to_numpy())  # a tie is half a win
    assert told.score == pytest.approx(0.2201, abs=5e-5)
    assert told.base_rate == pytest.approx(0.2478, abs=5e-5)
    won = games[games["prob1_outcome"] != 0.5].iloc[-400:]  # all of them: benchmarks/honesty.py barometer
    frame = pd.DataFrame(
        {"chance": 100 * won["prob1"], "yes": won["prob1_outcome"].eq(1), "due": won["date"]}
    )
    found = barometer(frame)
    assert (found.word, found.counted) == ("no sign", 400)
    assert found.lean_low < 0 < found.lean_high


@given(CHANCES.filter(bool), st.randoms())
def test_the_score_is_the_sum_of_its_parts(chances: list[int], dice) -> None:
    said, came = np.array(chances) / 100, np.array([dice.random() < 0.5 for _ in chances])
    told = brier(said, came)
    assert told.score == pytest.approx(np.mean([(p - y) ** 2 for p, y in zip(said, came, strict=True)]))
    assert told.reliability - told.resolution + told.uncertainty == pytest.approx(told.score)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=9), st.data())
def test_the_rank_test_counts_all_ways_to_deal_out_the_yes(values: list[int], data) -> None:
    many = data.draw(st.integers(0, len(values)))
    came = np.array([place < many for place in range(len(values))])
    ranks = stats.rankdata(values)
    sums = [sum(ranks[list(one)]) for one in combinations(range(len(values)), many)]
    expected = np.mean(np.array(sums) >= ranks[came].sum()) if 0 < many < len(values) else 1.0
    assert rank_test(np.array(values, float), came) == pytest.approx(expected)


def test_the_rank_test_is_that_of_scipy_without_equals() -> None:
    dice = np.random.default_rng(3)
    for _ in range(5):
        values, came = dice.permutation(24).astype(float), dice.random(24) < 0.4
        theirs = stats.mannwhitneyu(values[came], values[~came], alternative="greater", method="exact")
        assert rank_test(values, came) == pytest.approx(theirs.pvalue)


def test_what_to_plan_on_is_the_integral_that_its_grid_stands_for() -> None:
    said, came = np.array([0.8, 0.8, 0.6, 0.9, 0.7]), np.array([False, False, True, False, False])

    def weight(slope: float, shift: float) -> float:
        true = expit(shift + slope * logit(said))
        prior = stats.norm.pdf(shift) * stats.norm.pdf(slope, 0.6, 0.4)
        return float(prior * np.prod(np.where(came, true, 1 - true)))

    def times(slope: float, shift: float) -> float:
        return weight(slope, shift) * float(expit(shift + slope * logit(0.8)))

    whole, _ = integrate.dblquad(weight, -5, 5, 0, 3, epsabs=1e-7)
    part, _ = integrate.dblquad(times, -5, 5, 0, 3, epsabs=1e-7)
    found = plan_on(80, said, came)
    assert found.plan == pytest.approx(100 * part / whole, abs=0.5)
    assert found.low < found.plan < found.high


# --- laws -------------------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([0.02, 0.2, 0.5, 0.65, 0.8, 0.95]), min_size=3, max_size=7))
def test_what_is_spent_is_exactly_the_chance_of_a_call(chances: list[float]) -> None:
    said = np.array(chances)
    often = 0.0
    for answers in product([False, True], repeat=len(chances)):
        came = np.array(answers)
        if spend(said, came, 0.2).called:
            often += float(np.prod(np.where(came, said, 1 - said)))
    never = spend(said, np.ones(len(said), bool), 0.2)
    assert often <= 0.2
    if not never.called:
        assert never.frame["spent"].iloc[-1] == pytest.approx(often)


@settings(max_examples=20, deadline=None)
@given(CHANCES, st.randoms())
def test_rows_of_chances_are_called_as_each_alone(chances: list[int], dice) -> None:
    said = np.clip(np.array([[c / 100 for c in chances], [c / 200 for c in chances]]), 0.02, 0.98)
    came = np.array([dice.random() < 0.3 for _ in chances], dtype=bool)
    assert first_calls(said, came, 0.1).tolist() == [spend(row, came, 0.1).called for row in said]


@settings(max_examples=15, deadline=None)
@given(CHANCES, st.data())
def test_the_order_of_typing_changes_nothing(chances: list[int], data) -> None:
    yes = [data.draw(st.sampled_from([True, False, None])) for _ in chances]
    days = [data.draw(st.integers(0, 4)) for _ in chances]  # with ties
    frame = talks(chances, yes, days)
    order = data.draw(st.permutations(range(len(chances))))
    one, other = barometer(frame), barometer(frame.iloc[list(order)])
    assert repr(one) == repr(other)
    pd.testing.assert_frame_equal(one.frame, other.frame)


@settings(max_examples=15, deadline=None)
@given(CHANCES, st.data())
def test_open_ones_never_enter_and_hold_up_those_behind_them(chances: list[int], data) -> None:
    yes = [data.draw(st.booleans()) for _ in chances]
    alone = barometer(talks(chances, yes))
    more = barometer(talks([*chances, 90, 10], [*yes, None, None]))
    said = (alone.word, alone.called, alone.lean_low, alone.lean_high, alone.bet, alone.yes)
    assert (more.word, more.called, more.lean_low, more.lean_high, more.bet, more.yes) == said
    at = data.draw(st.integers(0, len(chances)))
    held = barometer(talks([*chances[:at], 50, *chances[at:]], [*yes[:at], None, *yes[at:]]))
    until = barometer(talks(chances[:at], yes[:at]))
    assert (held.word, held.called, held.counted) == (until.word, until.called, at)
    assert held.held_up == len(chances) - at


@given(st.lists(st.sampled_from([0.02, 0.2, 0.5, 0.8, 0.98]), min_size=1, max_size=6))
def test_on_average_the_bet_wins_nothing_if_the_numbers_are_right(chances: list[float]) -> None:
    said = np.array(chances)
    for declared in (None, "high", "low"):
        mean = sum(
            float(np.prod(np.where(came, said, 1 - said))) * own_bet(said, came, declared)[-1]
            for came in map(np.array, product([False, True], repeat=len(chances)))
        )
        assert mean == pytest.approx(1)


def test_of_people_whose_numbers_are_right_few_are_called_or_lose_the_bet() -> None:
    called = beyond = 0
    for seed in range(300):
        chances, came = calibrated(seed, 30)
        called += bool(spend(chances, came, 0.02).called or spend(1 - chances, ~came, 0.02).called)
        beyond += bool((own_bet(chances, came) >= 20).any())
    assert called / 300 <= 0.06
    assert beyond / 300 <= 0.05


def test_the_range_keeps_the_truth_at_every_look() -> None:
    left_out = 0
    for seed in range(60):
        dice = np.random.default_rng(seed)
        said = dice.choice([0.5, 0.6, 0.7, 0.8, 0.9], 16)
        came = dice.random(16) < said - 0.2
        ranges = [lean_range(said[:n], came[:n], 0.04) for n in range(1, 17)]
        left_out += any(low is None or not low <= 20 <= high for low, high in ranges)
        for (low, high), (lower, higher) in zip(ranges[1:], ranges, strict=False):
            assert low is None or (lower <= low and high <= higher)  # it only ever narrows
    assert left_out / 60 <= 0.1


def test_no_single_lean_fits_numbers_that_are_off_both_ways() -> None:
    turned = barometer(talks([95] * 6 + [5] * 30, [False] * 6 + [True] * 30))
    assert (turned.lean_low, turned.lean_high, turned.out) == (None, None, None)


# --- what comes in ----------------------------------------------------------------------------------------


def test_nothing_yet() -> None:
    found = barometer(talks([], []))
    assert (found.word, found.counted, found.bet, found.better_felt) == ("too few", 0, 1.0, None)
    assert np.isnan(found.said)
    assert found.frame.empty


def test_rows_without_a_chance_or_a_day_are_no_part_of_it() -> None:
    frame = talks([80, 80], [False, False])
    frame.loc["from memory"] = [None, False, pd.Timestamp("2026-02-01")]
    frame.loc["no day"] = [50, None, pd.NaT]
    assert barometer(frame).counted == 2


def test_the_better_felt_ones_are_asked_for_once_at_twenty_four() -> None:
    chances, yes = [10] * 12 + [90] * 12, [False] * 12 + [True] * 12
    assert barometer(talks(chances[:23], yes[:23])).better_felt_do_better is None
    told = barometer(talks(chances, yes))
    assert told.better_felt_do_better is True
    more = barometer(talks([*chances, 90, 90, 90], [*yes, False, False, False]))
    assert more.better_felt == told.better_felt


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"chance": [80, 101]}, r"column 'chance', row 'talk 001': 101; expected a number from 0 to 100"),
        ({"chance": ["80", "lots"]}, "row 'talk 001': 'lots'; expected a number from 0 to 100"),
        ({"yes": [True, "maybe"]}, "column 'yes', row 'talk 001': 'maybe'; expected True, False, or NA"),
        ({"due": [20260301, 20260302]}, "column 'due', row 'talk 000': 20260301; expected a date"),
        ({"due": ["2026-03-01", "soon"]}, "column 'due', row 'talk 001': 'soon'; expected a date"),
    ],
)
def test_a_value_of_another_kind_is_named(change: dict[str, list[object]], said: str) -> None:
    with pytest.raises(PatternError, match=said):
        barometer(talks([80, 60], [True, False]).assign(**change))


def test_what_is_missing_is_named() -> None:
    frame = talks([80, 60], [True, False])
    with pytest.raises(PatternError, match="no column 'felt', asked for by chance='felt'; there are: chance"):
        barometer(frame, chance="felt")
    with pytest.raises(PatternError, match="declared='rosy'; expected 'high', 'low'"):
        barometer(frame, declared="rosy")
    with pytest.raises(PatternError, match="two rows are named 'talk 000'"):
        barometer(pd.concat([frame, frame]))
    with pytest.raises(PatternError, match="frame is a list"):
        barometer([80, 60])
    with pytest.raises(PatternError, match="said=120 is no chance"):
        barometer(frame).plan_on(120)
