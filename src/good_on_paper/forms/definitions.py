"""What success means to me, and what a job going wrong means: each with its list, words and weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import HOW_IT_WENT, add_items, keys, load, phrase
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.forms.lines import line_row, role_rows
from good_on_paper.forms.own_need import own_criterion
from good_on_paper.frames.definitions import FEWEST, MOST, MOST_POINTS, SIDES, Side

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

LONGEST: Final = 300
LONGEST_CRITERION: Final = 60
TEXTS: Final = (keys.SUCCESS_IS, keys.GOING_WRONG_IS, keys.ACCLAIM_WHOSE)
_ASKED: Final = {
    keys.BY_SUCCESS: ("What success means to me", "What does success mean to you?"),
    keys.BY_GOING_WRONG: ("What a job going wrong means to me", "What does a job going wrong mean to you?"),
}


class OwnDefinitions(Form):
    """Let the person choose and weigh criteria, listed or their own, and rate each job on them.

    The weight of a criterion is the person's answer, 1 to 5 points; each role has its rating. The form stays
    hidden until the person has rated how a job went.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file, with the criteria in their own words.
    """

    name: ClassVar[str] = "definitions"
    _esm = module("criteria", "definitions", uses=("line_table", "line_table_keys", "pager", "field"))
    _css = style("definitions", uses=("line_table", "field"))

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay

    def page_state(self) -> Message:
        """Return both lists with the weights and ratings given so far."""
        self._catalogue = load(self._overlay)
        roles = role_rows(self._record)
        units = [role["unit"] for role in roles]
        went = self._record.current(items=(HOW_IT_WENT,), units=units)
        criteria = [item.key for side in SIDES for item in self._criteria(side)]
        return {
            "open": any(answer.state == "value" for answer in went.values()),
            "roles": roles,
            "parts": [self._part(side, roles) for side in SIDES],
            "whose": {"after": keys.ACCLAIM, **self._text(keys.ACCLAIM_WHOSE)},
            "cells": [
                *self.cell_rows(units, criteria),
                *self.cell_rows([self._record.person.id], [*criteria, *TEXTS]),
            ],
        }

    def _part(self, side: Side, roles: list[dict[str, str]]) -> dict[str, Any]:
        title, heading = _ASKED[side.outcome]
        return {
            "side": side.outcome,
            "title": title,
            "heading": heading,
            "criteria": [line_row(item, place, roles) for place, item in enumerate(self._criteria(side), 1)],
            "limits": [FEWEST, MOST, MOST_POINTS],
            "sentence": self._text(side.sentence),
            "longest": LONGEST_CRITERION,
        }

    def _text(self, key: str) -> dict[str, Any]:
        item = self._catalogue.item(key)
        row = {"label": item.label, "hint": item.hint, "options": []}
        return {"key": key, "kind": item.kind, **row, "revision": item.revision}

    def _criteria(self, side: Side) -> list[Item]:
        return [item for item in self._catalogue.items(side.group) if item.kind == "rating"]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the criterion behind a role's cell, or the person's sentence; None for a weight."""
        of_person = unit == self._record.person.id
        if of_person and key in TEXTS:
            return self._catalogue.item(key)
        for side in SIDES:
            for item in self._criteria(side):
                if item.key == key:
                    return None if of_person else item
        raise Refusal(f"{key!r} is not asked in this form; run its cell again.")

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, a sentence, or points from 1 to 5."""
        if item is not None:
            return checked_text(item, value, LONGEST) if item.kind == "text" else checked_rating(item, value)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_POINTS:
            raise Refusal(f"{value!r} points cannot be given. Expected 1 to {MOST_POINTS}.")
        return value

    def own_message(self, message: Message) -> list[Message] | None:
        """Add a criterion in the person's own words, and choose it."""
        if message.get("type") != "add_criterion":
            return None
        words = " ".join(str(message.get("words") or "").split())
        side = next((side for side in SIDES if side.outcome == message.get("side")), None)
        if side is None or not words:
            raise Refusal("Please type a few words first.")
        if len(words) > LONGEST_CRITERION:
            raise Refusal(f"{len(words)} characters are too many. Expected at most {LONGEST_CRITERION}.")
        item, new = own_criterion(words, side.group, load(self._overlay))
        chosen = self.cell_rows([self._record.person.id], [one.key for one in self._criteria(side)])
        given = [key for _, key, cell in chosen if cell["state"] == "value"]
        if item.key not in given and len(given) >= MOST:
            raise Refusal(f"{MOST} is the maximum. Remove one first.")
        try:
            if new:
                add_items(self._overlay, [item])
        except OSError as error:
            raise Refusal(f"{self._overlay} could not be written ({error.strerror}).") from error
        if item.key not in given:
            before = self._record.newest
            points = (MOST_POINTS + 1) // 2
            answer = self.write(self._record.person.id, item.key, points, token=message.get("token"))
            self.wrote(answer, before)
        return [self.ack(message, None, said=f"“{phrase(item.label)}” was added."), self._state()]
