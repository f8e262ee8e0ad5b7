"""List all terms of a few conditions, and ask whether some of them explain a truth table simply enough."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_Bools = npt.NDArray[np.bool_]


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
        largest = -np.partition(-gains, min(terms, gains.shape[1]) - 1, axis=1)[:, :terms]
        need = leads.sum(axis=1)
        result = largest.sum(axis=1) >= need
        words = np.array([1 << i for i in range(self.covers.shape[1])], dtype=object)
        masks = [int(words[row].sum()) for row in self.covers]
        for i in np.flatnonzero(result).tolist():
            options = [(int(self.literals[t]), masks[t]) for t in np.flatnonzero(allowed[i])]
            left = int(words[leads[i]].sum())
            result[i] = _enough(options, left, terms - 1, None) or _enough(options, left, terms, literals)
        return np.asarray(result, dtype=bool)


def _enough(options: list[tuple[int, int]], left: int, terms: int, literals: int | None) -> bool:
    """Return whether so few terms, with at most so many literals in all if given, cover the rest."""
    if not left:
        return True
    here = [(cost, mask & left) for cost, mask in options if mask & left]
    if literals is not None:
        here = [option for option in here if option[0] <= literals]
    if not terms or not here or max(m.bit_count() for _, m in here) * terms < left.bit_count():
        return False
    row = left & -left
    return any(
        _enough(here, left & ~mask, terms - 1, None if literals is None else literals - cost)
        for cost, mask in here
        if mask & row
    )


@lru_cache(maxsize=8)
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
