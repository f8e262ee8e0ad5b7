"""How many interviews the barometer has to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.language.counts import count
from good_on_paper.pages.progress import Progress
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

HUSH: Final = "Noted. Nothing to do today."


def progress(person: Person) -> Progress:
    """Return how many numbers have an outcome; never what is missing, and nothing on the day after a no."""
    if after_a_no(person):
        return Progress(HUSH, ready=False)
    ended = 0
    if person.units("interview"):  # making an empty log takes as long
        log = person.interviews()
        ended = int((log["chance"].notna() & log["yes"].notna()).sum())
    words = (
        f"{count(ended, 'interview')} to look back on"
        if ended
        else "for later: what you felt, and what came of it"
    )
    return Progress(words, done=bool(ended), ready=False)
