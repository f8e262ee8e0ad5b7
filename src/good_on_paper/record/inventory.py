"""The files in a person's folder that the kit made: the only ones that it ever removes.

We know them by their exact names and places. Everything else there is the person's.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from good_on_paper.record.exported import LIST_FILE, exported
from good_on_paper.record.folder import (
    BACKUPS,
    CATALOGUE_FILE,
    EXPORTS,
    FORGETTING_FILE,
    LOOKED_FILE,
    MAKING,
    MERGED_FILE,
    OPEN_FILE,
    PERSON_FILE,
    RECORD_FILE,
    RESTORING_FILE,
    SEAL_FILE,
    SET_ASIDE,
    STAMPED,
    UNCLOSED_FILE,
)
from good_on_paper.record.lock_keys import MARK
from good_on_paper.record.migrations import APPLICATION_ID
from good_on_paper.record.soundness import BESIDE, MAKING_SEAL, pending
from good_on_paper.record.sqlite_file import READ, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RECORD: Final = (
    MAKING_SEAL,
    SEAL_FILE,
    UNCLOSED_FILE,
    RESTORING_FILE,
    FORGETTING_FILE,
    f"{FORGETTING_FILE}.{MAKING}",
    OPEN_FILE,
    LOOKED_FILE,
    f"{LOOKED_FILE}.{MAKING}",
    f"{PERSON_FILE}.{MAKING}",
    PERSON_FILE,
    *(RECORD_FILE + ending for ending in BESIDE),
    RECORD_FILE,  # last: as long as it exists, we know that the rest is the kit's
)
_OWN_LINES: Final = re.compile(
    rf"{re.escape(CATALOGUE_FILE)}|\.{re.escape(CATALOGUE_FILE)}\.(making|lock|\w{{8}})"
)
_IN_A_COPY: Final = (MERGED_FILE, CATALOGUE_FILE, f".{CATALOGUE_FILE}.{MAKING}", *_RECORD)
_HALF_MADE: Final = re.compile(rf"{MAKING}-[0-9a-f]{{32}}")
_HEAD: Final = 72
"""Length of the header up to the end of the mark of the program."""


def is_record(path: Path) -> bool:
    """Return whether a file has the mark of this kit, damaged or not. It must not be open anywhere."""
    if not _is_file(path):
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(MARK) or int.from_bytes(head[68:], "big") == APPLICATION_ID:
        return True
    if not pending(path):
        return False
    # a new record that was not closed has its mark only in the journal
    with suppress(sqlite3.Error), closing(connect(path, READ)) as sql:
        return bool(sql.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    return False


def copy_folders(folder: Path) -> list[Path]:
    """Return the folders of backups and set-aside records, including half-made ones, sorted."""
    stamped = [
        entry
        for home in (BACKUPS, SET_ASIDE)
        for entry in _entries(folder / home)
        if STAMPED.fullmatch(entry.name) or _HALF_MADE.fullmatch(entry.name)
    ]
    folders = [entry for entry in stamped if entry.is_dir() and not entry.is_symlink()]
    inner = [each / MAKING for each in folders]
    return sorted([*folders, *(each for each in inner if each.is_dir() and not each.is_symlink())])


def clear_half_made(folder: Path, home: str) -> None:
    """Remove what a killed process left of a copy, if we can."""
    begun = [each for each in _entries(folder / home) if _HALF_MADE.fullmatch(each.name)]
    for copy in reversed(copy_folders(folder)):  # inner ones first
        if any(copy.is_relative_to(each) for each in begun):
            with suppress(OSError):
                remove_copy(copy)


def files_in(copy: Path) -> list[Path]:
    """Return the kit's files in the folder of one copy."""
    return [path for name in _IN_A_COPY if _is_file(path := copy / name)]


def remove_copy(copy: Path) -> None:
    """Remove one copy; its folder stays if it holds something else.

    Raises
    ------
    OSError
        If one of its files cannot be removed.
    """
    for path in files_in(copy):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        copy.rmdir()


def parts(folder: Path) -> dict[str, list[Path]]:
    """Return the kit's files in a person's folder by kind, in the order of removal."""
    copies = copy_folders(folder)
    exports = folder / EXPORTS
    listed = [exports / name for name in exported(exports) if _is_file(exports / name)]
    return {
        "exports": [*listed, *([exports / LIST_FILE] if _is_file(exports / LIST_FILE) else [])],
        "backups": [file for copy in copies if BACKUPS in _above(copy, folder) for file in files_in(copy)],
        "what was set aside": [
            file for copy in copies if SET_ASIDE in _above(copy, folder) for file in files_in(copy)
        ],
        "own lines": [
            path for path in _entries(folder) if _OWN_LINES.fullmatch(path.name) and _is_file(path)
        ],
        "the record": [path for name in _RECORD if _is_file(path := folder / name)],
    }


def strangers(folder: Path, *within: str) -> list[Path]:
    """Return what the kit did not make in a person's folder, without looking into other folders.

    Parameters
    ----------
    folder : Path
        The person's folder.
    *within : str
        Where to look: ``.`` for the folder itself, or names of the kit's folders in it.
    """
    copies = [copy for copy in copy_folders(folder) if set(within) & set(_above(copy, folder))]
    ours = {folder / name for name in (EXPORTS, BACKUPS, SET_ASIDE) if not (folder / name).is_symlink()}
    ours |= {*copies, *(file for files in parts(folder).values() for file in files)}
    looked = [*(folder / name for name in within), *copies]
    return sorted(path for each in looked for path in _entries(each) if path not in ours)


def _above(copy: Path, folder: Path) -> tuple[str, ...]:
    return copy.relative_to(folder).parts[:-1]


def _entries(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from folder.iterdir()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
