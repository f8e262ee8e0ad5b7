"""Names of jobs stand whole on maps and rows, wide and for a phone: wrapped, or with a number, never cut."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import charts, patterns
from good_on_paper.study.barometer import reading
from tests.charts.test_minutes import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.charts import Chart

LONG = (
    (
        "Senior Programme Coordinator for Community Health and Wellbeing Partnerships, "
        "The Northern Regional Development and Enterprise Agency of Cumbria"
    ),
    "Practice educator, Lower Isken University Hospital Trust",
    "Night nurse, St. Anne's Hospital",
    "Wissenschaftsredaktionsassistentin, Lower Isken University Hospital Trust",
    "Care assistant, The Larches Residential Home",
    "Tutor",
    "Ward manager, St. Anne's Hospital",
    "Shop assistant, Book Nook",
)

FREE = "My weekends and most of the evenings stay free for the family"


def rated() -> pd.DataFrame:
    numbers = np.random.default_rng(3).integers(1, 8, (len(LONG), 6))
    frame = pd.DataFrame(numbers, list(LONG), [f"line_{at}" for at in range(6)]).astype(float)
    return frame.assign(overall=[7.0, 6.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0])


def details() -> dict[str, tuple[str, ...]]:
    return {job: tuple((job + ", ").split(", ")[:2]) for job in LONG}


def two_axes() -> Chart:
    went = {"success": [6.8, 1.1, 6.9, 6.9, 4, 1.0, 5, 2], "wrong": [1.1, 6.8, 6.9, 4.0, 4, 1.0, 1.2, 6.9]}
    found = patterns.two_axes(pd.DataFrame(went, list(LONG)), "success", "wrong")
    return charts.two_axes(found, details=details())


def minutes() -> Chart:
    return charts.minutes_strip(pd.concat([DAY.assign(role=job) for job in LONG], ignore_index=True))


def stated() -> Chart:
    ratings = rated()
    weights = {line: float(at + 1) for at, line in enumerate(ratings.columns[:4])}
    names = (FREE, "Pay", "Calm", "Trust")
    return charts.stated(patterns.stated(ratings, weights), dict(zip(weights, names, strict=True)))


def under_definitions() -> Chart:
    jobs = rated()
    definitions = {"mine": {"line_0": 3, "line_1": 1}, "one alone": {"line_2": 1}}
    return charts.under_definitions(patterns.under_definitions(jobs, definitions))


def years() -> Chart:
    at = range(2010, 2010 + len(LONG))
    roles = pd.DataFrame({"started": map(str, at), "ended": [str(year + 1) for year in at]}, index=list(LONG))
    roles["current"] = False
    for key, said in (("start", "started"), ("end", "ended")):
        roles[key] = pd.to_datetime(roles[said] + "-06-01").astype("datetime64[s]")
    return charts.career_strip(roles)


def barometer() -> Chart:
    found = reading(gop.sample())
    told = found.told.iloc[: len(LONG)]
    return charts.barometer(told.assign(employer=list(LONG)), found.result)


def swimmer() -> Chart:
    told = {"lasted": 100.0, "said": "after", "weeks": range(10, 10 + len(LONG)), "current": False}
    return charts.swimmer(pd.DataFrame(told, index=list(LONG)).astype({"weeks": "Float64"}))


def paper() -> Chart:
    jobs = rated().rename(columns={"line_0": "paper", "overall": "lived"})[["paper", "lived"]]
    return charts.paper_against_lived(patterns.paper_against_lived(jobs), details=details())


MAPS: dict[str, Callable[[], Chart]] = {
    "two axes": two_axes,
    "role map": lambda: charts.role_map(patterns.role_map(rated())),
    "minutes": minutes,
    "stated": stated,
    "under definitions": under_definitions,
    "years": years,
    "barometer": barometer,
    "swimmer": swimmer,
    "paper against lived": paper,
    "line-up": lambda: charts.lineup(patterns.contrast(rated()), "line_1"),
}


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", MAPS)
def test_every_name_stands_whole_and_within_the_sheet(name: str, narrow: bool) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scales not given
        chart = MAPS[name]()
    if narrow:
        assert chart.narrow
        chart = chart.narrow()
    figure = chart.figure()
    figure.canvas.draw()
    texts = [text for axes in figure.axes for text in axes.texts]
    assert not [text.get_text() for text in texts if "\N{HORIZONTAL ELLIPSIS}" in text.get_text()]
    sheet = figure.bbox
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= sheet.x0 - 1, text.get_text()
        assert box.x1 <= sheet.x1 + 1, text.get_text()
    drawn = "".join("".join(text.get_text().split()) for text in texts)
    for job in (FREE,) if name == "stated" else LONG:
        for part in job.split(", "):
            assert "".join(part.split()) in drawn, part


def test_no_hairline_of_a_line_up_for_a_phone_runs_beside_a_name() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scales not given
        chart = MAPS["line-up"]()
    assert chart.narrow
    figure = chart.narrow().figure()
    figure.canvas.draw()
    names = [text for axes in figure.axes for text in axes.texts if text.get_label() == "name"]
    assert len(names) == len(LONG)
    boxes = [text.get_window_extent() for text in names]
    hairs = [
        axes.transData.transform((0, path.vertices[0, 1]))[1]
        for axes in figure.axes
        for lines in axes.collections
        for path in lines.get_paths()
        if len(path.vertices) == len(path.to_polygons(closed_only=False)[0]) == 2
        and lines.get_transform() == axes.get_yaxis_transform()
    ]
    assert hairs
    for y in hairs:
        assert not [box for box in boxes if box.y0 < y < box.y1]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_name_too_long_for_seven_lines_stands_whole_in_the_table(narrow: bool) -> None:
    """Pasted text can be a name of any length: the picture keeps its shape, and the fold has all of it."""
    endless = "Assistant to the assistants of everybody who has ever worked here " * 9
    jobs = pd.DataFrame({"lasted": 100.0, "said": "after", "weeks": [10.0, 20.0]}, index=[endless, "Tutor"])
    chart = charts.swimmer(jobs.assign(current=False))
    drawn = chart.narrow() if narrow and chart.narrow else chart
    said = [text.get_text() for axes in drawn.figure().axes for text in axes.texts]
    [name] = [text for text in said if text.startswith("Assistant")]
    assert name.count("\n") == 6
    assert "\N{HORIZONTAL ELLIPSIS}" in name
    assert drawn.table.index.tolist() == [endless.strip(), "Tutor"]
    assert endless.strip() in drawn.alt
