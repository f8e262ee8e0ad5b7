"""Which guesses were found the other way round."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns import FOUND, WORDS, against, contrast, nearness

WENT = [8, 7, 6, 5, 4, 3, 2, 1]
JOBS = pd.DataFrame({"overall": WENT, "hours": WENT, "room": WENT}, index=list("ABCDEFGH"), dtype=float)
PARTS = ("family", "word", "tau")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["guess", "exploratory"]),
            st.sampled_from(WORDS),
            st.floats(-1, 1),
            st.sampled_from([-1, 0, 1]),
        ),
        max_size=8,
    )
)
def test_it_takes_a_guess_with_a_word_and_a_direction(rows):
    names = [f"line {place}" for place in range(len(rows))]
    frame = pd.DataFrame(
        {"line": names} | {name: [row[place] for row in rows] for place, name in enumerate(PARTS)},
    )
    key = {name: row[3] for name, row in zip(names, rows, strict=True)}
    said = against(frame, key)
    turned = against(frame.assign(tau=-frame["tau"].astype(float)), key)
    assert not set(said) & set(turned)
    told = {
        name
        for name, (family, word, tau, direction) in zip(names, rows, strict=True)
        if family == "guess" and word in FOUND and direction and tau
    }
    assert {*said, *turned} == told
    assert against(frame, {}) == []


def of_columns(key, frame):
    return {line: way for line, way in key.items() if line in frame}


@pytest.mark.parametrize(("level", "said"), [(8, []), (1, ["hours near what I want"])])
def test_where_a_level_is_wanted_it_is_against_the_guess_to_be_further_off(level, said):
    near = nearness(JOBS, {"hours": level})
    key = {"hours": -1, "hours near what I want": 1, "room": 1}
    found = contrast(near, guesses=["hours near what I want", "room"], key=of_columns(key, near))
    assert set(found.frame["word"]) <= set(FOUND)
    assert against(found.frame, key) == said
    plain = contrast(JOBS, guesses=["hours", "room"], key=of_columns(key, JOBS))
    assert against(plain.frame, key) == ["hours"]
