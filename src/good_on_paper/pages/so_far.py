"""How far the person has come: a sentence in the head of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import frames
from good_on_paper.language.counts import capital, count
from good_on_paper.pages.before_an_interview.progress import next_interview
from good_on_paper.pages.start.highlight import highlight
from good_on_paper.pages.tally import Tally, tally
from good_on_paper.record import FIRST_SIGHT
from good_on_paper.study.declared import frozen

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

NO_NEED = "You have not said yet what you need; Start here asks."
NO_NEED_BEFORE = (
    "You looked before you said what you need. In your list below you can still say what you want."
)
_NO_LINE = "nothing rated yet"
ASKS = ("01", "02")
"""The pages on which a circumstance is a question to answer; where they look at it, it goes by its name."""
NO_DAY = "Short steps. Stop whenever you like; the page reopens where you left off."


def so_far(person: Person, name: str) -> str:
    """Return where they stand on the page with that number; empty text where nothing is to be said."""
    if name == "00":
        coming = next_interview(person)
        return coming or ("" if highlight(person) else NO_DAY)
    if name in ("04", "08", "09", "10", "11"):
        return ""  # no count where somebody tells how it felt or decides, nor on pages with their own
    if name == "03":
        needs = len(person.guesses)
        unsaid = NO_NEED if frozen(person) is None else NO_NEED_BEFORE
        named = f"You named {count(needs, 'need')}." if needs else unsaid
        return f"{next_interview(person)} {named}".strip()
    found = tally(person)
    if not found.jobs:
        return ""  # while a first job is being added, whatever was said here would be untrue for a moment
    jobs, how = count(found.jobs, "job"), _how(found.went, found.asked)
    rated = _asked(found) if name in ASKS else found.looked_at
    if not rated and (first := _first(person, "below" if name == "02" else "in What it was like")):
        return f"{jobs}. {first} {capital(how)}."
    return f"{jobs}, {rated or _NO_LINE}; {how}."


def _asked(found: Tally) -> str:
    """Write how many questions are answered for every job, and how many are begun; empty text for none."""
    if not found.whole:
        return f"{count(found.begun, 'question')} begun" if found.begun else ""
    return f"{count(found.whole, 'question')} answered" + (f" and {found.begun} begun" if found.begun else "")


def _first(person: Person, where: str) -> str:
    """Write on how many lines the start page has the jobs rated, before any other page has; else nothing."""
    first = {sitting.id for sitting in person.record.sittings(FIRST_SIGHT)}
    if not first:
        return ""
    units = [unit.id for unit in frames.asked_roles(person)]
    seen = [cell for cell, answer in person.current(units=units).items() if answer.sitting in first]
    if not seen:
        return ""
    roles, items = ({cell[part] for cell in seen} for part in (0, 1))
    which = {1: "one of them", 2: "two of them"}.get(len(roles), f"{len(roles)} of them")
    which = which if len(roles) < len(units) else "it" if len(units) == 1 else "them"
    them = "it" if len(items) == 1 else "them"
    return f"In Start here you rated {which} on {count(len(items), 'question')}; we ask {them} again {where}."


def _how(said: int, jobs: int) -> str:
    """Write how many jobs are rated overall."""
    if said and said < jobs:
        return f"you have rated {said} of them overall"
    them = "it" if jobs == 1 else "them"
    return f"you have rated {them} overall" if said else f"you have not rated {them} overall yet"
