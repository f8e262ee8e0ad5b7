"""About me: two or three sentences for others, chosen by the person from their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.names import words
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.take_home import long_game

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

MOST: Final = 3
"""Most sentences; more would fill a page."""


class AboutMe(Form):
    """Let the person choose up to three of their sentences; the kit writes none itself.

    Achievements are offered only if they may go on paper.

    Parameters
    ----------
    person : Person
        Whose sentences these are, and where the choice goes.
    """

    name: ClassVar[str] = "about_me"
    _esm = module("about_me")
    _css = style(uses=("choice", "story_sheets"))

    def __init__(self, person: Person) -> None:
        self._person = person
        super().__init__(person.record, person.catalogue)

    def _sentences(self) -> dict[str, str]:
        """Return the sentences to choose from, by their cell: ``unit:item``."""
        now = Snapshot(self._record, fixed=self._catalogue)
        done, me = self._person.achievements(), now.unit.id
        found = {}
        line = now.current(items=(keys.TEACHING_LINE,), units=(me,)).get((me, keys.TEACHING_LINE))
        found[f"{me}:{keys.TEACHING_LINE}"] = words(line)
        shown = done[done[keys.MAY_SHOW]]
        for unit, what, how in zip(shown["unit"], shown["what"], shown["told"], strict=True):
            found[f"{unit}:{keys.ACHIEVED}"] = what
            found[f"{unit}:{keys.DONE_HOW_TOLD}"] = how
        found |= {f"{me}:{year}": text for year, text in long_game(now).items()}
        return {cell: text for cell, text in found.items() if text}

    def page_state(self) -> Message:
        """Return the sentences, and which are chosen."""
        return {
            "sentences": list(self._sentences().items()),
            "most": MOST,
            "cells": self.cell_rows([self._record.person.id], [keys.ABOUT_ME]),
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return None: the choice of sentences is an item of the record's own."""
        if (unit, key) != (self._record.person.id, keys.ABOUT_ME):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return None

    def understood(self, item: Item | None, value: object) -> object:
        """Return up to three of the sentences, by their cells."""
        del item
        known = self._sentences()
        if not isinstance(value, list) or len(value) > MOST or any(one not in known for one in value):
            raise Refusal(f"Expected up to {MOST} of the sentences; run the cell again.")
        return value
