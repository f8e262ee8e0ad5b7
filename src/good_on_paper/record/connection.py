"""The one connection to a record's file: its settings, its shape, its transactions."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from good_on_paper.record.answers import STATES, UNIT_KINDS
from good_on_paper.record.errors import RecordError, explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

APPLICATION_ID: Final = 0x476F5021
"""``GoP!``: marks the file as a record of this kit."""
SHAPE: Final = 1
"""Version of the tables, kept in ``PRAGMA user_version``."""
PATIENCE: Final = 60.0
"""Seconds a writer waits for another; 5 lost answers where a commit takes 4 ms (measured)."""


def _words(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_TABLES: Final = f"""
CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ({_words(UNIT_KINDS)})),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL
) STRICT;
CREATE TABLE sitting (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started TEXT NOT NULL
) STRICT;
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    given TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ({_words(STATES)})),
    value TEXT CHECK ((value IS NOT NULL) = (state = 'value')),
    memory INTEGER CHECK (memory BETWEEN 1 AND 3),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    sitting TEXT NOT NULL REFERENCES sitting (id),
    position INTEGER,
    undoes INTEGER REFERENCES answer (seq),
    token TEXT UNIQUE
) STRICT;
CREATE INDEX answer_cell ON answer (unit, item, seq);
CREATE INDEX answer_sitting ON answer (sitting, seq);
"""


class Connection:
    """A SQLite connection behind a lock, safe from any thread, beside any number of processes.

    Parameters
    ----------
    path : Path
        The record's file; it must exist, and may be empty.

    Raises
    ------
    RecordError
        When the file is another program's or a newer kit's; it is left as it was.
    NotSaved
        When SQLite refuses the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._depth = 0
        self._refuse_foreign()
        try:
            self._sql = sqlite3.connect(
                path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=64
            )
            self._patiently(self._settle)
        except sqlite3.Error as error:
            raise explain(error, path) from error

    def _refuse_foreign(self) -> None:
        """Look before opening for writing: opening alone may already change a file."""
        if self.path.stat().st_size == 0:
            return
        try:
            look = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
            try:
                mark, shape = (
                    look.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("application_id", "user_version")
                )
                empty = not look.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            finally:
                look.close()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        if empty and not mark:
            return
        if mark != APPLICATION_ID:
            raise RecordError(
                f"{self.path}: this file belongs to another program (mark {mark:#x}). Expected a record of "
                f"Good on Paper; move the file away or choose another folder. It was not changed."
            )
        if shape > SHAPE:
            raise RecordError(
                f"{self.path}: written by a newer Good on Paper (shape {shape}, this one knows {SHAPE}). "
                f"Update the kit; the file was not changed."
            )

    def _settle(self) -> None:
        run = self._sql.execute
        if run("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            run("PRAGMA journal_mode = DELETE")  # network folders have no shared memory for WAL
        run("PRAGMA synchronous = FULL")
        run("PRAGMA fullfsync = ON")  # macOS: fsync alone stops at the drive's cache
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA trusted_schema = OFF")
        run("BEGIN IMMEDIATE")
        try:
            if run("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _TABLES.split(";"):
                    run(statement)
                run(f"PRAGMA application_id = {APPLICATION_ID}")
                run(f"PRAGMA user_version = {SHAPE}")
            run("COMMIT")
        except BaseException:
            run("ROLLBACK")
            raise

    def _patiently(self, act: Callable[[], object]) -> None:
        """Repeat while another process holds the file: SQLite gives up at once in some of its waits."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                act()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock from the first look to the commit; nested uses join the outer one.

        Yields
        ------
        sqlite3.Connection
            Inside ``BEGIN IMMEDIATE``: a deferred transaction that reads and then writes loses to the others.

        Raises
        ------
        NotSaved
            When the disk or another process refuses; everything since the begin is taken back.
        """
        with self._lock:
            if self._depth:
                yield self._sql
                return
            try:
                self._patiently(lambda: self._sql.execute("BEGIN IMMEDIATE"))
                self._depth = 1
                try:
                    yield self._sql
                    self._sql.execute("COMMIT")
                finally:
                    self._depth = 0
                    if self._sql.in_transaction:
                        self._sql.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise explain(error, self.path) from error

    def read(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """Return all rows of one query.

        Raises
        ------
        NotSaved
            When the file cannot be read.
        """
        with self._lock:
            try:
                return self._sql.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise explain(error, self.path) from error

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            self._sql.close()
