"""How far one has come with the next interview."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from good_on_paper.frames.targets import chosen, talk_day
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import days_left
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
    day = talk_day(mine, chosen(mine))
    asked = len(prepare(mine, all_seen(mine)).questions)
    over = day is not None and day < _today()
    among = f", including these {FEWEST}" if asked > FEWEST else ""  # the first stand on the start page
    there = f"{count(asked, 'question')} ready{among}" if asked else "what to ask"
    words = f"{days_left(day, _today())}; {there}" if day else there
    return Progress(words, done=over, enough="ready" if asked and not over else "")


def is_soon(mine: Person) -> bool:
    """Tell whether the interview is so near that it comes first."""
    day = talk_day(mine, chosen(mine))
    return day is not None and 0 <= (day - _today()).days <= SOON


def next_talk(mine: Person) -> str:
    """Say how long it is to the interview, without a word that was typed; nothing when no day is set."""
    day = talk_day(mine, chosen(mine))
    return f"Your next interview: {days_left(day, _today())}." if day else ""


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
