"""How many orders a few outcomes have: what shuffles could tell at all, whatever the answers."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import comb, factorial, prod
from typing import Final

from good_on_paper.patterns.budgets import HOW_IT_WENT

FEWEST_ROLES: Final = 5
EITHER_SIDE: Final = 2


def orders_of(went: Sequence[float]) -> int:
    """Return how many different orders these outcomes have."""
    return factorial(len(went)) // prod(factorial(many) for many in Counter(went).values())


def screenable(went: Sequence[float], spend: Fraction = HOW_IT_WENT) -> int:
    """Return on how many lines at most the neatest order of these outcomes could stand out from shuffles.

    For each line, two of all orders are as neat as the neatest; we use whole numbers only.

    >>> [screenable(range(roles)) for roles in (4, 5, 6, 7, 8)]
    [0, 3, 18, 126, 1008]
    >>> screenable([1, 1, 1, 1, 2, 2, 2, 2])  # four against four
    1
    """
    return int(spend * orders_of(went) / 2) if len(went) >= FEWEST_ROLES else 0


def parts_tell(one: int, other: int) -> bool:
    """Return whether so many roles against so many others could stand out from shuffles.

    >>> [parts_tell(*parts) for parts in ((3, 4), (4, 4), (3, 5), (2, 6))]
    [False, True, True, False]
    """
    orders = comb(one + other, one)
    return min(one, other) >= EITHER_SIDE and HOW_IT_WENT * orders >= 2  # noqa: PLR2004 - both ways
