"""The latest values in a record, each given under the present revision of its item."""

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
    """Return (unit, item) to the latest value, without answers to an earlier revision.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    items
        Each item to read, with the catalogue item whose revision counts.
    units
        The units that the answers are about.
    """
    given = snapshot.current(items=tuple(items), units=tuple(units))
    return {
        cell: answer.value
        for cell, answer in given.items()
        if answer.state == "value" and answer.revision == items[cell[1]].revision
    }
