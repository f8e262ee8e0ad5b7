"""Days as people name them, and how far off they are."""

from __future__ import annotations

import datetime as dt


def days_left(day: dt.date, today: dt.date) -> str:
    """Name a day with how far off it is: "Tuesday 1 December, in 6 days"."""
    return f"{as_named(day)}, {from_today(day, today)}"


def from_today(day: dt.date, today: dt.date) -> str:
    """Write only how far off a day is: "in 6 days", "yesterday", "2 days ago"."""
    left = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(left) or (f"in {left} days" if left > 0 else f"{-left} days ago")


def as_named(day: dt.date) -> str:
    """Name a day: "Thursday 3 December"."""
    return f"{day:%A} {day.day} {day:%B}"


def in_full(day: dt.date) -> str:
    """Name a day with its year: "3 December 2026"; for a moment, its day on this computer."""
    here = day.astimezone() if isinstance(day, dt.datetime) and day.tzinfo else day
    return f"{here.day} {here:%B %Y}"


def days_ago(day: dt.date, today: dt.date) -> str:
    """Name a past day, with how long ago it was: "Yesterday, Thursday 3 December"."""
    past = (today - day).days
    near = {0: "Today", 1: "Yesterday"}
    return f"{near[past]}, {as_named(day)}" if past in near else as_named(day)
