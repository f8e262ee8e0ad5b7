"""Count the minimal covers, and those that hold each term, without listing them.

We use inclusion and exclusion over the sets T of uncovered rows. Let a(T) be the number of terms that cover
nothing of T. Then the number of covers with m terms is the sum over T of (-1)^|T| C(a(T), m). One subset-sum
transform gives a(T) for all T.

The counts are exact. We sum the number of covers in Python's whole numbers, from a signed histogram of a(T)
whose entries stay within 2^24. We count the covers that hold a term or a condition modulo a power of two
above the number of covers, or in Python's whole numbers beyond 2^64.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import comb
from typing import Any

import numpy as np
import numpy.typing as npt

from good_on_paper.patterns.minimise.prime_chart import PrimeChart
from good_on_paper.patterns.minimise.watch import watched

MOST_ROWS = 24
"""Deciding rows up to which covers are counted: the transform holds 2^rows numbers."""

_Ints = npt.NDArray[np.signedinteger]
_STRIDED = 3  # below this bit, few long strided runs are faster than many tiny ones
_SHORT = 8  # up to so many rows an array is short whichever way it is walked
_INT16 = 32_767
_CACHED = 16  # rows of a block: 2^16 counts stay in the cache


def smallest(chart: PrimeChart) -> tuple[int, int]:
    """Return the fewest terms a cover needs, and the exact number of covers with so few."""
    histogram = _histogram(chart)
    size = 0
    total = 0
    while not total:
        size += 1
        total = sum(times * comb(a, size) for a, times in histogram.items())
    return size, total


def standing(chart: PrimeChart, size: int, total: int) -> list[int]:
    """Count, for each mask of the chart, the smallest covers that hold a given term with this mask.

    `size` and `total` are what `smallest` gave.
    """
    (avoiding,) = _within(chart.places, chart.counts[None], chart.rows)
    choose = [comb(a - 1, size - 1) if a else 0 for a in range(int(avoiding[-1]) + 1)]
    signed = _modulo(choose, total)[avoiding[::-1]]  # by T, and not by its complement
    np.negative(signed, out=signed, where=_odd(chart.rows))
    _subset_sums(signed, chart.rows)
    full = (1 << chart.rows) - 1
    found: list[int] = signed[full & ~chart.places].tolist()
    return found


def covers_among(chart: PrimeChart, families: npt.NDArray[np.bool_], size: int, total: int) -> list[int]:
    """Count, for each family of terms (a row that marks them), the smallest covers that use only these.

    `size` and `total` are what `smallest` gave for all terms.
    """
    table = _chosen(len(chart.place), size, total)
    together = max(1, (1 << _CACHED) >> chart.rows)
    found: list[int] = []
    for start in watched(range(0, len(families), together), "Counting models"):
        counts = chart.counts_of(families[start : start + together])
        sums = np.zeros(len(counts), dtype=table.dtype)
        for sign, inside in _blocks(chart.places, counts, chart.rows):
            block = _alternating(table[inside])
            sums = sums + block if sign > 0 else sums - block
        found += sums.tolist()
    return found


@lru_cache(maxsize=8)
def _chosen(most: int, size: int, bound: int) -> npt.NDArray[Any]:
    """Return C(a, size) for every a up to `most`."""
    return _modulo([comb(a, size) for a in range(most + 1)], bound)


def _modulo(counts: Sequence[int], bound: int) -> npt.NDArray[Any]:
    """Return counts modulo a power of two above the bound, or as Python's whole numbers."""
    bits = next((bits for bits in (16, 32, 64) if bound < 1 << bits), None)
    if bits is None:
        return np.array(counts, dtype=object)
    return np.array([n % (1 << bits) for n in counts], dtype=f"uint{bits}")


def _alternating(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Sum over all sets of rows (the last axis), sets of odd size negative, modulo the kind of number."""
    while (length := values.shape[-1]) > 1:
        values = values[..., : length // 2] - values[..., length // 2 :]
    return values[..., 0]


def _blocks(
    masks: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], rows: int
) -> Iterator[tuple[int, _Ints]]:
    """Yield, for each set W of rows, how many terms cover rows of W only, in blocks that fit the cache.

    `counts` says for each family of terms how many share each mask. The sets W of a block agree beyond the
    first rows. Each block comes with (-1)^|T|, where T is the complement of that common part.
    """
    if rows <= _CACHED:
        yield (-1) ** rows, _within(masks, counts, rows)
        return
    high, rest = masks >> _CACHED, masks & ((1 << _CACHED) - 1)
    kind = _kind(counts)
    for shared in range(1 << rows - _CACHED):
        here = high & ~shared == 0
        inside: _Ints = np.zeros((len(counts), 1 << _CACHED), dtype=kind)
        # masks that differ beyond the first rows fall on one another
        np.add.at(inside.T, rest[here], counts[:, here].T.astype(kind))
        _subset_sums(inside, _CACHED)
        # W runs over all subsets of the first rows, T over their complements: |T| = rows - |W|
        yield (-1) ** (rows - shared.bit_count()), inside


def _within(masks: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], rows: int) -> _Ints:
    """Count, for each family and each set of rows, the terms that cover rows of this set only."""
    inside: _Ints = np.zeros((len(counts), 1 << rows), dtype=_kind(counts))
    inside[:, masks] = counts
    _subset_sums(inside, rows)
    return inside


def _histogram(chart: PrimeChart) -> dict[int, int]:
    """Count how often each a(T) comes up; sets T of odd size count negative."""
    signs = _signs(min(chart.rows, _CACHED))
    signed = np.zeros(int(chart.counts.sum()) + 1)  # whole numbers, far below 2^53
    for sign, (inside,) in _blocks(chart.places, chart.counts[None], chart.rows):
        signed += sign * np.bincount(inside, signs, minlength=len(signed))
    there = signed.nonzero()[0]
    return dict(zip(there.tolist(), map(int, signed[there].tolist()), strict=True))


def _kind(counts: npt.NDArray[np.int64]) -> type[np.signedinteger]:
    return np.int16 if counts.sum() <= _INT16 else np.int32


@lru_cache(maxsize=4)
def _odd(rows: int) -> npt.NDArray[np.bool_]:
    """Return, for each set of rows, whether its size is odd."""
    odd = np.zeros(1, dtype=bool)
    for _ in range(rows):
        odd = np.concatenate([odd, ~odd])
    return odd


@lru_cache(maxsize=_CACHED + 1)
def _signs(rows: int) -> npt.NDArray[np.float64]:
    """Return 1 for each set of rows, or -1 where its size is odd."""
    return np.where(_odd(rows), -1.0, 1.0)


def _subset_sums(values: npt.NDArray[Any], rows: int) -> None:
    """Turn each entry of the last axis into the sum over all its subsets, in place."""
    for v in range(rows):
        half = 1 << v
        if v < _STRIDED and rows > _SHORT:
            for j in range(half):
                high = values[..., j + half :: 2 * half]
                np.add(high, values[..., j :: 2 * half], out=high)
        else:
            cut = values.reshape(-1, 2, half)
            np.add(cut[:, 1], cut[:, 0], out=cut[:, 1])
