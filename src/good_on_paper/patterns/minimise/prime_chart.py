"""The chart of prime implicants against positive rows, reduced to the rows that decide the minimal covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.minimise.terms import Masks, as_words


@dataclass(frozen=True)
class PrimeChart:
    """Which prime implicant covers which deciding row, in one part of the whole.

    Attributes
    ----------
    masks : tuple of int
        The distinct sets of deciding rows that a term can cover, a bit per row; the largest first.
    place : numpy.ndarray of int
        For each prime implicant the place of its mask in `masks`; -1 where it covers no deciding row.
    rows : int
        How many rows decide. We leave a row out if all terms that cover another row cover it too. A cover of
        that other row then covers both, so every count stays the same.
    """

    masks: tuple[int, ...]
    place: npt.NDArray[np.int64]
    rows: int

    @cached_property
    def places(self) -> npt.NDArray[np.int64]:
        """The masks as an array."""
        return np.array(self.masks, dtype=np.int64)

    @cached_property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many prime implicants share each mask."""
        return np.bincount(self.place[self.place >= 0], minlength=len(self.masks))

    def counts_of(self, families: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Count, for each family of prime implicants (a row that marks them), how many share each mask."""
        family, which = (families & (self.place >= 0)).nonzero()
        shape = len(families), len(self.masks)
        return np.bincount(family * shape[1] + self.place[which], minlength=shape[0] * shape[1]).reshape(
            shape
        )

    def members(self, mask: int) -> list[int]:
        """Return the places of the prime implicants that cover exactly masks[mask]."""
        return [int(i) for i in np.flatnonzero(self.place == mask)]


def charts(coverage: Masks, rows: int) -> tuple[PrimeChart, ...]:
    """Build the chart from the rows each prime implicant covers (bit i: row i), in independent parts.

    Rows that no prime implicant connects form separate parts. The smallest covers of the whole combine the
    smallest covers of the parts, so sizes add and counts multiply. A prime implicant that every cover needs
    is a part with one row.
    """
    table = (coverage >> np.arange(rows, dtype=np.uint64)[:, None] & np.uint64(1)).astype(bool)
    by = [int.from_bytes(line.tobytes()) for line in np.packbits(table, axis=1)]  # who covers each row
    keep = [
        i
        for i in range(rows)
        if not any(not by[j] & ~by[i] and (by[j] != by[i] or j < i) for j in range(rows))
    ]
    return tuple(_part(table[part]) for part in _connected(keep, by))


def _connected(rows: list[int], by: Sequence[int]) -> list[list[int]]:
    waiting, parts = list(rows), []
    while waiting:
        part = [waiting.pop(0)]
        for i in part:  # grows while it is walked
            joined = [j for j in waiting if by[i] & by[j]]
            part += joined
            waiting = [j for j in waiting if j not in joined]
        parts.append(sorted(part))
    return parts


def _part(table: npt.NDArray[np.bool_]) -> PrimeChart:
    words = as_words(table).tolist()
    masks = sorted(set(words) - {0}, key=lambda mask: (-mask.bit_count(), mask))
    place = {mask: i for i, mask in enumerate(masks)}
    return PrimeChart(tuple(masks), np.array([place.get(word, -1) for word in words]), len(table))
