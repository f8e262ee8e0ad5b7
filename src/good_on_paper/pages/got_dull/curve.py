"""Underneath: the share of jobs that were not dull yet, and the same apart by cause and by line.

We divide jobs only if so many can be told apart, and by a line only once a look has given it a word on when
it got dull. We never ask which line divides two curves best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts import Parted
from good_on_paper.charts.chance import words_by_line
from good_on_paper.frames.boredom import CAUSES
from good_on_paper.language.counts import quoted
from good_on_paper.pages import titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Ask, Layout, Panel, Section
from good_on_paper.study import looks
from good_on_paper.study.boredom import DULL, LATER, dull_report

if TYPE_CHECKING:
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

HEADING: Final = "The same jobs as a curve"
_ASK: Final = Ask(
    HEADING,
    (
        "For those who like statistics: a step curve with its limits, which are wide for a handful of jobs.",
        "Jobs that ended before they got dull count as “not yet”, not as “never”.",
    ),
    "Show the curve",
)
_BY_CAUSE: Final = "By what made it dull"
_TOO_FEW: Final = (
    "Too few jobs to tell. It takes eight with a reason, three of them with this one and three without."
)
_BY_LINE: Final = "By what was there"
_NO_LOOK: Final = "We split your jobs here once you have looked at what the dull jobs had in common, above."
_NO_LINE: Final = "Nothing here stands out from chance, and two curves would look as if something did."
_TOO_FEW_LINES: Final = "Too few jobs that differ, so we cannot tell."
_NARROW: Final = "too few jobs with more of it, or less, for two curves"


@in_words
def step_curve() -> Panel:
    """Return the step curve of how long it took until it got dull, once it can be drawn and somebody asks."""
    person = me()
    asked: list[bool] = []

    def make(_names: Naming) -> Layout | str:
        jobs = person.boredom()
        if jobs["weeks"].isna().all():
            return ""
        if not asked:
            return Layout(ask=_ASK)
        whole = charts.step_curve(patterns.time_to_boredom(jobs), of=len(jobs))
        by_cause = _by_cause(jobs)
        causes = Section(_BY_CAUSE, by_cause, "" if by_cause else _TOO_FEW)
        return Layout((Section(HEADING, [whole]), causes, _by_line(person)))

    return Panel(
        make,
        exports=person.exports,
        version=lambda: person.record.newest,
        switch=False,
        reveal=lambda: asked.append(True),
        pages=titles.EVERY,
    )


def _by_cause(jobs: pd.DataFrame) -> list[Chart]:
    """Return a picture for each cause that enough dull jobs had, and enough had not."""
    why = jobs["because"].map(len) > 0
    found = []
    for cause, words in CAUSES.items():
        has = pd.Series([cause in keys for keys in jobs["because"]], jobs.index, dtype="boolean")
        parts = patterns.in_parts(jobs, has.where(why))
        if parts is not None:
            found.append(charts.step_curves(*parts, Parted.by_cause(words)))
    return found


def _by_line(person: Person) -> Section:
    """Return a picture for each line that earned a word in a look, and why there is none for a guess."""
    then = looks.seen(person, DULL)
    if then is None:
        return Section(_BY_LINE, (), _NO_LOOK)
    rated, labels, report = then.lines(), then.words(), dull_report(then)
    told = pd.Series(words_by_line(report.lines[LATER].frame), dtype="str")
    told = told[told.index.isin(rated.columns)]  # we draw nothing private
    drawn: list[Chart] = []
    refused: list[str] = []
    needs = then.guesses
    for line in sorted(told.index, key=lambda line: line not in needs):
        label, word = labels[line].label, str(told[line])
        if word not in patterns.FOUND:
            refused += [f"{quoted(label)}, which you need: {word}"] if line in needs else []
            continue
        more = patterns.upper_half(rated[line]).reindex(report.jobs.index)
        parts = patterns.in_parts(report.jobs, more)
        if parts is None:
            refused.append(f"{quoted(label)}: {_NARROW}")
        else:
            least = float(rated[line][more.index[more.fillna(value=False)]].min())
            drawn.append(charts.step_curves(*parts, Parted.by_line(label, least, word)))
    if told.eq(patterns.TOO_FEW).all():
        return Section(_BY_LINE, (), _TOO_FEW_LINES)
    said = [] if told.isin(patterns.FOUND).any() else [_NO_LINE]
    said += [f"Not drawn for {'; '.join(refused)}."] if refused else []
    return Section(_BY_LINE, drawn, " ".join(said))
