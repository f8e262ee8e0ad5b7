"""The names of the jobs at both ends, when an own definition of success puts jobs in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Ends:
    """Names for the jobs at both ends that say in which way they are best.

    Attributes
    ----------
    best : str
        "most successful", as in "my 3 most successful jobs".
    worst : str
        The same for the others, as it stands beside them: "least successful".
    lowest : str
        "the {} least successful", to be filled with their number.
    did : tuple of str
        What both did, after "jobs that".
    shuffled : str
        What shuffling mixes up.
    """

    best: str
    worst: str
    lowest: str
    did: tuple[str, str]
    shuffled: str


_SUCCESS: Final = "how far the jobs were a success"
_WRONG: Final = "how far the jobs went wrong"
_BY: Final[Mapping[tuple[str, bool], Ends]] = {
    (keys.BY_SUCCESS, False): Ends(
        "most successful",
        "least successful",
        "the {} least successful",
        ("had most success", "had least success"),
        _SUCCESS,
    ),
    (keys.BY_SUCCESS, True): Ends(
        "more successful",
        "less successful",
        "the {} less successful",
        ("had more success", "had less success"),
        _SUCCESS,
    ),
    (keys.BY_GOING_WRONG, False): Ends(
        "smoothest",
        "went most wrong",
        "the {} that went most wrong",
        ("went least wrong", "went most wrong"),
        _WRONG,
    ),
    (keys.BY_GOING_WRONG, True): Ends(
        "smoother",
        "went more wrong",
        "the {} that went more wrong",
        ("went less wrong", "went more wrong"),
        _WRONG,
    ),
}


def own_ends(outcome: str, *, halves: bool = False) -> Ends | None:
    """Return the names of the ends under a definition; None for an outcome that is no definition.

    Parameters
    ----------
    outcome
        The key of an outcome.
    halves
        Whether one half of the jobs is compared with the other, and not the thirds at both ends.

    Examples
    --------
    >>> own_ends("by_success").lowest.format(3), own_ends("overall")
    ('the 3 least successful', None)
    """
    return _BY.get((outcome, halves))
