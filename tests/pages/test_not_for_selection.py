"""Each page and each export says once that it is not a test; no chart and no paper says it again."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

import good_on_paper as gop
from good_on_paper.app.command import cli
from good_on_paper.brief.compose import compose
from good_on_paper.brief.to_html import to_html
from good_on_paper.charts import Chart
from good_on_paper.charts.chart import NO_CAUSE
from good_on_paper.pages import session
from good_on_paper.pages.head import page
from good_on_paper.pages.in_common import line_ups
from good_on_paper.pages.under_the_hood import noise
from good_on_paper.pages.work_so_far import years
from good_on_paper.panels import Layout
from good_on_paper.study.sample import throw_away_record

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.fixture
def home(tmp_path, monkeypatch):
    throw_away_record(tmp_path / "person").close()
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield tmp_path / "person"
    if session.me.cache_info().currsize:
        session.me().record.close()
    session.me.cache_clear()


def says_so(text):
    return len(re.findall("not a test", text, re.IGNORECASE))


def text_of(figure):
    return " ".join(" ".join(text.get_text().split()) for text in figure.texts)


@pytest.mark.usefixtures("home")
def test_every_notebook_says_so_once_at_its_head():
    for path in NOTEBOOKS:
        code = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        name = path.name[:2]
        assert f'kit.page("{name}")' in code[0], path.name
        assert says_so(page(name).data) == 1, path.name


@pytest.mark.usefixtures("home")
def test_the_page_says_once_that_a_pattern_is_no_cause_and_so_does_a_chart_taken_along():
    panels = [
        line_ups.line_ups(),
        line_ups.side_by_side(),
        line_ups.further(),
        noise.on_noise(),
        years.years(how_it_went=True),
    ]
    panels[0].handle({"type": "reveal"})
    drawn = 0
    for panel in panels:
        made = panel._of("names")  # noqa: SLF001 - what the page would be told
        assert isinstance(made, Layout)
        for chart in made:
            if isinstance(chart, Chart):
                drawn += 1
                assert not any(says_so(text) or NO_CAUSE in text for text in chart.small_print), chart.title
                assert NO_CAUSE in text_of(chart.figure()), chart.title
                assert NO_CAUSE not in text_of(chart.figure(bare=True))
    assert drawn > 0
    said = [page("05").data, *panels[0]._of("names").notes]  # noqa: SLF001
    assert sum(text.count(NO_CAUSE) for text in said) == 1


def test_every_export_says_so(home, tmp_path):
    for name in ("all.json", "jobs.xlsx", "jobs.csv", "cv.json"):
        file = tmp_path / name
        form = ["--as", "json-resume"] if name == "cv.json" else []
        done = CliRunner().invoke(cli, ["export", str(file), *form, "--home", str(home)])
        assert done.exit_code == 0, done.output
        data = file.read_bytes()
        if name.endswith("xlsx"):
            book = zipfile.ZipFile(io.BytesIO(data))
            text = " ".join(book.read(part).decode() for part in book.namelist() if part.endswith(".xml"))
        else:
            text = data.decode()
        assert says_so(text) or says_so(done.output), (name, done.output)
        if name == "cv.json":
            assert json.loads(text)


@pytest.mark.usefixtures("home")
def test_the_questions_to_print_do_not_say_so():
    mine = gop.sample()
    assert not says_so(to_html(compose(mine)).decode())
    mine.record.close()
