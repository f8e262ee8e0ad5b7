"""Before an interview: what to take home from the job, and what to take along to the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import load_bank
from good_on_paper.charts import Note
from good_on_paper.forms import TakeAlong, TakeHome
from good_on_paper.frames.take_home import line_of
from good_on_paper.language.counts import quoted
from good_on_paper.language.day_names import as_named
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import listed
from good_on_paper.questions.offers import compare
from good_on_paper.questions.still_open import by_day, still_open, that_count
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.declare_offers import is_open

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

_TURNS: Final = "The answer could change the order of your offers."


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
        turning = _turning(person, grounds.target)
        rows = [(one.label, f"{one.why} {_TURNS}" if one.line in turning else one.why) for one in unknown]
        table = pd.DataFrame(rows, columns=["Still open", "Why"], dtype="str").set_index("Still open")
        told = [f"{_of(int(days.iloc[-1]), len(that_count(things, grounds)))} still open."]
        if len(days) > 1:
            told.append(f"On {as_named(days.index[0])} it was {int(days.iloc[0])}.")
        after = f" After that: {', '.join(quoted(one.label) for one in others[:2])}." if others else ""
        turns = f" {_TURNS}" if first.line in turning else ""
        said = (f"{first.why}{turns}{after}", " ".join(told))
        board = (table, _falling(days)) if len(days) > 1 else (table,)
        note = Note(
            f"Ask first about {quoted(first.label)}.", said, tables=board, fold="Everything still open"
        )
        return Layout((Section("", [note]),))

    return show.panel(make, always=True, switch=False)


def _turning(person: Person, target: str) -> frozenset[str]:
    """Return the lines whose answer could change which offer is ahead; none before offers are compared."""
    if not is_open(person):
        return frozenset()
    return frozenset(line_of(one.thing) for one in compare(person).blanks if one.unit == target)


def _falling(days: pd.Series) -> pd.DataFrame:
    """Return how much was open at the end of each day, the latest first: it falls as interviews happen."""
    index = pd.Index([as_named(day) for day in days.index][::-1], name="At the end of")
    return pd.DataFrame({"Still open": [str(many) for many in days][::-1]}, index=index, dtype="str")


def _of(some: int, every: int) -> str:
    return f"{some} of the {every} things that count {'is' if some == 1 else 'are'}"
