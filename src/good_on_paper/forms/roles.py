"""The list of roles: add, change in place, put in order, remove; dates as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.ordering import order_at
from good_on_paper.language import DateError, PartialDate, parse_date

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer

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
DATES: Final = ("started", "ended")
LONGEST: Final = 4000
"""Characters a field takes; a whole life story belongs in a story, not in a list."""


class RoleList(Form):
    """List the roles of a working life.

    Parameters
    ----------
    record : Record
        Where the roles and what is said about them go.
    catalogue : Catalogue
        Labels and hints of the fields.
    """

    name: ClassVar[str] = "roles"
    _esm = module("roles", uses=("field", "own_list"))
    _css = style("roles", uses=("field",))

    def page_state(self) -> Message:
        """Return the fields, the roles in order, and what is said about them."""
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
        """Return text as typed and a date as understood; a date that is none is kept as typed."""
        if item is None or not isinstance(value, str):
            raise Refusal(f"{type(value).__name__} is no text. Expected what was typed.")
        text = value.strip()
        if len(text) > LONGEST:
            raise Refusal(
                f"{item.label}: {len(text):,} characters are too many. Expected at most {LONGEST:,}."
            )
        if item.key in DATES:
            try:
                return str(parse_date(text, end=item.key == "ended"))
            except DateError:
                return text
        return text

    def shown(self, answer: Answer) -> Message:
        """Return how a date is understood, or why it is not."""
        if answer.item not in DATES or answer.state != "value":
            return {}
        text = str(answer.value)
        if text == "now":
            return {"shown": "now"}
        try:
            return {"shown": PartialDate.of(text).words()}
        except DateError:
            return {"doubt": self._doubt(text, answer.item)}

    def _doubt(self, text: str, key: str) -> str:
        try:
            parse_date(text, end=key == "ended")
        except DateError as error:
            cannot = "Saved as you typed it, but we can’t read it as a date"
            return f"{cannot}: {error.problem}. Try {error.expected}."
        return ""

    def own_message(self, message: Message) -> list[Message] | None:
        """Add a role, take one off the list, or move one."""
        kind = message.get("type")
        if kind not in {"add_role", "remove_role", "move_role"}:
            return None
        unit, before = str(message["unit"]), self._record.newest
        if kind == "add_role":
            added = self._record.add_unit("role", sitting=self.sitting, unit=unit)
            self.wrote(self._record.history(added, "listed")[-1], before)
            return [self.ack(message, None), self._state()]
        if kind == "remove_role":
            self.wrote(self._record.remove_unit(unit, sitting=self.sitting), before)
            return [self.ack(message, None, said="Removed. Undo brings it back."), self._state()]
        order = order_at(self._record.units("role"), unit, int(message["to"]), "job")
        if order is not None:
            self.wrote(self._record.answer(unit, "order", order, sitting=self.sitting), before)
        return [self.ack(message, None, said=f"Moved to place {int(message['to']) + 1}."), self._state()]
