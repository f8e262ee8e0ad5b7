"""Gehan's scores: which roles got there later, when some had not got there yet."""

import numpy as np
import pandas as pd

from good_on_paper.patterns.time_to_boredom import checked


def gehan(frame: pd.DataFrame, *, weeks: str = "weeks", set_in: str = "set_in") -> pd.Series:
    """Return for each role in how many others it surely set in sooner, less in how many surely later.

    A role that ended before it set in (right-censored) is surely later than the roles in which it had set in
    by then, and neither sooner nor later than the others. So "not yet" never means zero, and never "never".
    "From the first day" (left-censored at week 0) is surely sooner than anything later. If nothing is
    censored, these are the centred mid-ranks, doubled. Use them as an outcome of
    :func:`good_on_paper.patterns.contrast` in place of the times: it uses their order, and shuffles them.

    Parameters
    ----------
    frame
        A row per role.
    weeks
        The column with the weeks until it set in (0: from the first day), or that the role lasted without it.
    set_in
        The column that says whether it set in.

    Returns
    -------
    pandas.Series
        float64, named "later": more is later, sum 0; NaN where `weeks` is empty. Index as given.

    Raises
    ------
    PatternError
        As for :func:`good_on_paper.patterns.time_to_boredom`.

    Notes
    -----
    Gehan, E. A. (1965), A generalized Wilcoxon test for comparing arbitrarily singly-censored samples,
    Biometrika 52, 203-223; as a score a unit: Mantel, N. (1967), Biometrics 23, 65-78. Shuffling them assumes
    that the line compared has nothing to do with how long the role lasted.

    Examples
    --------
    >>> jobs = pd.DataFrame({"weeks": [10, 20, 30, 15], "set_in": [True, True, True, False]}, list("ABCD"))
    >>> gehan(jobs).to_dict()  # of D, left in week 15, it is known that A was sooner, and no more
    {'A': -3.0, 'B': 0.0, 'C': 2.0, 'D': 1.0}
    """
    time, seen = checked(frame, weeks, set_in)
    after = (time[:, None] > time) | ((time[:, None] == time) & ~seen[:, None])
    surely = after & seen
    scores = pd.Series(np.nan, index=frame.index, name="later", dtype="float64")
    scores[frame[weeks].notna()] = (surely.sum(axis=1) - surely.sum(axis=0)).astype(float)
    return scores
