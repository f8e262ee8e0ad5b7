"""Soft skills by job, as a heat map: what they ticked, and nothing they typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.charts.skill_map import skill_map
from good_on_paper.frames.skills import SKILLS, who_would_say_so
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person


@in_words
def skills_by_job() -> Panel:
    """Return the heat map of skills by job; nothing while none is ticked."""

    def make(person: Person, names: Naming) -> Sequence[Chart] | str:
        frame = person.skills()
        if frame.empty:
            return ""
        seen = [cell for cell, who in who_would_say_so(person).items() if who]
        return [skill_map(frame, SKILLS, seen=seen, names=names)]

    return show.panel(make, always=True)
