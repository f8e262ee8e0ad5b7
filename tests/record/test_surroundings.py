"""Places that harm a record: warned of, and saved to in a way that bears them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from good_on_paper.record import NotSaved, Record, RecordError, surroundings
from good_on_paper.record.surroundings import network_drive, synchronised

ROOT_ON_LINUX = sys.platform == "linux" and os.geteuid() == 0

WRITER = """
import sys
from pathlib import Path
from good_on_paper.record import Record, surroundings
surroundings.MOUNTS = Path(sys.argv[2])
with Record.open(sys.argv[1]) as record:
    sitting = record.sitting("lines")
    for number in range(100_000):
        record.answer(record.person, "line", number, sitting=sitting)
        print(number, flush=True)
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/Dropbox/work", "Dropbox"),
        ("/home/a/Dropbox (Personal)/work", "Dropbox"),
        ("C:/Users/a/OneDrive - Acme/work", "OneDrive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/work", "iCloud Drive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@example.org/My Drive", "Google Drive"),
        ("/home/a/Nextcloud/work", "Nextcloud"),
        ("/home/a/pCloudDrive/work", "pCloud"),
        ("/Users/a/Library/CloudStorage/Other/work", "a cloud service"),
        ("/home/a/my dropbox notes/work", None),
        ("/home/a/omega/work", None),
    ],
)
def test_synchronised_folders_are_told_by_their_names(folder, service):
    assert synchronised(Path(folder)) == service


def test_they_are_told_by_what_the_service_left_there(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert synchronised(tmp_path / "deep" / "down") == "Syncthing"


def test_they_are_told_by_the_services_variable(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveConsumer", str(tmp_path))
    assert synchronised(tmp_path / "work") == "OneDrive"


def test_a_good_place_gives_no_warning(record):
    assert record.warnings == ()


def test_a_synchronised_place_is_told_in_plain_words(tmp_path):
    with Record.open(tmp_path / "Dropbox" / "work") as record:
        [words] = record.warnings
        assert "Dropbox synchronises" in words
        assert "--home" in words


@pytest.fixture
def network(tmp_path, monkeypatch):
    """A folder that the table of mounts calls a network drive."""
    folder = tmp_path / "net drive" / "person"
    table = tmp_path / "mounts"
    shown = str(folder.parent).replace(" ", "\\040")
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/home {shown} nfs4 rw 0 0\nbroken line\n")
    monkeypatch.setattr(surroundings, "MOUNTS", table)
    return folder


linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux's table of mounts")


@linux
def test_network_drives_are_told_by_the_nearest_mount(network):
    assert network_drive(network) == "nfs4"
    assert network_drive(network.parent.parent) is None


@linux
def test_on_a_network_drive_no_shared_memory_is_asked_for(network):
    for _ in range(2):
        with Record.open(network) as record:
            record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
            with record._connection.writing() as sql:  # noqa: SLF001 - the mode belongs to the file
                assert sql.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
                assert sql.execute("PRAGMA synchronous").fetchone()[0] == 2
            assert not list(network.glob("*-wal"))
            assert "nfs4" in record.warnings[0]


@linux
def test_a_record_carried_to_a_network_drive_changes_its_mode(network, monkeypatch):
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(surroundings, "MOUNTS", Path("/proc/self/mounts"))
        with Record.open(network) as record:
            record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
    with Record.open(network) as record:
        assert [answer.value for answer in record.answers()] == [3]
        assert record._connection.read("PRAGMA journal_mode") == [("delete",)]  # noqa: SLF001


@linux
@pytest.mark.parametrize("after", [1, 5, 12, 30])
def test_a_kill_there_loses_nothing_either(network, tmp_path, after):
    command = [sys.executable, "-c", WRITER, str(network), str(tmp_path / "mounts")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    acknowledged = -1
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            process.send_signal(signal.SIGKILL)
            break
    acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    process.wait()
    with Record.open(network) as record:
        numbers = [answer.value for answer in record.answers()]
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > acknowledged


@contextmanager
def mounted(folder, options):
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(not ROOT_ON_LINUX, reason="needs to mount a small disk")
def test_a_disk_that_fills_up_says_not_saved_and_keeps_the_record(tmp_path):
    with mounted(tmp_path / "disk", "size=1m,mode=700") as disk:
        saved = 0
        with Record.open(disk / "person") as record:
            sitting = record.sitting("lines")
            with pytest.raises(NotSaved, match="the disk is full"):
                for saved in range(100):
                    record.answer(record.person, "line", f"{saved}" * 20_000, sitting=sitting)
            assert len(record.answers()) == saved
            assert "nearly full" in record.warnings[0]
        with Record.open(disk / "person") as record:  # no room for the day’s backup
            assert len(record.answers()) == saved
            record.wait_for_backup()
            assert "No backup could be made today" in record.warnings[-1]


@pytest.mark.skipif(not ROOT_ON_LINUX, reason="needs to mount a small disk")
def test_on_a_full_disk_everything_can_still_be_looked_at(tmp_path):
    with mounted(tmp_path / "disk", "size=1m,mode=700") as disk:
        with Record.open(disk / "person") as record:
            record.answer(record.person, "line", "kept", sitting=record.sitting("lines"))
        with suppress(OSError), (disk / "the rest").open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        with Record.open(disk / "person") as record, Record.open(disk / "person") as beside:
            assert [answer.value for answer in record.answers()] == ["kept"]
            with pytest.raises(NotSaved, match="you can look at everything"):
                beside.sitting("lines")
        (disk / "the rest").unlink()
        with Record.open(disk / "person") as record:
            record.answer(record.person, "line", "room again", sitting=record.sitting("lines"))


@pytest.mark.skipif(not ROOT_ON_LINUX, reason="needs to mount a disk")
def test_a_read_only_disk_is_named(tmp_path):
    with mounted(tmp_path / "disk", "size=4m,mode=700") as disk:
        with Record.open(disk / "person") as record:
            record.answer(record.person, "line", 3, sitting=record.sitting("lines"))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(RecordError, match="cannot be kept there"):
            Record.open(disk / "person")
        assert "read-only" in surroundings.warnings(disk / "person")[0]
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        with Record.open(disk / "person") as record:
            assert len(record.answers()) == 1


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_folder_others_can_read_is_told(tmp_path):
    tmp_path.chmod(0o755)
    assert (
        "other users of this computer: they can see which files are in it"
        in surroundings.warnings(tmp_path)[0]
    )
