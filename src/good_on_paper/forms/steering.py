"""Steering: what comes next in the person's own order, and every choice the kit made for them."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any, ClassVar

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.choice_made import Chosen, Control, Pick
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import in_random_order
from good_on_paper.forms.ordering import order_at
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.day_names import in_full
from good_on_paper.study.declare import declare, take_back
from good_on_paper.study.declared import DRAWN, GUESSES, MAIN, SECOND, drawn, guesses
from good_on_paper.study.own_order import own_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

_DECLARED = (GUESSES, DRAWN, MAIN, SECOND, keys.BAROMETER_LEAN)


class Steering(Form):
    """Let the person order what comes next, see every choice with its history, and change it.

    Declarations before a look pass through the door of `study`, which says why one can no longer change.

    Parameters
    ----------
    person : Person
        Whose choices these are.
    pages : mapping
        Title of each page that can come next, by number.
    ours : sequence of str
        The page numbers in the kit's order.
    choices : callable
        Returns the current choices.
    """

    name: ClassVar[str] = "steering"
    _esm = module("choice_controls", "choice_rows", "steering", uses=("links",))
    _css = style("steering")

    def __init__(
        self,
        person: Person,
        pages: Mapping[str, str],
        ours: Sequence[str],
        choices: Callable[[], Sequence[Chosen]],
    ) -> None:
        super().__init__(person.record, person.catalogue)
        self._person, self._pages, self._ours, self._choices = person, pages, ours, choices

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._person.catalogue)

    def page_state(self) -> Message:
        """Return the order, and the current choices, each with its earlier values."""
        made = self._choices()
        names = [keys.NEXT_ORDER, *(control.key for one in made for control in one.controls)]
        return {
            "pages": list(self._pages.items()),
            "ours": list(self._ours),
            "own": [number for number in own_order(self._person) if number in self._pages],
            "choices": [self._row(one) for one in made],
            "cells": [
                [self._record.person.id, key, self.cell(answer)]
                for (_, key), answer in self._record.current(
                    items=names, units=[self._record.person.id]
                ).items()
            ],
        }

    def _row(self, one: Chosen) -> Message:
        texts = {name: getattr(one, name) for name in ("what", "stands", "page", "fixed", "note")}
        return texts | {"controls": [self._control(control) for control in one.controls]}

    def _control(self, control: Control) -> Message:
        before = self._record.history(self._record.person, control.key)
        past = [_told(control, answer) for answer in before[::-1]]
        return {
            "key": control.key,
            "kind": control.kind,
            "label": control.label,
            "options": [[astuple(given), words] for given, words in control.options],
            "usual": astuple(control.usual),
            "limits": list(control.limits),
            "past": past,
        }

    def item_for(self, unit: str, key: str) -> None:
        """Return None: these answers are about the person, and their options check them."""
        if unit != self._record.person.id or (key != keys.NEXT_ORDER and key not in self._controls()):
            raise Refusal(f"{key!r} is not chosen here; run the cell again.")

    def _controls(self) -> dict[str, Control]:
        return {control.key: control for one in self._choices() for control in one.controls}

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write a choice, if it is a possible one."""
        state = str(given.get("state", "value"))
        if key == keys.NEXT_ORDER:
            self._check_order(value, state)
        else:
            self._controls()[key].check(Pick(state, value))
        if key in _DECLARED:
            return declare(self._now, key, value, sitting=self.sitting, **given)
        return super().write(unit, key, value, **given)

    def understood(self, item: object, value: object) -> object:
        """Return a choice as it came: `write` knows the control that checks it."""
        del item
        return value

    def _check_order(self, value: object, state: str) -> None:
        if state == "cleared":
            return
        numbers = value if isinstance(value, list) else [value]
        wrong = [number for number in numbers if number not in self._pages]
        if state != "value" or wrong or not isinstance(value, list) or len({*value}) < len(value):
            raise Refusal(f"{', '.join(map(str, wrong or numbers))}: expected each page once, by its number.")

    def take_step(self, *, redo: bool) -> Answer | None:
        """Undo or redo a choice; what a look has fixed since stays."""
        return take_back(self._now, self.sitting, redo=redo)

    def changes_page(self, key: str) -> bool:
        """Return True: one choice can change which others there are."""
        del key
        return True

    def own_message(self, message: Message) -> list[Message] | None:
        """Draw other circumstances besides the needs, or move a job in the list of jobs."""
        acts = {"draw": self._draw, "move": self._move}
        act = acts.get(str(message.get("type")))
        if act is None:
            return None
        before = self._record.newest
        answer = act(message)
        if answer is not None:
            self.wrote(answer, before)
        return [self.ack(message, None, said="Changed."), self._state()]

    def _draw(self, message: Message) -> Answer:
        """Draw at random, as long as no job is rated on the lines drawn before."""
        now = self._now
        there, named = drawn(now), guesses(now)
        pool = [item for item in now.catalogue.core if item.key not in {*there, *named}]
        fresh = in_random_order(pool, self.seed + self._record.newest)
        lines = [item.key for item in fresh][: len(there)]
        return declare(now, DRAWN, lines, sitting=self.sitting, token=message.get("token"))

    def _move(self, message: Message) -> Answer | None:
        unit = str(message.get("unit"))
        order = order_at(self._record.units("role"), unit, int(message.get("to") or 0), "job")
        return None if order is None else super().write(unit, "order", order, token=message.get("token"))


def _told(control: Control, answer: Answer) -> list[object]:
    """Return the day and the words of an answer, and the value that restores it."""
    given = Pick(answer.state, answer.value)
    return [in_full(answer.given), control.words(given), astuple(given)]
