"""Before an interview: what to take home from the job, and what to take along to the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.catalogue import load_bank
from good_on_paper.charts import Note
from good_on_paper.forms import TakeAlong, TakeHome
from good_on_paper.frames.take_home import line_of
from good_on_paper.language.counts import count, quoted
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import WISHED, listed, that_count
from good_on_paper.questions.offers import compare
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.still_open import board, still_open
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.declare_offers import is_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.questions.grounds import Grounds
    from good_on_paper.questions.still_open import StillOpen
    from good_on_paper.study.person import Person

FOLD: Final = "Everything still open"
FIRST: Final = "Ask first about"
FIRST_OPEN: Final = "Of what is still open, ask first about"
"""Where a question about something else stands on top."""
BOARD: Final = "What you know by now, as a picture"
_TURNS: Final = "The answer could change the order of your offers."


@in_words
def take_home() -> TakeHome:
    """Return the list of what they want to take home, folded away until it is needed."""
    return TakeHome(me())


@in_words
def take_along() -> TakeAlong:
    """Return the paper to take along, to print or to save."""
    return TakeAlong(me())


@in_words
def ask_first() -> Panel:
    """Return what to ask about first, and how much of what counts is still open; nothing without either."""

    def make(person: Person, _names: Naming) -> Layout | str:
        jobs = all_seen(person)
        grounds = gather(person, jobs)
        things = listed(person, grounds)
        counting = that_count(things, grounds.lines)
        told = board(person, grounds.target, counting or grounds.known)
        asked = prepare(person, jobs, grounds=grounds).questions
        unknown = still_open(grounds, things, load_bank(), asked=asked)
        if told.empty or not unknown:
            return ""
        first, *others = unknown
        turning = _turning(person, grounds.target)
        rows = [(one.label, f"{one.why} {_TURNS}" if one.line in turning else one.why) for one in unknown]
        table = pd.DataFrame(rows, columns=["Still open", "Why"], dtype="str").set_index("Still open")
        after = f" After that: {', '.join(quoted(one.label) for one in others[:2])}." if others else ""
        turns = f" {_TURNS}" if first.line in turning else ""
        rows_in_order, labels = _in_order(told, unknown), {**_labels(grounds), **_called(unknown)}
        left = charts.open_board(rows_in_order, labels).title
        said = (f"{first.why}{turns}{after}", f"{left}{_what_counts(things, counting)}")
        public = rows_in_order[[not _is_private(line, grounds, unknown) for line in rows_in_order.index]]
        lead = FIRST_OPEN if asked and asked[0].line != first.line else FIRST
        note = Note(
            f"{lead} {quoted(first.label)}.",
            said,
            tables=(table,),
            fold=FOLD,
            off_paper=any(one.private for one in unknown),
        )
        falling = charts.open_board(public, labels, len(rows_in_order) - len(public))
        drawn = (Section("", [falling], fold=BOARD),) if public.to_numpy().any() else ()
        return Layout((Section("", [note]), *drawn))

    return show.panel(make, always=True, switch=False)


def _what_counts(things: pd.DataFrame, counting: Mapping[str, str]) -> str:
    """Write what is counted, where that is more than needs: "3 needs, 2 wants, 1 you won’t have again"."""
    many = things.loc[list(counting.values()), "stands"].value_counts()
    must, want, never = (int(many.get(says, 0)) for says in WISHED)
    parts = (
        count(must, "need") if must else "",
        count(want, "want") if want else "",
        f"{never} you won’t have again" if never else "",
    )
    told = [part for part in parts if part]
    return f" Those are {', '.join(told)}." if want or never else ""


def _turning(person: Person, target: str) -> frozenset[str]:
    """Return the lines whose answer could change which offer is ahead; none before they compare offers."""
    if not is_open(person):
        return frozenset()
    return frozenset(line_of(one.thing) for one in compare(person).blanks if one.unit == target)


def _in_order(told: pd.DataFrame, unknown: Iterable[StillOpen]) -> pd.DataFrame:
    """Put what to ask first on top, and what is known at the foot; leave out days that changed nothing."""
    first = [one.line for one in unknown if one.line in told.index]
    rows = told.loc[[*first, *(line for line in told.index if line not in first)]]
    before = rows.shift(axis=1, fill_value=False)
    return rows.loc[:, (rows != before).any()]


def _is_private(line: str, grounds: Grounds, unknown: Iterable[StillOpen]) -> bool:
    """Return whether a line stays off a picture, which can be saved."""
    return grounds.lines[line].private or any(one.private for one in unknown if one.line == line)


def _labels(grounds: Grounds) -> dict[str, str]:
    return {line: wording.need for line, wording in grounds.lines.items()}


def _called(unknown: Iterable[StillOpen]) -> dict[str, str]:
    return {one.line: one.label for one in unknown}
