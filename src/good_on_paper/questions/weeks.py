"""Lengths as they are thought of: "6 weeks", "8 to 14 months", "month 10"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTH: Final = 365.2425 / 84
YEAR: Final = 365.2425 / 7
"""In weeks."""
_IN_WEEKS, _IN_MONTHS = 10, 36  # below so many weeks, months, a length is said in them


def amount(weeks: float) -> str:
    """Say a length in the unit it is thought of: "6 weeks", "8 months", "3 years"."""
    return _counted(*_thought_of(weeks))


def amounts(weeks: Sequence[float]) -> str:
    """Say from what to what some lengths go: "8 months", "8 to 14 months", "2 weeks to 3 years"."""
    (low, unit), (high, other) = _thought_of(min(weeks)), _thought_of(max(weeks))
    if (low, unit) == (high, other):
        return _counted(low, unit)
    begun = str(low) if unit == other else _counted(low, unit)
    return f"{begun} to {_counted(high, other)}"


def place(weeks: float) -> str:
    """Say which week, month or year it is: "month 10"."""
    number, unit = _thought_of(weeks)
    return f"{unit} {number}"


def _thought_of(weeks: float) -> tuple[int, str]:
    if weeks < _IN_WEEKS:
        return max(round(weeks), 1), "week"
    months = round(weeks / MONTH)
    return (months, "month") if months < _IN_MONTHS else (round(weeks / YEAR), "year")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
