"""A paper as a PDF that screen readers can read, typeset by typst from our template; nothing is fetched."""

from __future__ import annotations

import json
import re
import tempfile
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.brief.blocks import runs_left
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_html import blanks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.brief.blocks import Leaf, LeafBlock

_MM: Final = {"A4": (210, 297), "Letter": (215.9, 279.4), "card": (74, 105)}
_OURS: Final = "DejaVu Sans"
"""It comes with matplotlib, has Latin, Greek, Cyrillic, Hebrew and Arabic, and is the same on every
computer."""
_NO_GLYPH: Final = "could not be displayed"
_NO_BREAK: Final = re.compile(r"[!-~\u00c0-\u024f]{30,}")
"""A word, or an address, that is too wide for a column."""
INSTEAD: Final = "Save it as a page instead, open that, and print it from the browser."


def can_pdf() -> bool:
    """Return whether a PDF can be made here: typst has no wheel for Windows on ARM."""
    return find_spec("typst") is not None


def to_pdf(leaf: Leaf) -> bytes:
    """Return the paper as a tagged PDF (PDF/UA-1). The same paper gives the same bytes, on any day.

    Raises
    ------
    BriefError
        If typst is not installed, or no font on this computer has every letter of it.

    Examples
    --------
    >>> from good_on_paper.brief.blocks import Leaf
    >>> to_pdf(Leaf("A4", "Fox and Sons"))[:5] if can_pdf() else b"%PDF-"
    b'%PDF-'
    """
    return typeset(_template(), {"leaf": json.dumps(leaf_data(leaf))})


def to_svg(leaf: Leaf) -> bytes:
    """Return the first page of the paper as an SVG picture to show; its letters are shapes.

    Raises
    ------
    BriefError
        If typst is not installed.

    Examples
    --------
    >>> from good_on_paper.brief.blocks import Leaf
    >>> to_svg(Leaf("A4", "Fox and Sons"))[:4] if can_pdf() else b"<svg"
    b'<svg'
    """
    pages: bytes | list[bytes] = _set(_template(), {"leaf": json.dumps(leaf_data(leaf))}, format="svg")
    return pages[0] if isinstance(pages, list) else pages


def typeset(template: bytes, given: Mapping[str, str]) -> bytes:
    """Return a template with texts as typst sets it: a tagged PDF, the same on any day.

    Raises
    ------
    BriefError
        If typst is not installed, or no font on this computer has every letter.
    """
    pdf: bytes = _set(template, given, pdf_standards=["ua-1"])  # it reports letters that no font has
    return pdf


def _template() -> bytes:
    return files("good_on_paper.brief").joinpath("leaf.typ").read_bytes()


def _set(template: bytes, given: Mapping[str, str], **wanted: Any) -> Any:  # noqa: ANN401 - typst's own
    try:
        import typst  # noqa: PLC0415 - not there on every platform
    except ImportError as error:
        raise BriefError(f"A PDF cannot be made on this computer. {INSTEAD}") from error
    with tempfile.TemporaryDirectory() as folder:
        nothing, fonts = Path(folder) / "nothing", Path(folder) / "fonts"
        nothing.mkdir()  # the only folder the template could read
        _lay_fonts(fonts)

        def made(*, system: bool) -> Any:  # noqa: ANN401 - bytes; of several pages as SVG a list of them
            return typst.compile(
                template,
                root=nothing,
                font_paths=[fonts],
                ignore_system_fonts=not system,
                sys_inputs=dict(given),
                timestamp=0,
                package_path=nothing,
                package_cache_path=nothing,
                **wanted,
            )

        try:
            return made(system=False)  # only our font: no search of the disk, the same everywhere
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error):
                raise
        try:
            return made(system=True)
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error):
                raise
            raise BriefError(f"No font on this computer has every letter of this paper. {INSTEAD}") from None


def _lay_fonts(folder: Path) -> None:
    """Copy our font: its own folder also has a font that draws a box for every letter."""
    from matplotlib import get_data_path  # noqa: PLC0415 - a while to load

    folder.mkdir()
    for kind in ("", "-Bold"):
        copyfile(
            Path(get_data_path()) / "fonts" / "ttf" / f"DejaVuSans{kind}.ttf",
            folder / f"{kind or 'plain'}.ttf",
        )


def leaf_data(leaf: Leaf) -> dict[str, Any]:
    """Return the paper as the template reads it."""
    width, height = _MM[leaf.paper]
    return {
        "paper": leaf.paper,
        "width": width,
        "height": height,
        "font": _OURS,
        "lines": leaf.lines,
        "title": _text(leaf.title),
        "subtitle": _text(leaf.subtitle),
        "aside": [_text(text) for text in leaf.aside],
        "blocks": [_block(block) for block in leaf.blocks],
        "foot": _text(leaf.foot),
    }


def _block(block: LeafBlock) -> dict[str, Any]:
    rows = [
        {part: _text(getattr(row, part)) for part in ("text", "label", "more")} | {"blanks": blanks(row.text)}
        for row in block.rows
    ]
    data = {"look": block.look, "place": block.place, "first": block.first, "rows": rows}
    return data | {"title": _text(block.title), "under": _text(block.under)}


def _text(text: str) -> dict[str, Any]:
    broken = _NO_BREAK.sub(lambda word: "\u200b".join(re.findall(".{1,10}", word.group())), text)
    return {"text": broken, "left": runs_left(text)}
