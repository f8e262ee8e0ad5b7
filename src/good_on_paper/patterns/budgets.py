"""What the kit may spend on false words over a life: three questions, and the part of one look in each."""

from fractions import Fraction
from typing import Final

HOW_IT_WENT: Final = Fraction(1, 20)
"""What goes with how the jobs went: lines, recipes, a second outcome and levels wanted share it."""
WHEN_IT_GOT_DULL: Final = Fraction(1, 20)
"""What goes with when a job got dull, how dull, and why; and how far the verdict leans on the ending."""
BAROMETER: Final = Fraction(1, 25)
"""How a person reads a room: whether their feeling is better or worse than what came of it."""
RANK_TEST: Final = Fraction(1, 100)
"""How a person reads a room: whether interviews that felt better ended better."""
READING_A_ROOM: Final = BAROMETER + RANK_TEST
"""How a person reads a room: both tests together."""
FOR_LIFE: Final = HOW_IT_WENT + WHEN_IT_GOT_DULL + READING_A_ROOM
"""Of people with nothing to find, at most this share ever sees a false word."""


def look_budget(look: int = 1, outcomes: int = 1, of: Fraction = HOW_IT_WENT) -> Fraction:
    """Return how much of the budget of its question a look may spend.

    Parameters
    ----------
    look : int
        1 for the first. It gets nine tenths; each later look gets half of what is left.
    outcomes : int
        How many outcomes were declared before the first look; they share the budget.
    of : fractions.Fraction
        The budget of the question: one of the three of this module.

    Returns
    -------
    fractions.Fraction
        A probability: how often, at most, this look may call something a finding that is chance.

    Examples
    --------
    >>> [float(look_budget(look)) for look in (1, 2, 3)]
    [0.045, 0.0025, 0.00125]
    """
    share = Fraction(9, 10) if look == 1 else Fraction(1, 10) / 2 ** (look - 1)
    return of * share / outcomes
