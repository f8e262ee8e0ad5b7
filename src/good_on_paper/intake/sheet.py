"""A table as it is in a file: a header and numbered rows of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.harmless import plain_cell
from good_on_paper.intake.header_rows import names_in_two_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOOK: Final = 50
"""How many rows are searched for the header."""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    number : int
        As spreadsheet programs count: the header is usually row 1.
    cells : tuple of str
        One per column; empty if the cell is empty.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table as read.

    Parameters
    ----------
    file : str
        The file's name.
    name : str
        The sheet's name in a workbook, else empty.
    header : tuple of str
    rows : tuple of Row
        Without blank rows.
    decimal_comma : bool
        Whether "3,5" can be a number here.
    notes : tuple of str
        What we assumed or left out.
    """

    file: str
    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_comma: bool = False
    notes: tuple[str, ...] = ()

    def place(self, row: Row | None = None, column: int | None = None) -> str:
        """Return the name of a row, a column or a cell for messages."""
        parts = [f"sheet {self.name!r}"] if self.name else []
        if row is not None:
            parts.append(f"row {row.number}")
        if column is not None:
            parts.append(f"column {column_name(self.header[column], column)}")
        return ", ".join(parts)


def column_name(header: str, column: int) -> str:
    """Return a column's header in quotes, or its position if it has none."""
    return repr(header) if header else f"{column + 1} (no name)"


def make_sheet(
    records: Iterable[tuple[int, list[str]]],
    file: str,
    *,
    name: str = "",
    notes: tuple[str, ...] = (),
    fitting: bool = False,
) -> Sheet:
    """Find the header among numbered rows and check the size of the table.

    The header is the first row with more than one column, if there is one; rows above it are a preamble.
    Column names in two rows are joined. If rows must be `fitting`, a row wider than the header is left out
    and named, as nobody can say which cell is which.

    Raises
    ------
    IntakeError
        If the table is empty or too large.
    """
    filled = _filled(records, file, name)
    top = next((place for place, (_, cells) in enumerate(filled[:_LOOK]) if len(cells) > 1), 0)
    header, body = filled[top][1], filled[top + 1 :]
    if len(body) > 1 and (names := names_in_two_rows(header, body[0][1])):
        header, body = names, body[1:]
    if len(body) > limits.ROWS:
        raise _too_long(file, name, f"{len(body):,} rows")
    if fitting:
        header, body, unfit = _fitting(header, body)
        notes = (*notes, *unfit)
    width = max(len(cells) for cells in [header, *(cells for _, cells in body)])
    if width > limits.COLUMNS:
        raise IntakeError(
            file, f"{width:,} columns", place=_in(name), expected=f"at most {limits.COLUMNS} columns"
        )
    if top:
        notes = (
            *notes,
            f"the first {top} row(s) are left out; the column names stand in row {filled[top][0]}",
        )
    rows = tuple(Row(number, tuple(cells + [""] * (width - len(cells)))) for number, cells in body)
    return Sheet(file, name, tuple(header + [""] * (width - len(header))), rows, notes=notes)


def _filled(records: Iterable[tuple[int, list[str]]], file: str, name: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not blank; refuse too many."""
    filled: list[tuple[int, list[str]]] = []
    blank = read = 0
    for number, raw in records:
        cells = _trimmed(raw)
        if not cells:
            blank += 1
            if blank > limits.BLANK_ROWS:
                raise _too_long(file, name, f"more than {limits.BLANK_ROWS:,} blank rows")
            continue
        filled.append((number, cells))
        read += len(cells)
        if read > limits.CELLS:
            most = f"at most {limits.CELLS:,} cells: fewer rows, or the columns you need"
            raise IntakeError(file, f"more than {limits.CELLS:,} cells", place=_in(name), expected=most)
        if len(filled) > limits.ROWS + _LOOK:
            raise _too_long(file, name, f"more than {limits.ROWS:,} rows")
    if not filled:
        raise IntakeError(file, "there is nothing in it", place=_in(name), expected="a row of column names")
    return filled


def _fitting(
    header: list[str], body: list[tuple[int, list[str]]]
) -> tuple[list[str], list[tuple[int, list[str]]], list[str]]:
    """Leave out rows wider than the header; if most are wider by one, the first column has no name."""
    width = len(header)
    wide = [number for number, cells in body if len(cells) > width]
    if not wide or width < 2:  # noqa: PLR2004 - one column is no table
        return header, body, []
    if 2 * len(wide) > len(body):
        by_one = all(len(cells) <= width + 1 for _, cells in body)
        return (["", *header] if by_one else header), body, []  # as R writes row names
    dropped = [
        f"row {number} is left out: it has {len(cells)} cells and there are {width} column names; put a text "
        "that holds the separator between quotation marks."
        for number, cells in body
        if len(cells) > width
    ]
    return header, [(number, cells) for number, cells in body if len(cells) <= width], dropped


def _trimmed(raw: list[str]) -> list[str]:
    cells = [plain_cell(cell.strip()) for cell in raw]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _too_long(file: str, sheet: str, problem: str) -> IntakeError:
    return IntakeError(file, problem, place=_in(sheet), expected=f"at most {limits.ROWS:,} jobs, one a row")


def _in(sheet: str) -> str:
    return f"sheet {sheet!r}" if sheet else ""
