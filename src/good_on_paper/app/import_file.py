"""``good-on-paper import FILE``: look at a file, then import it; ``--undo`` undoes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.import_log import import_log
from good_on_paper.app.terminal import (
    FAILED,
    WRONG_WORDS,
    Home,
    Person,
    Yes,
    ask,
    fail,
    folder_of,
    need_record,
    say,
)
from good_on_paper.record.folder import CATALOGUE_FILE, RECORD_FILE

if TYPE_CHECKING:
    from good_on_paper.intake import Preview

_File = Annotated[
    Path | None,
    typer.Argument(
        help="A CV (PDF, Word or JSON Resume), LinkedIn’s export, a CSV or XLSX table, or a text with one "
        "job per line. A table of applications or interviews goes into your log."
    ),
]
_Outcome = Annotated[
    str | None, typer.Option("--outcome", help="The column of a table that says how it went.")
]
_Undo = Annotated[bool, typer.Option("--undo", help="Undo the latest import.")]
_Scale = Annotated[
    list[str] | None,
    typer.Option(
        "--scale", help='Both ends of a column\'s scale, as in "autonomy=1-5"; once for each column.'
    ),
]


def import_file(
    file: _File = None,
    *,
    yes: Yes = False,
    outcome: _Outcome = None,
    scale: _Scale = None,
    undo: _Undo = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Show what is in a file, ask, and import it. The same file twice changes nothing."""
    if undo == (file is not None):
        fail("Give either a file to import, or --undo.", WRONG_WORDS)
    if file is None:
        _undo(folder_of(home, person), yes=yes)
    elif not (outcome or scale) and _is_log(file):
        if _has_jobs_too(file):
            with suppress(typer.Exit):  # the jobs may be there already, or not wanted, but the log may be
                _bring_in(file, folder_of(home, person), None, [], yes=yes)
        import_log(file, folder_of(home, person), yes=yes)
    else:
        _bring_in(file, folder_of(home, person), outcome, scale or [], yes=yes)


def _is_log(file: Path) -> bool:
    from good_on_paper.intake.log_file import holds_log  # noqa: PLC0415 - pandas takes a while to load

    return holds_log(file, file.name)


def _has_jobs_too(file: Path) -> bool:
    from good_on_paper.intake.log_file import holds_more  # noqa: PLC0415 - as above

    return holds_more(file, file.name)


def _bring_in(file: Path, folder: Path, outcome: str | None, scales: list[str], *, yes: bool) -> None:
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415
    from good_on_paper.intake import Given, IntakeError, bring_in, read  # noqa: PLC0415
    from good_on_paper.intake.compare import compared  # noqa: PLC0415
    from good_on_paper.intake.preview_text import sentences  # noqa: PLC0415
    from good_on_paper.record import Record, RecordError  # noqa: PLC0415

    overlay = folder / CATALOGUE_FILE
    try:
        given = Given(outcome, dict(map(_ends, scales)))
        preview = read(file, file.name, load(overlay), given=given)
        if (folder / RECORD_FILE).exists():  # looking must not make a record
            with Record.open(folder) as record:
                preview = compared(preview, record)
        else:
            preview = compared(preview, None)
        say(*sentences(preview))
        if preview.empty:
            fail("There is nothing to add. Your record is unchanged.", FAILED)
        ask(_question(preview), yes=yes, unchanged="Nothing added. Your record is unchanged.")
        with Record.open(folder) as record:
            receipt = bring_in(preview, record, overlay)
        say("", *receipt.sentences())
        if receipt.sitting:
            say("To undo all of it: good-on-paper import --undo")
    except (IntakeError, CatalogueError, RecordError) as error:
        fail(f"{error}\nNothing was added; your record is unchanged.", FAILED)


def _undo(folder: Path, *, yes: bool) -> None:
    from good_on_paper.catalogue import CatalogueError  # noqa: PLC0415 - as above
    from good_on_paper.intake import IntakeError, newest_import, take_back  # noqa: PLC0415
    from good_on_paper.record import Record, RecordError  # noqa: PLC0415

    need_record(folder)
    try:
        with Record.open(folder) as record:
            sitting = newest_import(record)
            if sitting is None:
                fail("There is no import to undo. Your record is unchanged.", FAILED)
            when = f"{sitting.started.astimezone():%d %B %Y, %H:%M}"
            ask(f"Undo everything that was imported on {when}?", yes=yes)
            say(*take_back(record, folder / CATALOGUE_FILE, sitting.id).sentences())
    except (IntakeError, CatalogueError, RecordError) as error:
        fail(f"{error}\nNothing was undone; your record is unchanged.", FAILED)


def _ends(typed: str) -> tuple[str, tuple[int, int]]:
    """Return the column and both ends in "autonomy=1-5"."""
    from good_on_paper.language import scale_in  # noqa: PLC0415 - as above

    column, _, ends = typed.rpartition("=")
    found = scale_in(ends).ends
    if not column or found is None:
        fail(
            f"--scale {typed!r} means nothing to us; we expected a column and both ends, as in autonomy=1-5",
            FAILED,
        )
    return column, found


def _question(preview: Preview) -> str:
    jobs = sum(role.taken for role in preview.roles)
    return f"\nAdd {jobs} job{'' if jobs == 1 else 's'}?" if jobs else "\nAdd this?"
