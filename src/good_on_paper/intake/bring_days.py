"""Days of a file into the record: whole days only, and only where nothing was told of that day before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.record.days import DAY, OF_A_STRETCH, add_day, day_unit, stretches_of_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import DayFound, Rated
    from good_on_paper.record import Record, Sitting


def bring_day(
    record: Record, role: str, day: DayFound, catalogue: Catalogue, sitting: Callable[[], Sitting]
) -> tuple[int, list[dict[str, object]] | None]:
    """Add a role's day, unless something was told of it before.

    Returns
    -------
    tuple
        How many answers were written; and what stands of that day where it differs and was kept, a list a
        stretch, empty where the person took all of them off, None where nothing differs.
    """
    before = record.history(day_unit(role, day.kind), DAY)
    if before:
        told = _told(record, stretches_of_days(record).get((role, day.kind), []))
        return 0, None if told == [_values(stretch) for stretch in day.stretches] else told
    revision = catalogue.item(DAY).revision
    unit = add_day(record, role, day.kind, sitting=sitting, revision=revision)
    for stretch in day.stretches:
        one = record.add_unit("episode", parent=unit, sitting=sitting())
        for said in stretch:
            item = catalogue.item(said.item)
            record.answer(
                one,
                said.item,
                said.value,
                state=said.state,
                sitting=sitting(),
                revision=item.revision,
                private=item.private,
            )
    return sum(map(len, day.stretches)), None


def _told(record: Record, stretches: list[str]) -> list[dict[str, object]]:
    """Return what stands of each stretch of which anything is said."""
    given = record.current(items=OF_A_STRETCH, units=stretches) if stretches else {}
    told = [
        {item: given[one, item].value for item in OF_A_STRETCH if (one, item) in given} for one in stretches
    ]
    return [said for said in told if said]


def _values(stretch: tuple[Rated, ...]) -> dict[str, object]:
    return {said.item: said.value for said in stretch}
