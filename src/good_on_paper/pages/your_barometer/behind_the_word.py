"""What is behind the word, for the fold: range, scores, the bet, what was spent, how we tried it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.patterns import Barometer

_ONE, _MOST_WON = 1, 1000
_TRIED: Final = (
    "Tried on 2,000 invented people, seeds 0 to 1,999, who looked after every interview: "
    "benchmarks/honesty.py barometer. Right numbers were called for 3 in 100 by interview 30. Numbers 30 "
    "points too high were called for 65 in 100 by interview 20, and for 75 where they had named the side."
)


def figures(result: Barometer) -> Iterator[str]:
    """Yield each figure with the name of its method; nothing while no interview counts."""
    if not result.counted:
        return
    if result.called:
        yield f"We could say so from interview {result.called} on; it stays said."
    low, high = result.lean_low, result.lean_high
    if low is None or high is None:
        lean = "No single lean fits what came."
    else:
        low, high = max(low, round(result.said) - 100), min(high, round(result.said))
        ends = f"{_points(low)} to {_points(high)}"
        lean = f"The numbers could be {ends}: right for 96 of 100, at every look."
    yield f"{lean} These are the leans, point by point, that the rule for the word would not have called."
    ends = f"between {round(result.base_low)} and {round(result.base_high)}"
    yield f"Share of yes: {round(result.base_rate)} of 100, {ends} (Clopper and Pearson, 90 of 100)."
    scores = result.scores
    yield (
        f"Brier score: {scores.score:.3f}. Of your share of yes each time: {scores.base_rate:.3f}. Of 50 "
        f"each time: {scores.half:.2f}. Its parts: reliability {scores.reliability:.3f}, resolution "
        f"{scores.resolution:.3f}, uncertainty {scores.uncertainty:.3f}."
    )
    yield (
        f"Had you bet against your own numbers at their odds, 1 would have become {_won(result.bet)}. If the "
        "numbers are right, it ever becomes 20 for at most 5 people in 100 (an e-process)."
    )
    side = "all of it on the side you named" if result.declared else "half of it on each side"
    yield (
        "The word compares how many said yes with the exact chance of each count. By interview n it may "
        f"spend .04 (1 - 2^(-n/10)), {side}. So at most 4 in 100 people whose numbers are right are ever "
        "called. The table has what was spent. We reckon with 0 and 100 as 2 and 98."
    )
    yield _TRIED


def spent(result: Barometer) -> pd.DataFrame:
    """Return, for each interview, how many yes would have called it, and what was spent on either side."""
    told = result.spending
    table = pd.DataFrame({"Yes so far": told.groupby("n")["yes"].first().astype("str")})
    for side, more in (("high", "or fewer"), ("low", "or more")):
        one = told[told["side"].eq(side)].set_index("n")
        if one.empty:
            continue
        at = [f"{called} {more}" if pd.notna(called) else "none" for called in one["called_at"]]
        table[f"Ran {side} at"] = pd.Series(at, one.index)
        table[f"Spent on {side}"] = one["spent"].map("{:.4f}".format)
    table["May spend on each"] = told.groupby("n")["may_spend"].first().map("{:.4f}".format)
    table.index = pd.Index([str(n) for n in table.index], name="Interview")
    return table.fillna("")


def _points(lean: int) -> str:
    return f"{lean} points too high" if lean >= 0 else f"{-lean} points too low"


def _won(bet: float) -> str:
    if bet >= _MOST_WON:
        return f"more than {_MOST_WON:,}"
    return f"{bet:.2g}" if bet < _ONE else f"{bet:.1f}"
