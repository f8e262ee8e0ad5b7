"""A table without a column of employers: said once of the file, and at each job where a cell may name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_names import is_parted
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.role_found import RoleFound
    from good_on_paper.intake.table_reading import TableReading

_TIMES = frozenset(("started", "ended", "period"))


def tell_no_employer(
    reading: TableReading, facts: Mapping[str, Column], roles: Sequence[RoleFound], named: str
) -> None:
    """Note that no column is the employer, and what may be: a column `named`, a place, a part of a title."""
    notes = reading.findings.notes
    place = facts["place"].header if "place" in facts and _are_unknown(roles) else ""
    if named or (place and reading.taken & _TIMES):
        column = named or place
        notes.insert(0, f"No column is read as the employer; if {column!r} is, call it Employer.")
        notes += [f"{role.where}: {column!r} may be the employer; no column says it." for role in roles]
    elif reading.taken & _TIMES:
        notes.insert(0, "No column names an employer, so these jobs have none. You can add each here.")
        notes += [
            f"{role.where}: {assumed(role.facts['title'], '')}."
            for role in roles
            if is_parted(role.facts.get("title", ""))
        ]


def _are_unknown(roles: Sequence[RoleFound]) -> bool:
    """Return whether most places are none that many name, so that they may be employers."""
    places = [role.facts["place"] for role in roles if role.facts.get("place")]
    return 2 * sum(map(is_known_place, places)) < len(places)
