"""How far one has come with the next interview."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from good_on_paper.frames.targets import chosen, talk_day
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import days_left, from_today
from good_on_paper.pages.progress import Progress
from good_on_paper.questions.ask import FEWEST
from good_on_paper.questions.prepared import prepare
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

SOON: Final = 14
"""Days before an interview from which on it comes before everything else."""


def progress(mine: Person) -> Progress:
    """Say when the interview is, and whether there is something to ask: then one need not go there next."""
    day, today = talk_day(mine, chosen(mine)), _today()
    if day is not None and day < today:
        past = f"{from_today(day, today)}: how did it go?"
        return Progress(past + _next_one(mine), done=_coming(mine) is None)
    asked = len(prepare(mine, all_seen(mine)).questions)
    there = f"{count(asked, 'question')} ready" if asked else "what to ask"
    return Progress(f"{days_left(day, today)}; {there}" if day else there, enough="ready" if asked else "")


def in_the_last_step(mine: Person) -> str:
    """Say, for the start page, how many of the questions that are ready stand in its last step already."""
    day, found = talk_day(mine, chosen(mine)), all_seen(mine)
    if day is not None and day < _today():
        return ""
    every = {one.key for one in prepare(mine, found).questions}
    first = {one.key for one in prepare(mine, found, most=FEWEST).questions}
    return f", {len(first)} of them in the last step above" if first and first < every else ""


def is_soon(mine: Person) -> bool:
    """Tell whether an interview is so near that it comes first."""
    day = _coming(mine)
    return day is not None and (day - _today()).days <= SOON


def next_talk(mine: Person) -> str:
    """Say how long it is to the interview, without a word that was typed; nothing when no day is set.

    After its day we ask how it went, and say which comes next.
    """
    day, today = talk_day(mine, chosen(mine)), _today()
    if day is not None and day < today:
        return f"Your interview was {from_today(day, today)}: how did it go?{_next_one(mine)}"
    return f"Your next interview: {days_left(day, today)}." if day else ""


def _next_one(mine: Person) -> str:
    day = _coming(mine)
    return f" Your next interview: {days_left(day, _today())}." if day else ""


def _coming(mine: Person) -> dt.date | None:
    """Return the day of the interview that is meant, or of the next one when that is over."""
    days = [talk_day(mine, unit) for unit in (chosen(mine), *mine.units("target"))]
    left = [day for day in days if day is not None and day >= _today()]
    return left[0] if left and left[0] == days[0] else min(left, default=None)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
