"""The two-axis map: no label on another, every job named or numbered, the corners in words."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper import charts, patterns
from good_on_paper.charts.axes_map import AxesMap, MapAxis, MapMark
from good_on_paper.charts.label_places import Box, around, label_places
from good_on_paper.charts.two_axes import IN_WORDS

AXES = ("by_success", "by_going_wrong")
points = st.tuples(st.floats(0.2, 6.8), st.floats(0.2, 3.8))
sizes = st.tuples(st.floats(0.2, 2), st.floats(0.15, 0.35))
SHEET, LINE = Box(0, 0, 7, 4), Box(3.48, 0, 3.52, 4)


@given(st.lists(st.tuples(points, sizes), max_size=40))
@settings(max_examples=60)
def test_no_label_lies_on_another_nor_on_a_mark_nor_on_a_line_nor_outside(given_) -> None:
    marks = [point for point, _ in given_]
    found = label_places(marks, [size for _, size in given_], SHEET, half=0.1, blocked=[LINE])
    boxes = [box for box in found if box is not None]
    for at, box in enumerate(boxes):
        assert box.within(SHEET)
        assert not box.overlaps(LINE)
        assert not any(box.overlaps(other) for other in boxes[:at])
        assert not any(box.overlaps(around(*mark, 0.1)) for mark in marks)


@pytest.mark.parametrize("wide", [8.6, 4.1])
def test_forty_jobs_each_have_a_name_beside_them_or_a_number(wide: float) -> None:
    marks = tuple(
        MapMark(
            f"Somewhat long title {place}",
            "Employer",
            1 + place * 37 % 61 / 10,
            1 + place * 23 % 59 / 10,
            "best",
        )
        for place in range(40)
    )
    axes = (MapAxis("Success", ("Being of use (4)",)), MapAxis("Going wrong", ()))
    picture = AxesMap(marks, axes, IN_WORDS, (1, 7), wide)
    numbered = sum(box is None for box in picture.labels)
    assert 0 < numbered < 40
    said = " ".join(picture._listed)  # noqa: SLF001 - what stands below the map
    assert all(f"{place} Somewhat" in said for place in (1, numbered))
    inside = [(x, y) for x, y in picture.points]
    corners = picture._corner_boxes().values()  # noqa: SLF001
    assert not any(box.overlaps(around(x, y, 0.1)) for x, y in inside for box in corners)


def test_what_is_high_on_both_is_told_so() -> None:
    jobs = pd.DataFrame({"by_success": [6.5, 6, None], "by_going_wrong": [6.0, 7, 3]}, index=list("ABC"))
    found = patterns.two_axes(jobs, *AXES)
    assert found.corner(patterns.BOTH) == ["A", "B"]
    assert found.left_out == ["C"]
    chart = charts.two_axes(found, names="letters")
    assert chart.title.startswith("Neither of my 2 jobs was a success as I define it")
    assert chart.title.endswith("; in 2 there was a lot of both.")
    assert chart.table["Where it stands"].tolist() == ["a lot of both"] * 2
    assert chart.table.index.tolist() == ["Job A", "Job B"]
    assert "Job C" in chart.small_print[1]
    for theme in ("light", "dark"):
        assert chart.svg(theme).startswith("<?xml")
    assert chart.narrow is not None
    assert chart.narrow().width < chart.width
    with pytest.raises(patterns.PatternError, match="no column 'by_success'"):
        patterns.two_axes(jobs[["by_going_wrong"]], *AXES)


def test_no_job_yet() -> None:
    jobs = pd.DataFrame({"by_success": [1.0], "by_going_wrong": [None]}, index=["A"], dtype="Float64")
    empty = patterns.two_axes(jobs, *AXES)
    assert charts.two_axes(empty).title == "No job is rated on enough of both definitions yet."
    assert charts.two_axes(empty).svg()
