"""A day by the minute: one day of one job as a strip of stretches, one per line, all optional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Message, Refusal, checked_rating
from good_on_paper.forms.lines import role_rows
from good_on_paper.forms.list_form import ListForm
from good_on_paper.frames.days import WHOLE_DAY, WORDS, minutes_of
from good_on_paper.frames.names import DAYS
from good_on_paper.language import DurationError, parse_duration
from good_on_paper.language.lengths import hours
from good_on_paper.record.days import DAY, LENGTH, OF_A_STRETCH, add_day, stretches_of_days

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit

LONGEST: Final = {"text": 200, "duration": 60}
"""Most characters of a field."""
_BARE: Final = "minute"
_EXPECTED: Final = "a length such as 20 min, an hour or 1 h 30"
_MAKING: Final = "days"
"""Name of the sittings that create a day, which undo skips, as it is not the person's answer."""


class Minutes(ListForm):
    """Ask for a day of a job as stretches: what, how long, how absorbed, dull or not, spent or wasted.

    A day is a unit of kind "episode" in its role, and a stretch is one in its day. A length is kept as read
    (``"90 min"``), or as typed if it cannot be read. See `good_on_paper.frames.days` for the keys.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "minutes"
    row: ClassVar[str] = "stretch"
    noun: ClassVar[str] = "stretch"
    _esm = module("stretch", "minutes", uses=("field", "choice", "scale", "own_list"))
    _css = style("roles", "minutes", uses=("line_table", "field", "choice", "scale"))

    def page_state(self) -> Message:
        """Return the jobs, the days that can be described, the stretches in order, and their answers."""
        roles = role_rows(self._record)
        asked = {role["unit"] for role in roles}
        stretches = [(unit, *found) for unit, found in self._stretches().items() if found[0] in asked]
        return {
            "roles": roles,
            "days": list(DAYS.items()),
            "whole_day": WHOLE_DAY,
            "asked": {key: self._spec(self._catalogue.item(key)) for key in OF_A_STRETCH},
            "stretches": [{"unit": unit, "role": role, "day": day} for unit, role, day in stretches],
            "cells": self.cell_rows([unit for unit, _, _ in stretches], OF_A_STRETCH),
        }

    def _stretches(self) -> dict[str, tuple[str, str]]:
        """Return role and day of each stretch on the list, in the person's order."""
        return {unit: day for day, units in stretches_of_days(self._record).items() for unit in units}

    def _spec(self, item: Item) -> dict[str, Any]:
        words = WORDS.get(item.key, {})
        return {
            "key": item.key,
            "kind": item.kind,
            "label": item.label,
            "ask": item.ask,
            "hint": item.hint,
            "low": item.low,
            "high": item.high,
            "min": item.scale.min,
            "max": item.scale.max,
            "options": [[option, words.get(option, option)] for option in item.options],
            "revision": item.revision,
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a stretch's cell."""
        if key not in OF_A_STRETCH or unit not in self._stretches():
            raise Refusal(f"{key!r} is not asked in this form, or its part of the day was removed.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, an option, text, or a length, as typed if it is not one."""
        if item is None or item.kind == "rating":
            return None if item is None else checked_rating(item, value)
        if not isinstance(value, str):
            raise Refusal(f"{item.label}: {type(value).__name__} is no text. Expected what was typed.")
        if item.kind == "choice":
            if value not in item.options:
                raise Refusal(f"{item.label}: expected one of {', '.join(item.options)}.")
            return value
        text, most = value.strip(), LONGEST[item.kind]
        if len(text) > most:
            raise Refusal(f"{item.label}: {len(text):,} characters are too many; expected {most} at most.")
        if item.kind == "text":
            return text
        try:
            return str(parse_duration(text, bare=_BARE))
        except DurationError:
            return text

    def shown(self, answer: Answer) -> Message:
        """Return how a length is read and its minutes, or why it cannot be read."""
        if answer.state != "value" or answer.item != LENGTH:
            return {}
        minutes = minutes_of(answer.value)
        if minutes is None:
            return {"doubt": _doubt(str(answer.value))}
        if minutes > WHOLE_DAY:
            return {"shown": hours(minutes), "doubt": "That is longer than a day, so we don’t count it."}
        return {"shown": hours(minutes), "minutes": minutes}

    def add(self, unit: str, message: Message) -> Unit:
        """Add a stretch to a day."""
        day = self._day(str(message["role"]), str(message["day"]))
        return self._record.add_unit("episode", parent=day, sitting=self.sitting, unit=unit)

    def siblings(self, unit: str) -> list[Unit]:
        """Return all stretches of the day that contains this one, in order."""
        episodes = self._record.units("episode")
        parent = next((one.parent for one in episodes if one.id == unit), None)
        if parent is None or unit not in self._stretches():
            raise Refusal("this part of the day is no longer on the list.")
        return [one for one in episodes if one.parent == parent]

    def _day(self, role: str, day: str) -> str:
        """Return the unit of a role's day; make it if the day has no answers yet."""
        if day not in DAYS or role not in {one["unit"] for one in role_rows(self._record)}:
            raise Refusal("this job or this day is not asked about here; run the cell again.")
        return add_day(
            self._record,
            role,
            day,
            sitting=lambda: self._record.sitting(_MAKING),
            revision=self._catalogue.item(DAY).revision,
        )


def _doubt(text: str) -> str:
    try:
        parse_duration(text, bare=_BARE)
    except DurationError as error:
        return f"Saved as you typed it, but we can’t read it as a length: {error.problem}. Try {_EXPECTED}."
    return ""
