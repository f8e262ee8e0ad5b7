"""Success across and going wrong up: two definitions of one's own, and where each role stands by both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.wide import LIKERT, all_numbers, labelled, named_once

if TYPE_CHECKING:
    from collections.abc import Hashable

SUCCESS, BOTH, WRONG, NEITHER = "success", "both", "wrong", "neither"
CORNERS: Final = (SUCCESS, BOTH, WRONG, NEITHER)
"""Above the middle of success alone, of both, of going wrong alone, of neither."""


@dataclass(frozen=True)
class TwoAxes:
    """The roles with a figure under both definitions.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per role, in the order handed in: ``success`` and ``wrong``, and ``corner``, one of `CORNERS`.
        The middle of a scale counts as little.
    roles : tuple
        All roles, in the order handed in.

    Examples
    --------
    >>> jobs = pd.DataFrame({"use": [6.0, 5.0], "worn": [2.0, 6.5]}, index=["Nurse", "Editor"])
    >>> two_axes(jobs, "use", "worn").frame["corner"].to_dict()
    {'Nurse': 'success', 'Editor': 'both'}
    """

    frame: pd.DataFrame
    roles: tuple[Hashable, ...]

    @property
    def left_out(self) -> list[Hashable]:
        """The roles without a figure under one of the two."""
        return [role for role in self.roles if role not in self.frame.index]

    def corner(self, which: str) -> list[Hashable]:
        """Return the roles in one of the `CORNERS`.

        Returns
        -------
        list
            Names of roles, in the order of ``frame``; empty if none is there.
        """
        return self.frame.index[self.frame["corner"].eq(which)].tolist()


def two_axes(
    frame: pd.DataFrame,
    success: str,
    wrong: str,
    *,
    scale: tuple[float, float] = LIKERT,
) -> TwoAxes:
    """Put success beside going wrong, role by role; neither is the reverse of the other.

    It places and counts. There is no test in it, and no claim beyond these roles.

    Parameters
    ----------
    frame
        A row per role, its name as index.
    success, wrong
        The two columns, numbers on one scale with NA for blanks.
    scale
        Both ends of it.

    Returns
    -------
    TwoAxes
        ``.frame`` has a row per role with both figures, on the scale given, and its corner.

    Raises
    ------
    PatternError
        A column is missing or holds something that is no number, or two rows have one name.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> found = two_axes(gop.sample().by_definition(), "by_success", "by_going_wrong")
    >>> [len(found.corner(which)) for which in (SUCCESS, BOTH, WRONG, NEITHER)]
    [3, 1, 2, 2]
    """
    frame = labelled(frame, "one row per job")
    named_once(frame.index, "rows", "give each its own name")
    for column in (success, wrong):
        if column not in frame.columns:
            raise PatternError(f"there is no column {column!r}; expected one with a number for each job")
    numbers = all_numbers(frame[[success, wrong]]).set_axis(["success", "wrong"], axis=1)
    both = numbers.dropna()
    middle = sum(scale) / 2
    much = zip(both["success"] > middle, both["wrong"] > middle, strict=True)
    named = {(True, False): SUCCESS, (True, True): BOTH, (False, True): WRONG, (False, False): NEITHER}
    corner = pd.Series([named[bool(one), bool(other)] for one, other in much], both.index, dtype="str")
    return TwoAxes(both.assign(corner=corner), tuple(numbers.index))
