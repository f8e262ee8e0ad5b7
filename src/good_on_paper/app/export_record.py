"""``good-on-paper export FILE``: the answers in one file to take along."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.file_locks import Label, To, keys_in
from good_on_paper.app.terminal import (
    FAILED,
    WRONG_WORDS,
    Encrypt,
    Home,
    Person,
    fail,
    folder_of,
    in_words,
    need_record,
    passphrase,
    say,
)
from good_on_paper.record import Record
from good_on_paper.record.folder import CATALOGUE_FILE

if TYPE_CHECKING:
    from good_on_paper.export import Contents


class Format(StrEnum):
    """The kind of file."""

    ARCHIVE = "archive"
    XLSX = "xlsx"
    CSV = "csv"
    DAYS = "days"
    DEFINITIONS = "definitions"
    EPISODES = "episodes"
    EVENTS = "events"
    INTERVIEWS = "interviews"
    FATEBOOK = "fatebook"
    JSON_RESUME = "json-resume"


_File = Annotated[Path, typer.Argument(help="The file to make, such as mine.json; it must not be there yet.")]
_As = Annotated[
    Format | None,
    typer.Option(
        "--as",
        help="archive: everything, with its history; it comes back in unchanged. xlsx, csv: a table. days: a "
        "table of your days by the minute. episodes: a table of what was smaller than a job. "
        "events: what happened outside. definitions: what success and going wrong mean to you. "
        "interviews: your log of interviews; it comes back in. fatebook: "
        "how likely you thought a yes was, as Fatebook reads it. json-resume: a CV with your ratings beside "
        "the jobs. Without --as, we go by the file’s ending, or make an archive.",
    ),
]
_Private = Annotated[
    bool,
    typer.Option("--include-private", help="Put what you marked private into a table or CV too."),
]


def export_record(
    file: _File,
    *,
    form: _As = None,
    include_private: _Private = False,
    encrypt: Encrypt = False,
    to: To = None,
    label: Label = "",
    home: Home = None,
    person: Person = None,
) -> None:
    """Write your answers into one file: all of them to be read back in, or a table, or a résumé."""
    folder = folder_of(home, person)
    need_record(folder)
    kind = form or _by_ending(file)
    if kind is Format.ARCHIVE:
        _export_archive(folder, file, to or [], label, encrypt=encrypt)
    elif encrypt or to:
        word = "--encrypt" if encrypt else "--lock-to"
        fail(f"{word} locks an archive; nothing would open a locked {kind}. Leave it out.", WRONG_WORDS)
    else:
        _export_table(folder, file, kind, include_private=include_private)


def _by_ending(file: Path) -> Format:
    ending = file.suffix.lower().removeprefix(".")
    return Format(ending) if ending in (Format.XLSX, Format.CSV) else Format.ARCHIVE


def _export_archive(folder: Path, file: Path, to: list[str], label: str, *, encrypt: bool) -> None:
    from good_on_paper.record.archive import export_archive  # noqa: PLC0415 - loads pydantic

    if label and not (encrypt or to):
        fail("--label is for a locked file: add --encrypt, or --lock-to KEY.", WRONG_WORDS)
    with in_words():
        keys = keys_in(to)
        words = passphrase(new=True) if encrypt and not keys else None
        with Record.open(folder) as record:
            export_archive(record, file.expanduser().resolve(), passphrase=words, keys=keys, label=label)
    say(f"Written: {file}")
    if not (encrypt or to):
        say("It holds everything, including what you marked private. --encrypt locks it with a passphrase.")
    say(f'Bring it back with: good-on-paper restore --from "{file}"')


def _export_table(folder: Path, file: Path, kind: Format, *, include_private: bool) -> None:
    # pandas and openpyxl take a while to load, and other commands of the same program do not need them
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415
    from good_on_paper.export import (  # noqa: PLC0415
        contents,
        csv_table,
        days_table,
        definitions_table,
        episodes_table,
        events_table,
        fatebook_table,
        interviews_table,
        json_resume,
        workbook,
    )
    from good_on_paper.record.archive import write_new  # noqa: PLC0415

    make = {
        Format.XLSX: workbook,
        Format.CSV: csv_table,
        Format.DAYS: days_table,
        Format.DEFINITIONS: definitions_table,
        Format.EPISODES: episodes_table,
        Format.EVENTS: events_table,
        Format.INTERVIEWS: interviews_table,
        Format.FATEBOOK: fatebook_table,
        Format.JSON_RESUME: json_resume,
    }[kind]
    try:
        catalogue = load(folder / CATALOGUE_FILE)
        with in_words(), Record.open(folder) as record:
            held = contents(record, catalogue, include_private=include_private)
            write_new(file.expanduser().resolve(), make(held, catalogue))
    except CatalogueError as error:
        fail(str(error), FAILED)
    say(f"Written: {file}", *_notes(held, kind, include_private=include_private))


def _notes(held: Contents, kind: Format, *, include_private: bool) -> list[str]:
    notes = [
        "Whoever has this file can read it. It holds your answers as they are now, without their history."
    ]
    if kind in (
        Format.CSV,
        Format.DAYS,
        Format.DEFINITIONS,
        Format.EPISODES,
        Format.EVENTS,
        Format.INTERVIEWS,
        Format.FATEBOOK,
    ):  # other kinds say it in the file; a table has no place for it
        from good_on_paper.export.contents import NOT  # noqa: PLC0415 - as above

        notes.append(NOT)
    if held.held_back:
        notes.append(f"Left out as private: {held.held_back}. --include-private adds that too.")
    elif include_private and any(answer.private for _, answer in held.cells):
        notes.append("It includes what you marked private.")
    nameless = sum(not {"title", "employer"} & job.facts.keys() for job in held.jobs)
    if kind is Format.JSON_RESUME and nameless:
        notes.append(f"Left out: {nameless} of your jobs; a job in a CV needs a title or an employer.")
    marked = any(answer.memory for job in held.jobs for answer in job.answers.values())
    if kind in (Format.CSV, Format.XLSX) and marked:
        notes.append("A table does not bring back how sure you were of a rating; an archive does.")
    if held.days and kind in (Format.CSV, Format.JSON_RESUME):
        notes.append("Your days by the minute are not in it: --as days writes them as a table of their own.")
    if held.episodes and kind in (Format.CSV, Format.JSON_RESUME):
        notes.append("Your episodes are not in it: --as episodes writes them as a table of their own.")
    return notes
