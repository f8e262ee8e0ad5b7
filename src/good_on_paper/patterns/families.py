"""Guesses and the other lines: what each family may spend, and when it hands its part to the other."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from good_on_paper.patterns.orders import screenable

GUESS: Final = "guess"
EXPLORATORY: Final = "exploratory"
WEIGHTS: Final = {GUESS: Fraction(3, 5), EXPLORATORY: Fraction(2, 5)}
"""Each family's part of what a look may spend, where both can tell something."""


def allotted(tested: Mapping[str, int], went: Sequence[float], budget: Fraction) -> dict[str, Fraction]:
    """Share what a look may spend between the families that can tell something.

    A family gets nothing if its part could tell nothing, whatever the answers were; the other then gets all.
    This depends on how many lines, roles and equal outcomes there are, not on which role had what.

    Parameters
    ----------
    tested
        Family to how many of its lines are tested.
    went
        How the roles went.
    budget
        The budget of both together.

    Examples
    --------
    >>> allotted({"guess": 0, "exploratory": 20}, range(8), Fraction(1, 20))
    {'guess': Fraction(0, 1), 'exploratory': Fraction(1, 20)}
    >>> allotted({"guess": 1, "exploratory": 3}, range(8), Fraction(1, 20))
    {'guess': Fraction(3, 100), 'exploratory': Fraction(1, 50)}
    """
    there = [family for family in WEIGHTS if tested.get(family)]
    able = [name for name in there if tested[name] <= screenable(went, budget * WEIGHTS[name])]
    if len(able) == len(WEIGHTS):
        return {family: budget * weight for family, weight in WEIGHTS.items()}
    whole = min(able or there, key=lambda family: tested[family], default="")
    return {family: budget if family == whole else Fraction(0) for family in WEIGHTS}


def handed_on(
    spend: Mapping[str, Fraction], all_pass: Callable[[str, Fraction], bool]
) -> dict[str, Fraction]:
    """Hand the whole part of a family to the other once all its lines have passed.

    Parameters
    ----------
    spend
        As `allotted`.
    all_pass
        Takes a family and what it may spend; says whether every line of it passes.

    Notes
    -----
    Bonferroni between families inside a closed test: Bretz, F., Maurer, W., Brannath, W. & Posch, M. (2009),
    A graphical approach to sequentially rejective multiple test procedures, Statistics in Medicine 28,
    586-604. Which line is in which family is fixed before the look, and Bonferroni holds however the families
    hang together, so both can use the same shuffles. Only a family that is rejected as a whole may hand on:
    after a single line the errors would exceed the budget.
    """
    gives = {
        family: part if part and all_pass(family, part) else Fraction(0) for family, part in spend.items()
    }
    return {
        family: part + sum((gives[other] for other in spend if other != family and part), Fraction(0))
        for family, part in spend.items()
    }
