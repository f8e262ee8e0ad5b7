"""All interviews, by place and round: how each ended, and those that are remembered later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.interviews import OUTCOMES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import day_of
from good_on_paper.language import DateError
from good_on_paper.study.interviews import after_a_no, silences
from good_on_paper.study.log_entries import remember

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.catalogue import Item
    from good_on_paper.study.interviews import Silence
    from good_on_paper.study.person import Person

_SAID: Final = {
    keys.CAME_YES: "They said yes",
    keys.CAME_NO: "They said no",
    keys.CAME_NOTHING: "No answer yet",
    keys.WITHDREW: "I withdrew",
}


class InterviewLog(Form):
    """Say how each interview ended, on a day each; nothing takes the place of anything.

    Parameters
    ----------
    person : Person
        Whose interviews these are, and where the answers go.
    before : str
        Name of the notebook in which the next round is prepared.
    """

    name: ClassVar[str] = "log"
    _esm = module("interview_log", uses=("links", "field"))
    _css = style("interview_log", uses=("field", "choice"))

    def __init__(self, person: Person, *, before: str) -> None:
        self._person = person
        self._before = before
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return a row per interview, the newest first, and the one silence that is due to be raised."""
        log = self._person.interviews().iloc[::-1]
        raised = silences(self._now)
        return {
            "hush": after_a_no(self._now),
            "today": self._now.today.isoformat(),
            "before": self._before,
            "said": list(_SAID.items()),
            "outcomes": list(OUTCOMES.items()),
            "rows": [_row(name, row) for name, row in zip(log.index, log.to_dict("records"), strict=True)],
            "silence": _silence(raised[0]) if raised else None,
            "cells": self.cell_rows(log["unit"].tolist(), [*CAME, keys.SILENCE_RAISED]),
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return how an interview ended, or None for the mark that its silence was raised."""
        there = {one.id for one in self._record.units("interview")}
        if unit not in there or key not in (*CAME, keys.SILENCE_RAISED):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return None if key == keys.SILENCE_RAISED else self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a day that has come."""
        day = day_of(value)
        if day is None or day > self._now.today:
            label = "When" if item is None else item.label
            raise Refusal(f"{label}: “{value}” is no day that has come. Choose one.")
        return day.isoformat()

    def changes_page(self, key: str) -> bool:
        """Tell that the words of a row change with every answer."""
        del key
        return True

    def own_message(self, message: Message) -> list[Message] | None:
        """Add an interview from memory."""
        if message.get("type") != "remember":
            return None
        given = [str(message.get(part) or "") for part in ("text", "day", "words")]
        try:
            remember(self._now, *given)
        except DateError as error:
            said = f"When was it? We could not read “{error.text}”. Try March 2026 or 5 March 2026."
            raise Refusal(said) from error
        return [self.ack(message, None, said="Added."), self._state()]


def _row(name: object, row: dict[Any, Any]) -> Message:
    day = "" if pd.isna(row["day"]) else _day(row["day"].date())
    state = OUTCOMES[row["outcome"]]
    if pd.notna(row["yes_on"]) and pd.notna(row["due"]) and row["yes_on"] > row["due"]:
        state = f"yes, on day {(row['yes_on'] - row['day']).days}; no answer before"
    told = [day, "remembered later" if row["remembered"] else ""]
    return {
        "unit": row["unit"],
        "name": str(name),
        "about": " \N{MIDDLE DOT} ".join(part for part in told if part),
        "state": state,
    }


def _silence(silence: Silence) -> Message:
    passed = f"{silence.due.day} {silence.due:%B}"
    job = f" with the {silence.job} job" if silence.job else ""
    note = (
        f"Dear {silence.met or '...'}, I enjoyed our conversation on {silence.day.day} {silence.day:%B}. "
        f"Could you tell me where things stand{job}, and when you expect to decide?"
    )
    asked = f"{passed} has passed. Has {silence.employer or 'anyone'} written?"
    return {"unit": silence.unit, "ask": asked, "note": note}


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
