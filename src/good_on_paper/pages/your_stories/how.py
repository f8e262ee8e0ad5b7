"""How you went about it: over the years, and what there was a lot of at the time. Counts, no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.ways_over_years import ways_over_years
from good_on_paper.charts.why_table import why_table as drawn
from good_on_paper.frames.achievements import HOW
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Layout, Section
from good_on_paper.patterns.why_table import WhyTable, why_table

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

NOTHING = "Your ways of working will show here. Write down one thing, and how you did it."
NO_WAYS_YET = "Your ways of working will show here. Open what you wrote, and say how you went about it."
OWN_WAYS_ONLY = (
    "You said in your own words how you went about it. To see your ways over the years here, "
    "tick the ones that fit, too."
)
OVER_YEARS = "How you went about it, over the years"
FOLD = "What there was a lot of at the time"
_MIDDLE = 4
"""On a scale from 1 to 7: above it, there usually was a lot of it."""


@in_words
def how_you_did_it() -> Panel:
    """Return, folded, the ways you used over the years, and what was there when you did."""

    def make(person: Person, names: Naming) -> Layout | str:
        del names  # no job is named in it
        done = person.achievements()
        if not any(len(ways) for ways in done["how"]):
            if done.empty:
                return NOTHING
            in_own_words = done["told"].ne("").any() or any(map(len, done["own"]))
            return OWN_WAYS_ONLY if in_own_words else NO_WAYS_YET
        strip: list[Chart] = [ways_over_years(done, HOW)]
        table = at_the_time(person)
        labels = {item.key: item.worded().label for item in person.catalogue.items(hidden=True)}
        more = [] if table.frame.empty else [Section("", [drawn(table, HOW, labels)], fold=FOLD)]
        return Layout((Section("", strip, fold=OVER_YEARS), *more))

    return show.panel(make, always=True, switch=False)


def at_the_time(person: Person) -> WhyTable:
    """Return how often each circumstance was there when each way was used, without private ones."""
    done, rated = person.achievements().reset_index(drop=True), person.ratings()
    private = {item.key for item in person.catalogue.items(hidden=True) if item.private}
    ticked = dict.fromkeys(line for told in done["present"] for line in told)
    lines = [line for line in ticked if line not in private]
    ways = pd.DataFrame({way: [way in used for used in done["how"]] for way in HOW}, index=done.index)
    present = pd.DataFrame(
        {line: [line in told for told in done["present"]] for line in lines}, index=done.index
    )
    usual = {line: rated[line] > _MIDDLE for line in lines if line in rated}
    ordinary = pd.DataFrame(
        {line: done["role"].map(above).astype("boolean") for line, above in usual.items()}, index=done.index
    )
    return why_table(ways, present, ordinary)
