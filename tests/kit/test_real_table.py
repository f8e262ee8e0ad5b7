"""A real survey of 30 units, from the file to the chart: see tests/reference/attitude.README.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import good_on_paper as gop
from good_on_paper import charts
from good_on_paper.app.command import cli

TABLE = Path(__file__).parents[1] / "reference" / "attitude.csv"
SPEARMAN = {
    "complaints": 0.83,
    "learning": 0.62,
    "raises": 0.60,
    "privileges": 0.48,
    "advance": 0.20,
    "critical": 0.05,
}


@pytest.fixture
def me(tmp_path):
    home = str(tmp_path / "person")
    ran = CliRunner().invoke(cli, ["import", str(TABLE), "--home", home, "--yes", "--outcome", "rating"])
    assert ran.exit_code == 0, ran.output
    return gop.open(home)


def test_it_is_there_whole(me):
    assert me.primary_outcome == "rating"
    assert me.lines().shape == (30, 7)
    assert me.lines().notna().all(axis=None)


def test_what_goes_with_the_rating_is_what_is_known(me):
    found = me.take_a_look().frame.set_index("line")["rho"]
    assert {line: round(found[line], 2) for line in SPEARMAN} == SPEARMAN


def test_each_line_is_drawn_with_its_thirty_units(me):
    drawn = charts.lineups(me.take_a_look(), me.words(), went=me.went)
    assert len(drawn) == 6
    for chart in drawn:
        assert len(chart.table) == 30
        assert "30 jobs" in " ".join(chart.small_print)
        assert chart.svg().startswith("<?xml")
