"""What you can live with: one tick per worry; spans and frequency where the answer calls for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating
from good_on_paper.forms.lines import asked, role_rows
from good_on_paper.frames.bearing import BEARS, SPANS, bears, bears_for, keys_of, no_more

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

_SPANS: Final = SPANS | {"moment": "a moment: one meeting", "micro": "a few seconds: one remark"}


class Bearing(Form):
    """Ask of each worry whether the person can live with it: fine, for a while, no.

    The answer is about the person, or about a role where it was different. How often a role had a worry is a
    separate question. See `good_on_paper.frames.bearing` for the items of the answers.

    Parameters
    ----------
    record : Record
        Where the answers go, as private as the worries.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "bearing"
    _esm = module("bearing", uses=("choice", "row_choice", "scale"))
    _css = style("bearing", uses=("line_table", "choice", "scale"))

    def __init__(self, record: Record, catalogue: Catalogue) -> None:
        super().__init__(record, catalogue)
        self._worries = {item.key: item for item in catalogue.items("worry")}
        self._of = {key: _asked(item, key) for item in self._worries.values() for key in keys_of(item.key)}

        of_roles = {bears(key): self._of[bears(key)] for key in self._worries}
        self._in_roles = self._worries | of_roles

    def page_state(self) -> Message:
        """Return the worries, the roles, and the answers."""
        roles = role_rows(self._record)
        return {
            "roles": roles,
            "worries": [self._spec(item) for item in self._worries.values()],
            "cells": self._own_rows([role["unit"] for role in roles])
            + self.cell_rows([role["unit"] for role in roles], self._worries),
        }

    def _spec(self, item: Item) -> dict[str, Any]:
        return {
            **asked(item.worded()),
            "bears": bears(item.key),
            "options": list(BEARS.items()),
            "spans": [[bears_for(item.key, span), _SPANS[span]] for span in SPANS],
            keys.NOT_AGAIN: no_more(item.key),
        }

    def _own_rows(self, roles: list[str]) -> list[list[Any]]:
        """Return the answers on living with worries; a worry whose meaning changed is asked again."""
        given = self._record.current(items=list(self._of), units=[self._record.person.id, *roles])
        return [
            [unit, key, self.cell(answer)]
            for (unit, key), answer in given.items()
            if answer.revision == self._of[key].revision
        ]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the worry behind a cell: of the person, or of a role."""
        found = (self._of if unit == self._record.person.id else self._in_roles).get(key)
        if found is None:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return found

    def understood(self, item: Item | None, value: object) -> object:
        """Return one of the three words, a rating on its scale, or the mark "not again"."""
        if item is None or item.kind == "rating":
            return None if item is None else checked_rating(item, value)
        if value is True and item.kind == "text":
            return value
        if item.kind != "choice" or value not in item.options:
            raise Refusal(f"{value!r} was not understood. Expected one of {', '.join(BEARS.values())}.")
        return value


def _asked(worry: Item, key: str) -> Item:
    """Return a worry as the person is asked under a key: three words, a rating, or a mark."""
    if key == bears(worry.key):
        return worry.model_copy(update={"kind": "choice", "options": tuple(BEARS)})
    return worry.model_copy(update={"kind": "text"}) if key == no_more(worry.key) else worry
