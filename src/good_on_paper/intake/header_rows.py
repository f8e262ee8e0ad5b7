"""Column names: which facts of a job they mean, and how to join two rows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST: Final = 2


def facts_among(names: Iterable[str]) -> set[str]:
    """Return the facts of a job that some column names mean."""
    return {fact for name in names if (fact := fact_named(norm_header(name)))}


def names_in_two_rows(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Join the column names of two rows: "Period" over "From" and "To".

    Parameters
    ----------
    upper, lower : sequence of str
        The first two rows.

    Returns
    -------
    list of str or None
        None if the second row has no names.

    Examples
    --------
    >>> names_in_two_rows(["Job", "Start", "", "End"], ["", "Month", "Year", "Year"])
    ['Job', 'Start Month', 'Start Year', 'End Year']
    """
    width = max(len(upper), len(lower))
    above, below = ([*names, *[""] * (width - len(names))] for names in (upper, lower))
    gap = len(lower) > len(upper) or not all(upper)
    if not gap or any(any(map(str.isdecimal, name)) for name in below):
        return None
    names: list[str] = []
    spread, known = "", 0
    for over, under in zip(above, below, strict=True):
        spread = over or spread
        own = fact_named(norm_header(under)) if under else ""
        both = fact_named(norm_header(f"{spread} {under}")) if under else ""
        known += bool(own or both)
        names.append(f"{spread} {under}" if both else under or over)
    named = sum(map(bool, below))
    whole = known == named or not below[0] or known > len(facts_among(upper))
    return names if known >= _LEAST and whole else None
