"""``good-on-paper wipe``: remove everything a person has answered."""

from __future__ import annotations

import sys

import typer

from good_on_paper.app.terminal import (
    DECLINED,
    NOBODY_TO_ASK,
    Home,
    Person,
    Yes,
    fail,
    folder_of,
    in_words,
    say,
)
from good_on_paper.record.wipe import wipe

_WORD = "wipe"


def wipe_record(*, yes: Yes = False, home: Home = None, person: Person = None) -> None:
    """Remove the whole record, its backups, your own lines and exports. A receipt is printed."""
    folder = folder_of(home, person, unlocked=False)
    if not yes:
        if not sys.stdin.isatty():
            fail("Nobody is there to ask: add --yes to do this. Nothing was removed.", NOBODY_TO_ASK)
        say(f"This removes everything in {folder}: all answers and all backups. It cannot be undone.")
        if str(typer.prompt(f"Type the word {_WORD} to go on")).strip() != _WORD:
            fail("Nothing was removed.", DECLINED)
    with in_words():
        say(wipe(folder))
