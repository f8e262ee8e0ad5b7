"""Recipes, under the hood: both endings, what is necessary, other crossovers, files for R."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import charts
from good_on_paper.charts import Note
from good_on_paper.language.counts import capital, number
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import called
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section, Slider
from good_on_paper.patterns.recipes import between, sweep, truth_table
from good_on_paper.study.recipes import recipes, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.patterns import Recipe, Recipes
    from good_on_paper.study.person import Person

NONE = "Recipes are made of what you said you need, and you had named nothing before your first look."
_HEADINGS = {True: "What went well", False: "What did not"}
_ENOUGH = 0.9
_OTHER = (
    "Seen from another crossover than the declared one: a picture to try the recipe out, which gives no word."
)


def crossovers(person: Person) -> list[float]:
    """Return the values from which a rating may count as high: between points of the scale, not at an end."""
    ends = [person.scales()[line] for line in person.guesses if line in person.scales()] or [(1.0, 7.0)]
    low, high = max(low for low, _ in ends), min(high for _, high in ends)
    return [step + 0.5 for step in range(int(low) + 1, int(high) - 1)]


def declared(person: Person) -> float:
    """Return the crossover at which a recipe gets its word."""
    ends = [person.scales()[line] for line in person.guesses if line in person.scales()] or [(1.0, 7.0)]
    return between(*ends[0])


def sheet(person: Person, names: Naming, crossover: float) -> Layout | str:
    """Return both endings at one crossover of the conditions."""
    shown = called(person, names)
    other = crossover != declared(person)
    found = recipes(person, shown, crossover=crossover if other else None)
    if found is None:
        return NONE
    if found.reason:
        return found.reason
    there = [recipe for recipe in (found.good, found.bad) if recipe.solution is not None]
    where = [_where(person, found, there, crossover)] if there else []
    return Layout(
        (
            Section("", where),
            _jobs(person, found, other=other),
            Section("What nearly all of them share", [_necessary(person, found)]),
            Section("For R, and for other programs", [_files(found)]),
        ),
        (_OTHER,) if other else (),
    )


def _jobs(person: Person, found: Recipes, *, other: bool) -> Section:
    """Draw who has which mix of either ending, and write both in the notation of the method."""
    heading = "Which job has which mix"
    both = (found.good, found.bad)
    none = [f"{_HEADINGS[recipe.good]}: {recipe.sentences[0]}" for recipe in both if recipe.solution is None]
    there = [recipe for recipe in both if recipe.solution is not None]
    if not there:
        return Section(heading, (), " ".join(none))
    words = {term: worded(person, term) for term in found.covers["term"].unique()}
    small = [*(_worth(recipe, word=not other) for recipe in there), *none]
    parts: Sequence[Chart | Note] = [charts.mixes(found.covers, words, small=small), _notation(there)]
    return Section(heading, parts)


def _worth(recipe: Recipe, *, word: bool) -> str:
    """Write the word of a recipe, if it may have one, its shuffles, and how many are as simple."""
    assert recipe.solution is not None  # noqa: S101 - asked for one that is there
    said = f"{capital(recipe.word)}. " if word else ""
    return f"{_HEADINGS[recipe.good]}: {said}{recipe.sentences[-1]} {capital(recipe.solution.count_text)}."


def _notation(there: Sequence[Recipe]) -> Note:
    figures, tables = [], []
    for recipe in there:
        figures.append(f"{_HEADINGS[recipe.good]}: {recipe.notation}")
        if recipe.cautious is not None and recipe.chance is not None:
            figures.append(
                f"Assuming nothing unseen: {' + '.join(recipe.cautious.simplest)} "
                f"({recipe.cautious.count_text}; {recipe.chance.as_simple:,} of {recipe.chance.shuffles:,} "
                "shuffles as simple as the one above)"
            )
        fit = recipe.frame[["incl", "PRI", "covS", "covU"]].map(_figure)
        tables.append(fit.set_index(pd.Index(recipe.frame["term"], name=_HEADINGS[recipe.good])))
    return Note(
        "The same in the notation of the method.",
        figures=tuple(figures),
        tables=tuple(tables),
        fold="The notation",
    )


def _where(person: Person, found: Recipes, recipes_: Sequence[Recipe], crossover: float) -> Chart:
    """Draw the range of the crossover in which each recipe stays, beside its shuffle number."""
    ranges, small = {}, []
    for recipe in recipes_:
        assert recipe.solution is not None  # noqa: S101 - those that are there
        heading = _HEADINGS[recipe.good]
        said = "; or ".join(worded(person, term) for term in recipe.solution.simplest)
        ranges[heading, said] = _stays(person, found, recipe)
        small.append(f"{heading}: {recipe.solution.count_text}. {recipe.sentences[-1]}")
    return charts.stays(ranges, crossover, small=small)


def _stays(person: Person, found: Recipes, recipe: Recipe) -> dict[float, bool]:
    """Return at which crossovers the same recipe is one of the simplest."""
    rated = person.lines()
    assert recipe.solution is not None  # noqa: S101 - asked for one that is there
    table = sweep(
        rated,
        recipe.solution.simplest,
        person.primary_outcome,
        found.roles.conditions,
        crossovers=crossovers(person),
        good=recipe.good,
        outcome_crossover=between(*person.scales().get(person.primary_outcome, (1.0, 7.0))),
        scales=person.scales(rated),
    )
    return dict(zip(table["crossover"].tolist(), map(bool, table["stays"]), strict=True))


def _necessary(person: Person, found: Recipes) -> Note:
    """Put the necessity table into words: what (nearly) all jobs of one ending have."""
    table = found.necessity
    single = table[table["kind"].eq("single")]
    said = []
    for ending, heading in (("good", "went well"), ("bad", "did not go well")):
        near = single[single["ending"].eq(ending) & (single["inclN"] >= _ENOUGH)]
        told = [f"{worded(person, row['name'])} ({_trivial(row['RoN'])})" for row in near.to_dict("records")]
        said.append(f"Jobs that {heading}: {'; '.join(told) or 'no single guess is in nearly all of them'}.")
    figures = table[["inclN", "RoN", "covN"]].map(_figure)
    figures.insert(
        0, "Ending", ["went well" if ending == "good" else "did not" for ending in table["ending"]]
    )
    return Note(
        "In at least nine of ten jobs with one ending:",
        tuple(said),
        ("inclN consistency, RoN relevance of necessity (low: nearly every job has it), covN coverage.",),
        (figures.set_index(pd.Index(table["name"], name="Condition")),),
    )


def _trivial(relevance: float) -> str:
    telling = relevance >= 1 / 2  # not a number if every job has it
    return "and not in all others" if telling else "but nearly every job has it"


def _figure(value: float) -> str:
    return "" if pd.isna(value) else f"{value:.3f}"


def _files(found: Recipes) -> Note:
    roles = found.roles
    table = truth_table(roles.sets, roles.outcome, roles.conditions).plain
    return Note(
        "The truth table and both solutions as CSV.",
        ("Conditions as 0 and 1, OUT, n, incl, PRI and the jobs; the solutions a row a term.",),
        csv=(("truth table", table), ("solutions", _flat(found.frame))),
    )


def _flat(frame: pd.DataFrame) -> pd.DataFrame:
    made = frame.copy()
    for column in ("covered", "others"):
        made[column] = ["; ".join(roles) for roles in frame[column]]
    return made.set_index("term")


@in_words
def mixes() -> Panel:
    """Return the recipes of the guesses for both endings, with a slider for what counts as high."""
    person = me()
    steps = crossovers(person)
    at = [declared(person)]

    def choose(place: int) -> None:
        at[0] = steps[place]

    slider = Slider("Counts as much from", tuple(map(number, steps)), steps.index(at[0]), choose)
    return show.following(lambda seen, names: sheet(seen, names, at[0]), first=12, slider=slider)
