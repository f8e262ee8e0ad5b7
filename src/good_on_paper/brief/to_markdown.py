"""A paper as Markdown, for people who keep their notes as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf, LeafBlock, LeafRow

_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~$&^{}!])")
_FIRST: Final = re.compile(r"^([-+=:]|\d+(?=[.)]))")


def to_markdown(leaf: Leaf) -> bytes:
    r"""Return the paper as Markdown (CommonMark); typed text is escaped.

    Examples
    --------
    >>> from good_on_paper.brief.blocks import Leaf
    >>> to_markdown(Leaf("A4", "Fox *and* Sons")).decode()
    '# Fox \\*and\\* Sons\n'
    """
    parts = [f"# {_escaped(leaf.title)}"]
    heads = [_escaped(text) for text in (leaf.subtitle, *leaf.aside) if text]
    parts += ["  \n".join(heads)] if heads else []
    for block in leaf.blocks:
        parts += [f"## {_escaped(block.title)}"] if block.title else []
        parts += [f"### {_escaped(block.under)}"] if block.under else []
        parts.append("\n".join(_row(block, row, place) for place, row in enumerate(block.rows)))
    parts += [f"*{_escaped(leaf.foot)}*"] if leaf.foot else []
    return ("\n\n".join(parts) + "\n").encode()


def _row(block: LeafBlock, row: LeafRow, place: int) -> str:
    if block.look == "blanks":
        return f"- {_MARKS.sub(lambda mark: mark[0] if mark[0] == '_' else chr(92) + mark[0], row.text)}"
    mark = (
        f"{block.first + place}." if block.look == "questions" else "- [ ]" if block.look == "boxes" else "-"
    )
    label = f"**{_escaped(row.label)}:** " if row.label else ""
    indent = " " * (len(mark) + 1)
    more = f"  \n{indent}{_escaped(row.more)}" if row.more else ""
    return f"{mark} {label}{_escaped(row.text)}{more}"


def _escaped(text: str) -> str:
    """Return a text with a backslash before all that Markdown, or mathematics in it, reads as a mark."""
    return _FIRST.sub(lambda mark: _first(mark[0]), _MARKS.sub(r"\\\1", text))


def _first(mark: str) -> str:
    return mark + "\\" if mark[0].isdigit() else "\\" + mark
