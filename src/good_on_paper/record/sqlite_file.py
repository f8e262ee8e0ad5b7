"""Open a record's file with SQLite, locked or not. Nobody else asks which of the two it is."""

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
"""How a file is opened; one that nobody has open needs no files beside it."""


def connect(
    path: Path, how: str, *, like: Path | None = None, timeout: float = 5.0, any_thread: bool = False
) -> sqlite3.Connection:
    """Open a file; each statement is a transaction of its own until one is begun.

    Parameters
    ----------
    path : Path
        It must exist; it may be empty.
    how : str
        `READ`, `WRITE` or `CLOSED`.
    like : Path, optional
        The file whose lock it has, for one that is empty; by default its own.
    timeout : float, default 5.0
        Seconds to wait for another that holds the file.
    any_thread : bool, default False
        Whether threads share the connection.

    Raises
    ------
    Locked
        When the file is locked, and nobody gave the passphrase in this process.
    sqlite3.Error
        When it cannot be opened.
    """
    return under(f"{uri_of(path)}?mode={how}", key_of(like or path), timeout=timeout, any_thread=any_thread)


def in_memory(like: Path) -> sqlite3.Connection:
    """Return an empty file in memory that takes a copy of the record at `like`."""
    return under(":memory:", key_of(like), any_thread=True)


def under(
    address: str, key: Key | None, *, timeout: float = 5.0, any_thread: bool = False
) -> sqlite3.Connection:
    """Open what is at an address of SQLite's, under a key."""
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
    """Write a file anew under another key, or under none.

    Parameters
    ----------
    path : Path
        The file; open nowhere.
    made : Path
        The new one; not there yet.
    new : Key or None
        What it is to be locked with.

    Raises
    ------
    OSError, sqlite3.Error
        When it cannot be read or written.
    """
    with closing(connect(path, WRITE)) as sql:  # SQLite brings in what lies beside it
        sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    cipher().rewrite(f"{uri_of(path)}?mode={WRITE}", key_of(path), made, new)


def cipher() -> ModuleType:
    """Return the module that locks files.

    Raises
    ------
    RecordError
        When the package it needs is not installed.
    """
    from good_on_paper.record import cipher as found  # noqa: PLC0415 - only for those who lock

    return found
