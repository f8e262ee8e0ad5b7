"""Whether an open record is still where it was opened, as somebody can move or remove a file in use.

The system continues writing into such a file and reports no error. So we confirm each answer only after
checking the names.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from good_on_paper.record.errors import NotSaved

_IN_USE: Final = ("-wal", "-shm")
"""Endings of the files that SQLite needs beside a record in its usual mode."""


class Whereabouts:
    """The files of an open record, identified by their identity on the disk.

    Parameters
    ----------
    path : Path
        The record's file, just opened.
    logged : bool
        Whether SQLite keeps a journal beside it all the time.
    """

    def __init__(self, path: Path, *, logged: bool) -> None:
        self.path = path
        self.logged = logged
        journals = [path.with_name(path.name + ending) for ending in _IN_USE] if logged else []
        self._opened = {str(file): _identity(file) for file in (path, *journals)}

    @property
    def astray(self) -> Path | None:
        """The first of the files that is no longer under its name; None if all are."""
        for file, opened in self._opened.items():
            if _identity(file) != opened:
                return Path(file)
        return None

    @property
    def journal_removed(self) -> bool:
        """Whether a file beside the record is gone, but the record is there and nothing was exchanged."""
        now = {file: _identity(file) for file in self._opened}
        missing = [file for file, found in now.items() if found is None]
        strange = [file for file, found in now.items() if found not in (None, self._opened[file])]
        return bool(missing) and str(self.path) not in missing and not strange

    def require(self) -> None:
        """Raise unless all files are where they were.

        Raises
        ------
        NotSaved
            If a file is missing; the message names it and says what to do.
        """
        file = self.astray
        if file is None:
            return
        place = self.path.parent
        what = "was moved or removed" if _identity(file) is None else "was exchanged for another file"
        if file == self.path:
            remedy = (
                f"bring the folder back to {place} as it was, close this window and open it again. What was "
                f"saved before is where the folder went."
            )
        else:
            remedy = (
                f"close all windows of Good on Paper and open one again. Leave the files beside "
                f"{self.path.name} alone while it is open."
            )
        raise NotSaved(
            f"NOT SAVED in {place}: {file.name} {what} while it was open here. What to do: {remedy}"
        )


def _identity(path: Path | str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - twice as fast, three times twice an answer
    except OSError:
        return None
    return found.st_dev, found.st_ino
