"""The best against the worst roles on every line, in counts. A description, not a test."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from good_on_paper.patterns.ranks import Floats, scores_of
from good_on_paper.patterns.thirds import BEST, WORST, alike, among
from good_on_paper.patterns.wide import bounds

_FEWEST_FOR_RHO = 3  # two points always lie on a line


def compare(
    lines: pd.DataFrame,
    outcome: pd.Series,
    groups: pd.Series,
    scales: Mapping[str, tuple[float, float]] | None,
) -> dict[str, list[Any]]:
    """Return the counts of every line by column; `good_on_paper.patterns.Contrast` says which.

    They are plain lists, with NaN where there is no figure.
    """
    values, went = lines.to_numpy(), outcome.to_numpy()
    low, high = np.array(bounds(lines, scales), dtype=float).reshape(-1, 2).T
    best, worst = among(groups, BEST), among(groups, WORST)
    there, middle = ~np.isnan(values), (low + high) / 2
    of_best, of_worst = values[best], values[worst]
    n_best, n_worst = (there[which].sum(axis=0) for which in (best, worst))
    more, less = (beyond(of_best[:, None], of_worst).sum(axis=(0, 1)) for beyond in (np.greater, np.less))
    pairs = n_best * n_worst
    both = there & ~np.isnan(went)[:, None]
    difference = np.divide(more - less, pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
    columns = {
        "n": both.sum(axis=0),
        "n_best": n_best,
        "n_worst": n_worst,
        "best_high": (of_best > middle).sum(axis=0),
        "worst_high": (of_worst > middle).sum(axis=0),
        "pairs_higher": more,
        "pairs_lower": less,
        "ties": pairs - more - less,
        "pairs": pairs,
        "difference": difference,
        "rho": _spearman(values, went),
        "low": low,
        "high": high,
    }
    named = {
        group: [str(role) for role in groups.index[which]] for group, which in ((BEST, best), (WORST, worst))
    }
    least, most = (end.reduce(values, axis=0, initial=np.nan).tolist() for end in (np.fmin, np.fmax))
    ratings = zip(there.sum(axis=0).tolist(), least, most, n_best.tolist(), n_worst.tolist(), strict=True)
    gaps = [
        _missing_in(rated, (lowest, highest), {BEST: of_best, WORST: of_worst}, named)
        for rated, lowest, highest, of_best, of_worst in ratings
    ]
    return {
        "line": lines.columns.tolist(),
        **{name: column.tolist() for name, column in columns.items()},
        "missing": gaps,
    }


def missing(went: pd.Series, groups: pd.Series) -> str:
    """Return what two groups of roles still need, and how to give it; empty if nothing is missing."""
    if any(among(groups, BEST)):
        return ""
    rated = went.dropna()
    if rated.empty:
        return "You have not said how any job went yet; say it for at least two."
    if len(rated) == 1:
        return f"You have said how only {str(rated.index[0])!r} went; say it for at least one more job."
    if alike(rated):
        return f"All {len(rated)} jobs went equally well ({rated.iloc[0]:g}): none stands at either end."
    return ""


def _spearman(values: Floats, went: Floats) -> Floats:
    rated = ~np.isnan(went)
    values, went = values[rated], went[rated]
    there = ~np.isnan(values)
    # twice the mid-ranks are whole numbers, so the sums are exact whatever the order of the roles
    x, y = scores_of(values), np.empty(values.shape, dtype=np.int64)
    y[:] = scores_of(went[:, None])
    if (blank := ~there.all(axis=0)).any():
        y[:, blank] = scores_of(np.where(there[:, blank], went[:, None], np.nan))
    spread = (x * x).sum(axis=0) * (y * y).sum(axis=0)
    enough = (there.sum(axis=0) >= _FEWEST_FOR_RHO) & (spread > 0)
    rho = np.full(len(spread), np.nan)
    return np.asarray(np.divide((x * y).sum(axis=0), np.sqrt(spread.astype(float)), out=rho, where=enough))


def _missing_in(
    rated: int, seen: tuple[float, float], of_group: dict[str, int], named: dict[str, list[str]]
) -> str:
    if not rated:
        return "No job has a rating on this yet."
    for group, count in of_group.items():
        if named[group] and not count:
            which = ", ".join(sorted(named[group]))
            return f"No rating among the {group} jobs yet; rate one of: {which}."
    if rated > 1 and seen[0] == seen[1]:
        return f"Every rated job has the same value, {seen[0]:g}."
    return ""
