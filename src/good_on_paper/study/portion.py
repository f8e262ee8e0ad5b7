"""Choose which lines to ask next: guesses, unknowns of the next job, lines that vary, then at random.

This module never sees how jobs went. Lines that we chose because they separate good jobs from bad ones would
look like findings with nothing behind them.
"""

import random
import statistics
from collections.abc import Collection, Mapping, Sequence

FIRST = 6
"""Lines that everybody is asked first: those of the start page, for all jobs."""
EVENING = 3
"""Lines per evening after that; more would put people off."""
WORTH = 18
"""Lines worth asking in all: the first, and four evenings. Each further one weakens what the others tell."""

_CHOSEN, _GUESSED, _DRAWN, _UNKNOWN, _BEGUN, _CORE, _REST = range(7)


def portion(
    answered: Mapping[str, Sequence[float | None]],
    roles: int,
    lines: Sequence[str],
    *,
    guesses: Collection[str] = (),
    drawn: Collection[str] = (),
    unknown: Collection[str] = (),
    chosen: Collection[str] = (),
    core: Sequence[str] = (),
    spans: Mapping[str, float] | None = None,
    seed: int = 0,
) -> list[str]:
    """Choose the lines to ask next, whole ones only.

    What the person chose comes first of all, then guesses, then the lines drawn beside them, then what is
    unknown about the next job. Then come lines that some roles are rated on already; of these, the ones that
    vary most over the roles come first. We do not know how much a line varies that nobody was asked about. So
    the core, whose lines vary within one life, comes before the others, each in random order. Without guesses
    the first six of the core come first.

    Parameters
    ----------
    answered
        The answers so far on each line, role by role: a number, or None for a blank. A line with an answer
        for every role is whole, and is not asked again.
    roles
        The number of roles.
    lines
        Every line that can be asked.
    guesses, drawn, unknown
        Lines the person needs, lines the kit drew, lines unknown for the target.
    chosen
        Lines the person asked for next.
    core
        Lines to ask before the others, in order.
    spans
        How long the scale of a line is, 6 (from 1 to 7) where left out.
    seed
        For what is left to chance; with the same seed the same answers give the same lines.

    Returns
    -------
    list of str
        The rest of the first six lines, after that three; fewer when there are no more.
    """
    whole = [line for line in lines if roles and len(answered.get(line, ())) >= roles]
    left = sorted(set(lines) - set(whole))
    random.Random(seed).shuffle(left)  # noqa: S311 -- an order to ask in, no secret
    first = core if guesses else core[:FIRST]

    def rank(line: str) -> tuple[int, float]:
        tiers = ((chosen, _CHOSEN), (guesses, _GUESSED), (drawn, _DRAWN), (unknown, _UNKNOWN), (first, _CORE))
        tier = next((number for named, number in tiers if line in named), _REST)
        if tier > _UNKNOWN and answered.get(line):
            return _BEGUN, -_spread(answered[line], (spans or {}).get(line, 6))
        if tier == _REST and line in core:
            return _REST, 0
        return tier, 1

    size = max(FIRST - len(whole), 0) or EVENING
    return sorted(left, key=rank)[:size]


def _spread(given: Sequence[float | None], span: float) -> float:
    numbers = [number for number in given if number is not None]
    return statistics.pstdev(numbers) / span if len(numbers) > 1 else 0.0
