"""Steering: what comes next in the person's own order, and every choice the kit made for them."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import keys
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal
from good_on_paper.frames.interviews import usual_wait
from good_on_paper.record.own_values import LONGEST_WAIT
from good_on_paper.study.own_order import own_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from good_on_paper.catalogue import Item
    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Chosen:
    """One choice, as it stands.

    Attributes
    ----------
    what, stands : str
        What is chosen, and how it stands now.
    page : str
        The notebook where it is changed.
    fixed : str
        Why it can no longer be changed; "" where it can.
    """

    what: str
    stands: str
    page: str
    fixed: str = ""


class Steering(Form):
    """Put what comes next in one's own order; see every choice, and change it here or on its page.

    Parameters
    ----------
    person : Person
        Whose choices these are.
    pages : mapping
        The number of each page that can come next, to its title.
    ours : sequence of str
        Their numbers in the kit's order.
    choices : callable
        Returns the choices as they stand now.
    """

    name: ClassVar[str] = "steering"
    _esm = module("steering", uses=("links",))
    _css = style("steering")

    def __init__(
        self,
        person: Person,
        pages: Mapping[str, str],
        ours: Sequence[str],
        choices: Callable[[], Sequence[Chosen]],
    ) -> None:
        super().__init__(person.record, person.catalogue)
        self._person, self._pages, self._ours, self._choices = person, pages, ours, choices

    def page_state(self) -> Message:
        """Return the order, and the choices as they stand."""
        return {
            "pages": list(self._pages.items()),
            "ours": list(self._ours),
            "own": [number for number in own_order(self._person) if number in self._pages],
            "wait": usual_wait(self._person),
            "longest": LONGEST_WAIT,
            "choices": [astuple(one) for one in self._choices()],
            "cells": self.cell_rows([self._record.person.id], [keys.NEXT_ORDER, keys.ANSWER_WITHIN]),
        }

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return none: these are keys of the record's own, about the person."""
        if unit != self._record.person.id or key not in {keys.NEXT_ORDER, keys.ANSWER_WITHIN}:
            raise Refusal(f"{key!r} is not chosen here; run the cell again.")
        return None

    def understood(self, item: Item | None, value: object) -> object:
        """Return an order of pages that are there, each once; or a number of days."""
        del item
        if isinstance(value, list):
            wrong = [number for number in value if number not in self._pages]
            if wrong or len({*value}) < len(value):
                raise Refusal(
                    f"{', '.join(map(str, wrong or value))}: expected each page once, by its number."
                )
            return value
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST_WAIT:
            raise Refusal(
                f"{value!r} is no number of days; expected a whole number from 1 to {LONGEST_WAIT}."
            )
        return value

    def changes_page(self, key: str) -> bool:
        """Tell that the list is another."""
        return key == keys.NEXT_ORDER
