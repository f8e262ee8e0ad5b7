"""Two marks per job: a sheet for how it looked, a disc for how it went, and a wedge from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Polygon
from matplotlib.path import Path

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.text import name_lines, width, wrap
from good_on_paper.language.counts import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

LOOKED, WENT = "how it looked", "how it went"
SHEET: Final = Path(
    [
        *((-0.36, -0.5), (-0.36, 0.5), (0.1, 0.5), (0.36, 0.24), (0.36, -0.5), (-0.36, -0.5)),
        *((0.1, 0.5), (0.1, 0.24), (0.36, 0.24)),
    ],
    [*(Path.MOVETO, *[Path.LINETO] * 4, Path.CLOSEPOLY), *(Path.MOVETO, *[Path.LINETO] * 2)],
)
"""A sheet of paper with a folded corner, as a marker."""

_NAME, _DETAIL, _SAID, _HEAD, _SMALL = 10.5, 9.0, 10.0, 9.0, 9.0
_ROOMY = 16  # with so many rows at most, each has a second line for the employer
_OUT = 0.17  # from a mark to its number
_BETWEEN = 0.15  # what the two marks are called, at least
_BEYOND = 0.16  # how far the track goes on at both ends, in steps
_LEFT_MOST = 2.3
_NEXT, _BELOW, _NEXT_BELOW = 0.165, 0.18, 0.155  # between lines of a name, to its detail, between its lines


@dataclass(frozen=True)
class PaperRow:
    """A job in the picture.

    Attributes
    ----------
    name, detail : str
        Its name, and in a second line the employer.
    paper : float
        How good it looked.
    lived : float, optional
        How it went; None if the answer is only in words.
    said : str
        The gap in words.
    tone : str
        "best", "worst" or "middle": its colour.
    section : str
        Rows of one section are together; a hairline separates them from the next.
    open : bool
        Whether it still goes on: a dashed ring.
    """

    name: str
    detail: str
    paper: float
    lived: float | None
    said: str
    tone: str
    section: str
    open: bool = False


@dataclass(frozen=True)
class PaperRows(Across):
    """The picture: its rows from top to bottom, both ends of the scale, and how wide a sheet it is for.

    Attributes
    ----------
    rows : tuple of PaperRow
        From top to bottom.
    low, high : (float, str)
        Both ends of the scale, and what they mean.
    wide : float
        Of the sheet, in inches. Below 5, words are above the track, as a phone needs it.
    """

    rows: tuple[PaperRow, ...]
    low: tuple[float, str]
    high: tuple[float, str]
    wide: float = 8.6

    def body(self) -> Body:
        """Return it as the middle of a sheet."""
        return Body(self.draw, self.height, self.left, self.right, above=0.2, below=0.1)

    @cached_property
    def left(self) -> float:
        """Room before the track, in inches."""
        if self.narrow:
            return self.edge + 0.22
        widest = max(
            max(width(row.name, _NAME, bold=True), width(self._under(row), _DETAIL)) for row in self.rows
        )
        return self.edge + min(widest, _LEFT_MOST) + 0.3

    @cached_property
    def right(self) -> float:
        """Room after the track, in inches."""
        if self.narrow:
            return self.edge + 0.22
        return 0.42 + max(width(row.said, _SAID, bold=True) for row in self.rows) + self.edge

    @property
    def track(self) -> float:
        """Length of the track, in inches."""
        return self.wide - self.left - self.right

    @property
    def inch(self) -> float:
        """An inch, in steps of the scale."""
        return (self.high[0] - self.low[0] + 2 * _BEYOND) / self.track

    @cached_property
    def places(self) -> tuple[list[float], list[float], float]:
        """The places of the tracks, of the hairlines and of the scale, in inches from the top."""
        above = 0.48 if self.narrow else 0.0  # the name is above the track
        roomy = len(self.rows) <= _ROOMY
        pitch = above + (0.5 if self.narrow else 0.46 if roomy else 0.29)
        tracks: list[float] = []
        hairs: list[float] = []
        y, before = 0.0, None
        for row in self.rows:
            if before is not None and row.section != before:
                hairs.append(y + 0.07)
                y += 0.19
            y += 0.19 * self._heads(row)
            more = max(0.0, self._span(row) - _BELOW * (self.narrow or roomy))
            y += more if self.narrow else more / 2
            tracks.append(y + above + (0.26 if self.narrow or roomy else 0.16))
            y, before = y + pitch + (0.0 if self.narrow else more / 2), row.section
        return tracks, hairs, y + 0.1

    @property
    def height(self) -> float:
        """Of the whole, in inches."""
        return self.places[2] + 0.3 + 0.17 * max(len(self._anchor(text)) for _, text in (self.low, self.high))

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it on Axes that are as long as the track."""
        tracks, hairs, foot = self.places
        ax.set(xlim=(self.low[0] - _BEYOND, self.high[0] + _BEYOND), ylim=(self.height, 0))
        ax.set_axis_off()
        first, last = (
            self._x(self.edge - self.left),
            self.high[0] + _BEYOND + (self.right - self.edge) * self.inch,
        )
        for y in hairs:
            ax.plot([first, last], [y, y], color=theme.middle, lw=0.8, clip_on=False)
        marks = Marks()
        for row, y in zip(self.rows, tracks, strict=True):
            self._words(ax, theme, row, y)
            self._marks(ax, theme, marks, row, y)
        marks.draw(ax)
        for step in range(int(self.high[0] - self.low[0]) + 1):
            tick = ax.text(
                self.low[0] + step, foot, number(self.low[0] + step), size=_SMALL, ha="center", va="top"
            )
            tick.set_color(theme.soft)
        for (x, text), side in ((self.low, "left"), (self.high, "right")):
            out = -0.07 if side == "left" else 0.07
            words = "\n".join(self._anchor(text))
            anchor = ax.text(
                x + out * self.inch, foot + 0.22, words, size=_SMALL, ha=side, va="top", style="italic"
            )
            anchor.set(color=theme.soft, multialignment=side, linespacing=1.2)

    def _words(self, ax: Axes, theme: Theme, row: PaperRow, y: float) -> None:
        x, colour = self._x(self.edge - self.left), self._colour(row, theme)
        weight = "normal" if row.tone == "middle" else "bold"
        if self.narrow:
            top = y - 0.5 - 0.19 * self._heads(row) - max(0.0, self._span(row) - _BELOW)
            last = self.high[0] + _BEYOND + (self.right - self.edge) * self.inch
            ax.text(last, top, row.said, size=_SAID, weight=weight, color=colour, ha="right", va="center")
            self._name(ax, theme, row, (x, top))
            return
        verdict = self.high[0] + _BEYOND + 0.42 * self.inch
        ax.text(verdict, y, row.said, size=_SAID, weight=weight, color=colour, va="center")
        self._name(ax, theme, row, (x, y - self._span(row) / 2))

    def _name(self, ax: Axes, theme: Theme, row: PaperRow, place: tuple[float, float]) -> None:
        """Write its name, and below it the employer; the place is that of the first line."""
        x, y = place
        (name, size), (under, small) = self._lines(row)
        for at, line in enumerate(name):
            ax.text(x, y + _NEXT * at, line, size=size, weight="bold", color=theme.ink, va="center")
        y += _NEXT * (len(name) - 1) + _BELOW
        for at, line in enumerate(under):
            ax.text(x, y + _NEXT_BELOW * at, line, size=small, color=theme.soft, va="center")

    def _lines(self, row: PaperRow) -> tuple[tuple[list[str], float], tuple[list[str], float]]:
        """Break its name and its employer into lines, each with the size of its type."""
        room = under = self.left - self.edge - 0.2
        if self.narrow:
            under = self.wide - 2 * self.edge
            room = under - width(row.said, _SAID, bold=True) - 0.15
        name = name_lines(row.name, room, _NAME, bold=True)
        return name, name_lines(self._under(row), under, _DETAIL)

    def _span(self, row: PaperRow) -> float:
        """Return the height from its first line to its last, in inches."""
        (name, _), (under, _) = self._lines(row)
        below = _BELOW + _NEXT_BELOW * (len(under) - 1) if under else 0.0
        return _NEXT * (len(name) - 1) + below

    def _marks(self, ax: Axes, theme: Theme, marks: Marks, row: PaperRow, y: float) -> None:
        low, high, colour = self.low[0] - _BEYOND, self.high[0] + _BEYOND, self._colour(row, theme)
        ax.plot([low, high], [y, y], color=theme.faint, lw=0.9, zorder=1, solid_capstyle="butt")
        lived, level = row.lived, row.lived == row.paper
        size = 19.0 if level else 15.0
        if lived is not None and not level:
            away = 0.13 if lived > row.paper else -0.13
            thin, thick = row.paper + away * self.inch, lived
            wedge = Polygon(
                [(thin, y - 0.008), (thin, y + 0.008), (thick, y + 0.05), (thick, y - 0.05)], zorder=2
            )
            wedge.set(facecolor=colour, alpha=0.42, edgecolor="none", clip_on=False)
            ax.add_patch(wedge)
        self._clear(marks, theme, (row.paper, y), size + 5)
        sheet = {"markeredgecolor": theme.soft, "markerfacecolor": theme.ground, "markeredgewidth": 1.5}
        marks.add(row.paper, y, SHEET, markersize=size, zorder=3, **sheet)
        if lived is not None:
            disc = 6.5 if level else 13.0
            if not level:
                self._clear(marks, theme, (lived, y), disc + 4)
            if row.open:
                self._ring(ax, colour, (lived, y), disc)
            else:
                marks.add(lived, y, "o", markersize=disc, color=colour, zorder=4)
        self._numbers(ax, theme, row, y)

    def _ring(self, ax: Axes, colour: str, place: tuple[float, float], size: float) -> None:
        ring = ax.scatter([place[0]], [place[1]], s=size**2, facecolors="none", edgecolors=colour, zorder=5)
        ring.set(linewidth=1.6, linestyle=(0, (1.1, 1.1)), clip_on=False)

    def _clear(self, marks: Marks, theme: Theme, place: tuple[float, float], size: float) -> None:
        """Clear some room around a mark, so that the wedge and the track end before it."""
        marks.add(*place, "o", markersize=size, color=theme.ground, markeredgewidth=0, zorder=2.5)

    def _numbers(self, ax: Axes, theme: Theme, row: PaperRow, y: float) -> None:
        lived, colour = row.lived, self._colour(row, theme)
        rising = lived is not None and lived > row.paper
        level = lived == row.paper
        out = _OUT * self.inch
        told = [] if level else [(row.paper, -out if rising else out, theme.soft, "normal")]
        if lived is not None:
            told.append((lived, (_OUT + 0.04) * self.inch if rising or level else -out, colour, "bold"))
        for value, away, of, weight in told:
            side = "left" if away > 0 else "right"
            place = ax.text(
                value + away, y, number(value), size=_SAID, ha=side, va="center_baseline", weight=weight
            )
            place.set(color=of, bbox={"facecolor": theme.ground, "edgecolor": "none", "pad": 1.2}, zorder=2.6)
        if self._heads(row) and lived is not None:
            self._heading(ax, theme, row, y - 0.24)

    def _heading(self, ax: Axes, theme: Theme, row: PaperRow, y: float) -> None:
        """Write which mark is which, over the first row and where the sides swap."""
        lived = row.lived or row.paper
        both = [(row.paper, LOOKED, theme.soft, "normal"), (lived, WENT, self._colour(row, theme), "bold")]
        both.sort(key=lambda one: one[0])
        first, last = self._x(self.edge - self.left), self._x(self.wide - self.edge - self.left)
        wide = [width(text, _HEAD, bold=True) * self.inch for _, text, _, _ in both]
        apart = _BETWEEN * self.inch
        if both[1][0] - both[0][0] >= sum(wide) / 2 + apart:  # each over its mark
            starts = [value - across / 2 for (value, *_), across in zip(both, wide, strict=True)]
        else:  # outwards from the marks
            starts = [both[0][0] - wide[0], both[1][0]]
        starts[1] = min(starts[1], last - wide[1])
        starts[0] = max(min(starts[0], starts[1] - wide[0] - apart), first)
        starts[1] = max(starts[1], starts[0] + wide[0])
        for start, across, (_, text, of, weight) in zip(starts, wide, both, strict=True):
            x = start + across / 2
            ax.text(x, y, text, size=_HEAD, color=of, weight=weight, ha="center", va="center")

    def _heads(self, row: PaperRow) -> bool:
        """Return whether a row has both names over its marks: the first that rises, and that falls."""
        if row.lived is None or row.lived == row.paper:
            return False
        rises = row.lived > row.paper
        alike = (one for one in self.rows if one.lived is not None and one.lived != one.paper)
        return row is next(one for one in alike if ((one.lived or 0) > one.paper) == rises)

    def _under(self, row: PaperRow) -> str:
        return row.detail if len(self.rows) <= _ROOMY else ""

    def _x(self, inches: float) -> float:
        """Return a place so many inches from the left end of the track, in steps of the scale."""
        return self.low[0] - _BEYOND + inches * self.inch

    def _colour(self, row: PaperRow, theme: Theme) -> str:
        return {"best": theme.best, "worst": theme.worst}.get(row.tone, theme.soft)

    def _anchor(self, text: str) -> list[str]:
        room = self.track * 0.48
        parts = [text] if width(text, _SMALL) <= room else text.split(", ", 1)
        parts[0] += "," * (len(parts) > 1)
        return [line for part in parts for line in wrap(part, room, _SMALL, most=2)]
