"""Lock a file to people's public keys: nobody has to be told a passphrase. The only file that knows age.

A key has two halves. The public one, ``age1...``, may be given to anybody: it locks. The secret one lies in a
file of its owner's: it opens. Both are as age has them (X25519), and nothing here ever shows a secret one.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Final

from good_on_paper.record.errors import RecordError

try:
    import pyrage
    from pyrage import x25519
except ImportError as error:
    raise RecordError(
        f"Public keys need a package that is not installed here. Install it with:  "
        f'"{sys.executable}" -m pip install "pyrage>=1.4"  Nothing was changed.'
    ) from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECRET: Final = "AGE-SECRET-KEY-"  # noqa: S105 - how one begins
"""How the secret half begins."""
_PROTECTED: Final = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_LARGEST: Final = 100_000
"""Bytes of a file of keys."""


def new_key() -> tuple[str, str]:
    """Make a key; return the text of its file, and its public half."""
    made = x25519.Identity.generate()
    public, today = str(made.to_public()), dt.datetime.now(dt.UTC).astimezone().date()
    return f"# made on {today}; never give this file away\n# public key: {public}\n{made}\n", public


def public_of(file: bytes) -> list[str]:
    """Return the public half of each key in a file of secret ones.

    Raises
    ------
    RecordError
        When there is none in it.
    """
    return [str(key.to_public()) for key in _identities(file)]


def public_keys(text: str, where: str) -> list[str]:
    """Return the public keys in a text, one a line; empty lines and those after ``#`` are passed over.

    Parameters
    ----------
    text : str
        The text.
    where : str
        What it is, for an error: the name of a file, or of a field.

    Raises
    ------
    RecordError
        When a line is no public key, or there is none.
    """
    found = []
    for number, line in _lines(text):
        if line.upper().startswith(SECRET):
            raise RecordError(
                f"{where}, line {number}: this is the secret half of a key. It belongs to its owner alone. "
                f"Expected the public half, which begins with age1. Nothing was written."
            )
        try:
            found.append(str(x25519.Recipient.from_str(line)))
        except pyrage.RecipientError as error:
            raise RecordError(
                f"{where}, line {number}: {line[:80]!r} is not a public key. Expected age1 and 58 more "
                f"letters and digits. Nothing was written."
            ) from error
    if not found:
        raise RecordError(f"{where}: there is no key in it. Expected one that begins with age1.")
    return list(dict.fromkeys(found))


def locked_to(data: bytes, keys: Iterable[str]) -> bytes:
    """Lock data to public keys; the secret half of any of them opens it."""
    shut: bytes = pyrage.encrypt(data, [x25519.Recipient.from_str(key) for key in keys])
    return shut


def opened_by(shut: bytes, file: bytes) -> bytes:
    """Open what `locked_to` locked.

    Parameters
    ----------
    shut : bytes
        What was locked.
    file : bytes
        What the file of the secret key holds.

    Raises
    ------
    RecordError
        When none of its keys opens it, or there is none.
    """
    try:
        data: bytes = pyrage.decrypt(shut, _identities(file))
    except pyrage.DecryptError as error:
        raise RecordError(
            "Your key does not open this file (or the file was changed since it was made). Expected the file "
            "of the key whose public half you gave out."
        ) from error
    return data


def _identities(file: bytes) -> list[x25519.Identity]:
    if file.lstrip().startswith(_PROTECTED):
        raise RecordError(
            "Your key file is itself locked with a passphrase. We cannot open such keys. Expected a key "
            "without one, such as 'good-on-paper key new FILE' makes."
        )
    if len(file) > _LARGEST:
        raise RecordError(f"Your key file is larger than {_LARGEST:,} bytes. Expected a short file of text.")
    found = []
    for number, line in _lines(file.decode("utf-8-sig", "replace")):
        try:
            found.append(x25519.Identity.from_str(line))
        except pyrage.IdentityError as error:  # the line is not shown: it may be a key with a slip
            raise RecordError(
                f"Your key file, line {number}: not a secret key that we know. Expected {SECRET}1 and 58 "
                f"more letters and digits."
            ) from error
    if not found:
        raise RecordError(f"Your key file holds no key. Expected a line that begins with {SECRET}1.")
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if (said := line.strip()) and not said.startswith("#"):
            yield number, said
