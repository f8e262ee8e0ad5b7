"""The levels wanted where neither end is best."""

from __future__ import annotations

from good_on_paper.forms import WantedLevels
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def levels(*, in_time: bool = False) -> WantedLevels:
    """Return the form for the levels wanted where neither end is best; frozen at the first look.

    Parameters
    ----------
    in_time
        Show it only while a level can still count: before the person says how a job went.
    """
    person = me()
    return WantedLevels(person.record, person.catalogue, in_time=in_time)
