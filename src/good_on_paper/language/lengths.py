"""Lengths as people think of them: "6 weeks", "8 to 14 months", "ten months"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTH: Final = 365.2425 / 84
YEAR: Final = 365.2425 / 7
"""In weeks."""
_IN_WEEKS, _IN_MONTHS = 10, 36  # below so many weeks, or months, we give a length in them
_ALOUD_IN_WEEKS, _ALOUD_IN_MONTHS, _MONTHS_A_YEAR = 6.5, 24, 12  # aloud sooner: nobody counts seven weeks
_NUMBERS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def amount(weeks: float) -> str:
    """Write a length in the unit that people use for it: "6 weeks", "8 months", "3 years"."""
    return _counted(*_thought_of(weeks))


def amounts(weeks: Sequence[float]) -> str:
    """Write how far some lengths range: "8 months", "8 to 14 months", "2 weeks to 3 years"."""
    (low, unit), (high, other) = _thought_of(min(weeks)), _thought_of(max(weeks))
    if (low, unit) == (high, other):
        return _counted(low, unit)
    begun = str(low) if unit == other else _counted(low, unit)
    return f"{begun} to {_counted(high, other)}"


def aloud(weeks: float) -> str:
    """Write roughly how long, as you would say it to a stranger: "six weeks", "two months", "a year"."""
    months = round(weeks / MONTH)
    if weeks < _ALOUD_IN_WEEKS:
        return _in_words(max(round(weeks), 1), "week")
    if months < _ALOUD_IN_MONTHS and months != _MONTHS_A_YEAR:
        return _in_words(months, "month")
    return _in_words(max(round(weeks / YEAR), 1), "year")


def _thought_of(weeks: float) -> tuple[int, str]:
    if weeks < _IN_WEEKS:
        return max(round(weeks), 1), "week"
    months = round(weeks / MONTH)
    return (months, "month") if months < _IN_MONTHS else (round(weeks / YEAR), "year")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


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
