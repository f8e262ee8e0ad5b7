"""Merged cells of a workbook: their content counts for each of their rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from openpyxl.utils.cell import range_boundaries

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Mapping

_PIECE: Final = 1_000_000
_TAIL: Final = 200
_MERGED: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]{0,80}?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"'
)
_MOST: Final = 10_000


def merged_cells(parts: zipfile.ZipFile, path: str) -> dict[int, list[tuple[int, int]]]:
    """Find the cells of a sheet that span several rows.

    Parameters
    ----------
    parts : zipfile.ZipFile
        The workbook.
    path : str
        The path of the sheet in the workbook.

    Returns
    -------
    dict
        For each row where such cells begin, from 1: their columns, from 1, and last rows.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    read, tail = 0, b""
    with parts.open(path.lstrip("/")) as content:
        while (piece := content.read(_PIECE)) and read < _MOST:
            for match in _MERGED.finditer(tail + piece):
                column, first, _, last = range_boundaries(match[1].decode())
                if column and first and last and last > first:
                    found.setdefault(first, []).append((column, last))
                    read += 1
            tail = piece[-_TAIL:]
    return found


class FilledDown:
    """Fills the rows of a sheet from merged cells, one row after another.

    Parameters
    ----------
    merged : mapping
        As `merged_cells` returns it.
    """

    def __init__(self, merged: Mapping[int, list[tuple[int, int]]]) -> None:
        self._merged = merged
        self._held: dict[int, tuple[int, str]] = {}
        self.filled = False

    def row(self, number: int, cells: list[str]) -> list[str]:
        """Return a row with the merged content from above; only empty cells are filled."""
        for column, (last, text) in list(self._held.items()):
            if number > last:
                del self._held[column]
            elif text and any(cells):
                cells += [""] * (column - len(cells))
                self.filled |= not cells[column - 1]
                cells[column - 1] = cells[column - 1] or text
        for column, last in self._merged.get(number, ()):
            if column <= len(cells):
                self._held[column] = (last, cells[column - 1])
        return cells
