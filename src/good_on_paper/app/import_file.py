"""``good-on-paper import FILE``: look at what is in a file, then bring it in."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from good_on_paper.record.folder import person_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.intake import Preview

OVERLAY: Final = "catalogue.toml"
_FAILED: Final = 1
_NOBODY_TO_ASK: Final = 2
_DECLINED: Final = 3


_File = Annotated[
    Path, typer.Argument(help="A JSON Resume, a CSV or XLSX table, or a text with a job a line.")
]
_Home = Annotated[
    Path | None,
    typer.Option("--home", help="Keep the answers in this folder. Else: GOOD_ON_PAPER_HOME, else `where`."),
]
_Yes = Annotated[bool, typer.Option("--yes", "-y", help="Bring it in without asking.")]
_Outcome = Annotated[
    str | None, typer.Option("--outcome", help="The column of a table that says how it went.")
]


def import_file(file: _File, *, home: _Home = None, yes: _Yes = False, outcome: _Outcome = None) -> None:
    """Show what is in a file, ask, and bring it in. The same file twice changes nothing."""
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415
    from good_on_paper.intake import IntakeError, bring_in, read  # noqa: PLC0415
    from good_on_paper.record import Record, RecordError  # noqa: PLC0415

    folder = person_folder(home)
    overlay = folder / OVERLAY
    try:
        preview = read(file, file.name, load(overlay), outcome=outcome)
        _say(preview.sentences())
        if not any(role.taken for role in preview.roles):
            _fail("There is nothing to bring in. The record is as it was.", _FAILED)
        if not (yes or _agreed(preview)):
            _fail("Not brought in. The record is as it was.", _DECLINED)
        with Record.open(folder) as record:
            _say(["", *bring_in(preview, record, overlay).sentences()])
    except (IntakeError, CatalogueError, RecordError) as error:
        _fail(f"{error}\nNothing was brought in; the record is as it was.", _FAILED)


def _agreed(preview: Preview) -> bool:
    if not sys.stdin.isatty():
        _fail("Nobody is there to ask: add --yes to bring this in. The record is as it was.", _NOBODY_TO_ASK)
    jobs = sum(role.taken for role in preview.roles)
    return typer.confirm(f"\nBring in {jobs} job{'' if jobs == 1 else 's'}?")


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        typer.echo(_harmless(sentence))


def _fail(problem: str, code: int) -> NoReturn:
    for line in problem.splitlines():
        typer.echo(_harmless(line), err=True)
    raise typer.Exit(code)


def _harmless(text: str) -> str:
    """Take out what a terminal would obey: escape sequences, marks of writing direction."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
