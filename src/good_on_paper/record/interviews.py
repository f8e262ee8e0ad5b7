"""An interview, as the record keeps it: a unit of its own inside the job it is for."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record.answers import Sitting
    from good_on_paper.record.journal import Record


def interview_unit(target: str, day: str) -> str:
    """Return the id of the unit of a planned interview: the same wherever it is begun."""
    return uuid.uuid5(uuid.UUID(target), f"interview:{day}").hex


def begin_interview(
    record: Record, target: str, unit: str, *, facts: Mapping[str, Any], sitting: Sitting | None = None
) -> str:
    """Put an interview on the list with what is known of it, unless it is there, and return its unit's id.

    It begins in a sitting of its own, unless one is given: a form's undo takes back what was said of an
    interview, and never the interview.
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
