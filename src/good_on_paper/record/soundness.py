"""Whether a file is intact: SQLite's own check, each row's sum, and a seal that any flipped bit breaks."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from good_on_paper.record.folder import MAKING, SEAL_FILE, UNCLOSED_FILE
from good_on_paper.record.sums import SUMMED_SINCE, first_changed_row

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

MAKING_SEAL: Final = f"record.{MAKING}"
BESIDE: Final = ("-wal", "-shm", "-journal")
"""Endings of SQLite's files beside an open record."""


def first_fault(sql: sqlite3.Connection) -> str | None:
    """Return the first fault of an open file: SQLite's complaint, or a row that does not match its sum.

    Parameters
    ----------
    sql : sqlite3.Connection
        Any connection; nothing is written.

    Returns
    -------
    str or None
        None if there is no fault.
    """
    if fault := structure_fault(sql):
        return fault
    summed = sql.execute("SELECT 1 FROM pragma_table_info('answer') WHERE name = 'sum'").fetchone()
    shape = sql.execute("PRAGMA user_version").fetchone()[0]
    if bool(summed) != (shape >= SUMMED_SINCE):
        return f"its tables are not those of its shape ({shape})"
    return first_changed_row(sql) if summed else None


def structure_fault(sql: sqlite3.Connection) -> str | None:
    """Return SQLite's first complaint: about pages, or an index that does not fit its table."""
    found = str(sql.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return None if found == "ok" else found


def pending(path: Path) -> bool:
    """Return whether SQLite still has changes beside the file to write into it."""
    return any(_size(path.with_name(path.name + ending)) for ending in ("-wal", "-journal"))


def seal(path: Path) -> None:
    """Seal a closed file with a digest of its content. The file must be open nowhere.

    If the seal cannot be written, the next check is only slower.
    """
    making = path.with_name(MAKING_SEAL)
    try:
        making.unlink(missing_ok=True)
        handle = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(_digest(path))
        making.replace(path.with_name(SEAL_FILE))
    except OSError:
        with suppress(OSError):
            making.unlink(missing_ok=True)


def unseal(path: Path) -> None:
    """Remove the seal before a file is opened for writing."""
    path.with_name(SEAL_FILE).unlink(missing_ok=True)


def seal_holds(path: Path) -> bool | None:
    """Return whether a closed file is as it was when it was sealed; None if it has no seal.

    The file must be open nowhere: closing a handle on it drops SQLite's locks (POSIX).
    """
    try:
        found = path.with_name(SEAL_FILE).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return None
    return found == _digest(path)


def mark_unclosed(path: Path) -> None:
    """Note that a file has a journal beside it: if it is missing later, something removed it."""
    mark = path.with_name(UNCLOSED_FILE)
    if not mark.exists():
        with suppress(OSError):
            os.close(os.open(mark, os.O_WRONLY | os.O_CREAT, 0o600))
            sync_folder(path.parent)


def mark_closed(path: Path) -> None:
    """Remove that note, once all of the journal is in the file."""
    path.with_name(UNCLOSED_FILE).unlink(missing_ok=True)


def journal_taken_away(path: Path) -> bool:
    """Return whether a file that was not closed had a journal that is now gone."""
    journals = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return path.with_name(UNCLOSED_FILE).exists() and not any(each.exists() for each in journals)


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only its owner can read, and flush it to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut, if the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
