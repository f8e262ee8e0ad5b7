"""The picture of four cells, with a name for every interview: for a page, and for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from good_on_paper.charts.chart import Body
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_lists import (
    APART,
    NOTE,
    SMALL,
    ListedName,
    height_of,
    listed,
    mark,
    shortened,
    write,
)
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.charts.text import wrap
from good_on_paper.frames.names import STAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

COLUMNS: Final = {
    "yes": "They said yes",
    "no": "They said no",
    "no_answer": "No answer in time",
    "withdrew": "I withdrew",
    "open": "Still open",
}
WIDTH, _LEFT, _GAP, _PAD = 9.4, 1.35, 0.12, 0.12
_HEAD = 0.42
_TALL_EDGE = 0.12
_TALL = PHONE - 2 * _TALL_EDGE


@dataclass(frozen=True)
class CellRows:
    """By what the interviews are parted into rows.

    Attributes
    ----------
    column : str
        The column of the frame; empty without an answer.
    words : mapping
        Each of its values in words, the two of the cells first.
    cells : mapping
        The words of each of the four cells, by the row and by what they said.
    finding : callable
        Takes how many interviews there are, in words, and how many are in each of the four cells; returns the
        finding.
    said : str
        What was asked; it goes below the picture.
    heading : str
        The heading of the rows in the table.

    Examples
    --------
    >>> from good_on_paper.charts import FELT
    >>> FELT.words["well"]
    'It felt good: over 50'
    """

    column: str
    words: Mapping[str, str]
    cells: Mapping[tuple[str, str], str]
    finding: Callable[[str, Mapping[tuple[str, str], int]], str]
    said: str
    heading: str

    @property
    def two(self) -> tuple[str, ...]:
        """The values that have the four cells."""
        return tuple(dict.fromkeys(row for row, _ in self.cells))


class _Place(NamedTuple):
    """The place of a cell, and its height, in inches."""

    x: float
    y: float
    high: float


@dataclass(frozen=True)
class Cells:
    """Each interview in its cell by its name.

    Attributes
    ----------
    told : pandas.DataFrame
        As for `good_on_paper.charts.four_cells`, with a column ``row``.
    shown : list of str
        The name of each interview.
    by : CellRows
        By what they are parted into rows.
    """

    told: pd.DataFrame
    shown: list[str]
    by: CellRows

    @property
    def columns(self) -> list[str]:
        """The outcomes with a column: always the two of the cells, the others if they occur."""
        there = set(self.told["outcome"])
        return [one for one in COLUMNS if one in there or one in ("yes", "no")]

    @property
    def rows(self) -> list[str]:
        """The rows: always the two of the cells, the others if they occur."""
        there = set(self.told["row"])
        return [one for one in self.by.words if one in there or one in self.by.two]

    @property
    def room(self) -> float:
        """The width of a column, in inches."""
        return (WIDTH - 2 * EDGE - _LEFT - _GAP * (len(self.columns) - 1)) / len(self.columns)

    def entries(self, row: str, column: str) -> list[ListedName]:
        """Return the names in one place."""
        here = self.told["row"].eq(row) & self.told["outcome"].eq(column)
        room, strong = self.room - 2 * _PAD, (row, column) in self.by.cells
        found = [
            ListedName(name, _note(told), room, strong)
            for name, told, inside in zip(self.shown, self.told.to_dict("records"), here, strict=True)
            if inside
        ]
        return shortened(found, room)

    def height_of(self, row: str) -> float:
        """Return the height of a row, in inches."""
        heads = {column: len(self._said(row, column)) * SMALL for column in self.columns}
        lists = [height_of(self.entries(row, column)) + heads[column] + APART for column in self.columns]
        return max([*lists, 0.5]) + 2 * _PAD

    @property
    def height(self) -> float:
        """In inches."""
        return _HEAD + sum(self.height_of(row) + _GAP for row in self.rows) + 0.1

    def body(self) -> Body:
        """Return what is drawn."""
        return Body(self.draw, self.height, EDGE, EDGE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it."""
        ax.set(xlim=(0, WIDTH - 2 * EDGE), ylim=(self.height, 0))
        ax.set_axis_off()
        at = {column: _LEFT + place * (self.room + _GAP) for place, column in enumerate(self.columns)}
        for column, x in at.items():
            inside = column in ("yes", "no")
            mark(ax, theme, column, x + _PAD + 0.06, 0.16)
            words = f"{COLUMNS[column]}  {self.told['outcome'].eq(column).sum()}"
            size, weight = (10.0, "bold") if inside else (9.5, "normal")
            colour = theme.ink if inside else theme.soft
            ax.text(x + _PAD + 0.2, 0.16, words, size=size, weight=weight, va="center", color=colour)
        y = _HEAD
        for row in self.rows:
            high, inside = self.height_of(row), row in self.by.two
            if row == next((one for one in self.rows if one not in self.by.two), None):
                ax.plot([0, WIDTH - 2 * EDGE], [y, y], color=theme.faint, lw=0.8, clip_on=False)
            name = wrap(self.by.words[row], _LEFT - 0.1, 10.0, bold=inside)
            label = ax.text(0, y + _PAD, "\n".join(name), size=10.0, va="top", linespacing=1.25)
            label.set(weight="bold" if inside else "normal", color=theme.ink if inside else theme.soft)
            total = f"{self.told['row'].eq(row).sum()} of {len(self.told)}"
            ax.text(0, y + _PAD + 0.2 * len(name), total, size=NOTE, va="top", color=theme.soft)
            for column, x in at.items():
                self._cell(ax, theme, (row, column), _Place(x, y, high))
            y += high + _GAP

    def _cell(self, ax: Axes, theme: Theme, cell: tuple[str, str], place: _Place) -> None:
        said, (x, y) = self._said(*cell), (place.x + _PAD, place.y + _PAD)
        if said:
            # an empty cell is small: nobody needs to see how much room there was for a yes
            high = place.high if self.entries(*cell) else len(said) * SMALL + 2 * _PAD
            box = FancyBboxPatch(
                (place.x, place.y), self.room, high, boxstyle="round,pad=0,rounding_size=0.05"
            )
            box.set(facecolor=theme.less, edgecolor="none", clip_on=False)
            ax.add_patch(box)
        for number, text in enumerate(said):
            ax.text(x, y + number * SMALL, text, size=NOTE, va="top", color=theme.more)
        write(ax, theme, self.entries(*cell), x, y + (len(said) * SMALL + APART if said else 0))

    def _said(self, row: str, column: str) -> list[str]:
        words = self.by.cells.get((row, column))
        return wrap(words, self.room - 2 * _PAD, NOTE) if words else []

    def alt(self) -> str:
        """Return the picture in words."""
        parts = []
        for cell, words in self.by.cells.items():
            here = self.told["row"].eq(cell[0]) & self.told["outcome"].eq(cell[1])
            inside = [name for name, there in zip(self.shown, here, strict=True) if there]
            parts.append(f"{words}: {listed(inside)}")
        return f"Four cells with names. {'. '.join(parts)}. Every interview is in the table."


def _note(row: dict[Any, Any]) -> str:
    stage = STAGES.get(row["stage"], "")
    late = row["yes_on"] > row["due"] if pd.notna(row["yes_on"]) and pd.notna(row["due"]) else False
    day = f"yes on day {(row['yes_on'] - row['day']).days}" if late else ""
    return ", ".join(part for part in (stage, day) if part)


class TallCells(Cells):
    """The same for a phone: the two cells of a row side by side, and the other outcomes below them."""

    @property
    def room(self) -> float:
        """The width of a cell, in inches."""
        return (_TALL - _GAP) / 2

    @property
    def height(self) -> float:
        """In inches."""
        return self._lay(None)

    def body(self) -> Body:
        """Return what is drawn."""
        return Body(self.draw, self.height, _TALL_EDGE, _TALL_EDGE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it."""
        ax.set(xlim=(0, _TALL), ylim=(self.height, 0))
        ax.set_axis_off()
        self._lay((ax, theme))

    def _lay(self, on: tuple[Axes, Theme] | None) -> float:
        """Place one below the other, and draw it if there are axes; return how far down it goes."""
        y = 0.0
        for row in self.rows:
            inside = row in self.by.two
            if on:
                words = f"{self.by.words[row]}  {self.told['row'].eq(row).sum()} of {len(self.told)}"
                label = on[0].text(0, y, words, size=10.0, va="top")
                label.set(weight="bold" if inside else "normal", color=on[1].ink if inside else on[1].soft)
            y += 0.26
            if inside:
                high = self.height_of(row)
                for x, column in ((0.0, "yes"), (self.room + _GAP, "no")):
                    if on:
                        self._cell(*on, (row, column), _Place(x, y, high))
                y += high + _GAP
            for column in self.columns[2 * inside :]:
                if here := self.entries(row, column):
                    if on:
                        mark(*on, column, _PAD, y + 0.09)
                        head = on[0].text(_PAD + 0.14, y, COLUMNS[column], size=NOTE, va="top")
                        head.set_color(on[1].soft)
                        write(*on, here, _PAD + 0.14, y + 0.2)
                    y += 0.2 + height_of(here)
            y += 0.14
        return y

    def height_of(self, row: str) -> float:
        """Return the height of the two cells of a row."""
        lists = [
            height_of(self.entries(row, column)) + len(self._said(row, column)) * SMALL + APART
            for column in ("yes", "no")
        ]
        return max(*lists, 0.5) + 2 * _PAD
