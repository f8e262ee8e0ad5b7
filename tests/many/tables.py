"""Long tables of invented people, for the tests of many careers."""

from __future__ import annotations

import numpy as np
import pandas as pd

NAMES = ["person", "role", "line", "value"]
LINES = ["overall", "pace", "team", "hours"]


def invented(people: int, *, seed: int = 0, most: int = 8, blanks: float = 0.1) -> pd.DataFrame:
    """Invent people of four jobs or more in which nothing goes with anything; some cells are blank."""
    dice = np.random.default_rng(seed)
    rows = [
        (f"p{person:03}", f"job {role}", line, float(dice.integers(1, 8)))
        for person in range(people)
        for role in range(int(dice.integers(4, most + 1)))
        for line in LINES
    ]
    long = pd.DataFrame(rows, columns=NAMES)
    long["value"] = long["value"].mask(dice.random(len(long)) < blanks)
    return long


def rows_of(person: str, **lines: list[float]) -> pd.DataFrame:
    """Return the rows of one person: the values of each line, a role each."""
    rows = [
        (person, f"job {role}", line, value)
        for line, values in lines.items()
        for role, value in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=NAMES)


def wide_of(long: pd.DataFrame, person: str) -> pd.DataFrame:
    """Return the roles of one person as a wide frame."""
    mine = long[long["person"] == person]
    return mine.set_index(["role", "line"])["value"].unstack().rename_axis(columns=None, index=None)  # noqa: PD010
