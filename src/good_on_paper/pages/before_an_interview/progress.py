"""How far the person has come with the next interview."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from good_on_paper.frames.targets import chosen, interview_day
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import days_left, from_today
from good_on_paper.pages.progress import Progress
from good_on_paper.questions.ask import FEWEST, MOST
from good_on_paper.questions.prepared import prepare
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.interviews import is_over, to_ask_about

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

SOON: Final = 14
"""So many days before an interview, it comes before everything else."""


def progress(person: Person) -> Progress:
    """Return when the interview is, and whether there are questions: if so, the page need not come next."""
    day, today = interview_day(person, chosen(person)), _today()
    over = _over(person, day, today)
    if over is not None:
        ago = from_today(over, today)
        past = f"it was {ago}." if to_ask_about(person) is None else f"{ago}{_asked(person)}"
        return Progress(past + _next_one(person), done=_coming(person) is None)
    asked = len(_ready(person))
    there = f"{count(asked, 'question')} ready" if asked else "what to ask"
    return Progress(f"{days_left(day, today)}; {there}" if day else there, enough="ready" if asked else "")


def in_the_last_step(person: Person) -> str:
    """Write, for the start page, how many of the questions that are ready are already in its last step."""
    day = interview_day(person, chosen(person))
    if _over(person, day, _today()) is not None:
        return ""
    every, first = _ready(person), _ready(person, FEWEST)
    return f", including the {len(first)} in the last step above" if first and first < every else ""


def _ready(person: Person, most: int = MOST) -> frozenset[str]:
    """Return the keys of the questions that are ready; one page asks for them several times."""

    def prepared() -> frozenset[str]:
        return frozenset(one.key for one in prepare(person, all_seen(person), most=most).questions)

    return person.kept(("questions ready", most), prepared)


def is_soon(person: Person) -> bool:
    """Return whether an interview is so near that it comes first."""
    day = _coming(person)
    return day is not None and (day - _today()).days <= SOON


def next_interview(person: Person) -> str:
    """Write how long it is until the interview, without any typed word; nothing if no day is set.

    After its day we ask how it went until they answer or wave it away, and say which interview is next.
    """
    day, today = interview_day(person, chosen(person)), _today()
    over = _over(person, day, today)
    if over is not None:
        return f"Your interview was {from_today(over, today)}{_asked(person)}{_next_one(person)}"
    return _ahead(day) if day else ""


def _over(person: Person, day: dt.date | None, today: dt.date) -> dt.date | None:
    """Return the day of the interview that is meant if it is over, else of another one to ask about."""
    target = chosen(person)
    if day is not None and target is not None and is_over(person, target.id, day):
        return day
    held = to_ask_about(person)
    return held.day if held is not None and held.day < today else None


def still_to_come(person: Person) -> str:
    """Write how long it is until the next interview, and nothing about one that is over."""
    return _next_one(person).strip()


def _asked(person: Person) -> str:
    """Ask how it went, until they answer or wave it away."""
    return "." if to_ask_about(person) is None else ": how did it go?"


def _next_one(person: Person) -> str:
    day = _coming(person)
    return f" {_ahead(day)}" if day else ""


def _ahead(day: dt.date) -> str:
    """Write which day it is, and how far off: "Your next interview is on Thursday 3 December, in 3 days."""
    return f"Your next interview is on {days_left(day, _today())}."


def _coming(person: Person) -> dt.date | None:
    """Return the day of the interview that is meant, or of the next one if that is over."""
    units = (chosen(person), *person.units("target"))
    days = [interview_day(person, unit) for unit in units]
    left = [
        day
        for unit, day in zip(units, days, strict=True)
        if unit is not None and day is not None and not is_over(person, unit.id, day)
    ]
    return left[0] if left and left[0] == days[0] else min(left, default=None)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
