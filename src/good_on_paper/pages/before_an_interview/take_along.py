"""Before an interview: what to take home from the job, and what to take along to the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.catalogue import load_bank
from good_on_paper.charts import Note
from good_on_paper.forms import TakeAlong, TakeHome
from good_on_paper.language.counts import quoted
from good_on_paper.language.day_names import as_named
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import listed
from good_on_paper.questions.still_open import by_day, still_open, that_count
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person


@in_words
def take_home() -> TakeHome:
    """Return the list of what one wants to take home, folded away until it is wanted."""
    return TakeHome(me())


@in_words
def take_along() -> TakeAlong:
    """Return the paper to take along, to print or to save."""
    return TakeAlong(me())


@in_words
def ask_first() -> Panel:
    """Return what to ask about first, and how much of what counts is still open; nothing before either."""

    def make(person: Person, _names: Naming) -> Layout | str:
        grounds = gather(person, all_seen(person))
        things = listed(person, grounds)
        days = by_day(person, grounds.target, that_count(things, grounds))
        unknown = still_open(grounds, things, load_bank())
        if days.empty or not unknown:
            return ""
        first, *others = unknown
        rows = [(one.label, one.why) for one in unknown]
        table = pd.DataFrame(rows, columns=["Still open", "Why"], dtype="str").set_index("Still open")
        told = [f"{_of(int(days.iloc[-1]), len(that_count(things, grounds)))} still open."]
        if len(days) > 1:
            told.append(f"On {as_named(days.index[0])} it was {int(days.iloc[0])}.")
        after = f" After that: {', '.join(quoted(one.label) for one in others[:2])}." if others else ""
        said = (f"{first.why}{after}", " ".join(told))
        note = Note(
            f"Ask first about {quoted(first.label)}.", said, tables=(table,), fold="Everything still open"
        )
        return Layout((Section("", [note]),))

    return show.panel(make, always=True, switch=False)


def _of(some: int, every: int) -> str:
    return f"{some} of the {every} things that count {'is' if some == 1 else 'are'}"
