"""A file of the person's own beside their record: new each time, and for their eyes only."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from good_on_paper.forms.message import Refusal
from good_on_paper.record.exported import note_exported

if TYPE_CHECKING:
    from pathlib import Path


def keep(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Write a new file with today's date in its name; an older one stays.

    Raises
    ------
    Refusal
        The folder cannot be written in, or holds a thousand files of that name.
    """
    stem = f"{name} {dt.datetime.now().astimezone().date()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for again in range(1, 1000):
            path = folder / f"{stem}{f' {again}' if again > 1 else ''}.{ending}"
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            note_exported(path)
            return path
    except OSError as error:
        raise Refusal(f"{folder}: nothing could be written there ({error.strerror}).") from error
    raise Refusal(f"{folder}: a thousand files of today stand there already; move some away.")
