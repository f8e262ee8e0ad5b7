"""Make the day's backup in its own thread; only closing waits for it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from good_on_paper.record.backup import PATIENCE, due, make, only_one_copying
from good_on_paper.record.errors import Damaged
from good_on_paper.record.folder import BACKUPS
from good_on_paper.record.sqlite_file import WRITE, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from good_on_paper.record.whereabouts import Whereabouts


class DailyBackup:
    """Makes a backup at the first write of each day (in UTC), if the record has answers.

    It does not use the connection that writes answers, so no answer waits for it.

    Parameters
    ----------
    path : Path
        The record's file.

    Attributes
    ----------
    trouble : str or None
        Why today's backup could not be made, in a sentence.
    damage : Damaged or None
        The fault found in the copy; the record must not be written to any more.
    """

    def __init__(self, path: Path) -> None:
        self.trouble: str | None = None
        self.damage: Damaged | None = None
        self._path = path
        self._looked: date | None = None
        self._thread: threading.Thread | None = None

    def begin(self, where: Whereabouts, sql: sqlite3.Connection) -> None:
        """Begin the day's backup if there was none today; the caller goes on at once.

        Parameters
        ----------
        where : Whereabouts
            The places of the record's files when it was opened; another file is not copied.
        sql : sqlite3.Connection
            The open file, to find out whether there is anything to back up.
        """
        today = datetime.now(UTC).date()
        if today == self._looked or (self._thread and self._thread.is_alive()):
            return
        self._looked = today
        self.trouble = None
        try:
            if sql.execute("SELECT 1 FROM answer LIMIT 1").fetchone():
                self._thread = threading.Thread(
                    target=self._take, args=(today, where), name="backup of the day"
                )
                self._thread.start()
        except (RuntimeError, sqlite3.Error) as error:  # no more threads; the answer is saved all the same
            self._thread = None
            self._tell(error)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the backup is done, at most this many seconds if given."""
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join(seconds)

    def _take(self, today: date, where: Whereabouts) -> None:
        path = self._path
        try:
            if where.astray or not due(path.parent, today):
                return
            with (
                only_one_copying(path.parent, PATIENCE) as alone,
                nullcontext() if alone else _write_lock(path),
            ):
                if due(path.parent, today) and not where.astray:  # no other process made it meanwhile
                    make(path)
        except Damaged as error:
            self.damage, self.trouble = error, str(error)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.trouble = f"No backup could be made today in {self._path.parent / BACKUPS}: {error}."


@contextmanager
def _write_lock(path: Path) -> Iterator[None]:
    """Keep everybody from writing. Without locks on folders, answers wait for the backup."""
    with closing(connect(path, WRITE, timeout=PATIENCE)) as sql:
        sql.execute("BEGIN IMMEDIATE")
        yield
