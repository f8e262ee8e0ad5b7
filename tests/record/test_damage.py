"""A file that is not as it was left: recognised, never made worse, brought back."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from good_on_paper.record import RECORD_FILE, Damaged, Record, RecordError
from good_on_paper.record.damage import trust
from good_on_paper.record.restore import restore
from good_on_paper.record.soundness import SEAL_FILE

PLACES = 100


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "person"
    with Record.open(folder) as record:
        sitting = record.sitting("lines")
        with record.batch():
            roles = [record.add_unit("role", sitting=sitting) for _ in range(9)]
            for number in range(500):
                record.answer(roles[number % 9], f"line_{number % 30}", f"words {number}", sitting=sitting)
    Record.open(folder).close()
    return folder


def content(folder):
    with Record.open(folder) as record:
        return record.answers(), record.units(), record.sittings()


def looked(folder):
    """Return what is in a record, or why it was not opened."""
    try:
        return content(folder), ""
    except RecordError as error:
        return None, str(error)


def flipped(data, place):
    data = bytearray(data)
    data[place // 8] ^= 1 << place % 8
    return bytes(data)


def damages(data):
    chance = random.Random(3)  # noqa: S311 - places, not secrets
    for _ in range(PLACES):
        yield flipped(data, chance.randrange(len(data) * 8))
    for place in (0, 1, 99, 100, 4096, len(data) // 2, len(data) - 1):
        yield data[:place]
    for _ in range(20):
        yield data[: chance.randrange(len(data))]


def test_flipped_bits_and_cut_ends_are_recognised_left_alone_and_brought_back(whole, tmp_path):
    before = content(whole)
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    path = folder / RECORD_FILE
    seal = (folder / SEAL_FILE).read_bytes()
    for damage in damages(path.read_bytes()):
        path.write_bytes(damage)
        (folder / SEAL_FILE).write_bytes(seal)
        files = sorted(folder.iterdir())
        with pytest.raises(RecordError, match=r"good-on-paper restore|newer Good on Paper"):
            Record.open(folder)
        assert path.read_bytes() == damage
        assert sorted(folder.iterdir()) == files
    restore(folder)
    assert content(folder) == before


@pytest.fixture(scope="module")
def killed(whole, tmp_path_factory):
    """A record whose kernel was killed while it wrote: no seal, and a journal beside it."""
    folder = tmp_path_factory.mktemp("killed") / "person"
    shutil.copytree(whole, folder)
    script = """
import os, sys
from good_on_paper.record import Record
record = Record.open(sys.argv[1])
sitting = record.sitting("lines")
for number in range(15):
    record.answer(record.units("role")[number % 9], f"line_{number % 30}", f"later {number}", sitting=sitting)
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script, str(folder)], check=False).returncode == 9
    assert not (folder / SEAL_FILE).exists()
    assert (folder / JOURNAL).stat().st_size > 15 * 4096
    return folder


JOURNAL = RECORD_FILE + "-wal"


@pytest.mark.skipif(sys.platform == "win32", reason="its files in use cannot be copied")
@pytest.mark.parametrize("name", [RECORD_FILE, JOURNAL])
def test_after_a_kill_damage_is_recognised_or_did_no_harm(whole, killed, tmp_path, name):
    """Without a seal: each row has a sum, and the journal's index knows how far the journal went."""
    before = content(shutil.copytree(killed, tmp_path / "intact"))
    assert before[0][-1].value == "later 14"
    folder = tmp_path / "person"
    recognised = 0
    for number, damage in enumerate(damages((killed / name).read_bytes())):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(killed, folder)
        (folder / name).write_bytes(damage)
        kept = {file: (folder / file).read_bytes() for file in (RECORD_FILE, JOURNAL)}
        for _ in range(2):  # having looked once changes nothing of it
            now, told = looked(folder)
            if now is not None:
                assert now == before, number
                break
            recognised += 1
            assert "good-on-paper restore" in told or "newer Good on Paper" in told
            assert kept == {file: (folder / file).read_bytes() for file in kept}
    assert recognised > PLACES
    restore(folder)
    assert content(folder) == content(whole)


def test_the_message_names_the_newest_good_backup_and_the_command(whole, tmp_path):
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    (folder / RECORD_FILE).write_bytes((folder / RECORD_FILE).read_bytes()[:9000])
    with pytest.raises(
        Damaged, match=r"not written to\. The newest good backup is of 20\d\d-\d\d-\d\d"
    ) as told:
        Record.open(folder)
    assert f'good-on-paper restore --home "{folder}"' in str(told.value)


def test_a_record_that_was_taken_away_is_not_begun_anew_in_silence(whole, tmp_path):
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    (folder / RECORD_FILE).unlink()
    with pytest.raises(Damaged, match="taken away"):
        Record.open(folder)
    restore(folder)
    assert content(folder) == content(whole)


def test_damage_met_in_use_is_told_and_never_sealed(whole, tmp_path):
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    record = Record.open(folder)
    size = record.path.stat().st_size
    with record.path.open("r+b") as file:
        for place in range(4096, size, 4096):
            file.seek(place)
            file.write(b"\xff" * 4096)
    with pytest.raises(Damaged, match="good-on-paper restore"):
        record.answers()
    record.close()
    assert not (folder / SEAL_FILE).exists()
    with pytest.raises(Damaged):
        Record.open(folder)


def test_a_change_by_the_person_is_accepted_when_they_say_so(whole, tmp_path):
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.execute("UPDATE answer SET value = '\"mine\"' WHERE seq = 20")
        sql.commit()
    with pytest.raises(Damaged, match="check --trust"):
        Record.open(folder)
    trust(folder / RECORD_FILE)
    assert content(folder)[0][19].value == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="its files in use cannot be copied")
def test_a_journal_that_lost_its_end_is_gone_on_without_only_when_the_person_says_so(killed, tmp_path):
    folder = shutil.copytree(killed, tmp_path / "person")
    journal = (folder / JOURNAL).read_bytes()
    (folder / JOURNAL).write_bytes(journal[: len(journal) - 20_000])
    with pytest.raises(Damaged, match="can no longer be read"):
        Record.open(folder)
    trust(folder / RECORD_FILE)
    said = [answer.value for answer in content(folder)[0]]
    assert said[500] == "words 491"
    assert said[-1] != "later 14"


def test_a_row_that_was_changed_after_a_kill_is_named_by_number_not_by_what_it_says(killed, tmp_path):
    folder = shutil.copytree(killed, tmp_path / "person")
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.execute("UPDATE answer SET value = '\"others\"' WHERE seq = 20")
        sql.commit()
    with pytest.raises(Damaged, match=r"answer 20 is not as it was written") as told:
        Record.open(folder)
    assert "others" not in str(told.value)


def test_damage_cannot_be_accepted(whole, tmp_path):
    folder = tmp_path / "person"
    shutil.copytree(whole, folder)
    (folder / RECORD_FILE).write_bytes((folder / RECORD_FILE).read_bytes()[:9000])
    with pytest.raises(Damaged):
        trust(folder / RECORD_FILE)


def test_a_process_that_ends_without_closing_still_leaves_a_seal(tmp_path):
    script = "import sys; from good_on_paper.record import Record; r = Record.open(sys.argv[1]); r.person"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True)
    assert (tmp_path / SEAL_FILE).exists()
