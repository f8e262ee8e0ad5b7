"""Rows of a chart, each with a name and a track: side by side, or one above the other for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body
from good_on_paper.charts.text import lines_high, name_lines, shorten, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

WIDE, NARROW = 8.6, 3.9
"""Widths of a sheet, in inches."""
SMALL = 9.0
_TEXT, _MOST, _GAP = 10.5, 2.7, 0.24
_HEAD, _LINE = 0.32, 0.15


@dataclass(frozen=True)
class Tracks(Across):
    """Named rows on axes that are measured in inches from the top left.

    Attributes
    ----------
    shown : tuple of str
        The names, from top to bottom.
    wide : float
        Of the sheet.
    right : float
        Room for words right of the tracks.
    """

    shown: tuple[str, ...]
    wide: float
    right: float

    @cached_property
    def start(self) -> float:
        """Where the tracks begin."""
        if self.narrow:
            return 0.12
        widest = max((width(name, _TEXT) for name in self.shown), default=0.0)
        return min(widest, _MOST) + _GAP

    @property
    def inches(self) -> float:
        """How long the tracks are."""
        return self.across - self.start - self.right

    @cached_property
    def most(self) -> float:
        """Lines that a name is high at most: more than two only where these would cut one."""
        needed = (lines_high(name, self._room, _TEXT) for name in self.shown)
        return max(2, *needed) if self.shown else 2

    @property
    def _room(self) -> float:
        return self.across if self.narrow else self.start - _GAP + 0.01

    @property
    def _more(self) -> float:
        """Height of the lines of a name beyond two."""
        return _LINE * (self.most - 2)

    @property
    def pitch(self) -> float:
        """Height of a row."""
        return (0.58 if self.narrow else 0.36) + self._more

    def y(self, place: int) -> float:
        """Return how far down the track of a row is."""
        return _HEAD + place * self.pitch + (0.42 + self._more if self.narrow else self.pitch / 2)

    @property
    def height(self) -> float:
        """Height of all rows, with the room above and below them."""
        return _HEAD + max(len(self.shown), 1) * self.pitch + 0.35

    def body(self, draw: Callable[[Axes, Theme], None]) -> Body:
        """Return the middle of a sheet with these rows."""
        return Body(draw, self.height, self.edge, self.edge, above=0.1, below=0.1)

    def draw_names(self, ax: Axes, theme: Theme) -> None:
        """Set the axes up, and name the rows."""
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        for place, name in enumerate(self.shown):
            y = self.y(place) - (0.15 if self.narrow else 0.0)
            lines, size = name_lines(name, self._room, _TEXT)
            text = ax.text(0, y, "\n".join(lines), size=size, linespacing=1.0)
            text.set(va="bottom" if self.narrow else "center")
            if self.narrow:  # no line runs through a name
                text.set_bbox({"facecolor": theme.ground, "edgecolor": "none", "pad": 0.6})
                text.set_zorder(5)
            text.set_color(theme.ink)

    def beside(self, ax: Axes, theme: Theme, place: int, text: str) -> None:
        """Write right of a track."""
        x = self.start + self.inches + 0.12
        said = ax.text(x, self.y(place), shorten(text, self.right - 0.12, SMALL), size=SMALL, va="center")
        said.set_color(theme.soft)
