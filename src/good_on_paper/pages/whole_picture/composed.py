"""The whole picture of a person, composed once: the page, the figure and the paper all draw from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.charts.whole_picture import WholePicture
from good_on_paper.pages.whole_picture import drawn_parts, said_parts
from good_on_paper.pages.whole_picture.in_counts import in_counts
from good_on_paper.pages.whole_picture.proud import proud
from good_on_paper.pages.whole_picture.worth_adding import worth_adding

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.whole_picture import WholePart
    from good_on_paper.study.person import Person


def composed(person: Person, names: Naming = "names", *, private: bool = True) -> WholePicture:
    """Compose the whole picture. It is no look: it shows what the last look showed of the jobs.

    Parameters
    ----------
    person, names
        Whose it is, and whether their jobs are named.
    private : bool
        Include what stays out of anything that is saved.
    """
    parts = _parts(person, names, private=private)
    return WholePicture(
        proud=proud(person, names, private=private),
        counts=in_counts(person),
        parts=tuple(part for part in parts if private or not part.private),
        day=person.today,
        adding=worth_adding(person, names),
    )


def _parts(person: Person, names: Naming, *, private: bool) -> tuple[WholePart, ...]:
    """Return all parts in the order of reading, two and two side by side."""
    return (
        drawn_parts.on_paper(person, names),
        drawn_parts.works_best(person, names),
        said_parts.known_as(person, names),
        said_parts.live_with(person),
        drawn_parts.got_dull(person, names),
        said_parts.take_home(person),
        said_parts.what_stays(person, private=private),
        drawn_parts.barometer(person, names),
    )
