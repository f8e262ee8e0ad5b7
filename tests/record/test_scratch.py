"""Folders for one run: gone at its end, or, after a kill, at the next start; nobody else's ever."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from good_on_paper.record import Record
from good_on_paper.record.scratch import Scratch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")

HOLDER = """
import sys
from good_on_paper.record.scratch import Scratch
scratch = Scratch()
print(scratch.path, flush=True)
sys.stdin.read()
"""
SAMPLE = """
import good_on_paper as gop
print(gop.sample().record.folder)
kept = gop.sample()
print(kept.record.folder)
"""


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(place):
    return sorted(path.name for path in place.glob("good-on-paper-*"))


def test_it_is_gone_at_the_end(place):
    with Scratch() as scratch, Record.open(scratch.path / "record") as record:
        assert record.warnings == ()
        assert left(place) == [scratch.path.name]
    assert left(place) == []


def test_what_a_killed_run_left_is_swept_and_what_is_in_use_is_not(place):
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    killed, living = (Path(run.stdout.readline().strip()) for run in runs)
    runs[0].send_signal(signal.SIGKILL)
    runs[0].wait()
    Scratch().remove()
    assert left(place) == [living.name]
    assert not killed.exists()
    runs[1].communicate()


def test_a_folder_of_that_name_that_is_not_the_kits_stays(place):
    own = place / "good-on-paper-notes"
    own.mkdir()
    (own / "mine.txt").write_text("mine")
    with Scratch() as scratch:
        stamp = next(path for path in scratch.path.iterdir() if path.is_file())
        (place / "good-on-paper-link").symlink_to(own)
        (own / stamp.name).write_text("mine, too")
        Scratch().remove()
    assert (own / "mine.txt").exists()


def test_the_sample_leaves_nothing_in_the_temporary_folder(place):
    ran = subprocess.run([sys.executable, "-c", SAMPLE], capture_output=True, text=True, check=True)
    assert str(place) in ran.stdout
    assert left(place) == []
