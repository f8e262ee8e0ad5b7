"""The one connection to a record's file: its settings, its transactions, its opening and closing."""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from good_on_paper.record.backup import damaged, due, take
from good_on_paper.record.damage import examine
from good_on_paper.record.errors import NotSaved, RecordError, explain
from good_on_paper.record.exchange import finish_exchange
from good_on_paper.record.folder import BACKUPS
from good_on_paper.record.migrations import SHAPE, migrate, shape_of
from good_on_paper.record.opened import Opened
from good_on_paper.record.presence import Presence
from good_on_paper.record.soundness import mark_closed, mark_unclosed, pending, seal, unseal
from good_on_paper.record.sums import add_sums, teach_sums
from good_on_paper.record.surroundings import network_drive
from good_on_paper.record.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

PATIENCE: Final = 60.0
"""Seconds a writer waits for another; 5 lost answers where a commit takes 4 ms (measured)."""


class Connection:
    """A SQLite connection behind a lock, safe from any thread, beside any number of processes.

    Parameters
    ----------
    path : Path
        The record's file; it must exist, and may be empty.

    Raises
    ------
    RecordError
        When the file is damaged, another program's or a newer kit's; it is left as it was.
    NotSaved
        When SQLite refuses the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup_trouble: str | None = None
        self._lock = threading.RLock()
        self._depth = 0
        self._looked: date | None = None
        presence = Presence(path.parent)
        try:
            alone = presence.alone()
            if alone is not False:
                finish_exchange(path.parent)
            examine(path, alone=alone, patience=PATIENCE)
            unseal(path)
            presence.share(PATIENCE)
            self._sql = sqlite3.connect(
                f"{path.as_uri()}?mode=rw",
                uri=True,
                timeout=PATIENCE,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=64,
            )
        except sqlite3.Error as error:
            presence.leave()
            raise explain(error, path) from error
        except BaseException:
            presence.leave()
            raise
        opened = Opened(path)
        self._finish = weakref.finalize(self, partial(_give_up, self._sql, presence, opened))
        try:
            self._patiently(self._settle)
            logged = self._sql.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
            self._where = Whereabouts(path, logged=logged)
            if logged and alone is not None:
                mark_unclosed(path)
        except sqlite3.Error as error:
            self.close()
            raise self._explained(error) from error
        except BaseException:
            self.close()
            raise
        self._finish.detach()
        self._closing = _Closing(self._sql, presence, opened, self._where)
        self._finish = weakref.finalize(self, self._closing)

    def _settle(self) -> None:
        run = self._sql.execute
        if network_drive(self.path.parent) or run("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            run("PRAGMA journal_mode = DELETE")  # WAL needs memory shared by all who have the file open
        run("PRAGMA synchronous = FULL")
        run("PRAGMA fullfsync = ON")  # macOS: fsync alone stops at the drive's cache
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA temp_store = MEMORY")  # nothing personal in the system's folder for temporary files
        teach_sums(self._sql)
        run("PRAGMA foreign_keys = OFF")  # steps replace tables; they check what refers to what themselves
        run("BEGIN IMMEDIATE")
        try:
            shape = shape_of(self._sql)
            if 0 < shape < SHAPE:
                self._back_up_before_change()
            if shape < SHAPE:
                migrate(self._sql, self.path)
            self._back_up_daily()
            run("COMMIT")
        except BaseException:
            if self._sql.in_transaction:
                run("ROLLBACK")
            raise
        run("PRAGMA foreign_keys = ON")

    def _back_up_before_change(self) -> None:
        try:
            take(self.path, why=f"before-shape-{SHAPE}")
        except OSError as error:
            raise RecordError(
                f"{self.path}: made by an older kit, and to be backed up before it is brought up to date; no "
                f"backup could be made ({error}). Make room, or allow writing there. It was not changed."
            ) from error

    def _back_up_daily(self) -> None:
        """Take the day's backup, under the write lock; failing at it never keeps an answer from the disk."""
        today = datetime.now(UTC).date()
        if today == self._looked:
            return
        self._looked = today
        self.backup_trouble = None
        try:
            if due(self.path.parent, today) and self._sql.execute("SELECT 1 FROM answer LIMIT 1").fetchone():
                take(self.path)
        except (OSError, sqlite3.Error) as error:
            self.backup_trouble = f"No backup could be made today in {self.path.parent / BACKUPS}: {error}."

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
                    self._refuse_newer()
                    self._back_up_daily()
                    yield self._sql
                    add_sums(self._sql)
                    self._where.require()
                    self._sql.execute("COMMIT")
                    self._where.require()
                finally:
                    self._depth = 0
                    if self._sql.in_transaction:
                        self._sql.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise self._explained(error) from error
            except NotSaved:
                if self._where.journal_removed:
                    _bring_in(self._sql, self.path)
                raise

    def scour(self) -> None:
        """Write the file anew without what was taken out of it, and empty the journal beside it.

        Raises
        ------
        NotSaved
            When another window is reading for too long; what was taken out stays out, but bytes of it may
            lie in the journal until that window is closed.
        """
        with self._lock:
            try:
                self._patiently(lambda: self._sql.execute("VACUUM"))
                self._patiently(self._empty_journal)
            except sqlite3.Error as error:
                raise self._explained(error) from error

    def _empty_journal(self) -> None:
        if self._sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            busy = sqlite3.OperationalError("the journal is locked by a reader")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise busy

    def _refuse_newer(self) -> None:
        if shape_of(self._sql) != SHAPE:
            raise RecordError(
                f"{self.path}: NOT SAVED. A newer Good on Paper has changed this file since it was opened "
                f"here; close this window, update the kit if need be, and open it again."
            )

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
                raise self._explained(error) from error

    def _explained(self, error: sqlite3.Error) -> RecordError:
        """Turn SQLite's error into words; a file found damaged in use is not sealed as sound any more."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            self._closing.sound = False
            return damaged(self.path, str(error))
        return explain(error, self.path)

    def close(self) -> None:
        """Close the file; a second call does nothing. Done at the end of the process when not before."""
        with self._lock:
            self._finish()


@dataclass
class _Closing:
    """Closes the file and, when it is open nowhere else, seals it."""

    sql: sqlite3.Connection
    presence: Presence
    opened: Opened
    where: Whereabouts
    sound: bool = True

    def __call__(self) -> None:
        path = self.where.path
        try:
            ours = self.presence.alone() is True and self.where.astray is None
            if self.where.logged and (ours or self.where.journal_removed):
                _bring_in(self.sql, path)
            self.sql.close()
            if ours and not pending(path):
                mark_closed(path)
                if self.sound:
                    seal(path)
        finally:
            _give_up(self.sql, self.presence, self.opened)


def _bring_in(sql: sqlite3.Connection, path: Path) -> None:
    """Work all of the journal into the record's own file, even a journal that has lost its name."""
    with suppress(sqlite3.Error):
        busy, frames, brought = sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy and frames == brought:
            mark_closed(path)


def _give_up(sql: sqlite3.Connection, presence: Presence, opened: Opened) -> None:
    sql.close()
    opened.leave()
    presence.leave()
