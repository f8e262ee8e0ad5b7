"""Thirds, halves or the person's own marks: they change the counts, and no word of evidence."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import (
    MARKS,
    MEDIAN,
    THIRDS,
    WORDS,
    PatternError,
    contrast,
    parted,
    shift,
    upper_half,
)

OF_THE_TEST = [
    "tau",
    "p_adjusted",
    "p_adjusted_centred",
    "as_neat",
    "among",
    "shuffles",
    "rests_on",
    "n",
    "rho",
]

JOBS = pd.DataFrame(
    {"overall": [7, 6, 5, 4, 3, 2, 1], "pace": [7, 6, 2, 5, 3, 1, None]},
    index=list("ABCDEFG"),
    dtype="Float64",
)


@st.composite
def careers(draw: st.DrawFn) -> pd.DataFrame:
    roles = draw(st.integers(5, 9))
    values = st.lists(st.one_of(st.none(), st.integers(1, 7)), min_size=roles, max_size=roles)
    columns = {name: draw(values) for name in ("overall", "a", "b", "c", "d")}
    return pd.DataFrame(columns, index=[f"job {i}" for i in range(roles)], dtype="Float64")


@given(careers(), st.data())
@settings(max_examples=30, deadline=None)
def test_no_split_raises_a_word(frame: pd.DataFrame, data: st.DataObject) -> None:
    most = contrast(frame, guesses=["a"], key={"a": 1, "b": -1, "c": 1})
    words = most.frame.set_index("line")["word"]
    splits: list[object] = [MEDIAN]
    rated = frame.index[frame["overall"].notna()].tolist()
    if len(rated) > 1:
        marked = data.draw(st.lists(st.sampled_from(rated), min_size=2, unique=True))
        cut = data.draw(st.integers(1, len(marked) - 1))
        splits.append(dict.fromkeys(marked[:cut], "best") | dict.fromkeys(marked[cut:], "worst"))
    for split in splits:
        other = contrast(frame, guesses=["a"], key={"a": 1, "b": -1, "c": 1}, split=split)
        for line, word in other.frame.set_index("line")["word"].items():
            assert WORDS.index(word) <= WORDS.index(words[line])
        told = other.frame.set_index("line")[OF_THE_TEST]
        pd.testing.assert_frame_equal(told, most.frame.set_index("line").loc[told.index, OF_THE_TEST])
        again = parted(most, split)
        pd.testing.assert_frame_equal(again.frame, other.frame)
        pd.testing.assert_series_equal(again.groups, other.groups)
        assert (again.missing, again.split) == (other.missing, other.split)
    back = parted(parted(most, MEDIAN), THIRDS)
    pd.testing.assert_frame_equal(back.frame, most.frame)


@pytest.mark.parametrize(
    ("outcome", "best", "worst"),
    [
        ([4, 3, 2, 1], 2, 2),
        ([5, 4, 3, 2, 1], 2, 2),  # the one in between stays there
        ([7, 7, 7, 7, 1], 4, 1),
        ([5, 4, 4, 4, 3, 2], 4, 2),
        ([4, 4, 4], 0, 0),
        ([None, 2, 1], 1, 1),
    ],
)
def test_halves(outcome: list[float | None], best: int, worst: int) -> None:
    frame = pd.DataFrame({"overall": outcome}, index=range(len(outcome)), dtype="Float64")
    groups = contrast(frame, split=MEDIAN).groups
    assert (groups.eq("best").sum(), groups.eq("worst").sum()) == (best, worst)
    assert groups.notna().tolist() == [value is not None for value in outcome]


@given(st.lists(st.one_of(st.none(), st.integers(1, 7)), max_size=12))
def test_the_halves_are_apart_and_turn_with_the_scale(outcome: list[float | None]) -> None:
    frame = pd.DataFrame({"overall": outcome}, index=range(len(outcome)), dtype="Float64")
    groups = contrast(frame, split=MEDIAN).groups
    best, worst = (frame["overall"][groups.eq(group)] for group in ("best", "worst"))
    assert best.empty == worst.empty
    if not best.empty:
        assert best.min() > worst.max()
    turned = contrast(8 - frame, split=MEDIAN).groups
    assert turned.replace({"best": "worst", "worst": "best"}).equals(groups)


def test_own_marks_are_counted_wherever_they_stand_in_the_order() -> None:
    result = contrast(JOBS, split={"B": "worst", "C": "best", "F": "best"})
    assert result.split == MARKS
    assert result.groups.tolist() == ["middle", "worst", "best", "middle", "middle", "best", "middle"]
    row = result.frame.iloc[0]
    assert (row["n_best"], row["n_worst"], row["pairs_lower"], row["pairs"]) == (2, 1, 2, 2)
    assert shift(result).frame["shift"].tolist() == [-4.5]
    blank = contrast(
        JOBS.assign(overall=[7, None, 5, 4, 3, 2, 1]), split={"B": "best", "A": "best", "G": "worst"}
    )
    assert blank.groups["B"] is pd.NA  # how it went is not said


@pytest.mark.parametrize(
    ("split", "words"),
    [
        ("quarters", 'split=\'quarters\'; expected "thirds", "median"'),
        ({"Z": "best"}, "no job 'Z'; there are: A, B"),
        ({"A": "good"}, r"split\['A'\] is 'good'; expected \"best\" or \"worst\""),
        ({"A": "best"}, "marks no worst job that has 'overall'"),
    ],
)
def test_a_split_that_cannot_be_is_named(split: object, words: str) -> None:
    with pytest.raises(PatternError, match=words):
        contrast(JOBS, split=split)


@given(st.lists(st.one_of(st.none(), st.integers(1, 7)), max_size=12))
def test_the_upper_half_parts_no_equals_and_leaves_nobody_out(given_values: list[int | None]) -> None:
    values = pd.Series(given_values, dtype="Float64")
    upper, rated = upper_half(values), values.dropna()
    if rated.nunique() < 2:
        assert upper.isna().all()
        return
    assert upper.notna().equals(values.notna())
    assert rated[upper[rated.index]].min() > rated[~upper[rated.index]].max()
    cuts = [abs(int((rated >= cut).sum()) - len(rated) // 2) for cut in sorted(set(rated))[1:]]
    assert abs(int(upper.sum()) - len(rated) // 2) == min(cuts)
