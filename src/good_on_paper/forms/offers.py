"""Offers side by side: dealbreakers, what could decide it, comparable pay, and how the job will be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.forms.offers_shown import on_list, prediction, shown
from good_on_paper.frames.names import role_names
from good_on_paper.frames.offers import axis, short_names, stay_name
from good_on_paper.frames.pay import HOURS, MONEY, OF_AN_OFFER, OF_MONEY, amount_in
from good_on_paper.frames.predictions import taken
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.take_home import WORRY, line_of, said_of
from good_on_paper.frames.targets import KNOWS, could_stay, in_sight, knows, staying, to_decide_on
from good_on_paper.language.amounts import AmountError, parse_amount
from good_on_paper.questions.offers import FEWEST, compare
from good_on_paper.questions.prepared import ITEM, TEXT
from good_on_paper.study.declare_offers import (
    NONE_OF_THEM,
    PREDICTED,
    TURNED_OUT,
    compared_before,
    declare_offer,
    glad_of,
    is_open,
    take_back_offer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

LONGEST: Final = 100
HOURS_A_WEEK: Final = 168.0
_AMOUNTS: Final = (*MONEY, keys.MONEY_FIRST, keys.MONEY_LAST)
_A_YEAR: Final = 365
_ASKED: Final = "Which one would you be glad to walk into on Monday?"


def _again(now: Snapshot, names: Mapping[str, str]) -> str:
    """Return why we ask about Monday once more, and that nothing is lost; empty at the first time."""
    before = compared_before(now)
    new = [name for unit, name in names.items() if unit not in before]
    if not before or not new:
        return ""
    come = f"{' and '.join(new)} {'is' if len(new) == 1 else 'are'} new"
    return f"{come}, so we ask once more. Then all stand side by side, with all you said of the others."


class CompareOffers(Form):
    """Compare the offers that a person has to decide on.

    First it asks which one they would be glad to walk into on Monday; that answer stays unchanged. Then it
    shows the offers side by side, and turns what could decide between them into questions.

    Parameters
    ----------
    person : Person
        Whose offers these are, and where the answers go.
    before : str
        Name of the notebook with the list and the questions.
    """

    name: ClassVar[str] = "offers"
    _esm = module(
        "offer_track",
        "offer_questions",
        "offer_money",
        "look_back",
        "offers",
        uses=("field", "date_field", "choice", "scale", "links"),
    )
    _css = style("offers", uses=("field", "choice", "line_table", "scale"))

    def __init__(self, person: Person, *, before: str) -> None:
        self._person = person
        self._before = before
        self._acts: list[int] = []
        self._undone: list[int] = []
        self._written = 0
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return the offers and, once the comparison is open, all of it."""
        self._catalogue = self._person.catalogue  # it may have a new line since
        now, names = self._now, short_names(self._now)
        whole = role_names(now, kind="target")
        state: Message = {
            "offers": [[unit, name] for unit, name in names.items()],
            "own": [unit.id for unit in staying(now)],
            "listed": self._listed(now, names, whole),
            "before": self._before,
            "ask": _ASKED,
            "again": _again(now, names),
            "none": NONE_OF_THEM,
            "glad": names.get(glad_of(now), ""),
            "is_open": len(names) >= FEWEST and is_open(now),
            "taken": taken(now),
            "cells": self._cells(list(names)),
        }
        if not state["is_open"]:
            return state | {"prediction": None}
        compared = compare(self._person)
        return (
            state | shown(self._person, compared) | {"prediction": prediction(self._person, compared, whole)}
        )

    def _listed(self, now: Snapshot, names: Mapping[str, str], whole: Mapping[str, str]) -> list[list[Any]]:
        """Return every job that is or could be compared, in places that stay: is it, and is it staying."""
        jobs = [[unit.id, whole[unit.id], unit.id in names, False] for unit in in_sight(now)]
        return jobs + [[one.id, stay_name(now, one), one.id in names, True] for one in could_stay(now)]

    def _cells(self, units: list[str]) -> list[list[Any]]:
        """Return every answer that this form shows."""
        current = self._record.current(units=[*units, self._record.person.id])
        added = (keys.OFFERED_ON, keys.STAYING)
        kept = (*OF_AN_OFFER, *OF_MONEY, *added, keys.GLAD_ON_MONDAY, keys.LOOK_BACK_ON)
        parts = (keys.OFFER_HAS, keys.PREDICTED, keys.TURNED_OUT, keys.THERE_LEVEL)
        return [
            [unit, item, self.cell(answer)]
            for (unit, item), answer in current.items()
            if item in kept or item.partition(":")[0] in parts
        ]

    # -- single answers

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of an offer, or of the person."""
        part = key.partition(":")[0]
        of_person = unit == self._record.person.id
        if of_person and key in (*OF_MONEY, keys.GLAD_ON_MONDAY):
            return self._catalogue.item(key)
        of_offer = part in (*OF_AN_OFFER, keys.OFFER_HAS, keys.PREDICTED, keys.TURNED_OUT, keys.LOOK_BACK_ON)
        units = (*self._record.units("target"), *staying(self._now))
        if of_person or not of_offer or unit not in {one.id for one in units}:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        item = self._catalogue.item(part)
        return item.model_copy(update={"private": self._is_private(key.partition(":")[2])})

    def _is_private(self, thing: str) -> bool:
        key = thing.removeprefix(WORRY) if thing.startswith(WORRY) else line_of(thing)
        return key in self._catalogue and self._catalogue.item(key).private

    def understood(self, item: Item | None, value: object) -> object:
        """Return an amount as typed, hours as a number, one of the options, or a rating."""
        if item is None or item.kind == "date":
            return value
        if item.key in HOURS:
            return _hours(item, value)
        if item.kind == "number":
            return checked_rating(item, value)
        text = checked_text(item, value, LONGEST)
        if item.key in _AMOUNTS:
            try:
                parse_amount(text)
            except AmountError as error:
                raise Refusal(f"{item.label}: {error}") from error
        return text

    def shown(self, answer: Answer) -> Message:
        """Return how an amount is read, and hours without needless zeros."""
        if answer.item in _AMOUNTS and answer.state == "value":
            return {"words": str(amount_in(str(answer.value)) or "")}
        if answer.item in HOURS and answer.state == "value":
            return {"shown": f"{answer.value:g}"}
        return {}

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write an answer; declarations pass through the door of `study`."""
        with self._record.batch():
            answer = self._write(unit, key, value, **given)
        self._acted(1)
        return answer

    def _write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        if key.startswith((PREDICTED, TURNED_OUT)) or key in _DECLARED:
            return declare_offer(self._now, unit, key, value, sitting=self.sitting, **given)
        return super().write(unit, key, value, **given)

    def changes_page(self, key: str) -> bool:
        """Return whether an answer can change the comparison; declarations cannot."""
        return not key.startswith(PREDICTED) and key not in (keys.GLAD_ON_MONDAY, keys.LOOK_BACK_ON)

    # -- acts of several answers at once

    def own_message(self, message: Message) -> list[Message] | None:
        """Open the comparison, note what is known, take a question along, or update an offer."""
        acts: dict[str, Callable[[Message], str]] = {
            "open": self._open,
            "there": self._there,
            "ask": self._ask,
            "offered": self._offered,
            "declined": self._declined,
            "take": self._take,
            "lock": self._lock,
        }
        act = acts.get(str(message.get("type")))
        if act is None:
            return None
        self._written = 0
        with self._record.batch():
            status = act(message)
        if self._written:
            self._acted(self._written)
            self._steps = [self._steps[0] + 1, 0]
        return [self.ack(message, None, said=status), self._state()]

    def _say(self, unit: str, key: str, value: object, *, state: str = "value", **more: Any) -> None:  # noqa: ANN401
        self._write(unit, key, value, state=state, **more)
        self._written += 1

    def _open(self, message: Message) -> str:
        del message
        self._say(self._record.person.id, keys.OFFERS_OPENED, [])
        return "Side by side."

    def _there(self, message: Message) -> str:
        """Note how much of a thing there is; the page counts in the direction that the person wants."""
        unit, thing = self._offer(message), str(message.get("thing"))
        way = axis(self._now, thing)
        line = line_of(thing)
        about = self._catalogue.item(line) if line else None
        of = line or thing
        low_key, high_key = (said_of(part, of) for part in (keys.THERE_LEVEL, keys.THERE_UP_TO))
        more: dict[str, Any] = {
            "revision": about.revision if about else 1,
            "private": self._is_private(thing),
        }
        ends = [message.get("low"), message.get("high")]
        if ends == [None, None]:
            for key in (low_key, high_key):
                self._say(unit, key, None, state="cleared", **more)
            return "Cleared."
        for end in ends:
            if isinstance(end, bool) or not isinstance(end, int) or not way.least <= end <= way.most:
                raise Refusal(f"{end!r} is not on the scale. Expected {way.least:g} to {way.most:g}.")
        low, high = sorted(int(way.wanted(float(end))) for end in ends if isinstance(end, int))
        self._say(unit, low_key, low, **more)
        self._say(
            unit, high_key, high if high > low else None, state="value" if high > low else "cleared", **more
        )
        if line:
            self._say(unit, knows(line), KNOWS[1] if high > low else KNOWS[0], private=more["private"])
        return "Noted."

    def _ask(self, message: Message) -> str:
        """Add the questions that could decide to the list for the next interview there."""
        wanted = message.get("keys")
        chosen = {str(key) for key in wanted} if isinstance(wanted, list) else set()
        there = compare(self._person).blanks
        blanks = [one for one in there if f"{one.unit} {one.key}" in chosen and not one.mine]
        for one in blanks:
            if one.key not in on_list(self._person, one.unit):
                self._say(one.unit, ITEM + one.key, {TEXT: one.text})
        return "On your list of questions."

    def _offered(self, message: Message) -> str:
        """Note an offer: from a known target, or from a new one named by its employer."""
        unit, name = str(message.get("unit") or ""), str(message.get("employer") or "").strip()
        if role := next((one for one in could_stay(self._now) if one.id == unit), None):
            self._say(unit, keys.STAYING, self._now.today.isoformat())
            return f"Added: {stay_name(self._now, role)}."
        if unit not in {one.id for one in in_sight(self._now)}:
            if not name or len(name) > LONGEST:
                raise Refusal(f"Expected the name of the employer, at most {LONGEST} characters.")
            unit = self._record.add_unit("target", sitting=self.sitting).id
            self._say(unit, "employer", name)
        self._say(unit, keys.OFFERED_ON, self._now.today.isoformat())
        return f"Added: an offer from {short_names(self._now).get(unit, name)}."

    def _declined(self, message: Message) -> str:
        unit = self._offer(message)
        name = short_names(self._now)[unit]
        if unit in {one.id for one in staying(self._now)}:
            self._say(unit, keys.STAYING, None, state="cleared")
            return f"Left out: {name}."
        self._say(unit, keys.WITHDREW, self._now.today.isoformat())
        return f"Declined: {name}. Undo brings it back."

    def _take(self, message: Message) -> str:
        unit, earlier = self._offer(message), taken(self._now)
        if unit in {one.id for one in staying(self._now)}:
            raise Refusal("that is the job you have; there is nothing to take.")
        if earlier and earlier != unit:
            self._say(earlier, keys.OFFER_TAKEN, None, state="cleared")
        self._say(unit, keys.OFFER_TAKEN, self._now.today.isoformat())
        return "Noted."

    def _lock(self, message: Message) -> str:
        unit = self._offer(message)
        look_back = self._record.current(items=(keys.LOOK_BACK_ON,), units=(unit,))
        if not look_back:
            in_a_year = self._now.today + dt.timedelta(days=_A_YEAR)
            self._say(unit, keys.LOOK_BACK_ON, in_a_year.isoformat())
        self._say(unit, keys.PREDICTION_LOCKED, True)
        return "Locked."

    def _offer(self, message: Message) -> str:
        unit = str(message.get("unit"))
        if unit not in {one.id for one in to_decide_on(self._now)}:
            raise Refusal("that is no offer to decide on any more; run this cell again.")
        return unit

    # -- one press of undo reverses one act, however many answers it had

    def _acted(self, answers: int) -> None:
        self._acts.append(answers)
        self._undone.clear()

    def take_step(self, *, redo: bool) -> Answer | None:
        """Undo, or redo, all answers of one act."""
        source, other = (self._undone, self._acts) if redo else (self._acts, self._undone)
        answers = source[-1] if source else 1
        last = None
        with self._record.batch():
            for _ in range(answers):
                last = take_back_offer(self._now, self.sitting, redo=redo) or last
        if last is not None and source:
            other.append(source.pop())
        return last


_DECLARED: Final = (keys.GLAD_ON_MONDAY, keys.OFFERS_OPENED, keys.LOOK_BACK_ON, keys.PREDICTION_LOCKED)


def _hours(item: Item, value: object) -> float:
    """Return hours a week as a number.

    Raises
    ------
    Refusal
        If the value is not a number of hours.
    """
    text = str(value).strip().lower().removesuffix("hours").removesuffix("h").strip().replace(",", ".")
    try:
        hours = float(text)
    except ValueError:
        hours = -1.0
    if not 0 <= hours <= HOURS_A_WEEK:
        raise Refusal(f"{item.label}: “{value}” is no number of hours in a week. Expected one such as 37.5.")
    return hours
