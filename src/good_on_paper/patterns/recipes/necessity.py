"""Find what (nearly) all roles with an outcome share: necessary conditions and small combinations."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import comb

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import fit
from good_on_paper.patterns.minimise.sets import read
from good_on_paper.patterns.minimise.truth_table import NEAR

_MOST = 100_000  # combinations, a few seconds


def necessity(
    frame: pd.DataFrame,
    outcome: str = "Y",
    conditions: Sequence[str] | None = None,
    *,
    depth: int = 2,
    incl_cut: float = 0.9,
    cov_cut: float = 0.5,
) -> pd.DataFrame:
    """Measure how necessary each condition is, and find the small combinations that are necessary.

    Parameters
    ----------
    frame, outcome, conditions
        As for `minimise`.
    depth
        The most conditions that a combination may hold.
    incl_cut, cov_cut
        Consistency and coverage that a combination needs; single conditions are always in the frame.

    Returns
    -------
    pandas.DataFrame
        ``name`` such as ``A``, ``A*~B`` (both) or ``A + ~B`` (either); ``kind`` "single", "both" or "either";
        ``inclN`` consistency; ``RoN`` relevance of necessity (low: nearly every role has it); ``covN``
        coverage. "either" is there only if no part of it is necessary alone.

    Raises
    ------
    PatternError
        The frame cannot be read as sets, or there are more than 100,000 combinations.
    """
    sets = read(frame, outcome, conditions)
    literals = [(i, present) for present in (True, False) for i in range(sets.width)]
    degrees = {(i, on): sets.degrees[:, i] if on else 1 - sets.degrees[:, i] for i, on in literals}
    count = sum(comb(sets.width, size) << size for size in range(2, depth + 1))
    if count > _MOST:
        raise PatternError(f"{count:,} combinations of up to {depth}; lower depth= or use fewer conditions")
    singles = [
        (name, fit.necessity(degrees[key], sets.went)) for key, name in _named(literals, sets.conditions)
    ]
    needed = [{key} for key, (_, has) in zip(literals, singles, strict=True) if has.incl >= incl_cut - NEAR]
    both, either = [], []
    for parts in _combinations(sets.width, depth):
        names = [name for _, name in _named(parts, sets.conditions)]
        several = [degrees[part] for part in parts]
        has = fit.necessity(np.minimum.reduce(several), sets.went)
        if has.incl >= incl_cut - NEAR and has.cov >= cov_cut - NEAR:
            both.append(("*".join(names), has))
        has = fit.necessity(np.maximum.reduce(several), sets.went)
        if has.incl >= incl_cut - NEAR and not any(known <= set(parts) for known in needed):
            needed.append(set(parts))
            if has.cov >= cov_cut - NEAR:
                either.append((" + ".join(names), has))
    kinds = (("single", singles), ("both", both), ("either", either))
    rows = [(name, kind, *has) for kind, found in kinds for name, has in found]
    return pd.DataFrame(rows, columns=["name", "kind", "inclN", "RoN", "covN"])


def _named(
    literals: Sequence[tuple[int, bool]], conditions: Sequence[str]
) -> Iterator[tuple[tuple[int, bool], str]]:
    for i, present in literals:
        yield (i, present), conditions[i] if present else f"~{conditions[i]}"


def _combinations(width: int, depth: int) -> Iterator[tuple[tuple[int, bool], ...]]:
    for size in range(2, depth + 1):
        for places in combinations(range(width), size):
            for signs in product((True, False), repeat=size):
                yield tuple(zip(places, signs, strict=True))
