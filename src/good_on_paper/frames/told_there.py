"""What an interview told of a circumstance at a job: known since then, until the person says otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import words
from good_on_paper.frames.roles import first_day

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record.answers import Cell

TOLD_ENOUGH: Final = "yes"
"""The person's answer to whether a question told them anything, with which the thing is known."""
_SEVERAL: Final = re.compile(r"[;,&/+\n]|\band\b")
"""What stands between the names of several people."""
KNOWN: Final = "know"
"""What a person says of a line that they know."""


@dataclass(frozen=True)
class ToldThere:
    """What an interview told about one line.

    Attributes
    ----------
    said, who : str
        What they answered, and in the interview with whom; either may be empty. Who of several people said
        it is not known.
    on : datetime.date
        The day of the interview; without one, the day it was written down.
    noted : datetime.date
        The day on which it was written down.
    seq : int
        The place in the record of the answer that says so.
    cells : tuple
        The answers behind it.
    private : bool
        Whether one of them is private.
    alone : str
        Who the person met, if that was one person: they said it. Empty for several.
    """

    said: str
    who: str
    on: dt.date
    noted: dt.date
    seq: int
    cells: tuple[Cell, ...]
    private: bool = False
    alone: str = ""


def told_there(snapshot: Snapshot, target: str) -> dict[str, ToldThere]:
    """Return what interviews for a job told enough about, by line.

    A question that told enough ("yes") is about a line, and so that line is known. What the person says of
    the line afterwards counts in its place.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    target
        The id of the job.
    """
    held = [unit.id for unit in snapshot.units("interview") if unit.parent == target]
    given = snapshot.current(units=held) if held else {}
    lines = {item.key for item in snapshot.catalogue.items("circumstance", hidden=True)}
    made: dict[str, ToldThere] = {}
    for (unit, item), told in sorted(given.items(), key=lambda one: one[1].seq):
        kind, _, question = item.partition(":")
        line = question.partition(":")[0]
        if kind != keys.HEARD_TOLD or told.value != TOLD_ENOUGH or line not in lines:
            continue
        own = snapshot.history(target, f"{keys.KNOWS}:{line}")
        if own and own[-1].seq > told.seq and own[-1].value != KNOWN:
            continue
        cells = ((unit, f"{keys.HEARD}:{question}"), (unit, item), (unit, keys.MEETS_NAME))
        there = {cell: given[cell] for cell in cells if cell in given}
        noted = told.given.astimezone().date()
        said, _, who = (words(there.get(cell)) for cell in cells)
        day = first_day(words(given.get((unit, keys.TALK_ON))) or None) or noted
        private = any(answer.private for answer in there.values())
        kinds = given.get((unit, "meets"))
        several = kinds is not None and isinstance(kinds.value, list) and len(kinds.value) > 1
        alone = "" if several or _SEVERAL.search(who) else who
        who = who and f"the interview with {who}"
        made[line] = ToldThere(said, who, day, noted, told.seq, tuple(there), private, alone)
    return made
