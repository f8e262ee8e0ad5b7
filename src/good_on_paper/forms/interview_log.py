"""All interviews, by employer and round: how each ended, and those added later from memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.interviews import OUTCOMES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import ROUND, day_of
from good_on_paper.language import DateError
from good_on_paper.language.day_names import in_full
from good_on_paper.study.interviews import after_a_no, silences, unanswered
from good_on_paper.study.log_entries import remember

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer
    from good_on_paper.study.interviews import Silence
    from good_on_paper.study.person import Person

NEXT_ROUND: Final = (keys.TALK_ON, keys.TALK_ROUND, keys.MEETS_NAME)
"""The items about the next round on the page of the round before; the answers are about the job."""
_OF_THE_DAY: Final = (keys.TALK_ON, keys.TALK_ROUND)
_CLEARED: Final = {"state": "cleared", "value": None, "memory": None}
LONGEST: Final = 500
_NEXT_LABELS: Final = {
    keys.TALK_ON: "When is the next round?",
    keys.TALK_ROUND: "First interview, or a later one?",
    keys.MEETS_NAME: "Who you will meet",
}
_SAID: Final = {
    keys.CAME_YES: "They said yes",
    keys.CAME_NO: "They said no",
    keys.CAME_NOTHING: "No answer yet",
    keys.WITHDREW: "I withdrew",
}


class InterviewLog(Form):
    """Ask how each interview ended, with the day of each ending; no answer replaces another.

    Parameters
    ----------
    person : Person
        Whose interviews these are, and where the answers go.
    before : str
        Name of the notebook for preparing the next round.
    """

    name: ClassVar[str] = "log"
    _esm = module("next_round", "interview_log", uses=("links", "field", "date_field", "choice"))
    _css = style("interview_log", uses=("field", "choice"))

    def __init__(self, person: Person, *, before: str) -> None:
        self._person = person
        self._before = before
        self._raised: Silence | None = None
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return one row per interview, the newest first, and the one silence to mention."""
        now = self._now
        log = self._person.interviews().iloc[::-1]
        due = silences(now)
        current = self._raised and next(
            (one for one in unanswered(now) if one.unit == self._raised.unit), None
        )
        self._raised = current or (due[0] if due else None)
        return {
            "hush": after_a_no(self._now),
            "today": self._now.today.isoformat(),
            "before": self._before,
            "said": list(_SAID.items()),
            "outcomes": list(OUTCOMES.items()),
            "rows": [_row(name, row) for name, row in zip(log.index, log.to_dict("records"), strict=True)],
            "silence": _silence(self._raised) if self._raised else None,
            "next": [self._next_field(key) for key in NEXT_ROUND],
            "cells": self.cell_rows(log["unit"].tolist(), [*CAME, keys.SILENCE_RAISED])
            + self._next_cells(log),
        }

    def _next_cells(self, log: pd.DataFrame) -> list[list[Any]]:
        """Return what is said about the next round: a day that an interview was held on is no next one."""
        rows = self.cell_rows(log["process"].unique().tolist(), NEXT_ROUND)
        held = log.groupby("process")["day"].max()
        days = {unit: day_of(cell["value"]) for unit, item, cell in rows if item == keys.TALK_ON}
        over = {
            unit
            for unit, day in days.items()
            if day is not None and pd.notna(held[unit]) and day <= held[unit].date()
        }
        return [
            [unit, item, cell | _CLEARED if unit in over and item in _OF_THE_DAY else cell]
            for unit, item, cell in rows
        ]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return an ending, an item about the next round, or None for the mark of a mentioned silence."""
        units = self._record.units("interview")
        there = {one.id for one in units}
        if key in NEXT_ROUND and unit in {one.parent for one in units}:
            return self._catalogue.item(key)
        if unit not in there or key not in (*CAME, keys.SILENCE_RAISED):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return None if key == keys.SILENCE_RAISED else self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a past day; for the next round a full date, a round, or names as typed."""
        if item is not None and item.key in NEXT_ROUND:
            text = checked_text(item, value, LONGEST)
            if item.key == keys.TALK_ON and day_of(text) is None:
                raise Refusal(f"“{text}” is no whole date. Choose a day.")
            return text
        day = day_of(value)
        if day is None or day > self._now.today:
            label = "When" if item is None else item.label
            raise Refusal(f"{label}: “{value}” is no day that has come. Choose one.")
        return day.isoformat()

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write an answer; the day of a next round makes its job the one to prepare for."""
        answer = super().write(unit, key, value, **given)
        if key == keys.TALK_ON and answer.state == "value":
            sitting = self._record.sitting("next_round")
            named = self._now.current(items=(keys.TALK_ROUND,), units=(unit,)).get((unit, keys.TALK_ROUND))
            if named is None or named.value == "first":
                self._record.answer(unit, keys.TALK_ROUND, "later", sitting=sitting)
            self._record.answer(self._record.person, keys.TARGET_CHOSEN, unit, sitting=sitting)
        if key == keys.SILENCE_RAISED:
            self._raised = None
        return answer

    def _next_field(self, key: str) -> Message:
        item = self._catalogue.item(key)
        options = [[option, ROUND[option]] for option in item.options if option != "first"]
        label = _NEXT_LABELS[key]
        return {
            "key": key,
            "kind": item.kind,
            "label": label,
            "hint": item.hint if key == keys.MEETS_NAME else "",
            "options": options,
            "revision": item.revision,
        }

    def changes_page(self, key: str) -> bool:
        """Return True: every answer changes the words of a row."""
        del key
        return True

    def own_message(self, message: Message) -> list[Message] | None:
        """Add an interview from memory, or note that a silence was mentioned."""
        if message.get("type") == "raised":
            return [self._note_raised(message)]
        if message.get("type") != "remember":
            return None
        given = [str(message.get(part) or "") for part in ("text", "day", "words")]
        try:
            remember(self._now, *given)
        except DateError as error:
            problem = f"When was it? We could not read “{error.text}”. Try March 2026 or 5 March 2026."
            raise Refusal(problem) from error
        return [self.ack(message, None, said="Added."), self._state()]

    def _note_raised(self, message: Message) -> Message:
        """Record the day on which a silence was first shown, so that it is not mentioned again."""
        unit = str(message["unit"])
        noted = self._now.current(items=(keys.SILENCE_RAISED,), units=(unit,))
        if self._raised is not None and self._raised.unit == unit and not noted:
            sitting = self._record.sitting("raised")  # undo must not remove it
            today = self._now.today.isoformat()
            self._record.answer(unit, keys.SILENCE_RAISED, today, sitting=sitting)
        return self.ack(message, None)


def _row(name: object, row: dict[Any, Any]) -> Message:
    day = "" if pd.isna(row["day"]) else in_full(row["day"])
    state = OUTCOMES[row["outcome"]]
    if pd.notna(row["yes_on"]) and pd.notna(row["due"]) and row["yes_on"] > row["due"]:
        state = f"yes, on day {(row['yes_on'] - row['day']).days}; no answer before"
    facts = [day, "remembered later" if row["remembered"] else ""]
    return {
        "unit": row["unit"],
        "process": row["process"],
        "name": str(name),
        "about": " \N{MIDDLE DOT} ".join(part for part in facts if part),
        "state": state,
        "note": _note(row) if row["outcome"] == "no_answer" and day else "",
    }


def _silence(silence: Silence) -> Message:
    passed = f"{silence.due.day} {silence.due:%B}"
    asked = f"{passed} has passed. Has {silence.employer or 'anyone'} written?"
    facts = {"met": silence.met, "job": silence.job, "day": silence.day}
    return {"unit": silence.unit, "ask": asked, "note": _note(facts)}


def _note(facts: dict[Any, Any]) -> str:
    """Return a short text to send, with the day, the job and the name if they are known."""
    met, job = (facts[part] if isinstance(facts[part], str) else "" for part in ("met", "job"))
    day = facts["day"]
    about = f" with the {job} job" if job else ""
    return (
        f"Dear {met or '...'}, I enjoyed our conversation on {day.day} {day:%B}. "
        f"Could you tell me where things stand{about}, and when you expect to decide?"
    )
