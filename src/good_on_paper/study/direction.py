"""Outcomes where more is worse, such as cost: we turn them round to compare, and show them as answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.catalogue import Item


def turned(rated: pd.DataFrame, item: Item) -> pd.DataFrame:
    """Turn an outcome round on its scale if more of it is worse; twice gives the ratings back."""
    if item.keyed >= 0 or item.key not in rated:
        return rated
    return rated.assign(**{item.key: item.scale.min + item.scale.max - rated[item.key]})
