"""The jobs over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import charts, patterns
from good_on_paper.frames import events, quiet_roles
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import how_it_went as by_outcome
from good_on_paper.study import looks

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person


@in_words
def years(*, how_it_went: bool = False) -> Panel:
    """Return the jobs over the years with what happened outside; on request, marked by how they went.

    After the first look, a picture shows the jobs that fell into an event apart from the others.
    """

    def make(person: Person, names: Naming) -> list[Chart] | str:
        roles = person.roles()
        went = by_outcome(person) if how_it_went else None
        if roles.empty or (how_it_went and (went is None or went.isna().all())):
            return ""
        groups = None if went is None else patterns.thirds(went)
        happened = events(person)
        drawn = [charts.career_strip(roles, groups, names=names, events=happened)]
        if went is not None and looks.seen(person) is not None:
            asked = roles[~roles["unit"].isin(quiet_roles(person))]
            drawn += filter(None, [charts.under_events(asked, went, happened, names=names)])
        return drawn

    heading = "The years, with how it went" if how_it_went else "The years"
    return show.panel(make, always=True, heading=heading, fold=heading if how_it_went else "")
