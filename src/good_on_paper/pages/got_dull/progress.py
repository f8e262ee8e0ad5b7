"""How far the person has come with when it got dull."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.pages.progress import Progress

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

FOR: Final = "how long it stayed interesting, and what got you through the day"


def progress(person: Person) -> Progress:
    """Return what the page is for; it is always ready, and done once every job has its answer."""
    said = person.boredom()["said"]
    return Progress(FOR, done=bool(len(said)) and bool(said.ne("").all()), enough="any time")
