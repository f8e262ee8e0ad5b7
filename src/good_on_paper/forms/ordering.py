"""A place in a list that the person orders: a number between two others, one answer per move."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from good_on_paper.forms.form import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.record import Unit


def order_at(units: Sequence[Unit], unit: str, to: int, noun: str) -> float | None:
    """Return the order that puts a unit at a place among the others; None if it is there already.

    Parameters
    ----------
    units
        All units on the list, in order.
    unit
        The id of the unit to move.
    to
        The place, from 0.
    noun
        The name of a unit, for the message.

    Raises
    ------
    Refusal
        If it is not on the list.
    """
    others = [one for one in units if one.id != unit]
    if len(others) == len(units):
        raise Refusal(f"this {noun} is no longer on the list.")
    to = min(max(to, 0), len(others))
    if units[to].id == unit:
        return None
    if to == 0:
        return others[0].order - 1
    if to == len(others):  # below the next whole number, which a later unit will get
        last = others[-1].order
        return (last + math.floor(last) + 1) / 2
    return (others[to - 1].order + others[to].order) / 2
