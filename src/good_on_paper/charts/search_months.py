"""A search month by month: what was done, and beside it what grew; no line through it, and no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.language.counts import count
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

DONE: Final = {"sent": "Applications", "calls": "Calls", "interviews": "Interviews", "offers": "Offers"}
GREW: Final = {"met": "People met", "learned": "Things learned", "ruled_out": "Ruled out"}
_WIDTH, _MONTH, _ROW, _HEAD, _APART, _DAY_GAP = 9.4, 1.05, 0.3, 0.35, 0.45, 0.12
_MOST: Final = 7
"""How many dots fit in one cell; we write a number in place of more."""
_FEWEST_LETTERS, _FEWEST_LETTERS_PHONE = 9, 7
"""A column is at least as wide as so many letters, so that the dots have room."""
_MONTH_PHONE, _EDGE_PHONE = 0.7, 0.15


def search_months(frame: pd.DataFrame) -> Chart:
    """Draw a dot for each thing done and each thing gained, month by month.

    Parameters
    ----------
    frame
        A row per month, as `good_on_paper.frames.search_months.search_months` gives.

    Returns
    -------
    Chart
        A row per month, with a dot per thing done or gained.

    Examples
    --------
    >>> month = pd.DataFrame({"sent": [2, 0], "calls": [1, 0], "interviews": [0, 1], "offers": [0, 0]})
    >>> month = month.assign(met=[1, 1], learned=[2, 1], ruled_out=[0, 1])
    >>> month.index = pd.to_datetime(["2026-01-01", "2026-02-01"])
    >>> search_months(month).title
    '2 months: 2 people met, 3 things learned, 1 job ruled out.'
    """
    picture = _Months(frame)
    chart = Chart(
        name="Month by month",
        title=_finding(frame),
        alt=f"A dot for each: {'; '.join(_told(frame))}. Every number is in the table.",
        table=_table(frame),
        small_print=(f"{count(len(frame), 'month')}. {proves_nothing('months')}",),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, _TallMonths(frame).body)


@dataclass(frozen=True)
class _Months:
    frame: pd.DataFrame

    wide: ClassVar[float] = _WIDTH - 2 * EDGE
    most: ClassVar[int] = _MOST

    @property
    def columns(self) -> dict[str, float]:
        """Each column with its place, as wide as its words need; what grew is apart, at the end."""
        wide = {name: max(len(words), _FEWEST_LETTERS) + 2 for name, words in (DONE | GREW).items()}
        each = (self.wide - _MONTH - _APART) / sum(wide.values())
        before = accumulate(wide.values(), initial=0)
        return {
            name: _MONTH + letters * each + (_APART if name in GREW else 0)
            for name, letters in zip(wide, before, strict=False)
        }

    @property
    def block(self) -> float:
        """The height of all months, in inches."""
        return _HEAD + len(self.frame) * _ROW + 0.1

    def body(self) -> Body:
        return Body(self.draw, self.block, EDGE, EDGE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.wide), ylim=(self.block, 0))
        ax.set_axis_off()
        self._block(ax, theme, self.columns, 0.0)

    def _block(self, ax: Axes, theme: Theme, columns: Mapping[str, float], top: float) -> None:
        """Draw some columns over all months, from a place downwards."""
        for name, x in columns.items():
            words = (DONE | GREW)[name]
            ax.text(x, top + 0.1, words, size=9.0, weight="bold", va="center", color=theme.ink)
        dots: dict[str, tuple[list[float], list[float]]] = {"done": ([], []), "grew": ([], [])}
        for place, (month, row) in enumerate(
            zip(self.frame.index, self.frame.to_dict("records"), strict=True)
        ):
            y = top + _HEAD + (place + 0.5) * _ROW
            ax.plot([0, self.wide], [y - _ROW / 2] * 2, color=theme.faint, lw=0.6, clip_on=False)
            ax.text(0, y, f"{month:%b %Y}", size=9.0, va="center", color=theme.soft)
            for name, x in columns.items():
                many = int(row[str(name)])
                if many > self.most:
                    ax.text(x, y, f"{many:,}", size=10.0, va="center", color=theme.ink)
                    continue
                xs, ys = dots["done" if name in DONE else "grew"]
                xs += [x + 0.05 + number * _DAY_GAP for number in range(many)]
                ys += [y] * many
        for part, (xs, ys) in dots.items():
            shape, fill = ("o", theme.more) if part == "done" else ("D", "none")
            size = 5.5 if part == "done" else 4.8
            ax.plot(xs, ys, shape, markersize=size, markerfacecolor=fill, color=theme.more, clip_on=False)


class _TallMonths(_Months):
    """The same for a phone: what was done above, what grew below it."""

    wide: ClassVar[float] = PHONE - 2 * _EDGE_PHONE
    most: ClassVar[int] = 5

    def body(self) -> Body:
        high = 2 * self.block + _APART / 2
        return Body(self.draw, high, _EDGE_PHONE, _EDGE_PHONE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.wide), ylim=(2 * self.block + _APART / 2, 0))
        ax.set_axis_off()
        for place, part in enumerate((DONE, GREW)):
            wide = {name: max(len(words), _FEWEST_LETTERS_PHONE) + 1 for name, words in part.items()}
            each = (self.wide - _MONTH_PHONE) / sum(wide.values())
            before = accumulate(wide.values(), initial=0)
            at = {name: _MONTH_PHONE + letters * each for name, letters in zip(wide, before, strict=False)}
            self._block(ax, theme, at, place * (self.block + _APART / 2))


def _told(frame: pd.DataFrame) -> list[str]:
    return [f"{words.lower()} {int(frame[name].sum())}" for name, words in (DONE | GREW).items()]


def _finding(frame: pd.DataFrame) -> str:
    met, learned, out = (int(frame[name].sum()) for name in GREW)
    told = (
        count(met, "person", "people") + " met",
        count(learned, "thing") + " learned",
        count(out, "job") + " ruled out",
    )
    return f"{count(len(frame), 'month')}: {', '.join(told)}."


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    told = frame[[*DONE, *GREW]].rename(columns=DONE | GREW)
    months = [f"{month:%B %Y}" for month in frame.index]
    return told.set_axis(pd.Index(months, name="Month")).astype("str")
