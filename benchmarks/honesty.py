"""How often the kit says a word where there is nothing, and how often it finds what is there.

Invented careers of 20 lines, answered from 1 to 7, as the pages look at them: first looks, dated jobs, 3
guesses unless a row says otherwise. Drift is how much each job is like the one before it; liking how much one
general feeling about a job colours every answer. Shares of careers, with twice their standard error: a false
word on any line where nothing is related, and a word found on the one line that was planted. The last table
is of whole invented people: two looks each at how it went, with recipes, and at boredom.

`python benchmarks/honesty.py people 100` makes one table with 100 careers a row; without words it makes all
of them, with 300 (--quick: 60). Aims: a false word in at most .08 of careers, .13 at 12 jobs and .15 at 20
that drift by .8; of whole people .10, and .15 once interviews are looked at too.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy

import sys
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from good_on_paper import patterns
from good_on_paper.patterns import FOUND, STANDS_OUT, look_budget
from good_on_paper.study import contrast, recipes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.patterns.ranks import Floats

LINES = [f"line {line:02}" for line in range(20)]
KEY = dict(zip(LINES, (1, 1, 1, -1, 0, 1, -1, 1, 1, 0) * 2, strict=True))
DULL = ("later", "less deep", "too little", "too much", "no point")
EACH = 300
WHOLE = (1, 7)


def drifting(dice: np.random.Generator, jobs: int, columns: int, drift: float) -> Floats:
    """Normal values, each like the one before it by so much."""
    values = dice.standard_normal((jobs, columns))
    for job in range(1, jobs):
        values[job] = drift * values[job - 1] + np.sqrt(1 - drift**2) * values[job]
    return values


def likert(felt: Floats) -> Floats:
    return np.asarray(np.clip(np.round(4 + 1.5 * felt), *WHOLE))


def career(
    seed: int,
    jobs: int,
    drift: float = 0.0,
    *,
    liking: float = 0.0,
    planted: int | None = None,
    rho: float = 0.9,
    outcomes: int = 1,
) -> pd.DataFrame:
    """Lines and outcomes of so many jobs, and the year each began; nothing is related but what is planted."""
    dice = np.random.default_rng([seed, jobs, round(10 * drift)])
    felt, lines = drifting(dice, jobs, outcomes, drift), drifting(dice, jobs, len(LINES), drift)
    if planted is not None:
        lines[:, planted] = rho * felt[:, 0] + np.sqrt(1 - rho**2) * lines[:, planted]
    if liking:
        general, ways = dice.standard_normal((jobs, 1)), np.array([*KEY.values()])
        share = np.where(ways == 0, 0, liking)
        lines = ways * np.sqrt(share) * general + np.sqrt(1 - share) * lines
        felt = np.sqrt(liking) * general + np.sqrt(1 - liking) * felt
    columns = [*LINES, *("overall", "cost")[:outcomes]]
    frame = pd.DataFrame(likert(np.column_stack([lines, felt])), columns=columns)
    return frame.assign(began=2000.0 + np.arange(jobs)).set_axis([f"job {job:02}" for job in range(jobs)])


def words(frame: pd.DataFrame, *, guesses: int = 3, look: int = 1, dated: bool = True) -> dict[str, set[str]]:
    """Each line's words by all the outcomes there are."""
    there = [outcome for outcome in ("overall", "cost") if outcome in frame]
    told: dict[str, set[str]] = {line: set() for line in LINES}
    for outcome in there:
        found = patterns.contrast(
            frame if dated else frame.drop(columns="began"),
            outcome,
            LINES[:guesses],
            KEY,
            scales=WHOLE,
            budget=look_budget(look, len(there)),
            when="began" if dated else None,
            beside=[other for other in there if other != outcome],
        ).frame
        for line, word in zip(found["line"], found["word"], strict=True):
            told[line].add(str(word))
    return told


def a_word(told: dict[str, set[str]], besides: int | None = None) -> bool:
    """Whether any line has one, the planted one aside."""
    return any(set(FOUND) & said for line, said in told.items() if besides is None or line != LINES[besides])


def whole_person(seed: int, jobs: int, drift: float) -> bool:
    """Whether somebody with nothing to find sees a word on either page, at a first or a second look."""
    later = career(seed, jobs + 1, drift)
    first = later.iloc[:-1]
    went = any(_page_of_how_it_went(frame, look) for look, frame in ((1, first), (2, later)))
    return went or any(_page_of_boredom(seed, frame, look, drift) for look, frame in ((1, first), (2, later)))


def _page_of_how_it_went(frame: pd.DataFrame, look: int) -> bool:
    declared = ("overall",)
    lines = patterns.contrast(
        frame,
        guesses=LINES[:3],
        key=KEY,
        scales=WHOLE,
        budget=contrast.spend(look, declared, len(frame)),
        when="began",
    )
    both = patterns.recipes(
        frame,
        guesses=LINES[:3],
        scales=WHOLE,
        budget=recipes.spend(look, declared, len(frame)),
        shuffles=recipes.SHUFFLES if look <= recipes.LAST_TO_PAY else 1,
        when="began",
    )
    said = {*lines.frame["word"], both.good.word, both.bad.word}
    return bool(set(FOUND) & said)


def _page_of_boredom(seed: int, frame: pd.DataFrame, look: int, drift: float) -> bool:
    """What is said of boredom drifts too; of some jobs one left before it set in."""
    jobs = len(frame)
    dice = np.random.default_rng(
        [seed, 6, round(10 * drift)]
    )  # a later look sees the same of the jobs before
    felt = drifting(dice, 60, 6, drift)[:jobs]
    left, causes = dice.normal(4.4, 0.8, 60)[:jobs], drifting(dice, 60, 3, drift)[:jobs]
    until = 3.6 + 0.8 * felt[:, 0]
    seen = until <= left
    weeks = pd.DataFrame({"weeks": np.exp(np.minimum(until, left)), "set_in": seen}, frame.index)
    every = frame[[*LINES, "began"]].assign(later=patterns.gehan(weeks))
    every["less deep"] = np.where(seen, likert(felt[:, 1]), np.nan)
    for at, cause in enumerate(DULL[2:]):
        every[cause] = np.where(seen, causes[:, at] < -0.2, np.nan)
    judged = pd.DataFrame(likert(felt[:, 2:5]), frame.index, ["end", "ordinary", "overall"])
    lines = every.drop(columns="began")
    needs = {outcome: patterns.lines_of(lines, DULL, outcome, LINES[:3]) for outcome in DULL}
    needs["lean"] = patterns.least_for_lean(judged, "overall", "end", "ordinary")
    spend = patterns.shares(needs, look_budget(look, of=patterns.WHEN_IT_GOT_DULL))
    of_lean = spend.pop("lean")
    found = patterns.contrasts(every, spend, LINES[:3], KEY, scales=WHOLE, when="began")
    lean = patterns.lean(judged, "overall", "end", "ordinary", budget=of_lean, when=frame["began"])
    said_words = {word for result in found.values() for word in result.frame["word"]} | {lean.word}
    return bool(set(FOUND) & said_words)


def share(seen: Iterable[bool]) -> str:
    """Write the share with twice its standard error."""
    every = list(seen)
    often = sum(every) / len(every)
    return f"{often:.3f} +-{2 * (max(often * (1 - often), 1e-4) / len(every)) ** 0.5:.3f}"


def drift_table(each: range) -> None:
    print("\nFalse words by jobs and drift: shuffles alone; with the years too")
    for jobs in (6, 8, 10, 12, 20):
        for drift in (0.0, 0.6, 0.8):
            careers = [career(seed, jobs, drift) for seed in each]
            alone = share(a_word(words(frame, dated=False)) for frame in careers)
            both = share(a_word(words(frame)) for frame in careers)
            print(f"{jobs:4} jobs, drift {drift}: {alone}; {both}", flush=True)


def power_table(each: range) -> None:
    print("\nOne line planted: found; a false word on another")
    rows = ((8, 0.95, 10, 0), (8, 0.95, 0, 1), (12, 0.9, 10, 3), (12, 0.9, 1, 3), (12, 0.8, 10, 0))
    for jobs, rho, planted, guesses in (*rows, (20, 0.9, 10, 3)):
        told = [words(career(seed, jobs, planted=planted, rho=rho), guesses=guesses) for seed in each]
        found = share(bool(set(FOUND) & one[LINES[planted]]) for one in told)
        false = share(a_word(one, planted) for one in told)
        what = "a guess" if planted < guesses else "no guess"
        print(f"{jobs:4} jobs, {rho}, {what}, {guesses} guesses in all: {found}; {false}", flush=True)


def other_tables(each: range) -> None:
    print("\nNothing but a general liking (.4): any word; stands out")
    for jobs in (8, 12, 20):
        told = [words(career(seed, jobs, liking=0.4)) for seed in each]
        out = share(any(STANDS_OUT in said for said in one.values()) for one in told)
        print(f"{jobs:4} jobs: {share(a_word(one) for one in told)}; {out}", flush=True)
    print("\nFalse words by guesses, without drift, at 8 and 12 jobs")
    for guesses in (0, 1, 5):
        eight, twelve = (
            share(a_word(words(career(seed, jobs), guesses=guesses)) for seed in each) for jobs in (8, 12)
        )
        print(f"{guesses:4} guesses: {eight}; {twelve}", flush=True)
    print("\nFalse words over a first look and a second with one job more; by two outcomes, drift .6")
    for jobs in (8, 12):
        careers = [career(seed, jobs + 1) for seed in each]
        looks = share(a_word(words(one.iloc[:-1])) or a_word(words(one, look=2)) for one in careers)
        two = share(a_word(words(career(seed, jobs, 0.6, outcomes=2))) for seed in each)
        print(f"{jobs:4} jobs: {looks}; {two}", flush=True)


def people_table(each: range) -> None:
    print("\nWhole people with nothing to find who see a word on either page (two of the three questions)")
    for jobs in (8, 12, 20):
        for drift in (0.0, 0.6):
            seen = share(whole_person(seed, jobs, drift) for seed in each)
            print(f"{jobs:4} jobs, drift {drift}: {seen}", flush=True)


TABLES = {"drift": drift_table, "power": power_table, "others": other_tables, "people": people_table}


def main() -> None:
    given = next((int(word) for word in sys.argv[1:] if word.isdigit()), EACH)
    each = range(60 if "--quick" in sys.argv else given)
    for name in [name for name in TABLES if name in sys.argv] or TABLES:
        TABLES[name](each)


if __name__ == "__main__":
    main()
