"""Backup, restore, forget, wipe, check and export, as they are typed."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from good_on_paper.app.backup_record import backup_record
from good_on_paper.app.check_record import check_record
from good_on_paper.app.export_record import export_record
from good_on_paper.app.forget_answers import forget_answers
from good_on_paper.app.restore_record import restore_record
from good_on_paper.app.wipe_record import wipe_record
from good_on_paper.record import RECORD_FILE, Record, encryption
from good_on_paper.record.archive import archive_text
from good_on_paper.record.days import add_day

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COMMANDS = {
    "backup": backup_record,
    "check": check_record,
    "export": export_record,
    "forget": forget_answers,
    "restore": restore_record,
    "wipe": wipe_record,
}
SECRET = "Zyxwvut-Quandary"


def run(*arguments: str | Path, passphrase: str | None = None) -> Result:
    cli = typer.Typer()
    for name, command in COMMANDS.items():
        cli.command(name)(command)
    return CliRunner().invoke(
        cli, [*map(str, arguments)], env={"GOOD_ON_PAPER_PASSPHRASE": passphrase} if passphrase else None
    )


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(encryption.COST, "n", 2**6)  # at its own a passphrase takes half a second each time


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "a person"
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        for title in ("Editor", "Printer"):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", title, sitting=sitting)
            record.answer(role, "summary", f"{SECRET} as {title}", sitting=sitting)
    Record.open(folder).close()
    return folder


def holding(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]


def test_check_tells_what_there_is(home: Path) -> None:
    told = run("check", "--home", home)
    assert told.exit_code == 0, told.output
    assert f"Folder: {home}" in told.stdout
    assert "In it: 2 jobs, 6 answers" in told.stdout
    assert re.search(r"Newest good backup: 20\d\d-\d\d-\d\d \d\d:\d\d UTC, of 1", told.stdout)
    assert "The file is sound." in told.stdout
    assert SECRET not in told.output


@pytest.mark.parametrize("command", [["check"], ["backup"], ["forget", "--item", "x"], ["export", "file"]])
def test_looking_makes_no_record(tmp_path: Path, command: list[str]) -> None:
    told = run(*command, "--home", tmp_path / "nobody")
    assert told.exit_code == 1
    assert "there is no record yet" in told.stderr
    assert not (tmp_path / "nobody").exists()


def test_a_damaged_record_is_told_and_restored(home: Path) -> None:
    path = home / RECORD_FILE
    before = archive_text(path)
    path.write_bytes(path.read_bytes()[:9000])
    told = run("check", "--home", home)
    assert told.exit_code == 1
    assert f'good-on-paper restore --home "{home}"' in told.stderr
    assert run("restore", "--home", home).exit_code == 2
    done = run("restore", "--home", home, "--yes")
    assert done.exit_code == 0, done.output
    assert "What was there is in:" in done.stdout
    assert archive_text(path) == before
    assert "Kept aside by earlier restores: 1" in run("check", "--home", home).stdout


def test_trust_accepts_what_the_person_changed(home: Path) -> None:
    path = home / RECORD_FILE
    with sqlite3.connect(path) as sql:
        sql.execute("UPDATE answer SET memory = 3 WHERE seq = 2")
    sql.close()
    assert run("check", "--home", home).exit_code == 1
    assert run("check", "--home", home, "--trust").exit_code == 0
    assert run("check", "--home", home).exit_code == 0


def test_backups_are_made_listed_and_brought_back_by_name(home: Path) -> None:
    assert "Backed up and checked" in run("backup", "--home", home).stdout
    [line] = run("restore", "--list", "--home", home).stdout.splitlines()
    name, state = line.split()
    assert state == "good"
    assert run("restore", "--from", name, "--home", home, "--yes").exit_code == 0
    assert "no backup yet" in run("restore", "--list", "--home", home.parent).stdout


@pytest.mark.parametrize("command", [["backup", "--to"], ["export"]])
@pytest.mark.parametrize("passphrase", [None, "drei kleine Fuchse"])
def test_a_file_to_take_along_comes_back_in(home: Path, command: list[str], passphrase: str | None) -> None:
    file = home.parent / "copy file"
    options = ["--encrypt"] if passphrase else []
    made = run(*command, file, *options, "--home", home, passphrase=passphrase)
    assert made.exit_code == 0, made.output
    assert (SECRET.encode() in file.read_bytes()) == (passphrase is None)
    if passphrase:
        wrong = run("restore", "--from", file, "--home", home.parent / "new", "--yes", passphrase="wrong")
        assert wrong.exit_code == 1
        assert "does not open this file" in wrong.stderr
    brought = run("restore", "--from", file, "--home", home.parent / "new", "--yes", passphrase=passphrase)
    assert "6 answers added." in brought.stdout
    assert archive_text(home.parent / "new" / RECORD_FILE) == archive_text(home / RECORD_FILE)
    again = run("restore", "--from", file, "--home", home.parent / "new", "--yes", passphrase=passphrase)
    assert "Everything in it was there already." in again.stdout


def test_encrypting_beside_an_open_record_is_refused(home: Path) -> None:
    told = run("backup", "--encrypt", "--home", home)
    assert told.exit_code == 2
    assert "--to FILE" in told.stderr


def test_a_job_is_forgotten_by_its_name(home: Path) -> None:
    assert len(holding(home)) == 2
    done = run("forget", "--role", "editor", "--home", home, "--yes")
    assert done.exit_code == 0, done.output
    assert "Erased: 3 answers. Written again without them: 1 copy." in done.stdout
    assert run("forget", "--item", "summary", "--home", home, "--yes").exit_code == 0
    assert holding(home) == []


def test_a_cell_and_one_answer_are_forgotten(home: Path) -> None:
    (home / "exports").mkdir()
    (home / "exports" / "brief.html").write_text("x")
    done = run("forget", "--role", "Printer", "--item", "summary", "--home", home, "--yes")
    assert f"look through them, or delete them:\n  {home / 'exports' / 'brief.html'}\n" in done.stdout
    assert run("forget", "--answer", 3, "--home", home, "--yes").exit_code == 0
    assert holding(home) == []


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 2, "Say what to forget"),
        (["--answer", "1", "--item", "title"], 2, "Say what to forget"),
        (["--role", "Nobody"], 1, "Nothing is named 'Nobody'"),
        (["--item", "nothing", "--yes"], 1, "no answer was ever given"),
        (["--item", "title"], 2, "Nobody is there to ask"),
    ],
)
def test_what_cannot_be_forgotten_is_told(home: Path, options: list[str], code: int, said: str) -> None:
    before = archive_text(home / RECORD_FILE)
    told = run("forget", *options, "--home", home)
    assert (told.exit_code, said in told.stderr) == (code, True), told.output
    assert archive_text(home / RECORD_FILE) == before


def test_wiping_prints_a_receipt(home: Path) -> None:
    assert run("wipe", "--home", home).exit_code == 2
    assert holding(home)
    done = run("wipe", "--home", home, "--yes")
    assert done.exit_code == 0, done.output
    assert "Good on Paper: wiped on" in done.stdout
    assert not home.exists()


def test_no_folder_is_not_the_folder_one_is_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    for command in (["wipe", "--yes"], ["check"]):
        told = run(*command, "--home", "")
        assert told.exit_code == 2
        assert "No folder is named" in told.output
    assert holding(home)


SCRIPT = "import typer; from good_on_paper.app.wipe_record import wipe_record; typer.run(wipe_record)"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are POSIX")
@pytest.mark.parametrize(("typed", "code"), [("yes\n", 3), ("wipe\n", 0)])
def test_at_a_terminal_the_word_is_asked_for(home: Path, typed: str, code: int) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "--home", str(home)],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.write(ours, typed.encode())
    process.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    assert process.returncode == code
    assert home.exists() == (code != 0)


@pytest.mark.parametrize(
    ("options", "name", "begins"),
    [
        ([], "jobs.xlsx", b"PK"),
        ([], "jobs.csv", b"\xef\xbb\xbftitle,"),
        ([], "jobs.json", b'{"good_on_paper_archive"'),
        (["--as", "json-resume"], "jobs.json", b'{\n  "meta"'),
        (["--as", "csv"], "jobs", b"\xef\xbb\xbftitle,"),
    ],
)
def test_it_is_exported_as_told_or_as_the_ending_says(
    home: Path, tmp_path: Path, options: list[str], name: str, begins: bytes
) -> None:
    file = tmp_path / name
    told = run("export", file, *options, "--home", home)
    assert told.exit_code == 0, told.output
    assert file.read_bytes().startswith(begins)
    again = run("export", file, *options, "--home", home)
    assert again.exit_code == 1
    assert "there is such a file already" in again.stderr
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_what_is_private_goes_out_only_when_asked_for(home: Path, tmp_path: Path) -> None:
    with Record.open(home) as record:
        role = record.units("role")[0]
        record.answer(role, "place", "Nobody-Knows-Town", private=True, sitting=record.sitting("x"))
    told = run("export", tmp_path / "a.csv", "--home", home)
    assert "Left out as private: 1. --include-private" in told.stdout
    assert "Nobody-Knows" not in (tmp_path / "a.csv").read_text("utf-8")
    told = run("export", tmp_path / "b.csv", "--include-private", "--home", home)
    assert "It includes what you marked private." in told.stdout
    assert "Nobody-Knows" in (tmp_path / "b.csv").read_text("utf-8")


def test_only_an_archive_is_locked(home: Path, tmp_path: Path) -> None:
    told = run("export", tmp_path / "a.xlsx", "--encrypt", "--home", home, passphrase="drei kleine Fuchse")
    assert told.exit_code == 2
    assert "--encrypt locks an archive" in told.stderr
    assert not (tmp_path / "a.xlsx").exists()


def test_what_does_not_go_along_is_told(home: Path, tmp_path: Path) -> None:
    with Record.open(home) as record:
        sitting = record.sitting("roles")
        unit = record.add_unit("role", sitting=sitting)
        record.answer(unit, "decision_freedom", 3, sitting=sitting, memory=1)
        day = add_day(record, unit.id, "ordinary", sitting=lambda: sitting)
        stretch = record.add_unit("episode", parent=day, sitting=sitting)
        record.answer(stretch, "stretch_what", "Mail", sitting=sitting)
    told = run("export", tmp_path / "cv.json", "--as", "json-resume", "--home", home)
    assert "Left out: 1 of your jobs; a job in a CV needs a title or an employer." in told.stdout
    told = run("export", tmp_path / "jobs.csv", "--home", home)
    assert "A table does not bring back how sure you were of a rating" in told.stdout
    assert "Your days by the minute are not in it: --as days writes them" in told.stdout
    told = run("export", tmp_path / "days.csv", "--as", "days", "--home", home)
    assert (tmp_path / "days.csv").read_text("utf-8-sig").splitlines()[1].endswith("ordinary,Mail,,,,")
    assert "Your days" not in told.stdout
