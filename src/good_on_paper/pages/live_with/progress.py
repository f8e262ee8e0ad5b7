"""How far the person has come with what they can put up with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.pages.progress import Progress

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

FOR: Final = "optional; may stir up hard memories"


def progress(person: Person) -> Progress:
    """Return what the page is for; it is always ready, and done once every line has its tick."""
    said = person.bearing()["bears"]
    return Progress(FOR, done=bool(len(said)) and bool(said.ne("").all()), enough="any time")
