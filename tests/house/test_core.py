"""The core keeps to itself, so that one day it can run in a browser, without files and threads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_core_starts_no_thread_and_touches_no_file(tmp_path: Path) -> None:
    script = Path(__file__).with_name("core_alone.py")
    command = [sys.executable, str(script), str(tmp_path / "record")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "5 questions" in done.stdout
