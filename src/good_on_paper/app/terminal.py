"""Talking to a person at a terminal: plain sentences, a question before anything is destroyed."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from good_on_paper.record import RecordError, person_folder
from good_on_paper.record.folder import NO_FOLDER
from good_on_paper.record.people import find, named

if TYPE_CHECKING:
    from collections.abc import Iterator

FAILED: Final = 1
NOBODY_TO_ASK: Final = 2
WRONG_WORDS: Final = 2
DECLINED: Final = 3
PASSPHRASE: Final = "GOOD_ON_PAPER_PASSPHRASE"  # noqa: S105 - the name of a variable
"""A variable for scripts, as everyone on the computer could see a passphrase given as an option."""


def _folder(typed: str) -> Path:
    if not typed.strip():
        raise typer.BadParameter(NO_FOLDER)
    return Path(typed)


Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        parser=_folder,  # an empty path would mean the current folder
        metavar="FOLDER",
        help="The folder of your answers. Without it: what GOOD_ON_PAPER_HOME names, or what `where` says.",
    ),
]
Person = Annotated[
    str | None,
    typer.Option("--person", help="One of several people on this computer, by name; see `people`."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
Encrypt = Annotated[
    bool, typer.Option("--encrypt", help=f"Lock the file with a passphrase (asked for, or {PASSPHRASE}).")
]


def folder_of(home: Path | None, person: str | None, *, unlocked: bool = True) -> Path:
    """Return the folder that `--home` and `--person` choose; end with a sentence if that is not possible.

    A name that nobody here has is an error: a typing mistake must not begin an empty record.

    Parameters
    ----------
    home : Path or None
        The folder that was typed.
    person : str or None
        The name that was typed.
    unlocked : bool, default True
        Whether to ask for the passphrase of a locked record, so that it can be opened.
    """
    try:
        if home is not None and person is not None:
            fail("--home and --person both say where the record is. Give one of them.", WRONG_WORDS)
        folder = person_folder(home) if person is None else named(find(person), person).folder
    except RecordError as error:
        fail(str(error), WRONG_WORDS)
    if unlocked:
        open_lock(folder)
    return folder


def open_lock(folder: Path) -> None:
    """Ask for the passphrase of a locked record, up to three times."""
    from good_on_paper.record.encryption import WrongPassphrase  # noqa: PLC0415 - for few
    from good_on_paper.record.locking import is_locked, unlock  # noqa: PLC0415 - as above

    if not is_locked(folder):
        return
    for left in (2, 1, 0):
        try:
            with in_words(WrongPassphrase):
                unlock(folder, passphrase(new=False))
        except WrongPassphrase as error:
            if not left or not sys.stdin.isatty() or os.environ.get(PASSPHRASE):
                fail(str(error), FAILED)
            say(str(error))
        else:
            return


def say(*sentences: str) -> None:
    """Print sentences, one per line."""
    for sentence in sentences:
        typer.echo(harmless(sentence))


def fail(problem: str, code: int) -> NoReturn:
    """Print what is wrong and end with an exit code."""
    for line in problem.splitlines():
        typer.echo(harmless(line), err=True)
    raise typer.Exit(code)


def harmless(text: str) -> str:
    """Return a text without what a terminal would obey: escape sequences, marks of writing direction."""
    return "".join(
        sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )


@contextmanager
def in_words(*but: type[Exception]) -> Iterator[None]:
    """End with an error's sentences instead of a traceback, except for the errors named."""
    try:
        yield
    except but:
        raise
    except RecordError as error:
        fail(str(error), FAILED)


def ask(question: str, *, yes: bool, unchanged: str = "Nothing was changed.") -> None:
    """Continue only if the person agrees.

    Parameters
    ----------
    question : str
        What is about to happen, as a question.
    yes : bool
        Whether they agreed beforehand.
    unchanged : str, optional
        The sentence if it ends here.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        fail(f"Nobody is there to ask: add --yes to do this. {unchanged}", NOBODY_TO_ASK)
    if not typer.confirm(question):
        fail(unchanged, DECLINED)


def passphrase(*, new: bool) -> str:
    """Ask for a passphrase, twice for a new one, without showing it.

    Parameters
    ----------
    new : bool
        Whether a file will be locked with it.
    """
    if given := os.environ.get(PASSPHRASE):
        return given
    if not sys.stdin.isatty():
        fail(f"Nobody is there to ask for the passphrase: give it in {PASSPHRASE}.", NOBODY_TO_ASK)
    if new:
        say("Choose several words nobody would guess, and keep them: without them the file cannot be opened.")
    return str(typer.prompt("Passphrase", hide_input=True, confirmation_prompt=new))


def need_record(folder: Path) -> None:
    """End here if a folder has no record, so that looking makes none."""
    from good_on_paper.record import RECORD_FILE  # noqa: PLC0415 - beside its only use
    from good_on_paper.record.backup import backups  # noqa: PLC0415 - beside its only use

    if not (folder / RECORD_FILE).exists() and not backups(folder):
        fail(f"{folder}: there is no record yet. Choose another folder with --home.", FAILED)
