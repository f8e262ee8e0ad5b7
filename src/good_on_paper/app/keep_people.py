"""``good-on-paper people``: whose records are on this computer; make, rename, archive or delete one."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from good_on_paper.app.open_record import open_record
from good_on_paper.app.terminal import (
    DECLINED,
    FAILED,
    NOBODY_TO_ASK,
    WRONG_WORDS,
    Yes,
    ask,
    fail,
    in_words,
    open_lock,
    say,
)
from good_on_paper.record.errors import RecordError
from good_on_paper.record.locking import is_locked
from good_on_paper.record.people import PersonHere, agree, archive, find, named, new, people, rename

if TYPE_CHECKING:
    from collections.abc import Iterable

_Name = Annotated[
    str, typer.Argument(help="Their name, in quotes if there is a space in it.", metavar="NAME")
]
_Receipt = Annotated[Path | None, typer.Option(help="Keep the receipt in this file, too.")]
NONE_YET: Final = 'Nobody yet. For a new record:  good-on-paper people new "Anna B."'

people_cli = typer.Typer(
    help="The people whose records are on this computer. Without a word it lists them.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


@people_cli.callback()
def list_people(context: typer.Context) -> None:
    """List the people whose records are on this computer, or do what the next word says."""
    if context.invoked_subcommand is None:
        everybody = people()
        say(*(listed(everybody, dt.datetime.now(dt.UTC).astimezone().date()) or [NONE_YET]))


def listed(everybody: Iterable[PersonHere], today: dt.date) -> list[str]:
    """Return a line for each person, archived ones at the end, then what is due."""
    everybody = sorted(everybody, key=lambda one: one.archived is not None)
    wide = max((len(one.shown) for one in everybody), default=0)
    names = [one.name for one in everybody]
    lines = []
    for one in everybody:
        where = f"   in {one.folder.name}" if names.count(one.name) > 1 else ""
        away = f"   archived on {one.archived}" if one.archived else ""
        locked = "   locked" if is_locked(one.folder) else ""
        lines.append(f"{one.shown:{wide}}   {_opened(one)}{locked}{away}{_copy(one)}{_agreed(one)}{where}")
    due = [one for one in everybody if one.due(today)]
    return lines + [
        f"Due: {one.name}, agreed until {one.until}. Agree anew (people note), or delete." for one in due
    ]


def _opened(one: PersonHere) -> str:
    if one.may_be_open and _address(one.folder):
        return "open now"
    return f"last opened {one.opened.astimezone():%Y-%m-%d}" if one.opened else "never opened"


def _copy(one: PersonHere) -> str:
    return f"   {words}" if (words := one.copy_words) else ""


def _agreed(one: PersonHere) -> str:
    until = f"until {one.until}" if one.until else ""
    return "".join(f"   {words}" for words in (until, one.agreed) if words)


def _address(folder: Path) -> str | None:
    from good_on_paper.app.already_open import address_of_another  # noqa: PLC0415 - loads urllib

    return address_of_another(folder)


@people_cli.command("new")
def new_person(name: _Name) -> None:
    """Begin a record for somebody. A second person of the same name gets another folder."""
    with in_words():
        others = sum(one.name.casefold() == name.strip().casefold() for one in people())
        one = new(name)
    say(f"{one.name} has a record of their own now, in {one.folder}")
    if others:
        say("Somebody of that name is here already. To tell them apart, rename one: people rename.")
    say(f'Open it with:  good-on-paper open --person "{one.folder if others else one.name}"')


@people_cli.command("open")
def open_person(
    name: _Name,
    *,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser or not.")] = True,
) -> None:
    """Open somebody's record. Asks before it begins one for a new name."""
    with in_words():
        try:
            one = named(find(name), name)
        except RecordError as error:
            if not sys.stdin.isatty():
                raise
            say(str(error))
            ask(f"Begin a new record for {name}?", yes=False, unchanged="No record was begun.")
            one = new(name)
    open_lock(one.folder)
    open_record(one.folder, browser=browser)


@people_cli.command("close")
def close_person(name: _Name) -> None:
    """Close somebody's record, wherever it is open on this computer."""
    from good_on_paper.app.already_open import stop_another  # noqa: PLC0415 - as above

    with in_words():
        one = find(name)
    say(f"{one.shown}: closed." if stop_another(one.folder) else f"{one.shown} is not open.")


@people_cli.command("rename")
def rename_person(name: _Name, to: Annotated[str, typer.Argument(metavar="NEW-NAME")]) -> None:
    """Change somebody's name. Their folder stays where it is."""
    with in_words():
        one = rename(find(name), to)
    say(f"{one.name} it is. The folder is still {one.folder}")


@people_cli.command("archive")
def archive_person(
    name: _Name, *, back: Annotated[bool, typer.Option("--back", help="Bring it back to the list.")] = False
) -> None:
    """Put a record away, at the end of the list. Nothing in it changes."""
    with in_words():
        one = archive(find(name), back=back)
    say(f"{one.name}: {'back in the list' if back else 'archived'}.")


@people_cli.command("note")
def note_person(
    name: _Name,
    *,
    agreed: Annotated[str, typer.Option(help="What you agreed, in a sentence.")] = "",
    until: Annotated[str, typer.Option(help="Until when, such as 31 March 2027.")] = "",
) -> None:
    """Note what you agreed with somebody about their record, and until when. The note is not locked."""
    day = _until(until)
    with in_words():
        one = agree(find(name), agreed, day)
    if not agreed and not until:
        say(f"{one.shown}: no note.")
    else:
        say(f"{one.shown}:{_agreed(one)}", "The list says so when the time is over.")


def _until(text: str) -> dt.date | None:
    from good_on_paper.app.until_day import until_day  # noqa: PLC0415 - needed only here
    from good_on_paper.language import DateError  # noqa: PLC0415 - as above

    try:
        return until_day(text)
    except DateError as error:
        fail(f"--until {error}", WRONG_WORDS)


@people_cli.command("delete")
def delete_person(
    name: _Name,
    *,
    yes: Yes = False,
    receipt: _Receipt = None,
) -> None:
    """Delete somebody's record for good, with its backups. A receipt is printed."""
    from good_on_paper.record.archive import write_new  # noqa: PLC0415 - needed only here
    from good_on_paper.record.wipe import wipe  # noqa: PLC0415 - as above

    with in_words():
        one = find(name)
        if not yes:
            if not sys.stdin.isatty():
                fail("Nobody is there to ask: add --yes to do this. Nothing was deleted.", NOBODY_TO_ASK)
            say(f"This deletes everything in {one.folder}: all answers and all backups. No way back.")
            if str(typer.prompt(f"Type {one.shown} to go on")).strip() != one.shown:
                fail("Nothing was deleted.", DECLINED)
        if receipt is not None and receipt.exists():
            fail(f"{receipt}: is there already. Choose another name. Nothing was deleted.", FAILED)
        text = wipe(one.folder)
        say(text)
        if receipt is not None:
            write_new(receipt, text.encode() + b"\n")
