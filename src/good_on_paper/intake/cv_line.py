"""One line of a CV, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from good_on_paper.intake.spans import Dated


@dataclass
class CvLine:
    """A line of a CV.

    Parameters
    ----------
    number : int
        Its position in the text, from 1.
    text : str
        Without its bullet.
    kind : str
        "blank", "part" (a section heading), "bullet", "more" (continues the line above), "body", "head",
        "furniture" (such as a page number).
    dated : Dated or None
        The dates of a job, if the line has them.
    part : str
        What a section heading means, as `section_of` returns it.
    """

    number: int
    text: str
    kind: str
    dated: Dated | None = None
    part: str = ""
