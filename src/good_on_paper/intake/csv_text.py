"""CSV in any common dialect: comma, semicolon, tab or bar between columns, quotes around cells."""

from __future__ import annotations

import csv
import io
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.harmless import plain_inside
from good_on_paper.intake.header_rows import facts_among
from good_on_paper.intake.sheet import Sheet, make_sheet

if TYPE_CHECKING:
    import _csv
    from collections.abc import Iterable, Iterator

_DELIMITERS: Final = (",", ";", "\t", "|")
_SPACE_AFTER_QUOTE: Final = re.compile(r'"[ \t\u00a0]+(?=[,;|\r\n]|$)')
_WORDS_APART: Final = re.compile(r"[\s:/~^\u00b7\u2022]+")
_LOOK: Final = 50
"""How many rows are read to find the delimiter."""


def read_csv(data: bytes, file: str) -> Sheet:
    """Read text separated by commas, semicolons, tabs or bars.

    Parameters
    ----------
    data : bytes
        With or without a byte order mark, with any line endings; quoted cells may contain line breaks.
    file : str
        Its name, for messages.

    Raises
    ------
    IntakeError
        If it is not text, is empty, has broken quotes, or is longer or wider than a career can be.
    """
    text, note = decode(data, file)
    if not text.strip():
        raise IntakeError(file, "the file is empty", expected="a table with a row of column names")
    delimiter = _delimiter(text[: limits.LOOKED_AT])
    notes = [note] if note else []
    records = (
        (number, [plain_inside(cell) for cell in cells])
        for number, cells in _records(text, delimiter, file, notes)
    )
    sheet = make_sheet(records, file, fitting=True)
    if len(sheet.header) == 1:
        _check_one_column(sheet)
    return replace(sheet, decimal_comma=delimiter in ";\t", notes=(*notes, *sheet.notes))


def _check_one_column(sheet: Sheet) -> None:
    """Refuse a one-column table whose header shows that another character separates its columns.

    Raises
    ------
    IntakeError
        If the header names several facts of a job.
    """
    [name] = sheet.header
    if not facts_among([name]) and len(facts_among(_WORDS_APART.split(name))) > 1:
        problem = f"we can’t tell where one column ends and the next begins in {name[: limits.LABEL]!r}"
        expected = "a comma, a semicolon or a tab between the columns"
        raise IntakeError(sheet.file, problem, place="row 1", expected=expected)


def _reader(text: Iterable[str], delimiter: str, *, strict: bool = False) -> _csv.Reader:
    return csv.reader(text, delimiter=delimiter, skipinitialspace=True, strict=strict)


def _delimiter(text: str) -> str:
    """Return the delimiter that makes most rows as wide as the header; delimiters in quotes do not count."""

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
    """Yield numbered records; read text after a closing quote as pandas does, and add a note."""
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
            long = "limit" in str(error)  # the csv module's own limit, far above ours for a cell
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
    """Check that the quotation marks of a record close where they seem to.

    On one line that is certain, whatever follows a mark. Over several lines it is not: a forgotten mark
    swallows the rows below it.

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
