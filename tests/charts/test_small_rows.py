"""Small charts: what they mark, in which order, and that many jobs are cut in the middle."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from good_on_paper import charts, patterns
from good_on_paper.charts.small_rows import SMALL, small_bars, small_dots, small_gaps
from good_on_paper.charts.style import THEMES
from good_on_paper.charts.whole_figure import A4


def drawn(chart):
    """Return the axes of a chart, and its marks by colour: places and edges."""
    axes = chart.figure().axes[0]
    marks = [one for one in axes.collections if isinstance(one, PathCollection)]
    return axes, {to_hex(one.get_edgecolor()[0]): one for one in marks}


def jobs(many):
    went = [1 + 6 * place / (many - 1) for place in range(many)]
    return pd.DataFrame({"overall": went, "pace": [4] * many}, index=[f"Job {n}" for n in range(many)])


def test_dots_stand_by_how_the_jobs_went_and_a_group_that_is_cut_away_marks_no_other():
    result = patterns.contrast(jobs(40), scales=(1, 7))
    chart = small_dots(
        charts.lineup(result, "pace"), result, "pace", charts.naming(result.wide.index), (1, 7)
    )
    axes, marks = drawn(chart)
    names = [text.get_text() for text in axes.texts if text.get_text().startswith("Job")]
    assert names == [f"Job {n}" for n in (*range(39, 33, -1), *range(5, -1, -1))]
    assert "28 more between" in [text.get_text() for text in axes.texts]
    theme = THEMES["light"]
    assert set(marks) == {theme.best, theme.worst}
    assert to_hex(marks[theme.best].get_facecolor()[0]) == theme.best  # filled: not by its colour alone
    assert to_hex(marks[theme.worst].get_facecolor()[0]) == theme.ground
    assert chart.width == SMALL


def test_gaps_run_from_how_it_looked_to_how_it_went():
    frame = pd.DataFrame({"paper": [7, 4], "lived": [1, 7]}, index=["Officer", "Editor"])
    found = patterns.paper_against_lived(frame)
    whole = charts.paper_against_lived(found)
    axes, _ = drawn(small_gaps(whole, found, charts.naming(frame.index), (1, 7)))
    looked, went = [one for one in axes.collections if isinstance(one, PathCollection)]
    assert looked.get_offsets().tolist() == [[4, 0], [7, 1]]
    assert went.get_offsets().tolist() == [[7, 0], [1, 1]]


def test_the_job_that_goes_on_stands_apart_at_the_foot():
    frame = pd.DataFrame({"paper": [3, 7, 4], "lived": [7, 1, 5]}, index=["Editor", "Officer", "Analyst"])
    found = patterns.paper_against_lived(frame)
    whole = charts.paper_against_lived(found, current=["Analyst"])
    small = small_gaps(whole, found, charts.naming(frame.index), (1, 7), current=["Analyst"])
    axes, _ = drawn(small)
    assert [text.get_text() for text in axes.texts][:3] == ["Editor", "Officer", "Analyst, now"]
    *_, went, ring = [one for one in axes.collections if isinstance(one, PathCollection)]
    assert went.get_offsets().tolist() == [[7, 0], [1, 1]]
    assert ring.get_offsets().tolist() == [[5, 2]]
    assert len(ring.get_facecolor()) == 0  # how it goes so far is no disc


def test_bars_say_when_it_got_dull_and_where_it_did_not():
    told = {
        "lasted": [100.0, 50.0, 30.0, 20.0],
        "said": ["after", "not_yet", "first_day", ""],
        "weeks": [26.0, 50.0, 0.0, None],
        "current": [False, True, False, False],
    }
    frame = pd.DataFrame(told, index=["Editor", "Cook", "Tutor", "Clerk"]).astype({"weeks": "Float64"})
    whole = charts.swimmer(frame)
    axes, _ = drawn(small_bars(whole, frame, charts.naming(frame.index)))
    texts = [text.get_text() for text in axes.texts]
    assert texts == ["Tutor", "Editor", "Cook", "from the first day", "6 months", "still not"]


def test_a_long_name_has_the_room_it_needs():
    long = "Deputy head of visitor services"
    frame = pd.DataFrame({"paper": [3, 7], "lived": [7, 1]}, index=["Editor", long])
    found = patterns.paper_against_lived(frame)
    whole = charts.paper_against_lived(found, current=[long])
    small = small_gaps(whole, found, charts.naming(frame.index), (1, 7), current=[long])
    axes, _ = drawn(small)
    names = [text.get_text().replace("\n", " ") for text in axes.texts][:2]
    assert names == ["Editor", f"{long}, now"]
    axes.figure.canvas.draw()
    assert min(text.get_window_extent().x0 for text in axes.texts) >= 0


def test_a_name_too_long_for_a_line_stands_whole_in_several():
    long = "Senior research associate in environmental monitoring and reporting"
    frame = pd.DataFrame({"paper": [3, 7], "lived": [7, 1]}, index=["Editor", long])
    found = patterns.paper_against_lived(frame)
    small = small_gaps(charts.paper_against_lived(found), found, charts.naming(frame.index), (1, 7))
    axes, _ = drawn(small)
    named = axes.texts[1]
    assert named.get_text().split() == long.split()
    axes.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in axes.texts[:2]]
    assert not boxes[0].overlaps(boxes[1])


def test_names_of_any_length_leave_room_for_the_tracks_in_a_column_of_a_sheet():
    called = ["Freelance procurement consultant", "Deputy head of visitor services and events", "Cook"]
    told = {"lasted": [100.0, 50.0, 30.0], "said": ["after"] * 3, "weeks": [26.0, 50.0, 4.0]}
    frame = pd.DataFrame(told | {"current": False}, index=called).astype({"weeks": "Float64"})
    small = small_bars(charts.swimmer(frame), frame, charts.naming(frame.index))
    assert (A4[0] - 2 * 0.55 - 0.4) / 2 >= small.width - 0.001
    axes, _ = drawn(small)
    axes.figure.canvas.draw()
    box, dpi = axes.get_window_extent(), axes.figure.dpi
    assert box.width >= 0.7 * dpi
    names = [text.get_window_extent() for text in axes.texts[: len(called)]]
    assert max(name.x1 for name in names) < box.x0 - 0.08 * dpi
    assert all(one.y0 > other.y1 for one, other in pairwise(names))


def test_the_key_says_what_stands_there_and_no_more():
    frame = pd.DataFrame({"paper": [3, 7, 4], "lived": [7, 1, 5]}, index=["Editor", "Officer", "Analyst"])
    found = patterns.paper_against_lived(frame)
    whole = charts.paper_against_lived(found)
    for current, colours in (
        (["Analyst"], "green: better; orange: worse; ring: so far"),
        ([], "green: better; orange: worse"),
    ):
        axes, _ = drawn(small_gaps(whole, found, charts.naming(frame.index), (1, 7), current=current))
        assert axes.texts[-1].get_text() == f"square: how it looked; disc: how it went\n{colours}"


def test_a_long_key_stays_on_the_sheet():
    frame = pd.DataFrame(
        {"paper": [3, 7, 4, 5], "lived": [7, 1, 5, 6]}, index=["Editor", "Officer", "Analyst", "Cook"]
    )
    found = patterns.paper_against_lived(frame)
    whole = charts.paper_against_lived(found)
    small = small_gaps(whole, found, charts.naming(frame.index), (1, 7), within=1.0, current=["Analyst"])
    axes, _ = drawn(small)
    key = axes.texts[-1]
    assert key.get_text().count("\n") == 2
    axes.figure.canvas.draw()
    assert key.get_window_extent().x1 <= axes.figure.bbox.x1
    assert key.get_window_extent().y0 >= 0
