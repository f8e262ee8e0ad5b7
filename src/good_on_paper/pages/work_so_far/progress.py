"""How far the person has come with their jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.language.counts import count
from good_on_paper.pages.progress import Progress
from good_on_paper.pages.tally import tally

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_FEW: Final = 2
_FORMS: Final = ("roles", "bring_in")
"""The sittings of the forms of this page."""


def progress(person: Person) -> Progress:
    """Return how many jobs there are, and how many have no years; whether these are all only they know."""
    found = tally(person)
    if not found.jobs:
        return Progress("your jobs, typed in or from a file")
    been_there = any(person.record.sittings(name) for name in _FORMS)
    if found.jobs <= _FEW and not been_there:  # only the jobs that Start here asked for
        others = "the others" if found.jobs > 1 else "others"
        return Progress(f"{count(found.jobs, 'job')}; add {others}")
    without = f", {found.undated} without years" if found.undated else ""
    return Progress(count(found.jobs, "job") + without, enough="begun" if found.undated else "more any time")
