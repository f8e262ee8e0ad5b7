"""Which offer stays ahead, whatever the rest is, once one or two things are known."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from good_on_paper.patterns.offers import HALF_AGAIN, worst_margins

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

TIE = 1e-9
Cell = tuple[str, str]
"""An offer and a thing."""


@dataclass(frozen=True)
class Bounds:
    """What each thing counts at each offer, at least and at most, and how much it weighs.

    Attributes
    ----------
    offers, things : tuple of str
        The rows and the columns.
    least, most : array
        What each counts.
    weight : array
        How much each thing counts, as said.
    """

    offers: tuple[str, ...]
    things: tuple[str, ...]
    least: NDArray[np.float64]
    most: NDArray[np.float64]
    weight: NDArray[np.float64]

    @classmethod
    def of(
        cls, low: pd.DataFrame, high: pd.DataFrame, counts: Mapping[str, float], out: Collection[str]
    ) -> Bounds:
        """Return them without the offers that are out."""
        kept = [name for name in low.index if name not in out]
        least, most = (frame.loc[kept].to_numpy(dtype=float) for frame in (low, high))
        weight = np.array([counts[thing] for thing in low.columns])
        return cls(tuple(kept), tuple(low.columns), least, most, weight)

    @property
    def at_the_middle(self) -> Bounds:
        """The same with every blank at the middle of its band."""
        middle = (self.least + self.most) / 2
        return replace(self, least=middle, most=middle)

    def with_known(self, cells: Mapping[Cell, float]) -> Bounds:
        """Return the same with some blanks known."""
        least, most = self.least.copy(), self.most.copy()
        for (offer, thing), worth in cells.items():
            at = self.offers.index(offer), self.things.index(thing)
            least[at] = most[at] = worth
        return replace(self, least=least, most=most)

    def ahead_without(self, thing: str, *pair: str) -> str:
        """Return which of two is ahead on all but one thing, each blank at its middle; "" for a tie."""
        weight = np.where(np.array(self.things) == thing, 0.0, self.weight)
        worth = (self.least + self.most) @ weight
        first, second = (float(worth[self.offers.index(offer)]) for offer in pair)
        return "" if abs(first - second) <= TIE else pair[second > first]

    def is_open_without(self, thing: str, *pair: str) -> bool:
        """Return whether anything but that thing is not known of one of the two."""
        others = (np.array(self.things) != thing) & (self.weight > 0)
        rows = [self.offers.index(offer) for offer in pair]
        return bool((self.least < self.most)[rows][:, others].any())

    @property
    def leader(self) -> str | None:
        """The offer that stays ahead of all others whatever, each thing counting within half again."""
        worst = worst_margins(self.least, self.most, self.weight / HALF_AGAIN, self.weight * HALF_AGAIN)
        ahead = (worst > TIE).sum(axis=1)
        rest = len(self.offers) - 1
        return next((one for one, over in zip(self.offers, ahead, strict=True) if over == rest > 0), None)

    def can_decide(self, cells: Sequence[Cell]) -> int | None:
        """Return how many of the first cells, once known, can leave one offer ahead whatever; else None."""
        for number in range(len(cells) + 1):
            for ends in itertools.product((self.least, self.most), repeat=number):
                known = {
                    cell: float(end[self.offers.index(cell[0]), self.things.index(cell[1])])
                    for cell, end in zip(cells, ends, strict=False)
                }
                if self.with_known(known).leader is not None:
                    return number
        return None
