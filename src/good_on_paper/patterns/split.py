"""Which roles stand against which: thirds, halves, or marks; for counts, never for the words."""

from collections.abc import Hashable, Mapping
from typing import Final, Literal, cast

import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.thirds import BEST, MIDDLE, WORST, halves, thirds

THIRDS: Final = "thirds"
MEDIAN: Final = "median"
MARKS: Final = "marks"

SplitName = Literal["thirds", "median", "marks"]
Split = Literal["thirds", "median"] | Mapping[Hashable, str]
"""By how the roles went, or role to "best" or "worst"."""


def part(outcome: pd.Series, split: Split) -> pd.Series:
    """Return "best", "middle", "worst" of each role, or NA where the outcome is blank.

    Raises
    ------
    PatternError
        There is no such split, a mark names no role or is neither "best" nor "worst", or the marks leave one
        side without a role that has an outcome.
    """
    if isinstance(split, Mapping):
        return _marked(outcome, split)
    if split not in (THIRDS, MEDIAN):
        raise PatternError(
            f'split={split!r}; expected "thirds", "median", or your own marks: '
            '{"Acme": "best", "Bolt": "worst"}'
        )
    return thirds(outcome) if split == THIRDS else halves(outcome)


def name_of(split: Split) -> SplitName:
    """Return the name of a split."""
    return MARKS if isinstance(split, Mapping) else cast("SplitName", split)


def _marked(outcome: pd.Series, marks: Mapping[Hashable, str]) -> pd.Series:
    for role, mark in marks.items():
        if role not in outcome.index:
            there = ", ".join(map(str, outcome.index)) or "none"
            raise PatternError(f"split: there is no job {role!r}; there are: {there}")
        if mark not in (BEST, WORST):
            raise PatternError(f'split[{role!r}] is {mark!r}; expected "best" or "worst"')
    rated = outcome.notna()
    groups = pd.Series([marks.get(role, MIDDLE) for role in outcome.index], outcome.index, "string", "group")
    groups = groups.where(rated)
    for group in (BEST, WORST):
        if not groups.eq(group).any():
            raise PatternError(
                f"split marks no {group} job that has {str(outcome.name)!r}; expected at least one best and "
                "one worst"
            )
    return groups
