"""Tables of jobs within a CV: a row that names the columns, then a job in each row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import keys
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.cv_shape import TAKEN
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.job_words import is_town
from good_on_paper.intake.names_apart import with_names_apart
from good_on_paper.intake.page_parts import GAP
from good_on_paper.intake.places_joined import with_places_apart, with_places_joined
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.intake.sections import section_of
from good_on_paper.intake.sheet import Row, Sheet
from good_on_paper.intake.sheet_dates import with_dates
from good_on_paper.intake.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import Preview, RoleFound

BREAK: Final = "\v"
"""What separates the paragraphs of one cell."""
_COLUMNS: Final = 3
_LONGEST: Final = 60
"""Most characters of a column's name."""
_TIMES: Final = ("started", "ended", "period")
_NAMES: Final = ("title", "employer", "place")
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
        found = _read([line.split(GAP) for line in lines[at:end]], file, catalogue) if end > at + 1 else None
        if found:
            tables.append(HeadedTable(kind, found))
            at = end
        else:
            left += _as_drawn(line)
            at += 1
    return left, tables


def with_tables(preview: Preview, tables: Sequence[HeadedTable]) -> Preview:
    """Return what was found in a CV with the jobs of its tables before."""
    roles: list[RoleFound] = []
    skipped = []
    notes: list[str] = []
    for number, (kind, found) in enumerate(tables, start=1):
        named = f"table {number}, " if len(tables) > 1 else ""
        roles += [
            replace(
                role, where=f"{named}{role.where}", facts={keys.ROLE_KIND: kind or "job"} | dict(role.facts)
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


def _read(rows: Sequence[Sequence[str]], file: str, catalogue: Catalogue) -> Preview | None:
    header, *body = rows
    facts = [fact_named(norm_header(name)) for name in header]
    employer = facts.index("employer") if "employer" in facts and "place" not in facts else -1
    towns = [_town_below(row[employer]) if employer >= 0 else "" for row in body]
    numbered = tuple(
        Row(number, (*(_first(cell, fact, town) for cell, fact in zip(row, facts, strict=True)), town))
        for number, (row, town) in enumerate(zip(body, towns, strict=True), start=2)
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
        sheet.place(row): tuple(zip(header, given, strict=True))
        for row, given in zip(numbered, body, strict=True)
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
    return replace(preview, roles=roles, skipped=named)


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
