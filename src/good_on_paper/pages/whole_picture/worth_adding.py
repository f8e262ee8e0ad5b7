"""What is most worth adding next: the one job, rating, episode or re-rating that would sharpen the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import HOW_IT_WENT
from good_on_paper.charts import naming
from good_on_paper.charts.whole_picture import WorthAdding
from good_on_paper.frames.schema import HIDDEN
from good_on_paper.language.counts import count, quoted
from good_on_paper.pages import titles
from good_on_paper.pages.tally import tally
from good_on_paper.patterns.steadiness import FEWEST_PAIRS
from good_on_paper.study.asked_again import due_on

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

    Next = Callable[[Person, Mapping[Hashable, str]], WorthAdding | None]


def worth_adding(person: Person, names: Naming = "names") -> WorthAdding | None:
    """Return the first of these that is missing; None without a job, or if none is missing.

    How a job went: without it the job is in no comparison. A job: below a number of jobs no pattern can be
    told from chance. A rating of what they need, then of other circumstances: a line counts only the jobs
    that have one. Two times in one job: within a job, much else stayed the same. Ratings asked again: they
    show how far apart two answers must lie.
    """
    if not tally(person).asked:
        return None
    shown = naming(person.roles().index, names)
    made = (find(person, shown) for find in _IN_ORDER)
    return next((one for one in made if one is not None), None)


def _how_it_went(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    reasons = person.ratings(blanks="reason")
    said = person.ratings().get(person.asked_outcome)
    blank = reasons.get(person.asked_outcome, pd.Series("", reasons.index))
    open_ = reasons.index[blank.eq("") & (said.isna() if said is not None else True)]
    if not len(open_):
        return None
    many = "" if len(open_) == 1 else f" {count(len(open_), 'job')} wait for that."
    return WorthAdding(
        f"How {shown[open_[0]]} went.", f"Until you say so, it is in no comparison.{many}", titles.LIKE
    )


def _job(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    del shown
    went = tally(person).went
    if went >= patterns.FEWEST_ROLES:
        return None
    few = count(went, "job")
    return WorthAdding(
        "One more job, even a short one.",
        f"With {few} we can’t tell a pattern from chance. That takes {patterns.FEWEST_ROLES}.",
        titles.WORK,
    )


def _need(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    del shown
    rated, reasons, words = person.ratings(), person.ratings(blanks="reason"), person.words()
    lacking = {}
    for line in person.guesses:
        there = rated[line].notna() if line in rated else pd.Series(data=False, index=rated.index)
        blank = reasons[line] if line in reasons else pd.Series("", reasons.index)
        if left := int((~there & blank.eq("")).sum()):
            lacking[line] = left
    if not lacking:
        return None
    line = max(lacking, key=lambda one: lacking[one])
    left, of = lacking[line], len(rated)
    return WorthAdding(
        f"{quoted(words[line].label)} for {count(left, 'job')}.",
        f"You said you need it, and it has {of - left} of {of} jobs to go by.",
        titles.LIKE,
    )


def _question(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    del shown
    found = tally(person)
    if found.whole >= found.worth:
        return None
    return WorthAdding(
        "One more question, for all your jobs.",
        f"You have answered {found.whole} for every job, and {found.worth} are plenty.",
        titles.LIKE,
    )


def _episode(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    rated = person.ratings(kind="episode")
    went = rated.loc[rated[HOW_IT_WENT].notna(), "role"] if HOW_IT_WENT in rated else pd.Series(dtype=str)
    there = went.value_counts()
    compared = list(there.index[there > 1])
    roles = person.roles()
    roles = roles[roles.index.isin(person.ratings().index) & ~roles.index.isin(compared)]
    if len(compared) >= patterns.FEWEST_ROLES or roles.empty:
        return None
    lasted = (roles["end"].fillna(pd.Timestamp(person.today)) - roles["start"]).dropna()
    longest = lasted.idxmax() if len(lasted) else roles.index[0]
    return WorthAdding(
        f"A good and a bad time in {shown[longest]}.",
        f"Within one job much else stayed the same. So far {len(compared)} of your jobs can be read so.",
        titles.LIKE,
    )


def _again(person: Person, shown: Mapping[Hashable, str]) -> WorthAdding | None:
    del shown
    pairs, due = person.asked_again(), due_on(person)
    if int(pairs["how"].eq(HIDDEN).sum()) >= FEWEST_PAIRS or due is None or due > person.today:
        return None
    return WorthAdding(
        "Some of your ratings, asked again.",
        "Then we know how far apart two of your answers must be to mean something.",
        titles.WHOLE,
    )


_IN_ORDER: tuple[Next, ...] = (_how_it_went, _job, _need, _question, _episode, _again)
