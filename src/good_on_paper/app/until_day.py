"""The last day of an agreement, as somebody types it."""

from __future__ import annotations

import calendar
import datetime as dt

from good_on_paper.language import parse_date


def until_day(text: str) -> dt.date | None:
    """Return the last day of a typed date, month or year; None for an empty text.

    Raises
    ------
    DateError
        If it is not a date.

    Examples
    --------
    >>> until_day("March 2027")
    datetime.date(2027, 3, 31)
    """
    if not text.strip():
        return None
    read = parse_date(text)
    month = read.month or 12
    return dt.date(read.year, month, read.day or calendar.monthrange(read.year, month)[1])
