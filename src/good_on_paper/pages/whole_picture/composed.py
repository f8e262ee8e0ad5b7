"""The whole picture of a person, composed once: the page, the figure and the paper all draw from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.charts.whole_picture import WholePicture
from good_on_paper.pages.whole_picture.in_counts import in_counts
from good_on_paper.pages.whole_picture.proud import proud

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person


def composed(person: Person, names: Naming = "names", *, private: bool = True) -> WholePicture:
    """Compose the whole picture. It is no look: what jobs had in common is what the last look showed.

    Parameters
    ----------
    person, names
        Whose it is, and whether their jobs are named.
    private : bool
        Also what stays out of anything that is saved.
    """
    return WholePicture(
        proud=proud(person, names, private=private),
        counts=in_counts(person),
        parts=(),
        day=person.today,
    )
