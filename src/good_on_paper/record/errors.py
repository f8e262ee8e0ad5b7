"""What can go wrong with the record, in words that a person can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from good_on_paper.record.answers import Answer


class RecordError(Exception):
    """Something about the record, or about a value given to it, is not as expected."""


class NotSaved(RecordError):  # noqa: N818 - named for what the person reads
    """An answer did not reach the disk; what was there before is intact."""


class Locked(RecordError):  # noqa: N818 - a state of the file, nobody's mistake
    """The file is locked, and nobody gave its passphrase here."""


class Damaged(RecordError):  # noqa: N818 - a state of the file, nobody's mistake
    """The file is not whole, or not as we left it; nothing was written to it."""


class Conflict(RecordError):  # noqa: N818 - a state of two writers, nobody's mistake
    """The cell holds a newer answer than the sender had seen.

    Attributes
    ----------
    current : Answer or None
        The newest answer in the cell; None if the cell is empty.
    """

    def __init__(self, message: str, current: Answer | None) -> None:
        super().__init__(message)
        self.current = current


_REASONS = (
    ("full", "the disk is full", "make room on it; nothing that was saved before is lost"),
    ("readonly", "the folder or the file is read-only", "allow writing there, or choose another folder"),
    ("read-only", "the folder or the file is read-only", "allow writing there, or choose another folder"),
    ("locked", "another program has held the file for too long", "close what else uses it and try again"),
    ("disk i/o", "the disk refused to write", "check that it is not full and still connected"),
    ("unable to open", "the file cannot be opened", "check that the folder exists and belongs to you"),
    ("malformed", "the file is damaged", "stop here and bring back a copy of it; it was not changed"),
    ("not a database", "the file is not a record of this kit", "move it away; it was not changed"),
)


def explain(error: sqlite3.Error, path: Path) -> NotSaved:
    """Return SQLite's error as a sentence with the file, the reason and what to do.

    Parameters
    ----------
    error : sqlite3.Error
        What SQLite raised.
    path : Path
        The record's file.

    Returns
    -------
    NotSaved
        The error to raise instead.
    """
    message = str(error).lower()
    for sign, reason, remedy in _REASONS:
        if sign in message:
            return NotSaved(f"NOT SAVED in {path}: {reason} ({error}). What to do: {remedy}.")
    return NotSaved(f"NOT SAVED in {path}: {error}. What was saved before is still there.")
