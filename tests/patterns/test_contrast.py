"""Best against worst on plain frames."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper import patterns
from good_on_paper.patterns import SHUFFLE, STANDS_OUT, TOO_FEW, WORDS, WORTH, PatternError, contrast

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
        ([], "You have not said how any job went yet; say it for at least two."),
        ([None, 5], "You have said how only 'job 1' went; say it for at least one more job."),
        ([5, 5, 5], "All 3 jobs went equally well (5): none stands at either end."),
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
    assert missing["empty"] == "No job has a rating on this yet."
    assert missing["half"] == "No rating among the worst jobs yet; rate one of: job 2."


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
        (
            NINE,
            {"scales": {"fredom": (1, 7)}},
            "scales: .* no column 'fredom'; did you mean freedom. Correct",
        ),
        (NINE, {"scales": {3: (1, 7)}}, "scales: there is no column '3'; there are: overall, freedom"),
        (NINE, {"key": {"fredom": 1}}, "key: there is no column 'fredom'; did you mean freedom"),
        (NINE, {"kin": ["fredom"]}, "kin: there is no column 'fredom'; did you mean freedom"),
        (NINE, {"guesses": ["overall"]}, "guesses: there is no line 'overall'; there are: freedom"),
        (NINE, {"scales": {"freedom": (7, 1)}}, r"scales\['freedom'\] is \(7, 1\); expected"),
        (NINE.assign(role=[None] + ["A"] * 8), {"within": "role"}, "row 'job 0' has no 'role'"),
        (NINE, {"key": "freedom"}, "key='freedom'; expected a line to 1, -1 or 0"),
        (NINE.rename(columns={"freedom": 0}), {"guesses": ["pase"]}, "no line 'pase'"),
        ([[1, 2]], {}, "frame is a list; expected a pandas.DataFrame"),
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


TOLD = [
    "line",
    "n",
    "tau",
    "p_adjusted",
    "p_adjusted_centred",
    "as_neat",
    "among",
    "family",
    "word",
    "rests_on",
]


@given(careers(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_words_do_not_hang_on_order_units_or_a_scale_stretched(frame: pd.DataFrame, random: object) -> None:
    key = {line: way for line, way in {"a": 1, "b": -1, "c": 1}.items() if line in frame}
    guesses = [line for line in ("a",) if line in frame]
    once = contrast(frame, guesses=guesses, key=key)
    rows, columns = list(frame.index), list(frame.columns)
    random.shuffle(rows)
    random.shuffle(columns)
    again = contrast(frame.loc[rows, columns], guesses=guesses, key=key)
    pd.testing.assert_frame_equal(once.frame[TOLD], again.frame[TOLD])
    factors = dict(zip(frame, (10, 0.25, 3, 100), strict=False))
    for other in (frame**3, frame.mul(pd.Series(factors)) + 2):
        moved = contrast(other, guesses=guesses, key=key).frame.set_index("line").loc[once.frame["line"]]
        pd.testing.assert_frame_equal(once.frame[TOLD], moved.reset_index()[TOLD])


@given(careers())
@settings(max_examples=40, deadline=None)
def test_less_to_spend_never_raises_a_word(frame: pd.DataFrame) -> None:
    key = {"a": 1} if "a" in frame else {}
    words = [contrast(frame, key=key, look=look).frame.set_index("line")["word"] for look in (1, 2, 3)]
    for more, less in pairwise(words):
        for line, word in more.items():
            assert WORDS.index(less[line]) <= WORDS.index(word)
    kin = contrast(frame, kin=list(frame)).frame["word"]
    assert set(kin) <= {TOO_FEW, SHUFFLE}


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (jobs(overall=[7, 6, 5, 4, 3, 2], same=[4] * 6), "Every rated job has the same value, 4."),
        (jobs(overall=[7, 6, 5, 4, 3, 2], same=[None] * 6), "No job has a rating on this yet."),
        (jobs(overall=[7, 6, 5, 4, 3, 2], once=[None, 4, *[None] * 4]), "No rating among the worst jobs yet"),
    ],
)
def test_a_line_that_cannot_tell_says_what_is_missing(frame: pd.DataFrame, words: str) -> None:
    found = contrast(frame, key={str(frame.columns[1]): 1}).frame.iloc[0]
    assert found["missing"].startswith(words)
    assert found["word"] in (TOO_FEW, SHUFFLE)
    assert found["p_adjusted"] is pd.NA or found["p_adjusted"] == 1


def test_no_outcome_and_two_jobs_say_what_is_missing() -> None:
    never = contrast(jobs(overall=[None] * 4, line=[1, 2, 3, 4]))
    assert (never.shuffles, never.frame["word"].tolist()) == (0, [TOO_FEW])
    assert "say it for at least two" in never.missing
    two = contrast(jobs(overall=[7, 1], line=[7, 1]))
    assert two.frame["word"].tolist() == [TOO_FEW]


PLAIN = jobs(overall=[7, 6, 6, 5, 4, 3, 2, 1], a=[7, 6, 6, 5, 3, 4, 1, 2], b=[1, 5, 2, 6, 4, 3, 7, 2])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"guesses": ["c"]}, "guesses: there is no line 'c'; there are: a, b"),
        ({"guesses": "a"}, r"expected a list of lines: guesses=\['a'\]"),
        ({"guesses": ["overall"]}, "there is no line 'overall'"),
        ({"key": {"a": 2}}, r"key\['a'\] is 2; expected 1 .more is nicer."),
        ({"look": 0}, "look=0; expected 1 for the first look"),
        ({"look": 1.5}, "look=1.5; expected 1 for the first look"),
        ({"guesses": None}, "guesses=None; expected a list of lines"),
        ({"kin": "ab"}, r"kin='ab' is a word; expected a list of lines"),
        ({"outcome": 5}, "no column '5', asked for by outcome='5'"),
    ],
)
def test_arguments_at_fault_are_named(more: dict[str, object], words: str) -> None:
    with pytest.raises(PatternError, match=words):
        contrast(PLAIN, **more)


def test_columns_without_a_text_for_a_name_are_lines_as_any_other() -> None:
    """A frame made of an array has numbers for names; nothing said of its lines gets lost."""
    key = {"a": 1, "b": 1, "c": 1, "d": -1}
    more = jobs(c=[3, 5, 1, 7, 2, 6, 4, 4], d=[2, 2, 5, 4, 6, 1, 3, 7])
    plain = pd.concat([PLAIN, more], axis=1)
    numbered = plain.set_axis(range(5), axis=1)
    called = {column: str(place) for place, column in enumerate(plain)}
    one = contrast(plain, guesses=["a"], key=key, kin=["b"], scales={"c": (0, 9)})
    other = contrast(numbered, 0, guesses=[1], key={1: 1, 2: 1, 3: 1, 4: -1}, kin=[2], scales={3: (0, 9)})
    pd.testing.assert_frame_equal(
        one.frame.assign(line=one.frame["line"].map(called).astype("string")), other.frame
    )
    assert STANDS_OUT in other.frame["word"].tolist()
    for again in (patterns.parted(other, "median"), patterns.shift(other), patterns.halo(other, {1: 1})):
        assert set(again.frame["line"]) == {"1", "2", "3", "4"}
    assert patterns.two_lines(numbered, 1, 2, 0).left_out == ()
    assert patterns.stated(numbered, {1: 2, 2: 1}, 0).frame["criterion"].tolist() == ["1", "2"]
    with pytest.raises(PatternError, match="2 columns are named '1'"):
        contrast(numbered.set_axis([0, 1, "1", 3, 4], axis=1), 0)


@pytest.mark.parametrize("kind", [pd.Series, np.array, iter, tuple, set])
def test_guesses_are_taken_in_any_kind_of_list(kind: type) -> None:
    assert contrast(PLAIN, guesses=kind(["a"])).frame.set_index("line")["family"]["a"] == "guess"


def test_a_missing_date_is_a_blank_and_blank_names_are_counted() -> None:
    odd = PLAIN.assign(c=[1, 2, pd.NaT, 3, 4, None, pd.NA, np.nan])
    assert contrast(odd).frame.set_index("line")["n"]["c"] == 4
    with pytest.raises(PatternError, match="2 rows are named 'nan'"):
        contrast(PLAIN.set_axis([np.nan, np.nan, *"cdefgh"]))


def test_a_word_needs_directions_to_stand_out_and_more_than_one_role() -> None:
    more = jobs(c=[3, 5, 1, 7, 2, 6, 4, 4], d=[2, 2, 5, 4, 6, 1, 3, 7])
    frame = pd.concat([PLAIN, more], axis=1)
    alone = contrast(frame, guesses=["a"]).frame.iloc[0]
    assert (alone["line"], alone["word"], alone["p_adjusted_centred"]) == ("a", WORTH, pd.NA)
    key = {"a": 1, "b": 1, "c": 1, "d": -1}
    assert contrast(frame, guesses=["a"], key=key).frame["word"].iloc[0] == STANDS_OUT
    one = jobs(overall=[7, 4, 4, 4, 4, 4, 3, 3], a=[7, 4, 4, 4, 4, 4, 4, 4])
    assert contrast(one).frame["rests_on"].tolist() == ["job 0"]


def test_the_shuffles_are_counted_in_full() -> None:
    result = contrast(PLAIN, guesses=["a"])
    assert result.shuffles == 40_320
    found = result.frame.set_index("line")
    assert found["among"].to_dict() == {"a": 1, "b": 1}
    assert (found["as_neat"] / 40_320).astype(float).tolist() == found["p_adjusted"].astype(float).tolist()
    assert contrast(NINE).shuffles == 20_000
    first, later = (contrast(PLAIN, look=look).budget for look in (1, 2))
    assert (first, later) == (Fraction(45, 1000), Fraction(25, 10_000))
    assert contrast(PLAIN, budget=Fraction(0)).frame["word"].tolist() == [TOO_FEW] * 2


RATED = {"complaints": 1, "privileges": 1, "learning": 1, "raises": 1, "critical": -1, "advance": 1}


@pytest.mark.parametrize(
    "result",
    [
        found := contrast(pd.read_csv(ATTITUDE, index_col="rownames"), "rating", key=RATED),
        patterns.shift(found),
        patterns.halo(found, RATED),
        patterns.alike(found),
        patterns.stated(found.wide, {"raises": 3, "learning": 2}, "rating"),
    ],
    ids=lambda result: type(result).__name__,
)
def test_every_column_is_documented(result: object) -> None:
    told = type(result).__doc__ or ""
    assert [column for column in result.frame.columns if f"``{column}``" not in told] == []  # type: ignore[attr-defined]
