"""The swimmer plot, the step curve, what helped, and the three lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import Polygon

from good_on_paper.charts import Parted, bear_lists, how_often, step_curve, step_curves, swimmer, what_helped
from good_on_paper.patterns import in_parts, time_to_boredom

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts import Chart

MONTH = 365.2425 / 84
HELPS = {"game": "Making a game of it", "task": "Getting a different task"}


def marks_of(ax: Axes) -> list[str]:
    """Return the marker of every mark; those that look alike are drawn as one."""
    return [line.get_marker() for line in ax.lines for _ in line.get_xdata()]


def jobs(*rows: tuple[str, float | None, str, float | None, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["role", "lasted", "said", "weeks", "current"]).set_index("role")
    frame["set_in"] = frame["said"].isin(["after", "first_day"]).where(frame["said"] != "")
    numbers = dict.fromkeys(("lasted", "weeks"), "Float64")
    return frame.astype({**numbers, "current": "bool", "set_in": "boolean"})


CAREER = jobs(
    ("Cook", 95, "after", 8 * MONTH, False),
    ("Nurse", 113, "not_yet", 113, False),
    ("Tutor", 148, "after", 14 * MONTH, False),
    ("Clerk", 126, "first_day", 0, False),
    ("Carer", None, "after", 50, False),
    ("Baker", 40, "not_yet", 40, True),
    ("Guide", 130, "", None, False),
)


def says(chart: Chart) -> list[str]:
    return [str(text) for text in chart.table["It got dull"]]


def test_the_title_counts_each_way_it_can_be() -> None:
    assert swimmer(CAREER).title == (
        "Answered for 6 of my 7 jobs so far: in 3 it got dull after 8 to 14 months, in 1 from the first day; "
        "in 1 it had not got dull when the job ended, in 1 it has not so far."
    )
    assert swimmer(CAREER.drop("Guide")).title.startswith(
        "In 3 of my 6 jobs it got dull after 8 to 14 months,"
    )
    assert [swimmer(CAREER.loc[[*those, "Guide"]]).title for those in (["Cook"], ["Cook", "Tutor"])] == [
        "Answered for 1 of my 2 jobs so far: it got dull after 8 months.",
        "Answered for 2 of my 3 jobs so far: in both it got dull after 8 to 14 months.",
    ]
    assert swimmer(CAREER.loc[["Cook", "Tutor", "Carer", "Guide"]]).title == (
        "Answered for 3 of my 4 jobs so far: in all 3 it got dull after 8 to 14 months."
    )
    assert swimmer(CAREER.loc[["Nurse"]]).title == "In my one job it had not got dull when the job ended."
    assert swimmer(CAREER.loc[["Nurse", "Baker"]]).title == (
        "In 1 of my 2 jobs it had not got dull when the job ended, in 1 it has not so far."
    )
    assert swimmer(CAREER.loc[["Clerk", "Nurse"]]).title == (
        "In 1 of my 2 jobs it was dull from the first day; in 1 it had not got dull when the job ended."
    )
    assert swimmer(CAREER.loc[["Guide"]]).title == "I have not said yet when my one job got dull."
    assert swimmer(CAREER).small_print[1].startswith("7 jobs, 1 not answered.")


def test_soonest_on_top_then_those_left_before_then_the_silent() -> None:
    chart = swimmer(CAREER)
    assert chart.table.index.tolist() == ["Clerk", "Cook", "Carer", "Tutor", "Nurse", "Baker", "Guide"]
    assert says(chart) == [
        *("from the first day", "after 8 months", "after 11 months", "after 1 year 2 months"),
        *("not before it ended", "still not", "not said"),
    ]
    assert swimmer(CAREER, names="letters").table.index[0] == "Job D"


def test_only_the_first_day_is_hatched_and_only_what_goes_on_has_a_tip() -> None:
    ax = swimmer(CAREER).figure().axes[0]
    bars = [bar for bar in ax.patches if isinstance(bar, Polygon)]
    assert [bar.get_hatch() for bar in bars].count("/////") == 1
    tips = [bar for bar in bars if bar.get_xy()[1][0] < bar.get_xy()[2][0]]
    assert len(tips) == 1
    marks = marks_of(ax)
    assert marks.count("D") == 4
    assert marks.count("o") == 1  # left before: an open end, never a mark of its own


def test_how_it_ended_and_what_renewed_it_are_marked_and_the_key_names_what_occurs() -> None:
    plain = swimmer(CAREER.loc[["Cook", "Nurse"]])
    assert plain.small_print[0] == (
        "Filled: before it got dull; hollow: from then on. A diamond: when it got dull. "
        "An open circle: it ended before it got dull."
    )
    assert list(plain.table) == ["It got dull", "The job lasted"]
    told = CAREER.loc[["Cook", "Nurse", "Tutor", "Clerk", "Baker"]].assign(
        renewed=[("new_task", "time_off"), ("new_task",), ("nothing",), (), ()],
        ended=["left", "ran_out", "let_go", "", ""],
    )
    chart = swimmer(told)
    assert chart.table.loc["Cook"].tolist()[2:] == ["a new task, time off", "I left"]
    assert chart.table.loc["Baker"].tolist()[2:] == ["not said", "goes on"]
    assert chart.table.loc["Clerk"].tolist()[2:] == ["not said", "not said"]
    marks = marks_of(chart.figure().axes[0])
    assert (marks.count("^"), marks.count(">"), marks.count("|"), marks.count("x")) == (1, 1, 1, 1)
    key = chart.small_print[0]
    assert all(
        word in key for word in ("hatched", "A triangle", "I left,", "came to an end", "they ended it")
    )
    assert "An arrow" in key
    assert "Dashed" not in key
    assert "Dashed" in swimmer(CAREER.loc[["Carer"]]).small_print[0]
    assert "woken up by: a new task, time off, I left" in chart.alt


def test_what_woke_it_up_and_how_it_ended_never_lie_on_each_other() -> None:
    short = jobs(("Clerk", 52, "after", 51, False), ("Cook", 400, "after", 40, False))
    told = short.assign(renewed=[("new_task",)] * 2, ended=["ran_out"] * 2)
    ax = swimmer(told).figure().axes[0]
    inch = ax.get_xlim()[1] / (ax.get_position().width * ax.figure.get_figwidth())
    found = {line.get_marker(): sorted(line.get_xdata()) for line in ax.lines if line.get_marker() in "^|"}
    assert all(end - woke >= 0.15 * inch for woke, end in zip(found["^"], found["|"], strict=True))


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.floats(0, 2000)),
            st.sampled_from(["after", "not_yet", "first_day", ""]),
            st.floats(0.1, 2000),
            st.booleans(),
        ),
        max_size=12,
    )
)
@settings(max_examples=25, deadline=None)
def test_any_career_is_drawn_and_counted_whole(rows: list[Any]) -> None:
    weeks = {"first_day": lambda *_: 0.0, "after": lambda _, long: long, "not_yet": lambda long, _: long}
    frame = jobs(
        *(
            (f"Job {n}", lasted, said, weeks[said](lasted, after) if said else None, current)
            for n, (lasted, said, after, current) in enumerate(rows)
        )
    )
    chart = swimmer(frame)
    assert chart.svg(bare=True)
    assert len(chart.table) == len(frame)
    counted = [int(word) for word in chart.title.replace(";", "").split() if word.isdigit()]
    said = int((frame["said"] != "").sum())
    if 0 < said < len(frame):
        assert counted[:2] == [said, len(frame)]
    elif said > 1:
        assert counted[1] == said


def test_the_step_curve_says_half_only_where_it_falls_that_far() -> None:
    chart = step_curve(time_to_boredom(CAREER))
    assert chart.title == "Half of my jobs had got dull within 11 months."
    some = step_curve(time_to_boredom(CAREER), of=len(CAREER))  # of one job nothing was said
    assert some.title == "Half of the 6 jobs drawn here had got dull within 11 months."
    assert some.small_print[0].startswith("Drawn: 6 of my 7 jobs, the ones with an answer. Of 6 jobs, ")
    assert "Fay" in chart.figures[0]
    assert chart.table.loc["0"].tolist()[:3] == ["6", "1", "0"]
    level = step_curve(time_to_boredom(CAREER.loc[["Cook", "Nurse", "Baker"]]))
    assert level.title == "In 2 of my 3 jobs it has not got dull, or had not when the job ended."
    assert level.small_print[0] == "Of 3 jobs, 1 got dull; the other 2 ended first, or still go on."
    assert "no median" in level.figures[1]
    assert step_curve(time_to_boredom(CAREER.loc[["Clerk"]])).svg(bare=True)
    nothing = step_curve(time_to_boredom(CAREER.loc[["Guide"]]))
    assert nothing.svg(bare=True)


def test_the_step_curve_of_one_job_or_of_jobs_all_alike_says_no_half() -> None:
    one = [(f"Job {n}", 95, "after" if n == 0 else "", 30 if n == 0 else None, False) for n in range(5)]
    said = "In the one job I answered for, it got dull after 7 months."
    assert step_curve(time_to_boredom(jobs(*one))).title == said
    alike = [(f"Job {n}", 95, "after", 30, False) for n in range(3)]
    assert step_curve(time_to_boredom(jobs(*alike))).title == "In all my 3 jobs it got dull after 7 months."
    at_once = [(f"Job {n}", 95, "first_day", 0, False) for n in range(3)]
    said = "In all my 3 jobs it was dull from the first day."
    assert step_curve(time_to_boredom(jobs(*at_once))).title == said


def test_two_step_curves_say_the_half_of_each_and_claim_nothing() -> None:
    weeks = [0, 10, 20, 30, 40, 50, 60, 70]
    table = jobs(
        *((f"Job {n}", 95, "after" if week else "first_day", week, False) for n, week in enumerate(weeks))
    )
    few = pd.Series([True, False] * 4, table.index, dtype="boolean")
    chart = step_curves(*in_parts(table, few), Parted.by_cause("no point"))
    assert chart.title == (
        "Half of my 4 jobs with no point had got dull after 5 months; "
        "half of my 4 others had got dull after 7 months."
    )
    assert "nothing here is compared with chance" in chart.small_print[0]
    ax = chart.figure().axes[0]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["with no point", "the others"]
    assert chart.svg("dark", bare=True)
    assert len(chart.table) == len(weeks) + 1  # week 0 stands in both
    assert "dull for another reason" in chart.small_print[0]


def test_a_curve_ends_with_its_longest_job() -> None:
    weeks = [10, 20, 30, 40, 50, 60, 70, 80]
    table = jobs(*((f"Job {n}", 95, "after", week, False) for n, week in enumerate(weeks)))
    table["set_in"] = pd.array([True, False] * 4, dtype="boolean")
    few = pd.Series([True] * 4 + [False] * 4, table.index, dtype="boolean")
    for one, ends in ((few, 40), (~few, 80)):
        parts = in_parts(table, one)
        drawn = step_curves(*parts, Parted.by_cause("no point")).figure().axes[0].lines
        assert drawn[0].get_xdata()[-1] == pytest.approx(ends / MONTH)
        assert len(drawn[1].get_xdata()) == 2  # ticks of the two that were left


def test_curves_by_a_line_say_who_has_more_of_it_and_what_its_line_up_is_worth() -> None:
    weeks = [10, 20, 30, 40, 50, 60, 70, 80]
    table = jobs(*((f"Job {n}", 95, "after", week, False) for n, week in enumerate(weeks)))
    more = pd.Series([True] * 3 + [False] * 5, table.index, dtype="boolean")
    parted = Parted.by_line("Hours it took", 6, "worth asking about")
    chart = step_curves(*in_parts(table, more), parted)
    assert chart.title == (
        "Half of my 3 jobs with more “Hours it took” had got dull after 5 months; "
        "half of my 5 with less had got dull after 1 year 2 months."
    )
    assert chart.small_print[0].startswith("3 jobs with more “Hours it took”, 5 with less.")
    assert "More: rated 6 or above" in chart.small_print[0]
    assert chart.small_print[0].endswith("says: worth asking about.")
    assert chart.title in chart.alt
    assert {row.rpartition(",")[0] for row in chart.table.index} == {"with more “Hours it took”", "with less"}


def tries(*rows: tuple[str, str, bool, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["unit", "means", "helped", "dull_worst"])
    return frame.astype({"helped": "bool", "dull_worst": "Float64"})


def test_what_helped_is_said_of_the_very_dull_first() -> None:
    chart = what_helped(
        tries(
            ("a", "game", False, 6), ("b", "game", True, 2), ("b", "task", True, 2), ("c", "task", True, 7)
        ),
        HELPS,
    )
    assert chart.title == "When it was very dull, getting a different task helped the one time I tried it."
    assert chart.table.loc["Making a game of it"].tolist() == ["helped in 1 of 1 job", "helped in 0 of 1 job"]
    marks = marks_of(chart.figure().axes[0])
    assert (marks.count("P"), marks.count("x")) == (3, 1)


def test_how_much_it_helped_stands_beside_its_mark_and_ways_stand_together() -> None:
    frame = tries(
        ("a", "game", True, 6), ("b", "game", True, 6), ("b", "walk", False, 6), ("c", "task", True, 6)
    )
    frame["much"] = pd.array([None, 6, None, 2], dtype="Float64")
    labels = {"walk": "Stepping out", **HELPS}
    ways = {"walk": "do-away", "game": "think-toward", "task": "do-toward"}
    chart = what_helped(frame, labels, ways)
    assert chart.table.index.tolist() == ["Making a game of it", "Getting a different task", "Stepping out"]
    assert chart.table.loc["Making a game of it"].tolist() == [
        "helped in 2 of 2 jobs (how much: 6 of 7)",
        "towards it, thinking",
    ]
    texts = [text.get_text() for text in chart.figure().axes[0].texts]
    assert {"6", "2", "away from it,\ndoing"} <= set(texts)
    assert "1 a little, 7 a lot" in chart.small_print[0]
    assert "a little" not in what_helped(tries(("a", "game", True, 6)), HELPS).small_print[0]


def test_what_did_not_help_and_nothing_tried() -> None:
    chart = what_helped(tries(("a", "game", False, None), ("b", "game", False, None)), HELPS)
    assert chart.title == "So far nothing helped, though I tried 2 times."
    assert what_helped(tries(), HELPS).title == "I have not said yet what got me through the day."
    assert what_helped(tries(), HELPS).svg(bare=True)


def worries(*rows: tuple[str, str, float | None, float | None, float | None, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["label", "bears", "day", "moment", "micro", "not_again"])
    return frame.astype({**dict.fromkeys(("day", "moment", "micro"), "Float64"), "not_again": "bool"})


def test_three_lists_of_names_and_nothing_added_up() -> None:
    chart = bear_lists(
        worries(
            ("Too much at once", "fine", None, None, None, False),
            ("Raised voices", "while", 5, 2, None, False),
            ("A mistake in front of others", "while", 2, 4, 6, False),
            ("Being watched", "no", None, None, None, True),
            ("The plan changing", "", None, None, None, False),
        )
    )
    assert chart.title == "Of 4 things: 1 is fine, 2 for a while, 1 is not; 1 I won’t have again."
    assert chart.small_print[0].startswith("4 of 5 answered.")
    assert chart.table.loc["Raised voices"].tolist() == ["for a while", "5", "2", "not said", ""]
    texts = [text.get_text() for text in chart.figure().axes[0].texts]
    assert texts[:3] == ["Fine", "Too much at once", "For a while"]
    assert "The plan changing" not in texts
    assert "won’t have again" in texts


def test_a_job_in_which_it_was_otherwise_is_counted_in_the_list_and_named_in_the_table() -> None:
    frame = worries(("Raised voices", "while", 5, 2, None, False), ("The plan", "no", None, None, None, True))
    frame.index = pd.Index(["voices", "plan"])
    rows = [("voices", "Cook", "fine"), ("voices", "Nurse", "fine"), ("voices", "Clerk", "no")]
    otherwise = pd.DataFrame(rows, columns=["worry", "role", "bears"])
    chart = bear_lists(frame, otherwise)
    texts = [text.get_text() for text in chart.figure().axes[0].texts]
    assert "fine in 2 jobs, no in 1 job" in " ".join(texts)
    assert chart.title == bear_lists(frame).title  # of the person; jobs are not added in
    assert chart.table["Different in some jobs"].tolist() == ["fine: Cook, Nurse; no: Clerk", ""]
    letters = bear_lists(frame, otherwise, {"Cook": "Job A", "Nurse": "Job B", "Clerk": "Job C"})
    assert letters.table["Different in some jobs"].tolist() == ["fine: Job A, Job B; no: Job C", ""]
    assert "Different in some jobs" not in bear_lists(frame).table


def test_three_lists_of_nothing() -> None:
    for frame in (worries(), worries(("Too much", "", None, None, None, False))):
        assert bear_lists(frame).title == "I have not said yet what I can live with."
        assert bear_lists(frame).svg(bare=True)


def test_one_thing_is_no_count() -> None:
    one = bear_lists(worries(("Raised voices", "while", None, None, None, True)))
    assert one.title == "One thing: for a while; I won’t have it again."
    often = how_often(pd.DataFrame({"end": [7, None]}, list("AB"), dtype="Float64"), {"end": "An end"})
    assert often.title == "Often there in the one job I answered for: an end."
    assert often.small_print[0].endswith(" 1 of my 2 jobs answered.")


def test_how_often_it_was_there_has_a_ring_a_job_until_they_run_into_each_other() -> None:
    few = pd.DataFrame({"end": [1, 1, 7]}, list("ABC"), dtype="Float64")
    chart = how_often(few, {"end": "A job that could end any week"})
    assert chart.title == "Often there in 1 of 3 jobs: a job that could end any week."
    assert chart.small_print[0] == "A ring is a job. 3 jobs answered."
    (drawn,) = chart.figure().axes[0].lines
    assert sorted(drawn.get_xdata()) == pytest.approx([0.9, 1.1, 7])
    many = pd.DataFrame({"end": [1] * 30 + [7] * 10}, dtype="Float64")
    ax = how_often(many, {"end": "A job that could end any week"}).figure().axes[0]
    assert sorted(x for line in ax.lines for x in line.get_xdata()) == [1, 7]
    assert {"30", "10"} <= {text.get_text() for text in ax.texts}


def test_a_rough_length_is_told_as_one() -> None:
    """From June 2021 to some day in 2024: about 3 years, and not 3 years 1 month."""
    rough = jobs(("Cook", 161, "not_yet", 161, False), ("Nurse", 30, "after", 8, False)).assign(rough=True)
    told = swimmer(rough).table["The job lasted"]
    assert told.tolist() == ["about a year or less", "about 3 years"]
    assert swimmer(rough.assign(rough=False)).table.loc["Cook", "The job lasted"] == "3 years 1 month"
