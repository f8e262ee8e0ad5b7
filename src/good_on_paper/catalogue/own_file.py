"""The bytes of a person's own file. Beside a locked record it has the same lock."""

from pathlib import Path
from typing import Final, Protocol

from good_on_paper.catalogue.errors import CatalogueError

MARK: Final = b"GoP\x02"
"""What a locked file begins with; then comes the name of its lock."""
NAMED: Final = 16
"""How many bytes that name has."""


class Lock(Protocol):
    """Something that locks and opens bytes."""

    def shut(self, data: bytes) -> bytes:
        """Lock bytes."""

    def opened(self, data: bytes) -> bytes:
        """Open what `shut` locked."""


_by_name: dict[bytes, Lock] = {}
_by_folder: dict[Path, Lock] = {}


def know_lock(name: bytes, lock: Lock) -> None:
    """Let this process open what that lock locked, from now on."""
    _by_name[name] = lock


def keep_locked(folder: Path, lock: Lock | None) -> None:
    """Lock what this process writes into a folder from now on; with None, no longer."""
    _by_folder.pop(folder.resolve(), None)
    if lock is not None:
        _by_folder[folder.resolve()] = lock


def forget_locks() -> None:
    """Forget every lock in this process."""
    _by_name.clear()
    _by_folder.clear()


def read_own(path: Path) -> bytes:
    """Return what a person's own file says, locked or not.

    Raises
    ------
    OSError
        When it cannot be read.
    CatalogueError
        When it is locked, and not opened in this process.
    """
    data = path.read_bytes()
    if not data.startswith(MARK):
        return data
    lock = _by_name.get(data[len(MARK) : len(MARK) + NAMED])
    if lock is None:
        raise CatalogueError(f"{path}: is locked. Expected the passphrase of the record beside it")
    return lock.opened(data[len(MARK) + NAMED :])


def as_kept(path: Path, data: bytes) -> bytes:
    """Return the bytes to write as a person's own file: locked, if its folder is."""
    folders = path.resolve().parents
    lock = next((_by_folder[folder] for folder in folders if folder in _by_folder), None)
    name = next((name for name, each in _by_name.items() if each is lock), b"")
    return data if lock is None else MARK + name + lock.shut(data)
