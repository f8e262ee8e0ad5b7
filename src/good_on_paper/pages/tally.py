"""The counts that pages give of a record: each is made here, so that no two pages disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper.language.counts import count
from good_on_paper.study.next_lines import whole_lines
from good_on_paper.study.portion import WORTH

if TYPE_CHECKING:
    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Tally:
    """What is in a record, in numbers.

    Attributes
    ----------
    jobs, undated : int
        Jobs on the list, and those of them without a start.
    rated, whole, begun, worth : int
        Lines with a number for some job; lines with an answer for every job, which are those we call
        answered; lines with a number and no answer for some job; and how many answered ones are enough.
    asked, went, judged : int
        Jobs that we may ask about; the jobs with a rating of how they went; and the same including jobs left
        blank for a reason, since that is an answer too.
    """

    jobs: int
    undated: int
    rated: int
    whole: int
    begun: int
    worth: int
    asked: int
    went: int
    judged: int

    @property
    def looked_at(self) -> str:
        """On how many circumstances every job is answered, and how many are begun; empty for none."""
        if not self.whole:
            return f"{count(self.begun, 'circumstance')} begun" if self.begun else ""
        also = f" and {self.begun} begun" if self.begun else ""
        return f"rated on {count(self.whole, 'circumstance')}{also}"

    @property
    def all_judged(self) -> bool:
        """Whether every job has an answer on how it went."""
        return self.judged == self.asked > 0


def tally(person: Person) -> Tally:
    """Count what is in a person's record."""
    return person.kept("tally", lambda: _counted(person), looks=False)


def _counted(person: Person) -> Tally:
    ratings, roles = person.ratings(), person.roles()
    offered = [item.key for item in person.catalogue.items("circumstance")]
    lines = [line for line in offered if line in ratings]
    outcome = ratings.get(person.asked_outcome)
    blank = person.ratings(blanks="reason").get(person.asked_outcome)
    numbered = ratings[lines].notna().any()
    rated, whole = {line for line in lines if numbered[line]}, set(whole_lines(person))
    went = 0 if outcome is None else int(outcome.notna().sum())
    return Tally(
        jobs=len(roles),
        undated=int(roles["start"].isna().sum()),
        rated=len(rated),
        whole=len(whole),
        begun=len(rated - whole),
        worth=min(WORTH, len(offered)),
        asked=len(ratings),
        went=went,
        judged=went if blank is None else went + int(blank.ne("").sum()),
    )
