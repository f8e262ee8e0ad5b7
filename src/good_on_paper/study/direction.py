"""Outcomes of which more is worse, as of what a job cost: turned round to be compared, shown as answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.catalogue import Item


def turned(rated: pd.DataFrame, item: Item) -> pd.DataFrame:
    """Return ratings with an outcome turned round on its scale, if more of it is worse; twice, as it was."""
    if item.keyed >= 0 or item.key not in rated:
        return rated
    return rated.assign(**{item.key: item.scale.min + item.scale.max - rated[item.key]})
