"""The next interview: which job, when, with whom. All of it is optional."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text
from good_on_paper.frames import role_names
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import (
    AFTER_OFFER,
    CHOSEN,
    ROUND,
    WHO,
    YOURS,
    at_the_offer,
    chosen,
    chosen_or_next,
    day_of,
    in_sight,
    interview_day,
)
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import days_left, from_today
from good_on_paper.questions.prepared import met_in_words
from good_on_paper.record.targets import begin
from good_on_paper.study.interviews import is_over, to_ask_about

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Answer, Record

FACTS: Final = ("title", "employer", keys.TALK_ON, "meets", keys.MEETS_NAME, keys.TALK_ROUND)
_LABELS: Final = {"title": ("The job", "Ward manager, pastry cook ..."), "employer": ("Where", "")}
"""Labels for a job to come; the catalogue's are for past jobs."""
_OPTIONS: Final = {"meets": WHO, keys.TALK_ROUND: ROUND}
_ROUNDS: Final = {"first": "first interview", "later": "a later interview", AFTER_OFFER: "after an offer"}
LONGEST: Final = 500


class NextInterview(Form):
    """Ask which job the next interview is for, when it is, and who the person will meet.

    A job under consideration is a unit of kind ``target``; it begins with the first answer about it. There
    can be several; `Unknowns` and the questions are about the chosen one
    (`good_on_paper.frames.targets.chosen`).

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        Labels and hints of the fields.
    fold : bool
        Whether an interview that has answers, and is not over, is folded under one line that sums it up.
    """

    name: ClassVar[str] = "next_interview"
    _esm = module("next_interview", uses=("field", "date_field", "choice"))
    _css = style("next_interview", uses=("field", "choice"))

    def __init__(self, record: Record, catalogue: Catalogue, *, fold: bool = False) -> None:
        self._fold = fold
        super().__init__(record, catalogue)

    def page_state(self) -> Message:
        """Return the fields, the targets by name, which one is chosen, and the answers about it."""
        snapshot = Snapshot(self._record)
        target = chosen_or_next(snapshot)
        names, still = role_names(snapshot, kind="target"), {unit.id for unit in in_sight(snapshot)}
        return {
            "fields": [self._field(key) for key in FACTS],
            "targets": [[unit, name] for unit, name in names.items() if unit in still],
            "target": target,
            "told": self._told(snapshot, target) if self._fold else "",
            "over": self._over(snapshot, target) if self._fold else "",
            "waits": to_ask_about(snapshot) is not None,
            "cells": self.cell_rows([target], FACTS) + self.cell_rows([self._record.person.id], [CHOSEN]),
        }

    def _told(self, snapshot: Snapshot, target: str) -> str:
        """Return the interview in one line; empty if too little is known, or if it is over."""
        name = role_names(snapshot, kind="target").get(target, "")
        given = {item: answer for (_, item), answer in snapshot.current(units=(target,), items=FACTS).items()}
        value = {key: answer.value for key, answer in given.items() if answer.state == "value"}
        day, today = interview_day(snapshot, target), dt.datetime.now().astimezone().date()
        named = "title" in value or "employer" in value
        if not named or not ({keys.TALK_ON, "meets"} & given.keys()) or self._over(snapshot, target):
            return ""
        when = days_left(day, today) if day else "no date yet"
        whom = met_in_words(value.get("meets", ()), value.get(keys.MEETS_NAME, ""), YOURS)
        offers = {unit.id for unit in at_the_offer(snapshot)}
        rest = [unit.id in offers for unit in in_sight(snapshot) if unit.id != target]
        parts = (
            name,
            when,
            f"you meet {whom}" if whom else "",
            _ROUNDS.get(value.get(keys.TALK_ROUND, ""), ""),
            count(rest.count(False), "other job") if not all(rest) else "",
            f"{count(sum(rest), 'offer')} besides" if any(rest) else "",
        )
        return " · ".join(filter(None, parts))

    @staticmethod
    def _over(snapshot: Snapshot, target: str) -> str:
        """Return a sentence on an interview that is over; empty while it is to come, or has no day."""
        day = interview_day(snapshot, target)
        if day is None or not is_over(snapshot, target, day):
            return ""
        past = from_today(day, snapshot.today)
        ahead = [
            other
            for unit in in_sight(snapshot)
            if (other := interview_day(snapshot, unit.id)) and not is_over(snapshot, unit.id, other)
        ]
        if ahead:
            return (
                f"It was {past}. Another is on {days_left(min(ahead), snapshot.today)}: choose its job here."
            )
        return f"It was {past}. Is another coming up? Change the day, or add a job."

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        label, hint = _LABELS.get(key, (item.label, item.hint))
        options = [[option, _OPTIONS[key][option]] for option in item.options]
        return {
            "key": key,
            "kind": item.kind,
            "label": label,
            "hint": hint,
            "options": options,
            "revision": item.revision,
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind a cell of a target; None for which target is chosen."""
        if (unit, key) == (self._record.person.id, CHOSEN):
            return None
        if key not in FACTS or unit == self._record.person.id:
            raise Refusal(f"{key!r} is not a field of this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return text as typed, one of the options, or a list of options."""
        if item is not None and item.key == "meets":
            if not isinstance(value, list) or not set(value) <= set(item.options):
                raise Refusal(f"{item.label}: expected some of {', '.join(item.options)}.")
            return [who for who in item.options if who in value]
        if item is not None:
            return checked_text(item, value, LONGEST)
        if all(unit.id != value for unit in self._record.units("target")):
            raise Refusal("this job is no longer on the list.")
        return value

    def before_answer(self) -> None:
        """Begin the target with the first answer about it."""
        begin(self._record, chosen_or_next(Snapshot(self._record)))

    def changes_page(self, key: str) -> bool:
        """Return whether another target is chosen, or this one has a new name or day."""
        return key in (CHOSEN, "title", "employer", keys.TALK_ON)

    def shown(self, answer: Answer) -> Message:
        """Return how we read the day of the interview, and how far off it is."""
        if answer.item != keys.TALK_ON or answer.state != "value":
            return {}
        day = day_of(answer.value)
        if day is None:
            return {"doubt": f"“{answer.value}” is saved, but it is not a full date. Choose a day."}
        today = dt.datetime.now().astimezone().date()
        return {"shown": day.isoformat(), "words": days_left(day, today)}

    def own_message(self, message: Message) -> list[Message] | None:
        """Add another target, or remove the chosen one from the list."""
        kind = message.get("type")
        if kind not in {"add_target", "remove_target"}:
            return None
        unit, before = str(message["unit"]), self._record.newest
        if kind == "add_target":
            begin(self._record, unit)
            person = self._record.person
            self.wrote(self._record.answer(person, CHOSEN, unit, sitting=self.sitting), before)
            return [self.ack(message, None, said="Another job was added."), self._state()]
        if chosen(Snapshot(self._record)) is None:
            raise Refusal("there is no job to remove.")
        self.wrote(self._record.remove_unit(unit, sitting=self.sitting), before)
        return [self.ack(message, None, said="Removed. Undo brings it back."), self._state()]
