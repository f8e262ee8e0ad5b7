"""The pictures of a search: the four cells, how far each one went, month by month."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import charts, patterns
from good_on_paper.charts.how_far import STEPS
from good_on_paper.charts.name_lists import MOST_NAMES
from good_on_paper.frames import interviews
from good_on_paper.frames.search_months import search_months

if TYPE_CHECKING:
    from good_on_paper.kit.me import Me


@pytest.fixture(scope="module")
def me() -> Me:
    return gop.sample()


def words(chart: charts.Chart) -> list[str]:
    figure = chart.figure()
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def many(frame: pd.DataFrame, times: int) -> pd.DataFrame:
    copies = [
        frame.set_axis(pd.Index([f"{name} {n}" for name in frame.index], name=frame.index.name))
        for n in range(times)
    ]
    return pd.concat(copies)


def test_every_interview_stands_in_its_cell_by_its_name(me: Me) -> None:
    chart = charts.four_cells(me.interviews())
    assert chart.title == (
        "14 interviews: in 4 they wanted me and I wanted it; in 2 only I did, in 1 only they did."
    )
    drawn = words(chart)
    assert {"We both wanted it", "Neither of us wanted it", "Vell and Sons"} <= set(drawn)
    assert drawn.count("Candlewick Archive") == 2
    assert "yes on day 41" in " ".join(drawn)
    assert len(chart.table) == 14
    assert "proves nothing" in chart.small_print[-1]


def test_letters_hide_every_name_and_tell_places_apart(me: Me) -> None:
    for chart in (
        charts.four_cells(me.interviews(), names="letters"),
        charts.how_far(me.processes(), patterns.how_far(me.processes(), list(STEPS)), names="letters"),
    ):
        told = f"{chart.title} {chart.alt} {chart.table.to_csv()} {words(chart)}"
        for name in ("Tallis", "Candlewick", "Vell"):
            assert name not in told
        assert "Job A" in told


def test_one_interview_is_enough_and_none_says_so(me: Me) -> None:
    first = me.interviews().iloc[:1]
    assert charts.four_cells(first).title == "1 interview: in 1 only they wanted it."
    assert charts.four_cells(first.iloc[:0]).title == "No interviews yet."
    jobs = me.processes().iloc[:0]
    assert charts.how_far(jobs, patterns.how_far(jobs, list(STEPS))).title == "Nothing sent yet."


def test_of_many_the_first_are_named_and_the_table_has_all(me: Me) -> None:
    frame = many(me.interviews(), 36)
    chart = charts.four_cells(frame)
    assert len(chart.table) == 504
    assert f"and {4 * 36 - MOST_NAMES + 1} more, in the" in words(chart)
    assert chart.figure().get_figheight() < 25
    assert len(chart.alt) < 2000


def test_open_ones_stand_apart_and_the_intervals_in_the_fold(me: Me) -> None:
    jobs = me.processes()
    chart = charts.how_far(jobs, patterns.how_far(jobs, list(STEPS)))
    assert (
        chart.title == "Of 16 jobs, 3 got to the application, 3 to a call, 7 to an interview, 3 to an offer."
    )
    assert {"Over", "An offer", "Still open", "Moss and Teal", "They said no"} <= set(words(chart))
    assert chart.figures[2].startswith("From interview to offer: 3 of the 9 that went on or ended")


def test_jobs_that_made_an_offer_are_not_called_over(me: Me) -> None:
    jobs = me.processes()
    offers = jobs[jobs["outcome"].eq("yes")]
    assert "Over" not in words(charts.how_far(offers, patterns.how_far(offers, list(STEPS))))


def test_a_month_in_which_nothing_happened_is_a_month(me: Me) -> None:
    frame = search_months(me)
    assert frame["sent"].sum() == 15
    assert frame.index.is_monotonic_increasing
    gap = pd.concat([frame.iloc[:1], frame.iloc[:1] * 0, frame.iloc[-1:]])
    gap.index = pd.to_datetime(["2026-01-01", "2026-02-01", "2026-03-01"])
    chart = charts.search_months(gap)
    figure = chart.figure()
    figure.draw_without_rendering()
    ends = [head.get_window_extent() for head in figure.axes[0].texts[:7]]
    assert all(one.x1 + 6 < other.x0 for one, other in pairwise(ends))
    assert chart.title.startswith("3 months: ")
    assert "Feb 2026" in words(chart)
    assert chart.table.loc["February 2026"].eq("0").all()


def test_a_search_in_which_nothing_happened_has_no_months(tmp_path) -> None:
    with gop.open(tmp_path / "person", create=True).record as record:
        assert search_months(gop.kit.me.Me(record)).empty
        assert interviews(gop.kit.me.Me(record)).empty
