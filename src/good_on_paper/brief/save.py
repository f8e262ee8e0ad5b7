"""A paper as a file of its own, whose ending says what kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.to_docx import to_docx
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.to_markdown import to_markdown
from good_on_paper.brief.to_pdf import to_pdf
from good_on_paper.record.archive import write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    where = Path(path).expanduser().resolve()
    ending = where.suffix.lower().removeprefix(".")
    if ending not in WRITERS:
        raise BriefError(
            f"{where.name}: we cannot write a file that ends in {where.suffix or 'nothing'}. Expected one of "
            f"{', '.join(f'.{known}' for known in WRITERS)}."
        )
    write_new(where, WRITERS[ending](leaf))
    return where
