"""The inventory: what is there, in counts. We do not count blanks, nor show a nought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.frames import asked_and_learned, episodes
from good_on_paper.frames.stories import AFTER_INTERVIEW, AFTER_JOB, WRITING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.study.person import Person

_RATINGS: Final = ("rating of what it was like", "ratings of what it was like")
_TOLD: Final = (AFTER_JOB, AFTER_INTERVIEW, WRITING)


def in_counts(person: Person) -> tuple[tuple[int, str], ...]:
    """Return how many there are of each thing that has an answer, and its name.

    Each count comes from its own page, which leaves out what hurt, so it is left out here too. Counts
    stand on paper too: what is for their eyes only has none.
    """
    return tuple((number, one if number == 1 else more) for number, one, more in _counted(person) if number)


def _counted(person: Person) -> Iterator[tuple[int, str, str]]:
    yield len(person.roles()), "job", "jobs"
    yield len(episodes(person)), "episode", "episodes"
    lines = [item.key for item in person.catalogue.items("circumstance", hidden=True)]
    rated = person.ratings()
    yield int(rated[[line for line in lines if line in rated]].notna().sum().sum()), *_RATINGS
    done = person.achievements()
    yield int(done["what"].ne("").sum()), "thing you did", "things you did"
    yield len(person.skills()), "skill shown", "skills shown"
    told = person.stories()
    yield told.loc[told["kind"].isin(_TOLD), "unit"].nunique(), "story", "stories"
    yield person.met()["name"].nunique(), "person you met", "people you met"
    asked = int(asked_and_learned(person)["asked"].sum())
    yield asked, "question you asked", "questions you asked"
