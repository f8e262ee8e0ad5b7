"""Would you say the same today: some ratings asked again, and what that says about two single answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import charts
from good_on_paper.charts import Note
from good_on_paper.charts.steadiness import listed
from good_on_paper.forms import SameToday
from good_on_paper.frames.schema import START_HERE
from good_on_paper.language.counts import count
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.patterns import FEWEST_PAIRS
from good_on_paper.study.interviews import after_a_no
from good_on_paper.study.steadiness import steadiness

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

FOLD = "How much your answers stayed the same"
TWICE = "Often on the same day, and of two very different jobs: so they are never counted with the others."


@in_words
def same_today() -> SameToday:
    """Return the ratings to give again, once they are due."""
    return SameToday(me())


@in_words
def how_steady() -> Panel:
    """Return how much the answers stayed the same, folded; nothing before we asked any again."""
    return show.panel(sheet, always=True, fold=FOLD, first=show.ALL)


def sheet(person: Person, names: Naming) -> Layout | str:
    """Return the chart, or with few pairs the list alone; and the two jobs of Start here apart."""
    if after_a_no(person):
        return ""
    shown = [*_again(person, names), *_start_here(person, names)]
    return Layout((Section("", shown),)) if shown else ""


def _again(person: Person, names: Naming) -> list[Chart | Note]:
    kept, every = steadiness(person), steadiness(person, changed=True)
    chart = charts.steadiness(kept, changed=every, names=names, jobs=person.lines().index)
    if chart is not None:
        return [chart]
    if every.frame.empty:
        return []
    many = count(len(every.frame), "rating")
    table = listed(every.frame, names, person.lines().index)
    return [Note(f"{many} asked again. We count from {FEWEST_PAIRS} on.", tables=(table,), fold="The list")]


def _start_here(person: Person, names: Naming) -> list[Note]:
    """List what they said twice about the two jobs of Start here; we make no figure of it."""
    twice = steadiness(person, START_HERE).frame
    if twice.empty:
        return []
    table = listed(twice, names, person.lines().index)
    title = f"{count(len(twice), 'answer')} from Start here, asked again in What it was like."
    return [Note(title, (TWICE,), tables=(table,), fold="The list")]
