"""The command that brings in a file, as it is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

import good_on_paper as gop
from good_on_paper import export
from good_on_paper.app.import_file import import_file
from good_on_paper.record import Record

if TYPE_CHECKING:
    from click.testing import Result

_TWICE = """
import typer
from good_on_paper.app.import_file import import_file
for _ in range(2):
    try:
        typer.run(import_file)
    except SystemExit as end:
        print("\\nended with", end.code or 0, flush=True)
"""
_ATTITUDE = Path(__file__).parents[1] / "reference" / "attitude.csv"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "a person"


def _run(*arguments: str | Path) -> Result:
    cli = typer.Typer()
    cli.command("import")(import_file)
    return CliRunner().invoke(cli, [*map(str, arguments)])


def test_a_table_comes_in_and_twice_changes_nothing(home: Path) -> None:
    first = _run(_ATTITUDE, "--home", home, "--yes")
    assert first.exit_code == 0, first.stderr
    assert "attitude.csv: 30 jobs found." in first.stdout
    assert "rating is proposed as your main outcome." in first.stdout
    assert "Added from attitude.csv: 30 new jobs, 210 ratings, 7 questions of your own." in first.stdout
    second = _run(_ATTITUDE, "--home", home, "--yes")
    assert second.exit_code == 0
    assert "nothing new" in second.stdout
    with Record.open(home) as record:
        assert len(record.units("role")) == 30


def test_a_trackers_export_goes_into_the_log(home: Path) -> None:
    logs = Path(__file__).parents[1] / "intake" / "logs"
    first = _run(logs / "notion.csv", "--home", home, "--yes")
    assert first.exit_code == 0, first.stderr
    assert "notion.csv: 3 applications and 1 interview found" in first.stdout
    assert "We don’t know the day of this interview" in first.stdout
    assert "Added 3 applications and 1 interview." in first.stdout
    again = _run(logs / "notion.csv", "--home", home, "--yes")
    assert "Nothing new in it." in again.stdout
    with Record.open(home) as record:
        assert (len(record.units("target")), len(record.units("interview"))) == (3, 1)
        assert not record.units("role")


def test_a_workbook_of_ours_brings_its_jobs_and_its_log(home: Path, tmp_path: Path) -> None:
    me = gop.sample()
    file = tmp_path / "mine.xlsx"
    file.write_bytes(export.workbook(export.contents(me.record, me.catalogue), me.catalogue))
    me.record.close()
    ran = _run(file, "--home", home, "--yes")
    assert ran.exit_code == 0, ran.stderr
    with Record.open(home) as record:
        assert len(record.units("role")) == 8
        assert len(record.units("interview")) == 14


def test_without_anyone_to_ask_nothing_comes_in(home: Path) -> None:
    done = _run(_ATTITUDE, "--home", home)
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert not home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_it_asks_and_takes_no_for_an_answer(home: Path) -> None:
    import pty  # noqa: PLC0415 - there is no such module on Windows

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", _TWICE, str(_ATTITUDE), "--home", str(home)]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:

        def told(answer: bytes) -> bytes:
            os.write(ours, answer)
            heard = b""
            while b"ended with" not in heard:
                line = process.stdout.readline()
                assert line, heard
                heard += line
            return heard

        refused = told(b"n\n")
        assert b"Add 30 jobs?" in refused
        assert b"Your record is unchanged" in refused
        assert refused.endswith(b"ended with 3\n")
        assert not home.exists()
        agreed = told(b"y\n")
        process.wait(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert b"Add 30 jobs?" in agreed
    assert agreed.endswith(b"ended with 0\n")
    with Record.open(home) as record:
        assert len(record.units("role")) == 30


def test_the_outcome_can_be_named(home: Path) -> None:
    done = _run(_ATTITUDE, "--home", home, "--yes", "--outcome", "learning")
    assert done.exit_code == 0
    assert "Your main outcome is now 'learning'." in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.csv", b"", "empty.csv: the file is empty"),
        ("bad.json", b'{"work": [', "bad.json, line 1, column"),
        ("roles.csv", b"title\n", "nothing to add"),
        ("quotes.csv", b'title,pace\n"Editor,3\n', "quotes.csv, row 2"),
    ],
)
def test_a_bad_file_says_what_is_wrong_in_words(
    name: str, data: bytes, says: str, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    done = _run(path, "--home", home, "--yes")
    assert done.exit_code == 1
    assert says in done.stderr
    assert "your record is unchanged" in done.stderr.lower()
    assert isinstance(done.exception, SystemExit)
    assert not home.exists()


def test_a_missing_file_and_a_broken_catalogue_are_named(tmp_path: Path, home: Path) -> None:
    assert "gone.csv: the file cannot be read" in _run(tmp_path / "gone.csv", "--home", home, "--yes").stderr
    home.mkdir()
    (home / "catalogue.toml").write_text("[circumstance.x", "utf-8")
    done = _run(_ATTITUDE, "--home", home, "--yes")
    assert done.exit_code == 1
    assert "catalogue.toml" in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_text_of_a_file_cannot_steer_the_terminal(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "roles.csv"
    path.write_bytes("title,\x1b[31mcolour\nEd\x1b[2Jitor\u202e,\x1b]0;x\x07y\n".encode())
    done = _run(path, "--home", home, "--yes")
    assert done.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)
    with Record.open(home) as record:
        unit = record.units("role")[0].id
        assert record.current(items=("title",))[unit, "title"].value == "Ed[2Jitor"


def test_the_newest_import_is_taken_back_whole(home: Path, tmp_path: Path) -> None:
    one = tmp_path / "jobs.txt"
    one.write_text("Cook, The Anchor, 2001-2003\n", "utf-8")
    assert _run(one, "--home", home, "--yes").exit_code == 0
    told = _run(_ATTITUDE, "--home", home, "--yes")
    assert "To undo all of it: good-on-paper import --undo" in told.stdout
    asked = _run("--undo", "--home", home)
    assert asked.exit_code == 2
    assert "Nobody is there to ask" in asked.stderr
    taken = _run("--undo", "--home", home, "--yes")
    assert taken.exit_code == 0, taken.stderr
    assert "30 jobs removed again, 7 questions of your own removed" in taken.stdout
    with Record.open(home) as record:
        assert len(record.units("role")) == 1
    assert "1 job removed again" in _run("--undo", "--home", home, "--yes").stdout
    none = _run("--undo", "--home", home, "--yes")
    assert none.exit_code == 1
    assert "There is no import to undo. Your record is unchanged." in none.stderr


def test_undo_takes_no_file_and_makes_no_record(home: Path) -> None:
    both = _run(_ATTITUDE, "--undo", "--home", home)
    assert both.exit_code == _run("--home", home).exit_code == 2
    assert "Give either a file to import, or --undo." in both.stderr
    assert _run("--undo", "--home", home, "--yes").exit_code == 1
    assert not home.exists()
