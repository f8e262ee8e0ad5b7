"""Open a record's file with SQLite, locked or not; other modules need not know which."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from good_on_paper.record.folder import uri_of
from good_on_paper.record.lock_keys import key_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from good_on_paper.record.lock_keys import Key

READ: Final = "ro"
WRITE: Final = "rw"
CLOSED: Final = "ro&immutable=1"
"""How a file is opened; with the last, a file that nobody has open needs no files beside it."""


def connect(
    path: Path, how: str, *, like: Path | None = None, timeout: float = 5.0, any_thread: bool = False
) -> sqlite3.Connection:
    """Open a file; each statement is its own transaction until one is begun.

    Parameters
    ----------
    path : Path
        It must exist; it may be empty.
    how : str
        `READ`, `WRITE` or `CLOSED`.
    like : Path, optional
        For an empty file, the file with the same lock; by default itself.
    timeout : float, default 5.0
        Seconds to wait for another process that holds the file.
    any_thread : bool, default False
        Whether threads share the connection.

    Raises
    ------
    Locked
        If the file is locked, and nobody gave the passphrase in this process.
    sqlite3.Error
        If it cannot be opened.
    """
    return under(f"{uri_of(path)}?mode={how}", key_of(like or path), timeout=timeout, any_thread=any_thread)


def in_memory(like: Path) -> sqlite3.Connection:
    """Return an empty database in memory that can take a copy of the record at `like`."""
    return under(":memory:", key_of(like), any_thread=True)


def under(
    address: str, key: Key | None, *, timeout: float = 5.0, any_thread: bool = False
) -> sqlite3.Connection:
    """Open a database by its SQLite address, under a key."""
    if key is None:
        return sqlite3.connect(
            address,
            uri=True,
            timeout=timeout,
            isolation_level=None,
            check_same_thread=not any_thread,
            cached_statements=64,
        )
    return cipher().keyed(  # type: ignore[no-any-return]
        address,
        key,
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=not any_thread,
        cached_statements=64,
    )


def copy_under(path: Path, made: Path, new: Key | None) -> None:
    """Write a file again under another key, or under none.

    Parameters
    ----------
    path : Path
        The file; it must not be open anywhere.
    made : Path
        The new file; it must not exist yet.
    new : Key or None
        The key of the new lock.

    Raises
    ------
    OSError, sqlite3.Error
        If it cannot be read or written.
    """
    with closing(connect(path, WRITE)) as sql:  # SQLite writes the files beside it into it
        sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    cipher().rewrite(f"{uri_of(path)}?mode={WRITE}", key_of(path), made, new)


def cipher() -> ModuleType:
    """Return the module that locks files.

    Raises
    ------
    RecordError
        If the package it needs is not installed.
    """
    from good_on_paper.record import cipher as found  # noqa: PLC0415 - only for those who lock

    return found
