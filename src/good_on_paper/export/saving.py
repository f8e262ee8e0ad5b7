"""A file among the person's exports, under a name that says what it is."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.record.archive import write_new
from good_on_paper.record.errors import RecordError
from good_on_paper.record.exported import note_exported

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST: Final = 80
"""Most characters of a name before the day, as paths have limits too."""
_NO_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""Characters that some system does not allow in a file name."""


def save_new(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Write a new file that only its owner can read; older ones stay. Parameters as for `new_path`.

    Returns
    -------
    Path
        The path of the file.

    Raises
    ------
    RecordError
        If nothing can be written there.
    """
    path = new_path(folder, name, ending)
    write_new(path, data)
    note_exported(path)
    return path


def new_path(folder: Path, name: str, ending: str) -> Path:
    """Return the path for a new file, so that older ones stay.

    Parameters
    ----------
    folder : Path
        The person's export folder; made if needed.
    name : str
        What the file is, in plain words; the day is added.
    ending : str
        Such as ``"html"``.

    Raises
    ------
    RecordError
        If the folder cannot be made.
    """
    safe = " ".join(_NO_NAME.sub(" ", name).split())[:_LONGEST].strip(" .")
    stem = f"{safe} {dt.datetime.now().astimezone().date()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{folder}: nothing could be written there ({error.strerror}).") from error
    path, again = folder / f"{stem}.{ending}", 1
    while path.exists():
        again += 1
        path = folder / f"{stem} {again}.{ending}"
    return path
