"""Steps: say what is done, do it, and stop with words when it fails."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from subprocess import PIPE, STDOUT
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TAIL, WIDTH = 8, 150  # of a failed step's output: the lines that are shown, and their length
SOON = 5  # seconds that a command's last words may take; a program it left behind could hold the line open


class StoppedError(Exception):
    """Something the person has to know or do; the text is all they see."""


def say(words: str, end: str = "\n") -> None:
    """Print a line at once, also into a pipe."""
    print(f"Good on Paper: {words}", end=end, flush=True)


def do(words: str, command: list[str | Path], progress: Callable[[str], str] | None = None) -> None:
    """Say a step and run its command in quiet.

    Parameters
    ----------
    words : str
        What is being done.
    command : list of str or Path
        What does it.
    progress : callable, optional
        Says, of the command's output so far, how far it is; shown where somebody watches. Else dots are.

    Raises
    ------
    StoppedError
        With the last lines of the output, when the command fails or is not there.
    """
    say(words, end=" ")
    begun = time.monotonic()
    try:
        process = subprocess.Popen(command, stdout=PIPE, stderr=STDOUT, env=_settings())
    except OSError as error:
        print("- not possible.", flush=True)
        raise StoppedError(f"  | {command[0]}: {error}") from error
    output: list[str] = []
    reader = Thread(target=_read, args=(process, output), daemon=True)
    reader.start()
    try:
        while process.poll() is None:
            _wait_a_little(process)
            if process.poll() is None and sys.stdout.isatty():
                _show(words, "".join(output), progress)
    finally:
        process.kill()  # only Ctrl+C finds it still running
        process.wait()
    reader.join(SOON)
    if process.returncode == 0:
        print(f"- done, {time.monotonic() - begun:.0f} s.", flush=True)
        return
    print("- failed.", flush=True)
    lines = "".join(output).strip().splitlines()
    raise StoppedError("\n".join(f"  | {line[:WIDTH]}" for line in lines[-TAIL:]))


def _read(process: subprocess.Popen[bytes], output: list[str]) -> None:
    assert process.stdout is not None  # noqa: S101 - for the type checker
    for line in process.stdout:
        output.append(line.decode("utf-8", "replace"))  # noqa: PERF401 - read by others meanwhile


def _wait_a_little(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(1)


def _show(words: str, output: str, progress: Callable[[str], str] | None) -> None:
    if progress is None:
        print(".", end="", flush=True)
    else:
        print("\r", end="")
        say(f"{words} {progress(output)}", end=" ")


def _settings() -> dict[str, str]:
    """Return the environment variables of a step: without those that point pip or Python elsewhere."""
    elsewhere = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in elsewhere} | {
        "PYTHONSAFEPATH": "1",  # nothing that merely lies in the current folder is imported
        "PIP_USER": "0",
        "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "DEBIAN_FRONTEND": "noninteractive",
    }


def run(command: list[str | Path], *, folder: Path | None = None, env: dict[str, str] | None = None) -> int:
    """Run a command in the foreground and give its exit code; Ctrl+C is the command's to answer."""
    process = subprocess.Popen(command, cwd=folder, env=env)
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue
    finally:
        signal.signal(signal.SIGTERM, before)


def install_debian(package: str) -> bool:
    """Install a Debian package where that needs nobody's password; say whether it is there now."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    try:
        do("asking Debian for its list of packages", ["apt-get", "update", "-qq"])
        do(f"installing Debian's {package}", ["apt-get", "install", "-y", "-qq", package])
    except StoppedError as reason:
        say(f"Debian could not:\n{reason}")
        return False
    return True
