"""What recurs in what went well and in what did not: counts of both sides, and no word of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import labelled, named_once

if TYPE_CHECKING:
    from collections.abc import Sequence


def recurring(frame: pd.DataFrame, went: str, traits: Sequence[str]) -> pd.DataFrame:
    """Count each trait among what went well, and among what did not.

    It only counts: so few rows, looked at for so many traits, can carry no word of evidence.

    Parameters
    ----------
    frame
        A row per unit.
    went
        The column that says whether it went well; a row with NA is on neither side.
    traits
        Columns of true, false and NA.

    Returns
    -------
    pandas.DataFrame
        A row per trait that is there at least once, index "trait": ``well`` of ``n_well``, and ``not_well``
        of ``n_not_well``. The largest difference of the two shares comes first; NA counts on neither side.

    Raises
    ------
    PatternError
        A column is missing or there twice.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = {"went": [True, True, False], "friend": [True, True, False], "call": [False, True, True]}
    >>> recurring(pd.DataFrame(jobs), "went", ["call", "friend"]).to_numpy().tolist()
    [[2, 2, 0, 1], [1, 2, 1, 1]]
    """
    given = labelled(frame, "one row per unit")
    named_once(given.columns, "columns", "rename one of them")
    missing = [name for name in (went, *traits) if name not in given]
    if missing:
        raise PatternError(
            f"no column {missing[0]!r}; expected some of: {', '.join(map(str, given.columns))}"
        )
    side = given[went].astype("boolean")
    rows = []
    for trait in traits:
        has = given[trait].astype("boolean")
        well, other = (has[side.eq(end).fillna(value=False)].dropna() for end in (True, False))
        rows.append((int(well.sum()), len(well), int(other.sum()), len(other)))
    columns = ["well", "n_well", "not_well", "n_not_well"]
    made = pd.DataFrame(rows, pd.Index(traits, name="trait"), columns, dtype="int64")
    made = made[made["well"] + made["not_well"] > 0]
    share = [(made[one] / made[n].where(made[n] > 0)).fillna(0) for one, n in (columns[:2], columns[2:])]
    order = (share[0] - share[1]).abs().sort_values(ascending=False, kind="stable").index
    return made.loc[order]
