"""The command ``good-on-paper``."""

from __future__ import annotations

import sys
import traceback
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from good_on_paper.app.backup_record import backup_record
from good_on_paper.app.brief_file import brief_file
from good_on_paper.app.check_record import check_record
from good_on_paper.app.contrast_many import contrast_many
from good_on_paper.app.copy_record import copy_record
from good_on_paper.app.export_record import export_record
from good_on_paper.app.forget_answers import forget_answers
from good_on_paper.app.import_file import import_file
from good_on_paper.app.keep_people import people_cli
from good_on_paper.app.lock_record import lock_record, unlock_record
from good_on_paper.app.merge_copy import merge_file
from good_on_paper.app.note_beside import note_beside
from good_on_paper.app.open_record import open_record
from good_on_paper.app.own_key import key_cli
from good_on_paper.app.report_file import report_file
from good_on_paper.app.restore_record import restore_record
from good_on_paper.app.terminal import Home, Person, folder_of
from good_on_paper.app.wipe_record import wipe_record

OF_THE_WHOLE = ("--help", "--version")
"""Options of the command itself; without a command, any other option is one of `open`."""

cli = typer.Typer(
    help="Good on Paper: look at your own work history, on your own computer. Without a command it opens.",
    epilog="Your answers are in one folder, which `where` names. Every command can use another: --person "
    "NAME for one of several people on this computer, --home FOLDER for any folder; the environment variable "
    "GOOD_ON_PAPER_HOME sets that folder once for all. Add --help to any command to read more.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # else all of rich is loaded: half of the time of --help
)


def _say_version(asked: bool) -> None:  # typer passes the option without its name
    if asked:
        typer.echo(f"Good on Paper {metadata.version('good-on-paper')}")
        raise typer.Exit


@cli.callback()
def _ahead(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is.", callback=_say_version, is_eager=True),
    ] = False,
) -> None:
    pass


@cli.command("open")
def open_kit(
    *,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser, or only print the address.")
    ] = True,
    sample: Annotated[
        bool, typer.Option("--sample", help="Look round with an invented person; we keep nothing.")
    ] = False,
    home: Home = None,
    person: Person = None,
    port: Annotated[int, typer.Option(help="The first port to try.", min=0, max=65535)] = 8888,
) -> None:
    """Open the kit in JupyterLab, on this computer only."""
    if sample and (home is not None or person is not None):
        raise typer.BadParameter(
            "we throw the sample away at the end: leave out --home and --person, or --sample."
        )
    folder = folder_of(home, person, unlocked=not sample)
    open_record(folder, browser=browser, sample=sample, port=port)


@cli.command()
def where(*, home: Home = None, person: Person = None) -> None:
    """Print the folder that holds your answers."""
    typer.echo(folder_of(home, person, unlocked=False))


cli.command("import")(import_file)
cli.command("backup")(backup_record)
cli.command("restore")(restore_record)
cli.command("check", short_help="Say whether the record is whole and backed up.")(check_record)
cli.command("brief", short_help="Write what you take along to your next interview.")(brief_file)
cli.command("report", short_help="Write your list, questions and whole picture into one file.")(report_file)
cli.command("export", short_help="Write your answers into one file.")(export_record)
cli.command("copy", short_help="Make a copy for a coach or a friend, without names.")(copy_record)
cli.command("merge", short_help="Bring in what was said in another copy of your record.")(merge_file)
cli.command("note", short_help="Write a note beside a record, or list the notes.")(note_beside)
cli.command("forget", short_help="Erase answers for good, everywhere.")(forget_answers)
cli.command("lock", short_help="Lock the record with a passphrase.")(lock_record)
cli.command("unlock", short_help="Take the lock off again.")(unlock_record)
cli.command("wipe")(wipe_record)
cli.add_typer(people_cli, name="people")
cli.add_typer(key_cli, name="key")
cli.command("many", short_help="Look at many people in one table.")(contrast_many)


def main() -> None:
    """Run the command, which opens the kit unless a word says otherwise.

    An unexpected error ends it with a sentence, without what was typed.
    """
    words = sys.argv[1:]
    if not words or (words[0].startswith("-") and words[0] not in OF_THE_WHOLE):  # others are those of `open`
        words = ["open", *words]
    try:
        cli(words, prog_name="good-on-paper")
    except Exception as error:  # noqa: BLE001 - a traceback helps nobody here
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__}, {Path(last.filename).name}, line {last.lineno}"
        typer.echo(
            f"Good on Paper could not do that ({place}). Nothing you saved is lost; "
            f"'good-on-paper check' says whether all is well.",
            err=True,
        )
        sys.exit(1)
