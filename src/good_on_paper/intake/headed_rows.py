"""Rows of a table within a CV as jobs: what no column of a job holds is told of the job."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.header_of_jobs import TIMES, facts_named
from good_on_paper.intake.job_words import is_town
from good_on_paper.intake.names_apart import with_names_apart
from good_on_paper.intake.page_parts import BREAK
from good_on_paper.intake.places_joined import with_places_apart, with_places_joined
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.sheet import Row, Sheet
from good_on_paper.intake.sheet_dates import with_dates
from good_on_paper.intake.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import Preview

_NAMES: Final = ("title", "employer", "place")
_WHERE: Final = 2
"""An employer and its town below it."""


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
    facts = facts_named(header)
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
        sheet.place(made): tuple(zip(header, facts, given, strict=True))
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
        replace(part, what=shown(" | ".join(cell for _, _, cell in cells[part.where] if cell)))
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


def _with_the_rest(facts: Mapping[str, str], cells: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Return the facts of a row with what stands in it besides them at the end of its summary."""
    there = norm(" ".join(facts.values()))
    told = [facts["summary"]] if facts.get("summary") else []
    for header, fact, cell in cells:
        if fact.startswith(TIMES) or fact in ("current", keys.ROLE_KIND):
            continue  # what of these cannot be read is named
        rest = [part for part in cell.split(BREAK) if any(map(str.isalnum, part)) and norm(part) not in there]
        named = "" if fact in _NAMES or not header else f"{header}: "
        told += [f"- {named}{part}" for part in rest]
    return {**facts, "summary": "\n".join(told)} if told else dict(facts)
