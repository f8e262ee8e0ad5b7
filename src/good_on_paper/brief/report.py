"""What a person takes home in one file: their sheet with its questions, charts, then their whole picture."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.by_ending import write_by_ending
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_pdf import leaf_data, typeset
from good_on_paper.brief.whole_file import PAPER_MM, TITLE, WholeSheet, whole_page, whole_pdf, whole_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.charts import Chart
    from good_on_paper.charts.whole_picture import WholePicture

_CHARTS: Final = """
#set document(title: sys.inputs.title)
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 13mm)
#for n in range(int(sys.inputs.charts)) {
  let of(what) = sys.inputs.at(what + str(n))
  block(breakable: false, below: 8mm,
    image(bytes(of("chart")), format: "svg", width: eval(of("wide")), alt: of("said")))
}
"""
_MARGIN_MM, _BETWEEN_MM = 13, 9
_STILL_READ: Final = 0.75
"""How much a chart may shrink so that two share a sheet."""
_PICTURE: Final = """
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain", alt: sys.inputs.alt)
"""
NOTHING_YET: Final = "There is nothing for a report yet. Begin with Start here; ten minutes are enough."


@dataclass(frozen=True)
class ReportParts:
    """What goes into the file; any part may be left out.

    Attributes
    ----------
    leaf : Leaf, optional
        The sheet: what they want, how they work best, their questions.
    sheet : WholeSheet, optional
        The whole picture.
    charts : tuple of Chart
        Charts between the two.
    """

    leaf: Leaf | None
    sheet: WholeSheet | None
    charts: tuple[Chart, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty report."""
        if self.leaf is None and self.sheet is None and not self.charts:
            raise BriefError(NOTHING_YET)


def renamed(report: ReportParts, rename: Callable[[str], str]) -> ReportParts:
    """Return the report with each of its texts passed through a function: stand-ins for names.

    A chart that would still have a name, in the person's own words, is left out.
    """
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
    picture = None if sheet is None else replace(sheet, whole=_renamed(sheet.whole, rename))
    return ReportParts(leaf, picture, tuple(each for each in report.charts if _is_unnamed(each, rename)))


def _is_unnamed(chart: Chart, rename: Callable[[str], str]) -> bool:
    figure = chart.figure("light")
    drawn = [text.get_text() for text in (*figure.texts, *(t for ax in figure.axes for t in ax.texts))]
    drawn += [
        label.get_text() for ax in figure.axes for label in (*ax.get_xticklabels(), *ax.get_yticklabels())
    ]
    return all(rename(text) == text for text in (chart.title, chart.alt, *drawn))


def _renamed(whole: WholePicture, rename: Callable[[str], str]) -> WholePicture:
    def rows(given: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(replace(row, text=rename(row.text), label=rename(row.label)) for row in given)

    parts = tuple(
        replace(part, finding=rename(part.finding), because=rename(part.because), rows=rows(part.rows))
        for part in whole.parts
    )
    return replace(whole, proud=rows(whole.proud), parts=parts)


def report_pdf(report: ReportParts) -> bytes:
    """Return the report as one tagged PDF (PDF/UA-1).

    Raises
    ------
    BriefError
        If typst is not installed, or no font on this computer has all of its letters.
    """
    if report.leaf is None and not report.charts:
        return whole_pdf(_sheet(report))
    template, given = b"", {"title": TITLE}
    if report.leaf is not None:
        template += files("good_on_paper.brief").joinpath("leaf.typ").read_bytes()
        given["leaf"] = json.dumps(leaf_data(report.leaf))
    paper = report.sheet.paper if report.sheet is not None else "A4"
    width, height = PAPER_MM[paper]
    given |= {"width": f"{width}mm", "height": f"{height}mm"}
    if report.charts:
        template += _CHARTS.encode()
        given |= _charts_data(report.charts, width, height)
    if report.sheet is not None:
        given |= {"svg": whole_svg(report.sheet).decode(), "alt": report.sheet.alt}
        template += _PICTURE.encode()
    return typeset(template, given)


def _charts_data(charts: Sequence[Chart], width: int, height: int) -> dict[str, str]:
    """Return the charts as the template reads them, each as wide as fits on one sheet."""
    given = {"charts": str(len(charts))}
    for place, chart in enumerate(charts):
        wide, high = chart.figure("light").get_size_inches()
        room, tall = width - 2 * _MARGIN_MM, height - 2 * _MARGIN_MM
        half = (tall - _BETWEEN_MM) / 2 * wide / high
        fits = min(room, half if half > _STILL_READ * room else tall * wide / high)
        given[f"chart{place}"] = chart.svg()
        given[f"said{place}"] = f"{chart.title} {chart.alt}"
        given[f"wide{place}"] = f"{fits:.1f}mm"
    return given


def report_html(report: ReportParts) -> bytes:
    """Return the report as one page for the browser, without a script; every text on it is escaped."""
    if report.leaf is None and not report.charts:
        return whole_page(_sheet(report))
    page = to_html(report.leaf).decode() if report.leaf is not None else _EMPTY
    drawn = "".join(map(_figure, report.charts))
    if report.sheet is not None:
        svg = whole_svg(report.sheet).decode().partition("<svg")
        drawn += (
            f'<div class="whole" role="img" aria-label="{escape(report.sheet.alt)}">'
            "<style>.whole { break-before: page } "
            ".whole svg { inline-size: 100%; block-size: auto; max-block-size: 100vh }</style>"
            f"{svg[1]}{svg[2]}</div>"
        )
    body, end, rest = page.rpartition("</body>")
    return f'{body}<section aria-label="Charts">{drawn}</section>{end}{rest}'.encode()


_EMPTY: Final = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
    "<body></body></html>"
)


def _figure(chart: Chart) -> str:
    """Return a chart as a picture that carries its words."""
    data = b64encode(chart.data("svg")).decode()
    return (
        '<figure style="margin: 6mm 0; break-inside: avoid"><img style="inline-size: 100%" '
        f'src="data:image/svg+xml;base64,{data}" alt="{escape(f"{chart.title} {chart.alt}")}"></figure>'
    )


def _sheet(report: ReportParts) -> WholeSheet:
    if report.sheet is None:
        raise BriefError(NOTHING_YET)
    return report.sheet


REPORT_WRITERS: Final[Mapping[str, Callable[[ReportParts], bytes]]] = {"pdf": report_pdf, "html": report_html}
"""The writer of each kind of file, by its ending."""


def save_report(report: ReportParts, path: Path | str) -> Path:
    """Write the report to a new file that only its owner can read.

    Raises
    ------
    BriefError
        If the file's ending is not in `REPORT_WRITERS`, or this computer cannot make a PDF.
    RecordError
        If the file exists already, or cannot be written.
    """
    return write_by_ending(report, path, REPORT_WRITERS)
