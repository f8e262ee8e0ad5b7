"""A paper as a Word document, with Word's own styles, so that it can be changed there."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.brief.blocks import runs_left

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf, LeafBlock, LeafRow

_MM: Final = {"A4": (210, 297, 15), "Letter": (215.9, 279.4, 12), "card": (74, 105, 6)}
"""Width, height and margin."""
_COLUMNS: Final = (30, 140)
"""Widths of the column with the word, and of the column with the thing, in mm."""
_STYLES: Final = {
    "Normal": ((9.5, 0, 1), (8.5, 0, 2)),
    "List Bullet": ((9.5, 0, 2), (8.5, 0, 2)),
    "Title": ((20, 0, 4), (13, 0, 2)),
    "Subtitle": ((9.5, 0, 1), (8.5, 0, 1)),
    "Heading 1": ((12, 5, 1), (10, 4, 1)),
    "Heading 2": ((10, 4, 1), (9, 4, 1)),
    "Caption": ((8.5, 4, 0), (8.5, 4, 0)),
}
"""Font size, and points above and below a paragraph: on a sheet, on a card."""
_GREYS: Final = ("808080", "7f7f7f")
"""Used in turn: Word draws only one rule below paragraphs with the same rule."""
_NO_DAY: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Replaces the moment at which a document was made: that minute of somebody's life is nobody's business."""


def to_docx(leaf: Leaf) -> bytes:
    """Return the paper as a Word document; typed text is only text in it.

    Examples
    --------
    >>> from good_on_paper.brief.blocks import Leaf
    >>> to_docx(Leaf("A4", "Fox and Sons"))[:2]
    b'PK'
    """
    from docx import Document  # noqa: PLC0415 - a while to load
    from docx.shared import Mm, Pt  # noqa: PLC0415

    made: Any = Document()
    width, height, margin = _MM[leaf.paper]
    section = made.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(margin))
    small = leaf.paper == "card"
    for name, sizes in _STYLES.items():
        style, (size, before, after) = made.styles[name], sizes[small]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1
    facts = made.core_properties
    facts.title, facts.author, facts.comments = leaf.title, "", ""
    facts.created = facts.modified = _NO_DAY
    _said(made.add_paragraph(style="Title"), leaf.title)
    for text in filter(None, (leaf.subtitle, *leaf.aside)):
        _said(made.add_paragraph(style="Subtitle"), text)
    for block in leaf.blocks:
        if small and block.place == "foot":
            made.add_page_break()
        for text, style in ((block.title, "Heading 1"), (block.under, "Heading 2")):
            if text:
                _said(made.add_paragraph(style=style), text)
        _rows(made, block, leaf.lines)
    if leaf.foot:
        _said(made.add_paragraph(style="Caption"), leaf.foot)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _rows(made: Any, block: LeafBlock, lines: int) -> None:  # noqa: ANN401 - python-docx has no types
    if block.look == "terms":
        _table(made, block)
        return
    for place, row in enumerate(block.rows):
        if block.look == "questions":
            # our own numbers, as on the other papers: Word's lists restart or continue unpredictably
            text = made.add_paragraph()
            text.paragraph_format.keep_with_next = bool(row.more or lines)
            _said(text, row.text, front=f"{block.first + place}  ", strong=True)
            _more(made, row)
            for line in range((lines + 1) // 2):  # to need as few pages as the other kinds
                _line(made, _GREYS[line % 2])
        else:
            style = {"boxes": "Normal", "blanks": "Normal"}.get(block.look, "List Bullet")
            front = "☐ " if block.look == "boxes" else f"{row.label}: " if row.label else ""
            _said(made.add_paragraph(style=style), row.text, front=front)
            _more(made, row)


def _table(made: Any, block: LeafBlock) -> None:  # noqa: ANN401
    from docx.shared import Mm  # noqa: PLC0415

    table = made.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, wide in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(wide)  # LibreOffice uses the columns, Word the cells
    for row in block.rows:
        first, second = table.add_row().cells
        first.width, second.width = map(Mm, _COLUMNS)
        _said(first.paragraphs[0], row.label)
        _said(second.paragraphs[0], row.text)
        if row.more:
            _said(second.add_paragraph(), row.more, soft=True)


def _more(made: Any, row: LeafRow) -> None:  # noqa: ANN401
    if row.more:
        _said(made.add_paragraph(), row.more, soft=True)


def _line(made: Any, grey: str) -> None:  # noqa: ANN401
    """Add a line to write on: an empty paragraph with a rule below it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_before = Mm(2.5)
    border, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "dotted"), ("sz", "6"), ("space", "1"), ("color", grey)):
        bottom.set(qn(f"w:{name}"), value)
    border.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - no other way to a border
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _said(
    paragraph: Any,  # noqa: ANN401
    text: str,
    *,
    front: str = "",
    strong: bool = False,
    soft: bool = False,
) -> None:
    """Add a text to a paragraph, from the side on which its script begins."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    if front:
        paragraph.add_run(front)
    run = paragraph.add_run(text)
    run.bold = strong or None
    if soft:
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(0x44, 0x44, 0x44)
    if runs_left(text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - as above
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"
        )
        run.font.rtl = True
