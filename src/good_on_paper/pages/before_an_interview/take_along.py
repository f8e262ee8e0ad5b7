"""Before an interview: what to take home from the job, and what to take along to the interview."""

from __future__ import annotations

from good_on_paper.forms import TakeAlong, TakeHome
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def take_home() -> TakeHome:
    """Return the list of what one wants to take home, folded away until it is wanted."""
    return TakeHome(me())


@in_words
def take_along() -> TakeAlong:
    """Return the paper to take along, to print or to save."""
    return TakeAlong(me())
