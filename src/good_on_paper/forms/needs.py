"""What a person needs to do good work: a few of twelve cards or own words, before any job is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import add_items, load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.declaring import DeclaringForm
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.lines import DEFAULT_LINES, in_random_order
from good_on_paper.forms.own_need import own_need
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.language.day_names import in_full
from good_on_paper.study.declared import DRAWN, GUESSES, drawn, frozen, guess_that_counts, guesses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record

MOST: Final = 4
"""Cards a person picks here."""
SIX: Final = DEFAULT_LINES
"""Lines asked of the two jobs and the next one: those picked, and drawn ones until there are so many."""
LONGEST: Final = 60


class Needs(DeclaringForm):
    """Pick up to four of twelve things one needs to do good work, or write one's own.

    What is picked are the person's guesses: dated, and frozen at the first look. The cards stand in an order
    drawn anew for each sitting.

    Parameters
    ----------
    record : Record
        Where the guesses go.
    catalogue : Catalogue
        Words on the cards.
    overlay : Path
        The person's own catalogue file; a need in their own words is added to it as a line.
    """

    name: ClassVar[str] = "needs"
    _esm = module("needs")
    _css = style("needs")

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue)
        self._overlay = overlay

    def page_state(self) -> Message:
        """Return the cards in this sitting's order, what was picked, and since when it is frozen."""
        self._catalogue = load(self._overlay)
        since = frozen(Snapshot(self._record))
        picked = guesses(Snapshot(self._record))
        return {
            "cards": _cards(in_random_order(self._catalogue.core, self.seed)),
            "mine": _cards(self._others(picked)),
            "picked": [self._catalogue.item(key).worded().need for key in picked if key in self._catalogue],
            "frozen": in_full(since) if since else "",
            "limits": [MOST, SIX],
            "cells": self.cell_rows([self._record.person.id], [GUESSES]),
        }

    def _others(self, picked: list[str]) -> list[Item]:
        """Return what was picked or written beyond the first twelve."""
        shown = {item.key for item in self._catalogue.core}
        mine = [item.key for item in self._catalogue.items("circumstance") if item.key.startswith("my_")]
        keys = dict.fromkeys([*mine, *picked])
        return [self._catalogue.item(key) for key in keys if key in self._catalogue and key not in shown]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return None: the guesses are a key of the record's own.

        Raises
        ------
        Refusal
            For any other cell.
        """
        if (unit, key) != (self._record.person.id, GUESSES):
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        return None

    def understood(self, item: Item | None, value: object) -> object:
        """Return the keys of the lines picked."""
        del item
        if not isinstance(value, list) or len(value) > MOST:
            raise Refusal(f"{value!r} was not understood. Expected up to {MOST} cards.")
        return [str(key) for key in value]

    def changes_page(self, key: str) -> bool:
        """Return that a line which is on no card may have been picked in its own words."""
        return key == GUESSES

    def own_message(self, message: Message) -> list[Message] | None:
        """Make a line of a need in the person's own words."""
        if message.get("type") != "own_need":
            return None
        words = " ".join(str(message.get("words", "")).split())
        if not words or len(words) > LONGEST:
            raise Refusal(f"A few words are enough: up to {LONGEST} characters.")
        item, new = own_need(words, self._catalogue)
        if new:
            add_items(self._overlay, [item])
        return [self.ack(message, None, made=item.key), self._state()]


def _cards(items: Iterable[Item]) -> list[dict[str, str]]:
    return [{"key": item.key, "need": item.worded().need} for item in items]


def drawn_lines(record: Record, catalogue: Catalogue) -> list[str]:
    """Return the lines drawn beside the guesses, or those that would be; none where nothing was picked.

    There are six with the guesses, so that not only what was thought of is asked. What was drawn before stays
    as far as there is room; what has since been picked is replaced. The draw hangs on the sitting in which
    the guesses were given: whoever asks before it is kept sees the same lines.
    """
    counts = guess_that_counts(Snapshot(record))
    picked = guesses(Snapshot(record))
    if counts is None or not picked:
        return []
    kept = [key for key in drawn(Snapshot(record)) if key not in picked and key in catalogue]
    pool = [item for item in catalogue.core if item.key not in {*picked, *kept}]
    others = in_random_order(pool, int(counts.sitting[:8], 16))  # not the seed that laid out the cards
    return [*kept, *(item.key for item in others)][: max(SIX - len(picked), 0)]


def draw_lines(record: Record, catalogue: Catalogue) -> list[str]:
    """Keep the lines drawn beside the guesses, and return them; see `drawn_lines`."""
    lines = drawn_lines(record, catalogue)
    if lines != drawn(Snapshot(record)) and guesses(Snapshot(record)):
        record.answer(record.person, DRAWN, lines, sitting=record.sitting("drawn"))
    return lines
