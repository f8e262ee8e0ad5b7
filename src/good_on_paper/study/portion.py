"""Which lines to ask next: what was guessed, what is unknown of the next job, what varies, then at random.

How jobs went is nowhere among what this module is given: lines picked by how well they part good jobs from
bad ones would look like findings when nothing is behind them.
"""

import random
import statistics
from collections.abc import Collection, Mapping, Sequence

FIRST = 6
"""Lines whoever starts is asked; those of the start page, of all jobs."""
EVENING = 3
"""Lines an evening after that: more is a wall."""
WORTH = 18
"""Lines worth asking in all: the first, and four evenings. Each further one weakens what the others tell."""

_GUESSED, _DRAWN, _UNKNOWN, _BEGUN, _CORE, _REST = range(6)


def portion(
    answered: Mapping[str, Sequence[float | None]],
    roles: int,
    lines: Sequence[str],
    *,
    guesses: Collection[str] = (),
    drawn: Collection[str] = (),
    unknown: Collection[str] = (),
    core: Sequence[str] = (),
    spans: Mapping[str, float] | None = None,
    seed: int = 0,
) -> list[str]:
    """Choose the lines to ask next, whole ones only.

    Guesses come first, then lines drawn beside them, then what is unknown of the next job. Then lines that
    some roles are rated on already, those that vary most over these roles first. The spread of a line nobody
    was asked about is not known: the core, which was put together of lines that vary within one life, comes
    before the others, and inside each the order is random. Whoever guessed nothing begins with its first six.

    Parameters
    ----------
    answered
        What was given so far on each line, role by role: a number, or None for a blank that was said. A line
        with an answer for every role is whole, and not asked.
    roles
        How many there are.
    lines
        All that can be asked.
    guesses, drawn, unknown
        Lines the person needs, lines the kit drew, lines not known of the next job.
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
        tiers = ((guesses, _GUESSED), (drawn, _DRAWN), (unknown, _UNKNOWN), (first, _CORE))
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
