"""Recipes of a person's guesses: which of them recur together, at the price of the looks so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from good_on_paper import charts, patterns
from good_on_paper.charts.text import quoted
from good_on_paper.kit import looks
from good_on_paper.kit.report import FOR_RECIPES, LAST_TO_PAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me

SHUFFLES = 2000
"""So small a part of the budget asks for more than a thousand."""


def called(mine: Me, names: Naming) -> list[str]:
    """Give what each job is called on this page, in order."""
    shown = charts.naming(mine.lines().index, names)
    return [shown[role] for role in mine.lines().index]


def worded(mine: Me, term: str) -> str:
    """Say a term in the words of its lines."""
    words = mine.words()
    parts = [(part.startswith("~"), words[part.removeprefix("~")].label) for part in term.split("*")]
    return " and ".join(f"{'little' if absent else 'much'} {quoted(label)}" for absent, label in parts)


def recipes(
    mine: Me, index: Sequence[str] | None = None, *, crossover: float | None = None
) -> patterns.Recipes | None:
    """Return the recipes of the guesses, with the words that the last look has earned; None without guesses.

    What was corrected since that look can lower a word and not raise it.

    Parameters
    ----------
    index
        What the roles are called, in order; without, by their names.
    crossover
        From where a rating of a guess counts as high; other than the declared one it earns no word, so what
        comes of it is a picture only.
    """
    taken = looks.looks(mine)
    rated = mine.lines()
    outcome = mine.primary_outcome
    guessed = [line for line in mine.guesses if line in rated]
    if not taken or not guessed or outcome not in rated:
        return None
    budget = spend(len(taken), taken[0].outcomes)
    then = type(mine)(mine.record, taken[-1].seq).lines()
    if index is not None and then.index.equals(rated.index):
        then = then.set_axis(list(index))
    here = rated if index is None else rated.set_axis(list(index))
    if crossover is not None:
        return _recipes(mine, here, guessed, 0.0, dict.fromkeys(guessed, crossover))
    now = _recipes(mine, here, guessed, budget)
    earned = now if then.equals(here) else _recipes(mine, then, guessed, budget)
    return replace(now, good=_least(now.good, earned.good), bad=_least(now.bad, earned.bad))


def spend(number: int, declared: Sequence[str]) -> float:
    """Return what the recipes of both endings may spend at a look: their part, beside that of the lines."""
    return float(patterns.look_budget(min(number, LAST_TO_PAY), len(declared)) * FOR_RECIPES)


def _recipes(
    mine: Me,
    rated: pd.DataFrame,
    guessed: Sequence[str],
    budget: float,
    crossover: dict[str, float] | None = None,
) -> patterns.Recipes:
    items = mine.words()
    labels = {line: quoted(items[line].label) for line in guessed}
    says = {line: (f"much of {label}", f"little of {label}") for line, label in labels.items()}
    kept = [line for line in guessed if line in rated]
    return patterns.recipes(
        rated,
        mine.primary_outcome,
        guesses=kept,
        says=says,
        crossover=crossover,
        scales=mine.scales(),
        budget=budget,
        shuffles=SHUFFLES,
    )


def _least(now: patterns.Recipe, earned: patterns.Recipe) -> patterns.Recipe:
    """Give a recipe of now the word it earned, where that is the lesser one."""
    return replace(now, word=min(now.word, earned.word, key=patterns.WORDS.index))
