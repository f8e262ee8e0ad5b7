"""How long a job is said to have been, held against its dates: only where they differ is it worth a word."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import months_in
from good_on_paper.language.partial_date import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_YEAR: Final = 12
_NEAR: Final = 1
"""By how many months a length may differ: some count the first and the last month, some do not."""


def why_unlike(text: str, facts: Mapping[str, str], *, of_all: bool = False) -> str:
    """Return why a length of time does not agree with a job's dates; empty text if it may.

    Parameters
    ----------
    text : str
        Such as "4 yrs 9 mos".
    facts : mapping of str to str
        The job's, with the dates it has.
    of_all : bool
        Whether it is that of several jobs at one employer, which may be longer.

    Examples
    --------
    >>> why_unlike("3 yrs", {"started": "2014-01", "ended": "2016-12"})
    ''
    >>> why_unlike("3 yrs", {"started": "2014-01", "ended": "2014-12"})
    'the dates make it 1 year'
    """
    told = months_in(text)
    start, end = (_DATE.match(facts.get(key, "")) for key in ("started", "ended"))
    goes_on = facts.get("ended") == NOW
    if not (told and start and (end or goes_on)):
        return ""
    today = dt.datetime.now().astimezone()
    first = int(start[1]) * _YEAR + int(start[2] or 1)
    last = today.year * _YEAR + today.month if end is None else int(end[1]) * _YEAR + int(end[2] or _YEAR)
    longest = last - first + 1
    slack = (0 if start[2] else _YEAR - 1) + (0 if goes_on or (end and end[2]) else _YEAR - 1)
    shortest = _NEAR if goes_on else longest - slack
    if shortest - _NEAR <= told and (of_all or told <= longest + _NEAR):
        return ""
    return f"the dates make it {_in_words(longest)}"


def _in_words(months: int) -> str:
    """Return a number of months as years and months: "2 years 1 month"."""
    parts = ((months // _YEAR, "year"), (months % _YEAR, "month"))
    return " ".join(f"{number} {unit}{'s' if number > 1 else ''}" for number, unit in parts if number)
