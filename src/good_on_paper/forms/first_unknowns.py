"""What the person knows about the next job, for the lines of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.forms.first_sight import first_lines
from good_on_paper.forms.needs import draw_lines, drawn_lines
from good_on_paper.forms.unknowns import Unknowns

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Record


class FirstUnknowns(Unknowns):
    """Ask of the lines picked and drawn whether the person knows, guesses or does not know them.

    Parameters
    ----------
    record, catalogue
        As in `Unknowns`.
    overlay : Path
        The person's own catalogue file; it may have a new line since.
    """

    name: ClassVar[str] = "first_unknowns"

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path) -> None:
        super().__init__(record, catalogue, fold=False, overlay=overlay)

    @property
    def _drawn(self) -> list[str]:
        return drawn_lines(self._record, self._catalogue)

    @property
    def _lines(self) -> list[Item]:
        return first_lines(self._record, self._catalogue)

    def before_answer(self) -> None:
        """Begin the target, and keep the drawn lines."""
        super().before_answer()
        draw_lines(self._record, self._catalogue)
