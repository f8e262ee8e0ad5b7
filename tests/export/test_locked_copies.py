"""A record locked at rest: a copy is made of it and brought back, and nothing of it is plain on the way."""

from __future__ import annotations

import pytest

pytest.importorskip("sqlcipher3")

from good_on_paper.catalogue import keys, load
from good_on_paper.export.copy_choice import CopyChoice
from good_on_paper.export.copy_for import copy_for, write_copy
from good_on_paper.record import NOTE, Record, encryption, lock_keys
from good_on_paper.record.archive import export_archive
from good_on_paper.record.backup import backups
from good_on_paper.record.locking import lock
from good_on_paper.record.merging import merge_preview, read_copy
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.study.from_copy import bring_copy

WORDS = "three plain green words"
SECRET = "Zyxwvut-Quandary"
NOTED = "Ask about the ovens, Person One"


@pytest.fixture(autouse=True)
def _cheap_and_forgetful(monkeypatch):
    for cost in (lock_keys.COST, encryption.COST):  # at their own a key takes half a second and 128 MB
        monkeypatch.setitem(cost, "n", 2**6)
    lock_keys.forget_keys()
    yield
    lock_keys.forget_keys()


def test_a_copy_of_a_locked_record_goes_out_and_comes_back(tmp_path):
    home, sent, coach, back = (tmp_path / name for name in ("home", "sent", "coach", "back"))
    with Record.open(home) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Baker", sitting=sitting)
        record.answer(role, "pace", 3, sitting=sitting)
        record.answer(role, "summary", SECRET, sitting=sitting)
    lock(home, WORDS)
    with Record.open(home) as record:
        made = copy_for(record, load(home / "catalogue.toml"), CopyChoice("Ruth"))
        write_copy(record, made, sent, WORDS)
    restore_archive(sent, coach, passphrase=WORDS)
    with Record.open(coach) as record:
        sitting = record.sitting("notes")
        note = record.add_unit(NOTE, parent=record.units("role")[0], sitting=sitting)
        record.answer(note, keys.NOTE_TEXT, NOTED, sitting=sitting)
        record.answer(record.units("role")[0], "pace", 6, sitting=sitting)
        export_archive(record, back, passphrase=WORDS)
    other = read_copy(back, passphrase=WORDS)
    assert [row["item"] for row in merge_preview(home, other).new] == ["listed", keys.NOTE_TEXT, "pace"]
    bring_copy(home, other, {})
    assert merge_preview(home, other).empty
    assert [kept.why for kept in backups(home)].count("before-merge") == 1
    with Record.open(home) as record:
        assert record.current()[role.id, "pace"].value == 6
        assert record.current()[role.id, "summary"].value == SECRET
        assert [answer.value for answer in record.history(record.units(NOTE)[0], keys.NOTE_TEXT)] == [NOTED]
    there = [file for file in home.rglob("*") if file.is_file()]
    assert len(there) > 2
    for file in there:
        assert SECRET.encode() not in file.read_bytes(), file
        assert NOTED.encode() not in file.read_bytes(), file
