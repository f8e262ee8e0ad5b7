"""Efficient by whose yardstick: mine and theirs, job by job; what waste I met and what I did about it."""

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
from good_on_paper.frames.stories import YARDSTICK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot


class Yardsticks(StorySheets):
    """Say how efficient one was by one's own yardstick and by theirs, and what one did about waste.

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
        """Return a sheet per job."""
        return sheet_per_job(now, YARDSTICK)

    def more_state(self, now: Snapshot) -> Message:
        """Return what was done about waste, what helped most first."""
        sheets = {sheet.unit: sheet for sheet in self.sheets(now)}
        given = now.current(items=(keys.WASTE_DID, keys.WASTE_HELPED), units=list(sheets))
        found = []
        for unit, sheet in sheets.items():
            helped = given.get((unit, keys.WASTE_HELPED))
            if (text := first_words(given.get((unit, keys.WASTE_DID)))) and helped is not None:
                found.append((int(helped.value or 0), text, sheet.name))
        return {"helped": sorted(found, key=lambda one: -one[0])}

    def changes_page(self, key: str) -> bool:
        """Tell that the list of what helped reads otherwise."""
        return super().changes_page(key) or key in (keys.WASTE_DID, keys.WASTE_HELPED)
