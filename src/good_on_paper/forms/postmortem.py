"""After a job or an interview: who the person was at that time, in eight prompts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    begun,
    sheet_per_job,
    sheets_module,
    sheets_style,
    since,
)
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.quiet import asked_roles, quiet_roles
from good_on_paper.frames.stories import AFTER_INTERVIEW, AFTER_JOB, FOLDED, HAPPENED, PARTS, POINTS, SEAT
from good_on_paper.frames.targets import could_stay, day_of, in_sight
from good_on_paper.language.day_names import as_named
from good_on_paper.record.stories import unit_for
from good_on_paper.study import interviews

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit

WAIT: Final = dt.timedelta(days=7)
"""How long after an interview without an answer its sheet appears; with an answer it appears at once."""
NO_POINTS: Final = dt.timedelta(days=3)
"""How long after a no the form asks for no points."""
_LATEST: Final = 2


class Postmortem(StorySheets):
    """Look back on a job, an interview, or the one who had the seat before; only the person opens one.

    At first there are two jobs: the two they named, else the two latest. The others, and interviews that have
    an answer or are a week old, are folded. Quiet roles and interviews are left out.

    Parameters
    ----------
    person : Person
        Whose stories these are, and where the answers go.
    """

    name: ClassVar[str] = "postmortem"
    asks: ClassVar[Mapping[str, Asks]] = {
        AFTER_JOB: Asks(HAPPENED, FOLDED, "Six more, if you like", (*PARTS, *POINTS)),
        AFTER_INTERVIEW: Asks(HAPPENED, FOLDED, "Six more, if you like", (*PARTS, *POINTS)),
        SEAT: Asks(("seat_who", "seat_said"), ("seat_how_long", "seat_now"), "Two more"),
    }
    _esm = sheets_module("postmortem")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return one sheet per job, interview and seat that can be looked back on."""
        there = begun(now)
        return [*self._jobs(now, there), *self._interviews(now, there), *self._seats(now, there)]

    def _jobs(self, now: Snapshot, there: Mapping[str, Unit]) -> Iterator[StorySheet]:
        two = now.current(items=(keys.WENT_WELL, keys.WOULD_NOT_REPEAT), units=(now.unit,))
        asked = [role.id for role in asked_roles(now)]
        named = [str(answer.value) for answer in two.values() if answer.value in asked]
        begun_ones = [role for role in asked if unit_for(role, AFTER_JOB) in there]
        going_on = {role.id for role in could_stay(now)}
        first = named or ([] if len(begun_ones) >= _LATEST else asked[-_LATEST:])
        for sheet in sorted(
            sheet_per_job(now, AFTER_JOB, shown=first), key=lambda one: one.parent not in first
        ):
            yield replace(sheet, about="so far" if sheet.parent in going_on else "when I left")

    def _interviews(self, now: Snapshot, there: Mapping[str, Unit]) -> Iterator[StorySheet]:
        quiet = quiet_roles(now)
        came = now.current(items=CAME)
        for held in sorted(interviews.held_of(now), key=lambda one: one.day, reverse=True):
            answered = any((one, item) in came for one in (held.unit, held.target) for item in CAME)
            if {held.unit, held.target} & quiet or not (answered or now.today - held.day >= WAIT):
                continue
            unit = unit_for(held.unit, AFTER_INTERVIEW)
            about = f"after the interview, {as_named(held.day)}"
            yield StorySheet(
                *(unit, held.unit, AFTER_INTERVIEW, held.name, about),
                folded=unit not in there,
                hurts=held.unit,
                facts={keys.STORY_KIND: AFTER_INTERVIEW},
                told=unit in there,
                since=since(there.get(unit)),
            )

    def _seats(self, now: Snapshot, there: Mapping[str, Unit]) -> Iterator[StorySheet]:
        open_still = {unit.id for unit in in_sight(now)} - quiet_roles(now)
        for target, name in role_names(now, kind="target").items():
            unit = unit_for(target, SEAT)
            if target in open_still or unit in there:
                yield StorySheet(
                    *(unit, target, SEAT, name, "who had this job before me"),
                    folded=unit not in there,
                    facts={keys.STORY_KIND: SEAT},
                    told=unit in there,
                    since=since(there.get(unit)),
                )

    def more_state(self, now: Snapshot) -> Message:
        """Return what is asked last, and the sheets on which points are not asked yet."""
        refusals = now.current(items=(keys.CAME_NO,))
        parents = {unit.id: unit.parent or "" for unit in now.units("interview")}
        fresh = {
            unit
            for (unit, _), answer in refusals.items()
            if (day := day_of(words(answer))) is not None and now.today - day < NO_POINTS
        }
        waits = {
            sheet.unit for sheet in self.sheets(now) if {sheet.parent, parents.get(sheet.parent)} & fresh
        }
        return {"parts": list(PARTS), "points": list(POINTS), "no_points": sorted(waits)}

    def begin(self, sheet: StorySheet) -> None:
        """Put a sheet on the list; an interview that was only planned begins with it."""
        for held in interviews.planned(self.now):
            if held.unit == sheet.parent:
                interviews.begin(self.now, held)
        super().begin(sheet)
