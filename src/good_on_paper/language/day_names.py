"""Days as one names them, and how long it is to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def days_left(day: dt.date, today: dt.date) -> str:
    """Return in words how long it is to a day: "Tuesday 1 December: in 6 days"."""
    named = f"{day:%A} {day.day} {day:%B}"
    left = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    said = near.get(left) or (f"in {left} days" if left > 0 else f"{-left} days ago")
    return f"{named}: {said}"
