"""How often the kit says a word where there is nothing, and how often it finds what is there.

Invented careers of 20 lines, answered from 1 to 7, as the pages look at them: first looks, dated jobs, 3
guesses unless a row says otherwise. Drift is how much each job is like the one before it; liking how much one
general feeling about a job colours every answer. Shares of careers, with twice their standard error: a false
word on any line where nothing is related, and a word found on the one line that was planted. The last but two
is of whole invented people: two looks each at how it went, with recipes, and at boredom; then come the
barometer, and the limits of steadiness, with 2,000 people each.

`python benchmarks/honesty.py people 100` makes one table with 100 careers a row; without words it makes all
of them, with 300 (--quick: 60), in some ten minutes. Career by career the same number gives the same career,
so tables can be made one at a time, and a longer run holds a shorter one. Aims: a false word in at most .08
of careers, .13 at 12 jobs and .15 at 20 that drift by .8; of whole people .10, and .15 once interviews are
looked at too. benchmarks/README.md keeps what came of it.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy

import sys
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from definitions import definitions_table
from interviews import SEEDS, barometer_table
from own_choice import late_choice_table, own_choice_table
from steadiness import steadiness_table
from tables import heads, row, share

from good_on_paper import patterns
from good_on_paper.patterns import FOUND, STANDS_OUT, look_budget
from good_on_paper.patterns.evidence import evidence
from good_on_paper.study import contrast, recipes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from good_on_paper.patterns.ranks import Floats

LINES = [f"line {line:02}" for line in range(20)]
KEY = dict(zip(LINES, (1, 1, 1, -1, 0, 1, -1, 1, 1, 0) * 2, strict=True))
DULL = ("later", "less deep", "too little", "too much", "no point")
EACH = 300
WHOLE = (1, 7)
DRIFTS = "by shuffles alone"
TREND, WALK, HALVES = "a trend", "a walk", "two halves"
SHAPES = (TREND, WALK, HALVES)
Drift = float | str


def drifting(dice: np.random.Generator, jobs: int, columns: int, drift: Drift) -> Floats:
    """Normal values, each like the one before it by so much; or of one of the `SHAPES`."""
    values = dice.standard_normal((jobs, columns))
    if isinstance(drift, str):
        return shaped(dice, values, drift)
    for job in range(1, jobs):
        values[job] = drift * values[job - 1] + np.sqrt(1 - drift**2) * values[job]
    return values


def shaped(dice: np.random.Generator, noise: Floats, shape: str) -> Floats:
    """A random walk; or three fifths of the spread a steady rise, or a step up, or down, at some job."""
    jobs, columns = noise.shape
    if shape == WALK:
        walked = noise.cumsum(axis=0)
        return np.asarray((walked - walked.mean(axis=0)) / walked.std(axis=0))
    years = (np.arange(jobs) - (jobs - 1) / 2)[:, None]
    way = years / years.std()
    if shape == HALVES:
        way = np.where(years < dice.choice(years[2:-2, 0], columns), -1.0, 1.0)
    return np.asarray(np.sqrt(0.6) * way * dice.choice([-1, 1], columns) + np.sqrt(0.4) * noise)


def likert(felt: Floats) -> Floats:
    return np.asarray(np.clip(np.round(4 + 1.5 * felt), *WHOLE))


def career(
    seed: int,
    jobs: int,
    drift: Drift = 0.0,
    *,
    liking: float = 0.0,
    planted: int | None = None,
    rho: float = 0.9,
    outcomes: int = 1,
) -> pd.DataFrame:
    """Lines and outcomes of so many jobs, and the year each began; nothing is related but what is planted."""
    kind = 100 + SHAPES.index(drift) if isinstance(drift, str) else round(10 * drift)
    dice = np.random.default_rng([seed, jobs, kind])
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


def words(
    frame: pd.DataFrame, *, guesses: int = 3, look: int = 1, key: dict[str, int] | None = None
) -> dict[str, set[str]]:
    """Each line's words by all the outcomes there are; DRIFTS where only the years took a word back.

    Without a key no word is the strongest, but there are as many, in two thirds of the time.
    """
    there = [outcome for outcome in ("overall", "cost") if outcome in frame]
    told: dict[str, set[str]] = {line: set() for line in LINES}
    for outcome in there:
        if not promising(frame[LINES], frame[outcome], look_budget(look, len(there)), guesses):
            continue
        found = patterns.contrast(
            frame,
            outcome,
            LINES[:guesses],
            key,
            scales=WHOLE,
            budget=look_budget(look, len(there)),
            when="began",
            beside=[other for other in there if other != outcome],
        ).frame
        for line, word, drift in zip(found["line"], found["word"], found["drift"], strict=True):
            told[line].add(DRIFTS if drift else str(word))
    return told


def promising(lines: pd.DataFrame, went: pd.Series, budget: Fraction, guesses: int = 3) -> bool:
    """Whether some hundred shuffles leave a word possible; if not, 20,000 would not give one either.

    They are held to four times as much, and to a tenth at least: a line that passed all would have to fail
    here by some ten standard errors.
    """
    if not budget:
        return False
    generous = max(4 * budget, Fraction(1, 10))
    told = evidence(lines, went, guesses=LINES[:guesses], budget=generous, shuffles=500)
    return bool({*FOUND} & {*told.columns["word"]})


def a_word(told: dict[str, set[str]], besides: int | None = None, among: Collection[str] = FOUND) -> bool:
    """Whether any line has one of them, the planted one aside."""
    return any({*among} & said for line, said in told.items() if besides is None or line != LINES[besides])


def whole_person(seed: int, jobs: int, drift: float) -> bool:
    """Whether somebody with nothing to find sees a word on either page, at a first or a second look."""
    later = career(seed, jobs + 1, drift)
    first = later.iloc[:-1]
    went = any(_page_of_how_it_went(frame, look) for look, frame in ((1, first), (2, later)))
    return went or any(_page_of_boredom(seed, frame, look, drift) for look, frame in ((1, first), (2, later)))


def _page_of_how_it_went(frame: pd.DataFrame, look: int) -> bool:
    declared = ("overall",)
    budget = contrast.spend(look, declared, len(frame))
    if promising(frame[LINES], frame["overall"], budget):
        lines = patterns.contrast(frame, guesses=LINES[:3], scales=WHOLE, budget=budget, when="began")
        if {*FOUND} & {*lines.frame["word"]}:
            return True
    of_recipes = recipes.spend(look, declared, len(frame))
    if not of_recipes:
        return False
    both = patterns.recipes(
        frame, guesses=LINES[:3], scales=WHOLE, budget=of_recipes, shuffles=recipes.SHUFFLES, when="began"
    )
    return bool({*FOUND} & {both.good.word, both.bad.word})


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
    hopeful = {
        outcome: part for outcome, part in spend.items() if promising(lines[LINES], every[outcome], part)
    }
    asked = every.drop(columns=[outcome for outcome in DULL if outcome not in hopeful])
    found = patterns.contrasts(asked, hopeful, LINES[:3], scales=WHOLE, when="began")
    lean = patterns.lean(judged, "overall", "end", "ordinary", budget=of_lean, when=frame["began"])
    said_words = {word for result in found.values() for word in result.frame["word"]} | {lean.word}
    return bool(set(FOUND) & said_words)


def both_ways(careers: Iterable[pd.DataFrame]) -> tuple[str, str]:
    """False words by shuffles alone, and with the years too."""
    told = [words(frame) for frame in careers]
    return share(a_word(one, among=(*FOUND, DRIFTS)) for one in told), share(a_word(one) for one in told)


def drift_table(each: range) -> None:
    heads("Nothing is related: false words", "jobs", "drift", "by shuffles alone", "with the years too")
    for jobs in (6, 8, 10, 12, 20):
        for drift in (0.0, 0.6, 0.8):
            row(jobs, drift, *both_ways(career(seed, jobs, drift) for seed in each))


def shapes_table(each: range) -> None:
    heads("Other ways to drift: false words", "jobs", "drift", "by shuffles alone", "with the years too")
    for jobs in (8, 12, 20):
        for shape in SHAPES:
            row(jobs, shape, *both_ways(career(seed, jobs, shape) for seed in each))


def power_table(each: range) -> None:
    heads(
        "One line is planted", "jobs", "drift", "correlation", "guesses", "found", "a false word on another"
    )
    rows = ((8, 0.0, 0.95, 10, 0), (8, 0.0, 0.95, 0, 1), (12, 0.0, 0.9, 10, 3), (12, 0.0, 0.9, 1, 3))
    more = ((12, 0.0, 0.8, 10, 0), (20, 0.0, 0.9, 10, 3), (12, 0.6, 0.9, 10, 3), (20, 0.6, 0.9, 10, 3))
    for jobs, drift, rho, planted, guesses in (*rows, *more):
        careers = (career(seed, jobs, drift, planted=planted, rho=rho) for seed in each)
        told = [words(frame, guesses=guesses) for frame in careers]
        found = share(bool({*FOUND} & one[LINES[planted]]) for one in told)
        which = f"{guesses}, it is {'one' if planted < guesses else 'none'}" if guesses else "none"
        row(jobs, drift, rho, which, found, share(a_word(one, planted) for one in told))


def liking_table(each: range) -> None:
    heads("Nothing but a general liking (.4)", "jobs", "any word", "stands out")
    for jobs in (8, 12, 20):
        told = [words(career(seed, jobs, liking=0.4), key=KEY) for seed in each]
        out = share(any(STANDS_OUT in said for said in one.values()) for one in told)
        row(jobs, share(a_word(one) for one in told), out)


def guesses_table(each: range) -> None:
    heads("False words by guesses, without drift", "guesses", "8 jobs", "12 jobs")
    for guesses in (0, 1, 5):
        row(
            guesses,
            *(share(a_word(words(career(seed, jobs), guesses=guesses)) for seed in each) for jobs in (8, 12)),
        )


def looks_table(each: range) -> None:
    heads("False words over more looks or outcomes", "jobs", "drift", "two looks, a job more", "two outcomes")
    for jobs in (8, 12, 20):
        for drift in (0.0, 0.6):
            careers = [career(seed, jobs + 1, drift) for seed in each]
            looks = share(a_word(words(one.iloc[:-1])) or a_word(words(one, look=2)) for one in careers)
            two = share(a_word(words(career(seed, jobs, drift, outcomes=2))) for seed in each)
            row(jobs, drift, looks, two)


def people_table(each: range) -> None:
    heads("Whole people with nothing to find who see a word on either page", "jobs", "drift", "see one")
    for drift in (0.0, 0.6, 0.8):
        for jobs in (8, 12, 20):
            row(jobs, drift, share(whole_person(seed, jobs, drift) for seed in each))


TABLES = {
    "drift": drift_table,
    "power": power_table,
    "shapes": shapes_table,
    "liking": liking_table,
    "guesses": guesses_table,
    "looks": looks_table,
    "definitions": lambda each: definitions_table(each, career, promising),
    "choice": lambda each: own_choice_table(each, career, promising),
    "late": lambda each: late_choice_table(each, career, promising),
    "people": people_table,
    "barometer": barometer_table,
    "steadiness": steadiness_table,
}


def main() -> None:
    given = next((int(word) for word in sys.argv[1:] if word.isdigit()), None)
    for name in [name for name in TABLES if name in sys.argv] or TABLES:
        usual = SEEDS if name in ("barometer", "steadiness") else EACH
        TABLES[name](range(60 if "--quick" in sys.argv else given or usual))


if __name__ == "__main__":
    main()
