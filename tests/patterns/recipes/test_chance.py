"""The shuffle number: the same as minimising every shuffle again, seeded, and honest about noise."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import minimise
from good_on_paper.patterns.recipes import Simplicity, chance


def noise(roles: int, conditions: int, seed: int, *, fuzzy: bool = False) -> pd.DataFrame:
    random = np.random.default_rng([seed, roles, conditions])
    values = random.integers(0, 2, (roles, conditions + 1)).astype(float)
    values[:2, -1] = 0, 1
    if fuzzy:
        values = np.abs(values - random.integers(0, 10, values.shape) / 20)
    return pd.DataFrame(values, columns=[*"ABCDEFGH"[:conditions], "Y"])


def simplicity(frame: pd.DataFrame, **cuts: float) -> Simplicity | None:
    try:
        solution = minimise(frame, **cuts)
    except PatternError:
        return None
    model = solution.simplest
    return Simplicity(len(solution.uncovered), len(model), sum(term.count("*") + 1 for term in model))


@settings(max_examples=25, deadline=None)
@given(
    st.integers(5, 16),
    st.integers(2, 5),
    st.integers(0, 999),
    st.booleans(),
    st.sampled_from([{}, {"incl_cut": 0.75}, {"incl_cut": 0.7, "pri_cut": 0.5}, {"n_cut": 2}]),
)
def test_it_equals_minimising_every_shuffle(roles, conditions, seed, fuzzy, cuts) -> None:
    frame = noise(roles, conditions, seed, fuzzy=fuzzy)
    observed = simplicity(frame, **cuts)
    if observed is None:
        with pytest.raises(PatternError):
            chance(frame, shuffles=12, seed=seed, **cuts)
        return
    found = chance(frame, shuffles=12, seed=seed, **cuts)
    shuffled = np.random.default_rng(seed).permuted(np.tile(frame["Y"], (12, 1)), axis=1)
    others = [simplicity(frame.assign(Y=went), **cuts) for went in shuffled]
    if "n_cut" in cuts:  # rows of unseen configurations are never explained, though a term may reach them
        assert found.simplicity[1:] == observed[1:]
        return
    assert found.simplicity == observed
    # a shuffle in which every configuration leads to the outcome is as simple as can be; nothing minimises it
    counted = sum(other is not None and other <= observed for other in others)
    assert counted <= found.as_simple <= counted + others.count(None)


def test_seeds_and_the_share() -> None:
    frame = noise(12, 4, 1)
    one, two = chance(frame, shuffles=200, seed=5), chance(frame, shuffles=200, seed=5)
    assert one == two
    assert one.p == (one.as_simple + 1) / 201
    assert chance(frame, shuffles=200, seed=6).shuffles == 200


def test_a_real_combination_is_rare_among_shuffles() -> None:
    random = np.random.default_rng(0)
    frame = pd.DataFrame(random.integers(0, 2, (20, 4)), columns=list("ABCD"))
    frame["Y"] = (frame["A"] & frame["B"]) | (frame["C"] & frame["D"])
    assert chance(frame, shuffles=500).p < 0.02


@pytest.mark.parametrize(
    ("conditions", "asked", "words"),
    [(9, {}, "9 conditions; shuffles are run for at most 8"), (3, {"shuffles": 0}, "shuffles is 0")],
)
def test_what_is_refused(conditions, asked, words) -> None:
    frame = pd.DataFrame(np.eye(conditions, dtype=int), columns=list("ABCDEFGHI")[:conditions])
    with pytest.raises(PatternError, match=words):
        chance(frame.assign(Y=[1, *[0] * (conditions - 1)]), **asked)
