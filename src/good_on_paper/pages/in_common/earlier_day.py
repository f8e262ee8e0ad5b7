"""The page as it was on an earlier day, and what has changed since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts import Note
from good_on_paper.language.counts import count, quoted, uncapital
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.line_ups import line_up_sections
from good_on_paper.pages.in_common.over_time import changes, every_word, labelled
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section, Slider
from good_on_paper.study import looks
from good_on_paper.study.contrast import report

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

HEADING = "An earlier day, and what changed since"


@in_words
def earlier_day() -> Panel:
    """Return the line-ups as they were on an earlier day, chosen in a list, with what has changed since.

    The list has only days with an answer; with answers of one day there is nothing to go back to. Looking
    back is no look: it costs nothing.
    """
    person = me()
    last = last_answers(person)
    if not last:
        return show.panel(lambda _person, _names: "", always=True)
    at = [len(last) - 1]

    def choose(place: int) -> None:
        at[0] = place

    days = list(last)
    picker = Slider("The page on", tuple(map(_said, days)), at[0], choose, as_list=True)
    return show.following(
        lambda now, names: sheet(now, names, days[at[0]], last[days[at[0]]]),
        heading=HEADING,
        slider=picker,
        first=show.ALL,
    )


def last_answers(person: Person) -> dict[dt.date, int]:
    """Return the last answer of each day on which there are any, oldest first, without the newest day.

    Answers about jobs to come and interviews change nothing here, so their days do not count.
    """
    ahead = {unit.id for kind in ("target", "interview") for unit in person.units(kind)}
    last = {
        answer.given.astimezone().date(): answer.seq for answer in person.given() if answer.unit not in ahead
    }
    newest = max(last, default=None)
    return {day: seq for day, seq in sorted(last.items()) if day != newest}


def sheet(now: Person, names: Naming, day: dt.date, seq: int) -> Layout:
    """Return what has changed since a day, and the line-ups of the last look before it."""
    said = _said(day)
    heading = f"On {said}"
    end = now.as_of(seq)
    taken = looks.looks(end)
    if not taken:
        rated = end.lines().drop(columns=end.primary_outcome, errors="ignore")
        lines = count(int(rated.notna().any().sum()), "circumstance")
        before = f"You had not looked by then. You had named {count(len(rated), 'job')} and rated {lines}."
        return Layout((Section("", (), before),))
    then = now.as_of(taken[-1].taken)
    charts_then = [
        *line_up_sections(then, report(then), names, heading=heading),
        *(part for outcome in then.second_outcomes for part in _beside(then, outcome, names, heading)),
    ]
    return Layout(
        (
            Section("", [changed(then, now, said)]),
            *(replace(section, fold=f"The charts {uncapital(heading)}") for section in charts_then),
        )
    )


def _beside(then: Person, outcome: str, names: Naming, heading: str) -> list[Section]:
    """Return the line-ups by another outcome that was declared by then."""
    by = f"{heading}, by {quoted(then.words()[outcome].label)}"
    return line_up_sections(then, report(then, outcome), names, heading=by)


def changed(then: Person, now: Person, said: str) -> Note:
    """Write what is new and what reads differently since a look on an earlier day."""
    before, after = every_word(then), every_word(now)
    other = [line for line in after if line in before and before[line] != after[line]]
    known = {line for _, line in before}
    new = [line for line in after if line[1] not in known]
    old, young = then.lines(), now.lines()
    rows, columns = old.index.intersection(young.index), old.columns.intersection(young.columns)
    was, is_ = old.loc[rows, columns], young.loc[rows, columns]
    moved = int((was.ne(is_) & was.notna() & is_.notna()).fillna(value=False).to_numpy().sum())
    more, others = len(young) - len(old), len({line for _, line in other})
    parts = [
        f"{count(abs(more), 'job')} {'more' if more > 0 else 'fewer'}" if more else "",
        f"{count(len({line for _, line in new}), 'circumstance')} more" if new else "",
        f"{count(moved, 'rating')} changed" if moved else "",
        f"{count(others, 'circumstance')} now {'has' if others == 1 else 'have'} another word"
        if others
        else "",
    ]
    parts = [part for part in parts if part]
    table = pd.DataFrame(
        {
            said: [before.get(line, "not there yet") for line in [*other, *new]],
            "Now": [after[line] for line in [*other, *new]],
        },
        pd.Index([labelled(now, *line) for line in [*other, *new]], name="Circumstance"),
    )
    return Note(
        f"Since {said}: {', '.join(parts) or 'nothing changed'}.",
        changes(now, before, after, other),
        tables=(table,) if len(table) else (),
        fold="One by one, then and now",
    )


def _said(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
