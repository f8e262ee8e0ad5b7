"""The picture of a map with two axes: marks with names beside them, which never overlap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from matplotlib.patches import Rectangle

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body
from good_on_paper.charts.label_places import Box, apart, label_places
from good_on_paper.charts.text import width, wrap
from good_on_paper.language.counts import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

LEGEND: Final = {
    "best": "went best",
    "middle": "in between",
    "worst": "went least well",
    "current": "still going",
}
"""Each mark in words."""
_NAME, _DETAIL, _SMALL, _HEAD, _KEY = 10.0, 8.5, 9.0, 9.5, 7.0
_HALF = 0.1
_WIDEST = 1.9  # of a name, in inches
_LINE = 0.165
_NAME_LINE, _DETAIL_LINE = 0.175, 0.15
_BEYOND = 0.4  # steps that the frame goes on beyond the scale
_TICKS = 0.3


@dataclass(frozen=True)
class MapAxis:
    """What an axis shows: a definition and its criteria."""

    label: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class MapMark:
    """A job on the map; `tone` is "best", "middle" or "worst", and `open` marks a job that still goes on."""

    name: str
    detail: str
    across: float
    up: float
    tone: str
    open: bool = False


@dataclass(frozen=True)
class AxesMap(Across):
    """The map, its axes in words, and the width of its sheet; all places are in inches from the top left.

    Attributes
    ----------
    marks : tuple of MapMark
    axes : (MapAxis, MapAxis)
        Across and up.
    corners : mapping
        "success", "both", "wrong" and "neither" in words.
    scale : (float, float)
        Both ends of both axes.
    wide : float
        Of the sheet, in inches.
    legend : bool
        Whether the marks show how a job went as a whole.
    """

    marks: tuple[MapMark, ...]
    axes: tuple[MapAxis, MapAxis]
    corners: Mapping[str, str]
    scale: tuple[float, float]
    wide: float = 8.6
    legend: bool = True

    def body(self) -> Body:
        """Return it as the middle of a sheet."""
        return Body(self.draw, self.height, self.edge, self.edge, above=0.2, below=0.15)

    @cached_property
    def frame(self) -> Box:
        """The frame of the map."""
        top = _LINE * len(self._axis_lines(1)) + 0.12
        high = 3.9 if self.narrow else 4.9
        return Box(_TICKS, top, self.across, top + high)

    @cached_property
    def _band(self) -> float:
        """Room at the top and at the foot of the frame for the words of the corners, free of marks."""
        return 0.14 + _LINE * max(len(lines) for lines in self._corner_lines.values()) + _HALF

    @cached_property
    def _corner_lines(self) -> dict[str, list[str]]:
        half = (self.frame.right - self.frame.left) / 2 - 0.2
        return {corner: wrap(words, half, _SMALL) for corner, words in self.corners.items()}

    def _x(self, value: float) -> float:
        steps = self.scale[1] - self.scale[0] + 2 * _BEYOND
        inch = (self.frame.right - self.frame.left) / steps
        return self.frame.left + (value - self.scale[0] + _BEYOND) * inch

    def _y(self, value: float) -> float:
        high = self.frame.bottom - self.frame.top - 2 * self._band
        return (
            self.frame.bottom - self._band - (value - self.scale[0]) * high / (self.scale[1] - self.scale[0])
        )

    @cached_property
    def points(self) -> list[tuple[float, float]]:
        """The middle of each mark."""
        return apart([(self._x(mark.across), self._y(mark.up)) for mark in self.marks], 2.1 * _HALF)

    @cached_property
    def labels(self) -> list[Box | None]:
        """Where each name stands; None for a mark that has a number instead, and its name below the map."""
        sizes = []
        for mark in self.marks:
            name, detail = self._texts(mark)
            widest = max(width(line, _NAME, bold=True) for line in name)
            widest = max([widest, *(width(line, _DETAIL) for line in detail)])
            sizes.append((widest + 0.04, _NAME_LINE * len(name) + _DETAIL_LINE * len(detail) + 0.02))
        middle = sum(self.scale) / 2
        x, y, frame = self._x(middle), self._y(middle), self.frame
        lines = [
            Box(x - 0.02, frame.top, x + 0.02, frame.bottom),
            Box(frame.left, y - 0.02, frame.right, y + 0.02),
        ]
        inside = Box(frame.left + 0.05, frame.top + 0.04, frame.right - 0.05, frame.bottom - 0.04)
        return label_places(
            self.points, sizes, inside, half=_HALF, blocked=[*lines, *self._corner_boxes().values()]
        )

    def _texts(self, mark: MapMark) -> tuple[list[str], list[str]]:
        """Return name and detail in lines, whole; one too long for the map gets a number."""
        under = ", ".join(filter(None, (mark.detail, "now" if mark.open and mark.detail else "")))
        room = _WIDEST * (0.75 if self.narrow else 1)
        most = (self.frame.right - self.frame.left) / 2 - 0.3
        longest = max((width(word, _NAME, bold=True) for word in mark.name.split()), default=0.0)
        room = max(room, min(longest + 0.01, most))  # no word is broken that has room
        return wrap(mark.name, room, _NAME, bold=True) or [""], wrap(under, room, _DETAIL)

    def _corner_boxes(self) -> dict[str, Box]:
        found = {}
        for corner, lines in self._corner_lines.items():
            wide, high = max(width(line, _SMALL) for line in lines) + 0.1, _LINE * len(lines)
            right, top = corner in ("success", "both"), corner in ("both", "wrong")
            left = self.frame.right - 0.1 - wide if right else self.frame.left + 0.1
            y = self.frame.top + 0.08 if top else self.frame.bottom - 0.08 - high
            found[corner] = Box(left, y, left + wide, y + high)
        return found

    def _axis_lines(self, which: int) -> list[str]:
        axis = self.axes[which]
        return [axis.label, *wrap("; ".join(axis.parts), self.across - _TICKS, _SMALL)]

    @cached_property
    def _listed(self) -> list[str]:
        """Return the names that found no room on the map, by the number in their mark."""
        numbered = [mark for mark, box in zip(self.marks, self.labels, strict=True) if box is None]
        told = [
            f"{place}  {', '.join(filter(None, (mark.name, mark.detail)))}"
            for place, mark in enumerate(numbered, 1)
        ]
        return [line for text in told for line in wrap(text, self.across, _SMALL)]

    @property
    def _foot(self) -> float:
        return self.frame.bottom + 0.28

    @property
    def height(self) -> float:
        """The height of the whole, in inches."""
        legend = _LINE * len(self._legend_rows()) + 0.14 if self.legend else 0
        return self._foot + _LINE * (len(self._axis_lines(0)) + len(self._listed)) + legend + 0.1

    def _legend_rows(self) -> list[list[str]]:
        """Return the kinds of mark that occur, broken into rows that fit."""
        there = {"current" if mark.open else mark.tone for mark in self.marks}
        kinds = [kind for kind in LEGEND if kind in there]
        each = 2 if self.narrow else len(LEGEND)
        return [kinds[at : at + each] for at in range(0, len(kinds), each)]

    # -- drawing

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it on Axes as wide as the sheet between its margins."""
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        frame = self.frame
        ax.add_patch(
            Rectangle(
                (frame.left, frame.top),
                frame.right - frame.left,
                frame.bottom - frame.top,
                fill=False,
                edgecolor=theme.middle,
                linewidth=1.0,
                clip_on=False,
            )
        )
        middle = sum(self.scale) / 2
        ax.plot([self._x(middle)] * 2, [frame.top, frame.bottom], color=theme.middle, lw=0.7, zorder=1)
        ax.plot([frame.left, frame.right], [self._y(middle)] * 2, color=theme.middle, lw=0.7, zorder=1)
        for step in range(int(self.scale[1] - self.scale[0]) + 1):
            value = self.scale[0] + step
            self._write(ax, (self._x(value), frame.bottom + 0.06), number(value), theme.soft, ha="center")
            self._write(
                ax, (frame.left - 0.08, self._y(value)), number(value), theme.soft, ha="right", va="center"
            )
        for corner, box in self._corner_boxes().items():
            right = corner in ("success", "both")
            words = "\n".join(self._corner_lines[corner])
            place = (box.right if right else box.left, box.top)
            side = "right" if right else "left"
            self._write(ax, place, words, theme.soft, ha=side, style="italic", multialignment=side)
        self._axis(ax, theme, 1, 0.0)
        self._axis(ax, theme, 0, self._foot)
        self._jobs(ax, theme)

    def _axis(self, ax: Axes, theme: Theme, which: int, top: float) -> None:
        head, *parts = self._axis_lines(which)
        said = f"{head} →" if which == 0 else f"↑ {head}"
        x, side = (self.frame.right, "right") if which == 0 else (self.frame.left, "left")
        ax.text(x, top, said, size=_HEAD, weight="bold", color=theme.ink, ha=side, va="top")
        if parts:
            below = (x, top + _LINE + 0.02)
            self._write(ax, below, "\n".join(parts), theme.soft, ha=side, multialignment=side)

    def _jobs(self, ax: Axes, theme: Theme) -> None:
        number_ = 0
        for mark, (x, y), box in zip(self.marks, self.points, self.labels, strict=True):
            kind = "current" if mark.open else mark.tone
            self._mark(ax, theme, kind, (x, y))
            if box is None:
                number_ += 1
                filled = kind == "best"
                colour = theme.ground if filled else theme.ink
                ax.text(x, y, str(number_), size=_KEY, color=colour, ha="center", va="center", zorder=6)
                continue
            name, detail = self._texts(mark)
            left = box.left > x
            place = (box.left if left else box.right, box.top)
            side = "left" if left else "right"
            across, down = place
            for line in name:
                ax.text(across, down, line, size=_NAME, weight="bold", color=theme.ink, ha=side, va="top")
                down += _NAME_LINE
            for line in detail:
                ax.text(across, down, line, size=_DETAIL, color=theme.soft, ha=side, va="top")
                down += _DETAIL_LINE
        y = self._foot + _LINE * len(self._axis_lines(0)) + 0.1
        for line in self._listed:
            self._write(ax, (0, y), line, theme.ink)
            y += _LINE
        for nth, row in enumerate(self._legend_rows() if self.legend else ()):
            x = width("As a whole: ", _SMALL) + 0.12
            if not nth:
                self._write(ax, (0, y + 0.06), "As a whole:", theme.soft)
            for kind in row:
                self._mark(ax, theme, kind, (x + _HALF, y + 0.06 + _LINE / 2 - 0.02), small=True)
                self._write(ax, (x + 2.4 * _HALF, y + 0.06), LEGEND[kind], theme.soft)
                x += width(LEGEND[kind], _SMALL) + 0.5
            y += _LINE

    @staticmethod
    def _write(ax: Axes, place: tuple[float, float], text: str, colour: str, **more: Any) -> None:  # noqa: ANN401
        looks: dict[str, Any] = {"size": _SMALL, "va": "top", "linespacing": 1.2} | more
        ax.text(*place, text, color=colour, **looks)

    @staticmethod
    def _mark(ax: Axes, theme: Theme, kind: str, place: tuple[float, float], *, small: bool = False) -> None:
        size = 8.0 if small else 12.0
        colour = {"best": theme.best, "worst": theme.worst, "middle": theme.middle}.get(kind, theme.ink)
        looks: dict[str, Any] = {
            "markersize": size,
            "markeredgecolor": colour,
            "markeredgewidth": 2.0,
            "clip_on": False,
        }
        if kind == "current":
            ring = ax.scatter(
                [place[0]], [place[1]], s=size**2, facecolors=theme.ground, edgecolors=colour, zorder=5
            )
            ring.set(linewidth=1.6, linestyle=(0, (1.1, 1.1)), clip_on=False)
            return
        face = colour if kind == "best" else theme.ground
        shape = "s" if kind == "worst" else "o"
        ax.plot([place[0]], [place[1]], shape, markerfacecolor=face, zorder=5, **looks)
