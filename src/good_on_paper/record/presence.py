"""Who has a record open, to know before we read its file outside SQLite, move it or remove it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from good_on_paper.record.errors import NotSaved
from good_on_paper.record.folder import RECORD_FILE

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":

    def _try_alone(_handle: int, path: Path) -> bool | None:
        try:
            path.rename(path)  # refused while any program has it open
        except PermissionError:
            return False
        except OSError:
            return None
        return True

    def _try_share(_handle: int) -> bool:
        return True

else:
    import fcntl

    def _try_alone(handle: int, _path: Path) -> bool | None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None  # no such locks here
        return True

    def _try_share(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # no such locks here
        return True


class Presence:
    """A shared lock on the folder while its record is open; the system drops it if the process is killed.

    Without such locks (Windows, some network drives) we recognise a file in use only by the system's refusal
    to rename it, or not at all.

    Parameters
    ----------
    folder : Path
        The person's folder; it must exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle = -1 if sys.platform == "win32" else os.open(folder, os.O_RDONLY)

    @property
    def by_lock(self) -> bool:
        """Whether there is a lock; only then can we be alone while the file is still open here."""
        return self._handle >= 0

    def alone(self) -> bool | None:
        """Keep all others out until `share` or `leave`.

        Returns
        -------
        bool or None
            False if the record is open elsewhere (or twice in this process); None if we cannot know.
        """
        return _try_alone(self._handle, self._folder / RECORD_FILE)

    def share(self, patience: float) -> None:
        """Let others in; wait for a process that keeps all others out.

        Parameters
        ----------
        patience : float
            Seconds to wait.

        Raises
        ------
        NotSaved
            If the wait was in vain.
        """
        deadline = time.monotonic() + patience
        while not _try_share(self._handle):
            if time.monotonic() > deadline:
                raise NotSaved(
                    f"NOT SAVED in {self._folder}: the record is being restored or wiped elsewhere. What to "
                    f"do: wait until that is done and open it again."
                )
            time.sleep(0.02)

    def leave(self) -> None:
        """Release the lock; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
