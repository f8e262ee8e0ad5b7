"""Ranks as whole numbers, so that ties compare exactly and sums do not depend on the order of roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Scores = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_CELLS = 2_000_000  # of pairs held at once
_SMALL = 128


def scores(values: pd.Series) -> Scores:
    """Return twice the mid-ranks, centred on zero; blanks score 0.

    Parameters
    ----------
    values : pandas.Series
        Length n; numbers, blanks as NA.

    Returns
    -------
    numpy.ndarray
        Shape (n,), int64, sum 0: ``2 * rank - (m + 1)`` for the m values that are there.
    """
    return scores_of(values.to_numpy(dtype=float)[:, None])[:, 0]


def scores_of(values: Floats) -> Scores:
    """Return the `scores` of every column of shape (n, k); blanks as NaN."""
    result = np.zeros(values.shape, dtype=np.int64)
    for part, above in _above(values):
        result[:, part] = _ranked(above)
    return result


def without_liking(ranked: Scores, there: npt.NDArray[np.bool_], keyed: Scores) -> Scores:
    """Subtract from every rank what the role's general liking alone would give, and rank the rest.

    The liking of a role is the mean, over the lines with a direction, of its rank on the line, as a part of
    the ranks there are, turned so that more is nicer. A line keeps its rank less its direction times that; a
    line without direction stays as it is. Ignoring the directions would leave the general liking in. Working
    on ranks, the result is the same in whatever units a line was given.

    Parameters
    ----------
    ranked : numpy.ndarray
        Shape (n, k): the `scores` of each line.
    there : numpy.ndarray
        Shape (n, k), bool: where a line has a value.
    keyed : numpy.ndarray
        Shape (k,): +1 (more of it is by itself nicer), -1 (harder) or 0 (neither).

    Returns
    -------
    numpy.ndarray
        Shape (n, k), int64: the `scores` of what is left.
    """
    directed = keyed != 0
    values = there.sum(axis=0)
    of_role = there[:, directed].sum(axis=1)
    # over one common denominator everything stays whole: in floats 3 - 10/3 and 4 - 13/3 differ
    by_line, by_role = lcm(*(values + 1).tolist()), lcm(*np.maximum(of_role, 1).tolist())
    fits = by_line * by_role * (len(keyed) + 1) < 2**62
    whole = np.int64 if fits else object
    share = np.array([by_line // (count + 1) for count in values.tolist()], dtype=whole)
    parts = ranked.astype(whole) * share
    each = np.array([by_role // max(count, 1) for count in of_role.tolist()], dtype=whole)
    liking = (parts * keyed.astype(whole)).sum(axis=1) * each
    left = parts * by_role - liking[:, None] * keyed.astype(whole)
    result = np.zeros(ranked.shape, dtype=np.int64)
    for part, above in _above(left, there):
        result[:, part] = _ranked(above)
    return result


@dataclass(frozen=True)
class Association:
    """How lines and the outcome go together.

    Attributes
    ----------
    tau : numpy.ndarray
        Shape (k,): Kendall's tau-b, -1 to 1; NaN where either does not vary.
    without : numpy.ndarray
        Shape (n, k): the same without the role of that row.
    ranked : numpy.ndarray
        Shape (n, k), int64: the `scores` of each line among the roles that have both.

    Notes
    -----
    Kendall, M. G. (1945), Biometrika 33, 239-251.
    """

    tau: Floats
    without: Floats
    ranked: Scores


def association(values: Floats, outcome: Floats) -> Association:
    """Return Kendall's tau-b of each line with the outcome, and what it is without each role in turn.

    Parameters
    ----------
    values : numpy.ndarray
        Shape (n, k), blanks as NaN.
    outcome : numpy.ndarray
        Shape (n,), blanks as NaN; only roles with both count.
    """
    there = ~np.isnan(values) & ~np.isnan(outcome)[:, None]
    [(_, went)] = _above(outcome[:, None])
    whole = np.empty(values.shape[1])
    without = np.empty(values.shape)
    ranked = np.empty(values.shape, dtype=np.int64)
    all_there = bool(there.all())
    differs = np.abs(went[0])
    for part, above in _above(values if all_there else np.where(there, values, np.nan)):
        is_there = there[:, part]
        sums = np.empty((3, *is_there.T.shape), dtype=np.int64)
        sums[0], sums[1] = _by_role(above * went[0]), _by_role(np.abs(above))
        sums[2] = _by_role(differs[None]) if all_there else ((differs.astype(float) @ is_there) * is_there).T
        every = sums.sum(axis=2)
        whole[part] = _ratio(*every)
        left = _ratio(*(every[:, :, None] - 2 * sums))  # a pair stands in both roles' rows
        without[:, part] = left.T if all_there else np.where(is_there.T, left, whole[part][:, None]).T
        ranked[:, part] = _ranked(above)
    return Association(whole, without, ranked)


def tau(values: pd.Series, outcome: pd.Series) -> tuple[float, pd.Series]:
    """Return Kendall's tau-b of two columns, and what it is without each role that has both.

    Parameters
    ----------
    values, outcome : pandas.Series
        Length n, float64, blanks as NaN; only roles with both count.
    """
    found = association(values.to_numpy(dtype=float)[:, None], outcome.to_numpy(dtype=float))
    both = (values.notna() & outcome.notna()).to_numpy()
    return float(found.tau[0]), pd.Series(found.without[both, 0], index=values.index[both])


def _above(
    values: npt.NDArray[Any], there: npt.NDArray[np.bool_] | None = None
) -> Iterator[tuple[slice, npt.NDArray[np.int8]]]:
    """Compare each two roles on each line: 1 where the first has more, -1 where less, 0 also at a blank."""
    roles, lines = values.shape
    at_once = max(1, _CELLS // max(1, roles * roles))
    for start in range(0, lines, at_once):
        part = slice(start, start + at_once)
        column = values[:, part].T
        more = column[:, :, None] > column[:, None, :]
        less = column[:, :, None] < column[:, None, :]
        above = more.view(np.int8) - less.view(np.int8)
        if there is not None:
            above *= there[:, part].T[:, :, None] & there[:, part].T[:, None, :]
        yield part, above


def _by_role(pairs: npt.NDArray[np.int8]) -> Scores:
    """Sum what every pair of roles has, by role; of two roles the pair is the same either way round."""
    # a role has fewer than 128 pairs, so that a sum of -1, 0 and 1 stays within int8, which is far faster
    kind = np.int8 if pairs.shape[1] <= _SMALL else np.int64
    sums: Scores = np.add.reduce(pairs, axis=1, dtype=kind).astype(np.int64, copy=False)
    return sums


def _ranked(above: npt.NDArray[np.int8]) -> Scores:
    """Return the `scores` behind the comparison of each two roles, a column per line."""
    return -_by_role(above).T  # who is above the others stands below in their columns


def _ratio(together: Scores, of_x: Scores, of_y: Scores) -> Floats:
    spread = np.sqrt((of_x * of_y).astype(float))
    return np.asarray(np.divide(together, spread, out=np.full_like(spread, np.nan), where=spread > 0))
