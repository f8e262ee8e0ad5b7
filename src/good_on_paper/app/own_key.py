"""``good-on-paper key``: a key of one's own, so that others can lock a file to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from good_on_paper.app.file_locks import content_of
from good_on_paper.app.terminal import in_words, say

_File = Annotated[Path, typer.Argument(help="The file of the key, such as ruth.key.", metavar="FILE")]

key_cli = typer.Typer(
    help="A key of your own: others lock a file to it, and you need no passphrase of theirs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@key_cli.command("new", short_help="Make a key.")
def make_key(file: _File) -> None:
    """Make a key in a new file, and say its public half, which you give out."""
    with in_words():
        # a package of an extra, which other commands do not need
        from good_on_paper.record.archive import write_new  # noqa: PLC0415
        from good_on_paper.record.public_keys import new_key  # noqa: PLC0415

        text, public = new_key()
        write_new(file.expanduser().resolve(), text.encode())
    say(
        f"Your key is in {file}. Give that file to nobody, and keep a copy of it.",
        "Without it nobody can open what was locked to it.",
        "Give this line to whoever locks a file for you:",
        public,
    )


@key_cli.command("show", short_help="Say the public half of a key.")
def show_key(file: _File) -> None:
    """Print the public half of a key, which you give out. The secret half is never shown."""
    with in_words():
        from good_on_paper.record.public_keys import public_of  # noqa: PLC0415 - as above

        say(*public_of(content_of(file.expanduser(), "your key file")))
