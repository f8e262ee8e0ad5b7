"""Ids that are the same in every copy of a record: of answers, and of the copies themselves.

An answer's ``seq`` is its place in one file. Its id is the same in all files, so that two copies that differ
can be merged. It says nothing about the content.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

from good_on_paper.record.sums import add_all_sums

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def new_id() -> str:
    """Return a new random id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def earlier_id(seq: int, given: str, sitting: str) -> str:
    """Return the id of an answer from before answers had ids, the same from each copy of an older file.

    We make it from what names the row, not from its content: the id outlives a forgotten answer, and nobody
    must be able to find the content by trying words. The sitting's id is random, so nobody can guess it.

    Parameters
    ----------
    seq : int
        The answer's place in the journal.
    given : str
        The moment, as stored.
    sitting : str
        The id of its sitting.

    Examples
    --------
    >>> earlier_id(1, "2026-11-22T20:52:47.021191Z", "aadb9faffce44172a59b803c115771f8")
    '7161165ed50a829a0f4a277e70d5782d'
    """
    return _made_of("answer", str(seq), given, sitting)


def first_origin(sitting: str | None) -> str:
    """Return the origin of all answers from before origins were kept, by the id of the first sitting."""
    return _made_of("origin", sitting or "")


def _made_of(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def teach_ids(sql: sqlite3.Connection) -> None:
    """Teach a connection the ids of answers from before answers had ids."""
    sql.create_function("earlier_id", 3, earlier_id, deterministic=True)
    sql.create_function("first_origin", 1, first_origin, deterministic=True)


def file_of(path: Path) -> str:
    """Return what distinguishes a file from its copies: its disk and its place on it.

    A file that was moved to another disk, or restored, counts as another copy; that only costs a new origin.
    """
    found = path.stat()
    return f"{found.st_dev}:{found.st_ino}"


def begin_copy(sql: sqlite3.Connection, file: str) -> str:
    """Write an origin for this copy of the record, with its first answer, and return it.

    Parameters
    ----------
    sql : sqlite3.Connection
        Inside a transaction that writes.
    file : str
        As `file_of` returns it.
    """
    made = new_id()
    sql.execute("REPLACE INTO this_copy (number, origin, file) VALUES (1, ?, ?)", (made, file))
    add_all_sums(sql)
    return made
