"""What the person has done, and how: one sheet per achievement, inside its job or episode."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.story_sheets import (
    OPTIONS,
    Asks,
    StorySheet,
    StorySheets,
    first_words,
    newest_first,
    sheets_module,
    sheets_style,
)
from good_on_paper.frames.achievements import present
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.stories import spoken_of
from good_on_paper.record.days import DAY
from good_on_paper.record.stories import unit_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot

_DONE, _CV = "done", "cv"
_NONE: Final = "Something you did"
_LATEST: Final = 3
_FEW: Final = 12
"""How many circumstances can be ticked; more would be too long a list."""
_POINT: Final = re.compile(r"^[\s\N{BULLET}*\N{EN DASH}-]+")


class Achievements(StorySheets):
    """Ask what the person did and how: twelve ways to tick, one of their own, a sentence; the rest is folded.

    The points of a CV are offered too, each with the question how; answering is optional.

    Parameters
    ----------
    person : Person
        Whose achievements these are, and where the answers go.
    """

    name: ClassVar[str] = "achievements"
    kind: ClassVar[str] = "achievement"
    may_add: ClassVar[bool] = True
    asks: ClassVar[Mapping[str, Asks]] = {
        _DONE: Asks(
            (keys.ACHIEVED, keys.DONE_HOW, keys.DONE_HOW_TOLD),
            (
                keys.DONE_HOW_OWN,
                keys.DONE_CONDITIONS,
                keys.DONE_SEEN_BY,
                keys.DONE_STAYED,
                keys.SKILLS_SHOWN,
                keys.MAY_SHOW,
            ),
            "What it was like, who saw it, what stayed",
            (keys.DONE_READ,),
        ),
        _CV: Asks((keys.DONE_HOW, keys.DONE_HOW_TOLD), apart=(keys.DONE_READ,)),
    }
    _esm = sheets_module("achievements")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return the written sheets, all but the latest folded, then the CV points not yet among them."""
        written = list(self._written(now))
        written = [replace(sheet, folded=True) for sheet in written[:-_LATEST]] + written[-_LATEST:]
        there = {sheet.unit for sheet in written}
        return [*written, *(sheet for sheet in self._from_cv(now) if sheet.unit not in there)]

    def _written(self, now: Snapshot) -> Iterator[StorySheet]:
        units = spoken_of(now, "achievement")
        given = now.current(items=(keys.ACHIEVED, keys.DONE_READ), units=units)
        about = role_names(now) | role_names(now, kind="episode")
        for unit in units:
            read = given.get((unit.id, keys.DONE_READ))
            mark = "" if read is None else OPTIONS[keys.DONE_READ].get(str(read.value), "")
            where = about.get(unit.parent or "", "")
            name = first_words(given.get((unit.id, keys.ACHIEVED)), _NONE)
            subtitle = " \N{MIDDLE DOT} ".join(filter(None, (where, mark)))
            yield StorySheet(unit.id, unit.parent or "", _DONE, name, subtitle, told=True)

    def _from_cv(self, now: Snapshot) -> Iterator[StorySheet]:
        """Yield the CV points of each job: those still without a how."""
        quiet = quiet_roles(now)
        summaries = now.current(items=("summary",))
        for role, name in role_names(now).items():
            answer = summaries.get((role, "summary"))
            text = str(answer.value or "") if answer is not None and role not in quiet else ""
            points = (_POINT.sub("", one).strip() for one in text.splitlines())
            for line in dict.fromkeys(filter(None, points)):
                facts = {keys.ACHIEVED: line}
                about = f"{name} \N{MIDDLE DOT} from your CV, not yet read"
                yield StorySheet(unit_for(role, line), role, _CV, line, about, folded=True, facts=facts)

    def more_state(self, now: Snapshot) -> Message:
        """Return the jobs and episodes that can hold an achievement, and the circumstances to tick."""
        quiet, days = quiet_roles(now), {unit for unit, _ in now.current(items=(DAY,))}
        roles = {role: name for role, name in role_names(now).items() if role not in quiet}
        episodes = {unit.id: unit.parent for unit in now.units("episode")}
        named = role_names(now, kind="episode")
        places = [[role, roles[role]] for role in newest_first(now) if role in roles]  # the likeliest on top
        for unit, parent in episodes.items():
            if parent in roles and unit not in days:
                places.append([unit, f"{named[unit]} ({roles[parent]})"])
        lines = [item.worded() for item in self._lines()]
        return {
            "places": places,
            "draft": {"unit": "", "asks": _DONE, "name": _NONE, "about": "", "hurts": "", "told": False},
            "lines": [[present(item.key), item.label] for item in lines],
            "among": self._catalogue.item(keys.DONE_PRESENT).ask,
        }

    def _lines(self) -> list[Item]:
        """Return the circumstances to tick: those the person needs, then the first of the list."""
        needed = self._person.guesses
        every = self._catalogue.items("circumstance")
        ranked = sorted(every, key=lambda item: (item.key not in needed, item.core or _FEW + 1))
        return ranked[:_FEW]

    def _asked(self, key: str) -> bool:
        part, _, line = key.partition(":")
        return super()._asked(key) or (part == keys.DONE_PRESENT and line in self._catalogue)

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell; a tick is as private as its circumstance."""
        item = super().item_for(unit, key)
        line = key.partition(":")[2]
        if item is None or not line:
            return item
        return item.model_copy(update={"private": self._catalogue.item(line).private})

    def new_sheet(self, unit: str, parent: str) -> StorySheet:
        """Return an achievement that the person adds to a job or an episode."""
        if all(parent != place for place, _ in self.more_state(self.now)["places"]):
            raise Refusal("This job is no longer on the list.")
        return StorySheet(unit, parent, _DONE, _NONE)
