"""Values dealt out in many orders at once are what numpy takes, however few or many there are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns.chance import in_orders, kind_for
from good_on_paper.patterns.dealt import dealt, narrow
from good_on_paper.patterns.ranks import scores_of
from good_on_paper.patterns.restricted import outcomes_in_time, restricted


@pytest.mark.parametrize("many", [1, 2, 40, 127, 128, 129, 255, 256, 300])
@pytest.mark.parametrize("largest", [1, 127, 128, 4_000])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_they_are_those_that_numpy_takes(many: int, largest: int, kind: type[np.floating]) -> None:
    dice = np.random.default_rng(many + largest)
    values = dice.integers(-largest, largest, many, endpoint=True)
    values[0] = -largest
    places = dice.integers(0, many, (many, 50))
    found = dealt(values, narrow(places), kind)
    assert found.dtype == kind
    assert (found == values[places]).all()
    assert (narrow(places) == places).all()


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(8, 20), st.integers(0, 3), st.booleans())
def test_outcomes_in_time_are_the_outcome_in_the_orders_that_drift_as_much(
    seed: int, roles: int, undated: int, tied: bool
) -> None:
    dice = np.random.default_rng(seed)
    went = dice.integers(1, 5 if tied else 1_000, (roles + undated, 1)).cumsum(axis=0) % 97
    outcome = scores_of(went.astype(float))[:, 0]
    dated = dice.permutation(roles + undated)[:roles]
    among = outcomes_in_time(outcome, dated, kind_for(len(outcome)))
    assert (among == in_orders(outcome, restricted(outcome, dated))).all()
