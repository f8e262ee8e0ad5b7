"""Tables for spreadsheet programs: one row per job. No text of a person can act as a formula there."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import load
from good_on_paper.export.cells import as_csv, as_text
from good_on_paper.export.contents import NOT
from good_on_paper.export.interviews import interview_rows
from good_on_paper.intake import (
    CRITERION_TEXTS,
    DAY_COLUMNS,
    DAYS_SHEET,
    DEFINITION_COLUMNS,
    DEFINITIONS_SHEET,
    EPISODE_COLUMNS,
    EPISODES_SHEET,
    EVENT_COLUMNS,
    EVENTS_SHEET,
    MEANS,
    NOT_SAID,
    OF_A_JOB,
    YES,
    criterion_column,
)
from good_on_paper.record.days import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.export.cells import Cell
    from good_on_paper.export.contents import Contents, Job
    from good_on_paper.record import Answer

_ALWAYS: Final = ("title", "employer")
_BLANKS: Final = {"na": "not applicable", "cant_recall": "can't recall", "skip": "skip"}


def csv_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the jobs as CSV, in UTF-8 with a byte order mark, one column per fact or line.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    return as_csv(_jobs(content, catalogue))


def days_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the days described by the minute as CSV, one row per stretch, in order.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    return as_csv(_days(content))


def episodes_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the episodes as CSV, one row each: title, date, story, and a column per rating.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    return as_csv(_episodes(content, catalogue))


def events_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return what happened outside the jobs as CSV, one row each.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    del catalogue  # its columns are the same for everybody
    return as_csv(_events(content))


def definitions_table(content: Contents, catalogue: Catalogue) -> bytes:
    """Return what success and going wrong mean as CSV: a row per criterion, and the sentences.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
        With the person's own criteria.
    """
    return as_csv(_definitions(content, catalogue))


def workbook(content: Contents, catalogue: Catalogue) -> bytes:
    """Return a workbook (XLSX): the jobs, their days, what each line means, and every current answer.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
    """
    from openpyxl import Workbook  # noqa: PLC0415 - a while to load

    book = Workbook()
    book.properties.creator = "Good on Paper"
    items = {item.key: item for item in catalogue.items(hidden=True)}
    book.remove(book.active)
    _fill(book.create_sheet("Jobs"), _jobs(content, catalogue))
    if content.definitions:
        _fill(book.create_sheet(DEFINITIONS_SHEET), _definitions(content, catalogue))
    if content.days:
        _fill(book.create_sheet(DAYS_SHEET), _days(content))
    if content.episodes:
        _fill(book.create_sheet(EPISODES_SHEET), _episodes(content, catalogue))
    if content.events:
        _fill(book.create_sheet(EVENTS_SHEET), _events(content))
    if len(content.interviews):
        _fill(book.create_sheet("Interviews"), interview_rows(content))
    _fill(book.create_sheet("Lines"), _lines(content.items))
    _fill(book.create_sheet("Answers"), _answers(content.cells, items))
    _fill(book.create_sheet("About"), [["About this file"], [NOT]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _jobs(content: Contents, catalogue: Catalogue) -> list[list[Cell]]:
    facts = [
        item.key
        for item in catalogue.items("fact", hidden=True)
        if item.key in _ALWAYS or any(item.key in job.facts for job in content.jobs)
    ]
    shipped = load()
    own = {item.key: criterion_column(item) for item in content.items if item.group in MEANS}
    named = [item.key if item.key in shipped else own.get(item.key, item.key) for item in content.items]
    rows: list[list[Cell]] = [[*facts, *named]]
    for job in content.jobs:
        texts = [as_text(job.facts.get(key, _unsaid(job, key))) for key in facts]
        rows.append([*texts, *(_value(job.answers.get(item.key)) for item in content.items)])
    return rows


def _days(content: Contents) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[*OF_A_JOB, *DAY_COLUMNS.values()]]
    for day in content.days:
        job = [as_text(day.job.facts.get(key, "")) for key in OF_A_JOB]
        asked = [key for key in DAY_COLUMNS if key != DAY]
        rows += [[*job, day.kind, *(_value(stretch.get(key)) for key in asked)] for stretch in day.stretches]
    return rows


def _episodes(content: Contents, catalogue: Catalogue) -> list[list[Cell]]:
    answered = {key for episode in content.episodes for key in episode.answers}
    rated = [
        item.key for item in catalogue.items(hidden=True) if item.kind == "rating" and item.key in answered
    ]
    rows: list[list[Cell]] = [[*OF_A_JOB, *EPISODE_COLUMNS.values(), *rated]]
    for episode in content.episodes:
        job = [as_text(episode.job.facts.get(key, "")) for key in OF_A_JOB]
        rows.append([*job, *(_value(episode.answers.get(key)) for key in (*EPISODE_COLUMNS, *rated))])
    return rows


def _events(content: Contents) -> list[list[Cell]]:
    rows = [[_value(event.get(key)) for key in EVENT_COLUMNS] for event in content.events]
    return [[*EVENT_COLUMNS.values()], *rows]


def _definitions(content: Contents, catalogue: Catalogue) -> list[list[Cell]]:
    """Return rows for criteria with points, own criteria that jobs are rated on, and sentences."""
    shipped = load()
    own = [item.key for item in content.items if item.group in MEANS and item.key not in shipped]
    rows: list[list[Cell]] = [[*DEFINITION_COLUMNS]]
    for key in dict.fromkeys([*content.definitions, *own]):
        item, value = catalogue.item(key), content.definitions.get(key)
        texts = {column: getattr(item, field) for column, field in CRITERION_TEXTS.items()}
        if item.kind == "text":
            texts, value = {"words": str(value)}, None
        texts_and_mark = {"definition": MEANS.get(item.group, ""), "criterion": key, **texts}
        texts_and_mark["private"] = YES if item.private else ""
        cells = {column: as_text(text) for column, text in texts_and_mark.items()}
        rows.append([value if column == "points" else cells.get(column, "") for column in DEFINITION_COLUMNS])
    return rows


def _unsaid(job: Job, fact: str) -> str:
    """Return the sign for an unknown fact: without it, a job without an end would go on."""
    return NOT_SAID if fact == "ended" and "started" in job.facts else ""


def _lines(items: Iterable[Item]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["line", "label", "asked", "from", "lowest", "to", "highest"]]
    for item in items:
        steps = (item.scale.min, item.scale.max) if item.kind == "rating" else (None, None)
        words = [as_text(text) for text in (item.key, item.worded().label, item.worded().ask)]
        rows.append([*words, steps[0], as_text(item.worded().low), steps[1], as_text(item.worded().high)])
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
            [
                as_text(name),
                as_text(answer.item),
                as_text(label),
                _value(answer),
                answer.memory,
                private,
                given,
            ]
        )
    return rows


def _value(answer: Answer | None) -> Cell:
    if answer is None:
        return None
    if answer.state != "value":
        return _BLANKS.get(answer.state, answer.state)
    if isinstance(answer.value, int | float) and not isinstance(answer.value, bool):
        return answer.value
    return as_text(answer.value if isinstance(answer.value, str) else _spelt(answer.value))


def _spelt(value: object) -> str:
    """Return a list or an object of answers in words."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_spelt(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "\n".join(map(_spelt, value))
    return {True: "yes", False: "no", None: ""}.get(value, str(value))  # type: ignore[call-overload, no-any-return]


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = None if value == "" else value
            if cell.value is not None and isinstance(value, str):
                cell.data_type = "s"  # never a formula, an error or a date, whatever it looks like
            if number == 1:
                cell.font = bold
            cell.alignment = wrapped
    for column in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 20
    sheet.freeze_panes = "A2"
