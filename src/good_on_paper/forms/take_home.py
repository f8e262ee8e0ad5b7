"""What the person wants to take home: one tick per thing, the price of a must, and the years ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.frames.take_home import OWN, PARTS, SAYS, WORRY, YEARS, line_of, said_of, standing_as
from good_on_paper.questions.listed import listed

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person

LONGEST: Final = 300
_OWN: Final = re.compile(rf"{OWN}[0-9a-z]{{1,32}}")
_COUNTS: Final = {"label": "How much it counts", "low": "a little", "high": "most of all", "min": 1, "max": 7}
_LEVEL: Final = "How much of it is enough"


class TakeHome(Form):
    """Ask of each thing whether it is a must, a want, something to live with or a “never”.

    Each is the person's answer to ``take_says:<thing>``; see `good_on_paper.frames.take_home`. It is shown
    beside what the record suggests, and counts more.

    Parameters
    ----------
    person : Person
        Their answers, what their jobs showed at the last look, and where the answers go.
    """

    name: ClassVar[str] = "take_home"
    _esm = module("take_row", "take_home", uses=("choice", "row_choice", "scale", "field"))
    _css = style("take_home", uses=("choice", "line_table", "scale", "field"))

    def __init__(self, person: Person) -> None:
        self._person = person
        super().__init__(person.record, person.catalogue)

    def page_state(self) -> Message:
        """Return the things with the reason they are listed, and the answers about each."""
        self._catalogue = self._person.catalogue  # it may have gained a line since
        things = listed(self._person)
        cells = [said_of(part, str(thing)) for thing in things.index for part in PARTS]
        years = [self._field(year) for year in YEARS]
        return {
            "things": [self._thing(str(thing), row) for thing, row in things.iterrows()],
            "options": list(SAYS.items()),
            "tally": {says: len(standing_as(things, says)) for says in SAYS},
            "years": years,
            "words": self._field(keys.TAKE_WORDS),
            "price": self._field(keys.TAKE_PRICE),
            "counts": _COUNTS | {"revision": self._catalogue.item(keys.TAKE_COUNTS).revision},
            "serves": self._catalogue.item(keys.TAKE_SERVES).label,
            "cells": self.cell_rows([self._record.person.id], [*cells, *YEARS]),
        }

    def _thing(self, thing: str, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of pandas
        level = None
        if row["line"] and ":" not in thing:
            item = self._catalogue.item(row["line"]).worded()
            ends = {"low": item.low, "high": item.high, "min": item.scale.min, "max": item.scale.max}
            level = {"label": _LEVEL, **ends, "revision": 1} if item.kind == "rating" else None
        label = row["label"]
        texts = {"label": label, "why": row["why"], "source": row["source"], "suggested": row["suggested"]}
        # answers elsewhere count until the person answers here
        by_word = "" if row["says"] else row["stands"]
        return {"thing": thing, **texts, "by_word": by_word, "private": bool(row["private"]), "level": level}

    def _field(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        row = {"label": item.label, "hint": item.hint, "options": [], "rows": int(key in YEARS)}
        return {"key": key, "kind": item.kind, **row, "revision": item.revision}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell, private if the thing is."""
        part, _, thing = key.partition(":")
        if unit == self._record.person.id and key in YEARS:
            return self._catalogue.item(key)
        if unit != self._record.person.id or part not in PARTS or not self._is_there(thing):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        item = self._catalogue.item(part)
        about = thing.removeprefix(WORRY) if thing.startswith(WORRY) else line_of(thing)
        private = bool(about) and self._catalogue.item(about).private
        if part == keys.TAKE_LEVEL and about:
            scale = self._catalogue.item(about).scale
            return item.model_copy(update={"private": private, "scale": scale})
        return item.model_copy(update={"private": private})

    def _is_there(self, thing: str) -> bool:
        if thing.startswith(OWN):
            return bool(_OWN.fullmatch(thing))
        if thing.startswith(WORRY):
            return thing.removeprefix(WORRY) in {item.key for item in self._catalogue.items("worry")}
        end = thing.partition(":")[2]
        return line_of(thing) in self._catalogue and end in ("", "low", "high")

    def understood(self, item: Item | None, value: object) -> object:
        """Return one of the words, a number on its scale, or a text."""
        if item is None or item.kind == "number":
            return None if item is None else checked_rating(item, value)
        return checked_text(item, value, LONGEST)

    def changes_page(self, key: str) -> bool:
        """Return whether a thing came, goes, or has a new name."""
        return key.startswith((said_of(keys.TAKE_WORDS, ""), said_of(keys.TAKE_SAYS, "")))
