"""Who the person learned from and taught: two lists, and one line on what they can teach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

LONGEST: Final = 500
_MOST: Final = 100
_LISTS: Final = {
    "Who I learned from": (keys.LEARNED_WHAT, keys.LEARNED_FROM),
    "Who I taught": (keys.TAUGHT_WHAT, keys.TAUGHT_TO),
}
_NUMBERED: Final = tuple(key for parts in _LISTS.values() for key in parts)


class Lineage(Form):
    """Ask what the person learned and from whom, what they taught and to whom, and what they can teach.

    Parameters
    ----------
    person : Person
        Who answers, and where the answers go; a number follows each key: ``learned_what:1``.
    """

    name: ClassVar[str] = "lineage"
    _esm = module("lineage", uses=("field", "choice", "scale", "controls"))
    _css = style(uses=("choice", "field", "story_sheets"))

    def __init__(self, person: Person) -> None:
        self._person = person
        super().__init__(person.record, person.catalogue)

    def page_state(self) -> Message:
        """Return both lists with how many rows each has, and the line."""
        me = self._record.person.id
        rows = self._record.current(units=(me,))
        current = {
            key: answer for (_, key), answer in rows.items() if key.partition(":")[0] in (*_NUMBERED, _LINE)
        }
        return {
            "lists": [
                {
                    "heading": heading,
                    "rows": _so_far(parts, current),
                    "fields": [self._field(key) for key in parts],
                }
                for heading, parts in _LISTS.items()
            ],
            "line": self._field(_LINE),
            "cells": [[me, key, self.cell(answer)] for key, answer in current.items()],
        }

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        row = {"label": item.ask, "hint": item.hint, "options": []}
        return {"key": key, "kind": item.kind, **row, "revision": item.revision}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a row of a list, or the line."""
        part, _, number = key.partition(":")
        numbered = part in _NUMBERED and number.isdecimal() and 0 < int(number) <= _MOST
        if unit != self._record.person.id or not (numbered or key == _LINE):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return self._catalogue.item(part)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a text."""
        return value if item is None else checked_text(item, value, LONGEST)


_LINE: Final = keys.TEACHING_LINE


def _so_far(parts: tuple[str, ...], given: dict[str, Any]) -> int:
    numbers = (key.partition(":") for key in given)
    return max(
        (int(number) for part, _, number in numbers if part in parts and number.isdecimal()), default=1
    )
