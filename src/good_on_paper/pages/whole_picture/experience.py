"""The interview as an experience: what recurs in the processes that went well and in those that did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts, patterns
from good_on_paper.frames.processes_had import HAD, processes_had
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Layout, Section, Slider
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

FOLD: Final = "The interview as an experience"
FEWEST: Final = 2
"""From so many processes on either side on there is a picture."""
WENT: Final = {
    "said_yes": ("They said yes", "They did not"),
    "wanted": ("I would have taken it", "I would not"),
}
"""What going well can mean, as the picture says it: what they said, or what the person wanted."""
WELL_IF: Final = ("they said yes", "you would have taken it")
WORDS: Final = {
    "someone": "Someone I knew told me of it",
    "in_person": "We met in person",
    "rose": "I thought more of them after",
    "promise": "They promised something",
    "learned": "I asked, and learned something",
    "advice": "I followed advice",
}


@in_words
def interview_experience() -> Panel:
    """Return what recurs, folded, with a choice of what going well means; nothing while there are few."""
    at = [0]

    def choose(place: int) -> None:
        at[0] = place

    def make(person: Person, names: Naming) -> Layout | str:
        if after_a_no(person):
            return ""
        chart = drawn(person, names, list(WENT)[at[0]])
        if chart is None and all(drawn(person, names, went) is None for went in WENT):
            return ""
        return Layout((Section("", [] if chart is None else [chart], "" if chart else FEW),))

    slider = Slider("It went well if", WELL_IF, at[0], choose, as_list=True)
    return show.panel(make, always=True, fold=FOLD, slider=slider, first=show.ALL)


FEW: Final = f"Fewer than {FEWEST} on one side: nothing to set side by side yet."


def drawn(person: Person, names: Naming, went: str) -> Chart | None:
    """Draw what recurs on both sides; None while there are too few on one of them."""
    told = processes_had(person)
    sides = told[went].value_counts()
    if any(sides.get(end, 0) < FEWEST for end in (True, False)):
        return None
    counted = patterns.recurring(told, went, list(HAD))
    if counted.empty:
        return None
    return charts.recurring(told, counted, went, WORDS, ends=WENT[went], names=names)
