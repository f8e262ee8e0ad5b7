"""The charts, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import charts, patterns
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.charts import Chart, Panel
    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me

    Make = Callable[[Me, Naming], list[Chart] | str]

NO_JOBS = "No jobs yet. Name them in 01 Your work so far; then run this page again."
NO_LINES = "No line is rated yet. Rate some in 02 What it was like; then run this page again."
NO_OUTCOME = (
    "How it went is not said yet. Say it at the end of 02 What it was like; then run this page again."
)


@in_words
def years(*, how_it_went: bool = False) -> Panel:
    """Return the jobs over the years, marked by how they went when asked to and known."""

    def make(mine: Me, names: Naming) -> list[Chart] | str:
        roles = mine.roles()
        if roles.empty:
            return NO_JOBS
        went = mine.lines().get(mine.primary_outcome) if how_it_went else None
        groups = None if went is None else patterns.thirds(went)
        return [charts.career_strip(roles, groups, names=names)]

    return _panel(make)


@in_words
def line_ups() -> Panel:
    """Return a line-up for each rated line, the largest difference first; none of them tested."""

    def make(mine: Me, names: Naming) -> list[Chart] | str:
        rated = mine.lines()
        result = patterns.contrast(rated, mine.primary_outcome, scales=mine.scales())
        reasons, words = mine.ratings(blanks="reason"), mine.words()
        return charts.lineups(result, words, names=names, reasons=reasons, went=mine.went)

    return _panel(_when_rated(make))


@in_words
def side_by_side() -> Panel:
    """Return the six lines with the largest differences over all jobs at once."""

    def make(mine: Me, names: Naming) -> list[Chart] | str:
        result = patterns.role_map(mine.lines(), mine.primary_outcome, scales=mine.scales())
        reasons, words = mine.ratings(blanks="reason"), mine.words()
        return [charts.role_map(result, words, names=names, reasons=reasons, went=mine.went)]

    return _panel(_when_rated(make))


def _when_rated(make: Make) -> Make:
    """Let a sentence stand in for the charts while something is still to be given."""
    return lambda mine, names: _lacking(mine) or make(mine, names)


def _lacking(mine: Me) -> str:
    if not mine.record.units("role"):
        return NO_JOBS
    rated = mine.lines()
    if not rated.drop(columns=mine.primary_outcome, errors="ignore").notna().to_numpy().any():
        return NO_LINES
    went = rated.get(mine.primary_outcome)
    return "" if went is not None and went.notna().any() else NO_OUTCOME


def _panel(make: Make) -> Panel:
    mine = me()
    return charts.Panel(
        lambda names: make(mine, names), exports=mine.exports, version=lambda: mine.record.newest
    )
