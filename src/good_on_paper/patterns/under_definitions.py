"""The same roles under several definitions: an earlier day's, equal weights, one criterion alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.own_definition import own_definition

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from good_on_paper.patterns.ends import Scales


@dataclass(frozen=True)
class UnderDefinitions:
    """Each role under each definition.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per role with a figure under any definition, a column per definition: 1 to 7, NA for blanks. The
        highest by the first definition stands first.
    roles : tuple
        All roles, in the order handed in.

    Examples
    --------
    >>> jobs = pd.DataFrame({"use": [6, 2], "pay": [1, 7]}, index=["Nurse", "Editor"])
    >>> found = under_definitions(jobs, {"mine": {"use": 3, "pay": 1}, "pay alone": {"pay": 1}})
    >>> found.highest()
    {'mine': ['Nurse'], 'pay alone': ['Editor']}
    """

    frame: pd.DataFrame
    roles: tuple[Hashable, ...]

    def highest(self) -> dict[str, list[Hashable]]:
        """Return the highest roles under each definition, several where they are equal.

        Returns
        -------
        dict of str to list
            Each definition with a figure for any role, and the names of its highest roles.
        """
        told = {str(name): column.dropna() for name, column in self.frame.items()}
        return {
            name: column.index[column.eq(column.max())].tolist()
            for name, column in told.items()
            if len(column)
        }


def under_definitions(
    frame: pd.DataFrame, definitions: Mapping[str, Mapping[Any, float]], *, scales: Scales | None = None
) -> UnderDefinitions:
    """Bring roles to one figure under each of several definitions; see `own_definition`.

    Parameters
    ----------
    frame
        A row per role, its name as index; the criteria among its columns.
    definitions
        What each is called, to its weights; the first puts the roles in order.
    scales
        As for `own_definition`.

    Returns
    -------
    UnderDefinitions
        ``.frame`` has a row per role and a column per definition, values from 1 to 7.

    Raises
    ------
    PatternError
        There is no definition, or `own_definition` would refuse one.

    Examples
    --------
    >>> jobs = pd.DataFrame({"use": [6, 2], "pay": [1, 7]}, index=["Nurse", "Editor"])
    >>> under_definitions(jobs, {"equal": {"use": 1, "pay": 1}}).frame["equal"].to_dict()
    {'Editor': 4.5, 'Nurse': 3.5}
    """
    if not definitions:
        raise PatternError("there is no definition; expected a name and its weights: {'mine': {'use': 3}}")
    told = {
        str(name): own_definition(frame, weights, scales=scales).frame["value"]
        for name, weights in definitions.items()
    }
    table = pd.DataFrame(told, frame.index).dropna(how="all")
    ordered = table.sort_values([*table.columns], ascending=False, kind="stable")
    return UnderDefinitions(ordered, tuple(frame.index))
