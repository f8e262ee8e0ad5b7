"""The map and the career strip."""

import pandas as pd
import pytest
from matplotlib.patches import Polygon

from good_on_paper.charts import Words, career_strip
from good_on_paper.charts import role_map as draw_map
from good_on_paper.patterns import Contrast, role_map


def test_map_prints_every_number(nine: pd.DataFrame) -> None:
    chart = draw_map(role_map(nine, lines=["hours", "freedom"]), {"freedom": Words("Freedom")})
    ax = chart.figure().axes[0]
    rows = nine.sort_values("overall", ascending=False, kind="stable")
    expected = [
        "\N{EN DASH}" if pd.isna(value) else f"{value:g}"
        for column in ("overall", "hours", "freedom")
        for value in rows[column]
    ]
    assert [text.get_text() for text in ax.texts if text.get_label() == ""] == expected
    assert [text.get_text() for text in ax.texts if text.get_label() == "head"] == [
        "how it went",
        "hours",
        "Freedom",
    ]
    assert len(ax.collections[0].get_offsets()) == 26
    title = "1 of 2 circumstances was higher in my 3 best jobs than in the 3 that went least well; 1 lower."
    assert chart.title == title
    assert chart.table.shape == (9, 3)
    assert chart.small_print[1] == "9 jobs on 2 circumstances, 1 of 18 without a rating."


def test_a_number_of_an_own_definition_keeps_to_its_mark_and_a_word_stays_whole(nine: pd.DataFrame) -> None:
    nine["overall"] = nine["overall"].astype(float) + 1 / 3
    lines = ["hours", "freedom", "pace", "peers", "backing", "purpose"]
    jobs = nine.assign(**dict.fromkeys(lines[2:], nine["hours"]))
    chart = draw_map(role_map(jobs, lines=lines), {"peers": Words("Help among colleagues")})
    texts = chart.figure().axes[0].texts
    first = [text.get_text() for text in texts if text.get_label() == ""][:9]
    assert all(len(said) <= 3 for said in first)  # "5.3", where the table says it in full
    assert any("colleagues" in text.get_text().split("\n") for text in texts)
    assert any(said.startswith("Higher, lower or level: each job") for said in chart.small_print)


def test_map_shades_rise_with_the_value(nine: pd.DataFrame) -> None:
    nine["freedom"] = [1, 2, 3, 4, 5, 6, 7, 7, 7]
    ax = draw_map(role_map(nine, lines=["freedom"])).figure().axes[0]
    dots = ax.collections[0]
    by_row = dict(zip(map(tuple, dots.get_offsets()), map(tuple, dots.get_facecolors()), strict=True))
    names = [text.get_text() for text in ax.texts if text.get_label() == "name"]
    shades = [by_row[1.3, names.index(name)][0] for name in nine.index[:7]]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == 7


def test_the_job_that_goes_on_stands_apart_at_the_foot_of_a_map(nine: pd.DataFrame) -> None:
    best = nine["overall"].idxmax()
    alike, apart = draw_map(role_map(nine)), draw_map(role_map(nine), current=[best])
    assert alike.table.index[0] == apart.table.index[-1] == best
    assert apart.title == alike.title  # it counts like the others
    assert any("stands apart" in said for said in apart.small_print)
    assert not any("stands apart" in said for said in alike.small_print)
    hairs = apart.figure().axes[0].collections[-1].get_segments()
    assert max(hair[0][1] for hair in hairs) == len(nine) - 1.5


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_map_of_few_jobs(nine: pd.DataFrame, jobs: int) -> None:
    chart = draw_map(role_map(nine.iloc[:jobs]), names="letters")
    assert chart.svg()
    assert chart.table.index.tolist() == ["Job A", "Job B"][:jobs]


def roles(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["role", "started", "ended"]).set_index("role")
    start = {"2010": "2010-01-01", "2012-03": "2012-03-01", "2012": "2012-01-01"}
    end = {"2012": "2012-12-31", "2014": "2014-12-31", "2013-06": "2013-06-30", "now": "2026-11-22"}
    frame["start"] = pd.to_datetime(frame["started"].map(start))
    frame["end"] = pd.to_datetime(frame["ended"].map(end))
    return frame.assign(current=frame["ended"].eq("now"))


CAREER = roles(
    ("Cook", "2010", "2012"),
    ("Nurse", "2012", "2014"),
    ("Tutor", "2012-03", "2013-06"),
    ("Head", "2012", "now"),
)


def test_strip_counts_what_overlaps_and_not_what_follows() -> None:
    after = roles(("Tutor", "2012-03", "2013-06"), ("Chef", "2014", "now")).assign(
        start=pd.to_datetime(["2012-03-01", "2014-01-01"])
    )
    assert career_strip(after).title == "2 jobs from 2012 to now; never two at once."
    assert career_strip(CAREER).title == "4 jobs from 2010 to now; at least 3 at the same time."
    sure = roles(("Tutor", "2012-03", "2013-06"), ("Head", "2012-03", "now"))
    assert career_strip(sure).title == "2 jobs from 2012 to now; at most 2 at the same time."


@pytest.mark.parametrize("two", [(0, 1), (0, 2)])
def test_strip_says_never_two_at_once_only_where_the_dates_settle_it(two: tuple[int, int]) -> None:
    """When in 2012 the first ended and the other began, nobody said."""
    assert career_strip(CAREER.iloc[list(two)]).title.endswith(
        "; two may have overlapped: some dates are only years."
    )


def test_a_map_in_which_nothing_was_higher_begins_with_what_was() -> None:
    jobs = pd.DataFrame({"overall": [7, 4, 1], "hours": [1, 4, 7], "pace": [2, 4, 6], "noise": [3, 1, 3]})
    chart = draw_map(role_map(jobs.set_axis(list("abc"))))
    title = "2 of 3 circumstances were lower in my best job than in the one that went least well; 1 level."
    assert chart.title == title


def test_an_end_that_was_not_said_is_marked() -> None:
    known = CAREER.assign(end=CAREER["end"].where(CAREER.index != CAREER.index[0]))
    chart = career_strip(known)
    assert [text.get_text() for text in chart.figure().axes[0].texts].count("?") == 1
    assert "Question mark: no end date yet." in chart.small_print[0]
    assert "no end given" in chart.alt


def test_strip_bars_and_names_never_touch() -> None:
    figure = career_strip(CAREER).figure()
    figure.canvas.draw()
    ax = figure.axes[0]
    boxes = [artist.get_window_extent() for artist in [*ax.texts, *ax.patches]]
    assert len(boxes) == 8
    for i, one in enumerate(boxes):
        assert 0 <= one.x0 < one.x1 <= figure.bbox.x1
        assert not any(one.overlaps(other) for other in boxes[i + 1 :] if abs(one.y0 - other.y1) > 1)
    arrows = [
        bar for bar in ax.patches if isinstance(bar, Polygon) and len({tuple(c) for c in bar.get_xy()}) == 5
    ]
    assert len(arrows) == 4


def test_strip_says_how_it_went_only_when_given(result: Contrast) -> None:
    known = CAREER.set_axis(["Editor, Acme", "Coordinator, Golf", "Analyst, Foxtrot", "New"], axis=0)
    plain, told = career_strip(known), career_strip(known, result.groups)
    assert "How it went" not in plain.table
    assert told.table["How it went"].tolist() == ["best", "went least well", "between", "not said"]
    assert told.small_print[0].startswith("How it went: ")
    hatches = [bar.get_hatch() for bar in told.figure().axes[0].patches]
    assert hatches.count("/////") == 1
    assert all(bar.get_hatch() is None for bar in plain.figure().axes[0].patches)


def test_strip_without_years() -> None:
    bare = career_strip(roles(("Cook", None, None)))
    assert bare.title == "1 job, none with a year yet."
    assert bare.svg()
    assert career_strip(CAREER.iloc[:0]).svg()
    unended = career_strip(roles(("Cook", "2010", None)), names="letters")
    assert unended.title == "1 job; some dates are still missing."
    assert unended.table.loc["Job A", "To"] == "not said"
