"""Lines in the person's own words: add, rename, hide, reorder; and their word for the boss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import CatalogueError, keys, load, phrase, places
from good_on_paper.catalogue.model import BOSS as BOSS_PLACE
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import DEFAULT_BOSS, role_rows
from good_on_paper.forms.own_need import own_need
from good_on_paper.forms.rewording import Rewording
from good_on_paper.frames.definitions import SIDES

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Answer, Record

BOSS: Final = keys.BOSS_WORD
WORDS: Final = {
    "label": "Its name",
    "need": "As something you need",
    "ask": "How it is asked",
    "said": "As a sentence: “In 3 of my 3 best jobs ...”",
}
"""The texts that can be reworded for any line."""
ENDS: Final = {"low": "What 1 means", "high": "What 7 means"}
"""The texts that can also be reworded for an own line; earlier ratings are then no longer read."""
LONGEST: Final = {"label": 60, "need": 80, "ask": 160, "said": 160, "low": 60, "high": 60}
_NEW: Final = {
    "label": ("What it is", "Daylight"),
    "ask": ("How you would ask", "How much daylight did you have?"),
    "low": ("What 1 means", "not at all"),
    "high": ("What 7 means", "all the time"),
    "said": ("As a sentence: “In 3 of my 3 best jobs ...”", "there was daylight"),
}


class OwnWords(Form):
    """Let the person put lines, and their own criteria of success and of going wrong, in their words.

    A change is written to the person's own catalogue file at once and as a whole; a hidden line keeps its
    ratings. The record keeps the word for the boss, one for each job. Every step can be undone.

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
    _esm = module("own_words", uses=("field", "links"))
    _css = style("own_words", uses=("field",))

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay
        self._done: list[Rewording | None] = []
        self._undone: list[Rewording | None] = []  # None means an answer, which the record undoes

    def page_state(self) -> Message:
        """Return the lines as worded now, and the jobs with their word for the boss."""
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
                self._line(item, shipped)
                for group in ("circumstance", *(side.group for side in SIDES))
                for item in self._catalogue.items(group, hidden=True)
                if group == "circumstance" or item.key not in shipped
            ],
            "words": [[key, text, LONGEST[key]] for key, text in WORDS.items()],
            "ends": [[key, text, LONGEST[key]] for key, text in ENDS.items()],
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
            "stays": item.group != "circumstance",
            "texts": {field: _shown(getattr(item, field)) for field in (*WORDS, *ENDS)},
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
        """Add, rename, hide or move a line; a refusal says why it is not possible."""
        writers = {"add_line": self._add, "word": self._word, "hide": self._hide, "move": self._move}
        write = writers.get(str(message.get("type")))
        if write is None:
            return None
        try:
            status, change = write(message)
        except (CatalogueError, Refusal) as error:
            return [self.ack(message, None, problem=str(error), said="Not saved."), self._state()]
        except OSError as error:
            raise self._unwritten(error) from error
        if change is not None:
            self._done.append(change)
            self._undone.clear()
            self._steps = [self._steps[0] + 1, 0]
        return [self.ack(message, None, done=True, said=status), self._state()]

    # -- undo: the file's text by its earlier text, an answer by the record

    def wrote(self, answer: Answer, before: int) -> None:
        """Remember that the newest step was an answer."""
        done = self._steps[0]
        super().wrote(answer, before)
        if self._steps[0] != done:
            self._done.append(None)
            self._undone.clear()

    def _step(self, message: Message, *, redo: bool) -> list[Message]:
        steps, others = (self._undone, self._done) if redo else (self._done, self._undone)
        change = steps[-1] if steps else None
        if change is None:
            replies = super()._step(message, redo=redo)
        else:
            try:
                change.do_again(self._overlay) if redo else change.take_back(self._overlay, self._record)
            except OSError as error:
                raise self._unwritten(error) from error
            by = -1 if redo else 1
            self._steps = [self._steps[0] - by, self._steps[1] + by]
            status = "Done again." if redo else "Taken back."
            replies = [self.ack(message, None, done=True, said=status), self._state()]
        if steps:
            others.append(steps.pop())
        return replies

    def _unwritten(self, error: OSError) -> Refusal:
        return Refusal(f"{self._overlay} could not be written ({error.strerror}).")

    # -- changes: each returns a status sentence and the change, None if nothing changes

    def _add(self, message: Message) -> tuple[str, Rewording]:
        texts = {field: _one_line(field, message.get(field)) for field in _NEW}
        if not texts["label"]:
            raise Refusal("A question needs a name: a few words are enough.")
        item, new = own_need(texts["label"], load(self._overlay))
        if not new:
            raise Refusal(f"“{item.worded().label}” is already there.")
        given = {field: text for field, text in texts.items() if text}
        added = Rewording.add(self._overlay, item.model_copy(update=given))
        return f"“{phrase(texts['label'])}” was added.", added

    def _word(self, message: Message) -> tuple[str, Rewording]:
        key, field = str(message.get("key")), str(message.get("field"))
        shipped = load()
        words = WORDS if key in shipped else WORDS | ENDS
        if field not in words:
            raise Refusal(f"{field!r} cannot be worded anew; expected one of {', '.join(words)}.")
        text = _one_line(field, message.get("text"))
        before = getattr(shipped.item(key), field) if key in shipped else ""
        if BOSS_PLACE in before:
            text = text.replace(DEFAULT_BOSS, BOSS_PLACE)
        if before and text in {"", before}:
            return "The original wording is back.", Rewording.change(self._overlay, key, {field: None})
        if not text:
            raise Refusal("A question of your own needs its words; hide it if you don’t want it.")
        if field in ENDS:
            return self._end(key, field, text)
        return "Saved.", Rewording.change(self._overlay, key, {field: text})

    def _end(self, key: str, field: str, text: str) -> tuple[str, Rewording]:
        """Change what an end means, under a revision that no answer has."""
        item = load(self._overlay).item(key)
        given = self._record.answers(items=(key,))
        revision = max([item.revision, *(answer.revision for answer in given)]) + 1
        stood = [
            answer
            for answer in self._record.current(items=(key,)).values()
            if answer.revision == item.revision
        ]
        change = Rewording.change(self._overlay, key, {field: text, "revision": revision})
        numbers = "1 number" if len(stood) == 1 else f"{len(stood)} numbers"
        kept = f" {numbers} with the old meaning: kept, and we ask you again." if stood else ""
        return f"Saved.{kept}", change

    def _hide(self, message: Message) -> tuple[str, Rewording]:
        hidden = bool(message.get("hidden"))
        change = Rewording.change(
            self._overlay, str(message.get("key")), {"hidden": True if hidden else None}
        )
        return "Hidden; its answers are kept." if hidden else "Shown again.", change

    def _move(self, message: Message) -> tuple[str, Rewording | None]:
        """Move a line one place up or down."""
        key, by = str(message.get("key")), 1 if message.get("by") == 1 else -1
        keys = [item.key for item in load(self._overlay).items("circumstance", hidden=True)]
        if key not in keys:
            raise Refusal(f"{key!r} has no place in the list of questions.")
        at, stands = keys.index(key), places(self._overlay)
        to = at + by
        if not 0 <= to < len(keys):
            return "It is already at the end.", None
        beyond = to + by
        far = stands[keys[beyond]] if 0 <= beyond < len(keys) else stands[keys[to]] + 2 * by
        change = Rewording.change(self._overlay, key, {"order": (stands[keys[to]] + far) / 2})
        return f"Moved to place {to + 1}.", change


def _shown(text: str) -> str:
    return text.replace(BOSS_PLACE, DEFAULT_BOSS)


def _one_line(field: str, given: object) -> str:
    text = " ".join(str(given or "").split())
    if len(text) > LONGEST[field]:
        raise Refusal(f"{len(text)} characters are too many. Expected at most {LONGEST[field]}.")
    return text
