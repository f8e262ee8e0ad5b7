"""Before an interview: which one, what they know of the job, what to ask."""

from __future__ import annotations

from good_on_paper.forms import NextInterview, QuestionSheet, Unknowns
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def next_interview() -> NextInterview:
    """Return the form for the next interview: which job, when, with whom."""
    person = me()
    return NextInterview(person.record, person.catalogue, fold=True)


@in_words
def unknowns() -> Unknowns:
    """Return the form that asks what the person knows of the job they are considering."""
    person = me()
    return Unknowns(person.record, person.catalogue, overlay=person.overlay)


@in_words
def questions() -> QuestionSheet:
    """Return the questions for the interview, each with its because.

    For the jobs it uses what the looks so far have shown: opening this is no look.
    """
    return QuestionSheet(me())
