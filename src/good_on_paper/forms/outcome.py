"""How it went: asked last, and hidden until the lines are done or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import COST
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating
from good_on_paper.forms.lines import (
    SET_ASIDE,
    asked_lines,
    line_row,
    offered_lines,
    open_lines,
    role_rows,
    set_aside,
)
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.declared import frozen, guesses
from good_on_paper.study.first_word import first_word
from good_on_paper.study.portion import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

START: Final = "00 Start here"
"""The page on which a need is said."""
ALWAYS: Final = ("overall", COST)


class HowItWent(Form):
    """Ask how each role went: overall, and what it cost.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    lines : sequence of str, optional
        The lines to answer first; by default those last asked in the rating grid.
    shown : callable, optional
        Returns the keys of the lines that the grid shows now, to name the open ones.
    """

    name: ClassVar[str] = "outcome"
    _esm = module("outcome", uses=("line_table", "line_table_keys", "pager", "links"))
    _css = style(uses=("line_table",))

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        *,
        lines: Sequence[str] | None = None,
        shown: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self._shown = shown
        self._first = None if lines is None else asked_lines(catalogue, lines)
        self._outcomes = [catalogue.item(key) for key in ALWAYS]
        super().__init__(record, catalogue)

    def _missing(self) -> dict[str, list[str]]:
        lines = offered_lines(self._record, self._catalogue) if self._first is None else self._first
        missing = open_lines(self._record, lines)
        if self._shown is not None and missing.keys() - set(set_aside(self._record)):
            there = [key for key in self._shown() if key in self._catalogue]
            missing = open_lines(self._record, asked_lines(self._catalogue, there))
        if self._begun():
            missing = {key: roles for key, roles in missing.items() if not self._is_circumstance(key)}
        return {key: [role.id for role in roles] for key, roles in missing.items()}

    def _begun(self) -> bool:
        """Return whether as many lines are complete as everybody is asked first: enough to judge by."""
        lines = self._catalogue.items("circumstance")
        return len(lines) - len(open_lines(self._record, lines)) >= FIRST

    def _is_circumstance(self, key: str) -> bool:
        return self._catalogue.item(key).group == "circumstance"

    @property
    def is_open(self) -> bool:
        """Whether every line asked is complete or skipped."""
        return not self._missing().keys() - set(set_aside(self._record))

    def page_state(self) -> Message:
        """Return what is missing as long as lines are open; after that, the questions and answers."""
        roles = role_rows(self._record)
        missing = self._missing()
        aside = self.cell_rows([self._record.person.id], [SET_ASIDE])
        if not roles or missing.keys() - set(set_aside(self._record)):
            first = [
                {"key": key, "label": self._label(key), "jobs": len(units)} for key, units in missing.items()
            ]
            closed = {
                "open": False,
                "missing": first,
                "lines": [],
                "start": START if roles and self._no_need() else "",
            }
            return closed | {"roles": roles, "cells": aside}
        return {
            "open": True,
            "start": START if self._no_need() else "",
            "whole": not missing,
            "missing": [],
            "roles": roles,
            "lines": [line_row(item, place, roles) for place, item in enumerate(self._outcomes, 1)],
            "cells": aside + self.cell_rows([role["unit"] for role in roles], ALWAYS),
        }

    def _no_need(self) -> bool:
        """Return whether no need was said, while one would still count as said beforehand."""
        now = Snapshot(self._record, fixed=self._catalogue)
        return not guesses(now) and frozen(now) is None and first_word(now) is None

    def _label(self, key: str) -> str:
        return self._catalogue.item(key).worded().label

    def changes_page(self, key: str) -> bool:
        """Return whether lines were skipped, which can open the form."""
        return key == SET_ASIDE

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the outcome behind a role's cell; None for the lines that the person skips."""
        of_person = unit == self._record.person.id
        if of_person and key == SET_ASIDE:
            return None
        for item in self._outcomes:
            if item.key == key and not of_person:
                return item
        raise Refusal(f"{key!r} is not asked in this form; run its cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, or the keys of skipped lines."""
        if item is not None:
            return checked_rating(item, value)
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise Refusal(f"{value!r} is no list of questions to skip. Run the cell again.")
        return value
