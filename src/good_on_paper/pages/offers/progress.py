"""Whether there are two to decide between, or a day to look back on the offer that was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.frames.predictions import locked_on, look_back_day, predictions, taken
from good_on_paper.frames.targets import staying, to_decide_on
from good_on_paper.language.counts import count
from good_on_paper.pages.progress import Progress
from good_on_paper.study.declare_offers import is_open

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

FEWEST: Final = 2
FOR: Final = "for the day you have an offer"


def progress(person: Person) -> Progress:
    """Return how many offers there are to compare; with fewer than two we offer the page to nobody."""
    if not person.units("target"):
        return Progress(FOR, ready=False)
    unit = taken(person)
    if unit and locked_on(person, unit) is not None:
        return _looking_back(person, unit)
    offers = len(to_decide_on(person))
    if offers < FEWEST:
        return Progress(FOR, ready=False)
    stay = len(staying(person))
    made = count(offers - stay, "offer")
    beside = f"{made} beside staying" if stay else f"{made} side by side"
    return Progress(beside, enough="open" if is_open(person) else "")


def _looking_back(person: Person, unit: str) -> Progress:
    day = look_back_day(person, unit)
    if day is None or day > person.today:
        return Progress("your prediction rests", ready=False)
    told = predictions(person)
    waits = bool(told.loc[told["unit"].eq(unit), "came"].isna().any())
    return Progress("how is it, beside what you predicted?" if waits else "looked back on", done=not waits)
