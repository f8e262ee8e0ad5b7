"""Smaller than a job: the form, and in how many jobs the better episodes had more of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts, patterns
from good_on_paper.catalogue import HOW_IT_WENT
from good_on_paper.forms import Episodes
from good_on_paper.language.counts import count
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.study import looks

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

LATER: Final = f"What your better episodes had more of opens once you have looked, in {titles.COMMON}."


@in_words
def episodes() -> Episodes:
    """Return the form that takes episodes of a job, and rates them side by side; all of it on demand."""
    person = me()
    return Episodes(person.record, person.catalogue)


@in_words
def within_jobs() -> Panel:
    """Return what went with the better episodes, counted in jobs; nothing while there is none to compare.

    It shows which circumstances go with how things went, so it opens only after the first look. It gives no
    word.
    """

    def make(person: Person, names: Naming) -> Layout | str:
        rated = person.ratings(kind="episode")
        if HOW_IT_WENT not in rated:
            return ""
        asked = {item.key for item in person.catalogue.items("circumstance", hidden=True) if not item.private}
        kept = [key for key in rated.columns if key in asked]
        found = patterns.within_jobs(rated[["role", *kept, HOW_IT_WENT]], HOW_IT_WENT)
        if found.frame.empty:
            return ""
        if looks.seen(person) is None:
            return LATER
        chart = charts.within_jobs(found, person.words(), jobs=person.roles().index, names=names)
        return Layout((Section("", [chart]),), (_counted(found),))

    return show.panel(make, always=True)


def _counted(found: patterns.WithinJobs) -> str:
    """Write what a test would count, and why there is no word."""
    roles = int(found.signs.notna().any(axis=1).sum())
    many = f"{count(found.episodes, 'episode')} of {count(roles, 'job')}"
    few = f", and {roles} are too few to tell" if roles < patterns.FEWEST_ROLES else ""
    return f"{many}. A test would count jobs, not episodes{few}; so this is a picture and no more."
