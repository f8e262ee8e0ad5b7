"""Days as people name them, and how far off they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def days_left(day: dt.date, today: dt.date) -> str:
    """Say how far off a day is: "Tuesday 1 December: in 6 days"."""
    return f"{day:%A} {day.day} {day:%B}: {from_today(day, today)}"


def from_today(day: dt.date, today: dt.date) -> str:
    """Say how far off a day is, alone: "in 6 days", "yesterday", "2 days ago"."""
    left = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(left) or (f"in {left} days" if left > 0 else f"{-left} days ago")
