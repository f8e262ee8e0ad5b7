"""Counts, lengths, dates, scales and spans: in words, and read from words.

Examples
--------
>>> from good_on_paper.language import NOW, ORDERS, parse_date
>>> parse_date("to date", end=True) == NOW
True
>>> any("sometimes" in step for order in ORDERS for step in order)  # words of a scale, from low to high
True
"""

from good_on_paper.language.dates import parse_date
from good_on_paper.language.durations import Duration, DurationError, parse_duration
from good_on_paper.language.ordered_words import ORDERS, WordOrder, word_order
from good_on_paper.language.partial_date import NOW, DateError, PartialDate, check_span
from good_on_paper.language.scales import Marked, Named, marked, scale_in

__all__ = [
    "NOW",
    "ORDERS",
    "DateError",
    "Duration",
    "DurationError",
    "Marked",
    "Named",
    "PartialDate",
    "WordOrder",
    "check_span",
    "marked",
    "parse_date",
    "parse_duration",
    "scale_in",
    "word_order",
]
