"""Smaller than a job: a project, a term, a week, the best day; described one by one, rated side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Message, Refusal, checked_rating
from good_on_paper.forms.lines import in_random_order, line_row, role_rows, years
from good_on_paper.forms.list_form import ListForm
from good_on_paper.forms.typed import date_shown, typed
from good_on_paper.frames import episode_units
from good_on_paper.frames.episodes import FACTS
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit

FIRST: Final = 6
"""How many circumstances are asked when somebody first rates episodes."""
MORE: Final = 3
"""How many circumstances each request for more adds."""
TIMES: Final = ("day", "moment")
"""An episode can be rated only on what applies to a day or a moment."""
_WORDS: Final = {
    "title": ("What it was", "the new menu, exam term, the best day"),
    "started": ("When", "March 2014"),
}
"""Fields that a job has too, with their names here."""


class Episodes(ListForm):
    """Ask for the episodes of a job, and rate all of them side by side, last of all how they went.

    An episode is a unit of kind "episode" in its role; see `good_on_paper.frames.episodes`.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "episodes"
    row: ClassVar[str] = "episode"
    noun: ClassVar[str] = "episode"
    _esm = module(
        "fact_row",
        "side_by_side",
        "episodes",
        uses=("field", "own_list", "line_table", "line_table_keys", "pager"),
    )
    _css = style("roles", "fact_row", uses=("line_table", "field"))

    def page_state(self) -> Message:
        """Return the jobs, the episodes of each, and the questions that compare them."""
        roles = role_rows(self._record)
        episodes = self._told()
        rows = self._rows(roles, episodes)
        went = self._catalogue.item(HOW_IT_WENT)
        asked = [*self._asked, went]
        return {
            "roles": roles,
            "fields": [self._field(key) for key in FACTS],
            "episodes": [{"unit": unit.id, "role": unit.parent} for unit in episodes],
            "rows": rows,
            "lines": [line_row(item, place, rows) for place, item in enumerate(asked, 1)],
            "more": len(self._asked) < len(self._may_ask()),
            "cells": self.cell_rows([unit.id for unit in episodes], [*FACTS, *(item.key for item in asked)]),
        }

    def _told(self) -> list[Unit]:
        """Return the episodes of the jobs that this form asks about."""
        asked = {role["unit"] for role in role_rows(self._record)}
        return [unit for unit in episode_units(Snapshot(self._record)) if unit.parent in asked]

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        label, hint = _WORDS.get(key, (item.label, item.hint))
        long = key == keys.EPISODE_STORY
        return {"key": key, "kind": item.kind, "label": label, "hint": hint, "long": long} | {
            "options": [],
            "revision": item.revision,
        }

    def _rows(self, roles: list[dict[str, str]], episodes: list[Unit]) -> list[dict[str, str]]:
        """Return the episodes as rows of a line, by job: their name, with job and year below."""
        facts = self._record.current(items=("title", "started"), units=episodes)

        def fact(unit: str, key: str) -> str:
            answer = facts.get((unit, key))
            return "" if answer is None or answer.value is None else str(answer.value).strip()

        return [
            {
                "unit": unit.id,
                "name": fact(unit.id, "title") or "Without a name",
                "detail": ", ".join(filter(None, (role["name"], years(fact(unit.id, "started"), "")))),
                "boss": role["boss"],
            }
            for role in roles
            for unit in episodes
            if unit.parent == role["unit"]
        ]

    # -- what is asked

    def _may_ask(self) -> list[Item]:
        """Return the circumstances that an episode can be rated on, the core ones first."""
        last = len(self._catalogue.core) + 1
        lines = [item for item in self._catalogue.items("circumstance") if item.time in TIMES]
        return sorted(lines, key=lambda item: item.core or last)

    @cached_property
    def _asked(self) -> list[Item]:
        """The lines that this form asks, in order: those begun, filled up to the first few."""
        may = self._may_ask()
        begun = {key for _, key in self._record.current(items=[item.key for item in may], units=self._told())}
        first = [item for item in may if item.key in begun]
        left = [item for item in may if item.key not in begun]
        return in_random_order([*first, *left[: max(FIRST - len(first), 0)]], self.seed)

    def _ask_more(self) -> None:
        left = [item for item in self._may_ask() if item not in self._asked]
        self._asked.extend(in_random_order(left[:MORE], self.seed))

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind an episode's cell."""
        may = {*FACTS, HOW_IT_WENT, *(item.key for item in self._may_ask())}
        if key not in may or all(one.id != unit for one in self._told()):
            raise Refusal(f"{key!r} is not asked in this form, or its episode was removed.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, text as typed, or a date as read."""
        return checked_rating(item, value) if item and item.kind == "rating" else typed(item, value)

    def shown(self, answer: Answer) -> Message:
        """Return how a date is read, or why it cannot be."""
        return date_shown(answer)

    def changes_page(self, key: str) -> bool:
        """Return whether the answer is an episode's name or time, which its ratings show too."""
        return key in _WORDS

    # -- the list

    def own_message(self, message: Message) -> list[Message] | None:
        """Add an episode, remove one, move one, or ask a few more questions."""
        if message.get("type") != "more":
            return super().own_message(message)
        self._ask_more()
        return [self.ack(message, None), self._state()]

    def add(self, unit: str, message: Message) -> Unit:
        """Add an episode to a job."""
        role = str(message["role"])
        if role not in {one["unit"] for one in role_rows(self._record)}:
            raise Refusal("this job is not asked about here; run the cell again.")
        return self._record.add_unit("episode", parent=role, sitting=self.sitting, unit=unit)

    def siblings(self, unit: str) -> list[Unit]:
        """Return all episodes of the job that contains this one, in order."""
        episodes = self._told()
        parent = next((one.parent for one in episodes if one.id == unit), None)
        if parent is None:
            raise Refusal("this episode is no longer on the list.")
        return [one for one in episodes if one.parent == parent]
