"""The forms of What it was like."""

from __future__ import annotations

from functools import partial
from typing import Final

from good_on_paper.catalogue import keys
from good_on_paper.forms import HowItWent, OwnDefinitions, OwnWords, RatingGrid
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.study.next_lines import lines_at_hand, next_lines
from good_on_paper.study.own_choice import opened
from good_on_paper.study.portion import WORTH

_BEFORE: Final = (keys.ON_PAPER,)
"""People rate this before all circumstances, so that what a job was like does not colour how it looked."""


@in_words
def lines() -> RatingGrid:
    """Return the rating grid: how good each job looked before, then a portion of lines.

    See `good_on_paper.study.portion`.
    """
    person = me()
    more = partial(next_lines, person)
    return RatingGrid(
        person.record,
        person.catalogue,
        lines=lines_at_hand(person),
        more=more,
        worth=WORTH,
        before=_BEFORE,
        judged=lambda: opened(person) is not None,
    )


@in_words
def how_it_went() -> HowItWent:
    """Return the form that asks how it went, once the lines are done or skipped."""
    person = me()
    return HowItWent(person.record, person.catalogue, shown=lambda: [*_BEFORE, *lines_at_hand(person)])


@in_words
def definitions() -> OwnDefinitions:
    """Return the form for what success means to the person, and what a job going wrong means."""
    person = me()
    return OwnDefinitions(person.record, person.catalogue, person.overlay)


@in_words
def own_words() -> OwnWords:
    """Return the form for lines in the person's own words."""
    person = me()
    return OwnWords(person.record, person.catalogue, person.overlay)
