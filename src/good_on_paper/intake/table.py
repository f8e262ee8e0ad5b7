"""A table of roles: a row a role, a column a fact or a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.columns import OVERALL, Column, match_columns
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.preview import OwnLine, Preview, Rated, Recognised, RoleFound
from good_on_paper.intake.ratings import (
    fits,
    other_answer,
    own_because,
    own_line,
    read_cell,
    too_large,
)
from good_on_paper.intake.sheet import column_name
from good_on_paper.language.dates import order_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.intake.sheet import Row, Sheet

_LINE_FACTS: Final = ("title", "employer", "place", "boss_word")


@dataclass
class _Reading:
    """A table on its way to a preview."""

    sheet: Sheet
    catalogue: Catalogue
    findings: Findings
    answers: dict[int, list[Rated]] = field(default_factory=dict)
    lines: list[OwnLine] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    outcomes: dict[str, str] = field(default_factory=dict)

    def cells(self, column: Column) -> list[tuple[Row, str]]:
        return [(row, row.cells[column.number]) for row in self.sheet.rows]

    def at(self, column: Column, row: Row | None = None) -> str:
        return self.sheet.place(row, column.number)


def read_table(sheet: Sheet, catalogue: Catalogue, *, outcome: str | None = None) -> Preview:
    """Find roles, facts and ratings in a table.

    Parameters
    ----------
    sheet : Sheet
    catalogue : Catalogue
        With the person's own lines.
    outcome : str, optional
        Header of the column that says how it went, where its name does not.

    Returns
    -------
    Preview
        Values are never rescaled: a column that does not fit the scale of its line becomes an own line.

    Raises
    ------
    IntakeError
        If no column is known, or `outcome` names none.
    """
    if outcome is not None and outcome not in sheet.header:
        raise IntakeError(
            sheet.file,
            f"there is no column {outcome!r}",
            expected=f"one of {', '.join(name for name in sheet.header if name)}",
        )
    columns = match_columns(sheet.header, catalogue, outcome=outcome)
    reading = _Reading(sheet, catalogue, Findings(notes=list(sheet.notes)))
    _tell_order(reading, columns)
    reading.taken = {column.key for column in columns if column.part in ("fact", "item")}
    facts = {column.key: column for column in columns if column.part == "fact"}
    naming = _naming(reading, columns, facts)
    for column in columns:
        _read_column(reading, column, facts, naming)
    roles = _roles(reading, facts, naming)
    known = [column for column in columns if column.part == "fact" or column is naming]
    if not (known or reading.recognised or reading.lines):
        raise IntakeError(
            sheet.file,
            f"no column is recognised among {shown(', '.join(sheet.header))}",
            place=sheet.place(),
            expected="a first row of column names: title, employer, started, ended, or the names of lines",
        )
    return Preview(
        file=sheet.file,
        source="table",
        roles=tuple(roles),
        lines=tuple(reading.lines),
        recognised=tuple(reading.recognised),
        skipped=tuple(reading.findings.skipped),
        notes=tuple(reading.findings.notes),
        outcome=_main_outcome(reading.outcomes, outcome),
    )


def _tell_order(reading: _Reading, columns: list[Column]) -> None:
    """Tell from all dates of the table whether day or month comes first in them."""
    dates = [column for column in columns if column.key in ("started", "ended") and column.part == "fact"]
    order, problem = order_of(text for column in dates for _, text in reading.cells(column))
    reading.findings.order = order
    if problem:
        reading.findings.notes.append(f"{problem[:1].upper()}{problem[1:]}.")


def _naming(reading: _Reading, columns: list[Column], facts: Mapping[str, Column]) -> Column | None:
    """Choose the column that names the rows where no column is the title."""
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
    reading: _Reading, column: Column, facts: Mapping[str, Column], naming: Column | None
) -> None:
    where = reading.at(column)
    if column is naming:
        reading.recognised.append(Recognised(where, "title", "the names of the jobs"))
    elif column.part == "fact":
        reading.recognised.append(Recognised(where, column.key, reading.catalogue.item(column.key).label))
    elif column.part == "twice":
        reading.findings.skip(where, "", f"the column {column.key!r} is this already")
    elif column.part in ("name", "number"):
        named = "the jobs have their names from " + (
            "another column" if naming is None else column_name(naming.header, naming.number)
        )
        reading.findings.skip(where, "", named if facts or naming else "it only numbers the rows")
    elif column.part == "item" and reading.catalogue.item(column.key).kind != "rating":
        _read_other(reading, column, reading.catalogue.item(column.key))
    else:
        _read_ratings(reading, column)


def _read_other(reading: _Reading, column: Column, item: Item) -> None:
    reading.recognised.append(Recognised(reading.at(column), item.key, item.label))
    for row, text in reading.cells(column):
        place = reading.at(column, row)
        cell = read_cell(text)
        if cell.state in ("na", "cant_recall", "skip"):
            reading.answers.setdefault(row.number, []).append(Rated(item.key, None, cell.state))
        elif tidy := reading.findings.text(place, text, lines=True):
            answer = other_answer(item, tidy)
            if isinstance(answer, str):
                reading.findings.skip(place, text, answer)
            else:
                reading.answers.setdefault(row.number, []).append(answer)


def _read_ratings(reading: _Reading, column: Column) -> None:
    where, skip = reading.at(column), reading.findings.skip
    comma = reading.sheet.decimal_comma
    cells = [(row, text, read_cell(text, decimal_comma=comma)) for row, text in reading.cells(column)]
    numbers = [cell.number for *_, cell in cells if cell.number is not None]
    texts = [(row, text) for row, text, cell in cells if cell.state == "text"]
    known = reading.catalogue.item(column.key) if column.key else None
    if known is None and texts:
        row, text = texts[0]
        skip(where, text, f"row {row.number} has this text and no line of the kit is called so")
        return
    if not numbers and (texts or all(cell.state == "empty" for *_, cell in cells)):
        why = "it has no numbers" if texts else "nothing stands in it"
        skip(where, texts[0][1] if texts else "", why)
        return
    if too_large(numbers):
        skip(where, max(numbers, key=abs), "no scale goes so far")
        return
    if known is None or not fits(known, numbers):
        if not numbers:
            skip(where, "", "only blanks stand in it and no line of the kit is called so")
            return
        item = _own(reading, column, numbers, known)
    else:
        item = known
        reading.recognised.append(Recognised(where, item.key, item.label))
    reading.taken.add(item.key)
    if column.verdict:
        reading.outcomes[column.header] = item.key
    for row, text, cell in cells:
        if cell.state == "text":
            expected = (
                f"expected a number from {item.scale.min} to {item.scale.max}, or na, can't recall, skip"
            )
            skip(reading.at(column, row), text, expected)
        elif cell.state != "empty":
            reading.answers.setdefault(row.number, []).append(Rated(item.key, cell.number, cell.state))


def _own(reading: _Reading, column: Column, numbers: list[float], known: Item | None) -> Item:
    """Give the own line of a column, new or found again."""
    where = reading.at(column)
    verdict = column.verdict or (known is not None and known.group == "outcome")
    item, new = own_line(where, column.header, numbers, reading.catalogue, reading.taken, outcome=verdict)
    why = own_because(numbers, item, known=known)
    if new:
        reading.lines.append(OwnLine(where, item, why))
    else:
        reading.recognised.append(Recognised(where, item.key, item.label))
    return item


def _main_outcome(outcomes: Mapping[str, str], named: str | None) -> str | None:
    """Give the outcome to propose as the main one: the named, else the first where none is `overall`."""
    if named is None and OVERALL in outcomes.values():
        return None
    chosen = next(iter(outcomes.values()), None) if named is None else outcomes.get(named)
    return None if chosen == OVERALL else chosen


def _roles(reading: _Reading, facts: Mapping[str, Column], naming: Column | None) -> list[RoleFound]:
    roles: list[RoleFound] = []
    seen: dict[tuple[str, ...], str] = {}
    nameless = naming is None and not {"title", "employer"} & set(facts)
    for row in reading.sheet.rows:
        where = reading.sheet.place(row)
        if not nameless and row.cells in seen:
            reading.findings.skip(where, "", f"the same as {seen[row.cells]}")
            continue
        seen[row.cells] = where
        said = _facts_of(reading, row, facts)
        if naming is not None:
            said |= {"title": reading.findings.text(where, row.cells[naming.number])}
        if nameless:
            said["title"] = f"Row {row.number}"
        said = {key: text for key, text in said.items() if text}
        if "title" not in said and "employer" not in said:
            reading.findings.skip(where, "", "it has neither a title nor an employer")
            continue
        roles.append(RoleFound(where, said, tuple(reading.answers.get(row.number, ()))))
    if nameless and roles:
        reading.findings.notes.append("No column names the jobs; they are called Row 2, Row 3 and so on.")
    return roles


def _facts_of(reading: _Reading, row: Row, facts: Mapping[str, Column]) -> dict[str, str]:
    findings = reading.findings

    def text(key: str) -> tuple[str, str]:
        column = facts.get(key)
        return (reading.at(column, row), row.cells[column.number]) if column else ("", "")

    said = {key: findings.text(*text(key)) for key in _LINE_FACTS if key in facts}
    if "summary" in facts:
        said["summary"] = findings.text(*text("summary"), lines=True)
    if "role_kind" in facts:
        said["role_kind"] = findings.kind(*text("role_kind"))
    return said | findings.span(text("started"), text("ended"), open_end="ended" in facts)
