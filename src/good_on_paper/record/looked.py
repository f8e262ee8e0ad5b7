"""Looks noted beside the record, so that what was seen still counts after an older copy is restored.

A note says when a look was taken and how many answers the record had then, and nothing about what was seen.
It belongs to one record, identified by the id of its first sitting, which every copy has. Notes of another
record in the same place do not count.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from good_on_paper.record.folder import LOOKED_FILE, MAKING
from good_on_paper.record.rows import stamp
from good_on_paper.record.soundness import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from good_on_paper.record.answers import Answer


@dataclass(frozen=True, slots=True)
class NotedLook:
    """A look that was taken.

    Parameters
    ----------
    record : str
        The id of the record's first sitting.
    item : str
        The item of the look.
    seq : int
        The `seq` of the answer that was the look.
    given : datetime
        The moment, in UTC.
    """

    record: str
    item: str
    seq: int
    given: datetime


def note_look(folder: Path, record: str, answer: Answer) -> None:
    """Note a look that is in the record; if the note cannot be written, only the record knows of it."""
    note = NotedLook(record, answer.item, answer.seq, answer.given)
    with suppress(OSError):
        _write(folder, [*noted_looks(folder), note])


def noted_looks(folder: Path) -> list[NotedLook]:
    """Return the looks noted in a person's folder, oldest first; skip lines that are not notes."""
    try:
        lines = (folder / LOOKED_FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with suppress(ValueError, TypeError):
            record, item, seq, given = json.loads(line)
            found.append(NotedLook(str(record), str(item), int(seq), datetime.fromisoformat(given)))
    return sorted(found, key=lambda note: note.seq)


def unnote_looks(folder: Path, item: str) -> bool:
    """Remove the notes of looks at an item; return whether there were any.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    there = noted_looks(folder)
    left = [note for note in there if note.item != item]
    if len(left) < len(there):
        _write(folder, left)
    return len(left) < len(there)


def _write(folder: Path, notes: Iterable[NotedLook]) -> None:
    """Rewrite the file in one step, readable only by the owner, and flush it to the disk."""
    lines = [json.dumps((note.record, note.item, note.seq, stamp(note.given))) + "\n" for note in notes]
    path, making = folder / LOOKED_FILE, folder / f"{LOOKED_FILE}.{MAKING}"
    if not lines:
        path.unlink(missing_ok=True)
        return
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)
    sync_folder(folder)
