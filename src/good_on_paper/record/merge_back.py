"""Undo one merge: the record continues without what it brought, and keeps later answers.

Each merge leaves the ids of what it brought beside the backup from before it. What is undone is removed from
the journal, as a copy for somebody leaves it out: merging the same file again brings it back. What was erased
with the merge stays erased.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.record.backup import backups
from good_on_paper.record.connection import Connection
from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import MERGED_FILE, RECORD_FILE
from good_on_paper.record.heads import note_beside
from good_on_paper.record.journal import PERSON, Record
from good_on_paper.record.merge_rows import change, tables_in
from good_on_paper.record.soundness import write_private
from good_on_paper.record.sqlite_file import CLOSED, connect

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

    from good_on_paper.record.backup import Backup

NOTHING: Final = "No merge is left to take back. Nothing was changed."
_IN: Final = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True)
class LastMerge:
    """A merge that can be undone.

    Parameters
    ----------
    backup : Backup
        The backup from before the merge.
    answers : frozenset of str
        Ids of the answers that it brought and that still exist, including the choices it asked for.
    filled : frozenset of str
        Ids of answers that were withheld here before the merge.
    units : frozenset of str
        Ids of the units that it brought.
    """

    backup: Backup
    answers: frozenset[str]
    filled: frozenset[str]
    units: frozenset[str]

    @property
    def when(self) -> datetime:
        """The moment of the merge, in UTC."""
        return self.backup.taken


def note_merge(backup: Backup, **ids: list[str]) -> None:
    """Keep beside the backup from before a merge the ids it brings: answers, filled and units."""
    write_private(backup.folder / MERGED_FILE, json.dumps(ids).encode())


def last_merge(folder: Path) -> LastMerge | None:
    """Return the newest merge that has left something to undo; None if there is none.

    Raises
    ------
    RecordError
        If the record cannot be read.
    """
    connection = Connection(folder / RECORD_FILE)
    try:
        with connection.reading() as sql:
            there = _there(sql)
    finally:
        connection.close()
    return _last(there, folder)


def take_merge_back(folder: Path) -> int:
    """Undo the newest merge: all of it or, on any error, nothing. The record is backed up first.

    A job that came with it stays if it has answers here since, with the answers that came about it.

    Parameters
    ----------
    folder : Path
        The person's folder; the record may be open elsewhere.

    Returns
    -------
    int
        How many answers were removed.

    Raises
    ------
    RecordError
        If there is no merge to undo.
    NotSaved
        If the disk refuses; nothing is changed.
    """
    connection = Connection(folder / RECORD_FILE)
    try:
        with connection.writing() as sql:
            merge = _last(_there(sql), folder)
            if merge is None:
                raise RecordError(NOTHING)
            Record(connection).back_up(why="after-merge")
            sql.execute("PRAGMA secure_delete = ON")
            sql.execute("PRAGMA defer_foreign_keys = ON")
            units = merge.units - _answered_since(sql, merge)
            gone = {
                known: json.loads(after)
                for known, unit, after in sql.execute("SELECT id, unit, after FROM answer")
                if known in merge.answers and (unit in units or unit not in merge.units)
            }
            sql.execute(f"DELETE FROM answer WHERE id IN {_IN}", (json.dumps(list(gone)),))  # noqa: S608 - fixed
            sql.execute(f"DELETE FROM unit WHERE id IN {_IN}", (json.dumps(sorted(units)),))  # noqa: S608 - fixed
            _hold_back(sql, merge)
            _keep_the_order(sql, gone)
            note_beside(sql)
            return len(gone)
    finally:
        connection.close()


def _there(sql: sqlite3.Connection) -> tuple[set[str], set[str], set[str]]:
    """Return the ids of answers, of those that are withheld, and of units."""
    answers, held, units = (
        {row[0] for row in sql.execute(f"SELECT id FROM {table}")}  # noqa: S608 - fixed words
        for table in ("answer", "withheld", "unit")
    )
    return answers, held, units


def _last(ids: tuple[set[str], set[str], set[str]], folder: Path) -> LastMerge | None:
    there, held, units = ids
    for backup in sorted(backups(folder), key=lambda each: each.taken, reverse=True):
        try:
            noted = json.loads((backup.folder / MERGED_FILE).read_text("ascii"))
            brought, filled = frozenset(noted["answers"]), frozenset(noted["filled"])
            came = frozenset(noted["units"]) - {PERSON}  # the person's unit, which exists in any case
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if brought & there or (filled & there) - held or came & units:
            return LastMerge(backup, brought & there, (filled & there) - held, came & units)
    return None


def _answered_since(sql: sqlite3.Connection, merge: LastMerge) -> set[str]:
    """Return the units that came with a merge and have answers here since, with units that contain them."""
    inside = dict(sql.execute("SELECT id, parent FROM unit").fetchall())
    since = {
        unit
        for known, unit in sql.execute("SELECT id, unit FROM answer")
        if known not in merge.answers and unit in merge.units
    }
    since |= {unit for unit in inside if unit not in merge.units and inside[unit] in merge.units}
    for unit in list(since):
        over = unit
        while over := inside.get(over) or "":
            since.add(over)
    return since


def _hold_back(sql: sqlite3.Connection, merge: LastMerge) -> None:
    """Restore the stand-ins that were here before."""
    if not merge.filled:
        return
    with closing(connect(merge.backup.path, CLOSED)) as before:
        tables = tables_in(before)
    for row in tables["answer"]:
        if row["id"] in merge.filled:
            change(sql, row)
    held = [row for row in tables["withheld"] if row["id"] in merge.filled]
    sql.executemany("INSERT OR REPLACE INTO withheld (id, after) VALUES (:id, :after)", held)


def _keep_the_order(sql: sqlite3.Connection, gone: dict[str, list[str]]) -> None:
    """Keep the ids of removed answers that a remaining answer came after or undid."""
    ahead = [
        known
        for after, undoes in sql.execute("SELECT after, undoes FROM answer")
        for known in (*json.loads(after), undoes)
        if known in gone
    ]
    held = set()
    while ahead:
        known = ahead.pop()
        if known not in held:
            held.add(known)
            ahead += [each for each in gone[known] if each in gone]
    rows = [(known, json.dumps(gone[known], separators=(",", ":"))) for known in sorted(held)]
    sql.executemany("INSERT OR REPLACE INTO withheld (id, after) VALUES (?, ?)", rows)
