"""The keys of locked records: made from a passphrase, kept only in this process's memory.

A locked record begins with its salt: `MARK` and twelve random bytes. From salt and passphrase scrypt makes
the key. So the file itself has all that is needed to open it, and nothing beside it can get lost.
"""

from __future__ import annotations

import os
import threading
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.errors import Locked, RecordError

if TYPE_CHECKING:
    from pathlib import Path

MARK: Final = b"GoP\x01"
SALT: Final = 16
SHORTEST: Final = 8
"""Fewest characters of a passphrase; shorter ones are quickly guessed."""
_KEY: Final = 32
_NONCE: Final = 12
COST: Final = {"n": 2**17, "r": 8, "p": 1}
"""128 MB and about half a second per guess."""


@dataclass(frozen=True)
class Key:
    """The key of one locked record, its copies, and the file of the person's own lines beside it.

    Parameters
    ----------
    salt : bytes
        The first bytes of the locked files; not a secret.
    record, lines : bytes
        The keys; never shown.
    """

    salt: bytes
    record: bytes = field(repr=False)
    lines: bytes = field(repr=False)

    def shut(self, data: bytes) -> bytes:
        """Lock bytes with ChaCha20-Poly1305."""
        nonce = os.urandom(_NONCE)
        locked: bytes = self._cipher().encrypt(nonce, data, self.salt)
        return nonce + locked

    def opened(self, data: bytes) -> bytes:
        """Open what `shut` locked.

        Raises
        ------
        RecordError
            If it was changed since.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - rarely needed

        try:
            found: bytes = self._cipher().decrypt(data[:_NONCE], data[_NONCE:], self.salt)
        except InvalidTag as error:
            raise RecordError(
                "The file of your own lines was changed since it was locked. Bring back a backup."
            ) from error
        return found

    def _cipher(self) -> Any:  # noqa: ANN401 - loaded late
        from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - rarely needed
            ChaCha20Poly1305,
        )

        return ChaCha20Poly1305(self.lines)


_known: dict[bytes, Key] = {}
_held: dict[tuple[int, int] | None, tuple[int, Key | None]] = {}
"""Files that are open in this process, by their identity on the disk: how often, and their key."""
_guard = threading.Lock()


def refuse_short(passphrase: str) -> None:
    """Refuse a new passphrase that is too short.

    Raises
    ------
    RecordError
        If it is too short.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise RecordError(
            f"The passphrase is too short. Expected several words nobody would guess, with {SHORTEST} signs "
            f"at least."
        )


def derive(passphrase: str, salt: bytes = b"") -> Key:
    """Return the key for a passphrase; without a salt, a new key.

    Raises
    ------
    RecordError
        If a new passphrase is too short.
    """
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - rarely needed

    if not salt:
        refuse_short(passphrase)
    salt = salt or MARK + os.urandom(SALT - len(MARK))
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    made = Scrypt(salt=salt, length=2 * _KEY, **COST).derive(typed)
    return Key(salt, made[:_KEY], made[_KEY:])


def know(key: Key) -> None:
    """Keep a key in the memory of this process, to open what it locked."""
    from good_on_paper.catalogue.own_file import know_lock  # noqa: PLC0415 - loads pydantic

    _known[key.salt] = key
    know_lock(key.salt, key)


def forget_keys() -> None:
    """Forget every key in this process, so that locked files cannot be opened."""
    if _known:
        from good_on_paper.catalogue.own_file import forget_locks  # noqa: PLC0415 - loads pydantic

        _known.clear()
        forget_locks()


def any_known() -> bool:
    """Return whether anything locked can be opened in this process."""
    return bool(_known)


def handed_over(folder_key: Key) -> str:
    """Return a key as text, for another process of the same person to `receive`."""
    return (folder_key.salt + folder_key.record + folder_key.lines).hex()


def receive(text: str) -> None:
    """Keep a key that another process handed over."""
    data = bytes.fromhex(text)
    know(Key(data[:SALT], data[SALT : SALT + _KEY], data[SALT + _KEY :]))


def salt_of(path: Path) -> bytes | None:
    """Return the first bytes of a locked file; None if it is not locked, or does not exist.

    We never read a file that is open here: closing a handle on it drops SQLite's locks (POSIX).
    """
    with _guard:
        return _salt_of(path)


def _salt_of(path: Path) -> bytes | None:
    if (identity := _identity(path)) in _held:
        key = _held[identity][1]
        return key.salt if key else None
    try:
        with path.open("rb") as file:
            head = file.read(SALT)
    except OSError:
        return None
    return head if head.startswith(MARK) and len(head) == SALT else None


def key_of(path: Path) -> Key | None:
    """Return the key of a record's file; None if it is not locked.

    Raises
    ------
    Locked
        If it is locked, and nobody gave the passphrase in this process.
    """
    with _guard:
        salt = _salt_of(path)
    if salt is None:
        return None
    if salt not in _known:
        raise Locked(
            f"{path}: this record is locked. Expected its passphrase: close the kit and open it again, or "
            f"gop.open(..., passphrase=...) in a notebook of your own."
        )
    return _known[salt]


def hold(path: Path, key: Key | None) -> None:
    """Remember the key of a file that is open here, so that nobody needs to read the file for it."""
    with _guard:
        identity = _identity(path)
        if identity is not None:
            count, _ = _held.get(identity, (0, None))
            _held[identity] = (count + 1, key)


def release(path: Path) -> None:
    """Undo one `hold`."""
    with _guard:
        identity = _identity(path)
        if identity is not None and identity in _held:
            count, key = _held.pop(identity)
            if count > 1:
                _held[identity] = (count - 1, key)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
