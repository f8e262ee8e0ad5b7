"""The whole picture as a file: a PDF that screen readers can read, on A4 or A3, or a picture."""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, Literal

from good_on_paper.brief.by_ending import write_by_ending
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_pdf import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from good_on_paper.charts.whole_picture import WholePicture

WholePaper = Literal["A4", "A3"]
WHOLE_PAPERS: Final[tuple[WholePaper, ...]] = ("A4", "A3")
NOTHING: Final = "There is nothing to put on paper yet. Name one job in Your work so far; that is enough."
PAPER_MM: Final = {"A4": (210, 297), "A3": (297, 420)}
"""Width and height of a sheet, in millimetres."""
TITLE: Final = "The whole picture"
_DPI: Final = 200
_TEMPLATE: Final = """
#set document(title: sys.inputs.title)
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain", alt: sys.inputs.alt)
"""


@dataclass(frozen=True)
class WholeSheet:
    """The whole picture, and the size of its sheet.

    Attributes
    ----------
    whole : WholePicture
        The picture on the sheet.
    paper : str
        "A4" or "A3".
    """

    whole: WholePicture
    paper: WholePaper = "A4"

    def __post_init__(self) -> None:
        """Refuse any other size."""
        if self.paper not in WHOLE_PAPERS:
            raise BriefError(f"{self.paper!r} is no size of ours; expected one of {', '.join(WHOLE_PAPERS)}.")

    @property
    def alt(self) -> str:
        """The whole content, in words."""
        from good_on_paper.charts.whole_figure import in_words  # noqa: PLC0415 - drawing is no part of the core

        return in_words(self.whole)


def whole_svg(sheet: WholeSheet) -> bytes:
    """Return the picture as SVG with letters as shapes: the same bytes for the same picture."""
    return _written(sheet, "svg", letters="path")


def whole_png(sheet: WholeSheet) -> bytes:
    """Return the picture at 200 dots per inch of its paper."""
    return _written(sheet, "png")


def whole_pdf(sheet: WholeSheet) -> bytes:
    """Return the picture as a tagged PDF (PDF/UA-1), with its content in words.

    Raises
    ------
    BriefError
        If typst is not installed.
    """
    width, height = PAPER_MM[sheet.paper]
    given = {"svg": _written(sheet, "svg").decode(), "title": TITLE, "alt": sheet.alt}
    return typeset(_TEMPLATE.encode(), given | {"width": f"{width}mm", "height": f"{height}mm"})


def whole_page(sheet: WholeSheet) -> bytes:
    """Return the picture as a page to print from a browser, on a sheet of its size."""
    width, height = PAPER_MM[sheet.paper]
    drawn = whole_svg(sheet).decode().partition("<svg")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>@page {{ size: {width}mm {height}mm; margin: 0 }} body {{ margin: 0 }} "
        f"svg {{ display: block; width: {width}mm; height: {height - 1}mm }}</style>"
        f'<div role="img" aria-label="{escape(sheet.alt)}">{drawn[1]}{drawn[2]}</div></html>'
    ).encode()


WHOLE_WRITERS: Final[Mapping[str, Callable[[WholeSheet], bytes]]] = {
    "pdf": whole_pdf,
    "png": whole_png,
    "svg": whole_svg,
}
"""The writer of each kind of file, by its ending."""


def save_whole(sheet: WholeSheet, path: Path | str) -> Path:
    """Write the picture to a new file that only its owner can read.

    Raises
    ------
    BriefError
        If the file's ending is not in `WHOLE_WRITERS`, or this computer cannot make a PDF.
    RecordError
        If the file exists already, or cannot be written.
    """
    return write_by_ending(sheet, path, WHOLE_WRITERS)


def _written(sheet: WholeSheet, format_: str, *, letters: str = "") -> bytes:
    """Return the picture as matplotlib writes it: letters stay letters if one of our fonts has them all."""
    if sheet.whole.is_empty:
        raise BriefError(NOTHING)
    from good_on_paper.charts.style import drawing, theme_named  # noqa: PLC0415 - as above
    from good_on_paper.charts.text import drawable  # noqa: PLC0415
    from good_on_paper.charts.whole_figure import whole_figure  # noqa: PLC0415

    figure = whole_figure(sheet.whole)
    texts = [text.get_text() for text in (*figure.texts, *(t for ax in figure.axes for t in ax.texts))]
    fonttype = letters or ("none" if drawable(texts) else "path")
    inches = PAPER_MM[sheet.paper][0] / 25.4
    metadata: dict[str, str | None] = {"Title": TITLE, "Description": sheet.alt}
    metadata |= {"Date": None, "Creator": None} if format_ == "svg" else {"Software": None}
    file = io.StringIO() if format_ == "svg" else io.BytesIO()
    with drawing(theme_named("light"), svg_fonttype=fonttype):
        dpi = _DPI * inches / float(figure.get_size_inches()[0]) if format_ == "png" else "figure"
        figure.savefig(file, format=format_, dpi=dpi, facecolor="auto", metadata=metadata)
    data = file.getvalue()
    return data.encode() if isinstance(data, str) else data
