"""Steps: say what is done, do it, and stop with words when it fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TAIL, WIDTH = 8, 150  # of a failed step's output: the lines that are shown, and their length


class StoppedError(Exception):
    """Something the person has to know or do; the text is all they see."""


def say(words: str, end: str = "\n") -> None:
    """Print a line at once, also into a pipe."""
    print(f"Good on Paper: {words}", end=end, flush=True)


def do(words: str, command: list[str | Path]) -> None:
    """Say a step and run its command in quiet.

    Raises
    ------
    StoppedError
        With the last lines of the output, when the command fails or is not there.
    """
    say(words, end=" ")
    begun = time.monotonic()
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=_settings())
        except OSError as error:
            print("- not possible.", flush=True)
            raise StoppedError(f"  | {command[0]}: {error}") from error
        try:
            while process.poll() is None:
                _wait_a_little(process)
        finally:
            process.kill()  # only Ctrl+C finds it still running
            process.wait()
        if process.returncode == 0:
            print(f"- done, {time.monotonic() - begun:.0f} s.", flush=True)
            return
        print("- failed.", flush=True)
        output.seek(0)
        lines = output.read().decode("utf-8", "replace").strip().splitlines()
    raise StoppedError("\n".join(f"  | {line[:WIDTH]}" for line in lines[-TAIL:]))


def _wait_a_little(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        if sys.stdout.isatty():
            print(".", end="", flush=True)


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
