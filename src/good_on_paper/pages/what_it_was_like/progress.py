"""How far the person has come with what the jobs were like and how they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.language.counts import count
from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally
from good_on_paper.study.portion import FIRST

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


def progress(person: Person) -> Progress:
    """Return how many lines are whole, and how many jobs are rated on how they went."""
    found = tally(person)
    many = f"all {found.asked}" if found.went == found.asked > 1 else f"{found.went} of {found.asked}"
    went = f"; {many} {'job' if found.asked == 1 else 'jobs'} rated overall" if found.went else ""
    enough = found.whole >= found.worth
    can_go_on = found.whole >= FIRST and found.all_judged
    lines = f"{count(found.whole, 'question')} answered{'' if enough else f' ({found.worth} are plenty)'}"
    return Progress(
        lines + went if found.whole or found.went else "six questions, all jobs side by side",
        enough and found.all_judged,
        found.asked > 0,
        "more any time" if can_go_on else "",
    )
