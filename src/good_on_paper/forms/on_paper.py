"""What was on the paper that a person took along, kept for the page after the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.brief.compose import QUESTIONS
from good_on_paper.questions.ask import MOST
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.taken_along import put_on_paper
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.study.person import Person


def keep_in_mind(person: Person, leaf: Leaf, most: int = MOST) -> None:
    """Write down which questions a paper has, if it has any; private ones are on none."""
    if all(block.part != QUESTIONS for block in leaf.blocks):
        return
    page = prepare(person, all_seen(person), most=most)
    private = {item.key for item in person.catalogue.items(hidden=True) if item.private}
    put_on_paper(person, page.target, [one.key for one in page.questions if one.line not in private])
