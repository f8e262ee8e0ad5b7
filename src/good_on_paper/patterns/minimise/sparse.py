"""Find all prime implicants by minimal hitting sets, for many conditions and few rows.

Take a prime implicant that covers a positive row p. For every negative row q, its conditions include at least
one in which p and q differ, and no smaller set of conditions does. Berge's multiplication adds these sets of
differences one by one and keeps the minimal sets that hit them all (C. Berge, Hypergraphs, 1989, chapter 2).
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.minimise.terms import Rows, distinct
from good_on_paper.patterns.minimise.watch import watched

_Sets = npt.NDArray[np.uint32]


def sparse(positives: Sequence[int], negatives: Sequence[int], width: int) -> Rows:
    """Return the same terms as `dense`, at a cost that grows with the rows and not with 2^k."""
    parts = []
    against = np.array(negatives, dtype=np.uint32)
    for row in watched(positives, "Looking for prime implicants"):
        care = _hitting(_minimal(against ^ np.uint32(row)), width)
        parts.append(np.stack([care, care & np.uint32(row)], axis=1))
    return distinct(np.concatenate(parts))


def _minimal(sets: _Sets) -> _Sets:
    """Drop every set that contains another one; smallest first."""
    sets = np.unique(sets)
    sets = sets[np.argsort(np.bitwise_count(sets), kind="stable")]
    kept: list[np.uint32] = []
    for one in sets:
        if not any(one & other == other for other in kept):
            kept.append(one)
    return np.array(kept, dtype=np.uint32)


def _hitting(sets: _Sets, width: int) -> _Sets:
    hitting = np.zeros(1, dtype=np.uint32)
    for one in sets:
        hit = hitting[hitting & one != 0]
        missed = hitting[hitting & one == 0]
        parts = [hit]
        for v in range(width):
            here = np.uint32(1 << v)
            if not one & here or not len(missed):
                continue
            # a hit set inside missed | here must meet `one` in `here` alone
            rest = hit[hit & one == here] & ~here
            grown = missed
            for other in rest:
                grown = grown[grown & other != other]
                if not len(grown):
                    break
            parts.append(grown | here)
        hitting = np.concatenate(parts)
    return hitting
