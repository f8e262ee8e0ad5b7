"""What a contrast of the person's lines compares: the amount of each line, or its nearness to a level.

We compare a line with a level wanted once, by its nearness to that level in place of its amount. So it costs
as much as any line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.study.levels import NEAR, furthest
from good_on_paper.study.own_choice import early_guesses

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Compared:
    """The arguments of `good_on_paper.patterns.contrast` that come from a person's record.

    Attributes
    ----------
    frame : pandas.DataFrame
        The ratings. A line with a level that was wanted before the person said how a job went holds its
        nearness instead: 0 at the level, less the further off, in a column named ``near:`` and the key
        of the line.
    guesses : list of str
        The columns of the guesses that were named before the person said how a job went.
    key : dict
        Column to its direction; nearer to the level wanted is nicer.
    scales : dict
        Column to both ends of its scale.
    """

    frame: pd.DataFrame
    guesses: list[str]
    key: dict[str, int]
    scales: dict[str, tuple[float, float]]


def compared(person: Person, rated: pd.DataFrame) -> Compared:
    """Replace each line whose level wanted counts by its nearness to that level."""
    levels = {line: level for line, level in person.wanted_in_time.items() if line in rated}
    called = {line: f"{NEAR}{line}" if line in levels else str(line) for line in rated.columns}
    frame = patterns.nearness(rated, levels).set_axis([called[line] for line in rated.columns], axis=1)
    words, scales = person.words(), person.scales()
    near = {called[line]: (-furthest(scales[line], level), 0.0) for line, level in levels.items()}
    return Compared(
        frame,
        [called[line] for line in early_guesses(person) if line in rated],
        {column: words[column].keyed for column in frame.columns},
        {column: ends for column, ends in (scales | near).items() if column in frame},
    )


def line_of(column: str) -> str:
    """Return the key of the line behind a column of a contrast."""
    return column.removeprefix(NEAR)
