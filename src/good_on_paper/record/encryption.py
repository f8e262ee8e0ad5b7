"""Lock a file with a passphrase: scrypt makes the key (RFC 7914), ChaCha20-Poly1305 locks (RFC 8439).

A locked file is one line of JSON that says how (authenticated with the rest), then what was locked.
"""

from __future__ import annotations

import json
import os
import unicodedata
from typing import Any, Final

from good_on_paper.record.errors import RecordError

MARK: Final = b'{"good_on_paper_locked":'
_VERSION: Final = 1
COST: Final = {"n": 2**17, "r": 8, "p": 1}
"""128 MB and about half a second a guess. No file may ask for more, so that a forged one cannot take the
computer down; a dearer cost gets a new version."""
_LONGEST_HEAD: Final = 1000


class WrongPassphrase(RecordError):  # noqa: N818 - what the person reads
    """The passphrase does not open the file, or the file was changed."""


def locked(data: bytes) -> bool:
    """Return whether data starts as `lock` lets it start."""
    return data.startswith(MARK)


def lock(data: bytes, passphrase: str) -> bytes:
    """Lock data with a passphrase.

    Raises
    ------
    RecordError
        When the passphrase is empty.
    """
    if not passphrase.strip():
        raise RecordError("The passphrase is empty. Expected several words that nobody would guess.")
    salt, nonce = os.urandom(16), os.urandom(12)
    says = {"good_on_paper_locked": _VERSION, "kdf": "scrypt", **COST, "salt": salt.hex()}
    says |= {"cipher": "chacha20-poly1305", "nonce": nonce.hex()}
    head = json.dumps(says, separators=(",", ":")).encode() + b"\n"
    body: bytes = _cipher(passphrase, salt, **COST).encrypt(nonce, data, head)
    return head + body


def unlock(shut: bytes, passphrase: str) -> bytes:
    """Open what `lock` locked.

    Raises
    ------
    WrongPassphrase
        When the passphrase is another one, or a single bit of the file was changed.
    RecordError
        When the file is not such a file, or a newer kit's.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as in _cipher

    head, line, body = shut.partition(b"\n")
    says, salt, nonce = _read_head(head)
    cipher = _cipher(passphrase, salt, n=says["n"], r=says["r"], p=says["p"])
    try:
        data: bytes = cipher.decrypt(nonce, body, head + line)
    except InvalidTag as error:
        raise WrongPassphrase(
            "The passphrase does not open this file (or the file was changed since it was made). Try the "
            "passphrase again: capitals, spaces and the keyboard’s language count."
        ) from error
    return data


def _read_head(head: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    try:
        says = json.loads(head[:_LONGEST_HEAD])
        version, salt, nonce = says["good_on_paper_locked"], says["salt"], says["nonce"]
        numbers = [says[name] for name in ("n", "r", "p")]
        known = (says["kdf"], says["cipher"]) == ("scrypt", "chacha20-poly1305")
        if version == _VERSION and known:
            _check_cost(*numbers)
            return says, bytes.fromhex(salt), _nonce(nonce)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordError(
            "This is not a locked file of Good on Paper, or its first line is damaged. Expected one made "
            "with --encrypt."
        ) from error
    raise RecordError(f"Locked by a newer Good on Paper (version {version!r}). Update the kit to open it.")


def _nonce(text: str) -> bytes:
    nonce = bytes.fromhex(text)
    if len(nonce) != 12:  # noqa: PLR2004 - RFC 8439
        raise ValueError("nonce")
    return nonce


def _check_cost(n: int, r: int, p: int) -> None:
    whole = all(type(number) is int and number > 0 for number in (n, r, p))
    if not whole or n < 2 or n & (n - 1):  # noqa: PLR2004 - RFC 7914
        raise ValueError("cost")
    if n * r > COST["n"] * COST["r"] or p > COST["p"]:  # memory is 128 * n * r bytes, time that times p
        raise ValueError("cost")


def _cipher(passphrase: str, salt: bytes, *, n: int, r: int, p: int) -> Any:  # noqa: ANN401 - loaded late
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 - rarely needed
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - rarely needed

    typed = unicodedata.normalize("NFKC", passphrase).encode()  # the same letters from any keyboard
    return ChaCha20Poly1305(Scrypt(salt=salt, length=32, n=n, r=r, p=p).derive(typed))
