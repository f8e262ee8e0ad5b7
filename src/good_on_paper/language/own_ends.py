"""What the jobs at both ends are called where they are in the order of the person's own definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Ends:
    """Names for the jobs at both ends, so that they say what they are best by.

    Attributes
    ----------
    best : str
        "most successful", as in "my 3 most successful jobs".
    worst : str
        The same of the others, for the place beside them: "least successful".
    lowest : str
        "the {} least successful", with their number.
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
    """Return what the ends are called by a definition; None for an outcome that is none.

    Parameters
    ----------
    outcome
        The key of an outcome.
    halves
        Whether one half of the jobs stands against the other, not the thirds at both ends.

    Examples
    --------
    >>> own_ends("by_success").lowest.format(3), own_ends("overall")
    ('the 3 least successful', None)
    """
    return _BY.get((outcome, halves))
