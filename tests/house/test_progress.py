"""A first start shows how far it is, where somebody watches."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from house.progress import WIDTH, of_packages

LOCK = "one==1 \\\n    --hash=sha256:0\ntwo==2 ; sys_platform == 'win32'\nthree==3\n"


def test_the_bar_counts_what_this_computer_needs() -> None:
    told = of_packages(LOCK)
    said = "Ignoring two: markers do not match\n"
    assert told(said).endswith(" 0 of 2 packages")
    said += "Collecting one==1 (from -r requirements.lock (line 1))\n  Downloading one.whl (16.8 MB)\n"
    assert told(said) == f"[{'#' * (WIDTH // 2)}{'.' * (WIDTH // 2)}] 1 of 2 packages"
    said += "Processing three.whl (from -r requirements.lock (line 4))\n"
    assert told(said).endswith(" 2 of 2 packages")
    assert told(f"{said}\nInstalling collected packages: one, three") == f"[{'#' * WIDTH}] unpacking all 2"


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of its own")
def test_a_terminal_sees_the_bar_and_a_pipe_does_not(root) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    slow = "import time; print('Collecting one', flush=True); time.sleep(2.5)"
    step = f"""
import sys
from house.progress import of_packages
from house.steps import do
do("fetching", [sys.executable, "-c", {slow!r}], of_packages({LOCK!r}))
"""
    command = [sys.executable, "-c", step]
    piped = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"Good on Paper: fetching - done, \d+ s\.\n", piped)
    ours, theirs = pty.openpty()
    subprocess.run(command, cwd=root, stdout=theirs, check=True)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "\rGood on Paper: fetching [" in seen
    assert "1 of 3 packages" in seen
