"""The command, as typed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import good_on_paper
from good_on_paper.app import command as module
from good_on_paper.app import launcher
from good_on_paper.app.command import cli, main
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


COMMANDS = (
    *(
        "open",
        "import",
        "where",
        "backup",
        "restore",
        "check",
        "brief",
        "export",
        "copy",
        "merge",
        "forget",
        "wipe",
    ),
)


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_help_names_every_command() -> None:
    words = said("--help")
    assert all(command in words for command in COMMANDS)
    assert "--no-browser" in said("open", "--help")


def test_it_says_its_version_and_does_not_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["good-on-paper", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"Good on Paper {good_on_paper.__version__}"


def test_where_tells_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "mine"))
    assert said("where").strip() == str(tmp_path / "mine")
    assert said("where", "--home", str(tmp_path / "another")).strip() == str(tmp_path / "another")
    assert not (tmp_path / "mine").exists(), "asking makes nothing"


def test_the_sample_takes_no_home(tmp_path: Path) -> None:
    assert "leave out --home" in " ".join(said("open", "--sample", "--home", str(tmp_path), code=2).split())


def test_without_a_command_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    for words, meant in {
        (): ["open"],
        ("--sample", "--no-browser"): ["open", "--sample", "--no-browser"],
        ("--help",): ["--help"],
        ("where", "--person", "Ada"): ["where", "--person", "Ada"],
    }.items():
        heard = []
        monkeypatch.setattr(module, "cli", lambda said, heard=heard, **_: heard.extend(said))
        monkeypatch.setattr(sys, "argv", ["good-on-paper", *words])
        module.main()
        assert heard == meant


def test_help_waits_for_none_of_the_large_packages() -> None:
    look = (
        "import sys; from good_on_paper.app.command import main; sys.argv[1:] = ['--help']\n"
        "try: main()\n"
        "except SystemExit: print('loaded:', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("loaded:")[2].split())
    large = {"pandas", "numpy", "pydantic", "rich", "cryptography", "jupyter_server", "asyncio", "tomlkit"}
    assert "typer" in loaded
    assert loaded & large == set()


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "good_on_paper", "where", "--home", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(tmp_path)


def test_without_a_screen_no_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert not launcher.can_show_a_browser()
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_CONNECTION", "from afar")
    assert not launcher.can_show_a_browser()


def test_every_command_takes_a_person_beside_a_folder() -> None:
    for command in COMMANDS:
        words = said(command, "--help")
        assert "--person" in words, command
        assert "--home" in words, command


def test_each_person_has_a_folder_and_nobody_is_led_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    said("people", "new", "Ada Lovelace")
    assert said("where", "--person", "ada lovelace").strip().endswith("ada lovelace")
    assert "nobody called" in said("where", "--person", "../../etc", code=2)
    assert "Give one of them" in said("where", "--person", "Ada", "--home", str(tmp_path), code=2)
    assert "leave out --home" in " ".join(said("open", "--sample", "--person", "A", code=2).split())


def test_two_people_on_one_computer_stay_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for person, job in (("Ada", "Analyst"), ("Grace", "Compiler")):
        (tmp_path / "jobs.txt").write_text(f"{job}, Acme, 2014-2017\n", "utf-8")
        said("people", "new", person)
        said("import", str(tmp_path / "jobs.txt"), "--yes", "--person", person)
    for person, job in (("Ada", "Analyst"), ("grace", "Compiler")):
        with Record.open(said("where", "--person", person).strip()) as record:
            [unit] = record.units("role")
            assert record.current(items=("title",))[unit.id, "title"].value == job


def test_the_greeting_names_the_person_and_what_to_note(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "ada"
    notes = launcher.notes_on(folder)
    told = launcher.greeting("http://x", folder, browser=False, sample=False, name="Ada\x1b[2J", notes=notes)
    assert "This is Ada[2J: the answers are kept in" in told
    assert "Please note: " in told
    assert "Dropbox synchronises" in told
    assert "\x1b" not in told


def test_a_damaged_record_is_told_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite3").write_bytes(b"not a record " * 500)
    [note] = launcher.notes_on(tmp_path)
    assert str(tmp_path) in note


def test_the_name_reaches_the_kernels_and_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOD_ON_PAPER_PERSON", "before")
    with launcher.record_for(tmp_path, tmp_path, name="Ada", sample=False):
        assert os.environ["GOOD_ON_PAPER_PERSON"] == "Ada"
        assert "GOOD_ON_PAPER_SAMPLE" not in os.environ
    with launcher.record_for(tmp_path, tmp_path, sample=False):
        assert "GOOD_ON_PAPER_PERSON" not in os.environ
    assert os.environ["GOOD_ON_PAPER_PERSON"] == "before"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in a file's place has another name there")
def test_what_nobody_foresaw_ends_in_a_sentence(tmp_path: Path) -> None:
    """A folder where a backup's seal should be a file."""
    home = tmp_path / "qzx-typed"
    Record.open(home).close()
    backup = home / "backups" / "2026-01-01T000000.000000Z"
    (backup / "record.seal").mkdir(parents=True)
    (backup / "record.sqlite3").touch()
    command = [sys.executable, "-m", "good_on_paper", "check", "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Good on Paper could not do that (IsADirectoryError, ")
    assert "Traceback" not in done.stderr
    assert "qzx-typed" not in done.stderr
