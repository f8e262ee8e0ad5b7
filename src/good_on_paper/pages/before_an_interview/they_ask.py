"""What they will ask: five subjects that come up, each with something of the person's own to answer from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.brief.compose import BEST, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.catalogue import keys, phrase
from good_on_paper.charts import Note
from good_on_paper.frames import asked_roles, role_names
from good_on_paper.frames.achievements import achievements
from good_on_paper.frames.take_home import long_game
from good_on_paper.language.counts import count
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.gather import gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

SUBJECTS: Final = {
    "left": ("Why you left", f"Say how a job ended in {titles.DULL}, under “more about it”."),
    "proud": ("What you are proud of", f"Write down something you did in {titles.STORIES}."),
    "wrong": ("What went wrong", f"Write a sentence about a job you would not do again in {titles.START}."),
    "work": ("How you work", f"Write a sentence about a job that went well in {titles.START}."),
    "going": ("Where you are going", "Write a sentence for the long game, below."),
}
"""What comes up in most interviews, and where they could write something to answer from."""
_ENDED: Final = {"left": "you left", "ran_out": "it came to an end", "let_go": "they ended it"}
_MOST: Final = 3


@in_words
def they_will_ask() -> Panel:
    """Return the five subjects with the person's own stories, in a fold; nothing before there is a story."""

    def make(person: Person, _names: Naming) -> Layout | str:
        mine = {subject: list(_of(subject, person))[:_MOST] for subject in SUBJECTS}
        there = sum(bool(found) for found in mine.values())
        if not there:
            return ""
        told = [
            "; ".join(mine[subject]).replace(".; ", "; ") or nothing
            for subject, (_, nothing) in SUBJECTS.items()
        ]
        index = pd.Index([label for label, _ in SUBJECTS.values()], name="They may ask")
        table = pd.DataFrame({"What you have to tell": told}, index=index, dtype="str")
        said = "Your own words, to tell in your own way. No script."
        title = f"They will ask too. You have something for {there} of {count(len(SUBJECTS), 'subject')}."
        return Layout((Section("", [Note(title, (said,), tables=(table,), fold="What they may ask")]),))

    return show.panel(make, always=True, switch=False)


def _of(subject: str, person: Person) -> Iterator[str]:
    if subject == "going":
        yield from (
            f"{person.catalogue.item(year).label}: {text}" for year, text in long_game(person).items()
        )
    elif subject == "work":
        yield from _at_best(person)
        yield from _told_of(person, well=True)
    elif subject == "left":
        yield from _endings(person)
    elif subject == "proud":  # what was good about a job is not yet something they did
        yield from _done(person)
    else:
        yield from _told_of(person, well=False)


def _told_of(person: Person, *, well: bool) -> Iterator[str]:
    """Return what they wrote of the job that went well, or of the one not to do again."""
    stories = (one for one in gather(person).stories if one.well == well)
    yield from (f"{one.name}: “{one.text.strip()}”" for one in stories)


def _at_best(person: Person) -> Iterator[str]:
    """Return the ways of working that their jobs speak for; the paper says why."""
    try:
        leaf = compose(person, parts=(BEST,))
    except BriefError:
        return
    for block in leaf.blocks:
        yield from (row.text for row in block.rows)


def _endings(person: Person) -> Iterator[str]:
    """Return how jobs ended, the latest first."""
    names, roles = role_names(person), [unit.id for unit in asked_roles(person)]
    given = person.current(items=(keys.ENDED_HOW,), units=roles)
    for unit in reversed(roles):
        answer = given.get((unit, keys.ENDED_HOW))
        if answer is not None and answer.value in _ENDED:
            yield f"{names[unit]}: {_ENDED[str(answer.value)]}"


def _done(person: Person) -> Iterator[str]:
    """Return what they did: the situation, how, what stays."""
    for row in achievements(person).to_dict("records"):
        if row["what"]:
            where = f" ({row['about']})" if row["about"] else ""
            stays = f"What stays: {phrase(row['stayed'])}." if row["stayed"] else ""
            yield " ".join(filter(None, (f"{phrase(row['what'])}{where}.", row["told"], stays)))
