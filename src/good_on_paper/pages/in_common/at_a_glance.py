"""The whole at a glance: the mirrored chart, the picture of everything, and a list that opens each chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.catalogue import COST
from good_on_paper.charts.everything import rows_in_order
from good_on_paper.charts.grid_of_ratings import counted
from good_on_paper.charts.job_rows import WENT
from good_on_paper.language.counts import count, quoted
from good_on_paper.language.own_ends import own_ends
from good_on_paper.pages.in_common.drawn import current_jobs, order_of
from good_on_paper.panels import Section

if TYPE_CHECKING:
    from good_on_paper.charts import Chart, Deferred
    from good_on_paper.charts.names import Naming
    from good_on_paper.patterns import Contrast
    from good_on_paper.study.person import Person

MIRROR: Final = "About the job, and about you"
SHOW_ALL: Final = "Show all"
ASIDE: Final = "Each opens its own chart. They show what you said, and no more."
TOO_FEW: Final = "These show what you said. With so few jobs we cannot tell a pattern from chance."
ALIKE: Final = (
    "These show what you said. All {} jobs have the same {}, so there is nothing to compare with it."
)
ONE_JOB: Final = ", and comes mostly from one job"
"""What we add to a circumstance that the mirrored chart leaves out for that."""
_ENDS: Final = {
    patterns.THIRDS: ("went best", "went least well"),
    patterns.MEDIAN: ("went better", "went less well"),
    patterns.MARKS: ("went well", "I would not do again"),
}


def mirror_section(person: Person, result: Contrast, names: Naming) -> list[Section]:
    """Return the mirrored chart; nothing while no line was higher at one end."""
    scope, lines = scope_of(person), result.frame["line"]
    found = patterns.mirrored(result, {line: scope.get(line) for line in lines})
    if found.frame.empty:
        return []
    chart = charts.mirrored(
        found,
        person.words(),
        names=names,
        current=current_jobs(person),
        ends=ends_of(person, result),
        order=order_of(person, result),
        by=person.words()[result.outcome].label if person.second_outcomes else "",
    )
    return [Section(MIRROR, [chart])]


def everything_sections(
    person: Person, result: Contrast, names: Naming, made: Deferred[Chart]
) -> list[Section]:
    """Return all circumstances in a fold: one picture, and a list where each row opens its line-up.

    Parameters
    ----------
    person, result, names
        Whose contrast it is, and whether names are shown.
    made
        The line-ups of the rated lines, in the order of the contrast.
    """
    scope, drawn = scope_of(person), charts.rated_lines(result)
    if not drawn:
        return []
    ends = ends_of(person, result)
    whole = charts.everything(
        result,
        person.words(),
        scope=scope,
        needs=person.guesses,
        current=current_jobs(person),
        reasons=person.ratings(blanks="reason"),
        names=names,
        ends=ends,
        by=(order_of(person, result) or WENT).shuffled,
    )
    rows = rows_in_order(result, scope).to_dict("records")
    fold = f"{SHOW_ALL}: {count(len(rows), 'circumstance')} at once"
    labels = person.words()
    single = set(result.frame.loc[patterns.from_one_role(result.frame), "line"])
    listed = tuple(
        f"{labels[row['line']].label}: high in {_both(row, ends)} \N{MIDDLE DOT} {row['word']}"
        f"{ONE_JOB * (row['line'] in single)}"
        if _both(row, ends)
        else labels[row["line"]].label
        for row in rows
    )
    one_by_one = made.chosen(drawn.index(row["line"]) for row in rows)
    return [
        Section("", [whole], fold=fold),
        Section("One at a time", one_by_one, _sentence(person, result), fold=fold, listed=listed),
    ]


def ends_of(person: Person, result: Contrast) -> tuple[str, str]:
    """Return the words for both ends: "went best", "went least well"; or for what the jobs cost."""
    if result.outcome == COST:
        return "cost least", "cost most"
    if result.split != patterns.MARKS:
        own = own_ends(result.outcome, halves=result.split == patterns.MEDIAN)
        if own is not None:
            return own.did
    return _ENDS[result.split] if order_of(person, result) is None else ("are on top", "are at the foot")


def scope_of(person: Person) -> dict[str, str | None]:
    """Return whether each circumstance is about the job or about the person."""
    return {key: item.scope for key, item in person.words().items()}


def _both(row: dict[object, object], ends: tuple[str, str]) -> str:
    told = [
        (counted(row, group, aloud=True), end) for group, end in zip(("best", "worst"), ends, strict=True)
    ]
    return ", ".join(f"{said} that {end}" for said, end in told if said)


def _sentence(person: Person, result: Contrast) -> str:
    """Write what the charts of the list are worth: there may be too few jobs, or nothing that differs."""
    outcome = result.outcome
    went = result.wide[outcome].dropna() if outcome in result.wide else pd.Series(dtype=float)
    if len(went) >= patterns.FEWEST_ROLES and went.min() == went.max():
        return ALIKE.format(len(went), quoted(person.words()[outcome].label))
    return ASIDE if result.frame["word"].ne(patterns.TOO_FEW).any() else TOO_FEW
