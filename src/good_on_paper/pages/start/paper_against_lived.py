"""Good on paper: how the jobs looked before, against how they went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts, patterns
from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames import FrameError
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import employers
from good_on_paper.study.interviews import after_a_no
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

FEWEST: Final = 2
"""From so many jobs with both ratings on there is a picture."""
HEADING: Final = "Good on paper"
TWO_SCALES: Final = (
    "How good your jobs looked and how they went are on different scales in your own questions, "
    "so we cannot set them side by side."
)


@in_words
def good_on_paper() -> Panel:
    """Return how the jobs looked against how they went, once two have both ratings; nothing before that."""

    def make(person: Person, names: Naming) -> list[Chart] | str:
        if after_a_no(person):
            return ""
        try:
            chart = drawn(person, names)
        except FrameError:
            return TWO_SCALES if keys.ON_PAPER in person.ratings() else ""
        return "" if chart is None else [chart]

    return show.panel(make, always=True, heading=HEADING)


def drawn(person: Person, names: Naming = "names") -> Chart | None:
    """Draw paper against lived; None while fewer than two jobs have both ratings.

    Raises
    ------
    FrameError
        The two ratings are on different scales.
    """
    jobs = person.paper_against_lived()
    found = patterns.paper_against_lived(jobs)
    if len(found.frame) < FEWEST:
        return None
    words, scale = person.words(), person.scales()[keys.ON_PAPER]
    shown = charts.naming(jobs.index, names)
    details = {role: (label, "") for role, label in shown.items()}
    if names == "names":
        details |= employers(person)
    return charts.paper_against_lived(
        found,
        details=details,
        current=jobs.index[jobs["current"]],
        names=names,
        scale=scale,
        words=(words[keys.ON_PAPER], words[HOW_IT_WENT]),
        within=within_noise(person),
    )
