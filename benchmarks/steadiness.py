"""Invented people who are asked the same twice: how often the limits of `patterns.steadiness` hold.

A table of `honesty.py`. Each answer is what the person holds of that job, and a slip of the day, rounded to
whole steps from 1 to 7. The truth is what 400,000 pairs give.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd
from tables import heads, row, share

from good_on_paper.patterns import steadiness

PEOPLE: Final = {
    "steady": (1.6, 0.57),
    "middling": (1.6, 0.95),
    "shaky": (1.6, 1.25),
    "jobs alike": (0.6, 0.57),
    "hardly ever another answer": (1.6, 0.1),
}
"""How far the jobs lie apart, and the slips of a day: standard deviations, in steps."""
MANY: Final = 400_000
_LIMIT: Final = 1.645


def asked_twice(dice: np.random.Generator, pairs: int, apart: float, slip: float) -> pd.DataFrame:
    held = 4 + apart * dice.standard_normal(pairs)
    said = np.clip(np.round(held[:, None] + slip * dice.standard_normal((pairs, 2))), 1, 7)
    return pd.DataFrame(said, columns=["first", "again"])


def steadiness_table(each: range) -> None:
    heads(
        "Asked the same twice: how often the limits hold",
        *("a person", "within a step", "smallest difference", "pairs"),
        *("the interval of the share", "the upper limit of the difference", "that limit, mostly"),
    )
    for place, (person, (apart, slip)) in enumerate(PEOPLE.items()):
        every = asked_twice(np.random.default_rng(place), MANY, apart, slip)
        off = every["again"] - every["first"]
        within, smallest = float((off.abs() <= 1).mean()), _LIMIT * float((off**2).mean()) ** 0.5
        for pairs in (8, 20, 40):
            told = [
                steadiness(asked_twice(np.random.default_rng([seed, pairs, place]), pairs, apart, slip))
                for seed in each
            ]
            row(
                *(person, f"{within:.2f}", f"{smallest:.2f}", pairs),
                share((one.within_low or 0) <= within <= (one.within_high or 0) for one in told),
                share(smallest <= (one.smallest_high or 0) for one in told),
                f"{np.median([one.smallest_high or 0 for one in told]):.1f}",
            )
