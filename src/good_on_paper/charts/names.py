"""Job A, B, C: the same chart without the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.text import plain

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Naming = Literal["names", "letters"]
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def naming(roles: Iterable[Hashable], names: Naming = "names") -> dict[Hashable, str]:
    """Return the name of each role in a chart.

    Parameters
    ----------
    roles
        All roles in the person's order: charts of the same roles give each the same letter.
    names
        "names", or "letters": Job A to Z, then AA, AB.

    Returns
    -------
    dict of Hashable to str
        Each role with its name, in the order handed in.

    Raises
    ------
    ChartError
        `names` is neither of the two.

    Examples
    --------
    >>> naming(["Editor, Acme", "Cook, Delta"], names="letters")
    {'Editor, Acme': 'Job A', 'Cook, Delta': 'Job B'}
    """
    if names == "names":
        return {role: plain(role) for role in roles}
    if names == "letters":
        return {role: f"Job {_letter(place)}" for place, role in enumerate(roles)}
    raise ChartError(f"names={names!r}; expected 'names' or 'letters'")


def _letter(place: int) -> str:
    rest, letter = divmod(place, len(_ALPHABET))
    return (_letter(rest - 1) if rest else "") + _ALPHABET[letter]
