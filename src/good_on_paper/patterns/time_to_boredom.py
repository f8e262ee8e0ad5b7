"""How long it took: the share of roles in which it had not set in yet, week by week.

A role left before it set in says "not yet", never "never" and never zero.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from good_on_paper.patterns.beta import beta_quantile
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.orders import parts_tell

LEVEL = 0.95


@dataclass(frozen=True)
class TimeToBoredom:
    """The step curve: how many roles had not got dull, week by week.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row for the start (week 0) and each week in which something happened: ``weeks``; ``at_risk`` roles
        that were still going on without it just before; ``set_in`` roles in which it set in that week;
        ``left`` roles that ended, or are still going on, without it; ``share`` of roles without it after that
        week (Kaplan-Meier); ``low``, ``high`` its pointwise limits at `level`.
    median : float or None
        The week by which it had set in in half of the roles; None if the curve does not fall that far.
    median_low, median_high : float or None
        The limits of the median; None where there is none.
    roles : int
        Roles that tell something: in ``set_in`` of them it set in; ``not_yet`` ended, or go on, without it.
    set_in, not_yet : int
    level : float
        Of the limits.

    Notes
    -----
    The curve is the product-limit one of E. L. Kaplan and P. Meier (1958), Journal of the American
    Statistical Association 53:457-481; ``scipy.stats.ecdf`` gives the same for right-censored data.
    The limits are those of M. P. Fay, E. H. Brittain and M. A. Proschan (2013), Pointwise confidence
    intervals for a survival distribution with small samples or heavy censoring, Biostatistics 14:723-736, by
    the method of moments. Where no role was left early they are those of Clopper and Pearson.

    Examples
    --------
    >>> jobs = pd.DataFrame({"weeks": [10, 30, 15], "set_in": [True, True, False]}, index=list("ABC"))
    >>> time_to_boredom(jobs).frame[["weeks", "at_risk", "set_in", "left", "share"]].round(2)
       weeks  at_risk  set_in  left  share
    0    0.0        3       0     0    1.0
    1   10.0        3       1     0   0.67
    2   15.0        2       0     1   0.67
    3   30.0        1       1     0    0.0
    """

    frame: pd.DataFrame
    median: float | None
    median_low: float | None
    median_high: float | None
    roles: int
    set_in: int
    not_yet: int
    level: float = LEVEL


def time_to_boredom(
    frame: pd.DataFrame, *, weeks: str = "weeks", set_in: str = "set_in", level: float = LEVEL
) -> TimeToBoredom:
    """Follow roles from their first week until something set in or they were left.

    Parameters
    ----------
    frame
        A row per role.
    weeks
        The column with the weeks until it set in (0: from the first day), or that the role lasted without it.
        Rows without a number say nothing and are left out.
    set_in
        The column that says whether it set in.
    level
        Of the pointwise limits.

    Returns
    -------
    TimeToBoredom
        ``.frame`` has a row per week in which something happened; times are in weeks, shares from 0
        to 1.

    Raises
    ------
    PatternError
        When a column is missing, or a row has a time that is negative or endless, or does not say whether
        it set in.

    Examples
    --------
    >>> jobs = pd.DataFrame({"weeks": [10, 20, 30, 15], "set_in": [True, True, True, False]}, list("ABCD"))
    >>> curve = time_to_boredom(jobs)
    >>> curve.median, curve.set_in, curve.not_yet
    (20.0, 3, 1)
    """
    time, seen = checked(frame, weeks, set_in)
    at = np.unique(np.concatenate([[0.0], time]))
    at_risk = (time[:, None] >= at).sum(axis=0)
    events = ((time[:, None] == at) & seen[:, None]).sum(axis=0)
    gone = ((time[:, None] == at) & ~seen[:, None]).sum(axis=0)
    share = np.cumprod(1 - events / np.maximum(at_risk, 1))
    low, high = _limits(at_risk, events, gone, level)
    table = pd.DataFrame(
        {
            "weeks": pd.array(at, dtype="Float64"),
            "at_risk": pd.array(at_risk, dtype="Int64"),
            "set_in": pd.array(events, dtype="Int64"),
            "left": pd.array(gone, dtype="Int64"),
            "share": pd.array(share, dtype="Float64"),
            "low": pd.array(low, dtype="Float64"),
            "high": pd.array(high, dtype="Float64"),
        }
    )
    half = _first_at_most(at, share)
    return TimeToBoredom(
        table,
        median=half,
        median_low=None if half is None else _first_at_most(at, low),
        median_high=None if half is None else _first_at_most(at, high),
        roles=len(time),
        set_in=int(seen.sum()),
        not_yet=int((~seen).sum()),
        level=level,
    )


def in_parts(
    frame: pd.DataFrame, part: pd.Series, *, weeks: str = "weeks", set_in: str = "set_in"
) -> tuple[TimeToBoredom, TimeToBoredom] | None:
    """Follow the roles of a part, and the others, with a curve each.

    Parameters
    ----------
    frame, weeks, set_in
        As for `time_to_boredom`.
    part
        Whether a role is in the part; NA leaves it out.

    Returns
    -------
    tuple or None
        The curve of the part and that of the others. None for fewer than 4 against 4 or 3 against 5: no
        answers could show a difference between so few.

    Examples
    --------
    >>> jobs = pd.DataFrame({"weeks": [4, 6, 8, 9, 30, 40, 50, 60], "set_in": True}, list("ABCDEFGH"))
    >>> little, others = in_parts(jobs, jobs["weeks"] < 10)
    >>> little.median, others.median
    (6.0, 40.0)
    """
    dated = frame[frame[weeks].notna() & part.notna()]
    inside = part[dated.index].astype(bool)
    if not parts_tell(int(inside.sum()), int((~inside).sum())):
        return None
    one, other = (time_to_boredom(dated[which], weeks=weeks, set_in=set_in) for which in (inside, ~inside))
    return one, other


def checked(frame: pd.DataFrame, weeks: str, set_in: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the times of the rows that have one, and whether it set in then; refuse what we cannot read."""
    for column in (weeks, set_in):
        if column not in frame:
            raise PatternError(
                f"no column {column!r}; there are: {', '.join(map(str, frame.columns)) or 'none'}"
            )
    dated = frame[frame[weeks].notna()]
    time = dated[weeks].to_numpy(dtype=float)
    for role, value, seen in zip(dated.index, time, dated[set_in], strict=True):
        if not 0 <= value < np.inf:
            raise PatternError(f"row {role!r}, column {weeks!r}: {value:g}; expected weeks from 0 on")
        if pd.isna(seen):
            raise PatternError(f"row {role!r}, column {set_in!r}: empty; expected True or False")
    return time, dated[set_in].to_numpy(dtype=bool)


def _limits(
    at_risk: np.ndarray, events: np.ndarray, gone: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return both limits after each week: quantiles of a product of beta variables, as one beta variable.

    The upper limit counts what set in so far; the lower one as if one more role were next.
    """
    tail = (1 - level) / 2
    low, high = np.zeros(len(at_risk)), np.ones(len(at_risk))
    first, second = 1.0, 1.0  # moments of the product so far
    for place, (risk, set_in) in enumerate(zip(at_risk, events, strict=True)):
        for left in range(risk, risk - set_in, -1):
            first, second = first * left / (left + 1), second * left / (left + 2)
        if first < 1:
            high[place] = beta_quantile(1 - tail, *_beta(first, second))
        after = risk - set_in - gone[place]
        if after:
            low[place] = beta_quantile(
                tail, *_beta(first * after / (after + 1), second * after / (after + 2))
            )
    return low, high


def _beta(first: float, second: float) -> tuple[float, float]:
    """Return the parameters of the beta variable with these two moments about zero."""
    total = (first - second) / (second - first * first)
    return first * total, (1 - first) * total


def _first_at_most(at: np.ndarray, share: np.ndarray) -> float | None:
    """Return the first week with at most half left; nearly a half counts, since a product can miss it."""
    below = np.flatnonzero(share <= 0.5 + 1e-12)
    return float(at[below[0]]) if below.size else None
