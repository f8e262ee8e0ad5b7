"""Time in between: what gets them through the day, the gaps between jobs, and the ledger of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.charts import Note
from good_on_paper.charts.names import naming
from good_on_paper.forms import BetweenJobs, ThreeLines
from good_on_paper.frames.days import WORDS
from good_on_paper.frames.gaps import between, gaps
from good_on_paper.frames.names import DAYS
from good_on_paper.language.counts import capital, count
from good_on_paper.language.lengths import amount, hours
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.panels import Section
from good_on_paper.record.days import MARGIN

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

_WELL: Final = WORDS[MARGIN]
WAITS_AND_GAPS: Final = "Every wait and gap"
_HEADS: Final = ("In between", "Where", "How long", "What became of it")


@in_words
def three_lines() -> ThreeLines:
    """Return the form for what gets them through the day, in three lines, on demand."""
    person = me()
    return ThreeLines(person.record, person.catalogue)


@in_words
def between_jobs() -> BetweenJobs:
    """Return the form that asks what became of the time between jobs, on demand."""
    person = me()
    return BetweenJobs(person.record, person.catalogue)


def through_the_day(person: Person) -> list[Note]:
    """Return the three lines in order; nothing while none is written."""
    said = person.current(items=keys.THROUGH, units=(person.unit,))
    lines = [str(said[person.unit.id, key].value) for key in keys.THROUGH if (person.unit.id, key) in said]
    return (
        [Note("What gets you through the day, the best first.", tuple(filter(None, lines)))] if lines else []
    )


def ledger(person: Person, told: pd.DataFrame, names: Naming) -> list[Section]:
    """Return the ledger of time in between: waits in a day and gaps between jobs, and what became of each."""
    apart = gaps(person)
    shown = naming(person.roles().index, names)
    here = told[told["margin"].ne("")]
    days = [
        (
            row["what"] if names == "names" and row["what"] else "a part of the day",
            f"{capital(DAYS[row['day']])}, {shown[row['role']]}",
            "not said" if pd.isna(row["minutes"]) else hours(float(row["minutes"])),
            _WELL[row["margin"]],
        )
        for row in here.to_dict("records")
    ]
    jobs = [
        (
            "a gap",
            between(shown[row["before"]], shown[row["after"]]),
            amount(float(row["weeks"])),
            ": ".join(filter(None, (_WELL.get(row["margin"], ""), row["what"] if names == "names" else "")))
            or "not said",
        )
        for row in apart.to_dict("records")
    ]
    said = [*here["margin"], *apart["margin"]]
    if not any(said):
        return []
    spent, wasted = said.count("spent"), said.count("wasted")
    silent = f", {len(said) - spent - wasted} not said" if len(said) > spent + wasted else ""
    many = count(len(said), "wait or gap", "waits and gaps")
    title = f"Of {many}, {spent} {'was' if spent == 1 else 'were'} well spent and {wasted} wasted{silent}."
    table = pd.DataFrame([*days, *jobs], columns=list(_HEADS), dtype="str").set_index(_HEADS[0])
    return [Section(WAITS_AND_GAPS, [Note(title, tables=(table,), fold="One by one")])]
