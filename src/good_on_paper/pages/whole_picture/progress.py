"""What the whole picture is for; it is there at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.pages.progress import Progress

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

FOR: Final = "all of it on one page, to print and keep"


def progress(person: Person) -> Progress:
    """Return what the page is for: it asks for nothing, and is never done."""
    del person
    return Progress(FOR, ready=False, enough="any time")
