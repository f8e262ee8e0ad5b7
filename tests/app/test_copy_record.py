"""``good-on-paper copy``: every line shown, then locked; and nothing is written until somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.app.terminal import PASSPHRASE
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(PASSPHRASE, "four blue geese at noon")
    with Record.open(tmp_path / "home") as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Baker and Guildsman at Quillhaven", sitting=sitting)
        record.answer(role, "employer", "Quillhaven", sitting=sitting)
        record.answer(role, "pace", 3, sitting=sitting)
    return tmp_path / "home"


def test_every_line_is_shown_and_the_copy_opens_for_whoever_knows_the_words(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "for-ruth"
    words = ("copy", str(file), "--for", "Ruth, coach", "--whose", "Anna", "--home", str(home))
    assert "Nobody is there to ask" in said(*words, code=2)
    assert not file.exists()
    told = said(*words, "--yes")
    assert "Quillhaven" not in told
    assert "  Employer: Employer " in told
    [title] = [line for line in told.splitlines() if line.startswith("  Job title: ")]
    assert title.endswith("<--")
    assert "Written and locked" in told
    said("restore", "--from", str(file), "--home", str(tmp_path / "ruth"), "--yes")
    with Record.open(tmp_path / "ruth") as copy:
        assert copy.made_for is not None
        assert copy.made_for.whom == "Ruth, coach"


def test_what_is_missing_and_what_is_no_part_is_said(home: Path, tmp_path: Path) -> None:
    assert "off    What you can live with" in said("copy", "--parts")
    assert "--for" in said("copy", str(tmp_path / "x"), "--home", str(home), code=2)
    words = ("copy", str(tmp_path / "x"), "--for", "Ruth", "--home", str(home), "--with", "gossip")
    assert "'gossip' is no part of a copy" in said(*words, code=1)
