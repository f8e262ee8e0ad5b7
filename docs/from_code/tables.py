"""Tables in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table; what stands in a cell is put so that no sign in it means anything to Markdown."""
    lines = [_row(heads), _row(["---"] * len(heads)), *(_row([_cell(one) for one in row]) for row in rows)]
    return "\n".join(lines) + "\n"


def code(text: object) -> str:
    """Mark a word as code."""
    return f"`{text}`" if str(text) else ""


def _cell(held: object) -> str:
    return str(held).replace("|", "\\|").replace("\n", " ").replace("{", "&#123;")


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
