"""The estimate behind a line-up, for its fold-out: the shift with its interval, and the chance line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import BY_SPLIT
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import count, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.job_rows import Order
    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import ChanceLine, Contrast

_WIDTH, _HEIGHT, _EDGE = 8.6, 2.5, 0.45
_HEIGHT_PHONE, _EDGE_PHONE = 3.0, 0.2
_SIZE = 9.0
_BINS = 40
_OVER = 0.06  # how far the axes reach beyond both ends


def estimate(
    result: Contrast,
    line: str,
    words: Line | None = None,
    chance: ChanceLine | None = None,
    order: Order | None = None,
) -> Chart | None:
    """Draw how much more of a line the best jobs had than the worst, beside what shuffles give.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.
    line
        One of its lines.
    words
        The words of the line; without them we use its name.
    chance
        What :func:`good_on_paper.patterns.chance_line` gave; without it there is no lower half.
    order
        Names for the jobs at both ends; by default those of the split.

    Returns
    -------
    Chart or None
        None if no best job can be compared with a worst one.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 4, 6]}, index=["Editor", "Tutor", "Cook"])
    >>> estimate(patterns.contrast(jobs, scales=(1, 7)), "pace").title
    'Shift from the lower end to the best jobs: -4.'
    """
    found: dict[Any, Any] = dict(result.frame[result.frame["line"] == line].iloc[0])
    alone = replace(result, frame=result.frame[result.frame["line"] == line])
    moved: dict[Any, Any] = dict(patterns.shift(alone).frame.iloc[0])
    if pd.isna(moved["shift"]):
        return None
    label = plain(words.label if words else line)
    order = order or BY_SPLIT[result.split]
    shift = f"Shift from the lower end to the {order.best} jobs"
    picture = _Estimate(moved, float(found["high"]) - float(found["low"]), chance, shift)
    chart = Chart(
        name=f"{label}, the estimate",
        title=picture.said,
        alt=picture.alt(),
        table=picture.table(),
        small_print=(f"{count(result.units, 'job')}, {int(found['n'])} rated.",),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class _Estimate:
    moved: Mapping[Any, Any]
    reach: float
    chance: ChanceLine | None
    shift: str
    wide: float = _WIDTH

    def body(self) -> Body:
        high, edge = (_HEIGHT, _EDGE) if self.wide == _WIDTH else (_HEIGHT_PHONE, _EDGE_PHONE)
        return Body(self.draw, high if self.chance else high / 2, edge, edge, above=0.1, below=0.45)

    @property
    def said(self) -> str:
        return f"{self.shift}: {number(self.moved['shift'])}{self._interval}."

    @property
    def _interval(self) -> str:
        if pd.isna(self.moved["level"]):
            return ""
        ends = f"{number(self.moved['shift_low'])} to {number(self.moved['shift_high'])}"
        return f", interval {ends} at {float(self.moved['level']):.1%}"

    def alt(self) -> str:
        if self.chance is None:
            return self.said
        way = "beyond" if self.chance.strength > self.chance.line else "within"
        return (
            f"{self.said} Strength {self.chance.strength:.2f}, {way} the chance line at "
            f"{self.chance.line:.2f}, over the strongest of each shuffle."
        )

    def table(self) -> pd.DataFrame:
        figures = {"Shift": number(self.moved["shift"])}
        if not pd.isna(self.moved["level"]):
            figures["Lower end"] = number(self.moved["shift_low"])
            figures["Upper end"] = number(self.moved["shift_high"])
            figures["Level"] = f"{float(self.moved['level']):.1%}"
        if self.chance:
            figures["Strength"] = f"{self.chance.strength:.3f}"
            figures["Chance line"] = f"{self.chance.line:.3f}"
        return pd.DataFrame({"Value": figures.values()}, pd.Index(figures, name="Figure"), dtype="str")

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set_axis_off()
        if self.chance is None:
            self._shift(ax.inset_axes((0, 0, 1, 0.7)), theme)
            return
        self._shift(ax.inset_axes((0, 0.74, 1, 0.18)), theme)
        self._shuffles(ax.inset_axes((0, 0, 1, 0.46)), theme, self.chance)

    def _shift(self, ax: Axes, theme: Theme) -> None:
        low, high = self.moved["shift_low"], self.moved["shift_high"]
        self._bare(ax, theme, f"{self.shift}; bar: its interval; dashes: no shift")
        ax.set(xlim=(-self.reach * (1 + _OVER), self.reach * (1 + _OVER)), ylim=(-1, 1))
        ax.axvline(0, color=theme.soft, linewidth=1.2, linestyle=(0, (4, 3)))
        if not pd.isna(low):
            ax.plot([low, high], [0, 0], color=theme.middle, linewidth=4, solid_capstyle="butt")
        ax.plot([self.moved["shift"]], [0], "o", color=theme.more, markersize=9, clip_on=False)

    def _shuffles(self, ax: Axes, theme: Theme, chance: ChanceLine) -> None:
        self._bare(
            ax,
            theme,
            "Strength: dot, this one; grey, the strongest of each shuffle; dashes, the chance line",
        )
        ax.set_xlim(-_OVER / 2, 1 + _OVER / 2)
        heights, edges = np.histogram(chance.shuffles, bins=_BINS, range=(0, 1))
        ax.stairs(heights, edges, fill=True, color=theme.faint)
        ax.stairs(heights, edges, color=theme.middle, linewidth=0.8)
        top = float(heights.max())
        ax.set_ylim(0, top * 1.1)
        ax.vlines(chance.line, 0, top * 1.1, color=theme.ink, linewidth=1.4, linestyle=(0, (4, 3)))
        ax.plot([chance.strength], [top * 0.08], "o", color=theme.more, markersize=9, clip_on=False)

    def _bare(self, ax: Axes, theme: Theme, text: str) -> None:
        ax.patch.set_alpha(0)
        ax.spines[["left", "right", "top"]].set_visible(False)
        ax.set_yticks([])
        ax.tick_params(axis="x", labelsize=_SIZE, labelcolor=theme.soft, color=theme.middle, length=3)
        edge = _EDGE if self.wide == _WIDTH else _EDGE_PHONE
        lines = "\n".join(wrap(text, self.wide - 2 * edge, _SIZE))
        ax.set_title(lines, loc="left", size=_SIZE, color=theme.soft, pad=5)
