"""The whole picture of one person at work, as data: what a page, a figure and a paper draw from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from good_on_paper.charts.chart import Chart


@dataclass(frozen=True)
class WholeRow:
    """One thing said.

    Attributes
    ----------
    text : str
        What is said.
    label : str
        The label beside it: a job, or a word such as "need".
    private : bool
        Whether we leave it out of what is saved and printed, unless somebody asks for it there.
    """

    text: str
    label: str = ""
    private: bool = False


@dataclass(frozen=True)
class WholePart:
    """One part of the whole picture: a chart, or a few rows.

    Attributes
    ----------
    key, title : str
        Its name in code, and its heading.
    page : str
        The notebook it comes from.
    finding : str
        Its first sentence.
    rows : tuple of WholeRow
        What the person said; there may be none.
    chart : Chart, optional
        The picture of what was counted; its title says the finding.
    fold : str
        The heading of the fold-out that holds the chart, on request only; such a chart is on no paper.
    because : str
        What it rests on.
    needs : str
        What it still needs, in a few words; "" if it needs nothing.
    private : bool
        Whether we leave it out of what is saved and printed, unless somebody asks for it there.
    """

    key: str
    title: str
    page: str
    finding: str = ""
    rows: tuple[WholeRow, ...] = ()
    chart: Chart | None = field(default=None, repr=False)
    fold: str = ""
    because: str = ""
    needs: str = ""
    private: bool = False

    @property
    def is_there(self) -> bool:
        """Whether there is anything in it to show."""
        return bool(self.finding or self.rows or self.chart)


@dataclass(frozen=True)
class WorthAdding:
    """The one thing that would sharpen the picture most.

    Attributes
    ----------
    what, why : str
        What to add, and what it would change.
    page : str
        The notebook where it is added.
    """

    what: str
    why: str
    page: str


@dataclass(frozen=True)
class WholePicture:
    """All of it, in the order of reading.

    Attributes
    ----------
    proud : tuple of WholeRow
        What the person did, in their words, each with its job.
    counts : tuple of (int, str)
        The inventory: how many, and of what. Blanks are not counted.
    parts : tuple of WholePart
        Its parts; empty ones too, with what they need.
    day : date
        When it was made.
    adding : WorthAdding, optional
        What is most worth adding next.
    """

    proud: tuple[WholeRow, ...]
    counts: tuple[tuple[int, str], ...]
    parts: tuple[WholePart, ...]
    day: dt.date
    adding: WorthAdding | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no answer yet that could be on it."""
        return not (self.proud or self.counts or any(part.is_there for part in self.parts))
