"""Boredom beside success, and how deep it went: every job by name, "not yet" open."""

from __future__ import annotations

import pandas as pd

import good_on_paper as gop
from good_on_paper.charts import dull_and_went, dull_ladder


def test_every_job_is_named_and_not_yet_is_no_never() -> None:
    me = gop.sample()
    jobs, went = me.boredom(), me.ratings()["overall"]
    chart = dull_and_went(jobs, went)
    assert chart is not None
    assert chart.title == (
        "When it got dull: after 9 to 14 months or not yet in my 3 best jobs; "
        "after 6 to 11 months in the 3 that went least well."
    )
    assert set(chart.table.index) == set(jobs.index)
    assert chart.table["How it went"].tolist() == ["7", "6", "5", "4", "4", "3", "2", "1"]
    assert (
        chart.table.loc["Lab assistant, Tirenne Soil Laboratory", "It got dull"] == "not in 1 year 9 months"
    )
    assert chart.narrow is not None
    for one in (chart, chart.narrow()):
        figure = one.figure()
        right = figure.bbox.x1
        texts = figure.axes[0].texts
        assert all(text.get_window_extent().x1 <= right for text in texts)
        assert sum(text.get_text().startswith(("it went", "it goes")) for text in texts) == len(jobs)
    letters = dull_and_went(jobs, went, names="letters")
    assert letters is not None
    assert "Editor" not in letters.alt + letters.title
    assert dull_and_went(jobs, went.iloc[:1]) is None


def test_a_ladder_shows_what_was_said_and_nothing_else() -> None:
    jobs = pd.DataFrame(
        {"dull_worst": [3, None, 7], "dull_ordinary": [2, None, None], "dull_end": [None, None, 6]},
        index=["Cook", "Clerk", "Editor"],
        dtype="Float64",
    )
    chart = dull_ladder(jobs)
    assert chart is not None
    assert chart.title == (
        "It was very dull at its worst in 1 of 2 jobs, on an ordinary day not in the one job with an answer."
    )
    assert chart.table.loc["Editor"].tolist() == ["7", "not said", "6"]
    assert chart.table.index.tolist() == ["Editor", "Cook"]
    assert "at the end 6" in chart.alt
    assert "(now" not in chart.small_print[0]
    assert chart.small_print[1] == "2 of my 3 jobs, my own ratings."
    still = dull_ladder(jobs.assign(current=[False, False, True]))
    assert still is not None
    assert "at its worst 7, now 6" in still.alt  # a job that goes on has no end yet
    assert "at the end (now, in a current job)" in still.small_print[0]
    assert dull_ladder(jobs.loc[["Clerk"]]) is None
    assert chart.narrow is not None
    assert chart.narrow().svg("dark").startswith("<?xml")
