"""Counts, ratings and quotations, as they stand in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction


_NEARLY = 0.95
_BOTH = 2


def count(number: int, noun: str, nouns: str = "") -> str:
    """Count in words: "1 job", "3 jobs"; pass `nouns` if the plural has no s."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


def out_of(some: int, of: int, called: str) -> str:
    """Count some of a group that is named with its number: "2 of my 3 jobs", but never "0 of".

    Examples
    --------
    >>> out_of(2, 3, "my 3 best jobs"), out_of(0, 3, "my 3 best jobs"), out_of(0, 2, "my 2 best jobs")
    ('2 of my 3 best jobs', 'none of my 3 best jobs', 'neither of my 2 best jobs')
    """
    return f"{some or ('neither' if of == _BOTH else 'none')} of {called}"


def my_jobs(shown: int, of: int) -> str:
    """Count the jobs that a chart shows, and out of how many where it leaves some out.

    Examples
    --------
    >>> my_jobs(8, 8), my_jobs(6, 9)
    ('8 jobs', '6 of my 9 jobs')
    """
    return count(shown, "job") if shown == of else f"{shown} of my {of} jobs"


def number(value: float) -> str:
    """Write a rating as it was given: 5, 5.5."""
    return f"{value:.4g}"


def capital(text: str) -> str:
    """Begin a text with a capital letter, as a sentence does."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Begin a text with a small letter, as within a sentence; the word I keeps its capital."""
    return text if re.match(r"I\b", text) else text[:1].lower() + text[1:]


def came_up(times: int, of: int) -> str:
    """Write how many of some shuffles looked as strong, and what that means: "fewer than 1 in 100".

    Examples
    --------
    >>> came_up(44, 5040), came_up(12_096, 40_320)
    ('came up 44 times: fewer than 1 in 100', 'came up 12,096 times: 3 in 10')
    """
    if not times:
        return "never came up"
    if times == of:
        return "came up every time"
    share = times / of
    if share < 1 / 100:
        means = "fewer than 1 in 100"
    elif share < 1 / 10:
        means = f"{round(100 * share)} in 100"
    else:
        means = "nearly always" if share >= _NEARLY else f"{round(10 * share)} in 10"
    return f"came up {'once' if times == 1 else f'{times:,} times'}: {means}"


def in_100(share: float | Fraction) -> str:
    """Write a share as one of a hundred: the one form in which the kit says how often chance fools people.

    Examples
    --------
    >>> from fractions import Fraction
    >>> in_100(Fraction(1, 20)), in_100(0.04)
    ('5 in 100', '4 in 100')
    """
    return f"{number(float(100 * share))} in 100"


def joined(names: Sequence[str]) -> str:
    """Join names as in a sentence; empty for none.

    Examples
    --------
    >>> joined(["Acme"]), joined(["Acme", "Beta", "Delta"]), joined([])
    ('Acme', 'Acme, Beta and Delta', '')
    """
    *before, last = names or [""]
    return f"{', '.join(before)} and {last}" if before else last


def quoted(text: str) -> str:
    """Put text in quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def span(values: Sequence[float]) -> str:
    """Write a range of ratings: "6", "4 to 7"."""
    low, high = min(values), max(values)
    return number(low) if low == high else f"{number(low)} to {number(high)}"
