"""The chance figures against hand-counted cases and scipy."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns.chance import adjusted_p, shuffle
from good_on_paper.patterns.ranks import scores, scores_of, tau, without_liking
from tests.late import Late

stats = Late("scipy.stats")

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


@pytest.mark.parametrize("seed", range(12))
def test_many_roles_are_counted_as_in_whole_numbers(seed):
    rng = np.random.default_rng(seed)
    roles = (9, 16, 40, 70)[seed % 4]
    values = rng.integers(1, 8, (roles, 12)).astype(float)
    values[rng.random(values.shape) < 0.1 * (seed % 3)] = np.nan
    made, went = scores_of(values), scores_of(rng.integers(1, 8, (roles, 1)).astype(float))[:, 0]
    found = shuffle(made, went, seed=seed, shuffles=3_000)
    orders = np.random.default_rng(seed).permuted(np.tile(np.arange(roles), (3_000, 1)), axis=1)
    spread, sums, seen = (made**2).sum(axis=0), (went[orders] @ made) ** 2, (went @ made) ** 2
    falling = sorted(range(12), key=lambda line: Fraction(int(seen[line]), int(spread[line])), reverse=True)
    hits = 0
    for place, line in enumerate(falling):
        reaches = sums * spread[line] >= seen[line] * spread  # without a division
        hits = max(hits, int(reaches[:, falling[place:]].any(axis=1).sum()) + 1)
        assert (found.hits[line], found.as_neat[line]) == (hits, reaches.any(axis=1).sum())


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


def left_without_liking(frame, keyed):
    values = frame.to_numpy(dtype=float)
    directions = np.array([keyed.get(line, 0) for line in frame])
    left = without_liking(scores_of(values), ~np.isnan(values), directions)
    return pd.DataFrame(left, columns=frame.columns)


def test_general_liking_is_taken_out_only_with_the_directions():
    liking = np.array([0, 1, 2, 3, 4, 5])
    frame = pd.DataFrame({"nice": liking, "kind": liking + 1, "hard": 6 - liking, "pace": [3, 1, 4, 1, 5, 2]})
    keyed = {"nice": 1, "kind": 1, "hard": -1, "pace": 0}
    left = left_without_liking(frame, keyed)
    for line in ("nice", "kind", "hard"):
        assert set(left[line]) == {0}
    assert left["pace"].tolist() == scores(frame["pace"]).tolist()
    ignored = left_without_liking(frame, dict.fromkeys(frame, 1))
    assert len(set(ignored["hard"])) > 1


def by_fractions(frame, keyed):
    """What `without_liking` does, cell by cell."""
    parts = {
        line: [
            None if pd.isna(value) else Fraction(int(score), int(frame[line].notna().sum()) + 1)
            for score, value in zip(scores(frame[line]), frame[line], strict=True)
        ]
        for line in frame
    }
    left = {}
    for line, column in parts.items():
        left[line] = []
        for row, part in enumerate(column):
            felt = [
                keyed[of] * cells[row] for of, cells in parts.items() if keyed[of] and cells[row] is not None
            ]
            mean = sum(felt, Fraction()) / max(len(felt), 1)
            left[line].append(None if part is None else part - keyed[line] * mean)
    return {
        line: [
            0 if one is None else sum((one > other) - (one < other) for other in cells if other is not None)
            for one in cells
        ]
        for line, cells in left.items()
    }


@settings(deadline=None, max_examples=40)
@given(
    st.integers(1, 9).flatmap(
        lambda roles: st.lists(st.lists(ratings, min_size=roles, max_size=roles), min_size=1, max_size=5)
    ),
    st.lists(st.sampled_from([-1, 0, 1]), min_size=5, max_size=5),
)
def test_what_is_left_without_liking_is_exact(columns_, directions):
    frame = pd.DataFrame({str(i): column for i, column in enumerate(columns_)}, dtype=float)
    keyed = dict(zip(frame, directions, strict=False))
    assert left_without_liking(frame, keyed).to_dict("list") == by_fractions(frame, keyed)


def test_denominators_too_large_for_a_machine_word_stay_exact():
    dice = np.random.default_rng(8)
    frame = pd.DataFrame(dice.integers(1, 8, (60, 60)), columns=map(str, range(60)), dtype=float)
    frame = frame.mask(pd.DataFrame(np.triu(np.ones((60, 60), dtype=bool), 1), columns=frame.columns))
    keyed = dict.fromkeys(frame, 1)
    assert left_without_liking(frame, keyed).to_dict("list") == by_fractions(frame, keyed)


def test_as_neat_counts_the_shuffles_in_which_any_line_reaches_this_one():
    made = columns([[1, 2, 3, 4, 5], [1, 3, 2, 5, 4], [2, 2, 2, 2, 2]])
    went = scores(pd.Series([1.0, 2, 3, 3, 5]))
    found = shuffle(made, went)
    spread = (made**2).sum(axis=0)[:2]
    strongest = [
        max(
            Fraction(int(np.array(order) @ line) ** 2, int(of))
            for line, of in zip(made.T[:2], spread, strict=True)
        )
        for order in permutations(went)
    ]
    for place in range(2):
        seen = Fraction(int(went @ made[:, place]) ** 2, int(spread[place]))
        assert found.as_neat[place] == sum(one >= seen for one in strongest)
    assert (found.as_neat[2], found.shuffles, found.orders) == (120, 120, 120)
    assert found.within(Fraction(int(found.hits[0]), 120))[0]
    assert not found.within(Fraction(int(found.hits[0]), 120) - Fraction(1, 10**9))[0]
