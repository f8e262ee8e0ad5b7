"""What was said twice: counts and intervals against tables and scipy, and what may change none of them."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import FEWEST_PAIRS, KAPPA_FROM, PatternError, steadiness
from tests.late import Late

beta = Late("scipy.stats", "beta")
chi2 = Late("scipy.stats", "chi2")

FIGURES = ("within_one", "within_low", "within_high", "smallest", "smallest_high", "shift")
step = st.integers(1, 7)
PAIRS = st.lists(st.tuples(step, step), min_size=FEWEST_PAIRS, max_size=45)
BY_HAND = [(1, 1), (2, 3), (3, 3), (4, 6), (5, 5), (6, 5), (7, 7), (4, 1)]
"""Differences 0, 1, 0, 2, 0, -1, 0, -3: six of eight within a step, squares 15 in all, the mean -1 / 8."""
RATERS = (
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
)
"""Two raters of the data set `anxiety` of the R package irr; its kappa2(..., "squared") says 0.297."""
FORTY = (
    "2577713147446472141744577164367251311165",
    "1677516447447453141655577472667352414166",
)
"""Two answers to each of forty things, drawn by chance: a digit each."""
PEAK_FLOW = (
    [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427],
    [490, 397, 512, 401, 470, 611, 415, 431, 638, 429, 420, 633, 275, 492, 165, 372, 421],
)
"""Two readings of one meter, litres a minute: Bland and Altman (1986), Lancet 327: 307-310."""


def told(pairs: list[tuple[int, int]]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["first", "again"])


def test_the_figures_are_those_reckoned_by_hand() -> None:
    found = steadiness(told(BY_HAND))
    assert found.frame["difference"].tolist() == [0, 1, 0, 2, 0, -1, 0, -3]
    assert (found.within_one, len(found.frame), found.shift) == (6, 8, -0.125)
    assert found.smallest == pytest.approx(1.645 * math.sqrt(15 / 8))
    assert found.smallest_high == pytest.approx(1.645 * math.sqrt(15 / 2.733), rel=1e-3)
    # 6 of 8: the roots of P(X >= 6) and P(X <= 6) at .05
    assert (round(found.within_low or 0, 3), round(found.within_high or 0, 3)) == (0.400, 0.954)


def test_two_readings_of_a_meter_have_the_spread_that_was_published() -> None:
    found = steadiness(told(list(zip(*PEAK_FLOW, strict=True))), scale=(0, 1000))
    assert round((found.smallest or 0) / 1.645 / math.sqrt(2), 1) == 15.3


def test_kappa_is_the_published_one() -> None:
    found = steadiness(told(list(zip(*RATERS, strict=True))))
    assert found.kappa == pytest.approx(0.297, abs=0.0005)
    # cohen_kappa_score(weights="quadratic") of scikit-learn 1.9.1
    assert found.kappa == pytest.approx(0.29676511954992957)
    forty = [(int(first), int(again)) for first, again in zip(*FORTY, strict=True)]
    assert steadiness(told(forty)).kappa == pytest.approx(0.8104395604395604)


@settings(max_examples=30)
@given(PAIRS)
def test_the_limits_are_those_of_scipy(pairs: list[tuple[int, int]]) -> None:
    found, n = steadiness(told(pairs)), len(pairs)
    off = [again - first for first, again in pairs]
    total, differ = sum(d * d for d in off), sum(d != 0 for d in off)
    within = sum(abs(d) <= 1 for d in off)
    assert found.within_low == pytest.approx(
        beta.ppf(0.05, within, n - within + 1) if within else 0, abs=1e-9
    )
    assert found.within_high == pytest.approx(
        beta.ppf(0.95, within + 1, n - within) if within < n else 1, abs=1e-9
    )
    of_steps = beta.ppf(0.95, differ + 1, n - differ) if differ < n else 1
    assert found.smallest_high == pytest.approx(1.645 * max(total / chi2.ppf(0.05, n), of_steps) ** 0.5)


@settings(max_examples=30)
@given(PAIRS)
def test_kappa_is_that_of_the_table_of_all_pairs_and_only_from_twenty(pairs: list[tuple[int, int]]) -> None:
    """Cohen's own way: weights, a table of what was seen, and one of what chance would pair."""
    found, n = steadiness(told(pairs)).kappa, len(pairs)
    by_chance = sum((first - again) ** 2 for first, _ in pairs for _, again in pairs) / n**2
    if n < KAPPA_FROM or not by_chance:
        assert found is None
        return
    seen = sum((first - again) ** 2 for first, again in pairs) / n
    assert found == pytest.approx(1 - seen / by_chance)
    assert found <= 1


@settings(max_examples=30)
@given(PAIRS, st.randoms())
def test_nothing_hangs_on_the_order_or_on_which_end_is_called_high(pairs, chance) -> None:
    found = steadiness(told(pairs))
    mixed = steadiness(told(chance.sample(pairs, len(pairs))))
    turned = steadiness(told([(8 - first, 8 - again) for first, again in pairs]))
    back = steadiness(told([(again, first) for first, again in pairs]))
    for name in FIGURES[:-1]:
        for other in (mixed, turned, back):
            assert getattr(other, name) == pytest.approx(getattr(found, name))
    assert back.shift == turned.shift == pytest.approx(-(found.shift or 0))
    assert (found.smallest or 0) <= (found.smallest_high or 0)


def test_what_is_all_the_same_is_no_proof_that_nothing_ever_differs() -> None:
    found = steadiness(told([(4, 4)] * 20))
    assert (found.within_one, found.smallest, found.kappa) == (20, 0, None)
    assert found.smallest_high == pytest.approx(1.645 * (1 - 0.05 ** (1 / 20)) ** 0.5)


def test_fewer_than_eight_pairs_are_a_list_and_rows_without_an_answer_are_no_pairs() -> None:
    pairs = told(BY_HAND).assign(line="pace")
    pairs.loc[3, "again"] = None
    found = steadiness(pairs)
    assert (len(found.frame), found.left_out) == (7, 1)
    assert list(found.frame) == ["first", "again", "line", "difference", "within_one"]
    assert {getattr(found, name) for name in (*FIGURES, "kappa")} == {None}
    nothing = steadiness(told([]))
    assert (len(nothing.frame), nothing.within_one) == (0, None)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (told([(4, 8)]), "again of 0 is 8; expected a number from 1 to 7"),
        (told([(4, 4)]).drop(columns="again"), "no column 'again'; expected first and again"),
        (told([("four", 4)]), "'four'"),
        ([(4, 4)], "is a list; expected a pandas.DataFrame, one row per pair"),
    ],
)
def test_what_is_no_frame_of_pairs_is_named(pairs, said: str) -> None:
    with pytest.raises(PatternError, match=said):
        steadiness(pairs)
