"""What stays of each job: a thing, a person, a habit, a rule; and all of it by decade."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    first_words,
    sheet_per_job,
    sheets_module,
    sheets_style,
)
from good_on_paper.frames import roles
from good_on_paper.frames.stories import STAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot

_TOLD: Final = ("stay_thing", "stay_person", "stay_habit", "stay_rule")


class WhatStays(StorySheets):
    """Ask what stays of a job, whether it is still there, and who carries it on.

    Parameters
    ----------
    person : Person
        Whose jobs these are, and where the answers go.
    """

    name: ClassVar[str] = "what_stays"
    asks: ClassVar[Mapping[str, Asks]] = {
        STAYS: Asks(("stay_thing",), (*_TOLD[1:], "stay_still", "stay_carrier"), "More of what stays")
    }
    _esm = sheets_module("what_stays")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return one sheet per job."""
        return sheet_per_job(now, STAYS)

    def more_state(self, now: Snapshot) -> Message:
        """Return the answers so far, by the decade in which the job ended."""
        ends = roles(now).set_index("unit")
        ended = ends["end"].fillna(ends["start"]).dropna()
        decades: dict[str, list[list[str]]] = {}
        for sheet in self.sheets(now):
            given = now.current(items=_TOLD, units=(sheet.unit,))
            day = ended.get(sheet.parent)
            decade = "" if day is None else f"{day.year // 10 * 10}s"
            for part in _TOLD:
                if text := first_words(given.get((sheet.unit, part))):
                    decades.setdefault(decade, []).append([text, sheet.name])
        return {"decades": sorted(decades.items())}

    def changes_page(self, key: str) -> bool:
        """Return whether the list by decade changes."""
        return super().changes_page(key) or key in _TOLD
