"""CVs of our own, made of the texts in ``cvs``: PDF out of HTML by Chromium, Word out of lines.

In a ``.word`` file a line is a paragraph; "# " begins a heading, "- " an item of a list, "[] " a text box,
"^ " the head of the page, "_ " its foot, "| " a row of a table. In cells and boxes " / " ends a line.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.table import _Cell

CVS = Path(__file__).parent / "cvs"
BOX = (
    f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
"""A text box stands twice in a file of Word's: once for older programs."""


def jobs(name: str) -> list[tuple[str, ...]]:
    """What, where, from and to of each job in a CV; "? " begins what can only be asked."""
    lines = (CVS / f"{name}.jobs").read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines]


def word(name: str) -> bytes:
    return word_of((CVS / f"{name}.word").read_text("utf-8"))


def word_of(text: str) -> bytes:
    made, out, table = Document(), io.BytesIO(), None
    for line in text.splitlines():
        sign, _, said = line.partition(" ")
        if sign == "|":
            cells = said.split(" | ")
            table = table or made.add_table(0, len(cells))
            for cell, inside in zip(table.add_row().cells, cells, strict=True):
                _fill(cell, inside.split(" / "))
            continue
        table = None
        _paragraph(made, sign, said, line)
    made.save(out)
    return out.getvalue()


def _paragraph(made: WordFile, sign: str, said: str, line: str) -> None:
    if sign == "#":
        made.add_heading(said, 1)
    elif sign == "-":
        made.add_paragraph(said, style="List Bullet")
    elif sign == "^":
        made.sections[0].header.paragraphs[0].text = said
    elif sign == "_":
        made.sections[0].footer.paragraphs[0].text = said
    elif sign == "[]":
        inside = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in said.split(" / "))
        made.add_paragraph().add_run().element.addnext(parse_xml(BOX.format(inside)))
    else:
        made.add_paragraph(line)


def _fill(cell: _Cell, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.text = line.removeprefix("- ")
        if line.startswith("- "):
            paragraph.style = "List Bullet"
