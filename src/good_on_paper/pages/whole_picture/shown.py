"""The page with the whole picture: one call per cell."""

from __future__ import annotations

from functools import partial
from typing import Final

from good_on_paper.forms import Changes, Steering, WholeShown
from good_on_paper.pages import titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.road import ROAD
from good_on_paper.pages.session import me
from good_on_paper.pages.whole_picture.choices import choices
from good_on_paper.pages.whole_picture.composed import composed

_CAN_WAIT: Final = (
    *(titles.WORK, titles.LIKE, titles.BEFORE, titles.AFTER),
    *(titles.COMMON, titles.DULL, titles.LIVE, titles.OFFERS),
)
"""The pages on which something can wait for the person."""


@in_words
def whole_picture() -> WholeShown:
    """Return the whole picture on one page, beginning with what the person may be proud of."""
    person = me()
    return WholeShown(person, partial(composed, person), begin=titles.WORK)


@in_words
def steering() -> Steering:
    """Return what comes next, to put into their own order, and every choice the kit made."""
    person = me()
    ours = [title[:2] for title in dict.fromkeys((titles.AFTER, titles.OFFERS, *ROAD))]
    return Steering(person, {title[:2]: title for title in _CAN_WAIT}, ours, partial(choices, person))


@in_words
def changes() -> Changes:
    """Return the history of any answer, on request."""
    return Changes(me())
