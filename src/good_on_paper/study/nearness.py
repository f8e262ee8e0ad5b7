"""What a contrast of the person's lines compares: how much there was of each, or how near it came to a level.

A line on which a level is wanted is compared once, by its nearness to that level, in place of by its amount:
so it costs what any line costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.study.levels import NEAR, furthest

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Compared:
    """What `good_on_paper.patterns.contrast` is given of a person's record.

    Attributes
    ----------
    frame : pandas.DataFrame
        As the ratings, but where a level is wanted the nearness to it, 0 at it, less the further off; such a
        column is named ``near:`` and the key of its line.
    guesses : list of str
        Those of its columns that were guessed.
    key : dict
        Column to its direction; to be near what is wanted is nicer.
    scales : dict
        Column to both ends of its scale.
    """

    frame: pd.DataFrame
    guesses: list[str]
    key: dict[str, int]
    scales: dict[str, tuple[float, float]]


def compared(mine: Person, rated: pd.DataFrame) -> Compared:
    """Put the nearness to what is wanted in place of the lines on which a level is wanted."""
    levels = {line: level for line, level in mine.wanted.items() if line in rated}
    called = {line: f"{NEAR}{line}" if line in levels else str(line) for line in rated.columns}
    frame = patterns.nearness(rated, levels).set_axis([called[line] for line in rated.columns], axis=1)
    words, scales = mine.words(), mine.scales()
    near = {called[line]: (-furthest(scales[line], level), 0.0) for line, level in levels.items()}
    return Compared(
        frame,
        [called[line] for line in mine.guesses if line in rated],
        {column: words[column].keyed for column in frame.columns},
        scales | near,
    )


def line_of(column: str) -> str:
    """Return the key of the line that a column of a contrast is made of."""
    return column.removeprefix(NEAR)
