"""Jobs now in sight, as units of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from good_on_paper.record.journal import Record


def begin(record: Record, target: str) -> None:
    """See to it that a job in sight is on the list, apart from what a form's undo takes back."""
    if all(unit.id != target for unit in record.units("target")):
        sitting = record.sitting("target")
        record.add_unit("target", sitting=sitting, unit=target)
