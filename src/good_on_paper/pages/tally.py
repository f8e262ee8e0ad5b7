"""The counts that pages tell of a record: each is made here, so that no two pages disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper.study.next_lines import whole_lines

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Tally:
    """What is in a record, in numbers.

    Attributes
    ----------
    jobs, undated : int
        Jobs on the list, and those of them without a start.
    rated, whole : int
        Lines that some job, and that every job, has an answer on.
    asked, went : int
        Jobs that may be asked about, and those of them of which it was said how they went.
    """

    jobs: int
    undated: int
    rated: int
    whole: int
    asked: int
    went: int


def tally(mine: Person) -> Tally:
    """Count what is in a person's record."""
    return mine.once("tally", lambda: _counted(mine), looks=False)


def _counted(mine: Person) -> Tally:
    ratings, roles = mine.ratings(), mine.roles()
    lines = [item.key for item in mine.catalogue.items("circumstance") if item.key in ratings]
    outcome = ratings.get(mine.primary_outcome)
    return Tally(
        jobs=len(roles),
        undated=int(roles["start"].isna().sum()),
        rated=int(ratings[lines].notna().any().sum()),
        whole=len(whole_lines(mine)),
        asked=len(ratings),
        went=0 if outcome is None else int(outcome.notna().sum()),
    )
