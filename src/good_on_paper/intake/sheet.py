"""A table as it lies in a file: a header and numbered rows of texts. CSV in any common dialect."""

from __future__ import annotations

import csv
import io
import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    import _csv
    from collections.abc import Iterable, Iterator

_DELIMITERS: Final = (",", ";", "\t", "|")
_ACTS: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Texts a spreadsheet program may take for a formula; its full-width signs too."""
_BEHIND: Final = '([;\t\r\n|][\\s"]*)'
"""What another program may take for the end of a cell, with spaces and quotes after it."""
_ACTS_INSIDE: Final = re.compile(f"{_BEHIND}(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_GUARDED_INSIDE: Final = re.compile(f"{_BEHIND}'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_SPACE_AFTER_QUOTE: Final = re.compile(r'"[ \t\u00a0]+(?=[,;|\r\n]|$)')
_LOOK: Final = 50
"""Rows looked at to tell the delimiter and to find the header."""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    number : int
        As a spreadsheet program counts: the header is usually row 1.
    cells : tuple of str
        As many as there are columns; empty where nothing stands.
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
        Without blank ones.
    decimal_comma : bool
        Whether "3,5" can be a number here.
    notes : tuple of str
        What was assumed or left out in reading.
    """

    file: str
    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_comma: bool = False
    notes: tuple[str, ...] = ()

    def place(self, row: Row | None = None, column: int | None = None) -> str:
        """Name a row, a column or a cell for messages."""
        parts = [f"sheet {self.name!r}"] if self.name else []
        if row is not None:
            parts.append(f"row {row.number}")
        if column is not None:
            parts.append(f"column {column_name(self.header[column], column)}")
        return ", ".join(parts)


def column_name(header: str, column: int) -> str:
    """Name a column by its header, or by its place when it has none."""
    return repr(header) if header else f"{column + 1} (no name)"


def read_csv(data: bytes, file: str) -> Sheet:
    """Read comma, semicolon, tab or bar separated text.

    Parameters
    ----------
    data : bytes
        With or without a byte order mark, any line ends; quoted cells may hold line ends.
    file : str
        Its name, for messages.

    Raises
    ------
    IntakeError
        If it is no text, empty, has broken quotes, or is longer or wider than a career can be.
    """
    text, note = decode(data, file)
    if not text.strip():
        raise IntakeError(file, "the file is empty", expected="a table with a row of column names")
    delimiter = _delimiter(text[: limits.LOOKED_AT])
    notes = [note] if note else []
    records = (
        (number, [_plain_inside(cell) for cell in cells])
        for number, cells in _records(text, delimiter, file, notes)
    )
    sheet = make_sheet(records, file, fitting=True)
    return replace(sheet, decimal_comma=delimiter in ";\t", notes=(*notes, *sheet.notes))


def _reader(text: Iterable[str], delimiter: str, *, strict: bool = False) -> _csv.Reader:
    return csv.reader(text, delimiter=delimiter, skipinitialspace=True, strict=strict)


def _delimiter(text: str) -> str:
    """Choose the delimiter under which most rows are as wide as the header; quoted ones do not count."""

    def score(delimiter: str) -> tuple[int, int]:
        widths = []
        try:
            for row in _reader(io.StringIO(text, newline=""), delimiter):
                if any(row):
                    widths.append(len(row))
                if len(widths) == _LOOK:
                    break
        except csv.Error:
            if len(widths) < 2:  # noqa: PLR2004 - a header and a row
                return 0, 0
        wide = [width for width in widths if width > 1]
        return (wide.count(max(wide, key=wide.count)), max(wide)) if wide else (0, 0)

    return max(_DELIMITERS, key=score)


def _records(text: str, delimiter: str, file: str, notes: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered records; a text behind a closing quotation mark is read as pandas reads it, and said."""
    written: list[str] = []
    reader = _reader(_kept(io.StringIO(text, newline=""), written), delimiter)
    for number in itertools.count(1):
        line = reader.line_num + 1
        written.clear()
        try:
            cells = next(reader, None)
            if cells is not None and any('"' in part for part in written):
                _check_quotes(written, delimiter, f"row {number}", notes)
        except csv.Error as error:
            long = "limit" in str(error)  # the csv module's own, far beyond what a cell may have here
            raise IntakeError(
                file,
                "a cell is far too long" if long else "the quotation marks do not close",
                place=f"row {number}, which begins on line {line}",
                expected=f"at most {limits.CELL:,} characters, and a closing mark for each opening one",
            ) from None
        if cells is None:
            return
        if len(cells) > limits.COLUMNS_READ:
            most = f"at most {limits.COLUMNS}"
            raise IntakeError(file, f"{len(cells):,} columns", place=f"row {number}", expected=most)
        yield number, cells


def _kept(lines: Iterable[str], written: list[str]) -> Iterator[str]:
    for line in lines:
        written.append(line)
        yield line


def _check_quotes(written: list[str], delimiter: str, place: str, notes: list[str]) -> None:
    """Make sure that the quotation marks of a record close where they seem to.

    On one line that is certain, whatever stands behind a mark; over several it is not, for a mark that was
    forgotten takes in the rows below it.

    Raises
    ------
    csv.Error
        If they do not.
    """
    tidy = [_SPACE_AFTER_QUOTE.sub('"', line) for line in written] if len(written) == 1 else written
    try:
        for _ in _reader(tidy, delimiter, strict=True):
            pass
    except csv.Error as error:
        if len(written) > 1 or "expected after" not in str(error):
            raise
        notes.append(f"{place}: a text behind a closing quotation mark is read as part of its cell.")


def make_sheet(
    records: Iterable[tuple[int, list[str]]],
    file: str,
    *,
    name: str = "",
    notes: tuple[str, ...] = (),
    fitting: bool = False,
) -> Sheet:
    """Find the header among numbered rows and check the size of the table.

    The header is the first row that reaches beyond the first column, if any does; what stands above it is a
    preamble. Column names in two rows are put together. Where rows must be `fitting`, one that is wider than
    the header is left out and named, for nobody can say which cell is which.

    Raises
    ------
    IntakeError
        If nothing stands in it, or too much.
    """
    filled = _filled(records, file, name)
    top = next((place for place, (_, cells) in enumerate(filled[:_LOOK]) if len(cells) > 1), 0)
    header, body = _header(filled[top:])
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
    """Take the rows in which something stands, as long as they are not too many."""
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
        raise IntakeError(file, "nothing stands in it", place=_in(name), expected="a row of column names")
    return filled


def _header(filled: list[tuple[int, list[str]]]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Give the names of columns and the rows below them; two rows of names are put together.

    So it is where the second row only names columns, and stands under a name that spans several or none:
    "Period" over "From" and "To".
    """
    header, body = filled[0][1], filled[1:]
    if len(body) > 1:
        below = body[0][1]
        named = [name for name in below if name]
        known = sum(bool(fact_named(norm_header(name))) for name in named)
        gap = len(below) > len(header) or any(not name for name in header)
        if known > 1 and gap and (known == len(named) or not below[0]) and not any(map(_has_digit, named)):
            width = max(len(header), len(below))
            upper, lower = (names + [""] * (width - len(names)) for names in (header, below))
            return [second or first for first, second in zip(upper, lower, strict=True)], body[1:]
    return header, body


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _fitting(
    header: list[str], body: list[tuple[int, list[str]]]
) -> tuple[list[str], list[tuple[int, list[str]]], list[str]]:
    """Leave out rows that are wider than the header; where all are wider by one, the first has no name."""
    width = len(header)
    wide = [number for number, cells in body if len(cells) > width]
    if not wide or width < 2:  # noqa: PLR2004 - one column is no table
        return header, body, []
    if 2 * len(wide) > len(body):
        by_one = all(len(cells) <= width + 1 for _, cells in body)
        return (["", *header] if by_one else header), body, []  # as R writes the names of rows
    said = [
        f"row {number} is left out: it has {len(cells)} cells and there are {width} column names; put a text "
        "that holds the separator between quotation marks."
        for number, cells in body
        if len(cells) > width
    ]
    return header, [(number, cells) for number, cells in body if len(cells) <= width], said


def harmless_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet program would take for a formula.

    The signs are those that such programs act on at the start of a cell, behind any apostrophes that stand
    there already, so that `plain_cell` gives back the very text.
    """
    return f"'{text}" if _ACTS.match(text) else text


def plain_cell(text: str) -> str:
    """Take off the apostrophe that `harmless_cell`, or another program's export, put there."""
    return text[1:] if text.startswith("'") and _ACTS.match(text) else text


def harmless_csv_cell(text: str) -> str:
    r"""Do as `harmless_cell`, and inside the text too, behind a semicolon, a bar, a tab or a line's end.

    Where a semicolon is what parts the cells, a program cuts a line of a CSV there whatever its quotes say,
    and what follows begins a cell.

    Examples
    --------
    >>> harmless_csv_cell("lists; =1+1")
    "lists; '=1+1"
    """
    return harmless_inside(harmless_cell(text))


def harmless_inside(text: str) -> str:
    """Guard the inside of a text whose beginning is harmless; see `harmless_csv_cell`."""
    return _ACTS_INSIDE.sub(r"\1'", text)


def _plain_inside(text: str) -> str:
    """Take off the apostrophes that `harmless_csv_cell` put inside a text."""
    return _GUARDED_INSIDE.sub(r"\1", text)


def _trimmed(raw: list[str]) -> list[str]:
    cells = [plain_cell(cell.strip()) for cell in raw]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _too_long(file: str, sheet: str, problem: str) -> IntakeError:
    return IntakeError(file, problem, place=_in(sheet), expected=f"at most {limits.ROWS:,} jobs, one a row")


def _in(sheet: str) -> str:
    return f"sheet {sheet!r}" if sheet else ""
