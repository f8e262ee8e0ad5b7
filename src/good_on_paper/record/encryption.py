"""Lock a file with a passphrase: scrypt makes the key (RFC 7914), ChaCha20-Poly1305 locks (RFC 8439).

A locked file is one line of JSON that says how (authenticated with the rest), then what was locked. The line
can be read by anyone: it says when the file was made, and what its maker chose to put on it. One that is
locked to public keys has the same line, then a file of age; what was locked begins with the line once more.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from types import ModuleType

MARK: Final = b'{"good_on_paper_locked":'
_VERSION: Final = 1
_TO_KEYS: Final = 2
"""Versions of the line: of a file with a passphrase, and of one that is locked to public keys."""
COST: Final = {"n": 2**17, "r": 8, "p": 1}
"""128 MB and about half a second per guess. No file may ask for more, so that a forged one cannot overload
the computer; a higher cost gets a new version."""
_LONGEST_HEAD: Final = 1000
LONGEST_LABEL: Final = 60
"""Signs that the maker can put on the outside."""


class WrongPassphrase(RecordError):  # noqa: N818 - named for what the person reads
    """The passphrase does not open the file, or the file was changed."""


@dataclass(frozen=True)
class Outside:
    """What a locked file says to whoever has it.

    Parameters
    ----------
    made : date or None
        The day on which it was made, where it says so.
    label : str
        What its maker put on it; empty unless they chose something.
    to_keys : bool
        Whether a key opens it, not a passphrase.
    """

    made: dt.date | None
    label: str
    to_keys: bool


def locked(data: bytes) -> bool:
    """Return whether data begins as `lock` writes it."""
    return data.startswith(MARK)


def outside(data: bytes) -> Outside:
    """Return what a locked file says without being opened.

    Raises
    ------
    RecordError
        When it is not such a file.
    """
    says = _says(data.partition(b"\n")[0])
    made, label = says.get("made"), says.get("label")
    try:
        day = dt.date.fromisoformat(made) if isinstance(made, str) else None
    except ValueError:
        day = None
    return Outside(
        day, _on_one_line(label) if isinstance(label, str) else "", says["good_on_paper_locked"] == _TO_KEYS
    )


def needed(data: bytes) -> str:
    """Return what opens a locked file, in words."""
    return "your key file" if outside(data).to_keys else "its passphrase"


def lock(data: bytes, passphrase: str | None, *, keys: tuple[str, ...] = (), label: str = "") -> bytes:
    """Lock data with a passphrase, or to public keys.

    Parameters
    ----------
    data : bytes
        What to lock.
    passphrase : str or None
        Opens it; not needed where there are keys.
    keys : tuple of str, optional
        Public keys; the secret half of any of them opens it.
    label : str, optional
        What can be read on it without opening it.

    Raises
    ------
    RecordError
        When the passphrase is empty, or the label too long.
    """
    said = _on_one_line(label)
    if len(said) > LONGEST_LABEL:
        raise RecordError(
            f"What is to be read on the file has {len(said)} letters. Expected {LONGEST_LABEL} at most. "
            f"Nothing was written."
        )
    more = {"made": str(dt.datetime.now(dt.UTC).astimezone().date())} | ({"label": said} if said else {})
    if keys:
        head = _line({"good_on_paper_locked": _TO_KEYS, "cipher": "age", **more})
        shut: bytes = _public_keys().locked_to(head + data, keys)
        return head + shut
    if not (passphrase or "").strip():
        raise RecordError("The passphrase is empty. Expected several words that nobody would guess.")
    salt, nonce = os.urandom(16), os.urandom(12)
    says = {"good_on_paper_locked": _VERSION, "kdf": "scrypt", **COST, "salt": salt.hex()}
    head = _line(says | {"cipher": "chacha20-poly1305", "nonce": nonce.hex(), **more})
    body: bytes = _cipher(passphrase or "", salt, **COST).encrypt(nonce, data, head)
    return head + body


def _line(says: dict[str, Any]) -> bytes:
    return json.dumps(says, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def _on_one_line(text: str) -> str:
    """Return a text without what a terminal or a page would obey."""
    plain = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C" or sign.isspace())
    return " ".join(plain.split())


def unlock(shut: bytes, passphrase: str | None, *, key: bytes | None = None) -> bytes:
    """Open what `lock` locked.

    Parameters
    ----------
    shut : bytes
        The locked file.
    passphrase : str or None
        Of one with a passphrase.
    key : bytes, optional
        What the file of the secret key holds, of one that is locked to keys.

    Raises
    ------
    WrongPassphrase
        If the passphrase is another one, or even one bit of the file was changed.
    RecordError
        When the file is not such a file, or a newer kit's, or what opens it is missing.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as in _cipher

    head, line, body = shut.partition(b"\n")
    if _says(head)["good_on_paper_locked"] == _TO_KEYS:
        return _opened_by_key(head + line, body, key)
    says, salt, nonce = _read_head(head)
    if passphrase is None:
        raise RecordError("The file is locked with a passphrase, not to a key. Expected its passphrase.")
    cipher = _cipher(passphrase, salt, n=says["n"], r=says["r"], p=says["p"])
    try:
        data: bytes = cipher.decrypt(nonce, body, head + line)
    except InvalidTag as error:
        raise WrongPassphrase(
            "The passphrase does not open this file (or the file was changed since it was made). Try the "
            "passphrase again: capitals, spaces and the keyboard’s language count."
        ) from error
    return data


def _opened_by_key(head: bytes, body: bytes, key: bytes | None) -> bytes:
    if key is None:
        raise RecordError("The file is locked to a key, not with a passphrase. Expected your key file.")
    data: bytes = _public_keys().opened_by(body, key)
    if not data.startswith(head):
        raise RecordError("What can be read on the file was changed since it was made. Ask for it again.")
    return data[len(head) :]


def _public_keys() -> ModuleType:
    from good_on_paper.record import public_keys  # noqa: PLC0415 - only for those who have one

    return public_keys


def _says(head: bytes) -> dict[str, Any]:
    """Return what the first line says, of a version that is known here."""
    try:
        says: dict[str, Any] = json.loads(head[:_LONGEST_HEAD])
        version = says["good_on_paper_locked"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_locked_file() from error
    if version not in (_VERSION, _TO_KEYS):
        raise _newer(version)
    return says


def _read_head(head: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    says = _says(head)
    try:
        salt, nonce = says["salt"], says["nonce"]
        numbers = [says[name] for name in ("n", "r", "p")]
        known = (says["kdf"], says["cipher"]) == ("scrypt", "chacha20-poly1305")
        if known:
            _check_cost(*numbers)
            return says, bytes.fromhex(salt), _nonce(nonce)
    except (ValueError, KeyError, TypeError) as error:
        raise _no_locked_file() from error
    raise _newer(_VERSION)


def _no_locked_file() -> RecordError:
    return RecordError(
        "This is not a locked file of Good on Paper, or its first line is damaged. Expected one made with "
        "--encrypt."
    )


def _newer(version: object) -> RecordError:
    return RecordError(f"Locked by a newer Good on Paper (version {version!r}). Update the kit to open it.")


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
