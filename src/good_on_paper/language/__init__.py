"""Counts, lengths, dates and spans: in words, and read from words."""

from good_on_paper.language.dates import NOW, DateError, PartialDate, check_span, parse_date
from good_on_paper.language.durations import Duration, DurationError, parse_duration

__all__ = [
    "NOW",
    "DateError",
    "Duration",
    "DurationError",
    "PartialDate",
    "check_span",
    "parse_date",
    "parse_duration",
]
