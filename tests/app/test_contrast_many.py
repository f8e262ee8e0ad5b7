"""``good-on-paper many``: from a table of many people to two tables, also after an interruption."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pandas as pd
import psutil
import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.many import LEAN, contrast_each
from tests.many.tables import invented
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: object) -> tuple[int, str]:
    ran = CliRunner().invoke(cli, ["many", *map(str, words)])
    return ran.exit_code, ran.output


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Six people, one with a bad row."""
    long = invented(6).astype({"value": object})
    long.loc[long["person"].eq("p003").idxmax(), "value"] = "seven"
    long.to_csv(tmp_path / "careers.csv", index=False)
    return tmp_path / "careers.csv"


def test_two_tables_come_of_one_and_chance_is_said(table, tmp_path) -> None:
    code, told = run(table, "--to", tmp_path / "out")
    assert code == 0, told
    assert "6 people; 4 have enough jobs to tell anything." in told
    assert "We could not read the rows of 1; people.csv says why." in told
    people = pd.read_csv(tmp_path / "out" / "people.csv")
    assert people["person"].tolist() == [f"p00{number}" for number in range(6)]
    assert people["problem"].dropna().str.contains("'seven' is no number").tolist() == [True]
    found = people["line"].notna().sum()
    assert f"worth asking about, in {found} of them.\nChance alone would give up to about 0.2.\n" in told
    lines = pd.read_csv(tmp_path / "out" / "lines.csv")
    assert lines.columns.tolist() == ["person", *LEAN]
    expected = {person: frame for person, frame in contrast_each(table, lean=True) if person != "p003"}
    for person, frame in expected.items():
        mine = lines[lines["person"] == person]
        assert mine["line"].tolist() == frame["line"].tolist()
        assert mine["p_adjusted"].fillna(-1).tolist() == frame["p_adjusted"].fillna(-1).tolist()


def test_what_is_wrong_is_said_in_a_sentence(table, tmp_path) -> None:
    for words, told in (
        ([tmp_path / "none.csv"], "there is no file"),
        ([table, "--outcome", "over"], "outcome: there is no line 'over'; did you mean overall?"),
        ([table, "--when", "year"], "when: there is no line 'year'; there are: overall, pace, team, hours"),
    ):
        code, said = run(*words, "--to", tmp_path / "out")
        assert (code, told in said) == (1, True), said
    assert not list((tmp_path / "out").glob("*.csv"))


@pytest.mark.long
def test_a_run_that_was_killed_goes_on_where_it_stood(tmp_path) -> None:
    invented(250).to_csv(tmp_path / "careers.csv", index=False)
    words = ["many", str(tmp_path / "careers.csv"), "--to", str(tmp_path / "out")]
    process = psutil.Popen([sys.executable, "-m", "good_on_paper", *words], stderr=subprocess.DEVNULL)
    finished = tmp_path / "out" / "finished"
    until = time.monotonic() + PATIENCE
    while not list(finished.glob("*.json")) and time.monotonic() < until:
        time.sleep(0.02)
    workers = process.children(recursive=True)
    process.kill()
    process.wait()
    there = {path: path.stat().st_mtime_ns for path in finished.glob("*.json")}
    assert there
    assert psutil.wait_procs(workers, timeout=PATIENCE)[1] == [], "nobody works on for nobody"
    code, told = run(*words[1:])
    assert code == 0, told
    assert {path: path.stat().st_mtime_ns for path in there} == there
    assert len(pd.read_csv(tmp_path / "out" / "people.csv")) == 250
    assert len(list(finished.glob("*.json"))) == 5
