"""Before a talk: which one, what is known of the job, what to ask."""

from __future__ import annotations

from good_on_paper.forms import NextTalk, QuestionSheet, Unknowns
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words


@in_words
def talk() -> NextTalk:
    """Return the form for the next talk: which job, when, with whom."""
    mine = me()
    return NextTalk(mine.record, mine.catalogue)


@in_words
def unknowns() -> Unknowns:
    """Return the form that asks what is known of the job in sight."""
    mine = me()
    return Unknowns(mine.record, mine.catalogue, overlay=mine.overlay)


@in_words
def questions() -> QuestionSheet:
    """Return the questions for the talk, each with its because.

    What the jobs show is what the looks so far have shown: opening this is no look.
    """
    mine = me()
    return QuestionSheet(
        mine.record, mine.catalogue, overlay=mine.overlay, jobs=mine.all_seen, exports=mine.exports
    )
