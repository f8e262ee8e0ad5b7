"""Turn a file or a pasted text into a preview of applications and interviews."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.intake import limits
from good_on_paper.intake.any_text import markdown_table
from good_on_paper.intake.csv_text import read_csv
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.fatebook import is_fatebook, read_fatebook
from good_on_paper.intake.log_preview import LogPreview
from good_on_paper.intake.log_shape import is_log
from good_on_paper.intake.log_table import read_log_table
from good_on_paper.intake.own_interviews import is_own, read_own
from good_on_paper.intake.reading import bytes_of
from good_on_paper.intake.sheet import Sheet, make_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAKEN: Final = "a table of applications or interviews: CSV, XLSX, JSON, or pasted with a row of column names"
_LISTS: Final = ("jobs", "applications", "interviews", "data", "items", "results", "rows", "records")
_INSIDE: Final = ("name", "label", "title", "value")


def read_log(source: Path | bytes, name: str) -> LogPreview:
    """Find applications and interviews in a file. Nothing is written anywhere.

    Parameters
    ----------
    source : Path or bytes
    name : str
        Its name, for messages.

    Raises
    ------
    IntakeError
        If it cannot be read, is too large, or has no such table.
    """
    return _of_sheets(_sheets(bytes_of(source, name), name), name)


def read_log_text(text: str, file: str = "pasted rows") -> LogPreview:
    r"""Find applications and interviews in a pasted table.

    Raises
    ------
    IntakeError
        If there is no table in it.

    Examples
    --------
    >>> read_log_text("Company\tDate applied\tStatus\nFenn\t2026-03-01\tRejected").found()
    '1 application'
    """
    return _of_sheets(_sheets(text.encode("utf-8", "replace"), file), file)


def holds_log(source: Path | bytes, name: str) -> bool:
    """Return whether a file is a table of applications or interviews, and not of past jobs."""
    try:
        sheets = _sheets(bytes_of(source, name), name)
    except IntakeError:
        return False
    return any(is_own(sheet) or is_fatebook(sheet) or is_log(sheet) for sheet in sheets)


def holds_more(source: Path | bytes, name: str) -> bool:
    """Return whether a file is a workbook that this kit exported: a log beside sheets of jobs."""
    try:
        sheets = _sheets(bytes_of(source, name), name)
    except IntakeError:
        return False
    return len(sheets) > 1 and any(map(is_own, sheets))


def _of_sheets(sheets: list[Sheet], name: str) -> LogPreview:
    known = [sheet for sheet in sheets if is_own(sheet) or is_fatebook(sheet) or is_log(sheet)]
    read = [_of_sheet(sheet) for sheet in known or sheets[:1]]
    left = [
        f"The sheet {sheet.name!r} is left out; it looks like no log."
        for sheet in sheets
        if known and sheet not in known
    ]
    return LogPreview(
        name,
        read[0].source,
        tuple(entry for one in read for entry in one.entries),
        tuple(part for one in read for part in one.recognised),
        tuple(part for one in read for part in one.skipped),
        (*left, *(note for one in read for note in one.notes)),
    )


def _of_sheet(sheet: Sheet) -> LogPreview:
    if is_own(sheet):
        return read_own(sheet)
    return read_fatebook(sheet) if is_fatebook(sheet) else read_log_table(sheet)


def _sheets(data: bytes, name: str) -> list[Sheet]:
    if not data.strip():
        raise IntakeError(name, "there is nothing in it", expected=_TAKEN)
    if data.startswith(b"PK"):
        from good_on_paper.intake.workbook import is_workbook, sheets_of  # noqa: PLC0415 - slow to load, seldom used

        if not is_workbook(data):
            raise IntakeError(name, "this ZIP holds no workbook; unpack it", expected=_TAKEN)
        return sheets_of(data, name)
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise IntakeError(name, "this is no table", expected=_TAKEN)
    text, _ = decode(data, name)
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return list(_json_sheets(text, name))
    sheet = markdown_table(text, name)
    sheet = read_csv(data, name) if sheet is None else sheet
    if len(sheet.header) < 2:  # noqa: PLR2004 - one column is not a table
        raise IntakeError(name, "we found no columns in it", expected=_TAKEN)
    return [sheet]


def _json_sheets(text: str, name: str) -> Iterator[Sheet]:
    """Yield a table for each list of objects: the whole, or one under a usual name."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IntakeError(name, "this is no JSON", expected=_TAKEN) from error
    lists = {"": document} if isinstance(document, list) else {}
    if isinstance(document, dict):
        lists = {
            key: value for key, value in document.items() if key.lower() in _LISTS and isinstance(value, list)
        }
    tables = {key: [row for row in rows if isinstance(row, dict)] for key, rows in lists.items()}
    found = {key: rows[: limits.ROWS] for key, rows in tables.items() if rows}
    if not found:
        raise IntakeError(name, "no list of applications or interviews is in it", expected=_TAKEN)
    for key, rows in found.items():
        header = list(dict.fromkeys(str(field) for row in rows for field in row))
        cells = [[_cell(row.get(field)) for field in header] for row in rows]
        yield replace(make_sheet(enumerate([header, *cells], start=1), name), name=key)


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, dict):  # {"company": {"name": "Acme"}}
        value = next((value[key] for key in _INSIDE if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_cell, value)))
    return {True: "yes", False: "no", None: ""}.get(value, str(value))
