from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_a_note_is_signed_and_stands_beside_the_answers(tmp_path: Path) -> None:
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Baker", sitting=sitting)
        before = record.current()
    home = ("--home", str(tmp_path))
    assert "There are no notes." in said("note", *home)
    assert "needs its text and --by" in said("note", "lights up", *home, code=2)
    assert "Expected one of: Baker" in said(
        "note", "lights up", "--by", "Ruth", "--about", "Cook", *home, code=1
    )
    said("note", "lights up here", "--by", "Ruth", "--about", "baker", *home)
    assert "Ruth, on Baker: lights up here" in said("note", *home)
    with Record.open(tmp_path) as record:
        assert record.current() == before
