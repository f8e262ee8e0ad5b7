"""How many minimal covers there are, and in how many each term stands: counted, never listed.

Inclusion and exclusion over the sets T of rows left uncovered: with a(T) the number of terms that cover
nothing of T, the covers of m terms are the sum over T of (-1)^|T| C(a(T), m). One subset-sum transform
gives a(T) for all T.

Nothing here can be off by a modulus. The number of covers is summed in Python's whole numbers, from a signed
histogram of a(T) whose entries stay within 2^24. In how many of them a term or a condition stands is computed
modulo a power of two above the number of covers, which bounds it, or in Python's whole numbers beyond 2^64.
"""

from collections.abc import Sequence
from math import comb
from typing import Any

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.minimise.chart import Chart

MOST_ROWS = 24
"""Deciding rows up to which covers are counted: the transform holds 2^rows numbers."""

_Ints = npt.NDArray[np.signedinteger]
_STRIDED = 3


def smallest(chart: Chart) -> tuple[int, int]:
    """Give the fewest terms a cover needs, and the exact number of covers with so few."""
    histogram = _histogram(_avoiding(chart.masks, chart.counts(), chart.rows), chart.rows)
    size = 0
    total = 0
    while not total:
        size += 1
        total = _covers(histogram, size)
    return size, total


def standing(chart: Chart, size: int, total: int) -> list[int]:
    """For each mask of the chart: in how many of the smallest covers one term with this mask stands.

    `size` and `total` are what `smallest` gave.
    """
    avoiding = _avoiding(chart.masks, chart.counts(), chart.rows)
    # indexed by T, and not by its complement
    choose = [comb(a - 1, size - 1) if a else 0 for a in _upto(avoiding)]
    signed = _signed(avoiding, chart.rows, choose, total)
    signed = np.ascontiguousarray(signed[::-1])
    _subset_sums(signed, chart.rows)
    full = (1 << chart.rows) - 1
    return [int(signed[full & ~mask]) for mask in chart.masks]


def covers_among(chart: Chart, among: npt.NDArray[np.bool_], size: int, total: int) -> int:
    """Count the smallest covers (`total` in all, of `size` terms) that only use the marked terms."""
    counts = chart.counts(among)
    used = np.flatnonzero(counts)
    masks = [chart.masks[i] for i in used]
    reach = 0
    for mask in masks:
        reach |= mask
    if reach != (1 << chart.rows) - 1:
        return 0
    avoiding = _avoiding(masks, counts[used], chart.rows)
    signed = _signed(avoiding, chart.rows, [comb(a, size) for a in _upto(avoiding)], total)
    return int(signed.sum(dtype=signed.dtype))


def _upto(avoiding: _Ints) -> range:
    return range(int(avoiding[-1]) + 1)


def _signed(
    avoiding: _Ints, rows: int, choose: Sequence[int], bound: int
) -> npt.NDArray[np.unsignedinteger] | npt.NDArray[np.object_]:
    """Give (-1)^|T| choose[a(T)] for the complement of each T, modulo a power of two above the bound."""
    bits = next((bits for bits in (16, 32, 64) if bound < 1 << bits), None)
    table = (
        np.array(choose, dtype=object)
        if bits is None
        else np.array([n % (1 << bits) for n in choose], dtype=f"uint{bits}")
    )
    signed = table[avoiding]
    odd = _odd(rows)
    np.negative(signed, out=signed, where=~odd if rows % 2 else odd)
    return signed


def _covers(histogram: dict[int, int], size: int) -> int:
    return sum(times * comb(a, size) for a, times in histogram.items())


def _avoiding(masks: Sequence[int], counts: npt.NDArray[np.int64], rows: int) -> _Ints:
    """For each set of rows, how many terms cover rows of this set only."""
    kind = np.int16 if counts.sum() <= np.iinfo(np.int16).max else np.int32
    inside: _Ints = np.zeros(1 << rows, dtype=kind)
    inside[list(masks)] = counts
    _subset_sums(inside, rows)
    return inside


def _histogram(inside: _Ints, rows: int) -> dict[int, int]:
    """How often each a(T) comes up, sets T of odd size counted negative."""
    odd = _odd(rows)
    if rows % 2:  # inside[W] belongs to T, the complement of W
        odd = ~odd
    most = int(inside[-1]) + 1
    signed = np.bincount(inside, minlength=most) - 2 * np.bincount(inside[odd], minlength=most)
    return {int(a): int(signed[a]) for a in np.flatnonzero(signed)}


def _odd(rows: int) -> npt.NDArray[np.bool_]:
    """For each set of rows, whether its size is odd."""
    odd = np.zeros(1, dtype=bool)
    for _ in range(rows):
        odd = np.concatenate([odd, ~odd])
    return odd


def _subset_sums(values: npt.NDArray[Any], rows: int) -> None:
    """Turn each entry into the sum over all its subsets, in place."""
    for v in range(rows):
        half = 1 << v
        if v < _STRIDED:
            for j in range(half):
                high = values[j + half :: 2 * half]
                np.add(high, values[j :: 2 * half], out=high)
        else:
            cut = values.reshape(-1, 2, half)
            np.add(cut[:, 1], cut[:, 0], out=cut[:, 1])
