"""``good-on-paper merge FILE``: look at another copy of the record, then merge it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from good_on_paper.app.file_locks import Key, opener
from good_on_paper.app.terminal import (
    DECLINED,
    NOBODY_TO_ASK,
    Home,
    Person,
    Yes,
    ask,
    fail,
    folder_of,
    in_words,
    need_record,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record.answers import Cell
    from good_on_paper.record.merging import Fork, Merge
    from good_on_paper.study.copy_words import CopyWords

_File = Annotated[Path | None, typer.Argument(help="The other copy: a file made by `export` or `copy`.")]
_Undo = Annotated[bool, typer.Option("--undo", help="Take back what the last merge brought.")]
_Keep = Annotated[
    str | None,
    typer.Option(
        "--keep", help="Where both copies say something different: mine or theirs. Without it we ask."
    ),
]
KEPT: Final = "What you said since stays. What was forgotten with it stays forgotten."
MINE, THEIRS = "mine", "theirs"
_SHOWN: Final = 40
"""How many of the new lines are shown before the rest is only counted."""


def merge_file(
    file: _File = None,
    *,
    keep: _Keep = None,
    key: Key = None,
    undo: _Undo = False,
    yes: Yes = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Show what another copy of this record would add, ask, and add it. Twice changes nothing."""
    if keep not in (None, MINE, THEIRS):
        raise typer.BadParameter("expected mine or theirs", param_hint="--keep")
    if undo is not (file is None):
        raise typer.BadParameter("name the other copy, or say --undo", param_hint="FILE")
    folder = folder_of(home, person)
    need_record(folder)
    if file is None:
        _take_back(folder, yes=yes)
        return
    # pandas and pydantic take a while to load, and other commands do not need them
    from good_on_paper.record import Record  # noqa: PLC0415
    from good_on_paper.record.merging import merge_preview, read_copy  # noqa: PLC0415
    from good_on_paper.study.copy_words import CopyWords  # noqa: PLC0415
    from good_on_paper.study.from_copy import bring_copy, check_order, to_choose  # noqa: PLC0415

    with in_words():
        words, opens = opener(file, key)
        Record.open(folder).close()  # brings an older file up to date
        other = read_copy(file, passphrase=words, key=opens)
        found = merge_preview(folder, other)
        check_order(found)
        if found.empty:
            say("Everything in it is here already. Nothing was changed.")
            return
        with Record.open(folder) as record:
            copy_words = CopyWords.of(record, found)
        say(*_preview(found, copy_words))
        choices = _choices(to_choose(found), copy_words, keep, yes=yes)
        ask("Bring this in?", yes=yes)
        bring_copy(folder, other, choices)
        say("Done. To take it back:  good-on-paper merge --undo")


def _take_back(folder: Path, *, yes: bool) -> None:
    from good_on_paper.record.merge_back import NOTHING, last_merge, take_merge_back  # noqa: PLC0415 - as above

    with in_words():
        last = last_merge(folder)
        if last is None:
            say(NOTHING)
            return
        say(f"What came in on {last.when.astimezone():%Y-%m-%d %H:%M} goes again.", KEPT)
        ask("Take it back?", yes=yes)
        take_merge_back(folder)
        say("Done. The record with it is among your backups.")


def _preview(found: Merge, told: CopyWords) -> list[str]:
    lines = told.lines
    shown = [f"  {line}" for line in lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        shown.append(f"  and {len(lines) - _SHOWN} more")
    from_whom = f", the copy made for {found.other.whom}" if found.other.whom else ""
    return [
        f"In {found.other.path}{from_whom}:",
        *([f"New answers: {len(lines)}", *shown] if lines else []),
        *([f"Answers that this copy held back until now: {len(found.filled)}"] if found.filled else []),
        *(
            [f"Forgotten there, and erased here too, in every backup: {len(found.erased)}"]
            if found.erased
            else []
        ),
    ]


def _choices(forks: tuple[Fork, ...], words: CopyWords, keep: str | None, *, yes: bool) -> Mapping[Cell, str]:
    if forks:
        say(f"Answered in both copies, and not the same: {len(forks)}")
    if forks and keep is None and (yes or not sys.stdin.isatty()):
        fail(
            "Somebody has to choose: say --keep mine or --keep theirs, or run this without --yes. Nothing "
            "was changed.",
            NOBODY_TO_ASK,
        )
    return {fork.cell: _chosen(fork, words, keep) for fork in forks}


def _chosen(fork: Fork, words: CopyWords, keep: str | None) -> str:
    say(f"  {words.cell(*fork.cell)}")
    for number, head in enumerate(fork.heads, 1):
        say(f"    {number}  {words.said(head)}")
    if keep == MINE:
        return fork.heads[0].id
    if keep == THEIRS:
        return fork.heads[-1].id
    typed = str(typer.prompt("  Which one stands? The number, or q to stop", default="1"))
    if not (typed.isdecimal() and 1 <= int(typed) <= len(fork.heads)):
        fail("Nothing was changed.", DECLINED)
    return fork.heads[int(typed) - 1].id
