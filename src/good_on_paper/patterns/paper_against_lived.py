"""How good a job looked before, against how it went: two ratings a job, and the gap between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.patterns.errors import PatternError

if TYPE_CHECKING:
    from collections.abc import Hashable

BETTER: Final = "better"
AS_IT_LOOKED: Final = "as it looked"
WORSE: Final = "worse"


@dataclass(frozen=True)
class PaperAgainstLived:
    """The jobs with both ratings, from the largest gain to the largest loss.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per job with both ratings; its index is that of the frame handed in. ``paper`` and ``lived`` are
        the ratings, ``gap`` is lived less paper in steps of the scale, ``turned`` is "better", "as it looked"
        or "worse". Of equal gaps the job that went better stands first.
    jobs : int
        Jobs handed in, with or without ratings.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = pd.DataFrame({"paper": [7, 4], "lived": [1, 7]}, index=["Officer", "Editor"])
    >>> result = paper_against_lived(jobs)
    >>> result.frame["gap"].to_dict(), result.jobs
    ({'Editor': 3.0, 'Officer': -6.0}, 2)
    """

    frame: pd.DataFrame
    jobs: int

    def turned(self, way: str) -> list[Hashable]:
        """Return the jobs that turned out "better", "as it looked" or "worse", in order.

        Returns
        -------
        list
            Names of jobs, in the order of ``frame``; empty if none turned out so.
        """
        return self.frame.index[self.frame["turned"].eq(way)].tolist()


def paper_against_lived(
    frame: pd.DataFrame, *, paper: str = "paper", lived: str = "lived"
) -> PaperAgainstLived:
    """Put how good each job looked before beside how it went, on one scale.

    It counts and compares, job by job. There is no test in it, and no claim beyond these jobs. How a job
    looked is rated from memory, after the job: people tend to remember that they expected what came.

    Nothing here asks what goes with the gap. The gap holds how it went: of eight jobs whose two ratings have
    nothing to do with each other, it and how they went still agree (Kendall's tau .56 on average). To ask
    that would be to ask a second time how the jobs went, at the price of the first.

    Parameters
    ----------
    frame
        A row per job, its name as index. Any other columns stay out.
    paper, lived
        The columns with how good it looked and how it went, both numbers on the same scale.

    Returns
    -------
    PaperAgainstLived
        ``.frame`` has a row per job with both ratings; ``gap`` is in steps of the scale.

    Raises
    ------
    PatternError
        A column is missing or holds something that is no number, or two rows have one name.

    References
    ----------
    Wanous, Poland, Premack & Davis (1992), The effects of met expectations on newcomer attitudes and
    behaviors, Journal of Applied Psychology 77: 288-297.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> found = paper_against_lived(gop.sample().paper_against_lived())
    >>> found.frame["turned"].value_counts().to_dict()
    {'better': 4, 'worse': 3, 'as it looked': 1}
    """
    for column in (paper, lived):
        if column not in frame:
            raise PatternError(f"there is no column {column!r}; expected one with a number for each job")
    if not frame.index.is_unique:
        twice = frame.index[frame.index.duplicated()][0]
        raise PatternError(f"two rows are called {twice!r}; expected another name for each job")
    both = pd.DataFrame({"paper": _numbers(frame, paper), "lived": _numbers(frame, lived)}).dropna()
    both["gap"] = both["lived"] - both["paper"]
    both["turned"] = [BETTER if gap > 0 else WORSE if gap < 0 else AS_IT_LOOKED for gap in both["gap"]]
    both["turned"] = both["turned"].astype("str")
    ordered = both.sort_values(["gap", "lived"], ascending=False, kind="stable")
    return PaperAgainstLived(ordered, len(frame))


def _numbers(frame: pd.DataFrame, column: str) -> pd.Series:
    try:
        return frame[column].astype("Float64")
    except (TypeError, ValueError) as error:
        for row, value in frame[column].items():
            if pd.notna(value) and not isinstance(value, int | float):
                raise PatternError(
                    f"row {row!r}, column {column!r}: {value!r} is no number; expected a rating, or NA"
                ) from error
        raise PatternError(f"column {column!r} holds no numbers; expected a rating for each job") from error
