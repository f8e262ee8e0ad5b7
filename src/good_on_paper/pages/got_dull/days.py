"""A day by the minute: the form, the strips, and what became of the time in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts
from good_on_paper.forms import Minutes
from good_on_paper.frames import quiet_roles
from good_on_paper.frames.days import WORDS, day_shares, stretches
from good_on_paper.frames.names import DAYS
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.got_dull.between import ledger
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.record.days import MARGIN

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

NO_LENGTHS: Final = "No lengths yet. Say above roughly how long one part of a day took; then look here again."
NO_MARGINS: Final = (
    "You have not said yet of any ordinary day whether the time in between was well spent or wasted."
)


@in_words
def minutes() -> Minutes:
    """Return the form that takes a day apart, stretch by stretch; all of it on demand."""
    person = me()
    return Minutes(person.record, person.catalogue)


@in_words
def days() -> Panel:
    """Return the days as strips, and the margins over the years; nothing without a day."""

    def make(person: Person, names: Naming) -> Layout | str:
        told = stretches(person)
        if told.empty:  # the form above offers to describe a day
            kept = ledger(person, told, names)
            return Layout(tuple(kept)) if kept else ""
        timed = told[told["minutes"].notna()]
        if timed.empty:
            return NO_LENGTHS
        there = [day for day in DAYS if timed["day"].eq(day).any()]
        quiet = quiet_roles(person)
        jobs = person.roles().loc[lambda roles: ~roles["unit"].isin(list(quiet))]
        strips = [charts.minutes_strip(told, day, jobs=jobs.index, names=names) for day in there]
        shares = day_shares(told)
        said = shares[[*WORDS[MARGIN]]].to_numpy().any()
        over = [charts.margins(shares, jobs, names=names)] if said else []
        heading = "Time in between, over the years"
        margins = Section(heading, over, "" if over else NO_MARGINS)
        return Layout((Section("", strips), margins, *ledger(person, told, names)))

    return show.panel(make, always=True, fold="Your days, and the time in between", first=12)
