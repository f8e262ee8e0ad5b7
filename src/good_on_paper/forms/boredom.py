"""When it got dull: three questions per role, and the rest on request."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper import frames
from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating
from good_on_paper.forms.lines import role_rows
from good_on_paper.frames.boredom import (
    CAUSES,
    ENDED,
    FIRST_DAY,
    HELPED,
    INSTEAD,
    MUCH,
    RENEWED,
    SET_IN,
    helped_much,
    length_of,
    most_weeks,
)
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language import DurationError, parse_duration

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer

FIRST: Final = (SET_IN, keys.DULL_WORST, keys.DULL_BECAUSE)
LONGEST: Final = 60
"""Most characters of a length of time."""
_WORDS: Final = {keys.DULL_BECAUSE: CAUSES, keys.RENEWED_BY: RENEWED, keys.ENDED_HOW: ENDED}
_SEVERAL: Final = (keys.DULL_BECAUSE, keys.RENEWED_BY)
_ENDED: Final = keys.ENDED_HOW
"""Asked only about a role that has ended."""
_BARE: Final = {keys.DULL_SPELL: "minute"}
"""The unit of a number without one."""
_OFFERED: Final = {
    True: (FIRST_DAY, "still_not"),
    False: (FIRST_DAY, "not_before_i_left"),
    None: tuple(INSTEAD),
}
"""Answers instead of a length: for a role that goes on, one that ended, and one without an end."""


class Boredom(Form):
    """Ask when each role got dull, how dull at its worst, and which of three causes it had.

    A length is kept as read (``"21 d"``), or as typed if it cannot be read. It can also be ``first_day``,
    ``not_before_i_left`` or ``still_not``. Everything else is folded, one fold per role.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "boredom"
    _esm = module("boredom", uses=("field", "choice", "scale", "links"))
    _css = style("boredom", uses=("line_table", "field", "choice", "scale"))

    def page_state(self) -> Message:
        """Return the roles, the questions about each, and the answers."""
        roles = role_rows(self._record)
        offered = self._offered()
        return {
            "roles": [{**role, **offered[role["unit"]]} for role in roles],
            "first": [self._spec(self._catalogue.item(key)) for key in FIRST],
            "more": [self._spec(item) for item in self._asked("boredom") if item.key not in FIRST],
            "means": [self._spec(item) | self._much(item) for item in self._asked("means")],
            "ended": _ENDED,
            "instead": INSTEAD,
            "cells": self.cell_rows([role["unit"] for role in roles], self._items),
        }

    def _offered(self) -> dict[str, dict[str, Any]]:
        """Return, by role, whether it goes on, and what can be answered instead of a length."""
        roles = frames.roles(Snapshot(self._record)).to_dict("records")
        answers = self._record.current(items=(SET_IN,), units=[row["unit"] for row in roles])
        held = {unit: answer.value for (unit, _), answer in answers.items()}
        return {
            row["unit"]: {
                "goes_on": row["current"],
                "instead": [
                    key
                    for key in INSTEAD
                    if key in _OFFERED[row["current"] if isinstance(row["ended"], str) else None]
                    or key == held.get(row["unit"])
                ],
            }
            for row in roles
        }

    @cached_property
    def _items(self) -> dict[str, Item]:
        """The item behind each key of this form; how much a means helped is a separate rating."""
        items = {item.key: item for item in self._asked()}
        much = {
            helped_much(item.key): item.model_copy(update={"kind": "rating", "scale": MUCH})
            for item in self._asked("means")
        }
        return items | much

    def _asked(self, group: str | None = None) -> list[Item]:
        groups = ("boredom", "means") if group is None else (group,)
        return [item for one in groups for item in self._catalogue.items(one)]

    def _spec(self, item: Item) -> dict[str, Any]:
        words = _WORDS.get(item.key, HELPED if item.group == "means" else {})
        return {
            "key": item.key,
            "kind": item.kind,
            "label": item.label,
            "ask": item.ask,
            "low": item.low,
            "high": item.high,
            "min": item.scale.min,
            "max": item.scale.max,
            "hint": item.hint,
            "options": [[option, words.get(option, option)] for option in item.options],
            "several": item.key in _SEVERAL,
            "revision": item.revision,
        }

    def _much(self, means: Item) -> dict[str, Any]:
        much = {"key": helped_much(means.key), "label": "How much", "low": "a little", "high": "a lot"}
        return {"much": much | {"min": MUCH.min, "max": MUCH.max, "revision": means.revision}}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a role's cell."""
        if unit != self._record.person.id and key in self._items:
            return self._items[key]
        raise Refusal(f"{key!r} is not asked in this form; run its cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, some of the options, or a length, as typed if it is not one."""
        if item is None or item.kind == "rating":
            return None if item is None else checked_rating(item, value)
        if item.kind == "choice":
            held = value if isinstance(value, list) else [value]
            if not held or not set(map(str, held)) <= set(item.options):
                raise Refusal(f"{item.label}: expected one of {', '.join(item.options)}.")
            return [one for one in item.options if one in held] if item.key in _SEVERAL else held[0]
        if not isinstance(value, str):
            raise Refusal(f"{type(value).__name__} is no text. Expected what was typed.")
        text = value.strip()
        if len(text) > LONGEST:
            raise Refusal(f"{item.label}: {len(text)} characters are too many; expected {LONGEST} at most.")
        if text in item.options:
            return text
        try:
            return str(parse_duration(text, bare=_BARE.get(item.key)))
        except DurationError:
            return text

    def shown(self, answer: Answer) -> Message:
        """Return how a length is read, or why it cannot be."""
        item = self._items[answer.item]
        if item.kind != "duration" or answer.state != "value" or answer.value in item.options:
            return {}
        length = length_of(answer.value)
        if length is None:
            return {"doubt": self._doubt(str(answer.value), item)}
        row: Message = {"shown": length.words()}
        if answer.item == SET_IN and length.weeks > most_weeks(Snapshot(self._record), answer.unit):
            row["doubt"] = f"{length.words()} is longer than you were in that job, by its dates."
        return row

    def _doubt(self, text: str, item: Item) -> str:
        try:
            parse_duration(text, bare=_BARE.get(item.key))
        except DurationError as error:
            hint = ", or press one of the buttons" if item.options else ""
            cannot = f"Saved, but we can’t place “{text}” on the chart"
            return f"{cannot}: {error.problem}. Try {error.expected}{hint}."
        return ""
