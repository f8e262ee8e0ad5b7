"""The one next thing: how an interview went, from its day on, until that is answered or waved away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.day_names import as_named
from good_on_paper.study.interviews import to_ask_about, wave_away

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.interviews import Held
    from good_on_paper.study.person import Person


_SHORT: Final = (
    "Three short questions while it\N{RIGHT SINGLE QUOTATION MARK}s fresh: about ninety seconds, and "
    "that\N{RIGHT SINGLE QUOTATION MARK}s it for today."
)


class NextThing(Form):
    """Ask how an interview went, with a way there and two ways out; nothing while there is none to ask of.

    Parameters
    ----------
    person : Person
        Whose interviews these are.
    page : str
        Name of the notebook that has the three questions.
    """

    name: ClassVar[str] = "next"
    _esm = module("next_thing", uses=("links",))
    _css = style("next_thing")

    def __init__(self, person: Person, *, page: str) -> None:
        self._page = page
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return the interview to ask about in words; None while there is none."""
        held = to_ask_about(self._now)
        asked = None
        if held is not None:
            said = _said(held, self._now.today)
            asked = {"unit": held.unit, "ask": f"How did {held.name} go?", "said": said}
        return {"asked": asked, "page": self._page, "cells": []}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: nothing is answered here."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Ask again tomorrow, or never about this one."""
        if message.get("type") not in {"tomorrow", "never"}:
            return None
        held, before = to_ask_about(self._now), self._record.newest
        if held is None or held.unit != message["unit"]:
            return [self.ack(message, None), self._state()]
        until = self._now.today + dt.timedelta(days=1) if message["type"] == "tomorrow" else None
        self.wrote(wave_away(self._now, held, self.sitting, until=until), before)
        return [self.ack(message, None, said="Noted."), self._state()]


def _said(held: Held, today: dt.date) -> str:
    past = (today - held.day).days
    day = {0: "today", 1: "yesterday"}.get(past, f"on {as_named(held.day)}")
    whom = f"You met {held.met} {day}" if held.met else f"You were there {day}"
    job = f" about the {held.job} job" if held.job else ""
    return f"{whom}{job}. {_SHORT}"
