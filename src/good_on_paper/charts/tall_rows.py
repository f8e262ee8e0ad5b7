"""Rows for a phone: each name above its track, the name of a group at the right of its first row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from good_on_paper.charts.job_rows import BEST, MIDDLE, TOLD, WENT, WORST, Order, Rows
from good_on_paper.charts.text import lines_high, name_lines, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from good_on_paper.charts.chart import Body, Chart
    from good_on_paper.charts.style import Theme

PHONE: Final = 4.1
"""Width of a sheet, in inches: a phone shows it in readable type."""
_HEADED: Final = (BEST, MIDDLE, WORST)
"""Groups that may have a heading beside them."""
_EDGE: Final = 0.15
_UP: Final = 0.31 * 0.66
_TWO: Final = 2
_LINE: Final = 0.15
"""Height of a further line of a name, in inches."""
_HIGH, _APART = 1.17, 0.05
"""Height of a line of a name, in its size; and what is free above it, in inches."""
_HEADING: Final = 1.35
"""Room for the name of a group, in inches."""
_SMALL: Final = 9.0


def with_phone(chart: Chart, body: Callable[[], Body]) -> Chart:
    """Return the same chart with another middle, for a phone."""
    return replace(chart, narrow=lambda: replace(chart, body=body(), width=PHONE))


@dataclass(frozen=True)
class TallRows(Rows):
    """The same roles, one below the other, for a sheet no wider than a phone.

    Attributes
    ----------
    right : float
        Room right of the tracks, in inches: by default for the number of a mark at the high end.
    """

    right: float = 0.4

    @property
    def pitch(self) -> float:
        """Height of a row in inches: a name, and a track below it."""
        return 0.66 + _LINE * (self.most - _TWO)

    @property
    def up(self) -> float:
        """How far a name is above its track, in inches."""
        return _UP

    @property
    def top(self) -> float:
        """Where the first row begins, counted in rows: its name may need two lines, or more."""
        return -(0.46 - _UP + self.up + _LINE * (self.most - _TWO)) / self.pitch

    @cached_property
    def most(self) -> float:
        """Lines that a name is high at most: more than two only where these would cut one."""
        inches = PHONE - self.left - self.right
        needed = (
            lines_high(row.shown, self._beside(place, inches), self.size, bold=row.group in TOLD)
            for place, row in enumerate(self.rows)
        )
        return max(_TWO, *needed) if self.rows else _TWO

    def _beside(self, place: int, inches: float) -> float:
        """Return the room for a name over a track of so many inches; a heading may stand beside it."""
        group = self.rows[place].group
        first = group in _HEADED and group not in [row.group for row in self.rows[:place]]
        return inches + self.right - _EDGE - (_HEADING if first else 0.0)

    @property
    def left(self) -> float:
        """Room left of the tracks, in inches."""
        return _EDGE

    def label(self, ax: Axes, theme: Theme, inches: float) -> None:
        """Name the rows above their tracks, which are so many inches wide; a hairline above a new group."""
        ax.set_ylim(max(len(self), 1) - 0.5, self.top)
        ax.set_axis_off()
        across, borders = ax.get_yaxis_transform(), []
        for place, row in enumerate(self.rows):
            told, room = row.group in TOLD, self._beside(place, inches)
            lines, size = name_lines(row.shown, room, self.size, bold=told)
            foot = place - (self.up - 0.5 * self.size / 72) / self.pitch  # one line is level with a heading
            name = ax.text(0, foot, "\n".join(lines), transform=across, label="name", size=size)
            name.set(va="bottom", color=theme.ink, weight="bold" if told else "normal", linespacing=1.0)
            if place - 0.5 in self.borders:  # nor beside: it stands above the whole name
                borders.append(foot - (len(lines) * _HIGH * size / 72 + _APART) / self.pitch)
        hairs = ax.hlines(borders, 0, 1, transform=across, color=theme.middle, linewidth=0.7)
        hairs.set_clip_on(False)

    def bracket(self, ax: Axes, theme: Theme, x: float, went: str, order: Order = WENT) -> None:
        """Write the name of each group at the right of its first row."""
        del x, went
        headings = {
            BEST: (order.beside(BEST, len(self.of(BEST))), theme.best),
            MIDDLE: (f"{len(self.of(MIDDLE))} {order.middle}", theme.soft),
            WORST: (order.beside(WORST, len(self.of(WORST))), theme.worst),
        }
        inches = PHONE - self.left - self.right
        for group, (heading, colour) in headings.items():
            places = [place for place, row in enumerate(self.rows) if row.group == group]
            if not places or (group == MIDDLE and not self.of(BEST)):
                continue
            bold = group in TOLD
            size = _SMALL if width(heading, _SMALL, bold=bold) < 1.3 else _SMALL - 1.5  # noqa: PLR2004 - inches
            text = ax.text(
                1 + (self.right - _EDGE) / inches,
                places[0] - self.up / self.pitch,
                heading,
                transform=ax.get_yaxis_transform(),
            )
            text.set(size=size, color=colour, ha="right", va="center", weight="bold" if bold else "normal")
