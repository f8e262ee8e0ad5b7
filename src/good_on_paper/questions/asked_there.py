"""The questions that were taken along to an interview, as they stood then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import load_bank
from good_on_paper.questions.ask import worded
from good_on_paper.questions.gather import gather
from good_on_paper.questions.prepared import of_their_own, prepare
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from good_on_paper.questions.question import Question
    from good_on_paper.questions.taken_along import TakenAlong
    from good_on_paper.study.person import Person


def questions_for(
    person: Person,
    target: str,
    *,
    then: dt.datetime | None = None,
    answered: Iterable[str] = (),
    paper: TakenAlong | None = None,
) -> tuple[Question, ...]:
    """Return the questions that were taken along to an interview, whichever job it was for.

    Parameters
    ----------
    person : Person
    target : str
        The job it was for.
    then : datetime, optional
        When it was over: what was learned or written later changes nothing about what was asked. Where the
        record tells of no question at that time, those of today are returned.
    answered : iterable of str
        Keys of questions that have an answer; they stay, whatever is asked today.
    paper : TakenAlong, optional
        What the person had with them: then these are the questions, in the words they had on it.
    """
    then = paper.given if paper else then
    moments = [person] if then is None else [person.as_of(then), person]
    pages = [
        (moment, prepare(moment, all_seen(moment), target=target, next_round=False)) for moment in moments
    ]
    _, page = next(((moment, page) for moment, page in pages if page.questions), pages[-1])
    first = paper.keys if paper else tuple(one.key for one in page.questions)
    by_key = {one.key: one for _, other in reversed(pages) for one in other.questions}
    bank, today = load_bank(), gather(person, all_seen(person), target=target, heard=False)
    return tuple(
        by_key.get(key) or worded(key, today, bank) or of_their_own(key, "A question you asked", target)
        for key in dict.fromkeys((*first, *answered))
    )
