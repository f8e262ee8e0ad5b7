"""How far one has come with what goes with how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.pages.before_a_look import NO_OUTCOME, lacking
from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally
from good_on_paper.study.looks import looks
from good_on_paper.study.portion import FIRST

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_LATER: Final = {NO_OUTCOME: "opens once you have said how it went"}
_SOONER: Final = "can be opened now; your first look tells most if you finish rating before it"


def progress(mine: Person) -> Progress:
    """Say when it was last looked at, or what is missing for a look."""
    found, taken = tally(mine), looks(mine)
    ready = found.whole >= FIRST and found.all_judged and found.went > 0
    if taken:
        day = taken[-1].given.astimezone()
        return Progress(f"looked at on {day.day} {day:%B}", done=True, ready=ready)
    if ready:
        return Progress("ready to look at")
    missing = lacking(mine)
    words = _LATER.get(missing, "opens once you have rated your jobs overall") if missing else _SOONER
    return Progress(words, ready=False)
