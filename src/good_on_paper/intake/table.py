"""A table of roles: one row per role, one column per fact or line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import OVERALL_NAMES, header_words
from good_on_paper.intake.columns import OVERALL, Column, match_columns
from good_on_paper.intake.columns_by_cells import BY_ITS_CELLS, by_their_cells, with_names
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.line_dates import NUMBERS
from good_on_paper.intake.no_employer import tell_no_employer
from good_on_paper.intake.not_mine import doubted, refuse_others
from good_on_paper.intake.preview import Preview, Rated, Recognised
from good_on_paper.intake.rating_columns import read_ratings
from good_on_paper.intake.ratings import other_answer, read_cell, shipped
from good_on_paper.intake.row_dates import looks_dated
from good_on_paper.intake.sheet import column_name
from good_on_paper.intake.table_reading import Given, TableReading
from good_on_paper.intake.table_rows import read_rows
from good_on_paper.language.dates import order_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake.sheet import Sheet

_LABELS: Final = {
    "period": "start and end",
    "section": "what kind of entry it is",
    "current": "whether it goes on",
}
_MEANS: Final = {
    "title": "what you were",
    "employer": "the employer",
    "started": "the start",
    "ended": "the end",
}


def read_table(
    sheet: Sheet, catalogue: Catalogue, *, outcome: str | None = None, given: Given | None = None
) -> Preview:
    """Find roles, facts and ratings in a table.

    Parameters
    ----------
    sheet : Sheet
    catalogue : Catalogue
        With the person's own lines.
    outcome : str, optional
        Header of the column that rates how jobs went, if its name does not show it.
    given : Given, optional
        What the person says about the columns: the outcome, scales, steps of words.

    Returns
    -------
    Preview
        Values are never rescaled: a column that does not fit the scale of its line becomes an own line.

    Raises
    ------
    IntakeError
        If no column is known, `outcome` or `given` names a missing column, or the table is about other
        people.
    """
    given = given or Given(outcome)
    if unknown := sorted(given.named() - set(sheet.header)):
        raise IntakeError(
            sheet.file,
            f"there is no column {unknown[0]!r}",
            expected=f"one of {', '.join(name for name in sheet.header if name)}",
        )
    refuse_others(sheet)
    columns = match_columns(
        sheet.header,
        catalogue,
        outcome=given.outcome,
        dated=lambda number: looks_dated([row.cells[number] for row in sheet.rows]),
    )
    columns = by_their_cells(columns, sheet)
    reading = TableReading(
        sheet, catalogue, Findings(notes=list(sheet.notes)), given, ours=_is_ours(sheet, catalogue)
    )
    _tell_order(reading, columns)
    reading.findings.notes += [
        f"Column {column.header!r} is read as {_MEANS[column.key]}."
        for column in columns
        if column.rank == BY_ITS_CELLS
    ]
    reading.taken = {column.key for column in columns if column.part in ("fact", "item")}
    facts = {column.key: column for column in columns if column.part == "fact"}
    naming = _naming(reading, columns, facts)
    for column in sorted(columns, key=lambda column: (column.header, column.number)):
        _read_column(reading, column, facts, naming)
    doubt = doubted(sheet)
    if doubt:
        reading.findings.notes.insert(0, doubt.note)
        reading.lines = [replace(line, taken=False) for line in reading.lines]
    roles = read_rows(reading, facts, naming, unless=doubt.why if doubt else "")
    known = [column for column in columns if column.part == "fact" or column is naming]
    if not (known or reading.recognised or reading.lines):
        raise IntakeError(
            sheet.file,
            f"no column is recognised among {shown(', '.join(sheet.header))}",
            place=sheet.place(),
            expected="a first row of column names: title, employer, started, ended, or the names of lines",
        )
    unread = [column.header for column in columns if column.part == "unknown" and column is not naming]
    if "title" in facts and "employer" not in facts and not (doubt or reading.ours):
        tell_no_employer(reading, facts, roles, with_names(sheet, unread))
    place = {reading.at(column): column.number for column in columns}
    return Preview(
        file=sheet.file,
        source="table",
        roles=tuple(roles),
        lines=tuple(sorted(reading.lines, key=lambda part: place[part.where])),
        recognised=tuple(sorted(reading.recognised, key=lambda part: place[part.where])),
        skipped=tuple(reading.findings.skipped),
        notes=tuple(reading.findings.notes),
        outcome=None if doubt else _main_outcome(reading, given.outcome),
        ours=reading.ours,
        log=doubt is not None and doubt.log,
        scaled=tuple(sorted(reading.scaled, key=lambda part: place[part.where])),
    )


def _tell_order(reading: TableReading, columns: list[Column]) -> None:
    """Find from all dates of the table whether day or month comes first."""
    said = ("started", "ended", "period")
    dates = [column for column in columns if column.key in said and column.part == "fact"]
    order, problem = order_of(
        date
        for column in dates
        for _, text in reading.cells(column)
        for date in (NUMBERS.findall(text) if column.key == "period" else [text])
    )
    reading.findings.order = order
    if problem:
        reading.findings.notes.append(f"{problem[:1].upper()}{problem[1:]}.")


def _is_ours(sheet: Sheet, catalogue: Catalogue) -> bool:
    """Return whether this kit wrote the table: all columns are keys, and one is a name nobody else uses."""
    header = [name for name in sheet.header if name]
    named = {"title", "employer"} <= set(header) and all(name in catalogue for name in header)
    return named and any("_" in name and name in shipped() for name in header)


def _naming(reading: TableReading, columns: list[Column], facts: Mapping[str, Column]) -> Column | None:
    """Return the column that names the rows if no column is the title."""
    if "title" in facts:
        return None
    for part in ("name",) if "employer" in facts else ("name", "number"):
        for column in columns:
            if column.part == part and any(text for _, text in reading.cells(column)):
                return column
    if "employer" in facts:
        return None
    for column in columns:
        texts = [text for _, text in reading.cells(column)]
        is_text = all(text and read_cell(text).state == "text" for text in texts)
        if column.part == "unknown" and texts and is_text and len(set(texts)) == len(texts):
            return column
    return None


def _read_column(
    reading: TableReading, column: Column, facts: Mapping[str, Column], naming: Column | None
) -> None:
    where, catalogue = reading.at(column), reading.catalogue
    if column is naming:
        reading.recognised.append(Recognised(where, "title", "the names of the jobs"))
        if column.part in ("unknown", "number") and column.header:
            reading.findings.notes.append(f"Column {column.header!r} is read as what you were.")
    elif column.part == "fact" and column.key == "period" and facts.keys() & {"started", "ended"}:
        reading.findings.skip(where, "", "start and end have columns of their own")
    elif column.part == "fact":
        label = _LABELS.get(column.key) or _date_part(column.key, catalogue)
        reading.recognised.append(Recognised(where, column.key, label))
    elif column.part == "twice":
        reading.findings.skip(where, "", f"the column {column.key!r} is this already")
    elif column.part in ("name", "number"):
        named = "the jobs have their names from " + (
            "another column" if naming is None else column_name(naming.header, naming.number)
        )
        reading.findings.skip(where, "", named if facts or naming else "it only numbers the rows")
    elif column.part == "item" and catalogue.item(column.key).kind != "rating":
        _read_other(reading, column, catalogue.item(column.key))
    else:
        read_ratings(reading, column)


def _date_part(key: str, catalogue: Catalogue) -> str:
    fact, _, unit = key.partition(" ")
    label = catalogue.item(fact).label
    return f"{label}, the {unit}" if unit else label


def _read_other(reading: TableReading, column: Column, item: Item) -> None:
    reading.recognised.append(Recognised(reading.at(column), item.key, item.label))
    for row, text in reading.cells(column):
        place = reading.at(column, row)
        cell = read_cell(text)
        if cell.state in ("na", "cant_recall", "skip"):
            reading.answer(row, Rated(item.key, None, cell.state))
        elif tidy := reading.findings.text(place, text, lines=True):
            answer = other_answer(item, tidy)
            if isinstance(answer, str):
                reading.findings.skip(place, text, answer)
            else:
                reading.answer(row, answer)


def _main_outcome(reading: TableReading, named: str | None) -> str | None:
    """Return the outcome to propose as main: the named one, else the likeliest if none is `overall`."""
    outcomes = reading.outcomes
    if named is None and OVERALL in outcomes.values():
        return None

    def likely(header: str) -> tuple[int, str]:
        return OVERALL_NAMES.get(header_words(header), len(OVERALL_NAMES)), header

    first = min(outcomes, key=likely, default="")
    chosen = outcomes.get(first) if named is None else outcomes.get(named)
    return None if chosen == OVERALL else chosen
