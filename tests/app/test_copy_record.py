"""``good-on-paper copy``: every line shown, then locked; and nothing is written until somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.app.terminal import PASSPHRASE
from good_on_paper.record import Record
from good_on_paper.record.people import find

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


def test_the_name_of_the_person_is_taken_out_however_the_folder_was_named_to_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "four blue geese at noon")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    said("people", "new", "Torvaldina Q.")
    said("people", "rename", "Torvaldina Q.", "Ermintrude")
    folder = find("Ermintrude").folder
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Baker, called Torvaldina Q. or Ermintrude", sitting=sitting)
    for number, way in enumerate((("--home", str(folder)), ("--person", str(folder)))):
        told = said("copy", str(tmp_path / f"{number}"), "--for", "Ruth", *way, "--yes")
        assert "Torvaldina" not in told
        assert "Ermintrude" not in told


def test_a_file_that_is_there_is_said_before_anything_is_shown(home: Path, tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    told = said("copy", str(tmp_path / "there"), "--for", "Ruth", "--home", str(home), "--yes", code=1)
    assert "there is such a file already" in told
    assert "Job title" not in told
