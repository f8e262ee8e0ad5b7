"""Every chart of the kit, as the gallery of the documentation draws it: on a phone, and on own Axes."""

from __future__ import annotations

import importlib
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from good_on_paper.charts import offers
from good_on_paper.charts.style import THEMES
from good_on_paper.charts.tall_rows import PHONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.transforms import Bbox

    from good_on_paper.charts import Chart

DOCS = Path(__file__).resolve().parents[2] / "docs"
WIDEST = 5.2
"""Inches: a phone shows so much without a scroll, in type one can read."""
DRAWN_SMALL = {"everything": 6.5, "two_axes": 7.0, "explored": 8.5}
"""Points of the smallest text: a number in a cell, a number in a mark, a label of seaborn's."""
INK = "#22228a"


@pytest.fixture(scope="module")
def drawn() -> Iterator[dict[str, Chart]]:
    """Every chart of the gallery, by the function that draws it, and every picture for a fold."""
    sys.path.insert(0, str(DOCS))
    gallery = importlib.import_module("from_code.gallery")
    at_hand = gallery.names()
    charts = {entry.draws: gallery.drawn(entry, at_hand) for entry in gallery.ENTRIES}
    folded = {f"{name}, folded": chart.detail() for name, chart in charts.items() if chart.detail}
    yield charts | {name: chart for name, chart in folded.items() if chart}
    sys.path.remove(str(DOCS))
    for name in [name for name in sys.modules if name.partition(".")[0] == "from_code"]:
        del sys.modules[name]


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Callable[[Figure], list[tuple[Text, Bbox]]]:
    """Return each text that a figure draws, with its place: a tick out of sight is none."""
    found: list[Text] = []
    draw = Text.draw

    def note(text: Text, renderer: object, *more: object) -> None:
        found.append(text)
        draw(text, renderer, *more)

    def of(figure: Figure) -> list[tuple[Text, Bbox]]:
        found.clear()
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw_without_rendering()
        there = {id(text): text for text in found if text.get_visible() and text.get_text().strip()}
        return [(text, text.get_window_extent(renderer)) for text in there.values()]

    monkeypatch.setattr(Text, "draw", note)
    return of


def test_a_chart_speaks_as_the_person_whose_paper_it_goes_onto(drawn: dict[str, Chart]) -> None:
    """A page says *you*, and so does all of the barometer; what counts is the list's, as its page says it."""
    of_pages = {"barometer", "how_close", "four_cells", "open_board"}
    said = {
        name: " ".join(
            (chart.name, chart.title, chart.alt, *chart.small_print, *map(str, chart.table.columns))
        )
        for name, chart in drawn.items()
        if name not in of_pages
    }
    assert {name for name, text in said.items() if re.search(r"\byou(rs?)?\b", text, re.IGNORECASE)} == set()


def over(one: Bbox, other: Bbox) -> bool:
    """Tell whether two texts lie on one another by more than a hair."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 2 and down > 3


def faults(chart: Chart, texts: Callable[[Figure], list[tuple[Text, Bbox]]], least: float) -> Iterator[str]:
    figure = chart.figure(bare=True)
    there = texts(figure)
    for text, box in there:
        if box.x0 < -1 or box.x1 > figure.bbox.x1 + 1 or box.y0 < -1 or box.y1 > figure.bbox.y1 + 1:
            yield f"{text.get_text()!r} reaches beyond the sheet"
        if text.get_size() < least:
            yield f"{text.get_text()!r} is set in {text.get_size()} points"
    for (one, box), (other, second) in combinations(there, 2):
        if over(box, second):
            yield f"{one.get_text()!r} lies on {other.get_text()!r}"


def test_a_phone_and_a_sheet_show_every_word_of_it(
    drawn: dict[str, Chart], texts: Callable[[Figure], list[tuple[Text, Bbox]]]
) -> None:
    found = {}
    for name, chart in drawn.items():
        least = DRAWN_SMALL.get(name.removesuffix(", folded"), 8.0)
        phone = chart.narrow() if chart.narrow else chart
        told = [f"on a sheet: {fault}" for fault in faults(chart, texts, least)]
        told += [f"on a phone: {fault}" for fault in faults(phone, texts, least)]
        told += [f"on a phone it is {phone.width} inches wide"] if phone.width > WIDEST else []
        if told:
            found[name] = told
    assert found == {}
    assert PHONE < WIDEST


def test_an_amount_of_money_keeps_to_its_offer(
    texts: Callable[[Figure], list[tuple[Text, Bbox]]],
) -> None:
    same = {"thing": "money", "label": "Money", "stands": "want", "least": 1, "most": 7, "private": False}
    rows = {"offer": ["Dunmarrow Water", "Orrin Seed Library"], "low": [3.5, 4.8], "high": [4.3, 4.8]}
    told = ["£133,400 to £134,400", "£135,100"]
    chart = offers(pd.DataFrame(rows).assign(**same, told=told), title="Not decided yet")
    assert [*faults(chart, texts, 8.0), *faults(chart.narrow(), texts, 8.0)] == []
    figure = chart.figure(bare=True)
    places = {text.get_text().replace("\n", " "): box for text, box in texts(figure)}
    assert places[told[0]].x1 < places["Orrin Seed Library"].x0


def test_every_chart_goes_on_axes_of_ones_own_in_the_look_of_the_session(drawn: dict[str, Chart]) -> None:
    with mpl.rc_context():
        sns.set_theme(style="darkgrid", rc={"figure.facecolor": "#eaeaf2", "text.color": INK})
        before = {name: value for name, value in mpl.rcParams.items() if name != "backend"}
        for name, chart in drawn.items():
            mine, other = Figure(figsize=(14, 5)).subplots(1, 2)
            assert chart.plot(mine, theme="session") is mine, name
            assert not other.has_data(), name
            said = [*mine.findobj(Text)]
            colours = {mpl.colors.to_hex(text.get_color()) for text in said if text.get_text()}
            assert THEMES["light"].ink not in colours, name
            assert THEMES["dark"].ink not in colours, name
        assert {name: mpl.rcParams[name] for name in before} == before
