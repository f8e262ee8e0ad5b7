"""The chance figures against hand-counted cases and scipy."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from good_on_paper.patterns.chance import adjusted_p
from good_on_paper.patterns.ranks import scores, tau, without_liking

ratings = st.one_of(st.none(), st.integers(1, 7))


def columns(values):
    return np.column_stack([scores(pd.Series(column, dtype="float64")) for column in values])


def by_hand(lines, outcome):
    """Step-down max-T in exact fractions, an order at a time."""
    spread = (lines**2).sum(axis=0)
    seen = [
        Fraction(int(outcome @ line) ** 2, int(of)) if of else Fraction(-1)
        for line, of in zip(lines.T, spread, strict=True)
    ]
    falling = sorted((j for j in range(len(seen)) if spread[j]), key=lambda j: -seen[j])
    counts = dict.fromkeys(falling, 0)
    orders = [np.array(order) for order in permutations(outcome)]
    for order in orders:
        strength = {j: Fraction(int(order @ lines[:, j]) ** 2, int(spread[j])) for j in falling}
        for place, j in enumerate(falling):
            counts[j] += max(strength[other] for other in falling[place:]) >= seen[j]
    result = np.ones(len(seen))
    highest = 0.0
    for j in falling:
        highest = max(highest, counts[j] / len(orders))
        result[j] = highest
    return result


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.lists(ratings, min_size=5, max_size=5), min_size=1, max_size=4),
    st.lists(st.integers(1, 7), min_size=5, max_size=5),
)
def test_exact_figures_equal_those_counted_by_hand(lines, outcome):
    made, went = columns(lines), scores(pd.Series(outcome, dtype="float64"))
    if went.any():
        assert adjusted_p(made, went) == pytest.approx(by_hand(made, went), abs=1e-12)


@pytest.mark.parametrize("count", [5, 6, 7])
def test_one_line_equals_the_exact_test_of_scipy(count):
    rng = np.random.default_rng(count)
    line, outcome = (rng.integers(1, 8, count).astype(float) for _ in range(2))
    made, went = columns([line]), scores(pd.Series(outcome))
    peer = stats.permutation_test(
        (went,),
        lambda order: abs(float(order @ made[:, 0])),
        permutation_type="pairings",
        n_resamples=np.inf,
        alternative="greater",
    )
    assert adjusted_p(made, went)[0] == pytest.approx(peer.pvalue, abs=1e-12)


def test_a_perfect_order_of_eight_roles_comes_up_twice_in_40320():
    made = columns([range(8)])
    assert adjusted_p(made, made[:, 0])[0] == pytest.approx(2 / 40320)


def test_shuffles_above_eight_roles_are_near_the_exact_figure_and_never_nought():
    rng = np.random.default_rng(3)
    outcome = rng.integers(1, 8, 9).astype(float)
    made, went = columns(rng.integers(1, 8, (6, 9)).astype(float)), scores(pd.Series(outcome))
    drawn = adjusted_p(made, went, seed=1)
    exact = adjusted_p(made, went, seed=1, shuffles=200_000)
    assert drawn == pytest.approx(exact, abs=0.02)
    perfect = columns([range(20)])
    assert adjusted_p(perfect, perfect[:, 0], shuffles=999)[0] == 1 / 1000


def test_the_same_seed_gives_the_same_figures():
    rng = np.random.default_rng(4)
    made = columns(rng.integers(1, 8, (6, 12)).astype(float))
    went = made[:, 0]
    assert (adjusted_p(made, went, seed=5) == adjusted_p(made, went, seed=5)).all()


def test_more_lines_looked_at_never_make_a_figure_smaller():
    rng = np.random.default_rng(5)
    made = columns(rng.integers(1, 8, (10, 8)).astype(float))
    went = scores(pd.Series(rng.integers(1, 8, 8).astype(float)))
    assert (adjusted_p(made, went)[:4] >= adjusted_p(made[:, :4], went) - 1e-15).all()


@settings(deadline=None, max_examples=30)
@given(st.lists(ratings, min_size=6, max_size=6), st.permutations(range(6)))
def test_scores_are_whole_sum_to_nought_and_follow_the_roles(values, order):
    column = pd.Series(values, dtype="float64")
    assert scores(column).sum() == 0
    assert (scores(column.iloc[list(order)]) == scores(column)[list(order)]).all()
    assert (scores(column**3) == scores(column)).all()
    assert (scores(column)[column.isna()] == 0).all()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(ratings, st.integers(1, 7)), min_size=3, max_size=12))
def test_tau_equals_scipys(pairs):
    frame = pd.DataFrame(pairs, columns=["line", "outcome"], dtype="float64")
    rated = frame.dropna()
    peer = stats.kendalltau(rated["line"], rated["outcome"]).statistic if len(rated) > 1 else np.nan
    whole, without = tau(frame["line"], frame["outcome"])
    assert whole == pytest.approx(peer, abs=1e-12, nan_ok=True)
    for role in rated.index:
        fewer = rated.drop(role)
        peer = stats.kendalltau(fewer["line"], fewer["outcome"]).statistic if len(fewer) > 1 else np.nan
        assert without[role] == pytest.approx(peer, abs=1e-12, nan_ok=True)


def test_general_liking_is_taken_out_only_with_the_directions():
    liking = np.array([0, 1, 2, 3, 4, 5])
    frame = pd.DataFrame({"nice": liking, "kind": liking + 1, "hard": 6 - liking, "pace": [3, 1, 4, 1, 5, 2]})
    keyed = {"nice": 1, "kind": 1, "hard": -1, "pace": 0}
    left = without_liking(frame.astype(float), keyed)
    for line in ("nice", "kind", "hard"):
        assert len(set(left[line])) == 1
    assert left["pace"].tolist() == frame["pace"].tolist()
    ignored = without_liking(frame.astype(float), dict.fromkeys(frame, 1))
    assert len(set(ignored["hard"])) > 1


def test_equal_amounts_stay_equal_when_liking_is_taken_out():
    """3 - 10/3 and 4 - 13/3 are the same; in floats they are not."""
    frame = pd.DataFrame({"a": [3.0, 4.0, 5.0], "b": [3.0, 4.0, 1.0], "c": [4.0, 5.0, 1.0]})
    left = without_liking(frame, dict.fromkeys(frame, 1))
    assert left["a"].iloc[0] == left["a"].iloc[1]
    assert isinstance(left["a"].iloc[0], Fraction)
