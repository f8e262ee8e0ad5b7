"""What a person needs for good work: a few of twelve cards or their own words, before any job is named."""

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
"""Most cards a person can pick here."""
SIX: Final = DEFAULT_LINES
"""Lines asked about the two jobs and the next one: those picked, filled up with drawn ones."""
LONGEST: Final = 60


class Needs(DeclaringForm):
    """Pick up to four of twelve things one needs for good work, or write one's own.

    The picks are the person's guesses: dated, and frozen at the first look. Each sitting has a new random
    order of cards.

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
        """Return the cards in this sitting's order, the picks, and since when they are frozen."""
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
        """Return the needs picked or written beyond the first twelve."""
        shown = {item.key for item in self._catalogue.core}
        own = [item.key for item in self._catalogue.items("circumstance") if item.key.startswith("my_")]
        keys = dict.fromkeys([*own, *picked])
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
        """Return whether the guesses changed: a pick in the person's own words may need a new card."""
        return key == GUESSES

    def own_message(self, message: Message) -> list[Message] | None:
        """Make a line from a need in the person's own words."""
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
    """Return the lines drawn besides the guesses, or those that would be; none if nothing was picked.

    With the guesses they make six, so that we also ask about what the person did not think of. Earlier draws
    stay as long as there is room; a line picked since is replaced. The draw depends on the sitting of the
    guesses, so that the lines are the same before and after the draw is kept.
    """
    counts = guess_that_counts(Snapshot(record))
    picked = guesses(Snapshot(record))
    if counts is None or not picked:
        return []
    kept = [key for key in drawn(Snapshot(record)) if key not in picked and key in catalogue]
    pool = [item for item in catalogue.core if item.key not in {*picked, *kept}]
    others = in_random_order(pool, int(counts.sitting[:8], 16))  # not the seed of the card order
    return [*kept, *(item.key for item in others)][: max(SIX - len(picked), 0)]


def draw_lines(record: Record, catalogue: Catalogue) -> list[str]:
    """Keep the lines drawn besides the guesses, and return them; see `drawn_lines`."""
    lines = drawn_lines(record, catalogue)
    if lines != drawn(Snapshot(record)) and guesses(Snapshot(record)):
        record.answer(record.person, DRAWN, lines, sitting=record.sitting("drawn"))
    return lines
