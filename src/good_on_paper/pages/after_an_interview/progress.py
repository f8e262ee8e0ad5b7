"""What waits after an interview, and how many have been noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.language.counts import count
from good_on_paper.pages.progress import Progress
from good_on_paper.study.interviews import after_a_no, to_ask_about

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


def progress(person: Person) -> Progress:
    """Return whether three questions wait; never what is missing, and nothing on the day after a no."""
    if after_a_no(person):
        return Progress("Noted. Nothing to do today.", ready=False)
    if to_ask_about(person) is not None:
        return Progress("three short questions, about ninety seconds")
    noted = len(person.interviews()) if person.units("interview") else 0  # an empty frame takes as long
    words = f"{count(noted, 'interview')} noted" if noted else "for the day of your next interview"
    return Progress(words, done=bool(noted), ready=False)


def is_fresh(person: Person) -> bool:
    """Return whether there is an interview to ask about: it then comes before everything else."""
    return to_ask_about(person) is not None


def question(person: Person) -> str:
    """Return the question about it: "How did Brightwater go?"; nothing while there is nothing to ask."""
    held = to_ask_about(person)
    return "" if held is None else f"How did {held.name} go?"
