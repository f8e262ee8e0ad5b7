"""What locks a file and what opens it, asked of a person: a passphrase, or keys that need none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from good_on_paper.app.terminal import NOBODY_TO_ASK, fail, passphrase, say
from good_on_paper.language.day_names import in_full
from good_on_paper.record.encryption import locked, outside
from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.encryption import Outside

To = Annotated[
    list[str] | None,
    typer.Option(
        "--lock-to",
        metavar="KEY",
        help="Lock it to somebody’s public key, age1..., in place of a passphrase; or to a file of them.",
    ),
]
Label = Annotated[
    str, typer.Option("--label", help="What anyone may read on the locked file. Without it, only the day.")
]
Key = Annotated[Path | None, typer.Option("--key", help="Your key file, for a file that is locked to it.")]
_HEAD: Final = 2000
_LARGEST: Final = 100_000
"""Bytes of a file of keys."""


def keys_in(to: Iterable[str]) -> tuple[str, ...]:
    """Return the public keys that were typed, or that stand in the files that were named.

    Raises
    ------
    RecordError
        When one is no key, or the package that knows them is not installed.
    """
    from good_on_paper.record.public_keys import SECRET, public_keys  # noqa: PLC0415 - only where there is one

    found: list[str] = []
    for each in to:
        if each.lower().startswith(("age1", SECRET.lower())) and not Path(each).exists():
            found += public_keys(each, "The key")
        else:
            found += public_keys(_text_of(Path(each).expanduser()), each)
    return tuple(dict.fromkeys(found))


def _text_of(path: Path) -> str:
    return content_of(path, "a public key, age1..., or a file of them").decode("utf-8-sig", "replace")


def content_of(path: Path, expected: str) -> bytes:
    """Return what a file of keys holds.

    Raises
    ------
    RecordError
        When there is no such file, or a large one.
    """
    try:
        if path.is_file() and path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror}). Expected {expected}.") from error
    raise RecordError(f"{path}: is not there, or no file of keys. Expected {expected}.")


def opener(file: Path, key: Path | None) -> tuple[str | None, bytes | None]:
    """Print what is written on a locked file, then ask for what opens it; neither if it is not locked.

    Parameters
    ----------
    file : Path
        The file.
    key : Path or None
        The file of the person's key, where they named it.

    Returns
    -------
    tuple
        The passphrase, and what the file of the key holds; one of them, or none.

    Raises
    ------
    RecordError
        When the file of the key cannot be read.
    """
    head = head_of(file)
    if not locked(head):
        return None, None
    found = outside(head)
    say(f"{file}: {told(found)}")
    if not found.to_keys:
        return passphrase(new=False), None
    if key is None:
        if not sys.stdin.isatty():
            fail("Nobody is there to ask for your key file: name it with --key.", NOBODY_TO_ASK)
        key = Path(str(typer.prompt("Your key file")).strip().strip("\"'"))
    return None, content_of(key.expanduser(), "your key file")


def told(found: Outside) -> str:
    """Return what can be read on a locked file, in words: that it is locked, its day, and its label."""
    made = f", made on {in_full(found.made)}" if found.made else ""
    label = f" On it is written: “{found.label}”." if found.label else ""
    return f"a locked file{made}.{label}"


def head_of(file: Path) -> bytes:
    """Return the beginning of a file, which says what it is; empty if there is no such file."""
    if not file.is_file():
        return b""
    with file.open("rb") as opened:
        return opened.read(_HEAD)
