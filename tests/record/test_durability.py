"""The file under the record: several writers, its settings, full disks, files that are not ours."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from good_on_paper.record import RECORD_FILE, NotSaved, Record, RecordError, damage, person_folder
from good_on_paper.record.damage import examine
from good_on_paper.record.folder import UNCLOSED_FILE, make_private
from good_on_paper.record.presence import Presence
from good_on_paper.record.sqlite_file import connect

WRITER = """
import sys
from good_on_paper.record import Record
folder, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Record.open(folder) as record:
    sitting = record.sitting(name)
    for number in range(count):
        record.answer(record.person, "line", [name, number], sitting=sitting)
        print(number, flush=True)
"""

MAKER = """
import os, sys
from good_on_paper.record import Record
record = Record.open(sys.argv[1])
record.answer(record.person, "line", "made", sitting=record.sitting("lines"))
os._exit(0)  # closing would wait for whoever reads
"""

READER = """
import sys
from good_on_paper.record import Record
with Record.open(sys.argv[1]) as record:
    print([answer.value for answer in record.answers()])
"""


def writer(folder, name, count):
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_four_processes_at_once_lose_and_double_nothing(tmp_path):
    writers = [writer(tmp_path, name, 100) for name in "abcd"]
    said = [process.communicate()[1] for process in writers]
    assert [process.returncode for process in writers] == [0] * 4, said
    with Record.open(tmp_path) as record:
        said = [tuple(answer.value) for answer in record.answers()]
        assert len(said) == len(set(said)) == 400
        for name in "abcd":
            assert [number for who, number in said if who == name] == list(range(100))


def test_a_record_that_another_process_is_just_making_is_no_other_programs_file(tmp_path, monkeypatch):
    """Its mark and its tables are looked at one after the other; both appear between the two looks."""
    path = make_private(tmp_path)
    with closing(sqlite3.connect(path)) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    made = []

    def looked(*args, **how):
        def make(statement):
            if "sqlite_schema" in statement and not made:
                made.append(subprocess.run([sys.executable, "-c", MAKER, str(tmp_path)], check=True))

        sql = connect(*args, **how)
        sql.set_trace_callback(make)
        return sql

    monkeypatch.setattr(damage, "connect", looked)
    examine(path, alone=False, patience=5)
    assert made
    with Record.open(tmp_path) as record:
        assert [answer.value for answer in record.answers()] == ["made"]


def test_a_record_that_another_process_is_just_closing_is_not_called_cut_short(tmp_path):
    """SQLite removes the journal first, and we our mark after it."""
    with Record.open(tmp_path) as record:
        record.answer(record.person, "line", 1, sitting=record.sitting("lines"))
    mark = tmp_path / UNCLOSED_FILE
    mark.touch()
    timer = threading.Timer(0.2, mark.unlink)
    timer.start()
    with Record.open(tmp_path) as record:
        assert [answer.value for answer in record.answers()] == [1]
    timer.join()


def test_closing_while_another_process_is_just_opening_leaves_no_mark_of_a_cut(tmp_path):
    opening = Presence(tmp_path)
    with Record.open(tmp_path) as record:
        record.answer(record.person, "line", 1, sitting=record.sitting("lines"))
        opening.share(0)
    assert not (tmp_path / UNCLOSED_FILE).exists()
    opening.leave()
    with Record.open(tmp_path) as record:
        assert [answer.value for answer in record.answers()] == [1]


def test_a_record_opened_twice_here_keeps_its_journal_when_another_process_closes(tmp_path):
    """Closing any handle on the file drops this process's locks; the other would then delete the journal."""
    with Record.open(tmp_path) as first:
        sitting = first.sitting("lines")
        first.answer(first.person, "line", 1, sitting=sitting)
        with Record.open(tmp_path):
            assert writer(tmp_path, "other", 1).wait() == 0
            first.answer(first.person, "line", 2, sitting=sitting)
            process = subprocess.run(
                [sys.executable, "-c", READER, str(tmp_path)], stdout=subprocess.PIPE, text=True, check=True
            )
            assert process.stdout.strip() == "[1, ['other', 0], 2]"


def test_threads_share_one_record(record):
    sitting = record.sitting("lines")

    def answer(name):
        for number in range(50):
            record.answer(record.person, name, number, sitting=sitting)

    threads = [threading.Thread(target=answer, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(record.answers()) == 200
    assert {answer.value for answer in record.current().values()} == {49}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("after", [1, 7, 40])
def test_every_acknowledged_answer_survives_a_kill(tmp_path, after):
    process = writer(tmp_path, "killed", 100_000)
    acknowledged = -1
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            process.send_signal(signal.SIGKILL)
            break
    acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    process.wait()
    with Record.open(tmp_path) as record:
        numbers = [answer.value[1] for answer in record.answers()]
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > acknowledged


def test_the_answer_returns_after_the_commit(record):
    """Another connection sees it at once: nothing is held back in an open transaction."""
    said = record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
    other = sqlite3.connect(record.path)
    assert other.execute("SELECT max(seq) FROM answer").fetchone() == (said.seq,)
    other.close()


def settings_of(record):
    wanted = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with record._connection.writing() as sql:  # noqa: SLF001 - settings belong to a connection, not to the file
        return {name: sql.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}


def test_every_connection_has_the_settings_that_keep_answers_through_a_power_cut(tmp_path):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 60_000}
    with Record.open(tmp_path) as first, Record.open(tmp_path) as beside_it:
        assert [settings_of(first), settings_of(beside_it)] == [wanted, wanted]
    with Record.open(tmp_path) as opened_again:
        assert settings_of(opened_again) == wanted


def test_a_writer_waits_for_another_that_holds_the_file(record):
    sitting = record.sitting("lines")
    other = sqlite3.connect(record.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Event()

    def answer():
        record.answer(record.person, "line", 3, sitting=sitting)
        done.set()

    thread = threading.Thread(target=answer)
    thread.start()
    time.sleep(0.3)
    assert not done.is_set()
    other.execute("COMMIT")
    assert done.wait(10)
    thread.join()
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_full_disk_says_not_saved_and_leaves_the_record_intact(tmp_path):
    script = """
import resource, sys
from good_on_paper.record import NotSaved, Record
record = Record.open(sys.argv[1])
sitting = record.sitting("lines")
record.answer(record.person, "line", "kept", sitting=sitting)
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = record.path.with_name(record.path.name + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    record.answer(record.person, "line", "x" * 100_000, sitting=sitting)
except NotSaved as error:
    print(error)
print([answer.value for answer in record.answers()])
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    told, stands = ran.stdout.strip().splitlines()
    assert told.startswith("NOT SAVED in ")
    assert RECORD_FILE in told
    assert stands == "['kept']"
    with Record.open(tmp_path) as record:
        assert [answer.value for answer in record.answers()] == ["kept"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_where_the_disk_takes_nothing_everything_can_still_be_looked_at(tmp_path):
    with Record.open(tmp_path) as record:
        record.answer(record.person, "line", "kept", sitting=record.sitting("lines"))
    script = """
import resource, signal, sys
from good_on_paper.record import NotSaved, Record
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
with Record.open(sys.argv[1]) as record, Record.open(sys.argv[1]) as beside:
    print([answer.value for answer in record.answers()], len(beside.answers()))
    try:
        record.sitting("lines")
    except NotSaved as error:
        print(error)
    print(*record.warnings)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    stands, told, warned = ran.stdout.splitlines()
    assert stands == "['kept'] 1"
    assert told.startswith("NOT SAVED in ")
    assert "you can look at everything and change nothing" in told
    assert told in warned
    with Record.open(tmp_path) as record:
        record.answer(record.person, "line", "later", sitting=record.sitting("lines"))
        assert [answer.value for answer in record.answers()] == ["kept", "later"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_nobody_else_can_read_it(record):
    record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
    assert stat.S_IMODE(record.folder.stat().st_mode) == 0o700
    for file in record.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_a_file_of_another_program_is_left_as_it_was(tmp_path):
    path = tmp_path / RECORD_FILE
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="belongs to another program"):
        Record.open(tmp_path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_left_as_it_was(tmp_path):
    path = tmp_path / RECORD_FILE
    path.write_text("my diary, in plain text\n" * 100)
    with pytest.raises(NotSaved, match="not a record of this kit"):
        Record.open(tmp_path)
    assert path.read_text() == "my diary, in plain text\n" * 100


def test_a_newer_shape_is_left_as_it_was(tmp_path):
    Record.open(tmp_path).close()
    sql = sqlite3.connect(tmp_path / RECORD_FILE)
    sql.execute("PRAGMA user_version = 99")
    sql.close()
    with pytest.raises(RecordError, match="written by a newer Good on Paper"):
        Record.open(tmp_path)


def test_a_folder_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RecordError, match="choose one with --home"):
        Record.open(tmp_path / "file" / "person")


def test_where_a_record_lives(monkeypatch, tmp_path):
    monkeypatch.delenv("GOOD_ON_PAPER_HOME", raising=False)
    assert "good-on-paper" in str(person_folder())
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "chosen"))
    assert person_folder() == (tmp_path / "chosen").resolve()
    assert person_folder(tmp_path / "said") == (tmp_path / "said").resolve()
    shutil.rmtree(tmp_path / "chosen", ignore_errors=True)


def test_its_repr_holds_nothing_that_was_said(record):
    record.answer(record.person, "line", "secret words", sitting=record.sitting("lines"))
    assert "secret" not in repr(record)
