"""Tables for spreadsheet programs: a row per job. Nothing that a person typed can act as a formula there."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

import openpyxl
import pandas as pd
from openpyxl.styles import Alignment, Font

from good_on_paper.export.contents import NOT
from good_on_paper.frames.schema import OF_INTERVIEWS
from good_on_paper.intake import DAY_COLUMNS, DAYS_SHEET, NOT_SAID, OF_A_JOB, harmless_cell
from good_on_paper.intake.harmless import harmless_inside
from good_on_paper.record.days import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.export.contents import Contents, Job
    from good_on_paper.record import Answer

    Cell = str | float | None

_ALWAYS: Final = ("title", "employer")
_BLANKS: Final = {"na": "not applicable", "cant_recall": "can't recall", "skip": "skip"}
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What neither XML nor a text file can hold; control characters but tab and line end."""
_LONGEST: Final = 32_000
"""Characters; a cell of a spreadsheet program holds 32,767."""
_CUT: Final = " [cut: longer than a cell can be]"


def csv_table(told: Contents, catalogue: Catalogue) -> bytes:
    """Return the jobs as CSV: UTF-8 with a mark that spreadsheet programs know, a column a fact and a line.

    Parameters
    ----------
    told : Contents
    catalogue : Catalogue
    """
    return _csv(_jobs(told, catalogue))


def days_table(told: Contents, catalogue: Catalogue) -> bytes:
    """Return the days told by the minute as CSV, a row a stretch, in the order they were in.

    Parameters
    ----------
    told : Contents
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    return _csv(_days(told))


def interviews_table(told: Contents, catalogue: Catalogue) -> bytes:
    """Return the log of interviews as CSV, a row an interview, in the order of their days.

    Parameters
    ----------
    told : Contents
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    return _csv(_interviews(told))


def workbook(told: Contents, catalogue: Catalogue) -> bytes:
    """Return a workbook (XLSX): the jobs, their days, what each line means, and every answer that stands.

    Parameters
    ----------
    told : Contents
    catalogue : Catalogue
    """
    book = openpyxl.Workbook()
    book.properties.creator = "Good on Paper"
    items = {item.key: item for item in catalogue.items(hidden=True)}
    book.remove(book.active)
    _fill(book.create_sheet("Jobs"), _jobs(told, catalogue))
    if told.days:
        _fill(book.create_sheet(DAYS_SHEET), _days(told))
    if len(told.interviews):
        _fill(book.create_sheet("Interviews"), _interviews(told))
    _fill(book.create_sheet("Lines"), _lines(told.items))
    _fill(book.create_sheet("Answers"), _answers(told.cells, items))
    _fill(book.create_sheet("About"), [["About this file"], [NOT]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [harmless_inside(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return out.getvalue().encode("utf-8-sig")


def _jobs(told: Contents, catalogue: Catalogue) -> list[list[Cell]]:
    facts = [
        item.key
        for item in catalogue.items("fact", hidden=True)
        if item.key in _ALWAYS or any(item.key in job.facts for job in told.jobs)
    ]
    rows: list[list[Cell]] = [[*facts, *(item.key for item in told.items)]]
    for job in told.jobs:
        texts = [_text(job.facts.get(key, _unsaid(job, key))) for key in facts]
        rows.append([*texts, *(_value(job.answers.get(item.key)) for item in told.items)])
    return rows


def _days(told: Contents) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[*OF_A_JOB, *DAY_COLUMNS.values()]]
    for day in told.days:
        job = [_text(day.job.facts.get(key, "")) for key in OF_A_JOB]
        asked = [key for key in DAY_COLUMNS if key != DAY]
        rows += [[*job, day.kind, *(_value(said.get(key)) for key in asked)] for said in day.stretches]
    return rows


def _interviews(told: Contents) -> list[list[Cell]]:
    """Return the columns with answers and what follows from them, without ids."""
    columns = [name for name in OF_INTERVIEWS if name not in ("unit", "process")]
    told_of = told.interviews.to_dict("records")
    return [[*columns], *([_plain(row[name]) for name in columns] for row in told_of)]


def _plain(value: object) -> Cell:
    """Return a value of a frame as a cell holds it: days without a time, empty if nothing was said."""
    if value is None or value != value or value is pd.NaT or value is pd.NA:  # noqa: PLR0124 - NaN differs from itself
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return value.isoformat(timespec="minutes") if value.tz is not None else value.date().isoformat()
    return value if isinstance(value, int | float) else _text(str(value))


def _unsaid(job: Job, fact: str) -> str:
    """Return the sign for a fact that was not said: without it, a job without an end would go on."""
    return NOT_SAID if fact == "ended" and "started" in job.facts else ""


def _lines(items: Iterable[Item]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["line", "label", "asked", "from", "lowest", "to", "highest"]]
    for item in items:
        steps = (item.scale.min, item.scale.max) if item.kind == "rating" else (None, None)
        words = [_text(text) for text in (item.key, item.worded().label, item.worded().ask)]
        rows.append([*words, steps[0], _text(item.worded().low), steps[1], _text(item.worded().high)])
    return rows


def _answers(cells: Iterable[tuple[str, Answer]], items: dict[str, Item]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        ["about", "line", "label", "answer", "how sure (1 guess, 3 sure)", "private", "given"]
    ]
    for name, answer in cells:
        label = items[answer.item].worded().label if answer.item in items else ""
        given = answer.given.isoformat(timespec="seconds")
        private = "yes" if answer.private else ""
        rows.append(
            [_text(name), _text(answer.item), _text(label), _value(answer), answer.memory, private, given]
        )
    return rows


def _value(answer: Answer | None) -> Cell:
    if answer is None:
        return None
    if answer.state != "value":
        return _BLANKS.get(answer.state, answer.state)
    if isinstance(answer.value, int | float) and not isinstance(answer.value, bool):
        return answer.value
    return _text(answer.value if isinstance(answer.value, str) else _spelt(answer.value))


def _spelt(value: object) -> str:
    """Write a list or an object of answers as words."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_spelt(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "\n".join(map(_spelt, value))
    return {True: "yes", False: "no", None: ""}.get(value, str(value))  # type: ignore[call-overload, no-any-return]


def _text(text: str) -> str:
    clean = _ILLEGAL.sub("", text)
    return harmless_cell(clean if len(clean) <= _LONGEST else clean[:_LONGEST] + _CUT)


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = None if value == "" else value
            if cell.value is not None and isinstance(value, str):
                cell.data_type = "s"  # never a formula, an error or a date, whatever it looks like
            if number == 1:
                cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 20
    sheet.freeze_panes = "A2"
