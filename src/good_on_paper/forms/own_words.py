"""Lines in the person's own words: add, name anew, hide, put in order; and what they call the boss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import CatalogueError, add_items, change_item, load, places
from good_on_paper.catalogue.model import BOSS as BOSS_PLACE
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import DEFAULT_BOSS, role_rows
from good_on_paper.forms.own_need import own_need
from good_on_paper.forms.page import module, style

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

BOSS: Final = "boss_word"
WORDS: Final = {
    "label": "Its name",
    "need": "As something you need",
    "ask": "How it is asked",
    "said": "As a finding: “In 3 of my 3 best jobs ...”",
}
"""What can be worded anew: never the ends, by which ratings already given are read."""
LONGEST: Final = {"label": 60, "need": 80, "ask": 160, "said": 160, "low": 60, "high": 60}
_NEW: Final = {
    "label": ("What it is", "Daylight"),
    "ask": ("How you would ask", "How much daylight was there?"),
    "low": ("What 1 means", "none of it"),
    "high": ("What 7 means", "as much as I needed"),
    "said": ("The upper half, as a finding", "there was plenty of daylight"),
}


class OwnWords(Form):
    """Put the lines in one's own words.

    What is changed is written to the person's own catalogue file, at once and whole; a hidden line keeps its
    ratings. What the boss is called stands in the record, a word for each job.

    Parameters
    ----------
    record : Record
        Where the word for the boss goes.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file.
    """

    name: ClassVar[str] = "own_words"
    _esm = module("fields.js", "own_words.js")
    _css = style("roles.css", "talk.css", "own_words.css")

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay

    def page_state(self) -> Message:
        """Return the lines as they are worded now, and the jobs with their word for the boss."""
        self._catalogue, shipped = load(self._overlay), load()
        roles = role_rows(self._record, quiet=True)
        boss = self._catalogue.item(BOSS)
        field: dict[str, Any] = {
            "key": BOSS,
            "kind": boss.kind,
            "hint": boss.hint,
            "options": [],
            "revision": boss.revision,
        }
        return {
            "lines": [
                self._line(item, shipped) for item in self._catalogue.items("circumstance", hidden=True)
            ],
            "words": [[key, text, LONGEST[key]] for key, text in WORDS.items()],
            "new": [[key, label, hint, LONGEST[key]] for key, (label, hint) in _NEW.items()],
            "roles": [{"unit": role["unit"], "name": role["name"]} for role in roles],
            "boss": field,
            "cells": self.cell_rows([role["unit"] for role in roles], [BOSS]),
        }

    @staticmethod
    def _line(item: Item, shipped: Catalogue) -> dict[str, Any]:
        before = shipped.item(item.key) if item.key in shipped else None
        return {
            "key": item.key,
            "hidden": item.hidden,
            "own": before is None,
            "texts": {field: _shown(getattr(item, field)) for field in WORDS},
            "shipped": {field: _shown(getattr(before, field)) for field in WORDS} if before else {},
            "ends": [item.worded().low, item.worded().high],
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the fact behind a job's word for the boss."""
        if key != BOSS or all(role.id != unit for role in self._record.units("role")):
            raise Refusal(f"{key!r} is not a field of this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return the word as typed."""
        del item
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST["label"]:
            raise Refusal(f"expected a word or two, {LONGEST['label']} characters at most.")
        return value.strip()

    def own_message(self, message: Message) -> list[Message] | None:
        """Add, name anew, hide or move a line; a sentence says why something cannot be so."""
        writers = {"add_line": self._add, "word": self._word, "hide": self._hide, "move": self._move}
        write = writers.get(str(message.get("type")))
        if write is None:
            return None
        try:
            said = write(message)
        except (CatalogueError, Refusal) as error:
            return [self.ack(message, None, problem=str(error), said="Not taken."), self._state()]
        except OSError as error:
            raise Refusal(f"{self._overlay} could not be written ({error.strerror}).") from error
        return [self.ack(message, None, done=True, said=said), self._state()]

    def _add(self, message: Message) -> str:
        texts = {field: _one_line(field, message.get(field)) for field in _NEW}
        if not texts["label"]:
            raise Refusal("A line needs a name: a few words are enough.")
        item, new = own_need(texts["label"], load(self._overlay))
        if not new:
            raise Refusal(f"“{item.worded().label}” is there already.")
        given = {field: text for field, text in texts.items() if text}
        add_items(self._overlay, [item.model_copy(update=given)])
        return f"“{texts['label']}” is a line now."

    def _word(self, message: Message) -> str:
        key, field = str(message.get("key")), str(message.get("field"))
        if field not in WORDS:
            raise Refusal(f"{field!r} cannot be worded anew; expected one of {', '.join(WORDS)}.")
        text = _one_line(field, message.get("text"))
        shipped = load()
        before = getattr(shipped.item(key), field) if key in shipped else ""
        if BOSS_PLACE in before:
            text = text.replace(DEFAULT_BOSS, BOSS_PLACE)
        if before and text in {"", before}:
            change_item(self._overlay, key, {field: None})
            return "As it was shipped."
        if not text:
            raise Refusal("A line of your own needs its words; hide it if you do not want it.")
        change_item(self._overlay, key, {field: text})
        return "Saved."

    def _hide(self, message: Message) -> str:
        hidden = bool(message.get("hidden"))
        change_item(self._overlay, str(message.get("key")), {"hidden": True if hidden else None})
        return "Hidden; its answers are kept." if hidden else "Shown again."

    def _move(self, message: Message) -> str:
        """Set a line between the two it shall stand between."""
        key, by = str(message.get("key")), 1 if message.get("by") == 1 else -1
        keys = [item.key for item in load(self._overlay).items("circumstance", hidden=True)]
        at, stands = keys.index(key), places(self._overlay)
        to = at + by
        if not 0 <= to < len(keys):
            return "It stands at the end already."
        beyond = to + by
        far = stands[keys[beyond]] if 0 <= beyond < len(keys) else stands[keys[to]] + 2 * by
        change_item(self._overlay, key, {"order": (stands[keys[to]] + far) / 2})
        return f"Moved to place {to + 1}."


def _shown(text: str) -> str:
    return text.replace(BOSS_PLACE, DEFAULT_BOSS)


def _one_line(field: str, given: object) -> str:
    text = " ".join(str(given or "").split())
    if len(text) > LONGEST[field]:
        raise Refusal(f"{len(text)} characters are too many. Expected at most {LONGEST[field]}.")
    return text
