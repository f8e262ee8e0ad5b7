"""``good-on-paper copy FILE``: a copy for a coach or a friend, without names, every line shown first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.file_locks import Label, To, head_of, keys_in, told
from good_on_paper.app.terminal import (
    FAILED,
    WRONG_WORDS,
    Home,
    Person,
    Yes,
    ask,
    fail,
    folder_of,
    in_words,
    need_record,
    passphrase,
    say,
)

if TYPE_CHECKING:
    from good_on_paper.export.copy_for import CopyFor
    from good_on_paper.export.copy_lines import CopyLine

_File = Annotated[Path | None, typer.Argument(help="The file to make; it must not be there yet.")]
_For = Annotated[str | None, typer.Option("--for", help="Who it is for, in your words: Ruth, my coach.")]
_Whose = Annotated[str, typer.Option("--whose", help="What you are called in it.")]
_With = Annotated[list[str] | None, typer.Option("--with", help="A part to add; once for each.")]
_Without = Annotated[list[str] | None, typer.Option("--without", help="A part to leave out; once for each.")]
_Years = Annotated[bool, typer.Option("--years", help="Dates as years only.")]
_Levels = Annotated[bool, typer.Option("--levels", help="Job titles as levels: Assistant, Lead, Head.")]
_Text = Annotated[bool, typer.Option("--text", help="What you wrote too, with the names taken out.")]
_Private = Annotated[bool, typer.Option("--private", help="What you marked private too.")]
_Also = Annotated[
    list[str] | None, typer.Option("--also", help="A further name to take out, your own for one.")
]
_Parts = Annotated[bool, typer.Option("--parts", help="Only list the parts there are.")]


def copy_record(
    file: _File = None,
    *,
    whom: _For = None,
    whose: _Whose = "Somebody",
    add: _With = None,
    leave: _Without = None,
    years: _Years = False,
    levels: _Levels = False,
    text: _Text = False,
    private: _Private = False,
    also: _Also = None,
    to: To = None,
    label: Label = "",
    parts: _Parts = False,
    yes: Yes = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Make a copy for somebody: chosen parts, no names, locked. You see every line before it is written."""
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.export.copy_parts import PARTS, ticked  # noqa: PLC0415

    if parts:
        say(*(f"{part.key:13} {'along' if part.ticked else 'off  '}  {part.label}" for part in PARTS))
        return
    if file is None or not whom:
        fail("Give the file to make, and --for: who the copy is for.", WRONG_WORDS)
    if file.expanduser().exists():
        fail(f"{file}: there is such a file already. Choose another name. Nothing was written.", FAILED)
    folder = folder_of(home, person)
    need_record(folder)
    from good_on_paper.catalogue import load  # noqa: PLC0415
    from good_on_paper.export.copy_choice import CopyChoice  # noqa: PLC0415
    from good_on_paper.export.copy_for import copy_for, write_copy  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415
    from good_on_paper.record.encryption import outside  # noqa: PLC0415
    from good_on_paper.record.folder import CATALOGUE_FILE  # noqa: PLC0415
    from good_on_paper.record.people import names_of  # noqa: PLC0415

    names = (*(also or ()), *names_of(folder))
    chosen = (ticked() | set(add or ())) - set(leave or ())
    choice = CopyChoice(whom, whose, frozenset(chosen), years, levels, text, private, tuple(names))
    with in_words(), Record.open(folder) as record:
        public = keys_in(to or ())
        made = copy_for(record, load(folder / CATALOGUE_FILE), choice)
        say(*_shown(made))
        ask(f"Write these {len(made.lines)} lines to {file}?", yes=yes, unchanged="Nothing was written.")
        path, words = file.expanduser().resolve(), None if public else passphrase(new=True)
        write_copy(record, made, path, words, public=public, label=label)
    say(
        f"Written and locked: {file}. "
        + ("Their key opens it." if public else "Give the passphrase by another way than the file."),
        f"Whoever else has it can read no more than this: {told(outside(head_of(path)))}",
        f'It opens with: good-on-paper restore --from "{file}"{" --key THEIR.KEY" if public else ""} '
        f"--person NAME",
        "What comes back of it, bring in with: good-on-paper merge FILE",
    )


def _shown(made: CopyFor) -> list[str]:
    """Return every line of a copy, grouped by subject, and what to check twice."""
    by_unit: dict[str, list[CopyLine]] = {}
    for line in made.lines:
        by_unit.setdefault(line.about, []).append(line)
    shown = []
    for about, lines in by_unit.items():
        shown += [about, *(f"  {line.asked}: {line.says}{_look(line)}" for line in lines)]
    left = [line for line in made.lines if line.left]
    shown += [f"{made.left_out} further answers stay here."]
    shown += [f"Private, so it stays here: {'; '.join(made.stays)}."] if made.stays else []
    if left:
        shown += [
            "Look twice at what is marked <--. It holds a capital, a long number or an address:",
            *(f"  {line.about}, {line.asked}: {', '.join(line.left)}" for line in left),
        ]
    return shown


def _look(line: CopyLine) -> str:
    return "   <--" if line.left else ""
