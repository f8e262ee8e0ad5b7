"""The line-up: what it says, and which marks say it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from good_on_paper.catalogue import load
from good_on_paper.charts import Chart, ChartError, Words, lineup, lineups
from good_on_paper.charts.chart import NO_CAUSE
from good_on_paper.charts.style import THEMES, drawing
from good_on_paper.patterns import Contrast, contrast

ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"
FREEDOM = Words("Freedom", "I chose how to do the work", "every step was set for me", "I chose how to do it")


def marks(ax: Axes) -> list[Line2D]:
    return [line for line in ax.lines if line.get_marker() in ("o", "s")]


def drawn(chart: Chart) -> int:
    return sum(len(mark.get_xdata()) for mark in marks(chart.figure().axes[0]))


def labels(ax: Axes, gid: str) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_label() == gid]


def texts(chart: Chart) -> list[str]:
    figure = chart.figure()
    return [text.get_text() for text in [*figure.texts, *figure.axes[0].texts]]


def test_the_title_says_the_finding_in_counts(result: Contrast) -> None:
    title = "In 3 of my 3 best jobs I chose how to do the work; in none of the 3 that went least well."
    assert lineup(result, "freedom", FREEDOM).title == title
    hours = Words("Hours", "work took most of my week")
    low_end = (
        "In neither of my 2 best jobs with a rating, but in 2 of the 3 that went least well, "
        "work took most of my week."
    )
    assert lineup(result, "hours", hours).title == low_end
    nowhere = " was high: in none of my 3 best jobs and in none of the 3 that went least well."
    assert lineup(result, "noise").title.endswith(nowhere)


def test_rows_marks_and_numbers(result: Contrast) -> None:
    ax = lineup(result, "freedom", FREEDOM).figure().axes[0]
    names = labels(ax, "name")
    assert names[0] == "Fieldwork lead, Delta"
    assert names[-1] == "Project officer, Echo"
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # the first row is on top
    drawn = marks(ax)
    assert [(x, y) for mark in drawn for x, y in mark.get_xydata().tolist()] == [
        *((7, 0), (6, 1), (6, 2)),
        *((2, 6), (3, 7), (1, 8)),
        *((4, 3), (5, 4), (2, 5)),
    ]
    assert [mark.get_marker() for mark in drawn] == ["o", "s", "o"]
    filled = [mark.get_markerfacecolor() == mark.get_markeredgecolor() for mark in drawn]
    assert filled == [True, False, False]
    assert labels(ax, "tick") == [str(i) for i in range(1, 8)]
    said = [text.get_text() for text in ax.texts]
    assert {
        "every step was set for me",
        "I chose how to do it",
        "my 3 best",
        "3 between",
        "3 went least well",
    } <= set(said)
    numbers = [text for text in labels(ax, "") if text.isdigit()]
    assert numbers == ["7", "6", "6", "4", "5", "2", "2", "3", "1"]


def test_a_job_that_goes_on_has_no_colour_of_how_it_went(result: Contrast) -> None:
    current = ["Project officer, Echo"]
    [worst] = [
        mark
        for mark in marks(lineup(result, "freedom", FREEDOM).figure().axes[0])
        if mark.get_marker() == "s"
    ]
    drawn = marks(lineup(result, "freedom", FREEDOM, current=current).figure().axes[0])
    squares = {
        mark.get_markeredgecolor(): len(mark.get_xdata()) for mark in drawn if mark.get_marker() == "s"
    }
    assert squares == {worst.get_markeredgecolor(): 2, THEMES["light"].ink: 1}


def test_small_print_says_what_shuffles_give_and_how_few_jobs_there_are(result: Contrast) -> None:
    worth, few, same, counted = lineup(result, "noise").small_print
    assert worth == (
        "This could easily be chance. We shuffled how the jobs went 20,000 times. A pattern this "
        "clear, on any of the 3 circumstances, came up every time."
    )
    assert few == "9 jobs, all rated."
    assert same == "All jobs have the same answer here, so there is nothing to compare."
    assert counted == "Counted as true of a job: rated above 4 on the scale of 1 to 7."
    drawn = texts(lineup(result, "noise"))
    assert any(few.split(".")[0] in text for text in drawn)
    assert any(NO_CAUSE in text for text in drawn)  # taken along


def test_what_seldom_comes_up_is_not_called_chance_without_the_reason(result: Contrast) -> None:
    def said(as_neat: int) -> str:
        frame = result.frame.assign(word="could easily be chance", as_neat=as_neat, shuffles=20_000)
        return lineup(replace(result, frame=frame), "freedom").small_print[0]

    assert said(644).endswith(
        "came up 644 times: 3 in 100. "
        "That is rare, but not rare enough for us to call it a pattern. "
        "We are this strict so that chance alone fools at most 5 in 100 people."
    )
    assert said(6_000).endswith("came up 6,000 times: 3 in 10.")


@pytest.mark.parametrize(("rated", "said"), [(1, True), (3, True), (4, False)])
def test_a_line_rated_for_few_jobs_says_from_how_many_it_can_be_compared(
    nine: pd.DataFrame, *, rated: int, said: bool
) -> None:
    few = nine.assign(freedom=nine["freedom"].mask([place >= rated for place in range(len(nine))]))
    small = lineup(contrast(few), "freedom").small_print
    words = "We can compare this from 4 jobs on: rate it for more in “What it was like”."
    assert (words in small) is said


def test_the_word_and_its_reason_stand_below_the_line_up(nine: pd.DataFrame) -> None:
    key = {"freedom": 1, "hours": -1, "noise": -1}
    guessed = contrast(nine, guesses=["freedom"], key=key)
    [worth, *_] = lineup(guessed, "freedom").small_print
    assert worth.startswith("It stands out.")
    assert worth.endswith("not just that I liked the job: with that taken out, it still stands out.")
    assert " A pattern this clear came up " in worth
    [liked, *_] = lineup(contrast(nine, guesses=["freedom"]), "freedom").small_print
    assert "It may just be that I liked the job" in liked
    [few, *_] = lineup(contrast(nine.iloc[:4]), "freedom").small_print
    assert few == "Too few jobs to tell."
    [kin, *_] = lineup(contrast(nine, kin=["freedom"]), "freedom").small_print
    assert kin == "It says nearly the same as how it went, so we do not count it as a pattern."


def test_a_role_that_carries_a_line_goes_by_the_name_of_the_chart(result: Contrast) -> None:
    frame = result.frame.assign(rests_on="Tutor, Hillcrest", word="worth asking about")
    one = replace(result, frame=frame)
    assert "It rests on Tutor, Hillcrest: without that job" in lineup(one, "freedom").small_print[0]
    assert "It rests on Job C: without that job" in lineup(one, "freedom", names="letters").small_print[0]


def test_figures_are_for_the_fold_out_only(result: Contrast) -> None:
    chart = lineup(result, "freedom")
    assert chart.figures[0].startswith("In 9 of 9 pairs of a job from either end, the best one had more")
    assert "interval" in chart.figures[1]
    assert "at 90.0%" in chart.figures[1]
    assert "tau-b" in chart.figures[2]
    assert not any("tau-b" in text for text in texts(chart))
    assert lineup(contrast(pd.DataFrame({"overall": [None], "a": [3.0]})), "a").figures == ()


def test_letters_leave_no_name_anywhere(result: Contrast, nine: pd.DataFrame) -> None:
    few = [contrast(nine.iloc[:1]), contrast(nine.assign(overall=4)), result]
    for one in few:
        for chart in lineups(one, names="letters"):
            said = [
                chart.name,
                chart.title,
                chart.alt,
                *chart.small_print,
                chart.table.to_csv(),
                *texts(chart),
            ]
            said.append(chart.svg())
            for name in nine.index:
                assert not any(name in text for text in said)
    letters = [lineup(result, line, names="letters").table.index.tolist() for line in ("freedom", "hours")]
    assert letters[0] == letters[1]
    assert letters[0][0] == "Job D"  # the fourth of the person's own order


def test_blanks_are_told_and_not_drawn(result: Contrast, nine: pd.DataFrame) -> None:
    reasons = pd.DataFrame("", index=nine.index, columns=["hours"])
    reasons.loc["Lecturer, Northside", "hours"] = "cant_recall"
    chart = lineup(result, "hours", reasons=reasons)
    assert drawn(chart) == 8
    told = "can\N{RIGHT SINGLE QUOTATION MARK}t remember"
    assert told in texts(chart)
    assert chart.table.loc["Lecturer, Northside", "hours"] == told
    assert "no rating" in texts(lineup(result, "hours"))


def test_alt_and_table_hold_every_figure(result: Contrast, nine: pd.DataFrame) -> None:
    chart = lineup(result, "freedom", FREEDOM, went="what it cost")
    assert chart.alt.startswith(
        "Chart of 9 jobs, best on top: Freedom, from 1 (every step was set for me) to 7"
    )
    assert all(f"{name} {value:g}" in chart.alt for name, value in nine["freedom"].items())
    assert chart.table.columns.tolist() == ["Freedom", "What it cost", "Group"]
    assert chart.table.loc["Editor, Acme"].tolist() == ["6", "6", "best"]


@pytest.mark.parametrize(
    ("jobs", "title"),
    [
        (1, "I chose how to do the work: in the one job I rated."),
        (3, "I chose how to do the work: in my best job, not in the one that went least well."),
    ],
)
def test_few_jobs(nine: pd.DataFrame, jobs: int, title: str) -> None:
    chart = lineup(contrast(nine.iloc[:jobs]), "freedom", FREEDOM)
    assert chart.title == title
    assert drawn(chart) == jobs


def test_without_two_groups_it_says_what_is_missing(nine: pd.DataFrame) -> None:
    alike = lineup(contrast(nine.assign(overall=4)), "freedom", FREEDOM)
    assert alike.title == "In 4 of my 9 jobs I chose how to do the work."
    assert alike.small_print[1] == "All 9 jobs went equally well, so they have no order."
    unsaid = lineup(contrast(nine.assign(overall=pd.NA)), "freedom", FREEDOM)
    assert unsaid.small_print[1].startswith("I said how it went for 0 of 9 jobs")
    assert "how it went: not said" in texts(unsaid)
    blank = lineup(contrast(nine.assign(freedom=pd.NA)), "freedom", FREEDOM)
    assert blank.title == "Freedom: no rating yet."
    assert drawn(blank) == 0


def test_a_group_without_a_rating_is_not_counted_as_none(nine: pd.DataFrame) -> None:
    nine.loc[["Coordinator, Golf", "Assistant, Beta", "Project officer, Echo"], "freedom"] = pd.NA
    assert lineup(contrast(nine), "freedom", FREEDOM).title == (
        "In 3 of my 3 best jobs I chose how to do the work; not rated: the 3 that went least well."
    )


NAMES = (
    "Senior associate programme coordination and evaluation officer, Federation of Very Long Names",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "編集者、株式会社アクメ出版",
    "עורכת, הוצאת ספרים Acme",
    "محرر، دار النشر",
    "$x^2$ <b>& \\frac{1}{0} </b> %s {x}",
    "half a pair \ud83d and a \x00 sign\nand a line",
    "",
)


@pytest.mark.filterwarnings("error")
def test_any_name_fits_and_stays_inside(nine: pd.DataFrame, tmp_path: Path) -> None:
    chart = lineup(
        contrast(nine.rename(index=dict(zip(nine.index, NAMES, strict=False)))), "freedom", FREEDOM
    )
    for ending in ("svg", "png", "pdf"):
        assert chart.save(tmp_path / f"chart.{ending}").stat().st_size > 2000
    figure = chart.figure()
    boxes = []
    for text in figure.axes[0].texts:
        if text.get_label() == "name":
            with drawing(THEMES["light"]):
                boxes.append(text.get_window_extent(figure._get_renderer()))  # noqa: SLF001
            assert boxes[-1].x0 >= 0
            assert text.get_text().count("\n") <= 3
            assert "\N{HORIZONTAL ELLIPSIS}" not in text.get_text()  # whole, whatever it is
    assert len(boxes) == len(nine)
    assert all(above.y0 >= below.y1 - 1 for above, below in pairwise(boxes))


@pytest.mark.parametrize("jobs", [1, 2, 9, 16, 17, 40])
def test_nothing_overlaps_or_leaves_the_sheet(career: Callable[..., pd.DataFrame], jobs: int) -> None:
    on_a_page = list(lineups(contrast(career(jobs, 3))))
    for chart in (*on_a_page, *(chart.narrow() for chart in on_a_page if chart.narrow)):
        figure = chart.figure()
        figure.canvas.draw()
        rows = [text.get_window_extent() for text in figure.axes[0].texts if text.get_label() == "name"]
        assert all(above.y0 >= below.y1 - 1 for above, below in pairwise(rows))
        for text in [*figure.texts, *figure.axes[0].texts]:
            box = text.get_window_extent()
            assert box.x0 >= 0
            assert box.x1 <= figure.bbox.x1
            assert box.y0 >= 0
            assert box.y1 <= figure.bbox.y1


def test_any_frame_will_do() -> None:
    survey = contrast(pd.read_csv(ATTITUDE, index_col="rownames"), "rating")
    charts = lineups(survey, went="rating")
    assert len(charts) == 6
    assert charts[0].title == (
        "In 10 of my 10 best jobs "
        "\N{LEFT DOUBLE QUOTATION MARK}complaints\N{RIGHT DOUBLE QUOTATION MARK} was high; "
        "in 2 of the 9 that went least well."
    )
    assert "10 jobs, 70 to 90" in charts[0].alt


def test_an_item_of_the_catalogue_has_the_words(result: Contrast) -> None:
    item = load().item("decision_freedom")
    assert lineup(result, "freedom", item).title.startswith(f"In 3 of my 3 best jobs {item.said};")


def test_an_unknown_line_is_named(result: Contrast) -> None:
    with pytest.raises(ChartError, match="no line 'pace' to draw; there are: "):
        lineup(result, "pace")
    with pytest.raises(ChartError, match="names='initials'; expected 'names' or 'letters'"):
        lineup(result, "freedom", names="initials")


def test_on_axes_of_ones_own(result: Contrast) -> None:
    ax = Figure().add_subplot()
    assert lineup(result, "freedom").plot(ax) is ax
    assert len(labels(ax, "name")) == 9


def test_a_name_that_two_lines_would_cut_has_three() -> None:
    long = "Deputy head of visitor services, National Museum of Rural Life and Agricultural Machinery"
    jobs = pd.DataFrame(
        {"overall": [6, 5, 4, 2], "pace": [3, 4, 4, 7]}, index=["Cook", "Editor", long, "Clerk"]
    )
    figure = lineup(contrast(jobs, scales=(1, 7)), "pace").figure()
    names = [text for text in figure.axes[0].texts if text.get_label() == "name"]
    assert " ".join(names[2].get_text().split()) == long
    figure.canvas.draw()
    boxes = [name.get_window_extent() for name in names]
    assert all(upper.y0 > lower.y1 for upper, lower in pairwise(boxes)), "none reaches into the next"


def test_on_a_phone_no_hairline_runs_through_a_name():
    long = "Head of procurement for the whole of a housing association, Number"
    wide = pd.DataFrame(
        {"overall": [7, 6, 5, 4, 2, 1], "pace": [6, 6, 5, 4, 2, 1]}, index=[f"{long} {n}" for n in "ABCDEF"]
    )
    phone = lineup(contrast(wide, scales=(1, 7)), "pace").narrow()
    axes = phone.figure(bare=True).axes[0]
    axes.figure.canvas.draw()
    names = [text.get_window_extent() for text in axes.texts if text.get_label() == "name"]
    middle = to_rgba(THEMES["light"].middle)
    [hairs] = [one for one in axes.collections if tuple(one.get_edgecolor()[0]) == middle]
    assert len(hairs.get_paths()) == 2
    for path in hairs.get_paths():
        across = axes.transData.transform((0, path.vertices[0][1]))[1]
        assert not [name for name in names if name.y0 <= across <= name.y1]
    assert not [text for text in axes.texts if text.get_bbox_patch()]  # nor is there a patch behind one
