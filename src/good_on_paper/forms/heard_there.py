"""What an interview told of a circumstance, in the cells of the list of what is known about the job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from good_on_paper.catalogue import keys
from good_on_paper.frames.targets import KNOWS, knows
from good_on_paper.frames.told_there import told_there

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.frames.snapshot import Snapshot


def with_heard(
    snapshot: Snapshot, target: str, rows: list[list[Any]], lines: Collection[str]
) -> list[list[Any]]:
    """Return the cells of a job with what its interviews told enough about: known, what, from whom, when.

    Which of several people told them is theirs to say.

    What the person wrote here themselves stays, and the place in the record is that of their own answer: so
    what they say next takes its place.
    """
    cells = {(unit, item): cell for unit, item, cell in rows}
    for line, heard in told_there(snapshot, target).items():
        if line not in lines:
            continue
        told = {
            keys.KNOWN_WHAT: heard.said,
            keys.KNOWN_FROM: heard.alone,
            keys.KNOWN_ON: heard.on.isoformat(),
        }
        own = cells.get((target, knows(line)), {})
        if own.get("value") != KNOWS[0]:
            cells[target, knows(line)] = _cell(KNOWS[0], own.get("seq"))
        if (target, f"{keys.KNOWN_WHAT}:{line}") in cells:
            continue
        for kind, value in told.items():
            if value:
                cells.setdefault((target, f"{kind}:{line}"), _cell(value, None))
    return [[unit, item, cell] for (unit, item), cell in cells.items()]


def _cell(value: str, seq: int | None) -> dict[str, Any]:
    return {"seq": seq, "state": "value", "value": value, "memory": None}
