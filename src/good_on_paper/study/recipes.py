"""Recipes of a person's guesses: which of them recur together, with the words that the looks have earned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.language.counts import quoted
from good_on_paper.study import looks
from good_on_paper.study.contrast import each_look, for_recipes, jobs
from good_on_paper.study.declared import LOOK, lost
from good_on_paper.study.own_choice import early_guesses
from good_on_paper.study.search import search

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from good_on_paper.study.person import Person

SHUFFLES = 4000
"""More than a thousand, because the part of the budget is so small."""
_MIDDLE, _OVER_THE_MIDDLE = 4.5, 4.51
"""On a scale from 1 to 7, the first is not high; no mean of so few points lies between the two."""
LAST_TO_PAY = 2
"""Later looks cannot pay: so many shuffles cannot show anything so rare. Words earned before stay."""


@dataclass(frozen=True)
class Earned:
    """The word that a look gave one recipe."""

    good: bool
    simplest: tuple[str, ...]
    word: str


def worded(person: Person, term: str) -> str:
    """Write a term in the words of its lines."""
    words = person.words()
    parts = [(part.startswith("~"), words[part.removeprefix("~")].label) for part in term.split("*")]
    return " and ".join(f"{'little' if absent else 'a lot'} of {quoted(label)}" for absent, label in parts)


def recipes(
    person: Person, index: Sequence[str] | None = None, *, crossover: float | None = None
) -> patterns.Recipes | None:
    """Return the recipes of the guesses, with the words that the looks have earned; None without guesses.

    A recipe keeps the strongest word that a look gave it, but never more than the latest answers would get at
    a first look: a later correction can lower a word, but not raise it.

    Parameters
    ----------
    index
        Names for the roles, in order; by default their own.
    crossover
        The rating from which a guess counts as high. Any other than the declared one earns no word: the
        result is a picture only.
    """
    taken = looks.looks(person)
    rated = person.lines()
    if not taken or not _guessed(person, rated):
        return None
    here = rated if index is None else rated.set_axis(list(index))
    when = person.began.reindex(rated.index).set_axis(here.index)
    if crossover is not None:
        return _recipes(person, here, when, 0.0, crossover)
    now = _recipes(person, here, when, spend(1, person.outcomes, jobs(person)))
    words = person.kept("recipes", lambda: _earned(person))
    return replace(now, good=_least(now.good, words), bad=_least(now.bad, words))


def spend(number: int, declared: Sequence[str], jobs_: int) -> float:
    """Return what the recipes of both endings may spend at a look, beside the lines."""
    part = for_recipes(jobs_) if number <= LAST_TO_PAY else 0
    return float(patterns.look_budget(number, len(declared)) * part)


def _guessed(person: Person, rated: pd.DataFrame) -> list[str]:
    """Return the guesses that have ratings; none if no job has an outcome.

    We leave out a guess that says nearly the same as the outcome: it would go with itself.
    """
    kin = person.item(person.primary_outcome).kin
    there = [line for line in early_guesses(person) if line in rated and line not in kin]
    return there if person.primary_outcome in rated else []


def _earned(person: Person) -> list[Earned]:
    """Return the words that each look gave at its price. A look that told nothing cost nothing.

    There are none if the person changed the main outcome after the first look.
    """
    found: list[Earned] = []
    outcome = person.primary_outcome
    if outcome != person.outcomes[0]:
        return found
    number = 1 + len(lost(person, LOOK))  # looks that an older copy does not hold are paid for too
    for look, lines in zip(looks.looks(person), each_look(person, outcome), strict=True):
        then = person.as_of(look.seq)
        rated = then.lines()
        tells = lines is not None and bool(lines.frame["word"].ne(patterns.TOO_FEW).any())
        if _guessed(person, rated):
            seen = _recipes(person, rated, then.began, spend(number, person.outcomes, jobs(then)))
            for recipe in (seen.good, seen.bad):
                if recipe.solution is not None:
                    found.append(Earned(recipe.good, recipe.solution.simplest, recipe.word))
                    tells |= recipe.word != patterns.TOO_FEW
        number += tells
    return found


def _recipes(
    person: Person,
    rated: pd.DataFrame,
    when: pd.Series,
    budget: float,
    crossover: float | None = None,
) -> patterns.Recipes:
    items, guessed = person.words(), _guessed(person, rated)
    labels = {line: quoted(items[line].label) for line in guessed}
    says = {line: (f"a lot of {label}", f"little of {label}") for line, label in labels.items()}
    outcome = person.primary_outcome
    cross = {} if crossover is None else dict.fromkeys(guessed, crossover)
    if rated[outcome].eq(_MIDDLE).any():  # the mean of own criteria can lie on it, a rating cannot
        cross[outcome] = _OVER_THE_MIDDLE
    return search(
        patterns.recipes,
        rated,
        outcome,
        guesses=guessed,
        says=says,
        crossover=cross or None,
        scales=person.scales(rated),
        budget=budget,
        shuffles=SHUFFLES,
        when=when,
    )


def _least(now: patterns.Recipe, words: Sequence[Earned]) -> patterns.Recipe:
    """Lower the word of a recipe to the strongest word that it earned."""
    if now.solution is None:
        return now
    same = [one.word for one in words if (one.good, one.simplest) == (now.good, now.solution.simplest)]
    strongest = max(same, key=patterns.WORDS.index, default=patterns.SHUFFLE)
    return replace(now, word=min(now.word, strongest, key=patterns.WORDS.index))
