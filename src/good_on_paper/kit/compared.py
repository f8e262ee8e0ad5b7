"""What a contrast of the person's lines compares: how much there was of each, or how near it came to a level.

A line on which a level is wanted is compared once, by its nearness to that level, in place of by its amount:
so it costs what any line costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.charts import Level
from good_on_paper.charts.text import count, number, quoted
from good_on_paper.frames import NEAR

if TYPE_CHECKING:
    import pandas as pd

    from good_on_paper.catalogue import Item
    from good_on_paper.kit.me import Me
    from good_on_paper.patterns import Contrast


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


def compared(mine: Me, rated: pd.DataFrame) -> Compared:
    """Put the nearness to what is wanted in place of the lines on which a level is wanted."""
    levels = {line: level for line, level in mine.wanted.items() if line in rated}
    called = {line: f"{NEAR}{line}" if line in levels else str(line) for line in rated.columns}
    frame = patterns.nearness(rated, levels).set_axis([called[line] for line in rated.columns], axis=1)
    words, scales = mine.words(), mine.scales()
    near = {called[line]: (-_furthest(scales[line], level), 0.0) for line, level in levels.items()}
    return Compared(
        frame,
        [called[line] for line in mine.guesses if line in rated],
        {column: words[column].keyed for column in frame.columns},
        scales | near,
    )


def line_of(column: str) -> str:
    """Return the key of the line that a column of a contrast is made of."""
    return column.removeprefix(NEAR)


def against(mine: Me, result: Contrast) -> dict[str, str]:
    """Say, a column of a guess that was found the other way round, what was guessed and what was found."""
    words = mine.words()
    key = {line: item.keyed for line, item in words.items()}
    return {
        line: f"It goes against your guess: you said that you need {quoted(words[line].need)}, "
        f"and the jobs on top had {'more' if key[line] < 0 else 'less'} of {quoted(words[line].label)}."
        for line in patterns.against(result.frame, key)
    }


def worded(item: Item, level: float) -> Item:
    """Return a line in the words of its nearness to a level."""
    far = _furthest((item.scale.min, item.scale.max), level)
    label = item.worded().label
    within = count(max(ceil(far / 2) - 1, 0), "step")  # what lies above the middle of the nearness
    at = "was at" if within.startswith("0") else f"was within {within} of"
    return item.worded().model_copy(
        update={
            "key": NEAR + item.key,
            "label": f"{label}: near {number(level)}, as I want it",
            "said": f"{quoted(label)} {at} {number(level)}, as I want it",
            "keyed": 1,
        }
    )


def levels(mine: Me) -> dict[str, Level]:
    """Return, a column of nearness, the level wanted and the ratings themselves: what a line-up shows."""
    rated, scales = mine.lines(include_private=True), mine.scales()
    return {
        NEAR + line: Level(level, rated[line], scales[line])
        for line, level in mine.wanted.items()
        if line in rated
    }


def _furthest(scale: tuple[float, float], level: float) -> float:
    return max(level - scale[0], scale[1] - level)
