"""Close a record: bring all of it into one file, seal it, and remove the sign that it is open."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper.record.lock_keys import release
from good_on_paper.record.soundness import journal_taken_away, mark_closed, pending, seal

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record.daily import DailyBackup
    from good_on_paper.record.opened import Opened
    from good_on_paper.record.presence import Presence
    from good_on_paper.record.whereabouts import Whereabouts


@dataclass
class Closing:
    """Closes the file and, if it is open nowhere else, seals it.

    Parameters
    ----------
    sql : sqlite3.Connection
        The open file.
    presence, opened : Presence, Opened
        The signs that tell others that it is open.
    where : Whereabouts
        The places of its files when it was opened.
    daily : DailyBackup
        The day's backup, for which closing waits.
    sound : bool
        Whether it may be sealed as sound.
    """

    sql: sqlite3.Connection
    presence: Presence
    opened: Opened
    where: Whereabouts
    daily: DailyBackup
    sound: bool

    def __call__(self) -> None:
        """Close; a second call does nothing."""
        path = self.where.path
        self.daily.wait()
        try:
            whole = self.where.astray is None
            ours = self.presence.alone() is True and whole
            if self.where.logged and (ours or self.where.journal_removed):
                bring_in(self.sql, path)
            self.sql.close()
            if not self.presence.by_lock:  # we could not know this while the file was open
                ours = self.presence.alone() is True and self.where.astray is None
            if ours and not pending(path):
                mark_closed(path)
                if self.sound and not self.daily.damage:
                    seal(path)
            elif whole and journal_taken_away(path):  # another is just opening it; SQLite brought all in
                mark_closed(path)
        finally:
            self.sql.close()
            release(path)
            self.opened.leave()
            self.presence.leave()


def bring_in(sql: sqlite3.Connection, path: Path) -> None:
    """Write all of the journal into the record's own file, even a journal that has lost its name.

    Parameters
    ----------
    sql : sqlite3.Connection
        The open file.
    path : Path
        Its name.
    """
    with suppress(sqlite3.Error):
        busy, frames, brought = sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy and frames == brought:
            mark_closed(path)
