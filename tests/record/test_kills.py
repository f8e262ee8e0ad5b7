"""Kills at random moments, and several writers on a slow disk: the scripts in benchmarks/, at full length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


SCRIPTS = {
    "own disk": ("kill.py", "120"),
    "network drive": ("kill.py", "60", "--network"),
    "file events": ("kill_steps.py", "--every", "7"),  # each seventh of them; the script alone tries all
    "writers": ("writers.py", "4", "300", "4"),
}


@pytest.fixture(scope="module")
def started():
    """All that is asked for, started at once: each mostly waits, for a disk or for the moment of a kill."""
    here = SCRIPTS if sys.platform != "win32" else {"writers": SCRIPTS["writers"]}
    running = {
        name: subprocess.Popen(
            [sys.executable, str(BENCHMARKS / script), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, (script, *words) in here.items()
    }
    yield running
    for process in running.values():
        process.kill()
        process.wait()
        process.stdout.close()


def told_by(process):
    said, _ = process.communicate()
    assert process.returncode == 0, said
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("how", ["own disk", "network drive"])
def test_kills_at_random_moments_lose_and_double_nothing(started, how):
    assert ", 0 lost, 0 doubled" in told_by(started[how])


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_kills_at_file_events_leave_nothing_half_done(started):
    assert told_by(started["file events"]).count(", 0 wrong") == 13


def test_writers_on_a_slow_disk_lose_and_double_nothing(started):
    assert ", 0 lost, 0 doubled, in order" in told_by(started["writers"])
