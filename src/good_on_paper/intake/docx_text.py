"""The text of a Word file in reading order: tables, lists, text boxes, the page header."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from good_on_paper.intake import limits
from good_on_paper.intake.errors import DAMAGED_ZIP, IntakeError, shown
from good_on_paper.intake.header_of_jobs import names_columns
from good_on_paper.intake.page_parts import BREAK, BULLET, GAP, is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_BROKEN: Final = (*DAMAGED_ZIP, OpcError, AttributeError, RecursionError, SyntaxError, TypeError)
"""What python-docx raises for a file that is not a Word file; SyntaxError is the XML parser's."""
_EXPECTED: Final = "a .docx that Word or LibreOffice can open; or copy the text and paste it below"
_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_SIGNS: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_TEXT: Final = qn("w:t")
_NOT_READ: Final = frozenset(
    (
        qn("w:del"),
        qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
"""Deleted text, and copies kept for older programs."""
_BOX: Final = qn("w:txbxContent")
_MARGIN: Final = 3
"""Most lines in a margin beside a job."""
_BOXES: Final = "Text boxes are read after the rest."


def read_docx(data: bytes, file: str) -> tuple[list[str], list[str]]:
    """Read the text of a Word file.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Returns
    -------
    lines : list of str
        A tab separates parts that are apart on the page; a list item begins with a bullet.
    notes : list of str
        What we assumed, and what is left out.

    Raises
    ------
    IntakeError
        If it is damaged, unpacks to far more than a CV, or has no text.
    """
    try:
        _check_size(data, file)
        word = Document(io.BytesIO(data))
        lines, notes = _Reading(word).whole()
    except IntakeError:
        raise
    except _BROKEN as error:
        raise IntakeError(file, "this Word file is damaged", expected=_EXPECTED) from error
    if not lines:
        raise IntakeError(file, "we found no text in this Word file", expected=_EXPECTED)
    return lines, notes


def _check_size(data: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
        written = [part for part in parts.infolist() if part.filename.endswith((".xml", ".rels"))]
        if size > limits.DOCX_BYTES or sum(part.file_size for part in written) > limits.DOCX_TEXT_BYTES:
            problem = f"this Word file unpacks to {size / 1e6:,.0f} MB, far more than a CV does"
            raise IntakeError(file, problem, expected="the CV alone; or copy the text and paste it below")
        if sum(parts.read(part).count(b"<") for part in written) > limits.DOCX_MARKS:
            problem = "this Word file holds far more than a CV does"
            raise IntakeError(file, problem, expected="the CV alone; or copy the text and paste it below")


class _Reading:
    """A Word file being turned into lines; long text boxes wait until the rest is read."""

    def __init__(self, word: WordFile) -> None:
        self.word = word
        self.boxes: list[list[str]] = []

    def whole(self) -> tuple[list[str], list[str]]:
        heads, feet = self._heads(), self._feet()
        lines = [*heads, *self._blocks(self.word.element.body)]
        notes = [_BOXES] if self.boxes and lines else []
        while self.boxes:
            lines += self.boxes.pop(0)
        notes += [f"The foot of the page is left out: {shown(foot)}." for foot in feet]
        return lines, notes

    def _heads(self) -> list[str]:
        heads = [section.header for section in self.word.sections]
        own = [head.part.element for head in heads if not head.is_linked_to_previous]
        return [line for head in own for line in self._blocks(head)]

    def _feet(self) -> list[str]:
        feet = [section.footer for section in self.word.sections]
        own = [" ".join(self._blocks(foot.part.element)) for foot in feet if not foot.is_linked_to_previous]
        return [foot for foot in own if any(sign.isalpha() for sign in foot)]

    def _blocks(self, element: Element) -> list[str]:
        """Return the lines of blocks below each other: paragraphs, tables, and what only wraps these."""
        lines: list[str] = []
        for child in element:
            if child.tag == _PARAGRAPH:
                lines += self._paragraph(child)
            elif child.tag == _TABLE:
                lines += self._table(child)
            elif child.tag not in _NOT_READ:
                lines += self._blocks(child)
        return lines

    def _table(self, table: Element) -> list[str]:
        """Return a table's lines: each row with all its cells if the first names the columns of jobs."""
        rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
        first = next(iter(rows), None)
        if first is None or not names_columns([" ".join(cell) for cell in self._cells(first)]):
            return [line for row in rows for line in self._row(row)]
        made: list[list[str]] = []
        for row in rows:
            cells = [BREAK.join(line.replace(GAP, " ") for line in cell) for cell in self._cells(row)]
            above = made[-1] if made and len(made[-1]) == len(cells) else cells
            goes_on = [_goes_on(cell) for cell in _cells_of(row)]
            made.append([up if on else own for own, up, on in zip(cells, above, goes_on, strict=True)])
        return [GAP.join(cells) for cells in made if any(cells)]

    def _cells(self, row: Element) -> list[list[str]]:
        """Return the lines of each cell of a row."""
        return [self._blocks(cell) for cell in _cells_of(row)]

    def _paragraph(self, element: Element) -> list[str]:
        texts, boxes = [""], []
        for part in _inside(element):
            if part.tag == _BOX:
                boxes.append(self._blocks(part))
            else:
                texts.append(part.text or "" if part.tag == _TEXT else _SIGNS[part.tag])
        bullet = BULLET if self._is_listed(element) else ""
        lines = [_tidy(line) for line in "".join(texts).split("\n")]
        headings = [line for box in boxes if len(box) == 1 for line in box]  # a heading in a frame
        self.boxes += [box for box in boxes if len(box) > 1]
        return headings + [f"{bullet}{line}" for line in lines if line]

    def _is_listed(self, element: Element) -> bool:
        if element.pPr is not None and element.pPr.numPr is not None:
            return bool(element.pPr.numPr.numId is None or element.pPr.numPr.numId.val)
        style = Paragraph(element, self.word).style
        return style is not None and (style.name or "").startswith("List ")

    def _row(self, row: Element) -> list[str]:
        """Return a row's lines: across if one cell is another's margin, else cell after cell."""
        cells = [cell for cell in self._cells(row) if cell]
        if len(cells) > 1 and all(len(cell) == 1 for cell in cells):
            return [GAP.join(cell[0] for cell in cells)]
        if len(cells) == 2 and not cells[1][0].startswith(BULLET):  # noqa: PLR2004 - a margin and its text
            for margin, text in (cells, cells[::-1]):
                if len(margin) == 1 or (len(margin) <= _MARGIN and is_date(" ".join(margin))):
                    first = [" ".join(margin), text[0]]
                    return [GAP.join(first if margin is cells[0] else first[::-1]), *text[1:]]
        return [line for cell in cells for line in cell]


def _cells_of(row: Element) -> list[Element]:
    return [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]


def _goes_on(cell: Element) -> bool:
    """Return whether a cell is merged with the one above it."""
    merged = cell.tcPr.find(qn("w:vMerge")) if cell.tcPr is not None else None
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _inside(element: Element) -> Iterator[Element]:
    """Yield the texts, signs and text boxes of a paragraph in order, without the content of the boxes."""
    for child in element:
        if child.tag == _TEXT or child.tag in _SIGNS or child.tag == _BOX:
            yield child
        elif child.tag not in _NOT_READ and child.tag != qn("w:pPr"):
            yield from _inside(child)


_APART: Final = re.compile(r"\t| {3,}")


def _tidy(line: str) -> str:
    parts = (" ".join(part.split()) for part in _APART.split(line))
    return GAP.join(part for part in parts if part)
