"""The tables of an XLSX workbook: its visible sheet with jobs, and those of days and episodes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from good_on_paper.intake import limits
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.days import SHEET as DAYS
from good_on_paper.intake.days import is_days
from good_on_paper.intake.definitions import SHEET as DEFINITIONS
from good_on_paper.intake.definitions import is_definitions
from good_on_paper.intake.episodes import SHEET as EPISODES
from good_on_paper.intake.episodes import is_episodes
from good_on_paper.intake.errors import DAMAGED_ZIP, IntakeError
from good_on_paper.intake.events import SHEET as EVENTS
from good_on_paper.intake.events import is_events
from good_on_paper.intake.merged_cells import FilledDown, merged_cells
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.intake.sheet import Sheet, make_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOOK: Final = 50
_PIECE: Final = 1_000_000
_ROW_CELL_OR_TEXT: Final = re.compile(rb"<(?:\w+:)?(?:row|c|si|xf)[\s>/]")
_FORMULA: Final = re.compile(rb"<(?:[^<>\s:]{1,40}:)?f[\s>/]")
_LONGEST_TAG: Final = 50
_DAMAGED: Final = (  # openpyxl passes on its parts' errors; SyntaxError is the XML parser's
    InvalidFileException,
    *DAMAGED_ZIP,
    TypeError,
    AttributeError,
    SyntaxError,
)
_ASIDE: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\\\.')
"""Parts of a number format that are not part of a date: a language, a text."""
_MERGED: Final = "What stands in merged cells counts for each of their rows."
_PARTS: Final = {DEFINITIONS: is_definitions, DAYS: is_days, EPISODES: is_episodes, EVENTS: is_events}
"""Sheets beside the one with jobs, by their titles."""
NO_RESULT: Final = "a formula whose result was not stored"


def is_workbook(data: bytes) -> bool:
    """Return whether these bytes are a ZIP with a workbook."""
    return "xl/workbook.xml" in limits.parts_of(data)


def read_xlsx(data: bytes, file: str) -> list[Sheet]:
    """Read the sheet with jobs of a workbook, then those of days and episodes: values as last calculated.

    The sheet is the one with most column names that we know; if we know none, the first filled one. Formulas
    are never read.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Raises
    ------
    IntakeError
        If it is damaged, unpacks to more than a career can hold, or has no table.
    """
    try:
        _check_unpacked(data, file)
        return _read(data, file)
    except IntakeError:
        raise
    except _DAMAGED as error:
        raise IntakeError(
            file,
            f"the workbook is damaged ({type(error).__name__})",
            expected="an XLSX file, or the table as CSV",
        ) from error


def sheets_of(data: bytes, file: str) -> list[Sheet]:
    """Read every visible sheet of a workbook that has a table.

    Raises
    ------
    IntakeError
        As `read_xlsx`.
    """
    try:
        _check_unpacked(data, file)
        values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = _formulas(data)
        filled = [
            sheet for sheet in values.worksheets if sheet.sheet_state == "visible" and _is_filled(sheet)
        ]
        found = [_sheet(sheet, formulas, file, (), _filled_down(data, sheet)) for sheet in filled]
    except IntakeError:
        raise
    except _DAMAGED as error:
        problem = f"the workbook is damaged ({type(error).__name__})"
        raise IntakeError(file, problem, expected="an XLSX file, or the table as CSV") from error
    if not found:
        raise IntakeError(file, "no sheet holds anything", expected="a table with a row of column names")
    return found


def _read(data: bytes, file: str) -> list[Sheet]:
    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas = _formulas(data)
    filled = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible" and _is_filled(sheet)]
    if not filled:
        raise IntakeError(file, "no sheet holds anything", expected="a table with a row of column names")
    parts = [sheet for sheet in filled[1:] if sheet.title in _PARTS]
    tables = [sheet for sheet in filled if sheet not in parts]
    known = [_known(sheet) for sheet in tables]
    most = known.index(max(known))  # the first of equals
    chosen = tables[most]
    notes = tuple(
        _left(sheet, chosen, first=chosen is filled[0], as_good=known[place] == known[most] > 0)
        for place, sheet in enumerate(tables)
        if place != most
    )
    other_sheets = [(sheet.title, _sheet(sheet, formulas, file, (), FilledDown({}))) for sheet in parts]
    ours = [sheet for title, sheet in other_sheets if _PARTS[title](sheet)]
    return [_sheet(chosen, formulas, file, notes, _filled_down(data, chosen)), *ours]


def _formulas(data: bytes) -> Any:  # noqa: ANN401 - openpyxl has no types
    """Open the workbook again to see its formulas; return None if it has none, as most do."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if not any(_calculates(parts, part) for part in parts.namelist() if part.endswith(".xml")):
            return None
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)


def _calculates(parts: zipfile.ZipFile, part: str) -> bool:
    """Return whether a part may have a formula; a part not in UTF-8 may."""
    before = b""
    with parts.open(part) as content:
        while piece := content.read(_PIECE):
            if b"\0" in piece or _FORMULA.search(before + piece):
                return True
            before = piece[-_LONGEST_TAG:]
    return False


def _filled_down(data: bytes, sheet: Any) -> FilledDown:  # noqa: ANN401 - openpyxl has no types
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return FilledDown(merged_cells(parts, sheet._worksheet_path))  # noqa: SLF001 - it has no other name


def _known(sheet: Any) -> int:  # noqa: ANN401 - openpyxl has no types
    """Return how many column names of jobs a sheet has, in the row that has most."""
    rows = sheet.iter_rows(max_row=_LOOK, max_col=_LOOK, values_only=True)
    most = max(len({fact_named(norm_header(str(name))) for name in row if name} - {""}) for row in rows)
    return most if most > 1 else 0


def _left(sheet: Any, chosen: Any, *, first: bool, as_good: bool) -> str:  # noqa: ANN401 - as above
    if first:
        text = f"The sheet {sheet.title!r} is left out; one sheet is read, the first."
    else:
        text = f"The sheet {sheet.title!r} is left out; {chosen.title!r} is the one with jobs."
    if as_good:
        text += " It looks like jobs too: to bring it in, save it as a file of its own."
    return text


def _sheet(
    chosen: Any,  # noqa: ANN401 - as above
    formulas: Any,  # noqa: ANN401 - as above
    file: str,
    notes: tuple[str, ...],
    filled: FilledDown,
) -> Sheet:
    unstored: list[str] = []
    records = _records(chosen, None if formulas is None else formulas[chosen.title], unstored)
    whole = ((number, filled.row(number, cells)) for number, cells in records)
    sheet = make_sheet(whole, file, name=chosen.title, notes=notes)
    if filled.filled:
        sheet = replace(sheet, notes=(*sheet.notes, _MERGED))
    unread = (f"{place}: {NO_RESULT}; open and save the file in a spreadsheet program." for place in unstored)
    return replace(sheet, notes=(*sheet.notes, *unread))


def _is_filled(sheet: Any) -> bool:  # noqa: ANN401 - openpyxl has no types
    return any(any(row) for row in sheet.iter_rows(max_row=_LOOK, max_col=_LOOK, values_only=True))


def _check_unpacked(data: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
        if size > limits.UNPACKED_BYTES:
            raise IntakeError(
                file,
                f"it unpacks to {size / 1e6:,.0f} MB",
                expected=f"at most {limits.UNPACKED_BYTES / 1e6:.0f} MB",
            )
        for part in parts.infolist():
            if part.filename.endswith(".xml") and _written(parts, part) > limits.CELLS_WRITTEN:
                raise IntakeError(
                    file,
                    f"{part.filename} holds more than {limits.CELLS_WRITTEN:,} rows and cells",
                    expected=f"at most {limits.ROWS:,} jobs, one a row",
                )


def _written(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return the number of rows, cells and texts, up to just above the limit, without building any.

    openpyxl reads a sheet to its end before it returns the first row, at about 20,000 rows a second.
    """
    found = 0
    with parts.open(part) as content:
        while found <= limits.CELLS_WRITTEN and (piece := content.read(_PIECE)):
            found += len(_ROW_CELL_OR_TEXT.findall(piece))
    return found


def _records(values: Any, formulas: Any, unstored: list[str]) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401
    """Yield numbered rows as texts; add cells whose formula has no stored result to `unstored`."""
    values.reset_dimensions()  # a file may claim a million columns
    if formulas is None:
        written_rows: Iterable[Iterable[Any]] = repeat(repeat(None))
    else:
        formulas.reset_dimensions()
        written_rows = formulas.iter_rows(values_only=True)
    pairs = zip(values.iter_rows(), written_rows, strict=False)
    for number, (row, written) in enumerate(pairs, start=1):
        for column, (cell, formula) in enumerate(zip(row, written, strict=False)):
            if cell.value is None and isinstance(formula, str) and formula.startswith("="):
                unstored.append(f"row {number}, column {column + 1}")
        yield number, [_text(cell.value, cell) for cell in row]


def _text(value: object, cell: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    """Return a cell as a person writes it: 7, not 7.0; a date as exactly as shown, without midnight."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        shown = _ASIDE.sub("", cell.number_format.casefold())
        if "d" in shown or "y" not in shown:
            return value.date().isoformat()
        return value.strftime("%Y-%m" if "m" in shown else "%Y")  # "mmm yyyy": nobody chose the day
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - exact in a float
        return str(int(value))
    return str(value)
