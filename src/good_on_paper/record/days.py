"""A day by the minute, as the record keeps it: an episode of its role, with an episode for each stretch."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from good_on_paper.record.answers import Sitting
    from good_on_paper.record.journal import Record

DAY: Final = keys.DAY_KIND
"""The kind of day: ordinary, best, worst, dull. An episode with it is a day; episodes inside are
stretches."""
WHAT, LENGTH, ABSORBED, DULL, MARGIN = (
    keys.STRETCH_WHAT,
    keys.STRETCH_LENGTH,
    keys.STRETCH_ABSORBED,
    keys.STRETCH_DULL,
    keys.STRETCH_MARGIN,
)
OF_A_STRETCH: Final = (WHAT, LENGTH, ABSORBED, DULL, MARGIN)
"""The items of a stretch, all of them optional."""


def day_unit(role: str, day: str) -> str:
    """Return the id of the unit for a role's day of a kind: the same wherever it is made."""
    return uuid.uuid5(uuid.UUID(role), f"day:{day}").hex


def add_day(record: Record, role: str, day: str, *, sitting: Callable[[], Sitting], revision: int = 1) -> str:
    """Add a role's day of a kind unless it exists, in a `sitting` made for it, and return its unit's id."""
    unit = day_unit(role, day)
    if (unit, DAY) not in record.current(items=(DAY,), units=(unit,)):
        with record.batch():
            begun = sitting()
            record.add_unit("episode", parent=role, sitting=begun, unit=unit)
            record.answer(unit, DAY, day, sitting=begun, revision=revision)
    return unit


def stretches_of_days(
    record: Record, *, as_of: datetime | int | None = None
) -> dict[tuple[str, str], list[str]]:
    """Return the ids of the stretches on the list, in the person's order, by role and kind of day."""
    episodes = record.units("episode", as_of=as_of)
    kinds = {
        unit: str(answer.value) for (unit, _), answer in record.current(items=(DAY,), as_of=as_of).items()
    }
    days = {unit.id: (unit.parent or "", kinds[unit.id]) for unit in episodes if unit.id in kinds}
    inside: dict[tuple[str, str], list[str]] = {day: [] for day in days.values()}
    for unit in episodes:
        if unit.parent in days:
            inside[days[unit.parent]].append(unit.id)
    return inside
