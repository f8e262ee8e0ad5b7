"""The row that names the columns of a table of jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named, weak_end
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from collections.abc import Sequence

TIMES: Final = ("started", "ended", "period")
_COLUMNS: Final = 3
_LONGEST: Final = 60
"""Most characters of a column's name."""
_BOTH: Final = {"started", "ended"}


def facts_named(header: Sequence[str]) -> list[str]:
    """Return the fact of a job that each column holds, as `fact_named` does; "Du" needs "Au" beside it.

    Examples
    --------
    >>> facts_named(["Poste", "Du", "Au"]), facts_named(["Poste", "Du"])
    (['title', 'started', 'ended'], ['title', ''])
    """
    facts = [fact_named(norm_header(name)) for name in header]
    weak = [fact or weak_end(norm_header(name)) for fact, name in zip(facts, header, strict=True)]
    return (
        weak if set(weak) >= _BOTH and len([fact for fact in weak if fact in _BOTH]) == len(_BOTH) else facts
    )


def names_columns(cells: Sequence[str]) -> bool:
    """Return whether a row names the columns of a table of jobs: what somebody was, when, and more.

    Examples
    --------
    >>> names_columns(["Zeitraum", "Funktion", "Betrieb"]), names_columns(["2014", "Cook", "Bar"])
    (True, False)
    """
    named = [cell for cell in cells if cell.strip()]
    if len(named) < _COLUMNS or any(len(cell) > _LONGEST for cell in named):
        return False
    if any(sign.isdecimal() for cell in named for sign in cell):
        return False
    facts = facts_named(named)
    known = sum(map(bool, facts))
    dated = any(fact.startswith(TIMES) for fact in facts)
    return (
        bool({"title", "employer"} & set(facts))
        and dated
        and known >= _COLUMNS - 1
        and 2 * known >= len(facts)
    )
