"""Short texts on request: the time between two jobs, and what gets the person through the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.typed import typed
from good_on_paper.frames.days import WORDS
from good_on_paper.frames.gaps import ASKED, between, gaps
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.lengths import amount
from good_on_paper.record.days import MARGIN

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item

_WELL: Final = WORDS[MARGIN]


class ThreeLines(Form):
    """Ask in three lines what gets the person through the day, the best first.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "three lines"
    _esm = module("few_lines", "three_lines", uses=("field",))
    _css = style("few_lines", uses=("field",))

    def page_state(self) -> Message:
        """Return the three lines, and the answers."""
        person = self._record.person.id
        fields = [_field(self._catalogue.item(key)) for key in keys.THROUGH]
        return {"fields": fields, "cells": self.cell_rows([person], keys.THROUGH)}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of the person."""
        if unit != self._record.person.id or key not in keys.THROUGH:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return text as typed."""
        return typed(item, value)


class BetweenJobs(Form):
    """Ask of each gap between two jobs what the person did, and whether the time was well spent.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "between jobs"
    _esm = module("few_lines", "between_jobs", uses=("field", "choice"))
    _css = style("few_lines", uses=("line_table", "field", "choice"))

    def page_state(self) -> Message:
        """Return the gaps, and the answers about each."""
        found = gaps(Snapshot(self._record)).to_dict("records")
        what, margin = (self._catalogue.item(key) for key in ASKED)
        rows = [
            {
                "unit": gap["unit"],
                "name": between(gap["before"], gap["after"]),
                "long": amount(gap["weeks"]),
            }
            for gap in found
        ]
        return {
            "gaps": rows,
            "what": _field(what),
            "margin": _field(margin) | {"options": list(_WELL.items())},
            "cells": self.cell_rows([row["unit"] for row in rows], ASKED),
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of a gap."""
        if key not in ASKED or unit not in set(gaps(Snapshot(self._record))["unit"]):
            raise Refusal(f"{key!r} is not asked in this form, or there is no gap before this job now.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return text as typed, or one of the two words."""
        if item is not None and item.kind == "choice":
            if value not in item.options:
                raise Refusal(f"{item.label}: expected one of {', '.join(item.options)}.")
            return value
        return typed(item, value)


def _field(item: Item) -> dict[str, Any]:
    row = {"key": item.key, "kind": item.kind, "label": item.label, "hint": item.hint}
    return row | {"options": [], "revision": item.revision}
