"""What success and a job going wrong mean: the points given then and now, criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import count, out_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDE, _NARROW = 8.6, 3.9
_ROW, _HEAD, _TEXT, _SMALL = 0.36, 0.34, 10.0, 9.0
_MOST: Final = 5
_LABEL: Final = 0.42
"""The share of a sheet that the words take."""


def definitions_moved(points: pd.DataFrame, *, then: str, now: str) -> Chart:
    """Draw the points that each criterion had then and has now; neither is said to be better.

    Parameters
    ----------
    points
        A row per criterion: its ``group`` ("Success", "Going wrong"), ``label``, and ``then`` and ``now``:
        1 to 5 points, 0 where it was not chosen.
    then, now
        The two days, in words.

    Returns
    -------
    Chart
        A row per criterion, from 0 to 5 points.

    Examples
    --------
    >>> points = pd.DataFrame({"group": ["Success"], "label": ["Money"], "then": [4], "now": [1]})
    >>> definitions_moved(points, then="1 May", now="1 November").title
    'What counts for me: 1 of 1 moved.'
    """
    moved = int(points["then"].ne(points["now"]).sum())

    def sheet(wide: float) -> Chart:
        picture = _Moved(points, then, now, wide)
        return Chart(
            name="What counts, then and now",
            title=f"What counts for me: {out_of(moved, len(points), str(len(points)))} moved.",
            alt="; ".join(_told(row) for row in points.to_dict("records")) + ".",
            table=pd.DataFrame(
                {then: _points(points["then"]), now: _points(points["now"])},
                pd.Index([plain(label) for label in points["label"]], name="What counts"),
                dtype="str",
            ),
            small_print=("Points as I gave them, 1 to 5. Neither day is the better one.",),
            body=picture.body(),
            width=wide,
            rated=f"Ring: {then}. Disc: {now}.",
        )

    return replace(sheet(_WIDE), narrow=lambda: sheet(_NARROW))


def _points(column: pd.Series) -> list[str]:
    return [count(int(points), "point") if points else "not chosen" for points in column]


def _told(row: dict[Any, Any]) -> str:
    was, is_ = _points(pd.Series([row["then"], row["now"]]))
    return f"{plain(row['label'])}: {was}" + ("" if was == is_ else f", now {is_}")


@dataclass(frozen=True)
class _Moved:
    points: pd.DataFrame
    then: str
    now: str
    wide: float

    def body(self) -> Body:
        groups = self.points["group"].nunique()
        height = len(self.points) * _ROW + groups * _HEAD
        return Body(self.draw, height, EDGE, EDGE, above=0.1, below=0.35)

    def draw(self, ax: Axes, theme: Theme) -> None:
        room = self.wide - 2 * EDGE
        left = room * _LABEL
        step = (room - left - 0.2) / _MOST
        high = self.body().height
        ax.set(xlim=(0, room), ylim=(high, 0))
        ax.set_axis_off()
        y = 0.0
        for group, rows in self.points.groupby("group", sort=False):
            ax.text(0, y + _HEAD / 2, str(group), size=_TEXT, weight="bold", color=theme.ink, va="center")
            y += _HEAD
            for row in rows.to_dict("records"):
                self._row(ax, theme, row, (y + _ROW / 2, left, step))
                y += _ROW
        for points in range(_MOST + 1):
            words = "not chosen" if not points and step > 0.7 else str(points)  # noqa: PLR2004 - room for it
            ax.text(
                left + points * step, high + 0.12, words, size=_SMALL, color=theme.soft, ha="center", va="top"
            )

    def _row(self, ax: Axes, theme: Theme, row: dict[Any, Any], place: tuple[float, float, float]) -> None:
        y, left, step = place
        was, is_ = (left + float(row[when]) * step for when in ("then", "now"))
        label = "\n".join(wrap(plain(row["label"]), left - 0.2, _TEXT, most=2))
        shown = ax.text(0, y, label, size=_TEXT, color=theme.ink if was != is_ else theme.soft, va="center")
        shown.set_linespacing(1.1)
        ax.plot([left, left + _MOST * step], [y, y], color=theme.faint, lw=0.9, zorder=1)
        colour = theme.more if was != is_ else theme.middle
        ax.plot([was, is_], [y, y], color=colour, lw=2.2, alpha=0.45, zorder=2)
        (ring,) = ax.plot([was], [y], "o", markersize=11, color=colour, zorder=3)
        ring.set(markerfacecolor=theme.ground, markeredgewidth=1.6)
        ax.plot([is_], [y], "o", markersize=7, color=colour, zorder=4)
