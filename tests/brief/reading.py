"""What stands in each kind of file, read back as a stranger's program would."""

from __future__ import annotations

import io
import re
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pypdf
from docx import Document

from good_on_paper.brief.save import WRITERS
from good_on_paper.brief.to_pdf import can_pdf

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf

KINDS = tuple(kind for kind in WRITERS if kind != "pdf" or can_pdf())
"""The four; three where there is no typst."""


class _Body(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside, self.texts = False, []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.inside |= tag == "body"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.append(data)


def _html(data: bytes) -> str:
    body = _Body()
    body.feed(data.decode())
    return "".join(body.texts)


def _pdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _docx(data: bytes) -> str:
    inside = Document(io.BytesIO(data)).element.body
    return "".join(node.text or "" for node in inside.iter() if node.tag.endswith("}t"))


def _md(data: bytes) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", data.decode())


_READ = {"html": _html, "pdf": _pdf, "docx": _docx, "md": _md}


def bare(text: str) -> str:
    """Without blanks, so that where a line breaks does not count; and without room to write."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if not char.isspace() and char not in "_\u200b\xad")


def read(leaf: Leaf, kind: str) -> str:
    """Write a paper and read all of its text back, bare."""
    return bare(_READ[kind](WRITERS[kind](leaf)))
