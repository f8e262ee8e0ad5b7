"""Outside events: bands behind the years, and the jobs under them apart from the others."""

from __future__ import annotations

import pandas as pd

import good_on_paper as gop
from good_on_paper.charts import career_strip, under_events
from good_on_paper.frames import events


def dated(**spans: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(spans.values(), list(spans), ["start", "end"]).astype("datetime64[s]")
    return frame.assign(unit=list(spans))


def test_bands_stand_behind_the_years_wide_and_narrow() -> None:
    me = gop.sample()
    plain, banded = career_strip(me.roles()), career_strip(me.roles(), events=events(me))
    assert banded.alt == (
        plain.alt + " Bands behind them: A bank crash, and no posts anywhere 2008 to 2010; "
        "A move to the coast 2018; A pandemic 2020 to 2021."
    )
    assert banded.table.equals(plain.table)
    assert banded.narrow is not None
    for chart in (banded, banded.narrow()):
        ax = chart.figure().axes[0]
        assert [text.get_text() for text in ax.texts if "pandemic" in text.get_text()] == ["A pandemic"]
        right = (
            ax.get_window_extent().x1 + 0.31 * ax.figure.dpi
        )  # nothing is cut off at the edge of the sheet
        assert all(text.get_window_extent().x1 <= right for text in ax.texts)
    assert "pandemic" not in career_strip(me.roles(), names="letters", events=events(me)).alt


def test_jobs_under_an_event_are_those_whose_time_it_touches() -> None:
    roles = dated(
        Cook=("2010-01-01", "2012-05-31"), Editor=("2012-06-01", "2015-12-31"), Nurse=("2016", "2020")
    )
    went = pd.Series({"Cook": 6, "Editor": 2, "Nurse": None}, dtype="Float64")
    storm = dated(Storm=("2012-05-31", "2012-06-01"), Later=("2018", "2018"))
    chart = under_events(roles, went, storm)
    assert chart is not None
    assert chart.table.loc["Storm"].tolist() == ["Cook: 6; Editor: 2", ""]
    assert chart.table.index.tolist() == ["Storm"]  # of the job at the other time nothing was said
    assert chart.title == "2 jobs during “Storm” went 2 to 6."
    assert chart.small_print[1].startswith("2 of my 3 jobs, rated and with dates.")
    undated = roles.assign(start=roles["start"].mask(roles.index == "Editor"))
    rated = under_events(undated, went.fillna(5), storm)
    assert rated is not None
    assert (
        rated.title == "1 job during “Storm” went 6; 1 at other times went 5."
    )  # nobody knows when Editor was
    assert under_events(roles, went, storm.iloc[1:]) is None
    assert chart.narrow is not None
    assert chart.svg("dark") != chart.narrow().svg()
