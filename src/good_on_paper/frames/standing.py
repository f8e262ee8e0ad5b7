"""What stands in a record as it is meant now: values only, each given under its item's present revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit
    from good_on_paper.record.answers import Cell


def standing(
    snapshot: Snapshot,
    items: Mapping[str, Item],
    units: Iterable[Unit | str],
) -> dict[Cell, Any]:
    """Return unit and item to the value given; one to an earlier revision is not read in its new meaning.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    items
        Each item under which an answer is kept, with the line of the catalogue that it is about.
    units
        About what.
    """
    given = snapshot.current(items=tuple(items), units=tuple(units))
    return {
        cell: answer.value
        for cell, answer in given.items()
        if answer.state == "value" and answer.revision == items[cell[1]].revision
    }
