"""How much is asked by default: a promise to the person, counted through the forms."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "asked.py"
BEFORE = {"circumstances": 144, "how it went": 16}
"""Of eight jobs, before each could have how good it looked; what success means came on top, 27 more."""


def test_by_default_eight_jobs_are_asked_one_rating_a_job_more_and_nothing_else() -> None:
    ran = subprocess.run(
        [sys.executable, BENCHMARK], capture_output=True, text=True, env=os.environ, check=True
    )
    *parts, whole = ran.stdout.splitlines()
    counted = {part[:20].strip(): int(part[20:]) for part in parts}
    assert counted == BEFORE | {"how it looked": 8}
    assert whole.split()[:3] == ["in", "all", "168,"]
