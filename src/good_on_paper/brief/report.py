"""What a person takes home in one file: their sheet with its questions, then their whole picture."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.by_ending import write_by_ending
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_pdf import leaf_data, typeset
from good_on_paper.brief.whole_file import PAPER_MM, WholeSheet, whole_page, whole_pdf, whole_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.charts.whole_picture import WholePicture

_PICTURE: Final = """
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain", alt: sys.inputs.alt)
"""
NOTHING_YET: Final = "There is nothing for a report yet. Begin with Start here; ten minutes are enough."


@dataclass(frozen=True)
class ReportParts:
    """What goes into the file; either part may be left out.

    Attributes
    ----------
    leaf : Leaf, optional
        The sheet: what they want, how they work best, their questions.
    sheet : WholeSheet, optional
        The whole picture.
    """

    leaf: Leaf | None
    sheet: WholeSheet | None

    def __post_init__(self) -> None:
        """Refuse a report of nothing."""
        if self.leaf is None and self.sheet is None:
            raise BriefError(NOTHING_YET)


def renamed(report: ReportParts, rename: Callable[[str], str]) -> ReportParts:
    """Return the report with every text of it passed through a function: stand-ins for the names."""
    leaf, sheet = report.leaf, report.sheet
    if leaf is not None:
        blocks = tuple(
            replace(
                block,
                title=rename(block.title),
                under=rename(block.under),
                rows=tuple(
                    replace(row, text=rename(row.text), label=rename(row.label), more=rename(row.more))
                    for row in block.rows
                ),
            )
            for block in leaf.blocks
        )
        aside = tuple(map(rename, leaf.aside))
        title, subtitle = rename(leaf.title), rename(leaf.subtitle)
        leaf = replace(
            leaf, title=title, subtitle=subtitle, aside=aside, blocks=blocks, foot=rename(leaf.foot)
        )
    return ReportParts(leaf, None if sheet is None else replace(sheet, whole=_renamed(sheet.whole, rename)))


def _renamed(whole: WholePicture, rename: Callable[[str], str]) -> WholePicture:
    def rows(given: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(replace(row, text=rename(row.text), label=rename(row.label)) for row in given)

    parts = tuple(
        replace(part, finding=rename(part.finding), because=rename(part.because), rows=rows(part.rows))
        for part in whole.parts
    )
    return replace(whole, proud=rows(whole.proud), parts=parts)


def report_pdf(report: ReportParts) -> bytes:
    """Return it as one tagged PDF (PDF/UA-1).

    Raises
    ------
    BriefError
        typst is not there, or no font on this computer has every letter of it.
    """
    if report.leaf is None:
        return whole_pdf(_sheet(report))
    template = files("good_on_paper.brief").joinpath("leaf.typ").read_bytes()
    given = {"leaf": json.dumps(leaf_data(report.leaf))}
    if report.sheet is not None:
        width, height = PAPER_MM[report.sheet.paper]
        given |= {"svg": whole_svg(report.sheet).decode(), "alt": report.sheet.alt}
        given |= {"width": f"{width}mm", "height": f"{height}mm"}
        template += _PICTURE.encode()
    return typeset(template, given)


def report_html(report: ReportParts) -> bytes:
    """Return it as one page for the browser, without a script; every text on it is escaped."""
    if report.leaf is None:
        return whole_page(_sheet(report))
    page = to_html(report.leaf).decode()
    if report.sheet is None:
        return page.encode()
    svg = whole_svg(report.sheet).decode().partition("<svg")
    picture = (
        f'<div role="img" aria-label="{escape(report.sheet.alt)}" style="break-before: page">'
        "<style>svg { inline-size: 100%; block-size: auto; max-block-size: 100vh }</style>"
        f"{svg[1]}{svg[2]}</div>"
    )
    body, end, rest = page.rpartition("</body>")
    return f"{body}{picture}{end}{rest}".encode()


def _sheet(report: ReportParts) -> WholeSheet:
    if report.sheet is None:
        raise BriefError(NOTHING_YET)
    return report.sheet


REPORT_WRITERS: Final[Mapping[str, Callable[[ReportParts], bytes]]] = {"pdf": report_pdf, "html": report_html}
"""How each kind of file is written, by its ending."""


def save_report(report: ReportParts, path: Path | str) -> Path:
    """Write it to a new file, readable by its owner alone.

    Raises
    ------
    BriefError
        The file's ending is none of `REPORT_WRITERS`, or this computer can make no PDF.
    RecordError
        The file is there already, or cannot be written.
    """
    return write_by_ending(report, path, REPORT_WRITERS)
