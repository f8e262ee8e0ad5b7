"""The rating grid: one line over all roles at a time, in a new random order for each sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.forms.lines import (
    OFFERED,
    SET_ASIDE,
    asked_lines,
    in_random_order,
    line_row,
    open_lines,
    role_rows,
)
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record


class RatingGrid(Form):
    """Rate roles side by side, line by line.

    Parameters
    ----------
    record : Record
        Where the ratings go.
    catalogue : Catalogue
        What can be asked.
    lines : sequence of str, optional
        Keys of the ratings to ask; by default the first six core lines. They are shown in random order.
    per_page : int
        How many lines are shown at once.
    seed : int, optional
        Seed of the order; by default the sitting's own seed, which is stored.
    more : callable, optional
        Returns the keys of the lines to ask whenever the person wants more, and at first without `lines`.
    worth : int, optional
        How many lines are worth asking in all; shown beside the progress.
    before : sequence of str, optional
        Keys of ratings that come before all lines, in this order.
    judged : callable, optional
        Returns whether the person has begun to rate how the jobs went; a line chosen after that only makes a
        picture.

    Raises
    ------
    CatalogueError
        If a key is not in the catalogue.
    ValueError
        If a key is not a rating's, or `per_page` is below 1.
    """

    name: ClassVar[str] = "lines"
    unseen: ClassVar[str | None] = FIRST_SIGHT
    _esm = module("next_chosen", "grid", uses=("line_table", "line_table_keys", "pager", "links"))
    _css = style("next_chosen", uses=("field", "line_table"))

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        *,
        lines: Sequence[str] | None = None,
        per_page: int = 1,
        seed: int | None = None,
        more: Callable[[], Sequence[str]] | None = None,
        worth: int | None = None,
        before: Sequence[str] = (),
        judged: Callable[[], bool] = bool,
    ) -> None:
        if per_page < 1:
            raise ValueError(f"per_page: {per_page} lines cannot be shown. Expected 1 or more.")
        self._before = asked_lines(catalogue, before)
        self._asked = (*self._before, *asked_lines(catalogue, more() if more and lines is None else lines))
        self._more = more
        self._worth = worth
        self._judged = judged
        self._next: str | None = None
        self._per_page = per_page
        self._seed = seed
        self._order: list[Item] | None = None
        self._behind = 0
        self._offered = False
        super().__init__(record, catalogue)

    @property
    def lines(self) -> tuple[str, ...]:
        """The keys of the lines, in the order shown."""
        return tuple(item.key for item in self._in_order())

    def _in_order(self) -> list[Item]:
        if self._order is None:
            lines = [item for item in self._asked if item not in self._before]
            seed = self.seed if self._seed is None else self._seed
            drawn = self._begun() or [*self._before, *in_random_order(lines, seed)]
            left = open_lines(self._record, drawn)
            self._behind = len(drawn) - len(left) if left else 0
            # completed lines come first; of the rest, the chosen line comes first
            self._order = sorted(drawn, key=lambda item: (item.key in left, item.key != self._next))
        return self._order

    def _begun(self) -> list[Item] | None:
        """Return the lines in the order last shown, if they are the same because the page was reloaded."""
        answer = self._record.current(items=(OFFERED,)).get((self._record.person.id, OFFERED))
        shown = answer.value if answer is not None and isinstance(answer.value, list) else []
        lines = {item.key: item for item in self._asked}
        return [lines[key] for key in shown] if self._seed is None and set(shown) == lines.keys() else None

    def page_state(self) -> Message:
        """Return the lines in order, the roles, and the ratings given so far."""
        roles = role_rows(self._record)
        person = self._record.person.id
        lines = [line_row(item, place, roles) for place, item in enumerate(self._in_order(), 1)]
        rated = self.cell_rows([role["unit"] for role in roles], [item.key for item in self._asked])
        return {
            "lines": lines,
            "roles": roles,
            "before": [item.key for item in self._before],
            "per_page": self._per_page,
            "behind": self._behind,
            "more": self._more is not None and any(not item.on_request for item in self._choices()),
            "choices": [
                [item.key, item.worded().label, item.scope == "internal"]
                for item in (self._choices() if self._more else ())
            ],
            "judged": self._judged(),
            "worth": self._worth,
            "first": self._first_sight([role["unit"] for role in roles]),
            "cells": rated + self.cell_rows([person], [SET_ASIDE]),
        }

    def _choices(self) -> list[Item]:
        """Return the lines that are not asked yet."""
        return [item for item in self._catalogue.items("circumstance") if item not in self._asked]

    def _first_sight(self, units: Sequence[str]) -> int:
        """Return how many first-sight answers these lines have, which are now hidden."""
        keys = [item.key for item in self._asked]
        shown = self._record.current(items=keys, units=list(units), unseen=self.unseen)
        return len(self._record.current(items=keys, units=list(units)).keys() - shown.keys())

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the line behind a cell; None for the mark that lines were skipped."""
        if (unit, key) == (self._record.person.id, SET_ASIDE):
            return None
        for item in self._asked:
            if item.key == key:
                return item
        raise Refusal(f"{key!r} is not one of the questions of this form; run its cell again.")

    def before_answer(self) -> None:
        """Keep which lines this sitting asks and in what order, separate from what undo removes."""
        if not self._offered:
            person, sitting = self._record.person, self._record.sitting("lines offered")
            self._record.answer(person, OFFERED, list(self.lines), sitting=sitting)
            self._offered = True

    def own_message(self, message: Message) -> list[Message] | None:
        """Ask the next few lines in this sitting too, or the one that the person chose."""
        kind = message.get("type")
        if kind not in {"more", "choose"} or self._more is None:
            return None
        if kind == "choose":
            self._choose(str(message.get("line")))
        more = asked_lines(self._catalogue, [key for key in self._more() if key in self._catalogue])
        self._asked = (*self._before, *more)
        self._order, self._offered = None, False
        return [self.ack(message, None), self._state()]

    def _choose(self, key: str) -> None:
        if all(item.key != key for item in self._choices()):
            raise Refusal(f"{key!r} is not one of the questions to choose from; run this cell again.")
        person, record = self._record.person, self._record
        chosen = record.current(items=(keys.LINES_CHOSEN,)).get((person.id, keys.LINES_CHOSEN))
        before = chosen.value if chosen is not None and isinstance(chosen.value, list) else []
        sitting = record.sitting("lines chosen")
        record.answer(person, keys.LINES_CHOSEN, [key, *before], sitting=sitting)
        self._next = key
