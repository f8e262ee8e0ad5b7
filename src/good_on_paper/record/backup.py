"""Backups of the record: one a day. We check each before it counts, and thin out the old ones."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
import uuid
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from good_on_paper.record.errors import Damaged, Locked
from good_on_paper.record.folder import BACKUPS, CATALOGUE_FILE, MAKING, RECORD_FILE, STAMP, STAMPED
from good_on_paper.record.inventory import clear_half_made, copy_folders, files_in, remove_copy
from good_on_paper.record.own_lines import as_kept, read_lines
from good_on_paper.record.presence import Presence
from good_on_paper.record.soundness import first_fault, seal, seal_holds, sync_folder, write_private
from good_on_paper.record.sqlite_file import CLOSED, READ, WRITE, connect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from pathlib import Path

KEPT: Final = (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12))
"""The newest backup of each of the last 7 days, 4 weeks and 12 months that have one."""
PATIENCE: Final = 60.0
"""Seconds to wait while another process makes a backup or forgets something."""
STEP: Final = 256
"""Pages copied in one step, 1 MB: a writer waits for at most one step."""
_COUNT: Final = """
SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'answer'), (SELECT count(*) FROM answer)
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a record, in a folder of its own.

    Parameters
    ----------
    folder : Path
        The folder with the record's file, its seal and the person's own lines of that time.
    taken : datetime
        In UTC.
    why : str
        Empty for a daily one; ``before-shape-2`` for one from before a change of the tables, which is not
        thinned out.
    """

    folder: Path
    taken: datetime
    why: str

    @property
    def path(self) -> Path:
        """The copy of the record's file."""
        return self.folder / RECORD_FILE

    @property
    def counted(self) -> tuple[int, int]:
        """The number of the newest answer given before the backup, and the number of answers in it.

        Numbers only grow, so they show which of two backups is newer, whatever the computer's clock said. It
        is (-1, 0) for a copy that cannot be read.
        """
        return counted(self.path, CLOSED)

    @property
    def sound(self) -> bool:
        """Whether it is still, bit for bit, what we checked when it was made."""
        return self.path.is_file() and seal_holds(self.path) is True


def counted(path: Path, how: str) -> tuple[int, int]:
    """Return `Backup.counted` for a file, opened in the given way."""
    try:
        with closing(connect(path, how)) as sql:
            number, answers = sql.execute(_COUNT).fetchone()
    except (sqlite3.Error, Locked):
        return -1, 0
    return int(number or 0), int(answers)


def backups(folder: Path) -> list[Backup]:
    """Return the backups in a person's folder, newest first by the journal's own number, sound or not."""
    return sorted(_unsorted(folder), key=lambda backup: (backup.counted[0], backup.taken), reverse=True)


def _unsorted(folder: Path) -> Iterator[Backup]:
    for entry in copy_folders(folder):
        named = STAMPED.fullmatch(entry.name)
        if named and entry.parent.name == BACKUPS and files_in(entry):
            yield Backup(entry, datetime.strptime(named[1], STAMP).replace(tzinfo=UTC), named[2] or "")


def newest_good(folder: Path) -> Backup | None:
    """Return the newest sound backup in a person's folder."""
    return next((backup for backup in backups(folder) if backup.sound), None)


def due(folder: Path, today: date) -> bool:
    """Return whether there is no backup of this day (in UTC) yet."""
    return all(backup.taken.date() != today for backup in _unsorted(folder))


def kept(newest_first: Collection[datetime]) -> set[datetime]:
    """Return the moments (given newest first) whose backups stay; see `KEPT`."""
    stay: set[datetime] = set()
    for period, count in KEPT:
        newest_of: dict[str, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(moment.strftime(period), moment)
        stay.update(list(newest_of.values())[:count])
    return stay


@contextmanager
def only_one_copying(folder: Path, patience: float) -> Iterator[bool]:
    """Keep other processes from copying a record, or erasing from its copies, meanwhile.

    A caller that also writes takes the record's write lock first, so that two callers never wait for each
    other.

    Parameters
    ----------
    folder : Path
        The person's folder.
    patience : float
        Seconds to wait for another process.

    Yields
    ------
    bool
        False if the system has no such locks, so that only the record's write lock keeps others out.

    Raises
    ------
    OSError
        If the wait was in vain, or there is no room for backups.
    """
    home = folder / BACKUPS
    home.mkdir(mode=0o700, exist_ok=True)
    presence = Presence(home)
    deadline = time.monotonic() + patience
    try:
        while (alone := presence.alone()) is False:
            if time.monotonic() > deadline:
                raise TimeoutError(f"another window is still at the backups in {home}")
            time.sleep(0.02)
        yield alone is True
    finally:
        presence.leave()


def take(path: Path, *, why: str = "") -> Backup:
    """Copy a record, in use or not, check the copy, and thin out the older ones.

    If the system has no lock that keeps others out of the folder, the caller holds the record's write lock.

    Parameters
    ----------
    path : Path
        The record's file.
    why : str, optional
        As in `Backup`.

    Raises
    ------
    Damaged
        If the copy does not pass the check.
    OSError, sqlite3.Error
        If it cannot be written; nothing half-made stays.
    """
    with only_one_copying(path.parent, PATIENCE):
        return make(path, why=why)


def make(path: Path, *, why: str = "") -> Backup:
    """Do what `take` does, for a caller who is the only one copying."""
    home = path.parent / BACKUPS
    clear_half_made(path.parent, BACKUPS)
    making = home / f"{MAKING}-{uuid.uuid4().hex}"
    making.mkdir(mode=0o700)
    try:
        if fault := copy(path, making / RECORD_FILE):
            raise damaged(path, fault)
        own = path.with_name(CATALOGUE_FILE)
        if own.is_file():
            write_private(making / CATALOGUE_FILE, as_kept(own, read_lines(own)))
        taken = datetime.now(UTC)
        made = Backup(home / "-".join(filter(None, (taken.strftime(STAMP), why))), taken, why)
        making.rename(made.folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    sync_folder(home)
    _thin_out(path.parent, made)
    return made


def copy(path: Path, made: Path) -> str | None:
    """Copy a record into one file of its own, check the copy and seal it.

    Parameters
    ----------
    path : Path
        The record's file; it may be in use.
    made : Path
        The copy, in a folder of its own; it must not be there yet.

    Returns
    -------
    str or None
        The first fault in the copy; None if it is sound.

    Raises
    ------
    OSError, sqlite3.Error
        If it cannot be read or written.
    """
    os.close(os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with (
        closing(connect(path, READ)) as source,
        closing(connect(made, WRITE, like=path)) as target,
    ):
        if source.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            source.execute("BEGIN")  # copy the current state, however much is written meanwhile
            source.execute("SELECT 1 FROM sqlite_schema").fetchone()
        # without WAL, writers come in between two steps, and SQLite starts again
        source.backup(target, pages=STEP, sleep=0.02)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, to be read from anywhere
        if fault := first_fault(target):
            return fault
    seal(made)
    if not seal_holds(made):
        raise OSError(f"{made}: the copy could not be read back as it was written")
    return None


def _thin_out(folder: Path, made: Backup) -> None:
    """Remove old backups; never the one just made nor the fullest, whatever the clock says."""
    found = [backup for backup in backups(folder) if not backup.why]
    if not found:
        return
    stay = kept([backup.taken for backup in found])
    stay |= {made.taken, max(found, key=lambda backup: backup.counted[1]).taken}
    for backup in found:
        if backup.taken not in stay:
            with suppress(OSError):  # tried again the next time
                remove_copy(backup.folder)


def damaged(path: Path, fault: str) -> Damaged:
    """Return the error for a damaged record, with the newest good backup and the command that restores it.

    Parameters
    ----------
    path : Path
        The record's file.
    fault : str
        What is wrong with it, as half a sentence.
    """
    good = newest_good(path.parent)
    if good is None:
        remedy = (
            "There is no good backup beside it. Copy the whole folder to a safe place, then bring back a "
            "copy of your own with 'good-on-paper restore --from FILE'"
        )
    else:
        remedy = (
            f"The newest good backup is of {good.taken:%Y-%m-%d %H:%M} UTC. Bring it back with:  "
            f'good-on-paper restore --home "{path.parent}"  (what is there now is kept aside)'
        )
    return Damaged(f"{path}: the record is damaged: {fault}. It was not written to. {remedy}.")
