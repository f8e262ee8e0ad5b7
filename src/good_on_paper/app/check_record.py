"""``good-on-paper check``: whether the record and its place are all right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.kernel_encryption import NOT_ENCRYPTED, can_encrypt
from good_on_paper.app.terminal import FAILED, Home, Person, fail, folder_of, in_words, need_record, say
from good_on_paper.record import RECORD_FILE, Record
from good_on_paper.record.backup import backups, damaged, newest_good
from good_on_paper.record.damage import fault_of, trust
from good_on_paper.record.folder import SET_ASIDE
from good_on_paper.record.restore import alone

if TYPE_CHECKING:
    from pathlib import Path

_Trust = Annotated[
    bool,
    typer.Option("--trust", help="Accept the file although something else changed it, because that was you."),
]


def check_record(*, trust_it: _Trust = False, home: Home = None, person: Person = None) -> None:
    """Show where the record is, what it holds, its last backup, and whether all is well."""
    folder = folder_of(home, person)
    need_record(folder)
    path = folder / RECORD_FILE
    with in_words():
        if trust_it:
            with alone(folder):
                trust(path)
        say(f"Folder: {folder}")
        with Record.open(folder) as record:
            record.wait_for_backup()
            roles, answers = len(record.units("role")), len(record.answers())
            say(f"In it: {_many(roles, 'job')}, {_many(answers, 'answer')}")
            say(*_about_backups(folder))
            if fault := fault_of(path):
                fail(str(damaged(path, fault)), FAILED)
            say("The file is sound.")
            open_to_others = () if can_encrypt() else (NOT_ENCRYPTED,)
            say(*(f"Please note: {words}" for words in (*record.warnings, *open_to_others)))


def _about_backups(folder: Path) -> list[str]:
    found, good = backups(folder), newest_good(folder)
    lines = [
        f"Newest good backup: {good.taken:%Y-%m-%d %H:%M} UTC, of {len(found)}"
        if good
        else "No backup yet: we make one each day you open the kit."
    ]
    spoilt = sum(not backup.sound for backup in found)
    if spoilt:
        lines.append(f"Please note: {spoilt} of the backups are damaged.")
    if (folder / SET_ASIDE).is_dir():
        aside = sum(1 for _ in (folder / SET_ASIDE).iterdir())
        lines.append(f"Kept aside by earlier restores: {aside}, in {folder / SET_ASIDE}")
    return lines


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
