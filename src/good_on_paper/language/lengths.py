"""Lengths as people think of them: "6 weeks", "8 to 14 months", "1 year 4 months", "ten months"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

MONTH: Final = 365.2425 / 84
YEAR: Final = 365.2425 / 7
"""In weeks."""
_IN_WEEKS, _MONTHS_A_YEAR = 10, 12  # below so many weeks, or months, we give a length in them
_ALOUD_IN_WEEKS, _ALOUD_IN_MONTHS = 6.5, 24  # aloud sooner: nobody counts seven weeks
_NUMBERS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def amount(weeks: float) -> str:
    """Write a length in the units that people use for it: "6 weeks", "8 months", "1 year 4 months"."""
    return counted(max(round(weeks), 1), "week") if weeks < _IN_WEEKS else of_months(round(weeks / MONTH))


def about(weeks: float) -> str:
    """Write a length of which a date leaves a year open: "about 3 years", "about a year or less".

    Examples
    --------
    >>> about(3.1 * YEAR), about(0.6 * YEAR)
    ('about 3 years', 'about a year or less')
    """
    years = round(weeks / YEAR)
    return f"about {counted(years, 'year')}" if years > 1 or weeks >= YEAR else "about a year or less"


def amounts(weeks: Sequence[float]) -> str:
    """Write how far some lengths range: "8 months", "8 to 14 months", "2 weeks to 2 years 4 months".

    From some months to less than two years we count in months, as anybody does, but say "1 year".
    """
    low, high = amount(min(weeks)), amount(max(weeks))
    if low == high:
        return low
    months = round(max(weeks) / MONTH)
    if low.endswith("months") and "year" not in low and _MONTHS_A_YEAR < months < _ALOUD_IN_MONTHS:
        high = counted(months, "month")
    (begun, unit), (_, other) = (text.removesuffix("s").split(" ", 1) for text in (low, high))
    return f"{begun if unit == other else low} to {high}"


def of_months(months: int | Fraction) -> str:
    """Write a number of months as a length: "8 months", "1 year", "1 year 4 months"."""
    years, left = divmod(months, _MONTHS_A_YEAR)
    parts = [counted(number, unit) for number, unit in ((years, "year"), (left, "month")) if number]
    return " ".join(parts) or counted(0, "month")


def counted(number: int | Fraction, unit: str) -> str:
    """Write so many of a unit: "1 week", "2 weeks", "1.5 weeks"."""
    whole = f"{number}" if number.denominator == 1 else f"{float(number):.3g}"
    return f"{whole} {unit}" if number == 1 else f"{whole} {unit}s"


def aloud(weeks: float) -> str:
    """Write roughly how long, as you would say it to a stranger: "six weeks", "two months", "a year"."""
    months = round(weeks / MONTH)
    if weeks < _ALOUD_IN_WEEKS:
        return _in_words(max(round(weeks), 1), "week")
    if months < _ALOUD_IN_MONTHS and months != _MONTHS_A_YEAR:
        return _in_words(months, "month")
    return _in_words(max(round(weeks / YEAR), 1), "year")


def _in_words(number: int, unit: str) -> str:
    if number == 1:
        return f"a {unit}"
    return f"{_NUMBERS[number - 2] if number - 2 < len(_NUMBERS) else number} {unit}s"


def hours(minutes: float) -> str:
    """Write minutes as part of a day: "40 min", "2 h 30 min"."""
    whole = round(minutes)
    parts = [
        f"{number} {unit}" for number, unit in zip(divmod(whole, 60), ("h", "min"), strict=True) if number
    ]
    return " ".join(parts) or "0 min"
