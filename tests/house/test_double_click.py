"""The files one double-clicks: which Python they take, and what they say where there is none."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell runs them")
DOOR, ON_LINUX, ON_WINDOWS = "Start.command", "Start.desktop", "Start.bat"
STARTED = "import sys; print('started by', sys.executable, sys.argv[1:]); sys.exit(int(sys.argv[1]))"


@pytest.fixture
def beside(tmp_path: Path, root: Path) -> Path:
    """The files in a folder with a space, beside a run.py that says who started it and ends as it is told."""
    folder = tmp_path / "My Kit"
    folder.mkdir()
    for name in (DOOR, ON_LINUX):
        shutil.copy(root / name, folder)
    (folder / "run.py").write_text(STARTED, encoding="utf-8")
    return folder


def opened(folder: Path, *words: str, commands: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(folder / DOOR), *words],
        env={"PATH": str(commands), "HOME": str(folder)},
        input="\n",
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )


def test_python_starts_the_kit_in_its_folder(beside: Path, commands: Path) -> None:
    (commands / "python3").symlink_to(sys.executable)
    ran = opened(beside, "0", "--sample", commands=commands)
    assert ran.returncode == 0, ran.stderr
    assert "started by" in ran.stdout
    assert "'--sample'" in ran.stdout
    assert "Press Return" not in ran.stdout


def test_a_window_with_an_error_stays_until_it_is_read(beside: Path, commands: Path) -> None:
    (commands / "python3").symlink_to(sys.executable)
    ran = opened(beside, "3", commands=commands)
    assert ran.returncode == 3
    assert "Press Return" in ran.stdout


def test_an_old_python_is_passed_over_and_none_is_said(beside: Path, commands: Path) -> None:
    old = commands / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ran = opened(beside, "0", commands=commands)
    assert ran.returncode == 1
    assert "needs Python 3.11 or newer" in ran.stdout
    assert "https://www.python.org/downloads" in ran.stdout
    assert "Press Return" in ran.stdout
    (commands / "python3.12").symlink_to(sys.executable)
    assert "started by" in opened(beside, "0", commands=commands).stdout


@pytest.mark.skipif(not shutil.which("uv"), reason="needs uv")
def test_uv_gives_the_python_where_it_is_there(beside: Path, commands: Path) -> None:
    (commands / "uv").symlink_to(shutil.which("uv"))
    (commands / "python3.11").symlink_to(sys.executable)
    assert "started by" in opened(beside, "0", commands=commands).stdout


def test_on_linux_the_desktop_file_opens_the_one_beside_it(beside: Path, commands: Path) -> None:
    for program in ("sh", "dirname"):
        (commands / program).symlink_to(shutil.which(program))
    (commands / "python3").symlink_to(sys.executable)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(beside / ON_LINUX)
    line = entry["Desktop Entry"]["Exec"]
    script, where = re.fullmatch(r"sh -c '(.*)' sh (%k)", line).groups()
    assert where == "%k"  # the desktop puts the file's own place there
    ran = subprocess.run(
        ["/bin/sh", "-c", script, "sh", str(beside / ON_LINUX)],
        env={"PATH": str(commands), "HOME": str(beside)},
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "started by" in ran.stdout, ran.stderr
    assert entry["Desktop Entry"]["Terminal"] == "true"


def test_the_file_for_windows_has_the_line_ends_that_windows_needs(root: Path) -> None:
    lines = (root / ON_WINDOWS).read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])
    text = (root / ON_WINDOWS).read_text(encoding="ascii")
    called = set(re.findall(r"(?:call|goto) :?(\w+)", text))
    assert called == set(re.findall(r"^:(\w+)", text, re.MULTILINE))
