"""Dates in JSON that a program wrote as a number: seconds or milliseconds since 1970, or 20140301."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named, weak_end
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.language.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEGAN: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST: Final = 1950
_SMALL: Final = 10_000_000
"""A smaller number may be a year, or a key."""
_IN_THOUSANDS: Final = 30_000_000_000
"""From this number on, in size, it counts milliseconds."""
_DIGITS: Final = re.compile(r"-?[0-9]{8,14}", re.ASCII)
_DAY: Final = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])", re.ASCII)
_AHEAD: Final = dt.timedelta(hours=14)
"""By how much clocks are ahead at most: midnight there is still the day before."""
_COUNTED: Final = re.compile(
    r"[_ -]?(?:time ?stamp|unix ?time|epoch|unix|date ?time|time|ts|millis|ms|seconds|sec|utc|at)$",
    re.IGNORECASE,
)


def stamped(names: Iterable[str], fact: str) -> str:
    """Return the first field whose name says that it counts the time of a start or an end; else empty.

    Examples
    --------
    >>> stamped(["timestamp", "start_timestamp", "endTimestampMs"], "ended")
    'endTimestampMs'
    """
    return next((name for name in names if _meant(name) == fact), "")


def _meant(name: str) -> str:
    words = norm_header(name)
    rest = words
    while (shorter := _COUNTED.sub("", rest).strip(" _-")) != rest:
        rest = shorter
    return (fact_named(rest) or weak_end(rest)) if rest and rest != words else ""


def date_of_stamp(value: object) -> str:
    """Return the date that a number stands for, as the record writes it; empty if it is no such number.

    A first of a month is that month, since programs write it for a month alone.

    Examples
    --------
    >>> date_of_stamp(1551427200), date_of_stamp(1551427200000), date_of_stamp(20140305), date_of_stamp(2014)
    ('2019-03', '2019-03', '2014-03-05', '')
    """
    text = str(value).removesuffix(".0")
    if isinstance(value, bool) or not _DIGITS.fullmatch(text):
        return ""
    if found := _DAY.fullmatch(text):
        return "-".join(found.groups())
    number = int(text)
    if abs(number) < _SMALL:
        return ""
    seconds = number / 1000 if abs(number) >= _IN_THOUSANDS else number
    try:
        moment = _BEGAN + dt.timedelta(seconds=seconds)
    except OverflowError:
        return ""
    if not _FIRST <= moment.year <= dt.datetime.now(dt.UTC).year + 1:
        return ""
    first = next((day for day in (moment, moment + _AHEAD) if day.day == 1), None)
    date = first or moment
    return str(PartialDate(date.year, date.month, None if first else date.day))
