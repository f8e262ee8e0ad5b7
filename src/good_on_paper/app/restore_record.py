"""``good-on-paper restore``: bring a backup back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.file_locks import Key, head_of, opener
from good_on_paper.app.terminal import Home, Person, Yes, ask, folder_of, in_words, say
from good_on_paper.record.backup import backups
from good_on_paper.record.encryption import MARK, locked
from good_on_paper.record.locking import is_locked
from good_on_paper.record.restore import restore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record.backup import Backup

_ARCHIVE = b'{"good_on_paper_archive"'
_From = Annotated[
    Path | None,
    typer.Option("--from", help="A backup by its name, or a file made by `backup --to` or `export`."),
]
_List = Annotated[bool, typer.Option("--list", help="Only list the backups there are.")]


def restore_record(
    *,
    source: _From = None,
    show: _List = False,
    key: Key = None,
    yes: Yes = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Bring back the newest good backup, or the one named. What is there now is kept aside."""
    folder = folder_of(home, person)
    if show:
        say(*_shown(backups(folder)))
        return
    with in_words():
        if source is not None and (head := head_of(source)).startswith((MARK, _ARCHIVE)):
            from good_on_paper.record.unarchive import restore_archive  # noqa: PLC0415 - loads pydantic

            words, opens = opener(source, key)
            ask(f"Bring what {source} holds into {folder}?", yes=yes)
            brought = restore_archive(source, folder, passphrase=words, key=opens)
            say(
                f"{brought.answers} answers added."
                if brought.answers
                else "Everything in it was there already."
            )
            if locked(head) and not is_locked(folder):
                say("The file is locked; what came out of it is not. To lock that too: good-on-paper lock")
            if brought.catalogue:
                say(f"Own lines: {brought.catalogue}")
            if brought.fault:
                say(f"We cannot use these questions of your own as they are: {brought.fault}")
            return
        chosen = source or "the newest good backup"
        ask(
            f"Put {chosen} in place of the record in {folder}? We keep what is there now, to one side.",
            yes=yes,
        )
        done = restore(folder, source)
        say(f"Brought back: {done.source}", f"What was there is in: {done.aside}")


def _shown(found: Iterable[Backup]) -> list[str]:
    lines = [
        f"{backup.folder.name}   {'good' if backup.sound else 'DAMAGED'}"
        f"{f'   {backup.why}' if backup.why else ''}"
        for backup in found
    ]
    return lines or ["There is no backup yet. We make one each day you open the kit."]
