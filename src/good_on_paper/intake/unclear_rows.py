"""Rows of a table whose cells we cannot tell apart: what is found in them is not ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.header_of_jobs import names_columns
from good_on_paper.intake.page_parts import GAP
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.sections import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from good_on_paper.intake.preview import RoleFound

_WHY: Final = (
    "It stands in a table whose rows run over several lines. We can’t tell which words go together: "
    "please check it before you tick it."
)


def with_doubts(roles: Sequence[RoleFound], lines: Sequence[str]) -> tuple[RoleFound, ...]:
    """Return the roles of a CV; those of tables that are not clear are not ticked.

    Parameters
    ----------
    roles : sequence of RoleFound
    lines : sequence of str
        The lines from which they were read, with a gap between two cells.
    """
    unclear = [set(norm(" ".join(rows)).split()) for rows in _tables(lines)]
    return tuple(
        replace(role, taken=False, why=_WHY)
        if role.taken and any(_words(role) <= words for words in unclear)
        else role
        for role in roles
    )


def _words(role: RoleFound) -> set[str]:
    facts = role.facts
    years = (facts.get("started", "")[:4], facts.get("ended", "").replace("now", "")[:4])
    return set(norm(" ".join((facts.get("title", ""), facts.get("employer", ""), *years))).split())


def _tables(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines below each row of column names, up to the next heading, if some have fewer cells."""
    rows: list[str] | None = None
    cells = 0
    for line in [*lines, None]:
        header = line is not None and names_columns(line.split(GAP))
        if rows is not None and (header or line is None or section_of(line)):
            if any(len(row.split(GAP)) != cells for row in rows):
                yield rows
            rows = None
        if header and line is not None:
            rows, cells = [], len(line.split(GAP))
        elif rows is not None and line is not None:
            rows.append(line)
