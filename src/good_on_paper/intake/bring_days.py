"""Write a file's days into the record: whole days only, and only days with no answer so far."""

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
    """Add a role's day, unless the person described that day before.

    Returns
    -------
    tuple
        How many answers were written; and the day as it stays in the record where it differs from the file,
        with one entry per stretch. The list is empty if the person removed all stretches; it is None if
        nothing differs.
    """
    before = record.history(day_unit(role, day.kind), DAY)
    if before:
        stands = _told(record, stretches_of_days(record).get((role, day.kind), []))
        return 0, None if stands == [_values(stretch) for stretch in day.stretches] else stands
    revision = catalogue.item(DAY).revision
    unit = add_day(record, role, day.kind, sitting=sitting, revision=revision)
    for stretch in day.stretches:
        one = record.add_unit("episode", parent=unit, sitting=sitting())
        for rated in stretch:
            item = catalogue.item(rated.item)
            record.answer(
                one,
                rated.item,
                rated.value,
                state=rated.state,
                sitting=sitting(),
                revision=item.revision,
                private=item.private,
            )
    return sum(map(len, day.stretches)), None


def _told(record: Record, stretches: list[str]) -> list[dict[str, object]]:
    """Return the answers about each stretch that has any."""
    given = record.current(items=OF_A_STRETCH, units=stretches) if stretches else {}
    stretch_answers = [
        {item: given[one, item].value for item in OF_A_STRETCH if (one, item) in given} for one in stretches
    ]
    return [answers for answers in stretch_answers if answers]


def _values(stretch: tuple[Rated, ...]) -> dict[str, object]:
    return {rated.item: rated.value for rated in stretch}
