"""Keep, grow, leave: the person's ways and frequent circumstances, sorted into three lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text
from good_on_paper.forms.story_sheets import OPTIONS
from good_on_paper.frames.achievements import HOW

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

LONGEST: Final = 10


def kept(thing: str) -> str:
    """Return the item that says whether a way or a circumstance is kept: ``"kept_or_left:map_first"``."""
    return f"{keys.KEPT_OR_LEFT}:{thing}"


class KeepOrLeave(Form):
    """Sort what was there when the person did well: keep, grow, leave; the lists go to the brief.

    Parameters
    ----------
    person : Person
        Whose ways these are, and where the answers go.
    """

    name: ClassVar[str] = "keep_or_leave"
    _esm = module("keep_or_leave", uses=("choice", "row_choice"))
    _css = style(uses=("choice", "field", "story_sheets"))

    def __init__(self, person: Person) -> None:
        self._person = person
        super().__init__(person.record, person.catalogue)

    def _things(self) -> dict[str, str]:
        """Return the ways used, then the circumstances ticked, each with its name."""
        done = self._person.achievements()
        used = {way for ways in done["how"] for way in ways}
        lines = dict.fromkeys(line for lines_ticked in done["present"] for line in lines_ticked)
        named = {way: words for way, words in HOW.items() if way in used}
        return named | {
            line: self._catalogue.item(line).worded().label for line in lines if line in self._catalogue
        }

    def page_state(self) -> Message:
        """Return what can be sorted, and where it is now."""
        things = self._things()
        return {
            "things": [[kept(thing), words] for thing, words in things.items()],
            "options": list(OPTIONS[keys.KEPT_OR_LEFT].items()),
            "cells": self.cell_rows([self._record.person.id], [kept(thing) for thing in things]),
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a thing, as private as the thing itself."""
        thing = key.partition(":")[2]
        if (
            unit != self._record.person.id
            or kept(thing) != key
            or not (thing in HOW or thing in self._catalogue)
        ):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        private = thing in self._catalogue and self._catalogue.item(thing).private
        return self._catalogue.item(keys.KEPT_OR_LEFT).model_copy(update={"private": private})

    def understood(self, item: Item | None, value: object) -> object:
        """Return one of the three."""
        return value if item is None else checked_text(item, value, LONGEST)
