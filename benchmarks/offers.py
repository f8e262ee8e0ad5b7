"""Two to six offers, fifteen criteria, a fifth of the values unknown: one comparison. Aim: under 50 ms."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

from good_on_paper.patterns import offers

CRITERIA, BLANK, TIMES = 15, 0.2, 7


def case(many: int) -> tuple[pd.DataFrame, dict[str, float]]:
    """Return what is known of so many offers, and how much each criterion counts."""
    rng = np.random.default_rng(many)
    values = rng.integers(1, 8, (many, CRITERIA)).astype(float)
    values[rng.random(values.shape) < BLANK] = np.nan
    names = [f"criterion {number}" for number in range(CRITERIA)]
    frame = pd.DataFrame(values, columns=names, index=[f"offer {number}" for number in range(many)])
    return frame, dict(zip(names, rng.integers(1, 8, CRITERIA).astype(float), strict=True))


def main() -> None:
    """Print the time of one comparison by the number of offers, the fastest of seven."""
    for many in (2, 4, 6):
        values, weights = case(many)
        taken = []
        for _ in range(TIMES):
            begin = time.process_time()
            offers(values, weights, low=1, high=7)
            taken.append(time.process_time() - begin)
        print(f"{many} offers x {CRITERIA} criteria: {1000 * min(taken):.1f} ms")


if __name__ == "__main__":
    main()
