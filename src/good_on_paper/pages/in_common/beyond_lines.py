"""Beyond single lines, in sentences: lines together, stated against lived, what they can live with.

Each is there only if the record has what it needs. Only the recipes give a word of evidence; the others put
answers side by side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.catalogue import COST
from good_on_paper.charts import Note
from good_on_paper.charts.lineup import STILL_THERE
from good_on_paper.charts.words import rests_on
from good_on_paper.language.counts import capital, number, quoted, uncapital
from good_on_paper.language.own_ends import own_ends
from good_on_paper.pages.in_common.drawn import called, current_jobs
from good_on_paper.pages.in_common.mixes_in_words import together
from good_on_paper.pages.in_common.over_time import guessed, meanings, then_and_now
from good_on_paper.study.contrast import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

    Finding = Callable[[Person, Naming], Chart | Note | None]

_MOST = 3  # how many things sentences list; the rest is in the fold-out
_SEVERAL = 2
NO_SHUFFLE = "These are your answers side by side; we did not compare them with chance."


def notes(person: Person, names: Naming) -> list[Chart | Note]:
    """Return what there is to say, in the order of the page."""
    every: tuple[Finding, ...] = (
        *(together, guessed, in_four, borne),
        *(cost, meanings, then_and_now),
    )
    return [note for find in every if (note := find(person, names)) is not None]


def in_four(person: Person, names: Naming) -> Note | None:
    """Divide the jobs by the first two guesses: "chaos was fine with a strong boss"."""
    rated = person.lines()
    pair = [line for line in person.guesses if line in rated][:2]
    if len(pair) < _SEVERAL:
        return None
    words = [person.words()[line] for line in pair]
    needs, less = [item.need or item.label for item in words], [item.keyed < 0 for item in words]
    jobs, outcome = rated.set_axis(called(person, names)), person.primary_outcome
    found = patterns.two_lines(jobs, pair[0], pair[1], outcome, scales=person.scales(jobs))
    said = []
    for first, second, roles, went in found.frame.itertuples(index=False):
        much = [high != turned for high, turned in zip((first, second), less, strict=True)]
        head = f"{_there(much[0])} {quoted(needs[0])}, {uncapital(_there(much[1]))} {quoted(needs[1])}"
        told = "; ".join(f"{role} ({number(value)})" for role, value in zip(roles, went, strict=True))
        if roles:
            said.append(f"{head}: {told}.")
    return Note(
        f"The first two things you need, together; each job with {uncapital(person.went)}.",
        (
            *said,
            *((f"Not rated on both: {'; '.join(found.left_out)}.",) if found.left_out else ()),
            NO_SHUFFLE,
        ),
    )


def _there(much: bool) -> str:
    return "With" if much else "Without"


def borne(person: Person, names: Naming) -> Note | None:
    """Write what was there both in jobs that went best and in jobs that went least well."""
    result = patterns.renamed(report(person), called(person, names))
    words = person.words()
    found = patterns.alike(result).frame
    hard = found[[words[line].keyed < 0 for line in found["line"]]]
    if hard.empty:
        return None
    own = own_ends(result.outcome)
    best, worst = ("best", "that went least well") if own is None else (own.best, f"that {own.did[1]}")
    table = pd.DataFrame(
        {
            f"{capital(best)} jobs with it": ["; ".join(roles) for roles in hard["best"]],
            f"With it, of those {worst}": ["; ".join(roles) for roles in hard["worst"]],
        },
        pd.Index([words[line].label for line in hard["line"]], name="Circumstance"),
    )
    said = [
        f"{words[row['line']].label}: there in {'; '.join(row['best'])} (among the {best}), "
        f"and in {'; '.join(row['worst'])} (among those {worst})."
        for row in hard.head(_MOST).to_dict("records")
    ]
    many = "1 hard thing was" if len(hard) == 1 else f"{len(hard)} hard things were"
    return Note(
        f"{many} there both in some of the {best} jobs and in some {worst}.",
        (*said, NO_SHUFFLE),
        tables=(table,) if len(hard) > _MOST else (),
        fold=f"All {len(hard)}",
    )


def cost(person: Person, names: Naming) -> Chart | None:
    """Draw what the jobs cost, in the order of how they went: two outcomes, so there are no shuffles."""
    ratings, outcome = person.ratings(), person.primary_outcome
    if outcome == COST or not {COST, outcome} <= set(ratings):
        return None
    both = ratings[[COST, outcome]]
    result = patterns.contrast(both, outcome, kin=[COST], scales=person.scales(both))
    reasons = person.ratings(blanks="reason")
    drawn = charts.lineup(
        result,
        COST,
        person.words()[COST],
        names=names,
        reasons=reasons,
        went=person.went,
        current=current_jobs(person),
    )
    still = [text for text in drawn.small_print if text == STILL_THERE]
    print_ = (*rests_on(result, int(ratings[COST].notna().sum())), *still, NO_SHUFFLE)
    return replace(drawn, small_print=print_, figures=())
