"""A paper as a file of its own, whose ending says what kind."""

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
"""How each kind of file is written, by its ending."""


def save(leaf: Leaf, path: Path | str) -> Path:
    """Write a paper to a new file, readable by its owner alone.

    Raises
    ------
    BriefError
        The file's ending is none of `WRITERS`, or this computer can make no PDF of it.
    RecordError
        The file is there already, or cannot be written.
    """
    return write_by_ending(leaf, path, WRITERS)
