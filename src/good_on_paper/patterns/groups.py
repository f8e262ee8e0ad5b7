"""The best against the worst roles on every line, in counts. A description, not a test."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from good_on_paper.patterns.ranks import Floats, scores_of
from good_on_paper.patterns.thirds import BEST, WORST, alike
from good_on_paper.patterns.wide import bounds

_FEWEST_FOR_RHO = 3  # two points always lie on a line


def compare(
    numbers: pd.DataFrame,
    outcome: str,
    groups: pd.Series,
    scales: Mapping[str, tuple[float, float]] | None,
) -> list[dict[str, object]]:
    """Return the counts of every line but the outcome; `good_on_paper.patterns.Contrast` says which."""
    went = numbers[outcome].to_numpy()
    best, worst = (groups.eq(group).fillna(value=False).to_numpy(dtype=bool) for group in (BEST, WORST))
    named = {
        BEST: [str(role) for role in groups.index[best]],
        WORST: [str(role) for role in groups.index[worst]],
    }
    rows = []
    for line in numbers.columns.drop(outcome):
        values = numbers[line].to_numpy()
        there = ~np.isnan(values)
        low, high = bounds(numbers[line], scales)
        middle = (low + high) / 2
        of_best, of_worst = values[there & best], values[there & worst]
        gaps = np.sign(of_best[:, None] - of_worst[None, :])
        more, less, pairs = int((gaps > 0).sum()), int((gaps < 0).sum()), gaps.size
        both = there & ~np.isnan(went)
        rows.append(
            {
                "line": line,
                "n": int(both.sum()),
                "n_best": len(of_best),
                "n_worst": len(of_worst),
                "best_high": int((of_best > middle).sum()),
                "worst_high": int((of_worst > middle).sum()),
                "pairs_higher": more,
                "pairs_lower": less,
                "ties": pairs - more - less,
                "pairs": pairs,
                "difference": (more - less) / pairs if pairs else pd.NA,
                "rho": _spearman(values[both], went[both]),
                "low": low,
                "high": high,
                "missing": _missing_in(values[there], {BEST: len(of_best), WORST: len(of_worst)}, named),
            }
        )
    return rows


def missing(went: pd.Series, groups: pd.Series) -> str:
    """Say what two groups of roles still need, and how to give it; empty if nothing is missing."""
    rated = went.dropna()
    if groups.eq(BEST).any():
        return ""
    if rated.empty:
        return "No job has been given how it went yet; give it for at least two."
    if len(rated) == 1:
        return f"Only {str(rated.index[0])!r} has been given how it went; give it for at least one more job."
    if alike(rated):
        return f"All {len(rated)} jobs went equally well ({rated.iloc[0]:g}): none is a best or a worst one."
    return ""


def _spearman(values: Floats, went: Floats) -> object:
    # twice the mid-ranks are whole numbers, so the sums are exact whatever the order of the roles
    x, y = scores_of(np.column_stack([values, went])).T
    if len(values) < _FEWEST_FOR_RHO or not x.any() or not y.any():
        return pd.NA
    return float((x @ y) / np.sqrt(float((x @ x) * (y @ y))))


def _missing_in(rated: Floats, of_group: dict[str, int], named: dict[str, list[str]]) -> str:
    if not len(rated):
        return "No job has a rating on this line yet."
    for group, count in of_group.items():
        if named[group] and not count:
            which = ", ".join(sorted(named[group]))
            return f"No rating among the {group} jobs yet; rate this line for one of: {which}."
    if len(rated) > 1 and rated.min() == rated.max():
        return f"Every rated job has the same value, {rated.min():g}."
    return ""
