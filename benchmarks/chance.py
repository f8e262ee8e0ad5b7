"""The figures of chance: the whole exact report beside scipy's, in one run, and reports of other sizes.

The same question to all: 8 roles, 30 lines, every one of the 40,320 orders, raw and with general liking taken
out. scipy.stats.permutation_test is asked in two ways: vectorised, once a line; and once for the largest
statistic over all lines, vectorised too (which gives one step, not the steps down). Each builds its orders
anew. Aims: 40 times the first, 3 times the second; 12 roles and 20,000 shuffles under 50 ms; 40 roles of 6
episodes each under 3 s; memory under 300 MB. A whole contrast of dated roles, with words, counts and frame,
under 8 ms up to 15 roles and 15 ms at 40 (the orders of so many roles are kept, those of its outcomes are
not), beside scipy's one call with as many shuffles. Time on the processor, on one thread, so that it says the
same on a machine that others use; the median of turns.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: scipy's loops use one too

import statistics
import sys
import time
import tracemalloc
from functools import partial
from math import factorial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import stats

from good_on_paper.patterns import chance, contrast
from good_on_paper.patterns.evidence import evidence
from good_on_paper.patterns.ranks import scores_of, without_liking

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.patterns.ranks import Floats, Scores

TURNS = 3
LINES = 30
KEY = {f"line {place}": (1, 1, 1, -1, 0)[place % 5] for place in range(LINES)}


def career(roles: int, seed: int = 1) -> pd.DataFrame:
    """Ratings without anything in them."""
    dice = np.random.default_rng(seed)
    names = [f"job {role:03}" for role in range(roles)]
    return pd.DataFrame(dice.integers(1, 8, (roles, LINES + 1)), names, ["overall", *KEY], dtype=float)


ORDERS = ("_drawn", "_all_orders", "_random_orders")


def forget_orders(kinds: tuple[str, ...] = ORDERS) -> None:
    """Let the next report build its orders anew."""
    for name in kinds:
        getattr(chance, name).cache_clear()


def seconds(act: Callable[[], object], turns: int = TURNS, anew: tuple[str, ...] = ORDERS) -> float:
    taken = []
    for _ in range(turns):
        forget_orders(anew)
        begin = time.process_time()
        act()
        taken.append(time.process_time() - begin)
    return statistics.median(taken)


def beside(
    ours: Callable[[], object], theirs: Callable[[], object], turns: int, anew: tuple[str, ...] = ORDERS
) -> tuple[float, float]:
    """The medians of both, in turns: what else the machine does then slows the one as it does the other."""
    taken = [(seconds(ours, 1, anew), seconds(theirs, 1)) for _ in range(turns)]
    mine, peer = zip(*taken, strict=True)
    return statistics.median(mine), statistics.median(peer)


def both_versions(frame: pd.DataFrame) -> tuple[list[Scores], Scores]:
    """The scores of all lines, raw and without liking, and of the outcome."""
    values = frame[list(KEY)].to_numpy()
    ranked = scores_of(values)
    left = without_liking(ranked, ~np.isnan(values), np.array(list(KEY.values())))
    return [ranked, left], scores_of(frame[["overall"]].to_numpy())[:, 0]


def a_line_at_a_time(frame: pd.DataFrame) -> None:
    versions, went = both_versions(frame)
    for lines in versions:
        for line in lines.T:
            permuted(went, lambda order, axis, line=line: np.abs((order * line).sum(axis=axis)))


def largest_in_one_call(frame: pd.DataFrame) -> None:
    versions, went = both_versions(frame)
    for lines in versions:
        spread = np.sqrt((lines**2).sum(axis=0))
        permuted(went, lambda order, axis, of=lines / spread: largest(order, axis, of))


def largest(order: Scores, axis: int, of: Floats) -> Floats:
    most: Floats = np.abs(np.moveaxis(order, axis, -1) @ of).max(axis=-1)
    return most


def permuted(went: Scores, statistic: Callable[..., Floats | Scores]) -> float:
    told = stats.permutation_test(
        (went,),
        statistic,
        permutation_type="pairings",
        vectorized=True,
        n_resamples=factorial(len(went)) if len(went) <= chance.EXACT_UP_TO else chance.SHUFFLES,
        alternative="greater",
    )
    return float(told.pvalue)


def main() -> None:
    eight = career(8).assign(overall=np.arange(8.0))  # without ties, which would spare us orders
    told = [f"line {place}" for place in range(3)]

    def ours() -> object:
        return evidence(eight[list(KEY)], eight["overall"], guesses=told, keyed=KEY)

    ours()
    turns = 1 if "--quick" in sys.argv else TURNS
    near, loop = beside(ours, lambda: a_line_at_a_time(eight), turns)
    report, once = beside(ours, lambda: largest_in_one_call(eight), 3 * TURNS)
    print(f"8 roles, 30 lines, 40,320 orders, raw and centred: {report * 1e3:.0f} ms")
    print(f"scipy, a line at a time: {loop * 1e3:.0f} ms, {loop / near:.0f} times (aim: 40)")
    print(f"scipy, largest in one call: {once * 1e3:.0f} ms, {once / report:.1f} times (aim: 3)")
    for roles, aim in ((8, 8), (12, 8), (15, 8), (40, 15)):
        frame = career(roles)
        dated = frame.assign(began=np.arange(roles))
        made = partial(contrast, dated, guesses=told, key=KEY, scales=(1, 7), when="began")
        made()
        whole, peer = beside(made, partial(largest_in_one_call, frame), 3 * TURNS, ORDERS[:1])
        print(
            f"a whole contrast of {roles} dated roles: {whole * 1e3:.1f} ms (aim: {aim}), "
            f"scipy's largest in one call {peer / whole:.1f} times that"
        )
    for roles, most in ((12, 0.050), (20, None), (40, None)):
        frame = career(roles)
        taken = seconds(partial(evidence, frame[list(KEY)], frame["overall"], keyed=KEY))
        print(
            f"{roles} roles, 20,000 shuffles, raw and centred: {taken * 1e3:.0f} ms"
            + (f" (aim: {most * 1e3:.0f})" if most else "")
        )
    episodes = pd.concat([career(40, seed) for seed in range(6)])
    episodes = episodes.rename_axis("role").reset_index()
    taken = seconds(lambda: contrast(episodes, guesses=told, key=KEY, within="role"))
    print(f"40 roles of 6 episodes: {taken * 1e3:.0f} ms (aim: 3,000)")
    for name, act in (("8 roles", ours), ("40 roles", lambda: contrast(career(40), key=KEY))):
        forget_orders()
        tracemalloc.start()
        act()
        print(f"memory at its peak, {name}: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB (aim: 300)")
        tracemalloc.stop()


if __name__ == "__main__":
    main()
