"""``good-on-paper report FILE``: sheet, questions, charts and whole picture in one file to take home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

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

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.charts.names import Naming
    from good_on_paper.record import Record
    from good_on_paper.study.person import Person as Someone

PICTURE, SHEET, CHARTS = "picture", "sheet", "charts"
FIRST: Final = ("circumstances",)
"""The charts included unless the person says otherwise."""
_File = Annotated[Path, typer.Argument(help="The file to make; it ends in .pdf or .html.")]
_Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without", help="Leave out picture, sheet, charts, or a part of the sheet as `brief` names it."
    ),
]
_Chart = Annotated[
    list[str] | None,
    typer.Option("--chart", help="Which charts: circumstances (unless you say), lived, dull, barometer."),
]
_Letters = Annotated[
    bool, typer.Option("--letters", help="Stand-ins for employers, places and people, as in `copy`.")
]
_Private = Annotated[bool, typer.Option("--private", help="What you marked private too.")]


def report_file(
    file: _File,
    *,
    without: _Without = None,
    chart: _Chart = None,
    letters: _Letters = False,
    private: _Private = False,
    home: Home = None,
    person: Person = None,
) -> None:
    """Write your report into one file: your list and questions, charts, then your whole picture."""
    folder = folder_of(home, person)
    need_record(folder)
    # pandas and the writers take a while to load, and other commands of the same program do not need them
    from good_on_paper.brief.compose import PARTS  # noqa: PLC0415
    from good_on_paper.brief.errors import BriefError  # noqa: PLC0415
    from good_on_paper.catalogue import CatalogueError  # noqa: PLC0415
    from good_on_paper.pages.whole_picture.report_charts import REPORT_CHARTS  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415

    left_out = set(without or ())
    known = (PICTURE, SHEET, CHARTS, *PARTS)
    if odd := sorted(left_out.difference(known)):
        fail(f"--without {odd[0]}: expected one of {', '.join(known)}.", WRONG_WORDS)
    drawn = () if CHARTS in left_out else tuple(chart or FIRST)
    if odd := sorted(set(drawn) - REPORT_CHARTS.keys()):
        fail(f"--chart {odd[0]}: expected one of {', '.join(REPORT_CHARTS)}.", WRONG_WORDS)
    try:
        with in_words(), Record.open(folder) as record:
            path = write_report(record, file, left_out, drawn, letters=letters, private=private)
    except (BriefError, CatalogueError) as error:
        fail(str(error), FAILED)
    say(f"Written: {path}", "Whoever has this file can read it.")


def write_report(
    record: Record,
    file: Path,
    left_out: Collection[str],
    drawn: Collection[str],
    *,
    letters: bool,
    private: bool,
) -> Path:
    """Write the report of a record into a new file; for parameters see the command.

    Raises
    ------
    BriefError
        If there is nothing to report yet, or the file's name ends in neither .pdf nor .html.
    RecordError
        If the file exists already, or cannot be written.
    """
    from good_on_paper.brief.compose import PARTS  # noqa: PLC0415 - as above
    from good_on_paper.brief.report import ReportParts, renamed, save_report  # noqa: PLC0415
    from good_on_paper.brief.whole_file import WholeSheet  # noqa: PLC0415
    from good_on_paper.export.stand_ins import stand_ins_of  # noqa: PLC0415
    from good_on_paper.pages.whole_picture.composed import composed  # noqa: PLC0415
    from good_on_paper.pages.whole_picture.report_charts import report_charts  # noqa: PLC0415
    from good_on_paper.study.person import Person as Someone  # noqa: PLC0415

    someone = Someone(record)
    leaf = None if SHEET in left_out else _leaf(someone, [part for part in PARTS if part not in left_out])
    names: Naming = "letters" if letters else "names"
    whole = composed(someone, names, private=private)
    picture = None if PICTURE in left_out or whole.is_empty else WholeSheet(whole)
    report = ReportParts(leaf, picture, tuple(report_charts(someone, drawn, names, private=private)))
    return save_report(renamed(report, stand_ins_of(record).replaced) if letters else report, file)


def _leaf(someone: Someone, parts: list[str]) -> Leaf | None:
    """Return the sheet; None if there is nothing to put on it yet."""
    from good_on_paper.brief.compose import NOTHING, compose  # noqa: PLC0415 - as above
    from good_on_paper.brief.errors import BriefError  # noqa: PLC0415

    try:
        return compose(someone, parts=parts)
    except BriefError as error:
        if str(error) == NOTHING:
            return None
        raise
