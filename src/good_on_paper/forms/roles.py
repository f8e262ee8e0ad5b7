"""The list of roles: add, change in place, reorder, remove; dates as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.list_form import ListForm
from good_on_paper.forms.typed import date_shown, typed

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit

FACTS: Final = (
    "title",
    "employer",
    "started",
    "ended",
    keys.ROLE_KIND,
    "place",
    keys.BOSS_WORD,
    "summary",
    "hurt",
)


class RoleList(ListForm):
    """List the roles of a working life.

    Parameters
    ----------
    record : Record
        Where the roles and the answers about them go.
    catalogue : Catalogue
        Labels and hints of the fields.
    """

    name: ClassVar[str] = "roles"
    row: ClassVar[str] = "role"
    noun: ClassVar[str] = "job"
    _esm = module("roles", uses=("field", "own_list"))
    _css = style("roles", uses=("field",))

    def page_state(self) -> Message:
        """Return the fields, the roles in order, and the answers about them."""
        roles = [role.id for role in self._record.units("role")]
        return {
            "fields": [self._field(key) for key in FACTS],
            "roles": roles,
            "cells": self.cell_rows(roles, FACTS),
        }

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        return {
            "key": key,
            "kind": item.kind,
            "label": item.label,
            "hint": item.hint,
            "options": list(item.options),
            "revision": item.revision,
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind a role's cell."""
        del unit
        if key not in FACTS:
            raise Refusal(f"{key!r} is not a field of this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return text as typed and a date as read; a text that is not a date is kept as typed."""
        return typed(item, value)

    def shown(self, answer: Answer) -> Message:
        """Return how a date is read, or why it cannot be."""
        return date_shown(answer)

    def add(self, unit: str, message: Message) -> Unit:
        """Add a job to the list."""
        del message
        return self._record.add_unit("role", sitting=self.sitting, unit=unit)

    def siblings(self, unit: str) -> list[Unit]:
        """Return all jobs on the list."""
        del unit
        return self._record.units("role")
