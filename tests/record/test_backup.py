"""Backups: when they are taken, that they are whole, which of them stay, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.record import RECORD_FILE, Damaged, Record, RecordError, backup
from good_on_paper.record.backup import BACKUPS, backups, kept, newest_good, take
from good_on_paper.record.folder import STAMP
from good_on_paper.record.forget import forget_cell
from good_on_paper.record.restore import restore

HOLDER = """
import sys
from good_on_paper.record import Record
with Record.open(sys.argv[1]):
    print(flush=True)
    input()
"""


@pytest.fixture
def folder(tmp_path):
    """A closed record with answers and the day's backup."""
    folder = tmp_path / "person"
    with Record.open(folder) as record:
        sitting = record.sitting("lines")
        for number in range(60):
            record.answer(record.person, f"line_{number % 20}", f"words {number}", sitting=sitting)
    (folder / "catalogue.toml").write_text('[circumstance.my_line]\nlabel = "Mine"\n')
    Record.open(folder).close()
    return folder


def said(folder):
    with Record.open(folder) as record:
        return [(answer.seq, answer.value) for answer in record.answers()]


def answer(folder, value):
    with Record.open(folder) as record:
        record.answer(record.person, "later", value, sitting=record.sitting("lines"))


def test_the_first_opening_of_a_day_takes_one(folder):
    [backup] = backups(folder)
    assert backup.sound
    with closing(sqlite3.connect(backup.path)) as sql:
        assert sql.execute("SELECT count(*) FROM answer").fetchone() == (60,)
    assert (backup.folder / "catalogue.toml").read_text() == '[circumstance.my_line]\nlabel = "Mine"\n'
    Record.open(folder).close()
    assert backups(folder) == [backup]


def test_an_empty_record_needs_none(tmp_path):
    Record.open(tmp_path).close()
    Record.open(tmp_path).close()
    assert backups(tmp_path) == []


def test_a_record_left_open_over_midnight_is_backed_up_with_the_first_answer_of_the_day(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("lines")
        record.answer(record.person, "line", 1, sitting=sitting)
        assert backups(tmp_path) == []
        record._connection.daily._looked -= timedelta(days=1)  # noqa: SLF001 - the day before
        record.answer(record.person, "line", 2, sitting=sitting)
        record.wait_for_backup()
        [backup] = backups(tmp_path)
        assert backup.sound
        with closing(sqlite3.connect(backup.path)) as sql:
            assert sql.execute("SELECT max(seq) FROM answer").fetchone() == (2,)


@pytest.fixture
def slow(monkeypatch):
    """A copy that takes until it is let go: in its middle, of the state it began with."""
    begun, go = threading.Event(), threading.Event()
    fault = backup.first_fault

    def waits(sql):
        begun.set()
        assert go.wait(60)
        return fault(sql)

    monkeypatch.setattr(backup, "first_fault", waits)
    yield begun, go
    go.set()


def test_answers_are_given_and_saved_while_the_backup_is_made(tmp_path, slow):
    begun, go = slow
    answer(tmp_path, 1)
    with Record.open(tmp_path) as record:
        assert begun.wait(60)
        record.answer(record.person, "line", 2, sitting=record.sitting("lines"))
        assert len(record.answers()) == 2
        assert backups(tmp_path) == [], "unchecked it does not count"
        go.set()
        record.wait_for_backup()
        assert [each.counted for each in backups(tmp_path)] == [(1, 1)]


def test_closing_waits_for_the_backup(tmp_path, slow):
    begun, go = slow
    answer(tmp_path, 1)
    record = Record.open(tmp_path)
    assert begun.wait(60)
    closer = threading.Thread(target=record.close)
    closer.start()
    closer.join(0.2)
    assert closer.is_alive()
    go.set()
    closer.join(60)
    assert [each.sound for each in backups(tmp_path)] == [True]
    assert (tmp_path / "record.seal").exists()


def test_forgetting_waits_for_the_backup_and_reaches_it(tmp_path, slow):
    begun, go = slow
    answer(tmp_path, "a secret")
    with Record.open(tmp_path) as record:
        assert begun.wait(60)
        forgotten = threading.Thread(target=forget_cell, args=(tmp_path, record.person.id, "later"))
        forgotten.start()
        go.set()
        forgotten.join(60)
        record.wait_for_backup()
    [only] = backups(tmp_path)
    assert only.sound
    assert b"a secret" not in only.path.read_bytes()


def test_two_windows_make_one_backup_a_day(tmp_path):
    answer(tmp_path, 1)
    with Record.open(tmp_path) as record, Record.open(tmp_path) as other:
        record.wait_for_backup()
        other.wait_for_backup()
        assert len(backups(tmp_path)) == 1


def test_a_record_in_whose_copy_a_fault_is_found_takes_no_more_answers(tmp_path, monkeypatch):
    answer(tmp_path, 1)
    monkeypatch.setattr(backup, "first_fault", lambda _sql: "row 7 is not as it was written")
    with Record.open(tmp_path) as record:
        record.wait_for_backup()
        assert "row 7" in record.warnings[-1]
        with pytest.raises(Damaged, match="row 7"):
            record.sitting("lines")
    assert not (tmp_path / "record.seal").exists(), "the next opening looks it through"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_nobody_else_can_read_one(folder):
    for entry in (folder / BACKUPS).rglob("*"):
        assert stat.S_IMODE(entry.stat().st_mode) == (0o700 if entry.is_dir() else 0o600), entry.name


def test_when_none_can_be_made_answers_are_still_saved_and_the_trouble_is_told(tmp_path):
    answer(tmp_path, 1)
    (tmp_path / BACKUPS).write_text("in the way")
    with Record.open(tmp_path) as record:
        record.answer(record.person, "line", 2, sitting=record.sitting("lines"))
        record.wait_for_backup()
        assert any("No backup could be made today" in words for words in record.warnings)
        assert len(record.answers()) == 2


def test_what_a_killed_process_left_half_made_is_cleared_away(folder):
    (folder / BACKUPS / f"making-{0:032x}").mkdir()
    take(folder / RECORD_FILE)
    assert not list((folder / BACKUPS).glob("making-*"))


first, last = datetime(2020, 1, 1), datetime(2027, 1, 1)  # noqa: DTZ001 - the zone is given below
moments = st.lists(st.datetimes(first, last, timezones=st.just(UTC)), max_size=80)


@given(moments)
def test_the_newest_of_each_day_week_and_month_stays(moments):
    stay = kept(sorted(moments, reverse=True))
    assert stay <= set(moments)
    assert len(stay) <= 7 + 4 + 12
    days = sorted({moment.date() for moment in moments}, reverse=True)
    months = sorted({(moment.year, moment.month) for moment in moments}, reverse=True)
    for day in days[:7]:
        assert max(moment for moment in moments if moment.date() == day) in stay
    for month in months[:12]:
        assert max(moment for moment in moments if (moment.year, moment.month) == month) in stay
    assert kept(sorted(stay, reverse=True)) == stay


def test_a_year_of_days_leaves_a_handful():
    first = datetime(2025, 1, 1, 12, tzinfo=UTC)
    made = [first + timedelta(days=day) for day in range(365)]
    assert len(kept(made[::-1])) == 7 + 2 + 11  # two of the weeks and one of the months are among the days


def test_restore_brings_the_newest_good_one_back_and_keeps_what_was_there(folder):
    before = said(folder)
    answer(folder, "after the backup")
    there = (folder / RECORD_FILE).read_bytes()
    restored = restore(folder)
    assert said(folder) == before
    assert (restored.aside / RECORD_FILE).read_bytes() == there
    assert restored.source == newest_good(folder).path
    assert restore(folder, restored.aside / RECORD_FILE).source.parent == restored.aside
    assert said(folder)[-1][1] == "after the backup"


def test_restore_takes_a_backup_by_its_name(folder):
    older = backups(folder)[0]
    answer(folder, "later")
    take(folder / RECORD_FILE, why="before-shape-9")
    restore(folder, older.folder.name)
    assert len(said(folder)) == 60


def test_restore_passes_over_a_backup_that_is_no_longer_what_it_was(folder):
    good = backups(folder)[0]
    worse = take(folder / RECORD_FILE, why="before-shape-9")
    content = bytearray(worse.path.read_bytes())
    content[5000] ^= 1
    worse.path.write_bytes(content)
    assert newest_good(folder) == good
    with pytest.raises(RecordError, match="has changed since it was made"):
        restore(folder, worse.folder.name)


def test_restore_refuses_while_the_record_is_open(folder):
    with Record.open(folder), pytest.raises(RecordError, match="open elsewhere"):
        restore(folder)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    other.stdout.readline()
    with pytest.raises(RecordError, match="open elsewhere"):
        restore(folder)
    other.communicate("\n")
    restore(folder)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("nothing", None, "not found"),
        ("diary", b"my diary", "not a record of Good on Paper"),
        ("short", b"SQLite format 3\0", "not a record of Good on Paper"),
    ],
)
def test_restore_refuses_what_is_no_copy_and_changes_nothing(folder, tmp_path, name, content, expected):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = said(folder)
    with pytest.raises(RecordError, match=expected):
        restore(folder, tmp_path / name)
    assert said(folder) == before
    assert not (folder / "set-aside").exists()


def test_restore_without_any_backup_says_what_to_do(folder):
    shutil.rmtree(folder / BACKUPS)
    with pytest.raises(RecordError, match="there is no good backup"):
        restore(folder)


def test_a_journal_of_the_damaged_file_is_never_worked_into_the_restored_one(folder):
    before = said(folder)
    record = Record.open(folder)
    record.answer(record.person, "later", "in the journal only", sitting=record.sitting("lines"))
    wal = record.path.with_name(RECORD_FILE + "-wal").read_bytes()
    record.close()
    (folder / (RECORD_FILE + "-wal")).write_bytes(wal)
    restored = restore(folder)
    assert said(folder) == before
    assert (restored.aside / (RECORD_FILE + "-wal")).read_bytes() == wal


def test_restore_makes_nothing_where_there_is_nothing(tmp_path):
    with pytest.raises(RecordError, match="no good backup"):
        restore(tmp_path / "mistyped")
    assert not (tmp_path / "mistyped").exists()


def redated(backup, **by):
    """Give a backup the name it had got from a clock that was wrong by so much."""
    name = (backup.taken + timedelta(**by)).strftime(STAMP)
    return backup.folder.rename(backup.folder.with_name(name)).name


def test_a_backup_dated_years_ahead_is_not_the_newest_for_years(folder):
    redated(backups(folder)[0], days=3650)
    for number in range(5):
        answer(folder, f"day {number}")
        made = take(folder / RECORD_FILE)
        redated(made, days=-number)
    assert newest_good(folder).counted == (65, 65)
    path = folder / RECORD_FILE
    path.write_bytes(path.read_bytes()[:9000])
    restore(folder)
    assert said(folder)[-1] == (65, "day 4")


def test_a_clock_set_back_does_not_thin_out_the_one_just_made_nor_the_fullest(folder):
    """All the places of days, weeks and months are taken by later ones."""
    [first] = backups(folder)
    for month in range(30):
        copied = first.folder.with_name((first.taken + timedelta(days=31 * month + 9)).strftime(STAMP))
        shutil.copytree(first.folder, copied)
    shutil.rmtree(first.folder)
    answer(folder, "one more")
    full = take(folder / RECORD_FILE)
    with Record.open(folder) as record:
        person = record.person.id
    forget_cell(folder, person, "later")
    assert full.sound, "forgetting reached it"
    answer(folder, "and more")
    full = take(folder / RECORD_FILE)
    assert full.sound
    restore(folder, backups(folder)[-1].folder.name)
    made = take(folder / RECORD_FILE)
    assert made.sound
    assert full.sound, "none holds more answers"
    assert len(backups(folder)) <= 7 + 4 + 12 + 2


def test_after_going_back_what_is_said_then_is_the_newest(folder):
    for number in range(30):
        answer(folder, f"other way {number}")
    left = take(folder / RECORD_FILE)
    older = backups(folder)[-1]
    restore(folder, older.folder.name)
    answer(folder, "after going back")
    made = take(folder / RECORD_FILE, why="before-shape-9")
    redated(left, days=900)
    assert newest_good(folder) == made
    restore(folder)
    assert said(folder)[-1][1] == "after going back"


RESTORE = """
import os, sys
from pathlib import Path
from good_on_paper.record import exchange, restore
def killed(_path): os._exit(9)
setattr(exchange, sys.argv[2], killed)
restore.restore(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("moment", ["unseal", "mark_closed", "sync_folder"])
def test_a_restore_cut_short_is_finished_and_what_was_there_is_whole_aside(folder, moment):
    """Before the exchange, between the journal and the file, and after it."""
    before = said(folder)
    record = Record.open(folder)
    record.answer(record.person, "later", "in the journal only", sitting=record.sitting("lines"))
    kept = {path.name: path.read_bytes() for path in folder.glob("record.sqlite3*")}
    record.close()
    for name, content in kept.items():  # as a kill leaves it
        (folder / name).write_bytes(content)
    (folder / "record.seal").unlink()
    done = subprocess.run([sys.executable, "-c", RESTORE, str(folder), moment], check=False)
    assert done.returncode == 9
    assert said(folder) == before
    [aside] = (folder / "set-aside").iterdir()
    assert kept["record.sqlite3-wal"] == (aside / "record.sqlite3-wal").read_bytes()
    restore(folder, aside / RECORD_FILE)
    assert said(folder)[-1][1] == "in the journal only"


def test_what_is_set_aside_is_no_other_name_of_the_record(folder):
    there = (folder / RECORD_FILE).stat().st_ino
    aside = restore(folder).aside
    assert there not in {(aside / RECORD_FILE).stat().st_ino, (folder / RECORD_FILE).stat().st_ino}
