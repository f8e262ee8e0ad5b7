"""Tables of jobs within a CV: a row that names the columns, then a job in each row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import keys
from good_on_paper.intake.cv_shape import TAKEN
from good_on_paper.intake.cv_text import read_cv
from good_on_paper.intake.errors import shown
from good_on_paper.intake.headed_rows import read_headed
from good_on_paper.intake.header_of_jobs import names_columns
from good_on_paper.intake.page_parts import BREAK, GAP
from good_on_paper.intake.preview import Preview
from good_on_paper.intake.sections import section_of, without_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import RoleFound

_OF_ROLES: Final = (*TAKEN, "study")
_BESIDE: Final = "no dates stand in it; it stands beside the jobs that are read"


class HeadedTable(NamedTuple):
    """A table of jobs, the kind of its section, and what the reader of tables found in it."""

    kind: str
    preview: Preview


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
    beside = {
        shown(name): rest
        for heading, rest in _below_headings(lines)
        for name in (heading, without_number(heading))
    }
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
