"""Choose which of the three engines finds the prime implicants."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

import numpy as np

from good_on_paper.patterns.minimise.dense import dense
from good_on_paper.patterns.minimise.sparse import sparse
from good_on_paper.patterns.minimise.terms import Rows
from good_on_paper.patterns.minimise.whole import whole

_WHOLE = 10  # conditions up to which one whole number is quicker than an array
_DENSE = 19  # conditions up to which the transform is the faster one whatever the rows
_PAIRS = 30  # pairs of a positive and a negative up to which hitting sets are faster at one condition more


def primes(positives: Sequence[int], negatives: Sequence[int], width: int) -> Rows:
    """Return all minimal terms that cover at least one positive and no negative configuration.

    Each kind needs at least one. No term holds a condition that has the same value everywhere, so we drop
    those first.
    """
    every = (*positives, *negatives)
    differ = reduce(or_, every) & ~reduce(and_, every)
    bits = [v for v in range(width) if differ >> v & 1]
    engine = whole if len(bits) <= _WHOLE else dense
    if len(bits) > _DENSE and len(positives) * len(negatives) <= _PAIRS << len(bits) - _DENSE - 1:
        engine = sparse
    if len(bits) == width:
        return engine(positives, negatives, width)
    packed = engine(_pack(positives, bits), _pack(negatives, bits), len(bits))
    spread = np.zeros_like(packed)
    for v, at in enumerate(bits):
        spread |= (packed >> np.uint32(v) & np.uint32(1)) << np.uint32(at)
    return spread


def _pack(rows: Sequence[int], bits: Sequence[int]) -> list[int]:
    return sorted({sum((row >> at & 1) << v for v, at in enumerate(bits)) for row in rows})
