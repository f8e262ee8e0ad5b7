"""What you can live with: the form, and three lists of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.charts import Note
from good_on_paper.forms import Bearing
from good_on_paper.frames.bearing import SPANS, bears_in_roles
from good_on_paper.frames.bearing import bearing as said_of_worries
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.got_dull.boredom import FOLD
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.sayings import bearing_sayings

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.questions.sayings import Saying
    from good_on_paper.study.person import Person

NOTHING: Final = "Nothing here yet. One tick above is enough; skip whatever you like."
OF_JOBS: Final = "So far you have answered for some jobs only. One tick above says how it is for you."


@in_words
def bearing() -> Bearing:
    """Return the form that asks what you can live with: one tick each, the rest on demand."""
    person = me()
    return Bearing(person.record, person.catalogue)


@in_words
def can_bear() -> Panel:
    """Return three lists of names: fine, for a while, no; and how often it was there, apart."""

    def make(person: Person, names: Naming) -> Layout | str:
        worries = said_of_worries(person)
        rated = person.ratings()
        there = rated[[key for key in worries.index if key in rated and rated[key].notna().any()]]
        otherwise = bears_in_roles(person)
        notes = [_note(person, saying) for saying in bearing_sayings(person)]
        ticked = worries["bears"].ne("").any()
        if not ticked and not notes and there.empty:
            return NOTHING if otherwise.empty else OF_JOBS
        shown = charts.naming(rated.index, names)
        labels = {str(key): str(label) for key, label in worries["label"].items()}
        lists = [charts.bear_lists(worries, otherwise, shown)] if ticked else []
        often = [] if there.empty else [charts.how_often(there, labels, names=names)]
        return Layout(
            (
                *((Section("", [*lists, *notes]),) if lists or notes else ()),
                *((Section("How often it was there", often),) if often else ()),
            )
        )

    return show.panel(make, always=True)


def _note(person: Person, saying: Saying) -> Note:
    """Return a sentence with the answers behind it for the fold-out."""
    given = person.current(items=[item for _, item in saying.because], units=(person.unit,))
    rows = []
    for unit, item in saying.because:
        _, worry, *span = item.split(":")
        answer = ("won’t have again", "yes") if not span else (SPANS[span[0]], str(given[unit, item].value))
        rows.append((person.catalogue.item(worry).worded().label, *answer))
    table = pd.DataFrame(rows, columns=["What", "What was asked", "What you said"], dtype="str")
    return Note(saying.text, tables=(table.set_index("What"),), fold=FOLD)
