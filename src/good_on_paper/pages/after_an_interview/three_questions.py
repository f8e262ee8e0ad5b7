"""After an interview: the three questions, and the log."""

from __future__ import annotations

from functools import partial

from good_on_paper.forms import AfterInterview, BringLog, InterviewLog, NextThing, SearchProof
from good_on_paper.pages import titles
from good_on_paper.pages.before_an_interview.progress import still_to_come
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def after_interview() -> AfterInterview:
    """Return the three questions about the interview that is meant, with all else folded below them."""
    person = me()
    return AfterInterview(person, before=titles.BEFORE, coming=partial(still_to_come, person))


@in_words
def interviews() -> InterviewLog:
    """Return the log of all interviews, folded: how each ended, and those remembered later."""
    return InterviewLog(me(), before=titles.BEFORE)


@in_words
def bring_log() -> BringLog:
    """Return the form that brings in a table of applications or interviews, behind a button."""
    return BringLog(me())


@in_words
def search_proof() -> SearchProof:
    """Return the search on paper, for a job centre, behind a button."""
    return SearchProof(me())


@in_words
def next_thing() -> NextThing:
    """Return the one next thing: how an interview went, from its day on; else a quiet line, or nothing."""
    return NextThing(me(), page=titles.AFTER, quiet=titles.WHOLE)
