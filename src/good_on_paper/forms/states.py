"""How a job left you: energy, attention, doubt; on request, and never a circumstance of the job."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import COST, HOW_IT_WENT
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import line_row, role_rows

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue, Item


def states(catalogue: Catalogue) -> list[Item]:
    """Return the states of mine among the outcomes: not how a job went or what it cost, nor own lines."""
    verdicts = (HOW_IT_WENT, COST)
    return [item for item in catalogue.items("outcome") if item.key not in verdicts and item.construct_]


class States(Form):
    """Ask of each job how much energy was left, where the attention was, how much self-doubt there was.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "states"
    _esm = module("side_by_side", "states", uses=("line_table", "line_table_keys", "pager"))
    _css = style(uses=("line_table",))

    def page_state(self) -> Message:
        """Return the jobs, the three questions, and the answers."""
        rows = role_rows(self._record)
        return {
            "rows": rows,
            "lines": [line_row(item, place, rows) for place, item in enumerate(self._asked, 1)],
            "cells": self.cell_rows([row["unit"] for row in rows], [item.key for item in self._asked]),
        }

    @property
    def _asked(self) -> list[Item]:
        return states(self._catalogue)

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the question behind a job's cell."""
        if key not in {item.key for item in self._asked} or unit not in {
            row["unit"] for row in role_rows(self._record)
        }:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return self._catalogue.item(key)
