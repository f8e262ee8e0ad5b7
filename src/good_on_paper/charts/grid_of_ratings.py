"""The grid of all ratings: where each row and column is, and its cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.colors import ListedColormap, to_rgba_array
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from good_on_paper import patterns
from good_on_paper.charts.across import Across
from good_on_paper.charts.chance import DOWN
from good_on_paper.charts.job_rows import BEST, WORST
from good_on_paper.charts.style import ramp
from good_on_paper.charts.text import shorten, width, wrap
from good_on_paper.language.counts import capital, number, out_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.job_rows import JobRow
    from good_on_paper.charts.style import Theme

_ON = "on"
_SIGNS = {"na": "\N{EN DASH}", "cant_recall": "?"}
_TEXT, _SMALL, _HEAD = 9.0, 8.0, 7.0
_PITCH, _FOUND, _COUNTS = 0.215, 0.31, 1.16
_INSIDE, _TINY = 0.19, 0.11  # widths of a cell below which its number is smaller, or left out
_BETWEEN = 1.4  # points between two cells
_LINE, _UPRIGHT = 0.115, (1.25, 1.7, 2.2, 3.0)  # a line of an upright name, and how long it may be
_GAP = 0.14  # before the job that goes on


def counted(row: Mapping[Hashable, Any], end: str, *, aloud: bool = False) -> str:
    """Write in how many rated jobs at an end a line was high: "2 of 3"; nothing if none is rated.

    In a sentence, that is `aloud`, nobody says "0 of 3".
    """
    high, rated = row[f"{end}_high"], row[f"n_{end}"]
    if pd.isna(high) or pd.isna(rated) or not rated:
        return ""
    return out_of(high, rated, f"{rated}") if aloud else f"{high} of {rated}"


@dataclass(frozen=True)
class Grid(Across):
    """All ratings: rows in the order of the page, columns in the order of how the jobs went.

    Attributes
    ----------
    rows : pandas.DataFrame
        As in a contrast, with ``inner`` and with ``label``, the name of a row.
    jobs : tuple of JobRow
        From left to right, those that go on last.
    cells : mapping
        Job and line to the rating, None for a blank.
    why : mapping
        Line to why a job's cell is blank, as the record has it.
    needs, current : frozenset
        Lines that the person said they need; jobs that go on.
    ends : (str, str)
        What the jobs at both ends did.
    wide : float
        Of the sheet, in inches. Below 5, words are above the cells, as a phone needs it.
    """

    rows: pd.DataFrame
    jobs: tuple[JobRow, ...]
    cells: Mapping[tuple[Hashable, str], float | None]
    why: Mapping[str, Mapping[Hashable, str]]
    needs: frozenset[str]
    current: frozenset[Hashable]
    ends: tuple[str, str]
    wide: float

    @cached_property
    def left(self) -> float:
        """Room for the words; on a phone they are above the cells."""
        if self.narrow:
            return 0.0
        widest = max((width(label, _TEXT, bold=True) for label in self.rows["label"]), default=0.5)
        return 0.95 + min(widest, 2.35) + 0.12

    @cached_property
    def columns(self) -> dict[Hashable, float]:
        """Where the cell of each job begins."""
        apart = self._apart
        return {
            job.role: self.left + place * self.cell + apart * (job.role in self.current)
            for place, job in enumerate(self.jobs)
        }

    @property
    def _apart(self) -> float:
        on = sum(job.role in self.current for job in self.jobs)
        return _GAP if 0 < on < len(self.jobs) else 0.0

    @cached_property
    def cell(self) -> float:
        """Width of a cell, in inches."""
        return min((self.across - self.left - _COUNTS - self._apart) / max(len(self.jobs), 1), 0.62)

    def _group(self, job: JobRow) -> str:
        return _ON if job.role in self.current else job.group

    def _pitch(self, word: str) -> float:
        high = _FOUND if word in patterns.FOUND else _PITCH
        return 2 * high if self.narrow else high

    @cached_property
    def _called(self) -> list[str]:
        """Jobs by their titles, if no two are the same."""
        titles = [job.shown.split(", ")[0] for job in self.jobs]
        return titles if len(set(titles)) == len(titles) else [job.shown for job in self.jobs]

    @cached_property
    def _upright(self) -> bool:
        """Whether the columns are too narrow for horizontal names."""
        words = (word for name in self._called for word in name.split())
        return max((width(word, _HEAD) for word in words), default=0.0) > self.cell - 0.03

    @cached_property
    def heads(self) -> list[list[str]]:
        """The names over the columns."""
        if self._upright:
            return [self._beside(name) for name in self._called]
        return [wrap(name, self.cell - 0.03, _HEAD) for name in self._called]

    def _beside(self, name: str) -> list[str]:
        """Return an upright name in as many lines as a column has room for, as short as they can be."""
        most = max(int(self.cell / _LINE), 1)
        rooms = (lines for room in _UPRIGHT if len(lines := wrap(name, room, _HEAD)) <= most)
        return next(rooms, [shorten(name, _UPRIGHT[-1], _HEAD, middle=True)])

    @cached_property
    def head(self) -> float:
        """Height of what stands over the rows, in inches."""
        if self._upright:
            return 0.3 + max((width(line, _HEAD) for lines in self.heads for line in lines), default=0)
        return 0.34 + 0.12 * max(map(len, self.heads), default=1)

    @cached_property
    def height(self) -> float:
        """Of the whole, in inches."""
        return self._down(None, None)

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it on Axes that are as wide as the room between the margins."""
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        self._top(ax, theme)
        self._down(ax, theme)

    def _top(self, ax: Axes, theme: Theme) -> None:
        """Name the columns, with a line over those that went best and those that went least well."""
        foot = self.head
        for job, lines in zip(self.jobs, self.heads, strict=True):
            x = self.columns[job.role] + self.cell / 2
            looks: dict[str, Any] = {"rotation": 90 * self._upright, "linespacing": 1.05}
            ax.text(
                x,
                foot - 0.04,
                "\n".join(lines),
                size=_HEAD,
                ha="center",
                va="bottom",
                color=theme.ink,
                **looks,
            )
        over = {
            BEST: (self.ends[0], theme.best),
            WORST: (self.ends[1], theme.worst),
            _ON: ("still there", theme.soft),
        }
        for group, (said, colour) in over.items():
            there = [self.columns[job.role] for job in self.jobs if self._group(job) == group]
            if not there:
                continue
            first, last = min(there) + 0.02, max(there) + self.cell - 0.02
            ax.plot([first, last], [0.2, 0.2], color=colour, lw=1.3, clip_on=False)
            fits = width(said, _SMALL, bold=True) < last - first + 0.1
            looks = {"size": _SMALL if fits else 6.5, "weight": "bold", "color": colour}
            ax.text((first + last) / 2, 0.1, said, ha="center", va="center", **looks)
        start = self.across - _COUNTS
        looks = {"size": _HEAD, "ha": "center", "va": "bottom", "linespacing": 1.05}
        called = [wrap(end, 0.5, _HEAD, bold=True, most=3) for end in self.ends]
        for place, (lines, colour) in enumerate(zip(called, (theme.best, theme.worst), strict=True)):
            said = "\n".join(lines)
            x = start + 0.34 + place * 0.56
            _say(ax, (x, foot - 0.04), said, weight="bold", color=colour, **looks)
        high = foot - 0.08 - 0.14 * max(map(len, called))
        _say(ax, (start + 0.62, high), "high in", color=theme.soft, **looks)

    def _down(self, ax: Axes | None, theme: Theme | None) -> float:
        y = self.head + 0.04
        for word in DOWN:
            group = self.rows[self.rows["word"].eq(word)]
            if group.empty:
                continue
            if ax is not None and theme is not None:
                said = f"{capital(word)}"
                ax.text(0, y + 0.13, said, size=9.5, weight="bold", va="center", color=theme.ink)
                start = width(said, 9.5, bold=True) + 0.14
                many = f"{len(group)} of {len(self.rows)}"
                ax.text(start, y + 0.13, many, size=_SMALL, va="center", color=theme.soft)
                start += width(many, _SMALL) + 0.1
                ax.plot([start, self.across], [y + 0.13, y + 0.13], color=theme.faint, lw=0.9)
            y += 0.3
            for inner, block in group.groupby("inner"):
                if ax is not None and theme is not None:
                    self._block(ax, theme, block, y, inner=bool(inner))
                    for place, row in enumerate(block.to_dict("records")):
                        self._row(ax, theme, row, y + place * self._pitch(word))
                y += len(block) * self._pitch(word) + 0.08
            y += 0.06
        return y

    def _block(self, ax: Axes, theme: Theme, block: pd.DataFrame, y: float, *, inner: bool) -> None:
        """Draw the cells of one block with seaborn, those of the jobs that go on apart."""
        import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

        pitch, lines = self._pitch(str(block["word"].iloc[0])), block["line"]
        shares = pd.DataFrame({job.role: self._shares(block, job) for job in self.jobs}, index=lines)
        said = pd.DataFrame({job.role: self._numbers(block, job) for job in self.jobs}, index=lines)
        if self.narrow:  # every second row is room for the words
            both = [one for line in lines for one in (f"above {line}", line)]
            shares, said = shares.reindex(both), said.reindex(both, fill_value="")
        size = 8.5 if self.cell >= _INSIDE * 1.4 else 6.5
        high = len(block) * pitch
        for on in (False, True):
            jobs = [job.role for job in self.jobs if (job.role in self.current) is on]
            if not jobs:
                continue
            x, long = self.columns[jobs[0]], len(jobs) * self.cell
            cells = ax.inset_axes(
                (x / self.across, 1 - (y + high) / self.height, long / self.across, high / self.height),
                zorder=1,
            )
            sns.heatmap(
                shares[jobs].to_numpy(float),
                ax=cells,
                cmap=ListedColormap(ramp(theme)),
                vmin=0,
                vmax=1,
                cbar=False,
                annot=said[jobs].to_numpy() if self.cell > _TINY else None,
                fmt="",
                annot_kws={"size": size},
                linewidths=_BETWEEN,
                linecolor=theme.ground,
                xticklabels=False,
                yticklabels=False,
            )
            cells.set(xlabel="", ylabel="", facecolor="none")
            _one_path_a_shade(cells, theme.ground)
        if not self.narrow:
            side = ax.text(
                0, y + pitch / 2, "about me" if inner else "about the job", size=_SMALL, va="center"
            )
            side.set(style="italic", color=theme.soft)

    def _row(self, ax: Axes, theme: Theme, row: dict[Hashable, Any], y: float) -> None:
        line, strong = str(row["line"]), row["word"] in patterns.FOUND
        pitch = self._pitch(row["word"])
        above = pitch / 2 if self.narrow else 0.0
        middle = y + above + (pitch - above) / 2
        x, label_y, room = (
            (0.12, y + above / 2, self.across) if self.narrow else (0.95, middle, self.left - 1.0)
        )
        side = " (about me)" if self.narrow and row["inner"] else ""
        most = 2 if strong and not self.narrow else 1
        text = "\n".join(wrap(row["label"] + side, room, _TEXT, bold=strong, most=most))
        looks: dict[str, Any] = {"weight": "bold" if strong else "normal", "linespacing": 0.95}
        ax.text(x, label_y, text, size=_TEXT, va="center", color=theme.ink, **looks)
        if line in self.needs:
            ax.plot(
                [x - 0.08], [label_y], marker="o", markersize=4.2, color=theme.ink, ls="none", clip_on=False
            )
        for place, (end, colour) in enumerate(((BEST, theme.best), (WORST, theme.worst))):
            told = counted(row, end)
            there = strong and not told.startswith("0")
            at = (self.across - _COUNTS + 0.34 + place * 0.56, middle)
            shade = {"weight": "bold", "color": colour} if there else {"color": theme.soft}
            _say(ax, at, told, size=_SMALL, ha="center", **shade)
        for job in self.jobs:
            if self.cells[job.role, line] is None:
                sign = _SIGNS.get(self.why.get(line, {}).get(job.role, ""))
                x = self.columns[job.role]
                if sign:
                    ax.text(
                        x + self.cell / 2,
                        middle,
                        sign,
                        size=_TEXT,
                        ha="center",
                        va="center",
                        color=theme.soft,
                    )
                else:
                    corner = (x + 0.03, y + above + 0.03)
                    frame = Rectangle(corner, self.cell - 0.06, pitch - above - 0.06, fill=False)
                    frame.set(edgecolor=theme.soft, linestyle=":", linewidth=0.9)
                    ax.add_patch(frame)

    def _shares(self, block: pd.DataFrame, job: JobRow) -> list[float]:
        """Return each rating as a share of its scale, NaN for a blank."""
        ends = zip(block["line"], block["low"], block["high"], strict=True)
        return [
            np.nan if (value := self.cells[job.role, line]) is None else (value - low) / ((high - low) or 1.0)
            for line, low, high in ends
        ]

    def _numbers(self, block: pd.DataFrame, job: JobRow) -> list[str]:
        values = [self.cells[job.role, line] for line in block["line"]]
        return ["" if value is None else number(value) for value in values]


def _say(ax: Axes, at: tuple[float, float], text: str, **looks: Any) -> None:  # noqa: ANN401
    ax.text(*at, text, **{"va": "center", **looks})


def _one_path_a_shade(cells: Axes, ground: str) -> None:
    """Draw the cells of a heatmap as one shape per shade: a thousand apart take as long as all the words."""
    mesh = cells.collections[0]
    mesh.update_scalarmappable()
    shades: dict[tuple[float, float, float, float], list[Path]] = {}
    for path, colour in zip(mesh.get_paths(), to_rgba_array(mesh.get_facecolor()), strict=True):
        red, green, blue, alpha = colour.tolist()
        shades.setdefault((red, green, blue, alpha), []).append(path)
    for shade, paths in shades.items():
        one = PathPatch(Path.make_compound_path(*paths), facecolor=shade)
        one.set(edgecolor=ground, linewidth=_BETWEEN)
        cells.add_artist(one)
    mesh.remove()
