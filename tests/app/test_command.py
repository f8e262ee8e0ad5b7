"""The command, as typed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app import launcher
from good_on_paper.app.command import cli

if TYPE_CHECKING:
    from pathlib import Path


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_help_names_every_command() -> None:
    words = said("--help")
    assert all(
        command in words
        for command in ("open", "import", "where", "backup", "restore", "check", "export", "forget", "wipe")
    )
    assert "--no-browser" in said("open", "--help")


def test_where_tells_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "mine"))
    assert said("where").strip() == str(tmp_path / "mine")
    assert said("where", "--home", str(tmp_path / "another")).strip() == str(tmp_path / "another")
    assert not (tmp_path / "mine").exists(), "asking makes nothing"


def test_the_sample_takes_no_home(tmp_path: Path) -> None:
    assert "leave out --home" in " ".join(said("open", "--sample", "--home", str(tmp_path), code=2).split())


def test_a_package_without_its_notebooks_says_where_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "__file__", str(tmp_path / "a" / "b" / "c" / "launcher.py"))
    with pytest.raises(launcher.LaunchError, match=r"run\.py"):
        launcher.kit_folder()


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
