"""List all terms of a few conditions, and ask whether some of them explain a truth table simply enough."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_Bools = npt.NDArray[np.bool_]
_COUNTS = np.errstate(invalid="ignore")
"""Counting is a product of zeros and ones: some processors flag the padding of a row, never a count."""


@dataclass(frozen=True)
class Candidates:
    """The different sets of observed configurations that a term can cover.

    Attributes
    ----------
    covers : numpy.ndarray of bool
        Terms x configurations; of terms that cover the same, only the shortest is here.
    literals : numpy.ndarray of int
        How many conditions each term names.
    within : numpy.ndarray of float
        Terms x terms, 1 where the second covers all that the first covers and names no more conditions.
    """

    covers: _Bools
    literals: npt.NDArray[np.int64]
    within: npt.NDArray[np.float32]

    @_COUNTS
    def explain(self, leads: _Bools, fails: _Bools, terms: int, literals: int) -> _Bools:
        """Return which truth tables have a solution of fewer terms, or of as many with no more literals.

        Parameters
        ----------
        leads, fails
            Truth tables x configurations: those to cover, and those not to cover.
        terms, literals
            The most allowed.
        """
        cover = self.covers.astype(np.float32)
        allowed = fails.astype(np.float32) @ cover.T == 0
        gains = leads.astype(np.float32) @ cover.T
        allowed &= gains > 0
        allowed &= allowed.astype(np.float32) @ self.within.T == 0
        gains[~allowed] = 0
        largest = -np.sort(-gains, axis=1)[:, :terms]
        need = leads.sum(axis=1)
        result = largest.sum(axis=1) >= need
        with_fewer = largest[:, : terms - 1].sum(axis=1) >= need
        bits = [1 << place for place in range(self.covers.shape[1])]
        masks = [sum(bits[place] for place in np.flatnonzero(row).tolist()) for row in self.covers]
        costs = self.literals.tolist()
        for i in np.flatnonzero(result).tolist():
            left = sum(bits[place] for place in np.flatnonzero(leads[i]).tolist())
            options: dict[int, int] = {}
            for term in np.flatnonzero(allowed[i]).tolist():  # of terms that cover the same, the shortest
                part, cost = masks[term] & left, costs[term]
                if cost < options.get(part, cost + 1):
                    options[part] = cost
            result[i] = (with_fewer[i] and _enough(options, left, terms - 1, None)) or _enough(
                options, left, terms, literals
            )
        return np.asarray(result, dtype=bool)


def _enough(options: dict[int, int], left: int, terms: int, literals: int | None) -> bool:
    """Return whether so few terms, with at most so many literals in all if given, cover the rest.

    `options` is what a term covers, a bit per configuration, to how many literals it has.
    """
    if not left:
        return True
    if not terms:
        return False
    if terms == 1:
        return any(
            not left & ~mask and (literals is None or cost <= literals) for mask, cost in options.items()
        )
    here = {
        mask: cost for mask, cost in options.items() if mask & left and (literals is None or cost <= literals)
    }
    if max(((mask & left).bit_count() for mask in here), default=0) * terms < left.bit_count():
        return False
    row = left & -left
    return any(
        _enough(here, left & ~mask, terms - 1, None if literals is None else literals - cost)
        for mask, cost in here.items()
        if mask & row
    )


@lru_cache(maxsize=8)
@_COUNTS
def candidates(rows: tuple[int, ...], width: int) -> Candidates:
    """Make the candidates for the observed configurations, a bit per condition."""
    care = np.array(sorted(range(1 << width), key=lambda c: (c.bit_count(), c)))
    seen = np.array(rows)[None, :] & care[:, None]
    covers = (seen[:, :, None] == seen[:, None, :]).reshape(-1, len(rows))
    _, first = np.unique(np.packbits(covers, axis=1), axis=0, return_index=True)
    first = np.sort(first)  # of terms that cover the same, the first has the fewest literals
    covers, literals = covers[first], np.bitwise_count(care).astype(np.int64)[first // len(rows)]
    sizes = covers.sum(axis=1)
    inside = covers.astype(np.float32) @ covers.T.astype(np.float32) == sizes[:, None]
    inside &= literals[None, :] <= literals[:, None]
    np.fill_diagonal(inside, val=False)
    return Candidates(covers, literals, inside.astype(np.float32))
