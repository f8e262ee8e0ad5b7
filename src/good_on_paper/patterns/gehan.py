"""Which roles came later, where of some it is only known that it had not come yet: Gehan's scores."""

import numpy as np
import pandas as pd

from good_on_paper.patterns.time_to_boredom import checked


def gehan(frame: pd.DataFrame, *, weeks: str = "weeks", set_in: str = "set_in") -> pd.Series:
    """Return, for each role, in how many others something set in surely sooner, less those surely later.

    A role left before it set in (right-censored) is surely later than those in which it had set in by then,
    and neither sooner nor later than the others: so "not yet" is never read as zero, and never as "never".
    What was there from the first day (left-censored at week 0) is surely sooner than all that came after it.
    Where nothing is censored these are the centred mid-ranks, doubled. As an outcome of
    :func:`good_on_paper.patterns.contrast` they take the place of the times; from there on only their order
    counts, and the shuffles are of these scores.

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
    Biometrika 52, 203-223; as a score a unit: Mantel, N. (1967), Biometrics 23, 65-78. Shuffling them
    supposes that how long one stayed has itself nothing to do with the line that is compared.

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
