"""Outcomes of which more is worse, as of what a job cost: turned round to be compared, shown as answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import COST
from good_on_paper.charts import Order
from good_on_paper.charts.rows import BY_SPLIT
from good_on_paper.charts.text import number, quoted, span

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item
    from good_on_paper.kit.me import Me
    from good_on_paper.patterns import Contrast

_ENDS: Final = ("best", "worst")
_COSTS: Final = {
    patterns.THIRDS: ("least costly", "costliest"),
    patterns.MEDIAN: ("less costly", "costlier"),
}


def turned(rated: pd.DataFrame, item: Item) -> pd.DataFrame:
    """Return ratings with an outcome turned round on its scale, if more of it is worse; twice, as it was."""
    if item.keyed >= 0 or item.key not in rated:
        return rated
    return rated.assign(**{item.key: item.scale.min + item.scale.max - rated[item.key]})


def order_of(mine: Me, result: Contrast) -> Order | None:
    """Say what the jobs of a line-up are in the order of, and what was answered; None for how they went."""
    item = mine.catalogue.item(result.outcome).worded()
    if item.key == mine.primary_outcome and item.keyed >= 0:
        return None
    said = turned(result.wide, item)[item.key]
    spans = {
        str(group): f"{item.label}: {span(said[result.groups.eq(group).fillna(value=False)].tolist())}"
        for group in result.groups.dropna().unique()
    }
    cost = item.key == COST
    best, worst = _COSTS.get(result.split, _ENDS) if cost else _ENDS
    return Order(
        best,
        worst,
        "which jobs cost how much" if cost else f"what was said on {quoted(item.label)}",
        f"It says nearly the same as {quoted(item.label)}, so it counts as no pattern.",
        {role: "not said" if pd.isna(value) else number(value) for role, value in said.items()},
        {**spans, "unrated": "not said"},
        parted=BY_SPLIT[result.split].parted,
    )
