"""Tables of jobs within a CV: a row that names the columns, then a job in each row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import keys
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.cv_shape import TAKEN
from good_on_paper.intake.cv_text import read_cv
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.job_words import is_town
from good_on_paper.intake.names_apart import with_names_apart
from good_on_paper.intake.page_parts import GAP
from good_on_paper.intake.places_joined import with_places_apart, with_places_joined
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.intake.preview import Preview
from good_on_paper.intake.sections import section_of
from good_on_paper.intake.sheet import Row, Sheet
from good_on_paper.intake.sheet_dates import with_dates
from good_on_paper.intake.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import RoleFound

BREAK: Final = "\v"
"""What separates the paragraphs of one cell."""
_OF_ROLES: Final = (*TAKEN, "study")
_COLUMNS: Final = 3
_LONGEST: Final = 60
"""Most characters of a column's name."""
_TIMES: Final = ("started", "ended", "period")
_NAMES: Final = ("title", "employer", "place")
_BESIDE: Final = "no dates stand in it; it stands beside the jobs that are read"
_WHERE: Final = 2
"""An employer and its town below it."""


class HeadedTable(NamedTuple):
    """A table of jobs, the kind of its section, and what the reader of tables found in it."""

    kind: str
    preview: Preview


def names_columns(cells: Sequence[str]) -> bool:
    """Return whether a row names the columns of a table of jobs: what somebody was, when, and more.

    Examples
    --------
    >>> names_columns(["Zeitraum", "Funktion", "Betrieb"]), names_columns(["2014", "Cook", "Bar"])
    (True, False)
    """
    named = [cell for cell in cells if cell.strip()]
    if len(named) < _COLUMNS or any(len(cell) > _LONGEST for cell in named):
        return False
    if any(sign.isdecimal() for cell in named for sign in cell):
        return False
    facts = [fact_named(norm_header(cell)) for cell in named]
    known = sum(map(bool, facts))
    dated = any(fact.startswith(_TIMES) for fact in facts)
    return (
        bool({"title", "employer"} & set(facts))
        and dated
        and known >= _COLUMNS - 1
        and 2 * known >= len(facts)
    )


def tables_apart(
    lines: Sequence[str], file: str, catalogue: Catalogue
) -> tuple[list[str], list[HeadedTable]]:
    """Take the tables of jobs out of the lines of a CV; they are read by the names of their columns.

    Parameters
    ----------
    lines : sequence of str
        With a gap between two cells of a row.
    file : str
        Its name, for messages.
    catalogue : Catalogue

    Returns
    -------
    lines : list of str
        The others. Tables below a heading of other things, such as studies, stay in place.
    tables : list of HeadedTable
    """
    left: list[str] = []
    tables: list[HeadedTable] = []
    kind, at = "", 0
    while at < len(lines):
        line = lines[at]
        kind = section_of(line) or kind
        end = _end(lines, at) if GAP in line and kind in ("", *TAKEN) else at
        header, *body = [row.split(GAP) for row in lines[at:end]] or [[]]
        found = read_headed(header, list(enumerate(body, start=2)), file, catalogue) if body else None
        if found:
            tables.append(HeadedTable(kind, found))
            at = end
        else:
            left += _as_drawn(line)
            at += 1
    return left, tables


def read_around(lines: Sequence[str], tables: Sequence[HeadedTable], file: str) -> Preview:
    """Return what is found in the lines of a CV, behind the jobs of the tables that stood in it.

    Raises
    ------
    IntakeError
        If there are no tables and no lines, or more than a career can have.
    """
    if not tables:
        return read_cv("\n".join(lines), file)
    preview = Preview(file, "lines", ())
    if any(line.strip() for line in lines):
        preview = read_cv("\n".join(lines), file)
    beside = {shown(heading): rest for heading, rest in _below_headings(lines)}
    left = (
        replace(part, what=shown(" / ".join(beside[part.what])), why=_BESIDE) if part.what in beside else part
        for part in preview.skipped
        if beside.get(part.what, [part.what])
    )
    return _with_tables(replace(preview, skipped=tuple(left)), tables)


def _below_headings(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with jobs, and what is left below it."""
    heading = ""
    rest: list[str] = []
    for line in [*filter(str.strip, lines), None]:
        part = section_of(line) if line else ""
        if heading and (part or line is None):
            yield heading, rest
            heading = ""
        if part in _OF_ROLES and line:
            heading, rest = line.strip(), []
        elif line:
            rest.append(line.strip())


def _with_tables(preview: Preview, tables: Sequence[HeadedTable]) -> Preview:
    """Return what was found in a CV with the jobs of its tables before."""
    roles: list[RoleFound] = []
    skipped = []
    notes: list[str] = []
    for number, (kind, found) in enumerate(tables, start=1):
        apart = len({role.where for _, other in tables for role in other.roles}) < sum(
            len(other.roles) for _, other in tables
        )
        named = f"table {number}, " if apart else ""
        roles += [
            replace(
                role,
                where=f"{named}{role.where}",
                facts={keys.ROLE_KIND: kind or "job"} | dict(role.facts),
                taken=role.taken and kind != "study",
            )
            for role in found.roles
        ]
        skipped += [replace(part, where=f"{named}{part.where}") for part in found.skipped]
        notes += [f"{named}{note}" if note.startswith("row ") else note for note in found.notes]
    return replace(
        preview,
        roles=(*roles, *preview.roles),
        skipped=(*skipped, *preview.skipped),
        notes=(*notes, *preview.notes),
    )


def _end(lines: Sequence[str], at: int) -> int:
    """Return where the table ends whose columns a line names; the line itself if it names none."""
    header = lines[at].split(GAP)
    if not names_columns(header):
        return at
    end = at + 1
    while end < len(lines) and GAP in lines[end] and not names_columns(lines[end].split(GAP)):
        if len(lines[end].split(GAP)) != len(header):
            return at  # nobody can say which cell is which
        end += 1
    return end


def _as_drawn(line: str) -> Iterator[str]:
    """Yield the lines of a row that is not read by its columns: across, or cell after cell."""
    if BREAK in line:
        yield from (part for cell in line.split(GAP) for part in cell.split(BREAK) if part)
    else:
        yield GAP.join(cell for cell in line.split(GAP) if cell)


def read_headed(
    header: Sequence[str],
    body: Sequence[tuple[int, Sequence[str]]],
    file: str,
    catalogue: Catalogue,
    *,
    row: str = "row",
) -> Preview | None:
    """Read numbered rows by the names of their columns; what no column of a job holds is told of the job.

    Parameters
    ----------
    header : sequence of str
    body : sequence of tuple of int and sequence of str
        A cell for each column; its paragraphs are separated.
    file : str
        Its name, for messages.
    catalogue : Catalogue
    row : str
        What the numbers count, for messages.

    Returns
    -------
    Preview or None
        None if there are no jobs in it.
    """
    facts = [fact_named(norm_header(name)) for name in header]
    employer = facts.index("employer") if "employer" in facts and "place" not in facts else -1
    towns = [_town_below(cells[employer]) if employer >= 0 else "" for _, cells in body]
    numbered = tuple(
        Row(number, (*(_first(cell, fact, town) for cell, fact in zip(cells, facts, strict=True)), town))
        for (number, cells), town in zip(body, towns, strict=True)
    )
    names = (*(cell.replace(BREAK, " ") for cell in header), "place" if any(towns) else "")
    sheet = Sheet(file, "", names, numbered)
    try:
        preview = read_table(
            with_dates(with_places_apart(with_places_joined(with_names_apart(sheet)))), catalogue
        )
    except IntakeError:
        return None
    if preview.log or not preview.roles:
        return None
    cells = {
        sheet.place(made): tuple(zip(header, given, strict=True))
        for made, (_, given) in zip(numbered, body, strict=True)
    }
    known = [sheet.place(column=at) for at, fact in enumerate(facts) if fact]
    roles = tuple(
        replace(role, ratings=(), facts=_with_the_rest(role.facts, cells.get(role.where, ())))
        for role in preview.roles
    )
    # what stands in other columns is told of each job
    skipped = (
        part
        for part in preview.skipped
        if any(part.where.endswith(name) for name in known) or "column" not in part.where
    )
    named = tuple(
        replace(part, what=shown(" | ".join(cell for _, cell in cells[part.where] if cell)))
        if part.where in cells and not part.what
        else part
        for part in skipped
    )
    found = replace(preview, roles=roles, skipped=named)
    return found if row == "row" else _counting(found, row)


def _counting(preview: Preview, row: str) -> Preview:
    """Return what was found with places that count something else than rows."""

    def called(text: str) -> str:
        return re.sub(r"\brow (?=[0-9])", f"{row} ", text)

    return replace(
        preview,
        roles=tuple(replace(role, where=called(role.where)) for role in preview.roles),
        skipped=tuple(
            replace(part, where=called(part.where), why=called(part.why)) for part in preview.skipped
        ),
        notes=tuple(map(called, preview.notes)),
    )


def _town_below(cell: str) -> str:
    """Return the town in the second of a cell's two paragraphs; empty if there is none."""
    parts = cell.split(BREAK)
    return parts[1] if len(parts) == _WHERE and is_town(parts[1]) else ""


def _first(cell: str, fact: str, town: str) -> str:
    """Return what of a cell is the fact of its column: its first paragraph; of an employer all but a town."""
    parts = [part for part in cell.split(BREAK) if part]
    if fact in ("title", "place") or (fact == "employer" and (town or len(parts) > _WHERE)):
        return parts[0] if parts else ""
    if fact == "employer":
        return ", ".join(parts)
    return ("\n" if fact == "summary" or not fact else " ").join(parts)


def _with_the_rest(facts: Mapping[str, str], cells: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the facts of a row with what stands in it besides them at the end of its summary."""
    there = norm(" ".join(facts.values()))
    told = [facts["summary"]] if facts.get("summary") else []
    for header, cell in cells:
        fact = fact_named(norm_header(header))
        if fact.startswith(_TIMES) or fact in ("current", keys.ROLE_KIND):
            continue  # what of these cannot be read is named
        rest = [part for part in cell.split(BREAK) if any(map(str.isalnum, part)) and norm(part) not in there]
        named = "" if fact in _NAMES or not header else f"{header}: "
        told += [f"- {named}{part}" for part in rest]
    return {**facts, "summary": "\n".join(told)} if told else dict(facts)
