"""Find all prime implicants by bit-parallel transforms over the 2^k sets of conditions.

A term over the conditions S with the values of a positive row p covers no negative row exactly when no
negative agrees with p on all of S. One word per S holds this for up to 64 positives at once, a bit each:
"agrees on a superset" is an OR transform over supersets, and a set is minimal when no set with one condition
less is good. Both take k vectorised passes, whatever the number of rows.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.minimise.terms import Rows, distinct

_Words = npt.NDArray[np.unsignedinteger]
_BLOCK = 64  # positives a word holds
_STRIDED = 3  # below this bit, numpy is faster on few long strided runs than on many tiny ones


def dense(positives: Sequence[int], negatives: Sequence[int], width: int) -> Rows:
    """Return all minimal terms that cover at least one positive and no negative row.

    Parameters
    ----------
    positives, negatives
        Distinct configurations, a bit per condition; none may be in both.
    width
        How many conditions, up to about 24: each set of conditions takes 4 words of memory.
    """
    starts = range(0, len(positives), _BLOCK)
    return distinct(np.concatenate([_block(positives[i : i + _BLOCK], negatives, width) for i in starts]))


def _block(positives: Sequence[int], negatives: Sequence[int], width: int) -> Rows:
    size = next(bits for bits in (8, 16, 32, 64) if len(positives) <= bits)
    kind = np.dtype(f"uint{size}")
    full = (1 << width) - 1
    bad: _Words = np.zeros(1 << width, dtype=kind)
    against = np.array(negatives, dtype=np.int64)
    for i, row in enumerate(positives):
        bad[~(against ^ row) & full] |= kind.type(1 << i)  # the same place twice gets the same bit
    for v in range(width):
        for low, high in _halves(bad, v):
            np.bitwise_or(low, high, out=low)
    minimal = ~bad & kind.type((1 << len(positives)) - 1)
    for v in range(width):
        for (_, high), (low, _) in zip(_halves(minimal, v), _halves(bad, v), strict=True):
            np.bitwise_and(high, low, out=high)
    care = np.flatnonzero(minimal)
    hits = minimal[care]
    parts = []
    for i, row in enumerate(positives):
        here = care[hits & kind.type(1 << i) != 0]
        parts.append(np.stack([here, here & row], axis=1).astype(np.uint32))
    return np.concatenate(parts)


def _halves(words: _Words, v: int) -> Iterator[tuple[_Words, _Words]]:
    """Yield views on the words whose place lacks bit v, and on their partners with bit v."""
    half = 1 << v
    if v < _STRIDED:
        for j in range(half):
            yield words[j :: 2 * half], words[j + half :: 2 * half]
    else:
        cut = words.reshape(-1, 2, half)
        yield cut[:, 0], cut[:, 1]
