"""How it left you, and how I work best: a few sentences that repeat a word already earned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import patterns
from good_on_paper.charts import Note
from good_on_paper.charts.job_rows import BEST, WENT, WORST
from good_on_paper.charts.words import Counts, finding
from good_on_paper.forms import States
from good_on_paper.forms.states import states
from good_on_paper.language.findings import End, compared
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import order_of
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.study import looks
from good_on_paper.study.contrast import report

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.catalogue import Item
    from good_on_paper.charts.job_rows import Order
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

HEADING: Final = "How I work best"
_MOST: Final = 3
"""How many findings; with energy and attention that makes five sentences."""
_COUNTED: Final = "The last ones only count; we did not compare them with chance."


@in_words
def how_it_left_me() -> States:
    """Return the form on energy, attention and doubt in each job, on demand."""
    person = me()
    return States(person.record, person.catalogue)


@in_words
def how_i_work_best() -> Panel:
    """Return three to five sentences on what stood out in the last look; nothing while nothing did."""

    def make(person: Person, names: Naming) -> Layout | str:  # noqa: ARG001 - no job is named
        then = looks.seen(person)
        found = [] if then is None else earned(then)
        if then is None or not found:
            return ""
        counted = _counted(then)
        note = Note(found[0], (*found[1:], *counted, *((_COUNTED,) if counted else ())))
        return Layout((Section(HEADING, [note]),))

    return show.panel(make, always=True, switch=False)


def earned(then: Person) -> list[str]:
    """Return what earned a word in the last look, the strongest first."""
    result, words = report(then), then.words()
    shown, order = set(then.lines().columns), order_of(then, result) or WENT
    rows = result.frame[result.frame["word"].isin(patterns.FOUND) & result.frame["line"].isin(shown)]
    return [
        f"{finding(Counts.of(result, line), words[line], order)[:-1]}: it {_said(word)}."
        for line, word in zip(rows["line"].head(_MOST), rows["word"], strict=False)
    ]


def _said(word: str) -> str:
    return word if word == patterns.STANDS_OUT else f"is {word}"


def _counted(person: Person) -> list[str]:
    """Count in how many of the best and the other jobs there was energy left, and attention."""
    rated, result = person.ratings(), report(person)
    order = order_of(person, result) or WENT
    asked = [item for item in states(person.catalogue) if item.key in rated and item.keyed > 0]
    return list(filter(None, (_count(item, rated[item.key], result.groups, order) for item in asked)))


def _count(item: Item, rated: pd.Series, groups: pd.Series, order: Order) -> str:
    given, middle = rated.dropna(), (item.scale.min + item.scale.max) / 2
    ends = []
    for group, called in ((BEST, order.on_top), (WORST, order.at_the_bottom)):
        size = int(groups.eq(group).sum())
        there = given[groups.reindex(given.index).eq(group).fillna(value=False)]
        ends.append(End(int(there.gt(middle).sum()), len(there), called(size, len(there)) if size else ""))
    return compared(item.said, *ends) if all(end.rated for end in ends) else ""
