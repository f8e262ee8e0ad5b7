"""``good-on-paper backup``: a copy now, beside the record or to take along."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from good_on_paper.app.terminal import (
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

_To = Annotated[
    Path | None,
    typer.Option("--to", help="Write one file to keep somewhere else, instead of a copy beside the record."),
]


def backup_record(
    *, to: _To = None, encrypt: Encrypt = False, home: Home = None, person: Person = None
) -> None:
    """Make a backup now. We make one each day you open the kit; --to FILE makes one for another disk."""
    folder = folder_of(home, person)
    need_record(folder)
    if encrypt and to is None:
        fail(
            "--encrypt goes with --to FILE: beside the record, which is not locked, it would hide nothing.", 2
        )
    words = passphrase(new=True) if encrypt else None
    with in_words(), Record.open(folder) as record:
        if to is None:
            say(f"Backed up and checked: {record.back_up().folder}")
        else:
            from good_on_paper.record.archive import export_archive  # noqa: PLC0415 - loads pydantic

            export_archive(record, to.expanduser().resolve(), passphrase=words)
            say(
                f"Written: {to}",
                "It is locked; nobody can open it without the passphrase."
                if encrypt
                else "Whoever has this file can read all your answers. --encrypt locks it.",
                f'Bring it back with: good-on-paper restore --from "{to}"',
            )
