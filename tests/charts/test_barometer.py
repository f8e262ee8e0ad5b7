"""The barometer drawn: each number beside what came, all together below, and words about numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import charts, patterns
from good_on_paper.charts.barometer_dots import MOST_ROWS
from good_on_paper.study.barometer import reading

if TYPE_CHECKING:
    from good_on_paper.study.barometer import Reading


@pytest.fixture(scope="module")
def sample() -> Reading:
    return reading(gop.sample())


def words(chart: charts.Chart) -> list[str]:
    figure = chart.figure()
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def read(chances: list[int], yes: list[bool]) -> patterns.Barometer:
    due = pd.date_range("2026-03-01", periods=len(chances))
    return patterns.barometer(pd.DataFrame({"chance": chances, "yes": yes, "due": due}))


def test_each_number_stands_beside_what_came(sample: Reading) -> None:
    chart = charts.barometer(sample.told, sample.result)
    drawn = words(chart)
    assert {"Vell and Sons", "yes", ", after 6 days", "no, after 12 days", "not due yet"} <= set(drawn)
    assert "no answer; yes, after 41 days" in drawn  # shown, and not scored again
    assert {"All 12 together", "5 of 12 said yes: 42", "you said 66 on average"} <= set(drawn)
    assert chart.table.loc["Dunmarrow Water", "They said"] == "no answer; yes, after 41 days"
    assert "Over 12 interviews you said 66 on average, and 5 said yes." in chart.alt
    assert chart.small_print[-1] == "This is about the numbers you gave, not about you or how you did."
    few = charts.barometer(sample.told.iloc[:1], read([80], [True]))
    assert few.small_print[-1] == "With so few interviews this proves nothing."


def test_letters_hide_every_name(sample: Reading) -> None:
    felt = sample.told.assign(felt="well")
    for chart in (
        charts.barometer(sample.told, sample.result, names="letters"),
        charts.four_cells(felt, charts.FELT, names="letters"),
    ):
        told = f"{chart.title} {chart.alt} {chart.table.to_csv()} {words(chart)}"
        assert "Tallis" not in told
        assert "Job A" in told


def test_of_many_the_latest_are_drawn_and_the_table_has_all(sample: Reading) -> None:
    many = pd.concat([sample.told.iloc[:12]] * 20).reset_index(drop=True)
    many.index = many.index.astype("str")
    found = read(many["chance"].tolist(), many["yes"].tolist())
    chart = charts.barometer(many, found)
    assert len(chart.table) == 240
    assert f"Drawn are the latest {MOST_ROWS}; the table has the 200 before them." in chart.small_print
    assert len(words(chart)) < 12 * MOST_ROWS


@pytest.mark.parametrize(
    ("chances", "yes", "said"),
    [
        ([80], [False], "Too few interviews to tell yet."),
        (
            [50] * 9,
            [True, False, True] * 3,
            "No sign yet that your numbers are off. They could still be 26 points too high, or 44 too low.",
        ),
        ([50] * 8, [True, False] * 4, "They could still be 38 points out, either way."),
        ([80] * 4, [False] * 4, "Your numbers ran high."),
        ([20] * 4, [True] * 4, "Your numbers ran low."),
    ],
)
def test_the_word_is_about_numbers(chances: list[int], yes: list[bool], said: str) -> None:
    found = charts.in_a_sentence(read(chances, yes))
    assert found.endswith(said)
    assert "you are" not in found


def test_counts_and_what_would_fit_once_it_was_called() -> None:
    high, low = read([80] * 4, [False] * 4), read([20] * 4, [True] * 4)
    assert charts.in_counts(high) == "Over 4 interviews you said 80 on average, and no yes came in time."
    assert (
        charts.would_fit(high)
        == "Averages from 0 to 73 would fit what came. 4 interviews are few, so that is wide."
    )
    assert (
        charts.would_fit(low)
        == "Averages from 27 to 100 would fit what came. 4 interviews are few, so that is wide."
    )
    assert charts.would_fit(read([80] * 3, [False] * 3)) == ""
    both = read([95] * 6 + [5] * 30, [False] * 6 + [True] * 30)
    assert charts.would_fit(both).startswith("No single lean fits")
    assert charts.in_counts(read([70], [True])) == "In one interview you said 70, and they said yes."


def test_once_it_was_called_the_dots_say_what_was_counted_and_all_of_it_fits(sample: Reading) -> None:
    result = read([80] * 12, [False] * 12)
    for found in (sample.result, result):
        chart = charts.barometer(sample.told, found)
        figure = chart.figure()
        figure.draw_without_rendering()
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert -1 <= box.x0 <= box.x1 <= figure.bbox.width + 1, text.get_text()
    assert chart.title == "Over 12 interviews you said 80 on average, and no yes came in time."
    assert "what came fits an average from 0 to " in " ".join(words(chart))
    assert "Your numbers ran high." not in f"{chart.title} {chart.small_print}"
    assert "proves nothing" not in str(charts.how_close(result).small_print)


def test_what_is_mine_is_said_only_where_i_turned_one_down(sample: Reading) -> None:
    felt = sample.told.assign(felt="well", outcome="no")
    mine = "Their no and your no are two different answers."
    assert mine not in charts.four_cells(felt, charts.FELT).small_print
    assert mine in charts.four_cells(felt.assign(outcome="withdrew"), charts.FELT).small_print


def test_on_a_phone_names_stand_above_their_tracks(sample: Reading) -> None:
    felt = sample.told.assign(felt=["well", "badly"] * 7)
    for chart in (
        charts.barometer(sample.told, sample.result),
        charts.how_close(sample.result),
        charts.four_cells(felt, charts.FELT),
        charts.four_cells(sample.told),
    ):
        assert chart.narrow is not None
        tall = chart.narrow()
        assert tall.width < 4.5
        names = {"Vell and Sons", "Penrow Council"}
        assert names & {*words(chart)} == names & {*words(tall)}  # the same, whatever wraps otherwise
        figure = tall.figure()
        figure.draw_without_rendering()
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert -1 <= box.x0 <= box.x1 <= figure.bbox.width + 1, text.get_text()


def test_how_close_they_came_is_a_dot_each(sample: Reading) -> None:
    chart = charts.how_close(sample.result)
    assert chart.title == "How far your numbers were from what came: .31. Saying 50 every time: .25."
    assert {".31", ".25", ".24"} <= set(words(chart))
    assert "Your own share of yes every time" not in words(charts.how_close(read([80], [True])))


def test_felt_by_came_has_every_interview_by_its_name(sample: Reading) -> None:
    felt = (sample.told["chance"] - 50).map(lambda off: "well" if off > 0 else "badly" if off < 0 else "even")
    chart = charts.four_cells(sample.told.assign(felt=felt), charts.FELT)
    assert (
        chart.title
        == "14 interviews: 6 felt good and got a yes, 2 felt good and got a no, 1 felt bad and got a no."
    )
    waits = sample.told.iloc[-2:].assign(felt="well")
    assert charts.four_cells(waits, charts.FELT).title == "2 interviews, none with a yes or a no yet."
    assert {"Felt good, and a no", "Penrow Council", "Orrin Labs"} <= set(words(chart))
