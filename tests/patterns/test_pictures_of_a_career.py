"""Shift, liking, wanted levels, stated weights, what can be borne, and noise in the shape of a career."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import (
    PatternError,
    alike,
    contrast,
    halo,
    nearness,
    noise_like,
    shift,
    stated,
    two_lines,
)
from tests.late import Late

stats = Late("scipy.stats")

ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"


def jobs(**columns):
    size = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=[f"job {i}" for i in range(size)], dtype="Float64")


SIX = jobs(
    overall=[7, 7, 6, 3, 2, 1],
    freedom=[7, 6, 4, 4, 2, 1],
    chaos=[6, 2, 6, 6, 7, 2],
    backing=[7, 6, 6, 2, 1, 2],
    pace=[4, 4, 4, 7, 1, 6],
)


def of(table, line):
    return table.set_index("line").loc[line]


# --- shift ------------------------------------------------------------------------------------------------


def test_pairs_superiority_and_shift_by_hand():
    result = contrast(
        jobs(overall=[9, 9, 9, 1, 1, 1], freedom=[7, 6, 4, 4, 2, 1]), scales={"freedom": (1, 7)}
    )
    found = of(shift(result).frame, "freedom")
    assert (found["pairs_higher"], found["pairs"]) == (8, 9)
    assert found["superiority"] == pytest.approx(8.5 / 9)
    assert found["shift"] == 3  # of 0 2 2 3 3 4 5 5 6
    assert (found["shift_low"], found["shift_high"], found["level"]) == (0, 6, pytest.approx(0.9))


@pytest.mark.parametrize(
    ("side", "level"), [(2, 2 / 3), (3, 0.9), (4, 1 - 2 / 70), (5, 1 - 8 / 252), (6, 1 - 38 / 924)]
)
def test_the_interval_has_the_level_that_exists(side, level):
    frame = jobs(overall=[9] * side + [1] * side, line=list(range(2 * side)))
    assert of(shift(contrast(frame)).frame, "line")["level"] == pytest.approx(level)


def test_no_interval_where_none_exists():
    assert pd.isna(of(shift(contrast(jobs(overall=[2, 1], line=[2, 1]))).frame, "line")["level"])
    blank = shift(contrast(jobs(overall=[3, 2, 1], line=[2, None, None])))
    assert of(blank.frame, "line")[["superiority", "shift", "level"]].isna().all()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 1000), min_size=8, max_size=8, unique=True))
def test_the_interval_holds_the_shifts_a_permutation_test_lets_stand(values):
    """Inverted by hand: all ways to part the roles, for shifts between any two gaps."""
    best, worst = np.array(values[:4]), np.array(values[4:])
    found = of(shift(contrast(jobs(overall=[9] * 4 + [1] * 4, line=values))).frame, "line")
    gaps = np.unique((best[:, None] - worst[None, :]).ravel())
    between = [*(gaps[:-1] + gaps[1:]) / 2, gaps[0] - 1, gaps[-1] + 1]
    for moved in between:
        ranks = stats.rankdata(np.concatenate([best - moved, worst]))
        sums = np.array([ranks[list(places)].sum() for places in combinations(range(8), 4)])
        tail = min((sums <= sums[0]).mean(), (sums >= sums[0]).mean())
        stands = 2 * tail > 1 - found["level"] + 1e-12
        assert stands == (found["shift_low"] < moved < found["shift_high"])


# --- liking -----------------------------------------------------------------------------------------------


def test_one_general_liking_is_seen_and_taken_out():
    survey = pd.read_csv(ATTITUDE, index_col="rownames")
    key = dict.fromkeys(survey.columns.drop("rating"), 1)
    found = halo(contrast(survey, "rating", key=key), key)
    assert found.directed == found.agreeing == 6
    assert 0.2 < found.together < 0.6
    complaints = of(found.frame, "complaints")
    assert complaints["tau"] == pytest.approx(
        stats.kendalltau(survey["complaints"], survey["rating"]).statistic
    )
    assert 0 < complaints["tau_centred"] < complaints["tau"]
    felt = jobs(overall=[1, 2, 3, 4, 5], a=[1, 2, 3, 4, 5], b=[2, 3, 4, 5, 6], c=[5, 4, 3, 2, 1])
    same = halo(contrast(felt), {"a": 1, "b": 1, "c": -1})
    assert same.together == 1
    assert same.frame["tau_centred"].isna().all()
    assert np.isnan(halo(contrast(felt), {"a": 1}).together)


# --- a middle that is best, weights, bearing --------------------------------------------------------------


def test_a_wanted_middle_is_seen_as_nearness():
    frame = nearness(SIX, {"pace": 4})
    assert "pace" not in frame
    assert of(contrast(frame).frame, "pace near what I want")["difference"] == 1
    assert abs(of(contrast(SIX).frame, "pace")["difference"]) < 0.5
    with pytest.raises(PatternError, match=r"no line 'pase'; did you mean pace\?"):
        nearness(SIX, {"pase": 4})


def test_stated_weights_beside_what_tracks():
    found = stated(SIX, {"chaos": 5, "freedom": 2})
    assert found.frame["criterion"].tolist() == ["chaos", "freedom"]
    assert found.frame["lived_rank"].tolist() == [2, 1]
    assert found.frame["apart"].tolist() == [1, -1]
    assert found.furthest == "chaos"
    row = found.frame.set_index("criterion").loc["freedom"]
    assert row["tau_low"] <= row["tau"] <= row["tau_high"]
    fewer = [
        stats.kendalltau(*SIX.drop(job)[["freedom", "overall"]].to_numpy(float).T)[0] for job in SIX.index
    ]
    assert (row["tau_low"], row["tau_high"]) == (pytest.approx(min(fewer)), pytest.approx(max(fewer)))
    with pytest.raises(PatternError, match="'money' has a weight but no ratings"):
        stated(SIX, {"money": 3})
    assert stated(SIX[["overall", "freedom"]], {"freedom": 3}).furthest == ""


def test_what_was_there_in_good_and_bad_alike():
    result = contrast(SIX)
    found = alike(result).frame.set_index("line")
    assert found.index.tolist() == ["chaos"]
    assert set(found["best"]["chaos"]) <= {"job 0", "job 1", "job 2"}
    assert found["worst"]["chaos"] == ("job 4",)


def test_two_lines_as_four_cells_of_names():
    found = two_lines(SIX.assign(chaos=SIX["chaos"].mask(SIX["chaos"].eq(7))), "chaos", "backing")
    assert found.left_out == ("job 4",)
    cells = {(row["chaos"], row["backing"]): row["roles"] for row in found.frame.to_dict("records")}
    assert cells == {
        (True, True): ("job 0", "job 2"),
        (True, False): ("job 3",),
        (False, True): ("job 1",),
        (False, False): ("job 5",),
    }
    assert found.frame["went"].iloc[0] == (7, 6)
    for one, other, words in (("chaos", "chaos", "name two"), ("chaos", "nap", "no line 'nap'")):
        with pytest.raises(PatternError, match=words):
            two_lines(SIX, one, other)


# --- noise ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [["a", "a"], [0, 1], [None, float("nan")]])
def test_noise_keeps_columns_of_one_name_or_of_none_apart(names):
    frame = pd.DataFrame([[1, 20], [3, 40], [5, 60]], columns=names)
    made = noise_like(frame, seed=1)
    pd.testing.assert_index_equal(made.columns, frame.columns)
    assert [sorted(made.iloc[:, place]) for place in (0, 1)] == [[1, 3, 5], [20, 40, 60]]


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 7)), min_size=6, max_size=6), min_size=1, max_size=4
    ),
    st.integers(0, 99),
)
def test_noise_keeps_values_and_blanks_of_every_column(columns, seed):
    frame = jobs(**{f"c{place}": column for place, column in enumerate(columns)})
    before = frame.copy(deep=True)
    made = noise_like(frame, seed)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(made, noise_like(frame, seed))
    assert (made.dtypes == frame.dtypes).all()
    pd.testing.assert_frame_equal(made.isna(), frame.isna())
    for column in frame:
        assert sorted(made[column].dropna()) == sorted(frame[column].dropna())
