"""When it got dull: the form, what it shows, and what lies underneath."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.catalogue import keys
from good_on_paper.charts import Note
from good_on_paper.charts.names import naming
from good_on_paper.forms import Boredom
from good_on_paper.frames.boredom import CAUSES, ENDED, HELPED, INSTEAD, RENEWED, length_of, means
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.got_dull.between import through_the_day
from good_on_paper.pages.in_common.drawn import how_it_went
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.sayings import boredom_sayings
from good_on_paper.study import looks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.questions.sayings import Saying
    from good_on_paper.study.person import Person

GOT_THROUGH: Final = "What got you through the day"
HOW_ENDED: Final = "How they ended"
MORE: Final = "More: how dull, what helped, how it ended"
FOLD: Final = "The answers behind it"
NOTHING: Final = (
    "Nothing here yet. Say above when one job got dull, or that it never did; then look here again."
)
HOW_DULL: Final = "How dull it was"
BESIDE_WENT: Final = "When it got dull, and how it went"
_WORDS: Final = INSTEAD | CAUSES | RENEWED | ENDED | HELPED


@in_words
def boredom() -> Boredom:
    """Return the form that asks when it got dull: three answers per job, the rest on demand."""
    person = me()
    return Boredom(person.record, person.catalogue)


@in_words
def got_dull() -> Panel:
    """Return the jobs by when they got dull, what got the person through the day, and both in sentences."""

    def make(person: Person, names: Naming) -> Layout | str:
        jobs = person.boredom()
        if jobs.empty:
            return NOTHING
        tried = means(person, jobs)
        sayings = boredom_sayings(jobs, tried, person.catalogue)
        if not sayings and tried.empty:
            return NOTHING
        items = person.catalogue.items("means")
        labels = {item.key: item.worded().label for item in items}
        ways = {item.key: item.quadrant for item in items if item.quadrant}
        helped: list[Chart | Note] = [charts.what_helped(tried, labels, ways)] if len(tried) else []
        helped += through_the_day(person)
        told = sayings[1:]  # the first is the chart's own title
        notes, ended = (
            [note(person, saying, names) for saying in told if _on_ends(saying) == on] for on in (False, True)
        )
        rest = (
            *_deep(jobs, names),
            *_beside_went(person, jobs, names),
            *((Section(GOT_THROUGH, helped),) if helped else ()),
            *((Section(HOW_ENDED, ended),) if ended else ()),
        )
        return Layout(
            (
                Section("", [charts.swimmer(jobs, names=names)]),
                *((Section("In words", notes),) if notes else ()),
                *(replace(section, fold=MORE) for section in rest),
            )
        )

    return show.panel(make, always=True, first=12)  # all of it, since the rest is folded away


def _on_ends(saying: Saying) -> bool:
    """Whether a sentence says who ended a job: we show that in the fold, never unasked."""
    return any(item == keys.ENDED_HOW for _, item in saying.because)


def _deep(jobs: pd.DataFrame, names: Naming) -> list[Section]:
    ladder = charts.dull_ladder(jobs, names=names)
    return [] if ladder is None else [Section(HOW_DULL, [ladder])]


def _beside_went(person: Person, jobs: pd.DataFrame, names: Naming) -> list[Section]:
    """Return when it got dull beside how it went, but only after the look at that: it shows a part of it."""
    went = how_it_went(person)
    drawn = None if went is None else charts.dull_and_went(jobs, went, names=names)
    if drawn is None:
        return []
    if looks.seen(person) is None:
        return [Section(BESIDE_WENT, (), show.LATER)]
    return [Section(BESIDE_WENT, [drawn])]


def note(person: Person, saying: Saying, names: Naming) -> Note:
    """Return a sentence with the answers behind it for the fold-out."""
    return Note(saying.text, tables=(_behind(person, saying, names),), fold=FOLD)


def _behind(person: Person, saying: Saying, names: Naming) -> pd.DataFrame:
    units = person.boredom()["unit"]
    called = {
        unit: shown for (role, shown), unit in zip(naming(units.index, names).items(), units, strict=True)
    }
    given = person.current(
        items=[item for _, item in saying.because], units=[unit for unit, _ in saying.because]
    )
    rows = [
        (called.get(unit, "You"), _asked(person, item), in_the_words_shown(given[unit, item].value))
        for unit, item in saying.because
    ]
    table = pd.DataFrame(rows, columns=["About", "What was asked", "What you said"], dtype="str")
    return table.set_index("About")


def _asked(person: Person, item: str) -> str:
    return person.catalogue.item(item).worded().label if item in person.catalogue else item


def in_the_words_shown(value: object, words: Mapping[str, str] = _WORDS) -> str:
    """Return an answer in the words of the form."""
    if isinstance(value, list):
        return ", ".join(_each(value, words))
    length = length_of(value)
    return words.get(str(value), str(value)) if length is None else length.words()


def _each(values: Iterable[object], words: Mapping[str, str]) -> list[str]:
    return [words.get(str(value), str(value)) for value in values]
