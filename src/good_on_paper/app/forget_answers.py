"""``good-on-paper forget``: erase answers for good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from good_on_paper.app.terminal import (
    FAILED,
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
from good_on_paper.record import UNIT_KINDS, Record
from good_on_paper.record.forget import forget_answer, forget_cell, forget_item, forget_unit

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record.forget import Forgotten

_Role = Annotated[
    str | None,
    typer.Option("--role", help='A job by its name ("Editor, Acme"), or anything by its 32-digit id.'),
]
_Item = Annotated[
    str | None, typer.Option("--item", help="The key of a question; with --role, only for that job.")
]
_Answer = Annotated[int | None, typer.Option("--answer", help="One answer, by its number (`seq`).")]
_Drop = Annotated[
    bool, typer.Option("--drop-damaged", help="Delete copies that are too damaged to erase anything from.")
]


def forget_answers(
    *,
    role: _Role = None,
    item: _Item = None,
    answer: _Answer = None,
    drop_damaged: _Drop = False,
    yes: Yes = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Erase for good, from the record, its history and all backups: a job, a line, one cell or one answer."""
    folder = folder_of(home, person)
    need_record(folder)
    if (answer is None) == (role is None and item is None):
        fail("Say what to forget: --role, --item, both for one cell, or --answer alone.", 2)
    with in_words():
        unit = None if role is None else _find(folder, role)
        ask(f"{_question(role, item, answer)} This cannot be undone.", yes=yes)
        if answer is not None:
            done = forget_answer(folder, answer, drop_damaged=drop_damaged)
        elif unit is None:
            done = forget_item(folder, str(item), drop_damaged=drop_damaged)
        elif item is None:
            done = forget_unit(folder, unit, drop_damaged=drop_damaged)
        else:
            done = forget_cell(folder, unit, item, drop_damaged=drop_damaged)
    say(*_told(done))


def _find(folder: Path, named: str) -> str:
    """Return the id of the unit with that name."""
    from good_on_paper.frames import role_names  # noqa: PLC0415 - pandas takes a while to load
    from good_on_paper.frames.snapshot import Snapshot  # noqa: PLC0415 - as above

    if re.fullmatch(r"[0-9a-f]{32}", named):
        return named
    with Record.open(folder) as record:
        names = {
            unit: name
            for kind in UNIT_KINDS[1:]
            for unit, name in role_names(Snapshot(record), kind=kind).items()
        }
    found = [unit for unit, name in names.items() if name.casefold() == named.strip().casefold()]
    if len(found) != 1:
        listed = "\n".join(f"  {unit}  {name}" for unit, name in names.items())
        names_there = "Several are" if found else "Nothing is"
        fail(
            f"{names_there} named {named!r}. Take a name or an id from these; nothing was erased.\n{listed}",
            FAILED,
        )
    return found[0]


def _question(role: str | None, item: str | None, answer: int | None) -> str:
    if answer is not None:
        return f"Erase what answer {answer} says, here and in every backup?"
    if role is None:
        return f"Erase every answer to {item!r}, and your own wording of it, here and in every backup?"
    if item is None:
        return f"Erase {role!r} and everything you said about it, here and in every backup?"
    return f"Erase every answer you ever gave to {item!r} for {role!r}, here and in every backup?"


def _told(done: Forgotten) -> list[str]:
    lines = [
        f"Erased: {_many(done.answers, 'answer')}. Written again without them: {_many(done.copies, 'copy')}."
    ]
    if done.unreached:
        lines.append("These files may still hold it; look through them, or delete them:")
        lines += [f"  {file}" for file in done.unreached]
    lines.append("We cannot reach files you exported elsewhere, or backups of the whole computer.")
    return lines


def _many(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
