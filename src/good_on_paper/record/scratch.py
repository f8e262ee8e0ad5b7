"""Temporary folders for one run, removed at its end or at the next start.

We recognise what a killed run left by our stamp in it, by its owner, and by a lock that nobody holds any
more; never by its name alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from good_on_paper.record.presence import Presence

if TYPE_CHECKING:
    from types import TracebackType

_PREFIX: Final = "good-on-paper-"
_STAMP: Final = ".good-on-paper-scratch"
_SAYS: Final = "A folder for one run of Good on Paper. Nobody needs it afterwards.\n"


class Scratch:
    """A folder for this run only. It first removes what earlier runs left.

    Examples
    --------
    >>> with Scratch() as scratch:
    ...     kept = scratch.path
    >>> kept.exists()
    False
    """

    def __init__(self) -> None:
        sweep()
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._presence = Presence(self.path)
        self._presence.share(0)  # before the stamp: without a stamp nobody sweeps it
        (self.path / _STAMP).write_text(_SAYS, encoding="ascii")

    def remove(self) -> None:
        """Remove the folder; a second call does nothing."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._presence.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.remove()


def sweep() -> None:
    """Remove what killed runs left, if we can."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            if _ours(folder):
                _sweep(folder)
        except OSError:
            continue


def _ours(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    own = os.name != "posix" or folder.stat().st_uid == os.getuid()
    stamp = folder / _STAMP
    return own and not stamp.is_symlink() and stamp.is_file() and stamp.read_bytes() == _SAYS.encode()


def _sweep(folder: Path) -> None:
    presence = Presence(folder)
    try:
        if presence.alone() is True:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        presence.leave()
