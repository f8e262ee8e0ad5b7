"""Only what the kit made is ever taken away: not a file of the person's own, whatever it is called."""

from __future__ import annotations

import stat
import sys

import pytest

from good_on_paper.record import RECORD_FILE, Record, RecordError, person_folder
from good_on_paper.record.backup import backups, take
from good_on_paper.record.exported import note_exported
from good_on_paper.record.forget import forget_cell
from good_on_paper.record.restore import restore
from good_on_paper.record.surroundings import warnings
from good_on_paper.record.wipe import wipe

OWN = (
    "record.docx",
    "record.sqlite3.old",
    "letters/mine.txt",
    "backups/photo.jpg",
    "backups/making-music/song.txt",
    "backups/2026-05-01T101010.000000Z-holiday/photo.jpg",
    "backups/2026-05-01T101010.000000Z/photo.jpg",
    "exports/tax.pdf",
    "set-aside/making/photo.jpg",
)


def lay(folder, names=OWN):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(f"mine: {name}".encode())


def still_there(folder, names=OWN):
    return [name for name in names if (folder / name).is_file()] == list(names)


@pytest.fixture
def folder(tmp_path):
    """A closed record with a backup and something set aside, among files of the person's own."""
    folder = tmp_path / "person"
    with Record.open(folder) as record:
        sitting = record.sitting("lines")
        for number in range(20):
            record.answer(record.person, f"line_{number % 3}", number, sitting=sitting)
    Record.open(folder).close()
    restore(folder)
    lay(folder)
    return folder


def test_wiping_where_the_kit_never_was_removes_nothing(tmp_path):
    lay(tmp_path)
    (tmp_path / "catalogue.toml").write_text("mine")
    with pytest.raises(RecordError, match="no record of Good on Paper is there"):
        wipe(tmp_path)
    assert still_there(tmp_path)
    assert (tmp_path / "catalogue.toml").exists()


def test_wiping_a_file_of_that_name_from_another_program_removes_nothing(tmp_path):
    (tmp_path / RECORD_FILE).write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(RecordError, match="no record of Good on Paper is there"):
        wipe(tmp_path)
    assert (tmp_path / RECORD_FILE).stat().st_size == 4096


def test_wiping_leaves_and_names_what_the_kit_did_not_make(folder):
    (folder / "exports" / "chart.svg").write_text("drawn")
    note_exported(folder / "exports" / "chart.svg")
    receipt = wipe(folder)
    assert still_there(folder)
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == sorted(
        OWN
    )
    for left in ("record.docx", "letters", "backups/photo.jpg", "backups/making-music", "exports/tax.pdf"):
        assert f"\n  {left}\n" in receipt
    assert "Nothing is left there" not in receipt


def test_a_record_that_was_never_closed_can_be_wiped(tmp_path):
    """Its mark is in the journal alone."""
    record = Record.open(tmp_path / "person")
    for ending in ("", "-wal"):
        copy = (tmp_path / "person" / (RECORD_FILE + ending)).read_bytes()
        (tmp_path / f"copy{ending}").write_bytes(copy)
    record.close()
    killed = tmp_path / "killed"
    killed.mkdir()
    for ending in ("", "-wal"):
        (tmp_path / f"copy{ending}").rename(killed / (RECORD_FILE + ending))
    wipe(killed)
    assert not killed.exists()


def test_what_is_left_when_the_record_is_gone_can_be_wiped(folder):
    (folder / RECORD_FILE).unlink()
    wipe(folder)
    assert still_there(folder)
    with pytest.raises(RecordError, match="no record"):
        wipe(folder)


def test_a_backup_leaves_folders_that_are_not_its_own(folder):
    for _ in range(30):
        take(folder / RECORD_FILE)
    assert still_there(folder)


def test_dropping_damaged_copies_leaves_good_ones_and_loose_files(folder):
    [good] = backups(folder)
    spoilt = take(folder / RECORD_FILE, why="before-shape-2")
    spoilt.path.write_bytes(b"spoilt")
    loose = folder / "backups" / RECORD_FILE
    loose.write_bytes(b"a copy of my own, spoilt")
    with Record.open(folder) as record:
        person = record.person.id
    done = forget_cell(folder, person, "line_0", drop_damaged=True)
    assert good.sound
    assert not spoilt.folder.exists()
    assert still_there(folder)
    assert {loose, folder / "exports" / "tax.pdf"} <= set(done.unreached)


def test_an_empty_folder_name_is_refused(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError, match="No folder is named"):
        person_folder("")


posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


@posix
@pytest.mark.parametrize("mode", [0o2775, 0o755, 0o750])
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path, mode):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(mode)
    with Record.open(shared) as record:
        record.answer(record.person, "line", 1, sitting=record.sitting("lines"))
        assert record.folder == shared / "good-on-paper" == person_folder(shared)
        assert stat.S_IMODE(record.folder.stat().st_mode) & 0o777 == 0o700
        assert not record.warnings
    assert stat.S_IMODE(shared.stat().st_mode) == mode
    assert person_folder(person_folder(shared)) == shared / "good-on-paper"


@posix
def test_a_folder_that_holds_a_record_stays_where_it_is_and_says_who_can_open_it(tmp_path):
    folder = tmp_path / "person"
    with Record.open(folder) as record:
        record.answer(record.person, "line", 1, sitting=record.sitting("lines"))
    folder.chmod(0o2775)
    with Record.open(folder) as record:
        assert record.folder == folder
        assert len(record.answers()) == 1
        [told] = record.warnings
    assert "open to all other users of this computer: they can put files into it" in told
    assert stat.S_IMODE(folder.stat().st_mode) == 0o2775
    folder.chmod(0o750)
    assert "open to the group " in warnings(folder)[0]


@posix
def test_a_record_that_is_a_link_is_neither_opened_nor_wiped_by_half(tmp_path):
    real, folder = tmp_path / "real", tmp_path / "person"
    with Record.open(real) as record:
        record.answer(record.person, "line", 1, sitting=record.sitting("lines"))
    folder.mkdir(mode=0o700)
    (folder / RECORD_FILE).symlink_to(real / RECORD_FILE)
    before = (real / RECORD_FILE).read_bytes()
    for act in (Record.open, restore, lambda where: forget_cell(where, "x", "y")):
        with pytest.raises(RecordError, match=r"a link to .*real|no good backup"):
            act(folder)
    with pytest.raises(RecordError, match="is a link; it was left"):
        wipe(folder)
    backup = take(real / RECORD_FILE)
    (folder / "backups").mkdir()
    backup.folder.rename(folder / "backups" / backup.folder.name)
    receipt = wipe(folder)
    assert f"{RECORD_FILE} (a link to {real / RECORD_FILE})" in receipt
    assert (folder / RECORD_FILE).is_symlink()
    assert (real / RECORD_FILE).read_bytes() == before
