"""Kills at random moments, and several writers on a slow disk: the scripts in benchmarks/, at full length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def ran(script, *arguments):
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("how", [["200"], ["60", "--network"]], ids=["own disk", "network drive"])
def test_kills_at_random_moments_lose_and_double_nothing(how):
    assert ", 0 lost, 0 doubled" in ran("kill.py", *how)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_kills_at_file_events_leave_nothing_half_done():
    """Each fifth of them; the script alone tries all."""
    told = ran("kill_steps.py", "--every", "5")
    assert told.count(", 0 wrong") == 8


def test_writers_on_a_slow_disk_lose_and_double_nothing():
    assert ", 0 lost, 0 doubled, in order" in ran("writers.py", "4", "1000", "4")
