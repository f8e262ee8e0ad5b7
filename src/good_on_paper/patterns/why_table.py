"""Ways of going about it against circumstances: at what was achieved, and on ordinary days. Counts only."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from good_on_paper.patterns.errors import PatternError


@dataclass(frozen=True)
class WhyTable:
    """How often a circumstance was there when something was done in some way.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per way and circumstance that occur together, those that do so most first. Columns: ``way``,
        ``line``, ``there`` of ``of`` (achievements of that way, and those of them with a lot of the
        circumstance), ``ordinary`` of ``ordinary_of`` (the same achievements by their job: those whose job
        usually had a lot of it, of those whose job is rated).
    """

    frame: pd.DataFrame


def why_table(ways: pd.DataFrame, present: pd.DataFrame, ordinary: pd.DataFrame) -> WhyTable:
    """Count, for each way, what there was a lot of when it was used, and how the job usually was.

    There is no test and no word: what a person writes down is what they remember, and nobody drew the
    ordinary days at random.

    Parameters
    ----------
    ways : pandas.DataFrame
        A row per achievement, a boolean column per way.
    present : pandas.DataFrame
        The same rows, a boolean column per circumstance: whether there was a lot of it.
    ordinary : pandas.DataFrame
        The same rows: whether the job usually had a lot of it; NA where it is not rated.

    Raises
    ------
    PatternError
        The three are not about the same achievements.

    Examples
    --------
    >>> at = [0, 1]
    >>> ways = pd.DataFrame({"map": [True, True]}, at)
    >>> there = pd.DataFrame({"freedom": [True, True]}, at)
    >>> usually = pd.DataFrame({"freedom": [True, False]}, at, dtype="boolean")
    >>> why_table(ways, there, usually).frame.to_numpy().tolist()
    [['map', 'freedom', 2, 2, 1, 2]]
    """
    if not (ways.index.equals(present.index) and ways.index.equals(ordinary.index)):
        raise PatternError("ways, present and ordinary have different rows; expected the same achievements")
    rows = []
    for way in ways.columns:
        used = ways[way].fillna(value=False).astype(bool)
        for line in present.columns:
            there = int(present.loc[used, line].sum())
            usual = ordinary.loc[used, line].dropna() if line in ordinary else pd.Series(dtype="boolean")
            if there:
                rows.append((way, line, there, int(used.sum()), int(usual.sum()), len(usual)))
    names = ["way", "line", "there", "of", "ordinary", "ordinary_of"]
    frame = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[:2], "str"))
    return WhyTable(frame.sort_values(["there", "of"], ascending=False, kind="stable", ignore_index=True))
