"""The forms, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from good_on_paper.forms import BringIn, OutsideEvents, RoleList
from good_on_paper.pages import titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me


@in_words
def bring_in() -> BringIn:
    """Return the form that brings in a résumé or a table."""
    person = me()
    return BringIn(person.record, person.catalogue, person.overlay, log_page=titles.AFTER)


@in_words
def events() -> OutsideEvents:
    """Return the list of what happened outside the jobs, on demand."""
    person = me()
    return OutsideEvents(person.record, person.catalogue)


@in_words
def roles() -> RoleList:
    """Return the list of jobs."""
    person = me()
    return RoleList(person.record, person.catalogue)
