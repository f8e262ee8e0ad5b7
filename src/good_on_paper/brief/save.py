"""A paper as a file, whose ending chooses its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.brief.by_ending import write_by_ending
from good_on_paper.brief.to_docx import to_docx
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_markdown import to_markdown
from good_on_paper.brief.to_pdf import to_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from good_on_paper.brief.blocks import Leaf

WRITERS: Final[Mapping[str, Callable[[Leaf], bytes]]] = {
    "pdf": to_pdf,
    "docx": to_docx,
    "md": to_markdown,
    "html": to_html,
}
"""The writer of each kind of file, by its ending."""


def save(leaf: Leaf, path: Path | str) -> Path:
    """Write a paper to a new file that only its owner can read.

    Raises
    ------
    BriefError
        If the file's ending is not in `WRITERS`, or this computer cannot make a PDF of it.
    RecordError
        If the file exists already, or cannot be written.
    """
    return write_by_ending(leaf, path, WRITERS)
