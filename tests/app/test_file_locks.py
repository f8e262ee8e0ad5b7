"""Files locked to keys by the command: made, said, opened; and nothing of a secret key is ever shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

pytest.importorskip("pyrage")

from good_on_paper.app.command import cli
from good_on_paper.app.terminal import PASSPHRASE
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path

SECRET, NAME = "Zyxwvut-Quandary", "Quillhaven"


def said(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "home") as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        for item, value in {"title": "Baker", "employer": NAME, "pace": 3, "summary": SECRET}.items():
            record.answer(role, item, value, sitting=sitting)
    return tmp_path / "home"


def test_a_copy_goes_to_a_key_and_comes_back_to_another_without_a_passphrase(
    home: Path, tmp_path: Path
) -> None:
    ruths, annas = tmp_path / "ruth.key", tmp_path / "anna.key"
    told = said("key", "new", ruths)
    public = told.splitlines()[-1]
    assert public.startswith("age1")
    assert said("key", "show", ruths).strip() == public
    said("key", "new", annas)
    if os.name == "posix":
        assert ruths.stat().st_mode & 0o077 == 0
    secret = ruths.read_text("ascii").splitlines()[-1]
    assert "there is such a file already" in said("key", "new", ruths, code=1)
    (tmp_path / "keys.txt").write_text(f"# Ruth\n{public}\n", "utf-8")
    (tmp_path / "anna.pub").write_text(said("key", "show", annas), "utf-8")

    there, label = tmp_path / "for-ruth", "Spring, from A."
    copy = ("copy", there, "--for", "Ruth", "--text", "--home", home, "--yes")
    shown = said(*copy, "--lock-to", tmp_path / "keys.txt", "--label", label)
    assert "Their key opens it." in shown
    assert "a locked file, made on " in shown
    assert f"On it is written: “{label}”." in shown
    data = there.read_bytes()
    assert label.encode() in data
    for planted in (SECRET, NAME, "Baker", "Ruth", "Employer", public, secret):
        assert planted.encode() not in data.replace(label.encode(), b"")

    coach = ("--home", tmp_path / "coach", "--yes")
    told = said("restore", "--from", there, *coach, code=2)
    assert "name it with --key" in told
    assert f"On it is written: “{label}”." in told
    assert "Your key does not open this file" in said(
        "restore", "--from", there, "--key", annas, *coach, code=1
    )
    told = said("restore", "--from", there, "--key", ruths, *coach)
    assert "The file is locked; what came out of it is not." in told
    with Record.open(tmp_path / "coach") as record:
        role = record.units("role")[0]
        record.answer(role, "pace", 6, sitting=record.sitting("lines"))
    back = tmp_path / "back"
    said("export", back, "--lock-to", tmp_path / "anna.pub", "--home", tmp_path / "coach")
    told = said("merge", back, "--key", annas, "--home", home, "--yes")
    assert "a locked file, made on " in told
    assert "New answers: 1\n" in told
    for output in (shown, told):
        assert secret not in output


def test_what_a_locked_file_says_comes_before_its_passphrase(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "four blue geese at noon")
    there = tmp_path / "there"
    said("export", there, "--encrypt", "--label", "Mine", "--home", home)
    monkeypatch.delenv(PASSPHRASE)
    told = said("merge", there, "--home", home, code=2)
    assert told.index("On it is written: “Mine”.") < told.index("Nobody is there to ask for the passphrase")
    assert "--label is for a locked file" in said(
        "export", tmp_path / "x", "--label", "M", "--home", home, code=2
    )


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("age1nokey", "The key, line 1: 'age1nokey' is not a public key."),
        ("no-such-file", "no-such-file: is not there, or no file of keys. Expected a public key, age1..."),
        ("AGE-SECRET-KEY-1QQ", "this is the secret half of a key. It belongs to its owner alone."),
    ],
)
def test_what_is_no_key_is_said_and_nothing_is_written(
    home: Path, tmp_path: Path, to: str, expected: str
) -> None:
    words = ("copy", tmp_path / "x", "--for", "Ruth", "--home", home, "--yes", "--lock-to", to)
    told = said(*words, code=1)
    assert expected in told
    assert "SECRET-KEY-1QQ" not in told
    assert not (tmp_path / "x").exists()
