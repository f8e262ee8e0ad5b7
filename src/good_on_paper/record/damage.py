"""Check a record's file before it is opened for writing, without changing it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from good_on_paper.record.backup import backups, damaged
from good_on_paper.record.errors import NotSaved, RecordError, explain
from good_on_paper.record.folder import SEAL_FILE
from good_on_paper.record.migrations import APPLICATION_ID, SHAPE, shape_of
from good_on_paper.record.soundness import (
    first_fault,
    journal_taken_away,
    mark_closed,
    pending,
    seal_holds,
    structure_fault,
    unseal,
)
from good_on_paper.record.sqlite_file import CLOSED, READ, WRITE, connect
from good_on_paper.record.sums import SUMMED_SINCE, renew_sums
from good_on_paper.record.write_ahead import frames_lost

if TYPE_CHECKING:
    from pathlib import Path

_HEAD: Final = 100
"""Length of the header of any SQLite file."""
REFUSED: Final = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
)
"""SQLite's errors for a disk that is full, broken or read-only."""
_STILL_CLOSING: Final = 1.0
"""Seconds for a process that is closing: SQLite removes the journal, and the mark goes just after it."""
_NO_DAMAGE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def examine(path: Path, *, alone: bool | None, patience: float) -> None:
    """Refuse a file that is damaged, another program's or a newer kit's; nothing is changed.

    A closed record has a seal, which any change breaks. If it was not closed properly, we check all of it and
    its journal. If it is in use, the process that opened it first has checked it.

    Parameters
    ----------
    path : Path
        The record's file; it exists, and may be empty.
    alone : bool or None
        Whether the record is open nowhere else; None if we cannot know.
    patience : float
        Seconds to wait for another process that holds the file.

    Raises
    ------
    Damaged
        If it is damaged; with the newest good backup and the command that restores it.
    RecordError
        If the file is another program's or a newer kit's.
    NotSaved
        If it cannot be read, or is no record at all.
    """
    cut = _cut(path, alone=alone)
    alone = alone is True
    sealed = path.with_name(SEAL_FILE).exists()
    known = sealed or bool(backups(path.parent))
    waits = pending(path)  # before the size: a process that begins a record writes the file first
    if path.stat().st_size < _HEAD and not path.with_name(path.name + "-journal").exists():
        if known or cut or waits:  # SQLite would delete the log of such a file
            raise damaged(path, "the file is empty, or was taken away")
        if not path.stat().st_size:
            return
    if path.with_name(path.name + "-journal").exists():
        return  # a commit was cut short without WAL: SQLite rolls it back when it opens the file
    closed = alone and not pending(path)
    if alone and (lost := frames_lost(path)):
        raise damaged(
            path,
            f"of what was written last, {lost} pages can no longer be read (a fault of the disk; to go on "
            f"without them: 'good-on-paper check --trust')",
        )
    try:
        with closing(connect(path, CLOSED if closed else READ, timeout=patience)) as sql:
            _refuse_foreign(sql, path, sealed=sealed)
            unsure = alone and not (closed and sealed)
            fault = first_fault(sql) if unsure else None
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if not alone and code in REFUSED and not pending(path):
            return  # no room for SQLite's shared memory file: the record is only read
        if known and code not in _NO_DAMAGE:
            raise damaged(path, str(error)) from error
        raise explain(error, path) from error
    if fault:
        raise damaged(path, fault)
    _refuse_changed(path, closed=closed, cut=cut)


def _cut(path: Path, *, alone: bool | None) -> bool:
    """Return whether the journal of a record that was not closed is gone; refuse one that is in use."""
    deadline = time.monotonic() + _STILL_CLOSING
    while (cut := alone is not None and journal_taken_away(path)) and time.monotonic() < deadline:
        time.sleep(0.02)
    if cut and not alone:
        raise NotSaved(
            f"NOT SAVED in {path.parent}: {path.name}-wal was taken away while the record is open elsewhere. "
            f"What to do: close all windows of Good on Paper, then open one again."
        )
    return cut


def _refuse_changed(path: Path, *, closed: bool, cut: bool) -> None:
    """Refuse a file that is consistent, but not as we left it."""
    if cut:
        raise damaged(
            path,
            f"{path.name}-wal is gone, though the record was not closed: what was written last may be "
            f"missing (if another program closed it, or to go on anyway: 'good-on-paper check --trust')",
        )
    if closed and seal_holds(path) is False:
        raise damaged(
            path,
            "something other than this kit changed it since it was closed (a fault of the disk, a "
            "synchronising service; if it was you, 'good-on-paper check --trust' accepts it)",
        )


def trust(path: Path) -> None:
    """Accept a file that something else changed, when SQLite's thorough check finds no fault.

    Parameters
    ----------
    path : Path
        The record's file, open nowhere.

    Raises
    ------
    Damaged
        If it finds a fault.
    """
    try:
        with closing(connect(path, WRITE)) as sql:
            sql.execute("BEGIN IMMEDIATE")
            if fault := structure_fault(sql):
                raise damaged(path, fault)
            if SUMMED_SINCE <= shape_of(sql) <= SHAPE:
                renew_sums(sql)
            sql.execute("COMMIT")
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error
    unseal(path)
    mark_closed(path)


def fault_of(path: Path) -> str | None:
    """Return the first fault, None if there is none; the file may be in use."""
    try:
        with closing(connect(path, READ)) as sql:
            return first_fault(sql)
    except sqlite3.DatabaseError as error:
        return str(error)


def _refuse_foreign(sql: sqlite3.Connection, path: Path, *, sealed: bool) -> None:
    sql.execute("BEGIN")  # all as of one moment: another process may be making the tables
    mark = sql.execute("PRAGMA application_id").fetchone()[0]
    empty = not sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if empty and not mark:
        return
    if mark != APPLICATION_ID:
        if sealed:
            raise damaged(path, "its mark is gone")
        raise RecordError(
            f"{path}: this file belongs to another program (mark {mark:#x}). Expected a record of "
            f"Good on Paper; move the file away or choose another folder. It was not changed."
        )
    if (shape := shape_of(sql)) > SHAPE:
        raise RecordError(
            f"{path}: written by a newer Good on Paper (shape {shape}, this one knows {SHAPE}). "
            f"Update the kit; the file was not changed."
        )
