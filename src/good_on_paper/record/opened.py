"""Which places have a record open, kept outside the folder, as a moved folder could not tell."""

from __future__ import annotations

import hashlib
import os
import sys
import time
import warnings
from typing import TYPE_CHECKING, Final

from platformdirs import user_runtime_path

from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path

_LOOKS: Final = 20

if sys.platform == "win32":

    def _lock(_handle: int, *, alone: bool) -> bool:
        return alone
else:
    import fcntl

    def _lock(handle: int, *, alone: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
        except BlockingIOError:
            return False
        except OSError:
            return True  # no such locks here
        return True


class Opened:
    """A lock that shows that a record is open at a place.

    It is in the system's folder for running programs, named by a digest of the place.

    Parameters
    ----------
    path : Path
        The record's file.
    """

    def __init__(self, path: Path) -> None:
        self._file = _file_of(path)
        self._handle = -1 if self._file is None else _opened(self._file)
        if self._handle >= 0:
            _lock(self._handle, alone=False)

    def leave(self) -> None:
        """Release the lock; a second call does nothing."""
        if self._handle >= 0:
            if self._file and _lock(self._handle, alone=True):
                self._file.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = -1


def refuse_moved(path: Path) -> None:
    """Refuse to begin a record where a running kit has one open whose file is gone.

    Parameters
    ----------
    path : Path
        Where a record would begin.

    Raises
    ------
    RecordError
        If a running kit opened a record there, and its folder was moved or removed since.
    """
    file = _file_of(path)
    if path.exists() or file is None or not file.exists():
        return
    handle = _opened(file)
    if handle < 0:
        return
    try:
        for _ in range(_LOOKS):  # others may begin one here right now, or check too
            if _lock(handle, alone=True) or path.exists():
                return
            time.sleep(0.02)
    finally:
        os.close(handle)
    raise RecordError(
        f"{path.parent}: a record is open here, but its folder was moved or removed meanwhile. Bring it "
        f"back, or close the windows of Good on Paper that have it open. No new record was begun."
    )


def _file_of(path: Path) -> Path | None:
    if sys.platform == "win32":  # a folder in use cannot be moved there
        return None
    digest = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # if the system has no such folder, platformdirs uses another
        try:
            return user_runtime_path("good-on-paper", appauthor=False) / f"{digest[:32]}.open"
        except OSError:  # or finds none that it can write to
            return None


def _opened(file: Path) -> int:
    """Return a handle; -1 if there is none, which only costs this warning."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return -1
