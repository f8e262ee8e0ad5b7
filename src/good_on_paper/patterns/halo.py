"""How much the answers of a role move together: one general liking, or something about each line."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from good_on_paper.patterns.contrast import Contrast
from good_on_paper.patterns.evidence import FEWEST_DIRECTED, FEWEST_VALUES
from good_on_paper.patterns.ranks import association, scores_of, without_liking
from good_on_paper.patterns.wide import by_text, known


@dataclass(frozen=True)
class Halo:
    """The lines with and without general liking, side by side.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per line, in the order of the contrast: ``line``; ``key`` +1, -1 or 0; ``tau`` with the outcome;
        ``tau_centred`` the same after the general liking of each role is taken out; ``p_adjusted`` and
        ``p_adjusted_centred`` as in the contrast; ``with_rest`` Kendall's tau of the line, turned so that
        more is nicer, with the mean of the other lines that have a direction (NA for a line without one).
    together : float
        The mean of ``with_rest``: 0 if each line goes its own way, 1 if all say the same; NaN with fewer than
        three lines that have a direction, or four roles.
    agreeing : int
        Lines that go up and down with the rest; ``directed`` how many have a direction.

    Examples
    --------
    >>> from good_on_paper.patterns import contrast
    >>> jobs = {"overall": [7, 5, 3, 1], "say": [7, 6, 2, 1], "pay": [6, 5, 3, 2], "calm": [5, 6, 2, 3]}
    >>> found = contrast(pd.DataFrame(jobs, list("ABCD")), scales=(1, 7))
    >>> halo(found, {"say": 1, "pay": 1, "calm": 1}).frame[["line", "with_rest"]].round(2).to_dict("list")
    {'line': ['pay', 'say', 'calm'], 'with_rest': [0.82, 0.82, 0.33]}
    """

    frame: pd.DataFrame
    together: float
    agreeing: int
    directed: int


def halo(result: Contrast, key: Mapping[str, int]) -> Halo:
    """Measure how much the answers move together.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.
    key
        Line to +1, -1 or 0: whether more of it is nicer, harder or neither.

    Returns
    -------
    Halo
        ``.frame`` has a row per line; associations run from -1 to 1, probabilities from 0 to 1.

    Raises
    ------
    PatternError
        `key` names what is no line of the contrast.

    Examples
    --------
    >>> from good_on_paper.patterns import contrast
    >>> jobs = {"overall": [7, 5, 3, 1], "say": [7, 6, 2, 1], "pay": [6, 5, 3, 2], "calm": [5, 6, 2, 3]}
    >>> found = contrast(pd.DataFrame(jobs, list("ABCD")), scales=(1, 7))
    >>> moved = halo(found, {"say": 1, "pay": 1, "calm": 1})
    >>> moved.agreeing, moved.directed, round(moved.together, 2)
    (3, 3, 0.66)
    """
    lines = result.frame["line"].tolist()
    values = result.wide[lines].to_numpy(dtype=float)
    went = result.wide[result.outcome].to_numpy(dtype=float)
    there = ~np.isnan(values)
    known(key, lines, "key", "line")
    key = by_text(key)
    keyed = np.array([key.get(line, 0) for line in lines], dtype=np.int64)
    ranked = scores_of(values)
    left = np.where(there, without_liking(ranked, there, keyed), np.nan)
    parts = ranked * keyed / (there.sum(axis=0) + 1)
    with_rest = np.full(len(lines), np.nan)
    directed = np.flatnonzero((keyed != 0) & there.any(axis=0))
    enough = len(directed) >= FEWEST_DIRECTED
    for line in directed if enough else ():
        rest = directed[directed != line]
        count = there[:, rest].sum(axis=1)
        mean = np.divide(parts[:, rest].sum(axis=1), count, out=np.full(len(values), np.nan), where=count > 0)
        if (there[:, line] & (count > 0)).sum() >= FEWEST_VALUES:
            turned = np.where(there[:, line], values[:, line] * keyed[line], np.nan)
            with_rest[line] = association(turned[:, None], mean).tau[0]
    found = with_rest[~np.isnan(with_rest)]
    frame = pd.DataFrame(
        {
            "line": pd.array(lines, dtype="string"),
            "key": pd.array(keyed, dtype="Int64"),
            "tau": result.frame["tau"].array,
            "tau_centred": pd.array(association(left, went).tau, dtype="Float64"),
            "p_adjusted": result.frame["p_adjusted"].array,
            "p_adjusted_centred": result.frame["p_adjusted_centred"].array,
            "with_rest": pd.array(with_rest, dtype="Float64"),
        }
    )
    together = float(found.mean()) if found.size else float("nan")
    return Halo(frame, together, int((found > 0).sum()), len(directed))
