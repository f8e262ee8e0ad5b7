"""The one next thing: how an interview went, until answered or dismissed; else one quiet offer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.day_names import as_named
from good_on_paper.study.interviews import to_ask_about, wave_away
from good_on_paper.study.offered import offered, put_off

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.interviews import Held
    from good_on_paper.study.person import Person


_SHORT: Final = (
    "Three short questions while it\N{RIGHT SINGLE QUOTATION MARK}s fresh: about ninety seconds, and "
    "that\N{RIGHT SINGLE QUOTATION MARK}s it for today."
)


_QUIET: Final = {
    keys.SAME_TODAY_OFFER: "Would you say the same today? Some of your ratings, asked again: five minutes.",
    keys.THEN_AND_NOW_OFFER: "Would you like to see what you said then, beside what you say now?",
}


class NextThing(Form):
    """Ask how an interview went, with a link and two ways to decline; without one, make a one-line offer.

    It is empty if there is neither.

    Parameters
    ----------
    person : Person
        Whose interviews these are.
    page : str
        Name of the notebook with the three questions.
    quiet : str
        Name of the notebook that the one-line offer leads to.
    """

    name: ClassVar[str] = "next"
    _esm = module("next_thing", uses=("links",))
    _css = style("next_thing")

    def __init__(self, person: Person, *, page: str, quiet: str) -> None:
        self._page, self._quiet = page, quiet
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def page_state(self) -> Message:
        """Return the interview to ask about in words; None if there is none."""
        held = to_ask_about(self._now)
        asked = None
        if held is not None:
            text = _said(held, self._now.today)
            asked = {"unit": held.unit, "ask": f"How did {held.name} go?", "said": text}
        return {
            "asked": asked,
            "quiet": self._line() if held is None else None,
            "page": self._page,
            "cells": [],
        }

    def _line(self) -> Message | None:
        """Return the one-line offer; None if there is none."""
        found = offered(self._now)
        if found is None:
            return None
        one_time = found.key == keys.THEN_AND_NOW_OFFER
        return {"key": found.key, "said": _QUIET[found.key], "page": self._quiet, "once": one_time}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Refuse: this form takes no answers."""
        del unit, key
        raise Refusal("nothing is answered here; run the cell again.")

    def own_message(self, message: Message) -> list[Message] | None:
        """Ask again tomorrow, or never about this interview; postpone an offer, for now or for good."""
        if message.get("type") == "put_off":
            found, before = offered(self._now), self._record.newest
            if found is not None and found.key == message["key"]:
                self.wrote(put_off(self._now, found, self.sitting, never=bool(message["never"])), before)
            return [self.ack(message, None, said="Noted."), self._state()]
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
