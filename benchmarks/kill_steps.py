"""Kill what changes a record at every file event, and look whether nothing is lost or half done.

    python benchmarks/kill_steps.py [--every N] [NAME...]

Backup, the first answer of a day, restore, forget, wipe, import, export, migration, merge and back, lock,
unlock and copy, each of them killed before its first file event, before its second, and so on to its end. A
file event is one that Python tells its audit hooks (a file opened to be written, made, renamed, removed), a
database connected, and each statement that SQLite begins. What only reads is none: killed before it or before
the next event, the disk is the same. Prints a line of figures each; ends with 1 when anything was lost.
``--every 4`` tries each fourth event only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from good_on_paper.record import RECORD_FILE, Record, RecordError, encryption, lock_keys
from good_on_paper.record.archive import archive_text, export_archive
from good_on_paper.record.backup import backups, take
from good_on_paper.record.errors import Locked
from good_on_paper.record.forget import forget_unit
from good_on_paper.record.locking import is_locked, lock, take_lock_off, unlock
from good_on_paper.record.merge_back import take_merge_back
from good_on_paper.record.merging import merge_copy, read_copy
from good_on_paper.record.relocking import READY
from good_on_paper.record.restore import restore
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.record.wipe import wipe

if TYPE_CHECKING:
    from collections.abc import Callable

EVENTS = ("open", "os.", "shutil.")
READING = ("os.listdir", "os.scandir", "os.walk", "os.fwalk")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SECRET = "Zyxwvut-Quandary"  # noqa: S105 - what is to be forgotten
PASSPHRASE = "three plain green words"  # noqa: S105 - of nobody
KILLED, DONE = 9, 0
MEMORY = Path("/dev/shm")  # noqa: S108 - a kill leaves what a program wrote, on a disk or not; and it is fast
OLD_SHAPE = Path(__file__).parents[1] / "tests" / "record" / "shapes" / "1.sql"


class Kill:
    """Ends this process before its nth file event."""

    def __init__(self, at: int, place: str) -> None:
        self.left = at
        self.place = place
        self.on = False
        sys.addaudithook(self)
        sqlite3.connect = self.watched(sqlite3.connect)
        dbapi2.connect = self.watched(dbapi2.connect)

    def watched(self, connect: Callable[..., Any]) -> Callable[..., Any]:
        def told(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as SQLite takes them
            self.step()
            made = connect(*given, **named)
            reads = False

            def begins(statement: str) -> None:  # the first SELECT of several may make the files beside it
                nonlocal reads
                before, reads = reads, statement.lstrip().upper().startswith("SELECT")
                if not (before and reads):
                    self.step()

            made.set_trace_callback(begins)
            return made

        return told

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on or not event.startswith(EVENTS) or event in READING:
            return
        if event == "open" and isinstance(arguments[2], int) and not arguments[2] & WRITES:
            return
        if any(self.place in str(each) for each in arguments):
            self.step()

    def step(self) -> None:
        if not self.on:
            return
        if not self.left:
            os._exit(KILLED)
        self.left -= 1


def killed_at(event: int, act: Callable[[], object], place: Path) -> bool:
    """Run `act` in a process of its own up to an event; say whether it was killed there."""
    child = os.fork()
    if child == 0:
        kill = Kill(event, place.name)
        code = 1
        kill.on = True
        try:
            act()
            code = DONE
        except BaseException:  # noqa: BLE001 - told to whoever looks, and by the code
            kill.on = False
            traceback.print_exc()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (KILLED, DONE):
        raise SystemExit(f"event {event}: it failed by itself")
    return code == KILLED


def career(folder: Path) -> None:
    """Make a record with a backup and something set aside; what was said last is in its journal alone."""
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("roles")
        for number in range(3):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", f"Editor {number}", sitting=sitting)
        record.answer(role, "summary", SECRET, sitting=sitting)
    Record.open(folder).close()
    with Record.open(folder) as record:
        record.answer(record.person, "line", "later", sitting=record.sitting("lines"))
    restore(folder)
    (folder / "mine.txt").write_text("a file of my own")
    child = os.fork()
    if child == 0:  # a window that is killed
        record = Record.open(folder)
        record.answer(record.person, "line", "last", sitting=record.sitting("lines"))
        os._exit(KILLED)
    os.waitpid(child, 0)


def text(folder: Path) -> str:
    """Return all that is in a record that the next opening finds, and let it finish what was begun."""
    with Record.open(folder) as record:
        if record.warnings:
            raise AssertionError(record.warnings)
    if spoilt := [backup.folder.name for backup in backups(folder) if not backup.sound]:
        raise AssertionError(f"backups are damaged: {spoilt}")
    return archive_text(folder / RECORD_FILE)


def holding(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]


def expect(holds: object, said: str) -> None:
    if not holds:
        raise AssertionError(said)


# Each makes what it starts from and returns what to do and what must hold after a kill.


def backup(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    before, there = text(folder), len(backups(folder))

    def holds(_killed: bool) -> None:
        expect(text(folder) == before, "the record is another")
        expect(len(backups(folder)) >= there, "a backup is gone")
        take(folder / RECORD_FILE)
        expect(not list((folder / "backups").glob("making*")), "half a backup is left")

    return lambda: take(folder / RECORD_FILE, why="before-shape-9"), holds


def day(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    """Open it on a new day and answer, while the backup is made in another thread."""
    career(folder)
    before = len(answers(folder))
    shutil.rmtree(folder / "backups")

    def act() -> None:
        with Record.open(folder) as record:
            record.answer(record.person, "line", "today", sitting=record.sitting("lines"))

    def holds(killed: bool) -> None:
        text(folder)
        found = answers(folder)
        expect(len(found) in (before, before + 1), "answers are gone")
        expect(killed or found[-1] == "today", "the answer is not there")
        expect(len(backups(folder)) == 1, "it was not backed up once")
        take(folder / RECORD_FILE)
        expect(not list((folder / "backups").glob("making*")), "half a backup is left")

    return act, holds


def answers(folder: Path) -> list[object]:
    with Record.open(folder) as record:
        return [answer.value for answer in record.answers()]


def bring_back(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    now = text(copy)
    restore(copy)
    then = text(copy)
    shutil.rmtree(copy)
    kept = set((folder / "set-aside").iterdir())

    def holds(killed: bool) -> None:
        found = text(folder)
        expect(found in (now, then), "it is neither what was there nor what was brought back")
        expect(killed or found == then, "it was not brought back")
        if found == then:
            [aside] = set((folder / "set-aside").iterdir()) - kept
            restore(folder, aside / RECORD_FILE)
            expect(text(folder) == now, "what was set aside is not what was there")

    return lambda: restore(folder), holds


def forget(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    before = text(folder)
    with Record.open(folder) as record:
        role = record.units("role")[-1].id
    whole = holding(folder, SECRET)

    def holds(killed: bool) -> None:
        after = text(folder)
        left = holding(folder, SECRET)
        expect(not left or (after == before and sorted(left) == sorted(whole)), f"it is left in {left}")
        expect(killed or not left, f"it is left in {left}")
        expect('"last"' in after, "more was forgotten")

    return lambda: forget_unit(folder, role), holds


def wipe_all(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)

    def holds(killed: bool) -> None:
        if killed:
            with suppress(RecordError):  # where nothing was left but empty folders
                wipe(folder)
        expect(holding(folder, "Editor") == [], "something of it is left")
        expect((folder / "mine.txt").exists(), "a file of one's own is gone")

    return lambda: wipe(folder), holds


def bring_in(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    other = folder.with_name("other")
    career(other)
    with Record.open(other) as record:
        export_archive(record, folder.with_name("archive.json"))
    brought = text(other)
    Record.open(folder).close()
    empty = text(folder)

    def act() -> None:
        restore_archive(folder.with_name("archive.json"), folder)

    def holds(killed: bool) -> None:
        found = text(folder)
        expect(found in (empty, brought), "it came in by half")
        expect(killed or found == brought, "it did not come in")
        act()
        expect(text(folder) == brought, "it does not come in any more")

    return act, holds


def take_out(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    before, file = text(folder), folder.with_name(f"{folder.name}.json")

    def act() -> None:
        with Record.open(folder) as record:
            export_archive(record, file)

    def holds(killed: bool) -> None:
        expect(text(folder) == before, "the record is another")
        expect(killed or file.read_text("ascii") == before, "the file is not whole")
        if file.exists() and file.read_text("ascii") != before:  # cut short: never taken for a whole one
            try:
                restore_archive(file, folder.with_name("fresh"))
            except RecordError:
                return
            expect(False, "half an archive was brought in")

    return act, holds


def grow_up(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    folder.mkdir(mode=0o700)
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        sql.executescript(OLD_SHAPE.read_text(encoding="utf-8"))
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    grown = text(copy)

    def holds(_killed: bool) -> None:
        expect(text(folder) == grown, "it is not what it was")
        expect([each for each in backups(folder) if each.why], "no copy from before was kept")

    return lambda: Record.open(folder).close(), holds


def lock_up(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    before = text(folder)

    def holds(killed: bool) -> None:
        locked = begun_again(folder)
        expect(killed or locked, "it is not locked")
        left = holding(folder, SECRET)
        expect(not left or not locked, f"it can be read in {left}")
        unlock(folder, PASSPHRASE)
        expect(text(folder) == before, "the record is another")

    return lambda: lock(folder, PASSPHRASE), holds


def lock_off(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    career(folder)
    before = text(folder)
    lock(folder, PASSPHRASE)

    def act() -> None:
        unlock(folder, PASSPHRASE)
        take_lock_off(folder)

    def holds(killed: bool) -> None:
        locked = begun_again(folder)
        expect(killed or not locked, "it is still locked")
        left = holding(folder, SECRET)
        expect(not left or not locked, f"it can be read in {left}")
        unlock(folder, PASSPHRASE)
        expect(text(folder) == before, "the record is another")

    return act, holds


def begun_again(folder: Path) -> bool:
    """Start without the passphrase, as after a kill; say whether all of it is locked, or nothing."""
    lock_keys.forget_keys()
    with suppress(Locked):
        Record.open(folder).close()
    expect(not (folder / READY).exists(), "something half made is left")
    files = [path for path in folder.rglob(RECORD_FILE) if path.stat().st_size]
    salts = {lock_keys.salt_of(path) for path in files}
    expect(len(salts) == 1, "half of it is locked")
    return is_locked(folder)


def merge(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    """Bring in a copy in which a job was forgotten and others were answered."""
    career(folder)
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    with Record.open(other) as record:
        first, *_, last = record.units("role")
        sitting = record.sitting("lines")
        record.answer(first, "pace", 5, sitting=sitting)
    forget_unit(other, last.id)
    with Record.open(other) as record:
        export_archive(record, folder.with_name("other.json"))
    with Record.open(folder) as record:
        record.answer(first, "hours", 2, sitting=record.sitting("lines"))
    before = text(folder)

    def act() -> None:
        merge_copy(folder, read_copy(folder.with_name("other.json")), {}, lambda _found: None)

    def holds(killed: bool) -> None:
        after, left = text(folder), holding(folder, SECRET)
        expect("pace" in after or after == before, "it came in by half")
        expect('"hours"' in after, "an answer is gone")
        expect(not left or after == before, f"it is left in {left}")  # before it came in, nothing is to go
        expect(killed or "pace" in after, "it did not come in")
        act()
        merged = text(folder)
        act()
        expect(text(folder) == merged, "twice is not once")
        expect(not holding(folder, SECRET), "what was forgotten is left")

    return act, holds


def merge_back(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    """Take back what a merge brought, after something else was said."""
    career(folder)
    before, other = answers(folder), folder.with_name("other")
    shutil.copytree(folder, other)
    with Record.open(other) as record:
        record.answer(record.units("role")[0], "pace", 5, sitting=record.sitting("lines"))
        export_archive(record, folder.with_name("other.json"))
    merge_copy(folder, read_copy(folder.with_name("other.json")), {}, lambda _found: None)
    with Record.open(folder) as record:
        record.answer(record.person, "line", "since", sitting=record.sitting("lines"))

    def holds(killed: bool) -> None:
        text(folder)
        found = answers(folder)
        expect(found in ([*before, 5, "since"], [*before, "since"]), "it went by half")
        expect(killed or 5 not in found, "it did not go")
        if 5 in found:
            take_merge_back(folder)
        expect(answers(folder) == [*before, "since"], "it does not go any more")

    return lambda: take_merge_back(folder), holds


def copy_out(folder: Path) -> tuple[Callable[[], object], Callable[[bool], None]]:
    """Make a locked copy for somebody; the cost of a guess is kept low, so that the trial ends."""
    # not before: this alone loads pandas, and each kill is a copy of the whole process
    from good_on_paper.catalogue import load  # noqa: PLC0415
    from good_on_paper.export.copy_choice import CopyChoice  # noqa: PLC0415
    from good_on_paper.export.copy_for import copy_for, write_copy  # noqa: PLC0415

    career(folder)
    file, catalogue = folder.with_name("for-ruth"), load(folder / "catalogue.toml")
    encryption.COST["n"] = 2

    def act() -> None:
        with Record.open(folder) as record:
            write_copy(record, copy_for(record, catalogue, CopyChoice("Ruth")), file, "four geese")

    def holds(killed: bool) -> None:
        text(folder)
        expect("last" in answers(folder), "the record is another")
        expect(killed or file.is_file(), "there is no copy")
        if file.exists():
            encryption.unlock(file.read_bytes(), "four geese")
        plain = [each.name for each in folder.parent.iterdir() if each.is_file() and each != file]
        expect(not any(b"Editor" in (folder.parent / name).read_bytes() for name in plain), "something plain")

    return act, holds


TRIALS = {
    "backup": backup,
    "day": day,
    "restore": bring_back,
    "forget": forget,
    "wipe": wipe_all,
    "import": bring_in,
    "export": take_out,
    "migration": grow_up,
    "merge": merge,
    "merge back": merge_back,
    "lock": lock_up,
    "unlock": lock_off,
    "copy": copy_out,
}


SLOW = {"merge": 4, "merge back": 4}
"""What takes so much longer than the others that fewer of its events are tried, unless all are."""


def trial(name: str, every: int) -> tuple[int, list[str]]:
    """Kill one of them at each of its events; return at how many that was and what did not hold."""
    wrong, event, killed = [], 0, True
    step = every if every == 1 else every * SLOW.get(name, 1)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        model = Path(place) / "model"
        model.mkdir()
        act_on = model / "person"
        act, holds = TRIALS[name](act_on)
        kept = Path(place) / "kept"
        shutil.copytree(model, kept, symlinks=True)
        while killed:
            killed = killed_at(event, act, model)
            try:
                holds(killed)
            except (AssertionError, RecordError, ValueError) as error:
                wrong.append(f"{name}, event {event}: {error}")
            for entry in model.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
            shutil.copytree(kept, model, symlinks=True, dirs_exist_ok=True)
            event += step
    return event // step - 1, wrong


def main() -> None:
    read = argparse.ArgumentParser()
    read.add_argument("--every", type=int, default=1)
    read.add_argument("names", nargs="*", metavar="NAME")
    told = read.parse_args()
    lost = []
    lock_keys.COST.update(n=2**6)  # half a second a guess would be half an hour here
    for name in told.names or TRIALS:
        begun = time.perf_counter()
        events, wrong = trial(name, told.every)
        lost += wrong
        print(f"{name}: killed at {events} events in {time.perf_counter() - begun:.0f} s, {len(wrong)} wrong")
    for each in lost:
        print(each)
    if lost:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
