"""Lock a record and its copies with a passphrase, open a locked one, or remove the lock."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from good_on_paper.record.backup import PATIENCE, only_one_copying
from good_on_paper.record.connection import Connection
from good_on_paper.record.encryption import WrongPassphrase
from good_on_paper.record.errors import NotSaved, RecordError, explain
from good_on_paper.record.folder import BACKUPS, CATALOGUE_FILE, RECORD_FILE, SET_ASIDE, make_private, uri_of
from good_on_paper.record.forget import damaged_copies, finish_forgetting
from good_on_paper.record.inventory import clear_half_made, copy_folders, parts, remove_copy
from good_on_paper.record.lock_keys import derive, know, salt_of
from good_on_paper.record.own_lines import read_lines
from good_on_paper.record.relocking import READY, finish_relocking, put_in_place
from good_on_paper.record.restore import alone
from good_on_paper.record.soundness import first_fault, sync_folder, write_private
from good_on_paper.record.sqlite_file import READ, WRITE, cipher, connect, copy_under, under

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record.lock_keys import Key

LOST: Final = "If you lose the passphrase, nobody can open this record again: not you, and not us."


def is_locked(folder: Path) -> bool:
    """Return whether a record, or a backup of it, is locked, without opening it."""
    return any(salt_of(path) for path in _records(folder))


def unlock(folder: Path, passphrase: str) -> None:
    """Keep the key of a locked record in the memory of this process, so that it can be opened here.

    Parameters
    ----------
    folder : Path
        The person's folder.
    passphrase : str
        The passphrase it was locked with.

    Raises
    ------
    WrongPassphrase
        If it opens nothing there.
    RecordError
        If the package that opens it is not installed.
    """
    locked: dict[bytes, list[Path]] = {}
    for path in _records(folder):
        if salt := salt_of(path):
            locked.setdefault(salt, []).append(path)
    if locked:
        cipher()
    opened = []
    for salt, paths in locked.items():
        key = derive(passphrase, salt)
        if any(_opens(path, key) for path in paths):
            know(key)
            opened.append(key)
    if locked and not opened:
        raise WrongPassphrase(
            "The passphrase does not open this record. Try again: capitals, spaces and the keyboard’s "
            "language count."
        )
    if opened:
        _keep_lines(folder, opened[0])


def lock(folder: Path, passphrase: str, *, drop_damaged: bool = False) -> list[Path]:
    """Lock a record, its backups and the person's own lines; a locked one gets a new passphrase.

    Parameters
    ----------
    folder : Path
        The person's folder. Nobody has its record open; a locked one was unlocked here.
    passphrase : str
        If it is lost, nobody can open the record again.
    drop_damaged : bool, optional
        Whether to delete copies that cannot be read, as they cannot be locked.

    Returns
    -------
    list of Path
        Charts and files that the person saved, which are not locked.

    Raises
    ------
    RecordError
        If the passphrase is short, the record is open elsewhere, or a copy is damaged. Nothing was changed.
    NotSaved
        If the disk refuses.
    """
    cipher()
    key = derive(passphrase)
    _write_anew(folder, key, drop_damaged=drop_damaged)
    know(key)
    _keep_lines(folder, key)
    return parts(folder)["exports"]


def take_lock_off(folder: Path, *, drop_damaged: bool = False) -> None:
    """Write a record, its backups and the person's own lines without a lock; see `lock`."""
    _write_anew(folder, None, drop_damaged=drop_damaged)
    _keep_lines(folder, None)


def _keep_lines(folder: Path, key: Key | None) -> None:
    from good_on_paper.catalogue.own_file import keep_locked  # noqa: PLC0415 - loads pydantic

    keep_locked(folder, key)


def _records(folder: Path) -> list[Path]:
    return [path for each in (folder, *copy_folders(folder)) if (path := each / RECORD_FILE).is_file()]


def _opens(path: Path, key: Key) -> bool:
    try:
        with closing(under(f"{uri_of(path)}?mode={READ}", key)) as sql:
            sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        return False
    return True


def _write_anew(folder: Path, key: Key | None, *, drop_damaged: bool) -> None:
    finish_forgetting(folder)
    Connection(make_private(folder)).close()  # brings everything into one file, and makes the day's backup
    try:
        with alone(folder), only_one_copying(folder, PATIENCE):
            finish_relocking(folder)
            for home in (BACKUPS, SET_ASIDE):
                clear_half_made(folder, home)
            _drop(damaged_copies(folder), drop_damaged=drop_damaged)
            ready = folder / READY
            ready.mkdir(mode=0o700)
            made: dict[str, Path] = {}
            for path in _records(folder):
                made[number := str(len(made))] = path
                _record_anew(path, ready / number, key)
            for each in (folder, *copy_folders(folder)):
                if (path := each / CATALOGUE_FILE).is_file():
                    made[number := str(len(made))] = path
                    write_private(ready / number, _lines_under(key, read_lines(path)))
            sync_folder(ready)
            put_in_place(folder, made)
    except sqlite3.Error as error:
        raise explain(error, folder) from error
    except OSError as error:
        raise NotSaved(
            f"NOT SAVED in {folder}: {error}. What to do: make room there, allow writing, and try again. "
            f"Nothing is lost."
        ) from error


def _record_anew(path: Path, made: Path, key: Key | None) -> None:
    copy_under(path, made, key)
    with closing(connect(path, WRITE)) as old, closing(under(f"{uri_of(made)}?mode={WRITE}", key)) as new:
        if first_fault(new) or _counted(old) != _counted(new):
            raise RecordError(f"{path}: could not be written anew. Nothing was changed; check the disk.")


def _counted(sql: sqlite3.Connection) -> dict[str, int]:
    tables = sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name: sql.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608


def _lines_under(key: Key | None, data: bytes) -> bytes:
    from good_on_paper.catalogue.own_file import MARK  # noqa: PLC0415 - loads pydantic

    return data if key is None else MARK + key.salt + key.shut(data)


def _drop(damaged: list[Path], *, drop_damaged: bool) -> None:
    if damaged and not drop_damaged:
        named = ", ".join(f"{path.parent.parent.name}/{path.parent.name}" for path in damaged)
        raise RecordError(
            f"{len(damaged)} copies are damaged and would stay as they are: {named}. Say --drop-damaged to "
            f"delete them. Nothing was changed."
        )
    for path in damaged:
        remove_copy(path.parent)
