"""A CV as PDF or Word: its text, then the reader of pasted text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import cv_text
from good_on_paper.intake.docx_text import read_docx
from good_on_paper.intake.page_layout import BULLET, GAP
from good_on_paper.intake.pdf_text import read_pdf

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview

_ZIP: Final = b"PK"


def read_cv(data: bytes, file: str) -> Preview:
    """Find roles in a CV.

    Parameters
    ----------
    data : bytes
        A PDF, or a Word file (.docx).
    file : str
        Its name, for messages.

    Returns
    -------
    Preview
        As of pasted lines; first among its notes is in which order the text was read.

    Raises
    ------
    IntakeError
        If it holds no text that can be read; says why and what to do.
    """
    lines, notes = read_docx(data, file) if data.startswith(_ZIP) else read_pdf(data, file)
    preview = cv_text.read_cv(_text(lines), file)
    return replace(preview, notes=(*notes, *preview.notes))


def _text(lines: list[str]) -> str:
    """Write lines as one would paste them; a list ends with a blank line, as its last item is whole."""
    said: list[str] = []
    for line in lines:
        if said and said[-1].startswith(BULLET) and not line.startswith(BULLET):
            said.append("")
        said.append(line.replace(GAP, " | "))
    return "\n".join(said)
