"""How often there is a false word where three lines more are chosen for how well they go with how it went.

Six lines are asked as the kit asks them. Then comes who knows how the jobs went, and rates the three of 34
others that go with it best: the worst that a free choice can do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tables import heads, row, share

from good_on_paper import patterns
from good_on_paper.patterns import FOUND, look_budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    import pandas as pd

    Career = Callable[..., pd.DataFrame]
    Promising = Callable[[pd.DataFrame, pd.Series, Fraction, int], bool]

ASKED, CHOSEN = 6, 3
_APART = 1_000_000  # from a career to the one whose lines can be chosen too


def false_word(frame: pd.DataFrame, more: pd.DataFrame, promising: Promising, *, counted: bool) -> bool:
    """Whether any line gets a word, the chosen ones counted like the others or as pictures only."""
    went = frame["overall"]
    lines = frame.drop(columns=["overall", "began"])
    asked, others = lines.iloc[:, :ASKED], lines.iloc[:, ASKED:].join(more[lines.columns].add_prefix("more "))
    own = others.corrwith(went, method="kendall").abs().nlargest(CHOSEN).index.tolist()
    tested = asked.join(others[own]) if counted else asked
    if not promising(tested, went, look_budget(1), 0):
        return False
    given = tested.assign(overall=went, began=frame["began"])
    found = patterns.contrast(given, scales=(1, 7), when="began").frame
    return bool(found["word"].isin(FOUND).any())


def own_choice_table(each: range, career: Career, promising: Promising) -> None:
    """Print the shares at a first look without guesses."""
    heads("Three lines chosen by how it went: false words", "jobs", "counted as any other", "pictures only")
    for jobs in (8, 12):
        careers = [(career(seed, jobs), career(seed + _APART, jobs)) for seed in each]
        row(
            jobs, *(share(false_word(*one, promising, counted=so) for one in careers) for so in (True, False))
        )
