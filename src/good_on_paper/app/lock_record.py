"""``good-on-paper lock`` and ``unlock``: a record that needs a passphrase to open, or none again."""

from __future__ import annotations

from typing import Annotated

import typer

from good_on_paper.app.terminal import Home, Person, Yes, ask, fail, folder_of, in_words, passphrase, say
from good_on_paper.record.exported import LIST_FILE
from good_on_paper.record.folder import EXPORTS
from good_on_paper.record.locking import LOST, is_locked, lock, take_lock_off

_DropDamaged = Annotated[
    bool, typer.Option("--drop-damaged", help="Delete backups that are damaged: they cannot be locked.")
]


def lock_record(
    *, drop_damaged: _DropDamaged = False, yes: Yes = False, home: Home = None, person: Person = None
) -> None:
    """Lock a record and its backups with a passphrase. A locked one gets a new passphrase."""
    folder = folder_of(home, person)
    ask(f"Lock the record in {folder}? {LOST}", yes=yes)
    with in_words():
        saved = lock(folder, passphrase(new=True), drop_damaged=drop_damaged)
    say("Locked: the record, its backups and your own questions. Every start asks for the passphrase.", LOST)
    if left := [path for path in saved if path.name != LIST_FILE]:
        say(f"Not locked: {len(left)} charts and files that were saved in {folder / EXPORTS}.")
    say("The name and your note in `people` can still be read. A disk may keep deleted bytes for a while.")


def unlock_record(
    *, drop_damaged: _DropDamaged = False, yes: Yes = False, home: Home = None, person: Person = None
) -> None:
    """Take the lock off a record for good. Whoever can use this account can read it then."""
    folder = folder_of(home, person)
    if not is_locked(folder):
        fail(f"{folder}: the record is not locked.", 1)
    ask(f"Take the lock off the record in {folder}?", yes=yes)
    with in_words():
        take_lock_off(folder, drop_damaged=drop_damaged)
    say("No longer locked: the record opens without a passphrase.")
