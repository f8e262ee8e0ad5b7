"""Best against worst on plain frames."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns import PatternError, contrast

ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"


def jobs(**columns: list[float | None]) -> pd.DataFrame:
    size = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=[f"job {i}" for i in range(size)], dtype="Float64")


NINE = jobs(
    overall=[7, 7, 6, 5, 4, 4, 3, 2, 1],
    freedom=[7, 6, 6, 5, 2, 4, 2, 3, 1],
    hours=[2, 1, 3, 4, 4, 4, 6, 7, None],
    noise=[4, 4, 4, 4, 4, 4, 4, 4, 4],
)


def row(frame: pd.DataFrame, line: str, **more: object) -> pd.Series:
    return contrast(frame, **more).frame.set_index("line").loc[line]


def test_a_real_survey_gives_the_published_rank_correlations() -> None:
    survey = pd.read_csv(ATTITUDE, index_col="rownames")
    result = contrast(survey, "rating")
    rho = result.frame.set_index("line")["rho"].astype(float).round(2)
    assert rho.to_dict() == {
        "complaints": 0.83,
        "learning": 0.62,
        "raises": 0.60,
        "privileges": 0.48,
        "advance": 0.20,
        "critical": 0.05,
    }
    assert result.frame["line"].tolist() == list(rho.sort_values(ascending=False).index)
    assert (result.units, result.rated, result.missing) == (30, 30, "")
    assert result.groups.value_counts().to_dict() == {"best": 10, "middle": 11, "worst": 9}


def test_rho_is_scipys() -> None:
    stats = pytest.importorskip("scipy.stats")
    survey = pd.read_csv(ATTITUDE, index_col="rownames")
    for line, rho in contrast(survey, "rating").frame[["line", "rho"]].itertuples(index=False):
        assert rho == pytest.approx(stats.spearmanr(survey[line], survey["rating"]).statistic)


def test_counts_pairs_and_difference_by_hand() -> None:
    freedom = row(NINE, "freedom")
    assert (freedom["n"], freedom["n_best"], freedom["n_worst"]) == (9, 3, 3)
    assert (freedom["best_high"], freedom["worst_high"]) == (3, 0)
    assert (freedom["pairs_higher"], freedom["ties"], freedom["pairs"], freedom["difference"]) == (9, 0, 9, 1)


def test_a_blank_leaves_the_line_not_the_role() -> None:
    hours = row(NINE, "hours")
    assert (hours["n"], hours["n_best"], hours["n_worst"], hours["pairs"]) == (8, 3, 2, 6)
    assert (hours["best_high"], hours["worst_high"], hours["difference"]) == (0, 2, -1)
    assert contrast(NINE).rated == 9


def test_sorted_by_size_of_the_difference_then_of_rho_then_by_name() -> None:
    assert contrast(NINE).frame["line"].tolist() == ["hours", "freedom", "noise"]  # -1 and 1; rho -.98, .94
    tie = jobs(overall=[3, 2, 1], b=[3, 2, 1], a=[3, 2, 1])
    assert contrast(tie).frame["line"].tolist() == ["a", "b"]


def test_a_constant_line_has_no_difference_and_says_so() -> None:
    noise = row(NINE, "noise")
    assert (noise["difference"], noise["ties"]) == (0, 9)
    assert noise["rho"] is pd.NA
    assert noise["missing"] == "Every rated job has the same value, 4."


@pytest.mark.parametrize(
    ("outcome", "best", "worst"),
    [
        ([7, 5, 1], 1, 1),
        ([7, 1], 1, 1),
        ([7, 7, 7, 7, 5, 4, 3, 2, 1], 4, 3),  # a cut between equal sevens would be arbitrary
        ([7, 7, 6, 6, 5, 4, 2, 2, 1], 2, 3),
        ([6, 6, 6, 6, 6, 3], 5, 1),
        ([8, 7, 6, 5, 4, 3, 2, 1], 3, 3),
        ([4, 4, 4], 0, 0),
        ([4], 0, 0),
        ([], 0, 0),
        ([None, None], 0, 0),
    ],
)
def test_thirds(outcome: list[float | None], best: int, worst: int) -> None:
    groups = contrast(jobs(overall=outcome)).groups
    assert (groups.eq("best").sum(), groups.eq("worst").sum()) == (best, worst)
    assert groups.notna().tolist() == [value is not None for value in outcome]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ([], "No job has been given how it went yet; give it for at least two."),
        ([None, 5], "Only 'job 1' has been given how it went; give it for at least one more job."),
        ([5, 5, 5], "All 3 jobs went equally well (5): none is a best or a worst one."),
    ],
)
def test_too_little_is_said_with_what_to_do(outcome: list[float | None], words: str) -> None:
    result = contrast(jobs(overall=outcome, pace=[3.0] * len(outcome)))
    assert result.missing == words
    assert result.frame["difference"].isna().all()
    assert result.frame["pairs"].tolist() == [0]


def test_what_a_line_still_needs_is_said_by_role_name() -> None:
    frame = jobs(overall=[7, 4, 1], empty=[None] * 3, half=[5, 4, None])
    missing = contrast(frame).frame.set_index("line")["missing"]
    assert missing["empty"] == "No job has a rating on this line yet."
    assert missing["half"] == "No rating among the worst jobs yet; rate this line for one of: job 2."


def test_episodes_are_brought_to_their_role_by_the_median() -> None:
    episodes = pd.DataFrame(
        {
            "role": ["A", "A", "A", "B", "C"],
            "overall": [7, 6, 1, 4, 1],
            "pace": [1, 2, 7, 3, None],
        },
        index=list("vwxyz"),
    )
    result = contrast(episodes, within="role")
    assert result.groups.to_dict() == {"A": "best", "B": "middle", "C": "worst"}
    assert (result.units, result.frame["n"].tolist()) == (3, [2])


def test_high_is_above_the_middle_of_the_scale() -> None:
    frame = jobs(overall=[3, 2, 1], pace=[4, 4, 5])
    assert row(frame, "pace")["best_high"] == 0
    assert row(frame, "pace", scales={"pace": (1, 5)})["best_high"] == 1
    percent = jobs(overall=[3, 2, 1], share=[60, 80, 20])
    assert row(percent, "share")[["low", "high"]].tolist() == [20, 80]
    assert row(percent, "share", scales={"share": (0, 100)})["best_high"] == 1


@pytest.mark.parametrize(
    ("frame", "more", "words"),
    [
        (jobs(overal=[1, 2]), {}, "no column 'overall'.*did you mean overal"),
        (pd.DataFrame(), {}, "no column 'overall'.*there are: none"),
        (NINE, {"within": "role"}, "no column 'role', asked for by within='role'"),
        (NINE, {"within": "overall"}, "is the outcome too"),
        (NINE.rename(index={"job 1": "job 0"}), {}, "2 rows are named 'job 0'; .*within="),
        (NINE.set_axis(["overall", "a", "a", "b"], axis=1), {}, "2 columns are named 'a'"),
        (NINE.assign(place="Leeds"), {}, "column 'place', row 'job 0': 'Leeds' is no number.*drop"),
        (NINE.assign(since=pd.Timestamp("2020-01-01")), {}, "column 'since' holds dates"),
        (NINE.assign(pace=np.inf), {}, "column 'pace', row 'job 0' is infinite"),
        (NINE, {"scales": {"freedom": (1, 5)}}, "'freedom' of 'job 0' is 7, outside its scale 1 to 5"),
        (NINE, {"scales": {"freedom": (7, 1)}}, r"scales\['freedom'\] is \(7, 1\); expected"),
        (NINE.assign(role=[None] + ["A"] * 8), {"within": "role"}, "row 'job 0' has no 'role'"),
    ],
)
def test_bad_input_is_named(frame: pd.DataFrame, more: dict[str, object], words: str) -> None:
    with pytest.raises(PatternError, match=words):
        contrast(frame, **more)


def test_the_frame_given_is_left_as_it_was() -> None:
    before = NINE.copy(deep=True)
    contrast(NINE)
    pd.testing.assert_frame_equal(NINE, before)


ratings = st.one_of(st.none(), st.integers(1, 7))


@st.composite
def careers(draw: st.DrawFn) -> pd.DataFrame:
    roles = draw(st.integers(0, 12))
    columns = {"overall": draw(st.lists(ratings, min_size=roles, max_size=roles))}
    for name in ("c", "a", "b")[: draw(st.integers(0, 3))]:
        columns[name] = draw(st.lists(ratings, min_size=roles, max_size=roles))
    return jobs(**columns)


@given(careers(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_roles_and_lines_and_monotone_scales_change_nothing(
    frame: pd.DataFrame, random: object
) -> None:
    once = contrast(frame)
    rows, columns = list(frame.index), list(frame.columns)
    random.shuffle(rows)
    random.shuffle(columns)
    again = contrast(frame.loc[rows, columns])
    pd.testing.assert_frame_equal(once.frame, again.frame)
    pd.testing.assert_series_equal(once.groups, again.groups[frame.index], check_index=len(frame) > 0)
    stretched = contrast(frame**3)
    told = ["line", "n", "n_best", "n_worst", "pairs_higher", "pairs_lower", "ties", "difference", "rho"]
    pd.testing.assert_frame_equal(once.frame[told], stretched.frame[told])
    pd.testing.assert_series_equal(once.groups, stretched.groups)


@given(careers())
@settings(max_examples=60, deadline=None)
def test_laws_of_the_groups_and_counts(frame: pd.DataFrame) -> None:
    result = contrast(frame)
    went = frame["overall"]
    best, worst = (went[result.groups.eq(group)] for group in ("best", "worst"))
    rest = {
        "best": went[result.groups.ne("best")].dropna(),
        "worst": went[result.groups.ne("worst")].dropna(),
    }
    assert best.empty == worst.empty == bool(result.missing)
    if not best.empty:
        assert best.min() > rest["best"].max()
        assert worst.max() < rest["worst"].min()
    turned = contrast(frame.assign(overall=8 - went))
    assert turned.groups.replace({"best": "worst", "worst": "best"}).equals(result.groups)
    assert (result.frame["difference"].dropna().sort_index() == -turned.frame["difference"].dropna()).all()
    lines = result.frame
    assert (lines["pairs_higher"] + lines["pairs_lower"] + lines["ties"] == lines["pairs"]).all()
    assert (lines["pairs"] == lines["n_best"] * lines["n_worst"]).all()
    assert lines["difference"].dropna().between(-1, 1).all()
    assert lines["rho"].dropna().between(-1 - 1e-9, 1 + 1e-9).all()


@given(careers())
@settings(max_examples=30, deadline=None)
def test_a_role_without_any_rating_changes_no_line(frame: pd.DataFrame) -> None:
    blank = pd.DataFrame(pd.NA, index=["blank"], columns=frame.columns, dtype="Float64")
    more = contrast(pd.concat([frame, blank]))
    pd.testing.assert_frame_equal(more.frame, contrast(frame).frame)
    assert more.units == len(frame) + 1
