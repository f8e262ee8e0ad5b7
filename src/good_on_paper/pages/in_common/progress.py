"""How far the person has come with what goes with how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.pages.before_a_look import lacking
from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally
from good_on_paper.study.looks import looks
from good_on_paper.study.portion import FIRST

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_LATER: Final = "opens once you have rated your jobs overall"
_SOONER: Final = (
    "you can open it now; your first look tells you most, and with more answers it tells you more"
)


def progress(person: Person) -> Progress:
    """Return when they last looked, or what is missing for a look."""
    found, taken = tally(person), looks(person)
    ready = found.whole >= FIRST and found.all_judged and found.went > 0
    if taken:
        day = taken[-1].given.astimezone()
        return Progress(f"looked at on {day.day} {day:%B}", done=True, ready=ready)
    if ready:
        return Progress("ready when you are")
    return Progress(_LATER if lacking(person) else _SOONER, ready=False)
