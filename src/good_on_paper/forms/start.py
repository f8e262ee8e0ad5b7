"""The ten minutes: a frame around small forms, one step at a time, that can be left and resumed anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

import traitlets

from good_on_paper.catalogue import keys, load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.needs import draw_lines
from good_on_paper.forms.two_jobs import two_jobs
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.declared import frozen, guesses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

START_AT: Final = keys.START_AT
"""The item whose answer is how far the person has come: the number of a step, from 1."""
NEEDS, JOBS, TWO, SIGHT = "needs", "jobs", "two_jobs", "first_sight"
HANGS_ON: Final = {TWO: JOBS, SIGHT: TWO}
"""Steps that have nothing to ask if an earlier one has no answer."""


@dataclass(frozen=True)
class Step:
    """One step of the way.

    Parameters
    ----------
    title : str
        A few words beside the progress.
    form : Form
        The form of the step.
    heading : str, optional
        Heading for a form without its own.
    hint : str, optional
        A sentence below it.
    """

    title: str
    form: Form
    heading: str = ""
    hint: str = ""


class Start(Form):
    """Lead through steps, each a form of its own, back and forth; reopened, it shows the step last reached.

    How far a person has come is an answer in the record. A step without anything to ask (two jobs, if none is
    named; needs, if none was named before the first look) is skipped.

    Parameters
    ----------
    record : Record
        Where the person's progress is kept.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file.
    steps : mapping
        The steps by name, in order.
    """

    name: ClassVar[str] = "steps"
    _esm = module("start")
    _css = style("start")
    shown_by = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """References to the steps' forms, with which the page draws them."""

    def __init__(
        self, record: Record, catalogue: Catalogue, overlay: Path, steps: Mapping[str, Step]
    ) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay
        self._keys = list(steps)
        self._words = [
            {"title": one.title, "heading": one.heading, "hint": one.hint} for one in steps.values()
        ]
        self.forms = [step.form for step in steps.values()]
        self.shown_by = [f"anywidget:{form.model_id}" for form in self.forms]

    def page_state(self) -> Message:
        """Return the steps by name, the one reached, and which ones come at all."""
        return {"way": self._words, "at": self._reached(), "come": self._come(), "cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: the frame has no cells; its steps have."""
        del unit, key
        raise Refusal("this form takes steps, no answers; run its cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Go to the next or the previous step, and keep how far the person has come."""
        if message.get("type") != "go":
            return None
        at, by = int(message["at"]), 1 if int(message["by"]) > 0 else -1
        if not 1 <= at <= len(self._keys):
            raise Refusal(f"there is no step {at}; run this cell again.")
        if by > 0 and self._keys[at - 1] == NEEDS:
            draw_lines(self._record, load(self._overlay))
        to = self._beside(at, by)
        if to > self._reached():
            person, sitting = self._record.person, self._record.sitting("steps")
            self._record.answer(person, START_AT, to, sitting=sitting)
        return [self.ack(message, None, to=to, come=self._come())]

    def _come(self) -> list[int]:
        """Return the numbers of the steps that come; a dependent step counts until the one before it."""
        reached = self._reached()

        def comes(step: str) -> bool:
            before = HANGS_ON.get(step)
            ahead = before in self._keys and reached <= self._keys.index(before) + 1
            return ahead or self._has_something(step)

        return [number for number, step in enumerate(self._keys, 1) if comes(step)]

    def _beside(self, at: int, by: int) -> int:
        """Return the next step that has something to ask, or the same if there is none."""
        to = at + by
        while 1 <= to <= len(self._keys):
            if self._has_something(self._keys[to - 1]):
                return to
            to += by
        return at

    def _has_something(self, step: str) -> bool:
        if step == NEEDS:
            now = Snapshot(self._record)
            return frozen(now) is None or bool(guesses(now))
        if step == TWO:
            return bool(self._record.units("role"))
        return step != SIGHT or bool(two_jobs(self._record))

    def _reached(self) -> int:
        """Return the step that the person has reached, one that has something to ask."""
        answer = self._record.current(items=(START_AT,)).get((self._record.person.id, START_AT))
        kept = answer.value if answer is not None and isinstance(answer.value, int) else 1
        at = min(max(kept, 1), len(self._keys))
        return at if self._has_something(self._keys[at - 1]) else self._beside(at, -1)
