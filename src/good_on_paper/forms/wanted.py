"""Lines where neither end is best: the level that the person wants, declared before the first look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.declaring import DeclaringForm
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.lines import asked
from good_on_paper.frames import asked_roles
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study.declared import frozen
from good_on_paper.study.levels import WANTED, wanted
from good_on_paper.study.own_choice import opened
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record


class WantedLevels(DeclaringForm):
    """Ask which level of a line suits best; left empty, more or less of it counts.

    It asks about the lines rated so far: first those whose middle may suit best or whose ends are neither
    good nor bad, the others on request. Levels are frozen at the first look. A level given after the first
    rating of how a job went only draws a mark, and the form says so.

    Parameters
    ----------
    record : Record
        Where the levels go.
    catalogue : Catalogue
        What can be asked.
    in_time : bool, default False
        Ask only as long as a level can count: before the first rating of how a job went.
    """

    name: ClassVar[str] = "wanted"
    _esm = module("wanted", uses=("scale",))
    _css = style("wanted", uses=("line_table", "choice", "scale"))

    def __init__(self, record: Record, catalogue: Catalogue, *, in_time: bool = False) -> None:
        super().__init__(record, catalogue)
        self._in_time = in_time
        self._of = {
            WANTED + item.key: item for item in catalogue.items("circumstance") if item.kind == "rating"
        }

    def page_state(self) -> Message:
        """Return the lines rated so far, the levels wanted, and since when they are frozen."""
        since = frozen(Snapshot(self._record))
        late = opened(Person(self._record, fixed=self._catalogue)) is not None
        gone = self._in_time and (late or since is not None)
        levels = wanted(Snapshot(self._record, fixed=self._catalogue))
        rated = self._rated()
        lines = [(key, item) for key, item in self._of.items() if item.key in rated or item.key in levels]
        return {
            "lines": [] if gone else [self._spec(key, item) for key, item in lines],
            "frozen": f"{since.astimezone():%d %B %Y}".lstrip("0") if since else "",
            "late": late,
            "levels": []
            if gone
            else [[self._of[WANTED + line].worded().label, level] for line, level in levels.items()],
            "cells": self._rows(),
        } | ({"steps": [0, 0]} if since else {})

    def _rated(self) -> set[str]:
        roles = [unit.id for unit in asked_roles(Snapshot(self._record))]
        items = [item.key for item in self._of.values()]
        given = self._record.current(items=items, units=roles, unseen=FIRST_SIGHT)
        return {line for (_, line), answer in given.items() if answer.state == "value"}

    def _spec(self, key: str, item: Item) -> dict[str, Any]:
        return {**asked(item.worded()), "key": key, "first": item.middle or not item.keyed}

    def _rows(self) -> list[list[Any]]:
        """Return the current levels; a line whose meaning changed is asked again."""
        person = self._record.person.id
        given = self._record.current(items=list(self._of), units=[person])
        return [
            [unit, key, self.cell(answer)]
            for (unit, key), answer in given.items()
            if answer.revision == self._of[key].revision
        ]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the line behind a cell of the person."""
        if unit != self._record.person.id or key not in self._of:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return self._of[key]

    def understood(self, item: Item | None, value: object) -> object:
        """Return the level as sent: the declaration checks it against the line's scale."""
        del item
        return value
