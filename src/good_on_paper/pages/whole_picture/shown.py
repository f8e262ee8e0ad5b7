"""The page of the whole picture: one call a cell."""

from __future__ import annotations

from functools import partial

from good_on_paper.forms import WholeShown
from good_on_paper.pages import titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.pages.whole_picture.composed import composed


@in_words
def whole_picture() -> WholeShown:
    """Return the whole picture on one page: what one may be proud of first."""
    person = me()
    return WholeShown(person, partial(composed, person), begin=titles.WORK)
