"""Then and now: any two days, and what they said on each, part by part. We call neither better."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.charts import Note
from good_on_paper.frames import then_and_now as parts
from good_on_paper.frames.definitions import SIDES, definition
from good_on_paper.frames.then_and_now import then_and_now as compared
from good_on_paper.language.counts import count
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Ask, Choice, Choices, Layout, Section
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

HEADING: Final = "Then and now"
SAID: Final = (
    "Any two days, side by side: what you had said by each, part by part. Neither is the better one."
)
BUTTON: Final = "Show then and now"
LONG_AGO: Final = dt.timedelta(days=90)
"""At first we choose the last day that is so far back."""
DAYS: Final = "Only days on which you said something."
NOTHING: Final = "Nothing you had said by then reads otherwise on the later day."
PARTS: Final = {
    parts.LIKE: "What your jobs were like",
    parts.WENT: "How they looked and went",
    parts.DULL: "When it got dull",
    parts.MEANING: "What success and going wrong mean to you",
    parts.LIVE: "What you can live with",
    parts.HOME: "What you want from a job",
    parts.CALLED: "Your three words",
}
_SIDES: Final = dict(zip((side.outcome for side in SIDES), ("Success", "Going wrong"), strict=True))


@in_words
def then_and_now() -> Panel:
    """Return a choice of two days and, on request, what they said on each; nothing with only one day."""
    person = me()
    dates = days(person)
    if len(dates) < 2:  # noqa: PLR2004 - two days to compare
        return show.panel(lambda _person, _names: "", always=True)
    long_ago = [place for place, day in enumerate(dates) if dates[-1] - day >= LONG_AGO]
    at, shown = [long_ago[-1] if long_ago else 0, len(dates) - 1], [False]

    def choose(which: int, place: int) -> None:
        at[which] = place

    def ask() -> Ask:
        said = tuple(map(in_full, dates))
        of = [
            Choice(label, said, at[which], partial(choose, which))
            for which, label in enumerate(("Then", "Now"))
        ]
        fold = f"{said[at[0]]} and {said[at[1]]}"
        return Ask(HEADING, (SAID,), BUTTON, choices=Choices(fold, DAYS, tuple(of)), folded=True)

    def make(now: Person, names: Naming) -> Layout | str:
        if after_a_no(now):
            return ""
        if not shown[0]:
            return Layout(ask=ask())
        first, last = sorted(at)
        return Layout((Section("", sheet(now, names, dates[first], dates[last])),), ask=ask())

    def reveal() -> None:
        shown[0] = True

    return show.panel(make, always=True, reveal=reveal, first=show.ALL)


def days(person: Person) -> list[dt.date]:
    """Return the days with an answer, oldest first; answers about interviews do not count."""
    ahead = {unit.id for kind in ("target", "interview") for unit in person.units(kind)}
    return sorted({answer.given.astimezone().date() for answer in person.given() if answer.unit not in ahead})


def sheet(person: Person, names: Naming, then: dt.date, now: dt.date) -> list[Chart | Note]:
    """Return what reads differently on the later day, part by part; private answers only with names."""
    before, after = (person.as_of(_end(day)) for day in (then, now))
    told = compared(before, after)
    if names == "letters":
        told = told[~told["private"]]
    shown = charts.naming(after.roles().index, names)
    moved = _definitions(before, after, then, now)
    notes = [
        _note(heading, rows, shown, (in_full(then), in_full(now)))
        for part, heading in PARTS.items()
        if not (rows := told[told["part"].eq(part)]).empty
    ]
    if told["same"].all() and not moved:
        return [Note(NOTHING, tuple(note.title for note in notes))]
    return [*moved, *notes]


def _note(heading: str, rows: pd.DataFrame, shown: dict[object, str], days: tuple[str, str]) -> Note:
    other = rows[~rows["same"]]
    many = count(len(rows), "answer")
    if other.empty:
        return Note(f"{heading}: {many}, all as they were.")
    other = other.iloc[other["moved"].abs().fillna(0).argsort(kind="stable")[::-1]]
    index = pd.Index([shown.get(name, name) or "You" for name in other["name"]], name="About")
    then, now = days
    table = pd.DataFrame(
        {"What": other["label"].tolist(), then: other["then"].tolist(), now: other["now"].tolist()},
        index,
        dtype="str",
    )
    reads = "reads" if len(other) == 1 else "read"
    return Note(f"{heading}: {len(other)} of {many} {reads} otherwise.", tables=(table,), fold="One by one")


def _definitions(before: Person, after: Person, then: dt.date, now: dt.date) -> list[Chart]:
    """Draw how the points for success and going wrong moved, if they did."""
    rows = []
    for outcome, group in _SIDES.items():
        was, is_ = definition(before, outcome), definition(after, outcome)
        labels = {**was["label"], **is_["label"]}
        points = pd.DataFrame({"then": was["weight"], "now": is_["weight"]}).fillna(0).astype("int64")
        points = points.sort_values("now", ascending=False, kind="stable")
        if not was.empty and not is_.empty:
            rows += [{"group": group, "label": labels[key], **dict(points.loc[key])} for key in points.index]
    points = pd.DataFrame(rows)
    if points.empty or points["then"].eq(points["now"]).all():
        return []
    return [charts.definitions_moved(points, then=in_full(then), now=in_full(now))]


def in_full(day: dt.date) -> str:
    """Write a day with its year: 4 December 2026."""
    return f"{day.day} {day:%B %Y}"


def _end(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.max).astimezone()
