"""Achievements and stories, as the record keeps them: units inside their subject."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from good_on_paper.record.journal import Record


def unit_for(parent: str, what: str) -> str:
    """Return the id of the unit in `parent` for this purpose: the same wherever it is made."""
    return uuid.uuid5(uuid.UUID(parent), f"story:{what}").hex


def begin(
    record: Record,
    kind: str,
    unit: str,
    *,
    parent: str,
    facts: Mapping[str, Any],
    private: Collection[str] = (),
) -> None:
    """List an achievement or a story with what is known about it; keys in `private` are private.

    It begins in its own sitting: a form's undo removes answers about it, never the unit.
    """
    listed = record.current(items=("listed",), units=(unit,)).get((unit, "listed"))
    if listed is not None and listed.value is True:
        return
    with record.batch():
        sitting = record.sitting("stories")
        record.add_unit(kind, parent=parent, sitting=sitting, unit=unit)
        if listed is not None:
            record.answer(unit, "listed", value=True, sitting=sitting)
        for item, value in facts.items():
            record.answer(unit, item, value, sitting=sitting, private=item in private)
