"""Find all prime implicants of a few conditions: one whole number has a bit for each of the 2^k sets.

These are the two transforms of `dense`, a positive row at a time. A shift by 2^v takes each set of conditions
to the one with, or without, condition v. If 2^k bits are a few machine words, this is faster than an array.
"""

from collections.abc import Sequence
from functools import lru_cache

from good_on_paper.patterns.minimise.terms import Rows, as_rows, distinct


def whole(positives: Sequence[int], negatives: Sequence[int], width: int) -> Rows:
    """Return the same terms as `dense`, at a cost that grows with 2^k times the positives."""
    full = (1 << width) - 1
    every = (1 << full + 1) - 1
    steps = [(1 << v, _without(v, width)) for v in range(width)]
    found = set()
    for row in positives:
        bad = 0
        for other in negatives:
            bad |= 1 << (full ^ row ^ other)
        for by, without in steps:
            bad |= bad >> by & without
        minimal = good = every ^ bad
        for by, without in steps:
            minimal &= ~((good & without) << by)
        while minimal:
            last = minimal & -minimal
            care = last.bit_length() - 1
            found.add((care, care & row))
            minimal ^= last
    return distinct(as_rows(found))


@lru_cache(maxsize=128)
def _without(v: int, width: int) -> int:
    """Mark the sets that lack condition v."""
    half = 1 << v
    block = (1 << half) - 1
    return sum(block << start for start in range(0, 1 << width, 2 * half))
