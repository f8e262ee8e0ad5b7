"""What stands in a record as it is meant now: values only, each given under its item's present revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Record, Unit
    from good_on_paper.record.answers import Cell


def standing(
    record: Record,
    items: Mapping[str, Item],
    units: Iterable[Unit | str],
    *,
    as_of: datetime | int | None = None,
) -> dict[Cell, Any]:
    """Return unit and item to the value given; one to an earlier revision is not read in its new meaning.

    Parameters
    ----------
    record
        What the person has said.
    items
        Each item under which an answer is kept, with the line of the catalogue that it is about.
    units
        About what.
    as_of
        As it stood at that moment, or after that many answers.
    """
    given = record.current(items=tuple(items), units=tuple(units), as_of=as_of)
    return {
        cell: answer.value
        for cell, answer in given.items()
        if answer.state == "value" and answer.revision == items[cell[1]].revision
    }
