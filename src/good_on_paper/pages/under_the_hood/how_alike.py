"""How alike the answers were when we asked again: kappa, for those who know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.charts import Note
from good_on_paper.language.counts import count
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words
from good_on_paper.patterns import KAPPA_FROM
from good_on_paper.study.steadiness import steadiness

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

ALIKE = "It punishes a person whose jobs were alike, however steady they are: the counts in {} come first."
FIGURES = (
    "Quadratic weights (Cohen 1968). Root of the mean squared difference times 1.645: {:.2f} steps; its "
    "upper limit by chi-square, 95%: {:.2f}."
)


@in_words
def how_alike() -> Panel:
    """Return kappa with quadratic weights from 20 pairs on; before that, what is missing."""
    return show.panel(sheet, always=True, switch=False)


def sheet(person: Person, names: Naming) -> list[Note] | str:
    """Return kappa in a note, without names."""
    del names
    found = steadiness(person)
    if found.kappa is None:
        there = count(len(found.frame), "rating")
        return f"{there} asked again so far; from {KAPPA_FROM} on, kappa stands here."
    return [
        Note(
            f"Weighted kappa of {count(len(found.frame), 'pair')}: {found.kappa:.2f}.",
            (ALIKE.format(titles.WHOLE[3:]),),
            figures=(FIGURES.format(found.smallest, found.smallest_high),),
        )
    ]
