"""The list of what to take home, with what the jobs showed beside what the person said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.frames.take_home import Seen, take_home
from good_on_paper.questions.gather import gather
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from good_on_paper.questions.grounds import Grounds
    from good_on_paper.study.person import Person


WISHED: Final = ("must", "want", "not")
"""What counts to a person: what they need, what they want, and what they will not have again."""


def that_count(things: pd.DataFrame, lines: Collection[str]) -> dict[str, str]:
    """Return the circumstances that count to a person: each once, with the thing on their list that names it.

    Every count of what counts asks here.

    Parameters
    ----------
    things : pandas.DataFrame
        Their list, as `listed` gives it.
    lines : collection of str
        The circumstances there are.
    """
    on_list = things[things["stands"].isin(WISHED)]
    counting: dict[str, str] = {}
    for thing, line in on_list["line"].astype(str).items():
        if line in lines:
            counting.setdefault(line, str(thing))
    return counting


def listed(person: Person, grounds: Grounds | None = None) -> pd.DataFrame:
    """Return the list of a person; see `good_on_paper.frames.take_home.take_home` for its columns.

    For their jobs it uses what their looks so far have shown: it is no look itself.

    Parameters
    ----------
    person : Person
        Whose list it is.
    grounds : Grounds, optional
        What `good_on_paper.questions.gather` gives for them, if the caller has it already.
    """
    found = (grounds or gather(person, all_seen(person))).found
    seen = {one.thing: Seen(f"{one.sentence}.", against=one.against) for one in reversed(found)}
    what = ("listed", tuple(seen.items()))  # a paper and the questions on it go by the same list
    return person.kept(what, lambda: take_home(person, needs=person.guesses, seen=seen)).copy()
