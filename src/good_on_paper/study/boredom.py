"""What goes with boredom: the evidence on when it set in, how deep it went and why, with one budget for all.

Boredom has looks of its own. We date, store and pay for them like the looks at how it went, but apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import keys
from good_on_paper.frames.boredom import CAUSES, SET_IN
from good_on_paper.frames.quiet import asked_roles
from good_on_paper.study import looks
from good_on_paper.study.contrast import LAST_TO_PAY, earned, table_of
from good_on_paper.study.declared import DULL_LOOK, lost
from good_on_paper.study.own_choice import early_guesses, pictures_only
from good_on_paper.study.search import search

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from good_on_paper.patterns import Contrast, Lean
    from good_on_paper.study.person import Person

LATER, SHALLOW = "later", "less deep"
OUTCOMES: Final = (LATER, SHALLOW, *CAUSES)
"""In each, more means less boredom: later, less deep, for another cause."""
LEAN: Final = "lean"
WORST, ORDINARY, END = keys.DULL_WORST, keys.DULL_ORDINARY, keys.DULL_END
ITEMS: Final = (SET_IN, WORST, keys.DULL_BECAUSE, ORDINARY, END)
KIN: Final = {"too_little": ("variety",), "too_much": ("pace",), "no_point": ("purpose",)}
"""Lines that say nearly the same as a cause."""


@dataclass(frozen=True)
class DullReport:
    """What goes with boredom.

    Attributes
    ----------
    lines : dict
        Each of `OUTCOMES` to its contrast, with the words that the looks have earned.
    lean : good_on_paper.patterns.Lean or None
        How far the verdict leans on the ending; None without an outcome.
    jobs : pandas.DataFrame
        The answers about each job; see `good_on_paper.frames.boredom.boredom`.
    """

    lines: Mapping[str, Contrast]
    lean: Lean | None
    jobs: pd.DataFrame

    def tells(self, outcome: str) -> bool:
        """Return whether enough jobs are rated to give a word on an outcome."""
        return bool(self.lines[outcome].frame["word"].ne(patterns.TOO_FEW).any())


def dull_report(person: Person) -> DullReport:
    """Return what goes with boredom as it stands, with the words that the looks so far have earned."""
    return person.kept("dull report", lambda: _dull_report(person))


def _dull_report(person: Person) -> DullReport:
    seen = _each_look(person)
    now = _report(person, _spend(1))
    lines = {
        outcome: replace(result, frame=_earned(result, outcome, seen))
        for outcome, result in now.lines.items()
    }
    lean = now.lean
    if lean is not None:
        given = [report.lean.word for report in seen if report is not None and report.lean is not None]
        most = max(given, key=patterns.WORDS.index, default=patterns.SHUFFLE)
        lean = replace(lean, word=min(lean.word, most, key=patterns.WORDS.index))
    return DullReport(lines, lean, now.jobs)


def said_of(jobs: pd.DataFrame) -> pd.DataFrame:
    """Return a row per job with `OUTCOMES` as numbers: more means less boredom, NA means no answer.

    Gehan's scores place the jobs that have not got dull yet; see `good_on_paper.patterns.gehan`. A cause is 0
    if the person named it, 1 if they named another.
    """
    named = jobs["because"].map(len) > 0
    columns = {LATER: patterns.gehan(jobs), SHALLOW: 0 - jobs[WORST]}
    for cause in CAUSES:
        other = pd.Series([float(cause not in keys) for keys in jobs["because"]], jobs.index)
        columns[cause] = other.where(named)
    return pd.DataFrame(columns, jobs.index).astype("Float64")


def _earned(result: Contrast, outcome: str, seen: list[DullReport | None]) -> pd.DataFrame:
    rows = earned(result.frame, [None if report is None else report.lines[outcome].frame for report in seen])
    kinds = result.frame.dtypes.to_dict() | {"look": "Int64"}
    return patterns.in_order(table_of(rows, kinds))


def _each_look(person: Person) -> list[DullReport | None]:
    """Return what each look showed, at the price of that look; None if it came too late to tell."""
    return person.kept("dull looks", lambda: _looked(person))


def _looked(person: Person) -> list[DullReport | None]:
    found: list[DullReport | None] = []
    number = 1 + len(lost(person, DULL_LOOK))
    for look in looks.looks(person, DULL_LOOK):
        if number > LAST_TO_PAY:
            found.append(None)
            continue
        nothing_since = look.taken == (person.record.newest if person.moment is None else person.moment)
        then = person if nothing_since else person.as_of(look.seq)
        report = _report(then, _spend(number))
        number += int(any(report.tells(outcome) for outcome in OUTCOMES))
        found.append(report)
    return found


def _spend(number: int) -> Fraction:
    return patterns.look_budget(number, of=patterns.WHEN_IT_GOT_DULL)


def _report(person: Person, budget: Fraction) -> DullReport:
    return person.kept(("dull", budget), lambda: _made(person, budget))


def _made(person: Person, budget: Fraction) -> DullReport:
    jobs = person.boredom()
    outcome = person.asked_outcome
    rated = person.lines(outcome=outcome, include_private=True)
    lines = rated.drop(columns=outcome, errors="ignore")
    frame = _as_numbers(lines.join(said_of(jobs)))
    guesses = [line for line in early_guesses(person, ITEMS) if line in lines]
    pictures = pictures_only(person, ITEMS)
    kin = {name: [line for line in (*KIN.get(name, ()), *pictures) if line in frame] for name in OUTCOMES}
    judged = jobs[[WORST, ORDINARY, END]].join(rated[[outcome]]) if outcome in rated else None
    needs = {name: patterns.lines_of(frame, OUTCOMES, name, guesses, kin[name]) for name in OUTCOMES}
    if judged is not None:
        needs[LEAN] = patterns.least_for_lean(judged, outcome, END, ORDINARY)
    spend = patterns.shares(needs, budget)
    items = {item.key: item for item in person.catalogue.items(hidden=True)}
    found = search(
        patterns.contrasts,
        frame,
        {name: spend[name] for name in OUTCOMES},
        guesses,
        {line: items[line].keyed for line in lines.columns},
        scales=person.scales(frame),
        kin=kin,
        when=person.began,
    )
    lean = None
    if judged is not None:
        part = spend[LEAN]
        lean = search(
            patterns.lean, judged, outcome, END, ORDINARY, [WORST], key=-1, budget=part, when=person.began
        )
    return DullReport(found, lean, jobs)


def _as_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as float64, NaN for blanks: once, not for each outcome it is compared by."""
    return pd.DataFrame(frame.to_numpy(dtype=float, na_value=np.nan), frame.index, frame.columns)


def _cells(person: Person) -> set[tuple[str, ...]]:
    """Return the cells that a look shows: boredom, and the lines and the outcome of the same jobs."""
    lines = [item.key for item in person.catalogue.items("circumstance", hidden=True)]
    asked = [*ITEMS, *lines, person.asked_outcome]
    standing = person.counted(items=asked)
    there = {cell for cell, answer in standing.items() if answer.state == "value"}
    listed = {unit.id for unit in asked_roles(person)}
    dull = {role for role, item in there if item in ITEMS and role in listed}
    return {(role, item) for role, item in there if role in dull}


DULL: Final = looks.Page(DULL_LOOK, _cells, lambda _person: OUTCOMES)
"""What goes with when it got dull."""
