"""A prediction and what came: distances, beside always saying the middle."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, look_back

step = st.integers(1, 7)


def told(pairs: list[tuple[int | None, int | None]]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["predicted", "came"], index=[f"thing {n}" for n in range(len(pairs))])


@settings(max_examples=25)
@given(st.lists(st.tuples(step, step), min_size=1, max_size=5))
def test_the_distance_is_none_when_it_came_as_said_and_the_same_the_other_way(pairs) -> None:
    found = look_back(told(pairs))
    assert look_back(told([(came, came) for _, came in pairs])).off == 0
    assert look_back(told([(came, said) for said, came in pairs])).off == found.off
    turned = look_back(told([(8 - said, 8 - came) for said, came in pairs]))
    assert (turned.off, turned.middle_off) == (found.off, found.middle_off)
    fours = look_back(told([(4, came) for _, came in pairs]))
    assert fours.off == found.middle_off


def test_what_has_not_come_waits_and_counts_nothing() -> None:
    found = look_back(told([(6, None), (5, 2), (None, 3)]))
    assert found.waiting == ("thing 0",)
    assert found.frame["off"].to_dict() == {"thing 1": 3.0}


def test_a_value_off_the_scale_is_named() -> None:
    with pytest.raises(PatternError, match="came of 'thing 0' is 8; expected a number from 1 to 7"):
        look_back(told([(6, 8)]))
