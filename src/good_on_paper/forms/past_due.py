"""Interviews whose due day is over without an answer; and which way the person thinks they lean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.names import STAGES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import day_of
from good_on_paper.study.barometer import ASKED, reading
from good_on_paper.study.declare import declare
from good_on_paper.study.interviews import after_a_no
from good_on_paper.study.lean_declared import WAYS, declared_lean, first_outcome

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

AT_ONCE: Final = 3
"""How many are asked about at once; the others follow as these are answered."""
_CAME: Final = (keys.CAME_NOTHING, keys.CAME_NO, keys.CAME_YES)
_LEANS: Final = {WAYS[0]: "Too high", WAYS[1]: "Too low"}


class PastDue(Form):
    """Ask how an interview past its due day ended: no answer by one press, a yes or a no with its day.

    Parameters
    ----------
    person : Person
        Whose interviews these are, and where the answers go.
    log : str
        Name of the notebook with all of them.
    """

    name: ClassVar[str] = "due"
    _esm = module("past_due", uses=("links", "choice"))
    _css = style("past_due", uses=("field", "choice"))

    def __init__(self, person: Person, *, log: str) -> None:
        self._person = person
        self._log = log
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return the first of those to ask about, and whether a lean can still be declared."""
        read = reading(self._person)
        asked = read.of(ASKED)
        hush = after_a_no(self._now)
        return {
            "asked": [] if hush else [_asked(row) for row in asked.iloc[:AT_ONCE].to_dict("records")],
            "more": max(0, len(asked) - AT_ONCE),
            "today": self._now.today.isoformat(),
            "log": self._log,
            "leans": list(_LEANS.items()) if not hush and self._can_declare(read.told) else [],
            "lean": keys.BAROMETER_LEAN,
            "declared": declared_lean(self._now),
            "cells": [
                *self.cell_rows(asked["unit"].tolist(), _CAME),
                *self.cell_rows([self._record.person.id], [keys.BAROMETER_LEAN]),
            ],
        }

    def _can_declare(self, counted: pd.DataFrame) -> bool:
        return len(counted) > 0 and first_outcome(self._now) is None

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return how an interview ended, or None for a declared lean."""
        if key == keys.BAROMETER_LEAN and unit == self._record.person.id:
            return None
        there = {one.id for one in self._record.units("interview")}
        if unit not in there or key not in _CAME:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a past day; a lean as it is, as the door of `study` checks it."""
        if item is None:
            return value
        day = day_of(value)
        if day is None or day > self._now.today:
            raise Refusal(f"{item.label}: “{value}” is no day that has come. Choose one.")
        return day.isoformat()

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write how it ended; a lean passes through the door of `study`."""
        if key == keys.BAROMETER_LEAN:
            return declare(self._now, key, value, sitting=self.sitting, **given)
        return super().write(unit, key, value, **given)

    def changes_page(self, key: str) -> bool:
        """Return True: every answer changes what is asked."""
        del key
        return True


def _asked(row: dict[Any, Any]) -> Message:
    who = next((row[part] for part in ("employer", "job") if isinstance(row[part], str)), "")
    stage = STAGES.get(row["stage"], "interview") if isinstance(row["stage"], str) else "interview"
    day, due = row["day"], row["due"]
    year = f" {day:%Y}" if pd.Timestamp(day).year != pd.Timestamp(due).year else ""
    return {
        "unit": row["unit"],
        "name": who or "the interview",
        "ask": f"{due.day} {due:%B} has passed. Has {who or 'anyone'} written?",
        "about": f"{stage} on {day.day} {day:%B}{year}; you said {row['chance']}",
    }
