"""How far one has come with the next talk."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from good_on_paper.frames.targets import chosen, talk_day
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import days_left
from good_on_paper.pages.progress import Progress
from good_on_paper.questions.prepared import prepare
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

SOON: Final = 14
"""Days before a talk from which on it comes before everything else."""


def progress(mine: Person) -> Progress:
    """Say when the talk is, and whether there is something to ask: then one need not go there next."""
    day = talk_day(mine, chosen(mine))
    asked = len(prepare(mine, all_seen(mine)).questions)
    over = day is not None and day < _today()
    there = f"{count(asked, 'question')} to take along" if asked else "what to ask"
    words = f"{days_left(day, _today())}; {there}" if day else there
    return Progress(words, done=over, enough="ready" if asked and not over else "")


def is_soon(mine: Person) -> bool:
    """Tell whether the talk is so near that it comes first."""
    day = talk_day(mine, chosen(mine))
    return day is not None and 0 <= (day - _today()).days <= SOON


def next_talk(mine: Person) -> str:
    """Say how long it is to the talk, without a word that was typed; nothing when no day is set."""
    day = talk_day(mine, chosen(mine))
    return f"Your next talk, {days_left(day, _today())}." if day else ""


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
