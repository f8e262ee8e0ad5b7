"""The one connection to a record's file: its settings, its transactions, its opening and closing."""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from good_on_paper.record.backup import damaged, take
from good_on_paper.record.closing import Closing, bring_in
from good_on_paper.record.daily import DailyBackup
from good_on_paper.record.damage import REFUSED, examine
from good_on_paper.record.errors import NotSaved, RecordError, explain
from good_on_paper.record.exchange import finish_exchange
from good_on_paper.record.lock_keys import hold, key_of
from good_on_paper.record.migrations import APPLICATION_ID, SHAPE, migrate, shape_of
from good_on_paper.record.opened import Opened
from good_on_paper.record.presence import Presence
from good_on_paper.record.relocking import finish_relocking
from good_on_paper.record.soundness import mark_unclosed, pending, unseal
from good_on_paper.record.sqlite_file import CLOSED, WRITE, connect, in_memory
from good_on_paper.record.sums import add_sums, teach_sums
from good_on_paper.record.surroundings import network_drive
from good_on_paper.record.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE: Final = 60.0
"""Seconds that a writer waits for another; with 5, answers were lost when a commit took 4 ms (measured)."""


class Connection:
    """A SQLite connection behind a lock, safe from any thread, beside any number of processes.

    Parameters
    ----------
    path : Path
        The record's file; it must exist, and may be empty.

    Raises
    ------
    RecordError
        If the file is damaged, another program's or a newer kit's; it is left unchanged.
    NotSaved
        If SQLite refuses the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.only_looked_at: str | None = None
        self._lock = threading.RLock()
        self._depth = 0
        presence = Presence(path.parent)
        try:
            alone = presence.alone()
            if alone is not False:
                finish_exchange(path.parent)
                finish_relocking(path.parent)
            examine(path, alone=alone, patience=PATIENCE)
            unseal(path)
            presence.share(PATIENCE)
            self._sql = connect(path, WRITE, timeout=PATIENCE, any_thread=True)
            hold(path, key := key_of(path))
            if key:
                from good_on_paper.catalogue.own_file import keep_locked  # noqa: PLC0415 - loads pydantic

                keep_locked(path.parent, key)
        except sqlite3.Error as error:
            presence.leave()
            raise explain(error, path) from error
        except OSError as error:
            presence.leave()
            raise NotSaved(
                f"NOT SAVED in {path.parent}: {error}. What to do: make room there and allow writing."
            ) from error
        except BaseException:
            presence.leave()
            raise
        where = Whereabouts(path, logged=False)
        self.daily = DailyBackup(path)
        self._closing = Closing(self._sql, presence, Opened(path), where, self.daily, sound=False)
        self._finish = weakref.finalize(self, self._closing)
        try:
            self._patiently(self._settle)
            logged = self._sql.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
            self._closing.where = Whereabouts(path, logged=logged)
            if logged and alone is not None and presence.by_lock:
                mark_unclosed(path)
            self.daily.begin(self._closing.where, self._sql)
        except sqlite3.Error as error:
            if not self._look_only(error):
                self.close()
                raise self._explained(error) from error
        except BaseException:
            self.close()
            raise
        self._closing.sound = True

    def _look_only(self, error: sqlite3.Error) -> bool:
        """Read a record on a read-only disk from a copy in memory, as others may write to it."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in REFUSED or pending(self.path):
            return False
        copied = in_memory(self.path)
        try:
            with closing(connect(self.path, CLOSED)) as source:
                source.backup(copied)
            mark = copied.execute("PRAGMA application_id").fetchone()[0]
            if mark != APPLICATION_ID or shape_of(copied) != SHAPE:
                return False
        except sqlite3.Error:
            return False
        copied.execute("PRAGMA query_only = ON")
        self._sql.close()
        self._sql = self._closing.sql = copied
        self.only_looked_at = (
            f"{explain(error, self.path)} Until then you can look at everything and change nothing; once "
            f"it is done, close this window and open it again."
        )
        return True

    def _settle(self) -> None:
        run = self._sql.execute
        if network_drive(self.path.parent) or run("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            run("PRAGMA journal_mode = DELETE")  # WAL needs memory shared by all who have the file open
        run("PRAGMA synchronous = FULL")
        run("PRAGMA fullfsync = ON")  # macOS: fsync alone stops at the drive's cache
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA temp_store = MEMORY")  # nothing personal in the system's folder for temporary files
        teach_sums(self._sql)
        run("PRAGMA foreign_keys = OFF")  # steps replace tables, and check references themselves
        run("BEGIN IMMEDIATE")
        try:
            shape = shape_of(self._sql)
            if 0 < shape < SHAPE:
                self._back_up_before_change()
            if shape < SHAPE:
                migrate(self._sql, self.path)
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

    def _patiently(self, act: Callable[[], object]) -> None:
        """Try again while another process holds the file: SQLite itself does not always wait."""
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
        """Hold the write lock from the first read to the commit; nested uses join the outer one.

        Yields
        ------
        sqlite3.Connection
            Inside ``BEGIN IMMEDIATE``: a deferred transaction that reads and then writes fails if others
            write meanwhile.

        Raises
        ------
        Damaged
            If the day's backup found a fault.
        NotSaved
            If the disk or another process refuses; everything since the start is rolled back.
        """
        if self.only_looked_at:
            raise NotSaved(self.only_looked_at)
        if self.daily.damage:
            raise self.daily.damage
        with self._lock:
            if self._depth:
                yield self._sql
                return
            try:
                self._patiently(lambda: self._sql.execute("BEGIN IMMEDIATE"))
                self._depth = 1
                try:
                    self._refuse_newer()
                    yield self._sql
                    add_sums(self._sql)
                    self._closing.where.require()
                    self._sql.execute("COMMIT")
                    self._closing.where.require()
                    self.daily.begin(self._closing.where, self._sql)
                finally:
                    self._depth = 0
                    if self._sql.in_transaction:
                        self._sql.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise self._explained(error) from error
            except NotSaved:
                if self._closing.where.journal_removed:
                    bring_in(self._sql, self.path)
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """See the record as of one moment, for several queries; no writer waits for it while it is in WAL.

        Yields
        ------
        sqlite3.Connection
            Inside a transaction that only reads. What is to be reckoned from it is reckoned afterwards.

        Raises
        ------
        NotSaved
            When the file cannot be read.
        """
        with self._lock:
            if self._depth:
                yield self._sql
                return
            try:
                self._sql.execute("BEGIN")
                try:
                    yield self._sql
                finally:
                    if self._sql.in_transaction:
                        self._sql.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise self._explained(error) from error

    def scour(self) -> None:
        """Rewrite the file without what was erased, and empty the journal beside it.

        Raises
        ------
        NotSaved
            If another window reads for too long; what was erased stays erased, but bytes of it may be in the
            journal until that window is closed.
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
            If the file cannot be read.
        """
        with self._lock:
            try:
                return self._sql.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise self._explained(error) from error

    def stand(self) -> tuple[int, int]:
        """Return numbers that change with every write by any window, even one that was rolled back."""
        with self._lock:
            return self._sql.total_changes, int(str(self.read("PRAGMA data_version")[0][0]))

    def _explained(self, error: sqlite3.Error) -> RecordError:
        """Return SQLite's error in words; a file found damaged in use is no longer sealed as sound."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            self._closing.sound = False
            return damaged(self.path, str(error))
        return explain(error, self.path)

    def close(self) -> None:
        """Close the file; a second call does nothing. At the latest, the end of the process does it."""
        with self._lock:
            self._finish()
