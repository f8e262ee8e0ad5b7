"""Efficiency by two yardsticks, mine and theirs, by job; the waste I met and what I did about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import keys
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    first_words,
    sheet_per_job,
    sheets_module,
    sheets_style,
)
from good_on_paper.frames.boredom import ENDED
from good_on_paper.frames.stories import YARDSTICK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot


class Yardsticks(StorySheets):
    """Ask how efficient the person was by both yardsticks, and what they did about waste.

    Parameters
    ----------
    person : Person
        Whose jobs these are, and where the answers go.
    """

    name: ClassVar[str] = "yardsticks"
    asks: ClassVar[Mapping[str, Asks]] = {
        YARDSTICK: Asks(
            (keys.EFFICIENT_MINE, keys.EFFICIENT_THEIRS),
            ("their_yardstick", "ended_reason", keys.WASTE_MET, keys.WASTE_DID, keys.WASTE_HELPED),
            "What they counted, how it ended, what waste there was",
        )
    }
    _esm = sheets_module("yardsticks")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return one sheet per job."""
        return sheet_per_job(now, YARDSTICK)

    def more_state(self, now: Snapshot) -> Message:
        """Return both yardsticks by job with how it ended, and what helped against waste, best first."""
        sheets = {sheet.unit: sheet for sheet in self.sheets(now)}
        given = now.current(items=(keys.WASTE_DID, keys.WASTE_HELPED), units=list(sheets))
        found = []
        for unit, sheet in sheets.items():
            helped = given.get((unit, keys.WASTE_HELPED))
            if (text := first_words(given.get((unit, keys.WASTE_DID)))) and helped is not None:
                found.append((int(helped.value or 0), text, sheet.name))
        return {"helped": sorted(found, key=lambda one: -one[0]), "gaps": self._gaps(now, sheets)}

    def _gaps(self, now: Snapshot, sheets: Mapping[str, StorySheet]) -> list[list[str | int]]:
        """Return each job with both numbers: its name, mine, theirs, how it ended."""
        both = (keys.EFFICIENT_MINE, keys.EFFICIENT_THEIRS)
        given = now.current(items=both, units=list(sheets))
        ends = now.current(items=(keys.ENDED_HOW,), units=[sheet.parent for sheet in sheets.values()])
        found: list[list[str | int]] = []
        for unit, sheet in sheets.items():
            values = [one.value for key in both if (one := given.get((unit, key))) is not None]
            own, theirs = values if len(values) == len(both) else (None, None)
            if isinstance(own, int) and isinstance(theirs, int):
                end = ends.get((sheet.parent, keys.ENDED_HOW))
                found.append([sheet.name, own, theirs, ENDED.get(str(end.value), "") if end else ""])
        return found

    def changes_page(self, key: str) -> bool:
        """Return whether one of both lists changes."""
        shown = (keys.WASTE_DID, keys.WASTE_HELPED, keys.EFFICIENT_MINE, keys.EFFICIENT_THEIRS)
        return super().changes_page(key) or key in shown
