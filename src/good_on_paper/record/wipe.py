"""Remove everything that a person has answered, with a receipt."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import BACKUPS, EXPORTS, PERSON_FILE, RECORD_FILE, SET_ASIDE
from good_on_paper.record.inventory import copy_folders, is_record, parts, strangers
from good_on_paper.record.relocking import finish_relocking
from good_on_paper.record.restore import alone

if TYPE_CHECKING:
    from pathlib import Path

_NAMED: Final = 20
"""How many of the files left behind are named."""


def wipe(folder: Path) -> str:
    """Remove everything the kit has made in a person's folder, and nothing else.

    The record is removed last, so that an interrupted wipe can be repeated.

    Parameters
    ----------
    folder : Path
        The person's folder.

    Returns
    -------
    str
        The receipt: what was removed and left, when, and what it does not cover; without any answer.

    Raises
    ------
    RecordError
        If there is no record, it is open elsewhere, or something could not be removed.
    """
    if not folder.is_dir():
        raise _nothing_there(folder)
    with alone(folder):
        finish_relocking(folder)
        begun = (folder / PERSON_FILE).is_file()  # a person who was named but never answered anything
        if not begun and not any(is_record(each / RECORD_FILE) for each in (folder, *copy_folders(folder))):
            raise _nothing_there(folder)
        ours = parts(folder)
        counted = {part: (len(files), sum(map(_size, files))) for part, files in ours.items()}
        copies = copy_folders(folder)
        for files in ours.values():
            for file in files:
                _remove(file)
    for emptied in (*reversed(copies), *(folder / name for name in (BACKUPS, SET_ASIDE, EXPORTS)), folder):
        with suppress(OSError):  # it does not exist, or has something else in it
            emptied.rmdir()
    return _receipt(folder, counted, strangers(folder, ".", EXPORTS, BACKUPS, SET_ASIDE))


def _nothing_there(folder: Path) -> RecordError:
    link = f" {RECORD_FILE} is a link; it was left." if (folder / RECORD_FILE).is_symlink() else ""
    return RecordError(
        f"{folder}: no record of Good on Paper is there.{link} Choose another folder with --home. Nothing "
        f"was removed."
    )


def _size(path: Path) -> int:
    return path.stat().st_size


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise RecordError(
            f"{path}: could not be removed ({error.strerror}). What came before it is gone; make it "
            f"removable and wipe again."
        ) from error


def _receipt(folder: Path, counted: dict[str, tuple[int, int]], left: list[Path]) -> str:
    removed = [
        f"  {part}: {files} file{'' if files == 1 else 's'}, {size:,} bytes"
        for part, (files, size) in counted.items()
        if files
    ]
    rest = ["Nothing is left there."]
    if left:
        rest = [
            "Left, because Good on Paper did not make them:",
            *(_named(path, folder) for path in left[:_NAMED]),
        ]
        rest += [f"  and {len(left) - _NAMED} more"] if len(left) > _NAMED else []
    return "\n".join(
        (
            f"Good on Paper: wiped on {datetime.now(UTC):%Y-%m-%d at %H:%M:%S} UTC",
            f"Folder: {folder}",
            "Removed:",
            *removed,
            *rest,
            "Not reached: copies you made elsewhere, backups of the whole computer, the browser’s history",
            "(it keeps the names of tabs), and what a disk may keep of deleted files until it writes over",
            "them (encrypt the disk against that).",
        )
    )


def _named(path: Path, folder: Path) -> str:
    link = f" (a link to {path.readlink()})" if path.is_symlink() else ""
    return f"  {path.relative_to(folder)}{link}"
