"""Targets, the jobs under consideration, as units of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from good_on_paper.record.journal import Record


def begin(record: Record, target: str) -> None:
    """Add a target to the list, so that a form's undo never removes it."""
    if all(unit.id != target for unit in record.units("target")):
        sitting = record.sitting("target")
        record.add_unit("target", sitting=sitting, unit=target)
