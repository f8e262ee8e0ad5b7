"""Forgetting: not a byte is left in the folder, and what stays stays coherent."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.record import RECORD_FILE, Record, RecordError
from good_on_paper.record.backup import backups, take
from good_on_paper.record.exported import note_exported
from good_on_paper.record.folder import FORGETTING_FILE
from good_on_paper.record.forget import forget_answer, forget_cell, forget_item, forget_unit
from good_on_paper.record.journal import PERSON
from good_on_paper.record.restore import restore
from good_on_paper.record.wipe import wipe

SECRET = "Zyxwvut-Quandary"
OWN = """\
[circumstance.hush_hush_line]
label = "Zyxwvut-Quandary"
ask = "How far?"
said = "I did"
low = "none"
high = "all"

[circumstance.harmless_line]
label = "Harmless"
ask = "How far?"
said = "I did"
low = "none"
high = "all"
kin = ["hush_hush_line"]
"""


def holding(folder, words=SECRET):
    return sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and words.encode() in file.read_bytes()
    )


def naming(folder, key):
    """The files that name an id anywhere but among the ids of what is forgotten, and own files that do."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.name == RECORD_FILE:
            with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as sql:
                told = [line for line in sql.iterdump() if not line.startswith('INSERT INTO "forgotten"')]
            found += [file] if any(key in line for line in told) else []
        elif file.is_file() and file.suffix not in (".sqlite3-wal", ".sqlite3-shm"):
            found += [file] if key.encode() in file.read_bytes() else []
    return found


@pytest.fixture
def folder(tmp_path):
    """A record whose secret has got into everything: history, undone answers, backups, files set aside."""
    folder = tmp_path / "person"
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("roles")
        for number in range(3):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", f"Editor {number}", sitting=sitting)
            for line in range(40):
                record.answer(role, f"line_{line}", "plain words " * 20, sitting=sitting)
        episode = record.add_unit("episode", parent=role, sitting=sitting)
        record.answer(episode, "summary", f"{SECRET} again", sitting=sitting)
        record.answer(role, "summary", SECRET, sitting=sitting)
        record.answer(role, "summary", "milder words", sitting=sitting)
        record.undo(sitting)
        record.answer(role, "hush_hush_line", SECRET, sitting=sitting)
        record.answer(record.person, "offered", ["hush_hush_line", "line_1"], sitting=sitting)
        record.answer(record.person, "named", {"worst": role.id, "best": 3}, sitting=sitting)
        record.answer(record.person, "worst", role.id, sitting=sitting)
    (folder / "catalogue.toml").write_text(OWN)
    Record.open(folder).close()
    with Record.open(folder) as record:
        record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
    restore(folder)
    take(folder / RECORD_FILE, why="before-shape-2")
    assert len(holding(folder)) >= 4
    return folder


def last_role(folder):
    with Record.open(folder) as record:
        return record.units("role")[-1].id


def test_a_unit_is_gone_with_all_that_lay_in_it(folder):
    role = last_role(folder)
    with Record.open(folder) as open_meanwhile:
        done = forget_unit(folder, role)
        assert {name.rpartition("/")[2] for name in holding(folder)} == {
            "catalogue.toml"
        }  # the person's own wording
        assert naming(folder, role) == []
        assert [unit.kind for unit in open_meanwhile.units()] == ["role", "role"]
        named = open_meanwhile.current(units=(open_meanwhile.person,))
        assert named[open_meanwhile.person.id, "named"].value == {"best": 3}
        assert (open_meanwhile.person.id, "worst") not in named
    assert done.units == 2
    assert done.copies == 3
    assert all(backup.sound for backup in backups(folder))


def test_an_item_is_gone_with_the_persons_own_wording(folder):
    forget_item(folder, "hush_hush_line")
    assert holding(folder, "hush_hush_line") == []
    assert "harmless_line" in load(folder / "catalogue.toml")
    with Record.open(folder) as record:
        assert record.current()[record.person.id, "offered"].value == ["line_1"]


def test_what_a_kill_or_an_archive_left_aside_is_reached_too(folder):
    half_made = folder / "set-aside" / "2026-01-01T000000.000000Z" / "making"
    half_made.mkdir(parents=True)
    take(folder / RECORD_FILE)
    shutil.copy2(backups(folder)[0].path, half_made / RECORD_FILE)
    alone = folder / "set-aside" / "2026-01-02T000000.000000Z"  # an archive brought other own lines
    alone.mkdir()
    (alone / "catalogue.toml").write_text(OWN, encoding="utf-8")
    with Record.open(folder) as record:
        keys = {answer.item for answer in record.answers() if SECRET in str(answer.value)} | {
            "hush_hush_line"
        }
    for key in keys:
        forget_item(folder, key)
    assert holding(folder) == []


def test_a_cell_is_gone_with_its_history(folder):
    role = last_role(folder)
    forget_cell(folder, role, "summary")
    forget_cell(folder, role, "hush_hush_line")
    assert {name.rpartition("/")[2] for name in holding(folder, f'"{SECRET}"')} == {"catalogue.toml"}
    with Record.open(folder) as record:
        assert record.history(role, "summary") == []
        assert record.history(role, "title")


def test_one_answer_is_gone_and_so_is_what_undo_repeated_of_it(folder):
    role = last_role(folder)
    with Record.open(folder) as record:
        first, other, back = record.history(role, "summary")
        assert first.value == back.value == SECRET
    done = forget_answer(folder, first.seq)
    assert done.answers == 2
    with Record.open(folder) as record:
        assert [answer.state for answer in record.history(role, "summary")] == ["cleared", "value", "cleared"]
        assert record.history(role, "summary")[1] == other
        assert (role, "summary") not in record.current()
    assert not [name for name in holding(folder, f'"{SECRET}"') if "hush" in name]


def test_a_resend_of_a_forgotten_answer_does_not_bring_it_back(record):
    sitting = record.sitting("lines")
    said = record.answer(record.person, "line", SECRET, sitting=sitting, token="t")
    forget_answer(record.folder, said.seq)
    record.answer(record.person, "line", SECRET, sitting=sitting, token="t")
    assert holding(record.folder) == []


def test_the_order_of_units_outlasts_the_erasing_of_one(record):
    sitting = record.sitting("roles")
    first, gone, third, fourth = (record.add_unit("role", sitting=sitting) for _ in range(4))
    record.answer(fourth, "order", (first.order + third.order) / 2, sitting=sitting)
    forget_unit(record.folder, gone.id)
    assert [unit.id for unit in record.units("role")] == [first.id, fourth.id, third.id]
    assert record.units("role")[2].order == third.order


def test_a_number_is_never_given_twice(record):
    sitting = record.sitting("lines")
    said = record.answer(record.person, "line", 1, sitting=sitting)
    forget_cell(record.folder, record.person.id, "line")
    assert record.answer(record.person, "line", 2, sitting=sitting).seq == said.seq + 1


def test_a_backup_made_meanwhile_waits_until_the_words_are_out(tmp_path):
    """So many answers take a while from their erasing to the commit; a backup waits all that time."""
    with Record.open(tmp_path) as record:
        sitting = record.sitting("lines")
        with record.batch():
            for number in range(6_000):
                record.answer(record.person, "line", f"{SECRET} {number}", sitting=sitting)

    def back_up():
        while not (tmp_path / FORGETTING_FILE).exists():
            time.sleep(0.001)
        take(tmp_path / RECORD_FILE)

    thread = threading.Thread(target=back_up)
    thread.start()
    forget_item(tmp_path, "line")
    thread.join()
    assert backups(tmp_path)
    assert holding(tmp_path) == []


def test_copies_of_an_older_shape_are_cleansed_too(tmp_path):
    dump = (Path(__file__).parent / "shapes" / "1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / RECORD_FILE)) as sql:
        sql.executescript(dump)
    role = last_role(tmp_path)
    assert len(holding(tmp_path, "Printer")) == 2
    forget_unit(tmp_path, role)
    assert holding(tmp_path, "Printer") == []
    restore(tmp_path)
    with Record.open(tmp_path) as record:
        assert len(record.units("role")) == 2


def test_a_damaged_copy_is_named_first_and_deleted_only_on_demand(folder):
    role = last_role(folder)
    copy = backups(folder)[0].path
    copy.write_bytes(copy.read_bytes()[:20_000])
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(RecordError, match="--drop-damaged"):
        forget_unit(folder, role)
    assert {file: file.read_bytes() for file in before} == before
    forget_unit(folder, role, drop_damaged=True)
    assert not copy.exists()
    assert naming(folder, role) == []


def test_forgetting_can_be_begun_again_after_a_kill(folder):
    """Copies go first: as long as the record has it, it can be named again."""
    role = last_role(folder)
    script = (
        "import os, sys; from good_on_paper.record import forget; from pathlib import Path\n"
        "erase = forget._erase\n"
        "def once(path, act): erase(path, act); os._exit(9)\n"
        "forget._erase = once\n"
        "forget.forget_unit(Path(sys.argv[1]), sys.argv[2])"
    )
    assert subprocess.run([sys.executable, "-c", script, str(folder), role], check=False).returncode == 9
    assert naming(folder, role)
    forget_unit(folder, role)
    assert naming(folder, role) == []


def test_what_is_not_there_cannot_be_forgotten(folder, tmp_path):
    with Record.open(folder) as record:
        person = record.person.id
    for act, said in [
        (lambda: forget_unit(folder, "f" * 32), "there is none"),
        (lambda: forget_unit(folder, person), "wipe"),
        (lambda: forget_cell(folder, person, "nothing"), "no answer was ever given"),
        (lambda: forget_item(folder, "nothing"), "no answer was ever given"),
        (lambda: forget_answer(folder, 10**6), "there is none"),
        (lambda: forget_answer(tmp_path, 1), "there is no record"),
    ]:
        with pytest.raises(RecordError, match=said):
            act()


steps = st.lists(
    st.tuples(st.just("answer"), st.sampled_from("abc"), st.integers(1, 3))
    | st.just(("undo",))
    | st.just(("redo",)),
    max_size=16,
)


@settings(deadline=None, max_examples=20)
@given(steps, st.sampled_from("abc"), st.integers(0, 15), st.booleans())
def test_undo_and_redo_go_on_after_anything_was_forgotten(taken, item, which, whole):
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        sitting = record.sitting("lines")
        for step in taken:
            if step[0] == "answer":
                record.answer(record.person, step[1], step[2], sitting=sitting)
            else:
                getattr(record, step[0])(sitting)
        said = record.answers()
        if not any(answer.item == item for answer in said):
            return
        if whole:
            forget_cell(record.folder, record.person.id, item)
        else:
            forget_answer(record.folder, said[which % len(said)].seq)
        before = record.current()
        undone = 0
        while record.undo(sitting):
            undone += 1
        assert record.current() == {}
        for _ in range(undone):
            assert record.redo(sitting)
        after = {key: answer.value for key, answer in record.current().items()}
        assert after == {key: answer.value for key, answer in before.items()}


def test_wiping_leaves_nothing_and_gives_a_receipt(folder):
    (folder / "exports").mkdir()
    (folder / "exports" / f"{SECRET}.json").write_text(SECRET)
    note_exported(folder / "exports" / f"{SECRET}.json")
    receipt = wipe(folder)
    assert not folder.exists()
    assert SECRET not in receipt
    for words in ("wiped on 20", "the record: 2 files", "backups: ", "exports: 2 files,", "Not reached"):
        assert words in receipt
    with Record.open(folder) as record:
        assert record.answers() == []


def test_wiping_leaves_what_is_not_of_the_kit(folder):
    (folder / "letters").mkdir()
    (folder / "letters" / "mine.txt").write_text("mine")
    assert "did not make them:\n  letters\n" in wipe(folder)
    assert [file.name for file in folder.rglob("*")] == ["letters", "mine.txt"]
    with pytest.raises(RecordError, match="no record of Good on Paper"):
        wipe(folder)


def test_wiping_waits_for_nobody_who_has_it_open(folder):
    with Record.open(folder), pytest.raises(RecordError, match="open elsewhere"):
        wipe(folder)
    assert holding(folder)


CUT_SHORT = """
import os, sys
from pathlib import Path
from good_on_paper.record import forget
of, moment = getattr(forget, sys.argv[3]), int(sys.argv[4])
calls = []
def cut(*given, **named):
    calls.append(given)
    if len(calls) > moment:
        os._exit(9)
    return of(*given, **named)
setattr(forget, sys.argv[3], cut)
forget.forget_unit(Path(sys.argv[1]), sys.argv[2])
"""


@pytest.mark.parametrize(
    ("where", "moment"), [("_erase", 0), ("_erase", 1), ("seal", 0), ("seal", 2), ("sync_folder", 0)]
)
def test_forgetting_cut_short_is_finished_at_the_next_opening(folder, where, moment):
    role = last_role(folder)
    command = [sys.executable, "-c", CUT_SHORT, str(folder), role, where, str(moment)]
    assert subprocess.run(command, check=False).returncode == 9
    assert naming(folder, role)
    with Record.open(folder) as record:
        assert not record.warnings
        assert len(record.units("role")) == 2
    assert naming(folder, role) == []
    assert all(backup.sound for backup in backups(folder))
    assert not list(folder.glob("record.forgetting*"))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_forgetting_on_a_full_disk_is_told_and_finished_once_there_is_room(folder):
    """No file can grow: the copies can be looked at, but not written anew."""
    role = last_role(folder)
    script = """
import resource, signal, sys
from pathlib import Path
from good_on_paper.record import forget
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
erase = forget._erase
def full(*given):
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    erase(*given)
forget._erase = full
try:
    forget.forget_unit(Path(sys.argv[1]), sys.argv[2])
except forget.NotSaved as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), role], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("NOT SAVED in "), done.stderr
    with Record.open(folder) as record:
        assert len(record.units("role")) == 2
    assert naming(folder, role) == []
    assert all(backup.sound for backup in backups(folder))


def test_another_wish_finishes_the_one_that_was_cut_short_first(folder):
    role = last_role(folder)
    command = [sys.executable, "-c", CUT_SHORT, str(folder), role, "_erase", "1"]
    assert subprocess.run(command, check=False).returncode == 9
    assert naming(folder, role)
    forget_cell(folder, PERSON, "offered")
    assert naming(folder, role) == holding(folder, '"line_1"') == []


def test_what_is_said_about_a_line_goes_with_it(tmp_path):
    about = {
        *("knows:pace", "wanted:pace", "question:pace:0", "question:pace:1", "bears:pace:day"),
        *("bears:pace", "not_again:pace", "helped:pace", "question:-worry-pace:0"),
        *("known_what:pace", "known_from:pace", "known_on:pace", "closest_to:pace"),
        *("there_level:pace", "there_up_to:pace", "promised_there:pace", "promised_from:pace"),
        *("promised_on:pace", "written_there:pace", "written_in:pace", "written_on:pace"),
    }
    kept = {"knows:pacer", "wanted:space", "question:pacer:0", "look:pace", "knows:my:pace"}
    with Record.open(tmp_path) as record:
        sitting = record.sitting("talk")
        target = record.add_unit("target", sitting=sitting)
        for item in sorted(about | kept):
            value = 4 if item.startswith(("wanted:", "there_")) else "know"
            record.answer(target, item, value, sitting=sitting)
        record.answer(record.person, "not_again", ["pace:high", "hours:low"], sitting=sitting)
        take(record.path)
    done = forget_item(tmp_path, "pace")
    assert done.answers == len(about)
    with Record.open(tmp_path) as record:
        assert {answer.item for answer in record.answers()} == {"listed", "not_again", *kept}
        assert record.current()[record.person.id, "not_again"].value == ["hours:low"]
