"""The forms, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.forms import BringIn, HowItWent, RatingGrid, RoleList
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from good_on_paper.kit.me import Me

EVENING = 6
"""Lines asked at a time: more than that is a wall."""


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
    """Return the rating grid with the next few lines: those not whole yet, the first twelve first."""
    mine = me()
    return RatingGrid(mine.record, mine.catalogue, lines=next_lines(mine))


@in_words
def how_it_went() -> HowItWent:
    """Return the form that asks how it went, once the lines are done or set aside."""
    mine = me()
    return HowItWent(mine.record, mine.catalogue)


def next_lines(mine: Me, count: int = EVENING) -> list[str]:
    """Return the keys of the lines to show: those that are whole, to look at again, and the next `count`.

    The first twelve come before the others; none is picked by how jobs went.
    """
    roles = [unit.id for unit in mine.record.units("role")]
    catalogue = mine.catalogue
    core = [item.key for item in catalogue.core]
    rest = [item.key for item in catalogue.items("circumstance") if item.key not in core]
    every = core + rest
    given = mine.record.current(items=every, units=roles, unseen=FIRST_SIGHT)

    def whole(key: str) -> bool:
        now = catalogue.item(key).revision
        return all((role, key) in given and given[role, key].revision == now for role in roles)

    done = [key for key in every if roles and whole(key)]
    return done + [key for key in every if key not in done][:count]
