"""``good-on-paper note``: a coach's signed note beside somebody's record; without a text, all notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.terminal import (
    FAILED,
    WRONG_WORDS,
    Home,
    Person,
    fail,
    folder_of,
    in_words,
    need_record,
    say,
)

if TYPE_CHECKING:
    from good_on_paper.record import Record

_Text = Annotated[str | None, typer.Argument(help="The note. Without it we list the notes there are.")]
_By = Annotated[str, typer.Option("--by", help="Who writes it.")]
_About = Annotated[str | None, typer.Option("--about", help="The job it is about, by its name on the pages.")]


def note_beside(
    text: _Text = None, *, by: _By = "", about: _About = None, home: Home = None, person: Person = None
) -> None:
    """Write a note beside the record: signed, and never among the person's own answers."""
    folder = folder_of(home, person)
    need_record(folder)
    if text is not None and not (text.strip() and by.strip()):
        fail("A note needs its text and --by: who writes it.", WRONG_WORDS)
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.frames import role_names  # noqa: PLC0415
    from good_on_paper.frames.notes import notes  # noqa: PLC0415
    from good_on_paper.frames.snapshot import Snapshot  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415

    with in_words(), Record.open(folder) as record:
        now = Snapshot(record)
        if text is None:
            there = [
                f"{note.given.astimezone():%Y-%m-%d}  {note.by}"
                f"{f', on {note.about}' if note.about else ''}: {note.text}"
                for note in notes(now)
            ]
            say(*(there or ["There are no notes."]))
            return
        named = {name.casefold(): unit for unit, name in role_names(now).items()}
        parent = None if about is None else named.get(about.strip().casefold())
        if about is not None and parent is None:
            listed = "; ".join(role_names(now).values())
            fail(f"There is no job {about!r}. Expected one of: {listed}. Nothing was written.", FAILED)
        write_note(record, text, by, parent)
    say("Noted. It stands beside the record, not in it.")


def write_note(record: Record, text: str, by: str, about: str | None = None) -> None:
    """Write a note beside a record.

    Parameters
    ----------
    record : Record
        The record to write it beside.
    text, by : str
        The text, and who signs it.
    about : str, optional
        The id of the job it is about.
    """
    from good_on_paper.catalogue import keys  # noqa: PLC0415 - as above
    from good_on_paper.record import NOTE  # noqa: PLC0415

    with record.batch():
        sitting = record.sitting("notes")
        unit = record.add_unit(NOTE, parent=about, sitting=sitting)
        record.answer(unit, keys.NOTE_TEXT, text.strip(), sitting=sitting)
        record.answer(unit, keys.NOTE_BY, by.strip(), sitting=sitting)
