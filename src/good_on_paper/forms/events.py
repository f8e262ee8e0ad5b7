"""What happened outside the jobs, one line each: a pandemic, a move, a child, a merger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.list_form import ListForm
from good_on_paper.forms.typed import date_shown, typed
from good_on_paper.frames.events import FACTS

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit

_WORDS: Final = {
    "title": ("What happened", "a pandemic, a move, a child, a merger"),
    "started": ("From", "March 2020"),
    "ended": ("Until", "blank for one day"),
}


class OutsideEvents(ListForm):
    """Ask for what happened outside the jobs, with its dates.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "events"
    row: ClassVar[str] = "event"
    noun: ClassVar[str] = "event"
    _esm = module("fact_row", "events", uses=("field", "own_list"))
    _css = style("roles", "fact_row", uses=("field",))

    def page_state(self) -> Message:
        """Return the fields, the events in order, and the answers about them."""
        units = [unit.id for unit in self._record.units("event")]
        return {
            "fields": [self._field(key) for key in FACTS],
            "events": units,
            "cells": self.cell_rows(units, FACTS),
        }

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        label, hint = _WORDS[key]
        row = {"key": key, "kind": item.kind, "label": label, "hint": hint}
        return row | {"options": [], "revision": item.revision}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind an event's cell."""
        if key not in FACTS or all(one.id != unit for one in self._record.units("event")):
            raise Refusal(f"{key!r} is not a field of this form, or its event was removed.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return text as typed, or a date as read."""
        return typed(item, value)

    def shown(self, answer: Answer) -> Message:
        """Return how a date is read, or why it cannot be."""
        return date_shown(answer)

    def add(self, unit: str, message: Message) -> Unit:
        """Add an event."""
        del message
        return self._record.add_unit("event", sitting=self.sitting, unit=unit)

    def siblings(self, unit: str) -> list[Unit]:
        """Return all events on the list."""
        del unit
        return self._record.units("event")
