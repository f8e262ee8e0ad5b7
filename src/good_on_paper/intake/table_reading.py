"""A table being read into a preview: what we have found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.facts import Findings
    from good_on_paper.intake.preview import OwnLine, Rated, Recognised, Scaled
    from good_on_paper.intake.sheet import Row, Sheet


@dataclass(frozen=True)
class Given:
    """What the person says about the columns of a table, by their headers.

    Parameters
    ----------
    outcome : str or None
        The column that rates how jobs went.
    scales : mapping
        Both ends of a column's scale.
    steps : mapping
        For a column of words: each word and the step it means.
    """

    outcome: str | None = None
    scales: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    steps: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def named(self) -> set[str]:
        """Return the headers that are named."""
        return {*self.scales, *self.steps, *([] if self.outcome is None else [self.outcome])}


@dataclass
class TableReading:
    """What we have found so far.

    Parameters
    ----------
    sheet : Sheet
    catalogue : Catalogue
        With the person's own lines.
    findings : Findings
    given : Given
    ours : bool
        Whether this kit wrote the table, so that its numbers are on the scales of its lines.
    """

    sheet: Sheet
    catalogue: Catalogue
    findings: Findings
    given: Given = field(default_factory=Given)
    ours: bool = False
    answers: dict[int, list[Rated]] = field(default_factory=dict)
    lines: list[OwnLine] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    scaled: list[Scaled] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    outcomes: dict[str, str] = field(default_factory=dict)

    def cells(self, column: Column) -> list[tuple[Row, str]]:
        """Return each row with its cell in a column."""
        return [(row, row.cells[column.number]) for row in self.sheet.rows]

    def at(self, column: Column, row: Row | None = None) -> str:
        """Return the name of a column, or of one of its cells, for messages."""
        return self.sheet.place(row, column.number)

    def answer(self, row: Row, rated: Rated) -> None:
        """Add an answer of one row."""
        self.answers.setdefault(row.number, []).append(rated)
