"""``good-on-paper import FILE``: look at what is in a file, then bring it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.terminal import FAILED, Home, Person, Yes, ask, fail, folder_of, say
from good_on_paper.record.folder import CATALOGUE_FILE, RECORD_FILE

if TYPE_CHECKING:
    from good_on_paper.intake import Preview

_File = Annotated[
    Path,
    typer.Argument(
        help="A JSON Resume, LinkedIn's export, a CSV or XLSX table, or a text with a job a line."
    ),
]
_Outcome = Annotated[
    str | None, typer.Option("--outcome", help="The column of a table that says how it went.")
]
_Scale = Annotated[
    list[str] | None,
    typer.Option(
        "--scale", help='Both ends of a column\'s scale, as in "autonomy=1-5"; once for each column.'
    ),
]


def import_file(
    file: _File,
    *,
    yes: Yes = False,
    outcome: _Outcome = None,
    scale: _Scale = None,
    home: Home = None,
    person: Person = None,
) -> None:
    """Show what is in a file, ask, and bring it in. The same file twice changes nothing."""
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415
    from good_on_paper.intake import Given, IntakeError, bring_in, read  # noqa: PLC0415
    from good_on_paper.intake.compare import compared  # noqa: PLC0415
    from good_on_paper.record import Record, RecordError  # noqa: PLC0415

    folder = folder_of(home, person)
    overlay = folder / CATALOGUE_FILE
    try:
        given = Given(outcome, dict(map(_ends, scale or ())))
        preview = read(file, file.name, load(overlay), given=given)
        if (folder / RECORD_FILE).exists():  # looking makes no record
            with Record.open(folder) as record:
                preview = compared(preview, record)
        else:
            preview = compared(preview, None)
        say(*preview.sentences())
        if preview.empty:
            fail("There is nothing to bring in. The record is as it was.", FAILED)
        ask(_question(preview), yes=yes, unchanged="Not brought in. The record is as it was.")
        with Record.open(folder) as record:
            say("", *bring_in(preview, record, overlay).sentences())
    except (IntakeError, CatalogueError, RecordError) as error:
        fail(f"{error}\nNothing was brought in; the record is as it was.", FAILED)


def _ends(said: str) -> tuple[str, tuple[int, int]]:
    """Understand "autonomy=1-5"."""
    from good_on_paper.language import scale_in  # noqa: PLC0415 - as above

    column, _, ends = said.rpartition("=")
    found = scale_in(ends).ends
    if not column or found is None:
        fail(
            f"--scale {said!r} is not understood; expected a column and both ends, as in autonomy=1-5", FAILED
        )
    return column, found


def _question(preview: Preview) -> str:
    jobs = sum(role.taken for role in preview.roles)
    return f"\nBring in {jobs} job{'' if jobs == 1 else 's'}?" if jobs else "\nBring this in?"
