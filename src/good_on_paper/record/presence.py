"""Who has a record open: asked before a file is looked at from outside SQLite, moved or removed."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from good_on_paper.record.errors import NotSaved
from good_on_paper.record.folder import RECORD_FILE

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform != "win32":
    import fcntl


class Presence:
    """A shared lock on the folder, held as long as its record is open; the system drops it on a kill.

    Where there are no such locks (Windows, some network drives) a file in use is told from the system's
    refusal to rename it, or not at all.

    Parameters
    ----------
    folder : Path
        The person's folder; it must exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle = -1 if sys.platform == "win32" else os.open(folder, os.O_RDONLY)

    def alone(self) -> bool | None:
        """Keep all others out until `share` or `leave`.

        Returns
        -------
        bool or None
            False when the record is open elsewhere (or twice in this process); None when it cannot be known.
        """
        if sys.platform == "win32":
            path = self._folder / RECORD_FILE
            try:
                path.rename(path)  # refused while any program has it open
            except PermissionError:
                return False
            except OSError:
                return None
            return True
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    def share(self, patience: float) -> None:
        """Let others in, too; wait for one that keeps all out.

        Parameters
        ----------
        patience : float
            Seconds to wait.

        Raises
        ------
        NotSaved
            When the wait was in vain.
        """
        if sys.platform == "win32":
            return
        deadline = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise NotSaved(
                        f"NOT SAVED in {self._folder}: the record is being restored or wiped elsewhere. What "
                        f"to do: wait until that is done and open it again."
                    ) from None
                time.sleep(0.02)
            except OSError:
                return  # no such locks here
            else:
                return

    def leave(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
