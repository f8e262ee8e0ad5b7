"""``good-on-paper export FILE``: everything, in one file that can be read back in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from good_on_paper.app.terminal import (
    Encrypt,
    Home,
    Person,
    folder_of,
    in_words,
    need_record,
    passphrase,
    say,
)
from good_on_paper.record import Record
from good_on_paper.record.archive import export_archive

_File = Annotated[Path, typer.Argument(help="The file to make, such as mine.json; it must not be there yet.")]


def export_record(file: _File, *, encrypt: Encrypt = False, home: Home = None, person: Person = None) -> None:
    """Write all answers, with their history, into one readable file that goes back in without change."""
    folder = folder_of(home, person)
    need_record(folder)
    words = passphrase(new=True) if encrypt else None
    with in_words(), Record.open(folder) as record:
        export_archive(record, file.expanduser().resolve(), passphrase=words)
    say(f"Written: {file}")
    if not encrypt:
        say("It holds everything, what you marked private too. --encrypt locks it with a passphrase.")
    say(f'Bring it back with: good-on-paper restore --from "{file}"')
