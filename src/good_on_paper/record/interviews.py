"""An interview, as the record keeps it: its own unit inside its target."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record.answers import Sitting
    from good_on_paper.record.journal import Record


def interview_unit(target: str, day: str) -> str:
    """Return the id of a planned interview's unit: the same wherever it is begun."""
    return uuid.uuid5(uuid.UUID(target), f"interview:{day}").hex


def begin_interview(
    record: Record, target: str, unit: str, *, facts: Mapping[str, Any], sitting: Sitting | None = None
) -> str:
    """List an interview with what is known about it, unless it is listed; return its unit's id.

    It begins in its own sitting, unless one is given: a form's undo removes answers about an interview, never
    the interview.
    """
    listed = record.current(items=("listed",), units=(unit,)).get((unit, "listed"))
    if listed is None or listed.value is not True:
        with record.batch():
            begun = sitting or record.sitting("interview")
            record.add_unit("interview", parent=target, sitting=begun, unit=unit)
            if listed is not None:
                record.answer(unit, "listed", value=True, sitting=begun)
            for item, value in facts.items():
                record.answer(unit, item, value, sitting=begun)
    return unit
