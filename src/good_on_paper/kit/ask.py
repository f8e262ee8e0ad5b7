"""The forms, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from good_on_paper.forms import BringIn, HowItWent, OwnWords, RatingGrid, RoleList, WantedLevels
from good_on_paper.kit.portions import next_lines
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words
from good_on_paper.patterns.portion import WORTH


@in_words
def bring_in() -> BringIn:
    """Return the form that brings in a résumé or a table."""
    mine = me()
    return BringIn(mine.record, mine.catalogue, mine.overlay)


@in_words
def roles() -> RoleList:
    """Return the list of jobs."""
    mine = me()
    return RoleList(mine.record, mine.catalogue)


@in_words
def lines() -> RatingGrid:
    """Return the rating grid with an evening's portion of lines; see `good_on_paper.patterns.portion`."""
    mine = me()
    return RatingGrid(mine.record, mine.catalogue, more=lambda: next_lines(mine), worth=WORTH)


@in_words
def how_it_went() -> HowItWent:
    """Return the form that asks how it went, once the lines are done or set aside."""
    mine = me()
    return HowItWent(mine.record, mine.catalogue)


@in_words
def own_words() -> OwnWords:
    """Return the form for lines in the person's own words."""
    mine = me()
    return OwnWords(mine.record, mine.catalogue, mine.overlay)


@in_words
def levels() -> WantedLevels:
    """Return the form for the levels wanted where neither end is best; frozen at the first look."""
    mine = me()
    return WantedLevels(mine.record, mine.catalogue)
