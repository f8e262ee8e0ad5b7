"""Removing everything a person has said, with a receipt."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import PARTS
from good_on_paper.record.restore import alone

if TYPE_CHECKING:
    from pathlib import Path


def wipe(folder: Path) -> str:
    """Remove everything the kit keeps in a person's folder.

    Parameters
    ----------
    folder : Path
        The person's folder.

    Returns
    -------
    str
        The receipt: what was removed, when, and what it does not cover; nothing of what was said.

    Raises
    ------
    RecordError
        When there is nothing to wipe, the record is open elsewhere, or something could not be removed.
    """
    if not folder.is_dir() or not any(_found(folder, part) for part in PARTS):
        raise RecordError(f"{folder}: there is nothing of Good on Paper. Choose another folder with --home.")
    counted = {}
    with alone(folder):
        for part in PARTS:
            paths = _found(folder, part)
            files = [file for path in paths for file in (path, *path.rglob("*")) if file.is_file()]
            counted[part] = (len(files), sum(file.stat().st_size for file in files))
            for path in paths:
                _remove(path)
    left = sum(1 for _ in folder.iterdir())
    if not left:
        with suppress(OSError):
            folder.rmdir()
    return _receipt(folder, counted, left)


def _found(folder: Path, part: str) -> list[Path]:
    """Return what there is of one part, each once."""
    return sorted({path for pattern in PARTS[part] for path in folder.glob(pattern)})


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise RecordError(
            f"{path}: could not be removed ({error.strerror}). What came before it is gone; make it "
            f"removable and wipe again."
        ) from error


def _receipt(folder: Path, counted: dict[str, tuple[int, int]], left: int) -> str:
    removed = [
        f"  {part}: {files} file{'' if files == 1 else 's'}, {size:,} bytes"
        for part, (files, size) in counted.items()
        if files
    ]
    rest = (
        f"{left} other files or folders there are not of this kit and were left."
        if left
        else "Nothing is left there."
    )
    return "\n".join(
        (
            f"Good on Paper: wiped on {datetime.now(UTC):%Y-%m-%d at %H:%M:%S} UTC",
            f"Folder: {folder}",
            "Removed:",
            *removed,
            rest,
            "Not reached: copies you made elsewhere, backups of the whole computer, and what a disk may keep",
            "of deleted files until it writes over them (encrypt the disk against that).",
        )
    )
