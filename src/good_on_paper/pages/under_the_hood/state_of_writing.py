"""The state of writing against the ratings of the same day, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts
from good_on_paper.frames.state_of_writing import state_of_writing as of_the_days
from good_on_paper.language.counts import count
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

FEWEST: Final = 8
"""From so many sittings on there is a picture."""
LACKING: Final = (
    "{} so far on a day with a state of writing; from {} on, they are drawn here. {} has the tick for it."
)


@in_words
def state_of_writing() -> Panel:
    """Return a dot for each sitting of ratings, by the state ticked that day, from eight sittings on."""
    return show.panel(sheet, always=True, switch=False)


def sheet(person: Person, names: Naming) -> list[Chart] | str:
    """Return the picture, else how many sittings there are."""
    del names
    told = of_the_days(person)
    if len(told) < FEWEST:
        return LACKING.format(count(len(told), "sitting"), FEWEST, titles.STORIES[3:])
    return [charts.state_of_writing(told)]
