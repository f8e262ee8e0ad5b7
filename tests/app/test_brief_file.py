"""``good-on-paper brief``, as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.record import Record
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    throw_away_record(tmp_path / "person").close()
    return tmp_path / "person"


def typed(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["brief", *map(str, words)])
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


def test_it_writes_a_paper_and_never_over_another(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    assert "Written:" in typed(file, "--home", home)
    assert "## What I want from my next job" in file.read_text(encoding="utf-8")
    assert "such a file already" in typed(file, "--home", home, code=1)


def test_a_part_is_left_out_and_a_card_has_the_questions_alone(home: Path, tmp_path: Path) -> None:
    typed(
        tmp_path / "less.md",
        "--home",
        home,
        "--without",
        "take_home",
        "--without",
        "way_home",
        "--for",
        "my coach",
    )
    assert "For my coach." in (tmp_path / "less.md").read_text(encoding="utf-8")
    less = (tmp_path / "less.md").read_text(encoding="utf-8")
    assert "next job" not in less
    assert "On the way home" not in less
    typed(tmp_path / "card.md", "--home", home, "--paper", "card")
    assert "need" not in (tmp_path / "card.md").read_text(encoding="utf-8")
    typed(tmp_path / "live.md", "--home", home, "--also", "live_with")
    assert "Someone else taking credit" in (tmp_path / "live.md").read_text(encoding="utf-8")


def test_what_cannot_be_is_said_in_words(home: Path, tmp_path: Path) -> None:
    assert "no such part" in typed(tmp_path / "x.md", "--home", home, "--without", "poems", code=2)
    assert "no such part" in typed(tmp_path / "x.md", "--home", home, "--also", "poems", code=2)
    assert "Expected one of .pdf" in typed(tmp_path / "x.rtf", "--home", home, code=1)
    with Record.open(tmp_path / "nobody"):
        pass
    assert "nothing to put on paper yet" in typed(tmp_path / "x.md", "--home", tmp_path / "nobody", code=1)
    assert not (tmp_path / "x.md").exists()
