"""A frame of one's own, with no record anywhere: compared, drawn, and shown by Jupyter."""

from __future__ import annotations

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper.charts.errors import ChartError
from good_on_paper.patterns import PatternError

JOBS = pd.DataFrame(
    {"overall": [7, 4, 1], "pace": [2, 3, 6], "<b>hours</b>": [7, 1, 4]}, index=["Cook", "Tutor", "<i>Clerk"]
)


def test_a_contrast_of_a_frame_of_ones_own_has_a_chart_for_each_line() -> None:
    found = gop.contrast(JOBS, scales=(1, 7))
    assert found.chart("pace").table.index.tolist() == JOBS.index.tolist()
    assert found.chart("pace", names="letters").table.index[0] == "Job A"
    with pytest.raises(ChartError, match="no line 'pase'"):
        found.chart("pase")


@pytest.mark.parametrize(
    "look", [lambda: gop.contrast(JOBS, scales=(1, 7)), lambda: gop.sample().take_a_look()]
)
def test_jupyter_shows_a_row_per_line_with_nothing_typed_as_markup(look) -> None:
    found = look()
    shown = found._repr_html_()
    assert shown.count("<tr") == len(found.frame) + 1
    assert f"{len(found.frame)} lines beside <b>overall</b>" in shown
    assert "<i>" not in shown
    assert "<b>hours" not in shown
    assert "NA" not in shown


def test_a_forgotten_index_says_how_to_set_it() -> None:
    with pytest.raises(PatternError, match=r"frame = frame\.set_index\('job'\)"):
        gop.contrast(JOBS.rename_axis("job").reset_index())


def test_a_direction_of_no_column_is_told_of() -> None:
    with pytest.raises(PatternError, match="key: there is no column 'pase'; did you mean pace"):
        gop.contrast(JOBS, scales=(1, 7), key={"pase": 1})
    gop.contrast(JOBS, scales=(1, 7), key={"pace": -1})


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (["2", "3", "6"], r"pd\.to_numeric\(frame\['pace'\]\)"),
        (["2", "n/a", "6"], r"pd\.to_numeric\(frame\['pace'\], errors='coerce'\)"),
        (["slow", "slow", "fast"], r"frame\.drop\(columns='pace'\)"),
    ],
)
def test_numbers_as_text_say_how_to_read_them(pace, words) -> None:
    frame = JOBS.assign(pace=pace)
    with pytest.raises(PatternError, match=words):
        gop.contrast(frame)
    mended = frame.assign(pace=pd.to_numeric(frame["pace"], errors="coerce"))
    gop.contrast(mended, scales=(1, 7))
