"""A record locked with a passphrase: nothing of it can be read in any byte of its folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

pytest.importorskip("sqlcipher3")

from good_on_paper.catalogue import add_items, load
from good_on_paper.catalogue.model import Item
from good_on_paper.record import RECORD_FILE, Record, RecordError, lock_keys
from good_on_paper.record.archive import archive_text
from good_on_paper.record.backup import backups
from good_on_paper.record.encryption import WrongPassphrase
from good_on_paper.record.errors import Locked
from good_on_paper.record.forget import forget_unit
from good_on_paper.record.locking import is_locked, lock, take_lock_off, unlock
from good_on_paper.record.restore import restore
from good_on_paper.record.wipe import wipe

SECRET = "Zyxwvut-Quandary"
WORDS = "three plain green words"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """A guess costs half a second; here a thousandth will do."""
    monkeypatch.setitem(lock_keys.COST, "n", 2**6)


@pytest.fixture
def folder(tmp_path):
    """A record with a backup, something set aside, lines of its own, and the journal of a killed window."""
    folder = tmp_path / "a person"
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        for number in range(3):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "summary", f"{SECRET} {number}", sitting=sitting)
        record.back_up()
    restore(folder)
    own_line(folder, "mine", SECRET)
    killed = os.fork()
    if not killed:
        record = Record.open(folder)
        record.answer(record.person, "line", f"{SECRET} last", sitting=record.sitting("lines"))
        os._exit(0)
    os.waitpid(killed, 0)
    return folder


def own_line(folder, key, label):
    line = Item(key=key, group="circumstance", label=label, ask=label, low="a", high="b")
    add_items(folder / "catalogue.toml", [line])


def holding(folder):
    return [
        file.name for file in folder.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()
    ]


def test_no_byte_of_a_locked_folder_says_what_was_said(folder):
    with Record.open(folder) as record:
        before = archive_text(record.path)
    assert len(holding(folder)) >= 4
    lock(folder, WORDS)
    assert holding(folder) == []
    assert is_locked(folder)
    with Record.open(folder) as record:
        assert archive_text(record.path) == before
        record.answer(record.person, "line", f"{SECRET} new", sitting=record.sitting("lines"))
        assert holding(folder) == [], "nor what is new, in its journal"
        record.back_up()
        assert load(folder / "catalogue.toml").item("mine").label == SECRET
        own_line(folder, "too", f"{SECRET} 2")
    assert all(backup.sound for backup in backups(folder))
    assert holding(folder) == []
    take_lock_off(folder)
    assert not is_locked(folder)
    assert load(folder / "catalogue.toml").item("too").label == f"{SECRET} 2"
    with Record.open(folder) as record:
        assert f"{SECRET} new" in archive_text(record.path)


def test_without_the_passphrase_nobody_reads_it_and_nothing_is_harmed(folder):
    lock(folder, WORDS)
    lock_keys.forget_keys()
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(Locked, match=r"record.sqlite3: this record is locked. Expected its passphrase"):
        Record.open(folder)
    with pytest.raises(WrongPassphrase, match="does not open this record"):
        unlock(folder, WORDS.upper())
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    unlock(folder, WORDS)
    with Record.open(folder) as record:
        assert len(record.units("role")) == 3


def test_what_is_done_to_a_plain_record_is_done_to_a_locked_one(folder):
    lock(folder, WORDS)
    with Record.open(folder) as record, Record.open(folder) as beside:
        beside.answer(beside.person, "line", "beside", sitting=beside.sitting("lines"))
        role = record.units("role")[0].id
    assert forget_unit(folder, role).copies >= 2
    restored = restore(folder)
    assert holding(folder) == []
    assert is_locked(restored.aside)
    with Record.open(folder) as record:
        assert record.warnings == ()
        assert len(record.units("role")) == 2
    (folder / RECORD_FILE).write_bytes(b"damaged" * 900)
    with pytest.raises(RecordError, match="damaged"):
        Record.open(folder)
    lock_keys.forget_keys()
    assert is_locked(folder), "its backups are"
    unlock(folder, WORDS)
    restore(folder)
    assert lock_keys.salt_of(folder / RECORD_FILE)
    with Record.open(folder) as record:
        assert len(record.units("role")) == 2
    lock_keys.forget_keys()
    assert "wiped on" in wipe(folder)
    assert not folder.exists()


def test_a_plain_copy_that_is_brought_back_is_locked_like_the_record(folder, tmp_path):
    shutil.copytree(backups(folder)[0].folder, tmp_path / "copy")
    lock(folder, WORDS)
    restore(folder, tmp_path / "copy")
    assert holding(folder) == []
    with Record.open(folder) as record:
        assert len(record.units("role")) == 3


def test_a_process_that_was_handed_the_key_locks_what_it_writes(folder):
    lock(folder, WORDS)
    text = lock_keys.handed_over(lock_keys.key_of(folder / RECORD_FILE))
    lock_keys.forget_keys()
    lock_keys.receive(text)
    with Record.open(folder) as record:
        record.answer(record.person, "line", f"{SECRET} new", sitting=record.sitting("lines"))
        own_line(folder, "too", f"{SECRET} 2")
        assert load(folder / "catalogue.toml").item("too").label == f"{SECRET} 2"
    assert holding(folder) == []


def test_a_new_passphrase_takes_the_place_of_the_old_one(folder):
    lock(folder, WORDS)
    lock(folder, f"{WORDS} more")
    lock_keys.forget_keys()
    with pytest.raises(WrongPassphrase):
        unlock(folder, WORDS)
    unlock(folder, f"{WORDS} more")
    Record.open(folder).close()
    with pytest.raises(RecordError, match="too short"):
        lock(folder, "short")


def test_a_record_that_is_open_or_has_a_damaged_copy_is_not_locked_by_half(folder):
    with Record.open(folder), pytest.raises(RecordError, match="open elsewhere"):
        lock(folder, WORDS)
    backups(folder)[0].path.write_bytes(b"x" * 5000)
    with pytest.raises(RecordError, match=r"1 copies are damaged .* --drop-damaged"):
        lock(folder, WORDS)
    assert not is_locked(folder)
    lock(folder, WORDS, drop_damaged=True)
    assert holding(folder) == []


def test_without_the_package_nothing_is_changed_and_it_says_what_to_type(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.delitem(sys.modules, "good_on_paper.record.cipher", raising=False)
    monkeypatch.delattr("good_on_paper.record.cipher", raising=False)
    with pytest.raises(RecordError, match=r'-m pip install "sqlcipher3>=0.6.4"  Nothing was changed'):
        lock(folder, WORDS)
    assert not is_locked(folder)


def test_a_key_stays_in_the_process_that_was_told_the_passphrase(folder):
    lock(folder, WORDS)
    key = lock_keys.key_of(folder / RECORD_FILE)
    assert key.record.hex() not in repr(key)
    look = "import sys; from good_on_paper.record import Record; Record.open(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", look, folder], capture_output=True, text=True, check=False)
    assert "this record is locked" in done.stderr
    assert not any(key.record.hex() in words for words in (*os.environ.values(), done.stderr))
