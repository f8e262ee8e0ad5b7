"""The guesses that recur together, in one sentence with its numbers; the mixes themselves in a fold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts import Note
from good_on_paper.language.counts import count, quoted
from good_on_paper.pages.in_common.drawn import called
from good_on_paper.study import contrast
from good_on_paper.study.recipes import recipes, worded

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

_ENDINGS = {True: "what went well", False: "what did not"}
_AT_LEAST = f"that takes {contrast.FEWEST_FOR_RECIPES}"
_METHOD = "Qualitative Comparative Analysis (Ragin 1987), parsimonious; each shuffle is minimised anew."


def together(person: Person, names: Naming) -> Note | None:
    """Write which needs recur together, with the number of models and of shuffles beside it."""
    found = recipes(person, called(person, names))
    if found is None:
        return Note(
            "Combinations: we look for them among the needs you name before your first look; you named none."
        )
    good, bad = found.good, found.bad
    if found.reason:
        return Note("Combinations: too few jobs to tell.", (found.reason,))
    told = [recipe for recipe in (good, bad) if recipe.word == patterns.WORTH]
    shown = told[0] if told else good
    title = f"Worth asking about: {shown.sentences[0]}" if told else _none_told(found, len(person.roles()))
    said = [sentence for recipe in told for sentence in recipe.sentences][1:] if told else []
    one_at_a_time = good.word == patterns.TOO_FEW and contrast.jobs(person) < contrast.FEWEST_FOR_RECIPES
    if one_at_a_time:
        said.append("So we look at one thing at a time.")
    for recipe in (good, bad):
        if recipe not in told and recipe.word != patterns.TOO_FEW:
            said.append(f"For {_ENDINGS[recipe.good]}: {_untold(recipe)}")
    waiting = "; ".join(person.words()[line].label for line in found.roles.waiting)
    if waiting and not one_at_a_time:
        said.append(
            f"With so few jobs we can combine at most {len(found.roles.conditions)} things; left out: "
            f"{waiting}."
        )
    notation = [_in_labels(person, recipe.notation) for recipe in (good, bad) if recipe.notation]
    return Note(
        title,
        (*said, *found.contradictions),
        (*notation, _METHOD),
        tuple(table for table in (_terms(person, found),) if len(table)),
        fold="The combinations themselves",
    )


def _in_labels(person: Person, notation: str) -> str:
    """Return the notation of the method with the person's words for the keys in it."""
    words = {line: quoted(item.label) for line, item in person.words().items()}
    words[person.primary_outcome] = quoted(person.went)
    return re.sub(r"\w+", lambda key: words.get(key[0], key[0]), notation)


def _none_told(found: patterns.Recipes, every: int) -> str:
    """Write in one sentence why there is no mix, with the numbers it depends on; there are so many jobs."""
    there = [recipe for recipe in (found.good, found.bad) if recipe.chance]
    if not there:
        return "Combinations: nothing you need tells us, in combination, how a job went."
    if found.good.word == patterns.TOO_FEW:
        rated = len(found.roles.sets)
        some = f"{rated} of your {every} jobs rated on all we combine"
        jobs = some if rated < every else count(rated, "job")
        return f"Combinations: with {jobs}, we cannot tell them from chance; {_AT_LEAST}."
    times = [
        f"{recipe.chance.as_simple:,} of {recipe.chance.shuffles:,} shuffles for {_ENDINGS[recipe.good]}"
        for recipe in there
        if recipe.chance
    ]
    return f"Combinations: they could easily be chance. As simple a one came up in {' and '.join(times)}."


def _untold(recipe: patterns.Recipe) -> str:
    if recipe.solution is None:
        return recipe.sentences[0]
    simplest = count(recipe.solution.n_models, "explanation") + " equally simple"
    told = "one simplest explanation" if recipe.solution.n_models == 1 else simplest
    return f"{'' if recipe.solution.exact else 'at least '}{told}. {recipe.sentences[-1]}"


def _terms(person: Person, found: patterns.Recipes) -> pd.DataFrame:
    rows = [
        (
            worded(person, row["term"]),
            "went well" if recipe.good else "did not",
            "; ".join(row["covered"]) or "none",
            "; ".join(row["others"]) or "none",
            f"{row['models']} of {row['n_models']}",
        )
        for recipe in (found.good, found.bad)
        for row in recipe.frame.iloc[:-1].to_dict("records")
    ]
    head = ["Combination", "Ending", "Jobs with it", "Ended the other way", "In explanations as simple"]
    return pd.DataFrame(rows, columns=head).set_index("Combination")
