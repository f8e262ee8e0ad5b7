"""``good-on-paper brief FILE``: what the person takes to the next interview, on one paper."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from good_on_paper.app.terminal import (
    FAILED,
    WRONG_WORDS,
    Home,
    Person,
    fail,
    folder_of,
    in_words,
    need_record,
    say,
)


class Size(StrEnum):
    """The size of the paper."""

    A4 = "A4"
    LETTER = "Letter"
    CARD = "card"


_File = Annotated[
    Path,
    typer.Argument(help="The file to make; it ends in .pdf, .docx, .md or .html and must not be there yet."),
]
_Size = Annotated[
    Size,
    typer.Option("--paper", help="A sheet, or a card for the pocket: the questions, and nothing about you."),
]
_Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        help="Leave out a part: long_game, take_home, work_best, stories, unknowns, questions or way_home. "
        "You can give it more than once.",
    ),
]
_Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also",
        help="Add a part: live_with, keep, teach, known, listen_for or words. Can be given more than once.",
    ),
]

_Reader = Annotated[
    str, typer.Option("--for", help='Who else it is for, such as "my coach". It then says so at its foot.')
]


def brief_file(
    file: _File,
    *,
    size: _Size = Size.A4,
    without: _Without = None,
    also: _Also = None,
    reader: _Reader = "",
    home: Home = None,
    person: Person = None,
) -> None:
    """Write what you take along to your next interview on one paper."""
    folder = folder_of(home, person)
    need_record(folder)
    # pandas and the writers take a while to load, and other commands of the same program do not need them
    from good_on_paper.brief.compose import ON_REQUEST, PARTS, compose  # noqa: PLC0415
    from good_on_paper.brief.errors import BriefError  # noqa: PLC0415
    from good_on_paper.brief.save import save  # noqa: PLC0415
    from good_on_paper.catalogue import CatalogueError  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415
    from good_on_paper.study.person import Person as Someone  # noqa: PLC0415

    left_out, added = set(without or ()), list(also or ())
    for option, given, there in (("--without", left_out, PARTS), ("--also", added, ON_REQUEST)):
        if odd := sorted(set(given) - set(there)):
            fail(
                f"{option} {odd[0]}: there is no such part. Expected one of {', '.join(there)}.", WRONG_WORDS
            )
    try:
        with in_words(), Record.open(folder) as record:
            parts = [*(part for part in PARTS if part not in left_out), *added]
            someone = Someone(record)
            leaf = compose(someone, paper=size.value, parts=parts, reader=reader)
            path = save(leaf, file)
    except (BriefError, CatalogueError) as error:
        fail(str(error), FAILED)
    say(f"Written: {path}", "Whoever has this file can read it.")
