"""``good-on-paper merge``: what comes in is shown first, and where two answers stand somebody chooses."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app import merge_copy as command
from good_on_paper.app.command import cli
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def said(*words: str, code: int = 0, typed: str | None = None) -> str:
    result = CliRunner().invoke(cli, list(words), input=typed)
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, str]:
    first, other = tmp_path / "first", tmp_path / "other"
    with Record.open(first) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Baker", sitting=sitting)
        record.answer(role, "pace", 3, sitting=sitting)
    shutil.copytree(first, other)
    for folder, value in ((first, 5), (other, 7)):
        with Record.open(folder) as record:
            sitting = record.sitting("lines")
            record.answer(role, "pace", value, sitting=sitting)
            record.answer(role, "hours" if folder == other else "peers", 2, sitting=sitting)
    file = tmp_path / "other.json"
    said("export", str(file), "--home", str(other))
    return first, file, role.id


def pace(folder: Path, role: str) -> object:
    with Record.open(folder) as record:
        return record.current()[role, "pace"].value


def test_it_shows_what_comes_and_asks_which_answer_stands(
    two: tuple[Path, Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, file, role = two
    monkeypatch.setattr(command.sys, "stdin", command.sys.__stdin__)
    told = said("merge", str(file), "--home", str(first), "--keep", "theirs", "--yes")
    assert "New answers: 2" in told
    assert "Baker, " in told
    assert "here, " in told
    assert pace(first, role) == 7
    assert "Everything in it is here already" in said("merge", str(file), "--home", str(first))


def test_nobody_chooses_by_themselves(two: tuple[Path, Path, str]) -> None:
    first, file, role = two
    assert "Somebody has to choose" in said("merge", str(file), "--home", str(first), "--yes", code=2)
    assert pace(first, role) == 5
    said("merge", str(file), "--home", str(first), "--yes", "--keep", "mine")
    assert pace(first, role) == 5
    assert "expected mine or theirs" in said(
        "merge", str(file), "--home", str(first), "--keep", "both", code=2
    )


def test_nobody_is_asked_from_which_files_a_job_came(two: tuple[Path, Path, str], tmp_path: Path) -> None:
    first, file, role = two
    file.unlink()
    for folder, origin in ((first, "table:a"), (tmp_path / "other", "table:b")):
        with Record.open(folder) as record:
            record.answer(role, "origin", [origin], sitting=record.sitting("import"))
    said("export", str(file), "--home", str(tmp_path / "other"))
    told = said("merge", str(file), "--home", str(first), "--keep", "mine", "--yes")
    assert "New answers: 2" in told
    assert "not the same: 1\n" in told
    assert "table:" not in told


def test_lines_are_named_as_on_the_pages(two: tuple[Path, Path, str], tmp_path: Path) -> None:
    first, file, role = two
    file.unlink()
    with Record.open(tmp_path / "other") as record:
        record.answer(role, "manager_backing", 4, sitting=record.sitting("lines"))
    said("note", "Lights up at the river", "--by", "Ruth", "--home", str(tmp_path / "other"))
    said("export", str(file), "--home", str(tmp_path / "other"))
    told = said("merge", str(file), "--home", str(first), "--keep", "mine", "--yes")
    assert "Backing from my manager: 4" in told
    assert "a note, what it says: Lights up at the river, written by Ruth" in told
    assert "written by: Ruth" not in told
