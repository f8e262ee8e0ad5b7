"""Files moved or removed under an open record: never acknowledged, never begun anew without a word."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from good_on_paper.record import RECORD_FILE, Damaged, NotSaved, Record, RecordError
from good_on_paper.record.damage import trust
from good_on_paper.record.folder import UNCLOSED_FILE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a file in use cannot be moved there")

LATER = """
import os, pathlib, sys
from good_on_paper.record import NotSaved, Record
record = Record.open(sys.argv[1])
sitting = record.sitting("lines")
for number in range(3):
    record.answer(record.person, "line", number, sitting=sitting)
for ending in sys.argv[2].split():
    pathlib.Path(f"{record.path}{ending}").unlink()
try:
    if len(sys.argv) > 3:
        record.answer(record.person, "line", "lost", sitting=sitting)
except NotSaved as error:
    print(error)
os._exit(9)  # killed
"""


@pytest.fixture
def opened(tmp_path):
    record = Record.open(tmp_path / "person")
    sitting = record.sitting("lines")
    record.answer(record.person, "line", "first", sitting=sitting)
    yield record, sitting
    record.close()


def values(folder):
    with Record.open(folder) as record:
        return [answer.value for answer in record.answers()]


def test_a_moved_folder_takes_no_more_answers_until_it_is_back(opened, tmp_path):
    record, sitting = opened
    (tmp_path / "person").rename(tmp_path / "moved")
    with pytest.raises(
        NotSaved, match=rf"NOT SAVED in .*person: {RECORD_FILE} was moved or removed.*bring the"
    ):
        record.answer(record.person, "line", "astray", sitting=sitting)
    (tmp_path / "moved").rename(tmp_path / "person")
    record.answer(record.person, "line", "back", sitting=sitting)
    record.close()
    assert values(tmp_path / "person") == ["first", "back"]


def test_no_second_record_is_begun_where_an_open_one_was_moved_away(opened, tmp_path):
    record, _ = opened
    (tmp_path / "person").rename(tmp_path / "moved")
    with pytest.raises(RecordError, match="a record is open here, but its folder was moved or removed"):
        Record.open(tmp_path / "person")
    assert not (tmp_path / "person").exists()
    record.close()
    assert values(tmp_path / "moved") == ["first"]
    assert values(tmp_path / "person") == [], "nobody has it open any more"


def test_a_removed_folder_is_told(opened, tmp_path):
    record, sitting = opened
    shutil.rmtree(tmp_path / "person")
    with pytest.raises(NotSaved, match="was moved or removed"):
        record.answer(record.person, "line", "gone", sitting=sitting)


def test_another_file_in_its_place_is_told_and_left_alone(opened, tmp_path):
    record, sitting = opened
    copy = tmp_path / "copy"
    copy.write_bytes(record.path.read_bytes())
    copy.replace(record.path)
    before = record.path.read_bytes()
    with pytest.raises(NotSaved, match="was exchanged for another file"):
        record.answer(record.person, "line", "gone", sitting=sitting)
    record.close()
    assert record.path.read_bytes() == before


def later(folder, *arguments):
    Record.open(folder).close()
    done = subprocess.run(
        [sys.executable, "-c", LATER, str(folder), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 9, done.stderr
    return done.stdout


@pytest.mark.parametrize("gone", ["-wal", "-wal -shm", "-shm"])
def test_a_journal_removed_in_use_is_told_and_what_was_saved_is_not_lost_by_a_kill(tmp_path, gone):
    told = later(tmp_path, gone, "and one more")
    assert told.startswith(f"NOT SAVED in {tmp_path}: {RECORD_FILE}{gone.split()[0]} was moved or removed")
    assert values(tmp_path) == [0, 1, 2]


@pytest.mark.parametrize("gone", ["-wal", "-wal -shm"])
def test_a_journal_removed_before_a_kill_is_never_taken_for_an_empty_record(tmp_path, gone):
    later(tmp_path, gone)
    for _ in range(2):
        with pytest.raises(Damaged, match=r"what was written last.*check --trust"):
            Record.open(tmp_path)
    trust(tmp_path / RECORD_FILE)
    assert values(tmp_path) == []


def test_a_journal_removed_elsewhere_is_not_begun_anew_by_a_second_window(opened):
    record, sitting = opened
    for ending in ("-wal", "-shm"):
        record.path.with_name(RECORD_FILE + ending).unlink()
    with pytest.raises(NotSaved, match="taken away while the record is open elsewhere"):
        Record.open(record.folder)
    with pytest.raises(NotSaved, match="close all windows"):
        record.answer(record.person, "line", "second", sitting=sitting)
    record.close()
    assert values(record.folder) == ["first"]


def test_a_closed_record_has_nothing_open_about_it(opened):
    record, _ = opened
    assert record.path.with_name(UNCLOSED_FILE).exists()
    with Record.open(record.folder):
        pass
    assert record.path.with_name(UNCLOSED_FILE).exists(), "one of two still has it open"
    record.close()
    assert sorted(file.name for file in record.folder.iterdir()) == ["backups", "record.seal", RECORD_FILE]
