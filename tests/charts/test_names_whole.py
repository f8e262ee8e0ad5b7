"""Names of jobs stand whole on maps and rows, wide and for a phone: wrapped, or with a number, never cut."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from good_on_paper import charts, patterns
from tests.charts.test_minutes import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.charts import Chart

LONG = (
    "Project coordinator for community health outreach, Northfield Borough Council",
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


def two_axes() -> Chart:
    went = {"success": [6.8, 1.1, 6.9, 6.9, 4, 1.0, 5, 2], "wrong": [1.1, 6.8, 6.9, 4.0, 4, 1.0, 1.2, 6.9]}
    found = patterns.two_axes(pd.DataFrame(went, list(LONG)), "success", "wrong")
    return charts.two_axes(found, details={job: tuple((job + ", ").split(", ")[:2]) for job in LONG})


def minutes() -> Chart:
    return charts.minutes_strip(pd.concat([DAY.assign(role=job) for job in LONG], ignore_index=True))


def stated() -> Chart:
    ratings = rated()
    weights = {line: float(at + 1) for at, line in enumerate(ratings.columns[:4])}
    names = (FREE, "Pay", "Calm", "Trust")
    return charts.stated(patterns.stated(ratings, weights), dict(zip(weights, names, strict=True)))


MAPS: dict[str, Callable[[], Chart]] = {
    "two axes": two_axes,
    "role map": lambda: charts.role_map(patterns.role_map(rated())),
    "minutes": minutes,
    "stated": stated,
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
