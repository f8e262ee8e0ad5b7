"""The search as a whole, on request only: four cells, how far each went, months, advice followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts import Note
from good_on_paper.charts.how_far import STEPS
from good_on_paper.charts.search_months import search_months as draw_months
from good_on_paper.frames.names import STAGES
from good_on_paper.frames.search_months import search_months
from good_on_paper.language.counts import count
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Ask, Layout, Section
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

_ASK: Final = Ask(
    "Your search as a whole",
    ("What they and you wanted, how far each one went, and what the months brought. None is a verdict.",),
    "Show my search",
)
_BY: Final = {"channel": "How you talked", "stage": "Stage", "met": "Who you met"}
_CHANNELS: Final = {"phone": "phone", "screen": "screen", "in_person": "in person"}
_INTERVAL: Final = (
    "Limits of the share, with 90 of 100 (Clopper and Pearson). They overlap more often than not."
)


@in_words
def search() -> Panel:
    """Return the charts of the search behind a button; nothing for a day after a no, or without a search."""
    asked = [False]

    def make(person: Person, names: Naming) -> Layout | str:
        log, jobs = person.interviews(), person.processes()
        if after_a_no(person) or (log.empty and jobs["furthest"].isna().all()):
            return ""
        if not asked[0]:
            return Layout((), ask=_ASK)
        sections = [
            *(
                [Section("They wanted me, I wanted it", [charts.four_cells(log, names=names)])]
                if len(log)
                else []
            ),
            Section(
                "How far each one went",
                [charts.how_far(jobs, patterns.how_far(jobs, list(STEPS)), names=names), *_side_by_side(log)],
            ),
            Section("Month by month", [draw_months(search_months(person))]),
            *_advice(jobs),
        ]
        return Layout(tuple(sections))

    def reveal() -> None:
        asked[0] = True

    return show.panel(make, always=True, reveal=reveal, first=12)


def _side_by_side(log: pd.DataFrame) -> Iterator[Note]:
    """Count the yes by channel, stage and person, where each side has five."""
    words = _CHANNELS | STAGES
    for column, heading in _BY.items():
        counted = patterns.side_by_side(log, column)
        if counted.empty:
            continue
        names = [words.get(str(group), str(group)) for group in counted.index]
        yes, ended = counted["yes"].tolist(), counted["ended"].tolist()
        told = [f"{one} of {of} {name}" for one, of, name in zip(yes, ended, names, strict=True)]
        ends = zip(counted["low"].tolist(), counted["high"].tolist(), strict=True)
        shown = pd.DataFrame(
            {
                "They said yes": yes,
                "Ended": ended,
                "Limits": [f"{round(100 * low)} to {round(100 * high)} of 100" for low, high in ends],
            },
            index=pd.Index(names, name=heading),
            dtype="str",
        )
        yield Note(f"They said yes: {', '.join(told)}.", figures=(_INTERVAL,), tables=(shown,))


def _advice(jobs: pd.DataFrame) -> Iterator[Section]:
    """Count what came of each piece of advice that they followed; we recommend none."""
    told = jobs[["advice", "outcome"]].explode("advice").dropna(subset=["advice"])
    if told.empty:
        return
    table = pd.crosstab(told["advice"], told["outcome"])
    table = table.rename(columns={"no_answer": "no answer"}).astype("str")
    table.columns.name, table.index.name = None, "Advice followed"
    title = f"Advice followed in {count(told.index.nunique(), 'job')}, and how those stand."
    yield Section("Advice I followed", [Note(title, tables=(table,), fold="The counts")])
