"""The charts, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import charts, patterns
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from IPython.display import HTML

    from good_on_paper.charts import Chart, Panel
    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me

NO_JOBS = "No jobs yet. Name them in 01 Your work so far; then run this page again."
NO_LINES = "No line is rated yet. Rate some in 02 What it was like; then run this page again."
NO_OUTCOME = (
    "How it went is not said yet. Say it at the end of 02 What it was like; then run this page again."
)


@in_words
def years(*, how_it_went: bool = False) -> Panel | HTML:
    """Return the jobs over the years, marked by how they went when asked to and known."""
    mine = me()
    roles = mine.roles()
    if roles.empty:
        return sentence(NO_JOBS)
    groups = mine.contrast().groups if how_it_went and mine.has_outcome else None
    return _panel(mine, lambda names: [charts.career_strip(roles, groups, names=names)])


@in_words
def line_ups() -> Panel | HTML:
    """Return a line-up for each rated line, the largest difference first; none of them tested."""
    mine = me()
    lacking = _lacking(mine)
    if lacking:
        return sentence(lacking)
    result, reasons, words = mine.contrast(), mine.ratings(blanks="reason"), mine.words()
    return _panel(
        mine, lambda names: charts.lineups(result, words, names=names, reasons=reasons, went=mine.went)
    )


@in_words
def side_by_side() -> Panel | HTML:
    """Return the six lines with the largest differences over all jobs at once."""
    mine = me()
    lacking = _lacking(mine)
    if lacking:
        return sentence(lacking)
    result = patterns.role_map(mine.lines(), mine.primary_outcome, scales=mine.scales())
    reasons, words = mine.ratings(blanks="reason"), mine.words()
    return _panel(
        mine, lambda names: [charts.role_map(result, words, names=names, reasons=reasons, went=mine.went)]
    )


def _lacking(mine: Me) -> str:
    if not mine.record.units("role"):
        return NO_JOBS
    if not mine.has_outcome:
        return NO_OUTCOME if mine.has_lines else NO_LINES
    return "" if mine.has_lines else NO_LINES


def _panel(mine: Me, draw: Callable[[Naming], list[Chart]]) -> Panel:
    return charts.Panel(draw("names"), draw("letters"), exports=mine.exports)
