"""Margins over the years: how much of an ordinary day was time in between, spent or wasted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.patches import Rectangle

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, MIDDLE, JobRow, Rows
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.style import HATCH
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.language.counts import count
from good_on_paper.language.lengths import hours

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SIZE: Final = 9.0
_BAR: Final = 0.17  # half the height of a bar, in rows
_ROOM: Final = 0.6  # inches beyond the longest bar, for its figure
_KEY: Final = "Filled, to the right: well spent. Hatched, to the left: wasted. Both as a share of the day."


def margins(shares: pd.DataFrame, roles: pd.DataFrame, *, names: Naming = "names") -> Chart:
    """Draw how much of a day was time in between, spent or wasted, job by job, from the first to the last.

    Parameters
    ----------
    shares
        A row per job, as `good_on_paper.frames.days.day_shares` gives: ``told``, ``spent``, ``wasted``.
    roles
        As `good_on_paper.frames.roles` gives; the jobs are put in the order of their ``start``.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart
        Two bars per job, as shares of one day, in percent.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = ["Editor", "Cook"]
    >>> days = pd.DataFrame({"told": [480, 540], "spent": [60, 0], "wasted": [30, 90]}, index=jobs)
    >>> roles = pd.DataFrame({"start": pd.to_datetime(["2020-01-01", "2015-01-01"])}, index=jobs)
    >>> margins(days, roles.assign(started=["2020", "2015"], ended="", current=False)).table.index.tolist()
    ['Cook', 'Editor']
    """
    shown = naming(roles.index, names)
    answered = shares[(shares["spent"] + shares["wasted"]) > 0]
    order = roles["start"].reindex(answered.index).sort_values(kind="stable", na_position="last").index
    bars = tuple(_bar(role, shown[role], roles, answered.loc[role].to_dict()) for role in order)
    picture = _Margins(bars, _WIDTH)
    silent = len(shares) - len(answered)
    rest = f", {count(silent, 'other')} without time in between" if silent else ""
    chart = Chart(
        name=f"Well spent or wasted{' without names' if names == 'letters' else ''}",
        title=_finding(bars),
        alt=picture.alt(),
        table=picture.table(),
        small_print=(_KEY, f"An ordinary day in {count(len(bars), 'job')}{rest}."),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class _Bar:
    role: Hashable
    shown: str
    began: str
    told: float
    spent: float
    wasted: float

    def share(self, kind: str) -> float:
        return 100 * float(getattr(self, kind)) / self.told

    def says(self, kind: str) -> str:
        minutes = float(getattr(self, kind))
        return f"{hours(minutes)}, {round(self.share(kind))}%" if minutes else "none"


@dataclass(frozen=True)
class _Margins:
    bars: tuple[_Bar, ...]
    wide: float

    @cached_property
    def rows(self) -> Rows:
        return (Rows if self.wide > PHONE else TallRows)(
            tuple(JobRow(bar.role, bar.shown, None, MIDDLE) for bar in self.bars)
        )

    @cached_property
    def most(self) -> float:
        return max([bar.share(kind) for bar in self.bars for kind in ("spent", "wasted")] + [1.0])

    @property
    def inches(self) -> float:
        return self.wide - self.rows.left - self.right

    @property
    def right(self) -> float:
        """Room for the year, in inches."""
        return _ROOM + EDGE * (self.wide > PHONE)

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=0.5, below=0.25)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        edge = self.most * (1 + 2 * _ROOM / self.inches)
        ax.set_xlim(-edge, edge)
        ax.plot([0, 0], [-0.5, max(len(self.bars), 1) - 0.5], color=theme.middle, lw=0.8, zorder=3)
        for x, text, side in ((-1, "wasted", "right"), (1, "well spent", "left")):
            ax.text(x * edge * 0.02, -0.75, text, size=_SIZE, color=theme.soft, ha=side, va="bottom")
        for y, bar in enumerate(self.bars):
            beside = ax.text(1.02, y, bar.began, transform=ax.get_yaxis_transform(), size=_SIZE)
            beside.set(va="center", color=theme.soft)
            for kind, sign, side in (("spent", 1, "left"), ("wasted", -1, "right")):
                share = bar.share(kind)
                if not share:
                    continue
                good = kind == "spent"
                colour = theme.more if good else theme.middle
                ax.add_artist(
                    Rectangle(
                        (0, y - _BAR),
                        sign * share,
                        2 * _BAR,
                        facecolor=colour if good else theme.ground,
                        edgecolor=colour,
                        hatch=None if good else HATCH,
                        linewidth=1.2,
                        zorder=2.5,
                    )
                )
                ax.text(
                    sign * (share + edge * 0.015),
                    y,
                    f"{round(share)}%",
                    size=_SIZE,
                    color=theme.ink,
                    ha=side,
                    va="center",
                )

    def table(self) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "Start": [bar.began for bar in self.bars],
                "How much of the day": [hours(bar.told) for bar in self.bars],
                "In between, well spent": [bar.says("spent") for bar in self.bars],
                "In between, wasted": [bar.says("wasted") for bar in self.bars],
            },
            pd.Index([bar.shown for bar in self.bars], name="Job"),
            dtype="str",
        )

    def alt(self) -> str:
        told = "; ".join(
            f"{bar.shown}: well spent {bar.says('spent')}, wasted {bar.says('wasted')}" for bar in self.bars
        )
        return (
            f"Time in between on an ordinary day, first job on top. {told}." if told else "Nothing here yet."
        )


def _bar(role: Hashable, shown: str, roles: pd.DataFrame, said: dict[Any, Any]) -> _Bar:
    start = roles["start"].get(role)
    began = "" if start is None or pd.isna(start) else str(start.year)
    return _Bar(role, shown, began, said["told"], said["spent"], said["wasted"])


def _finding(bars: tuple[_Bar, ...]) -> str:
    if not bars:
        return "I have not said yet how the time in between was."
    if len(bars) == 1:
        (bar,) = bars
        parts = [(bar.spent, "well spent"), (bar.wasted, "wasted")]
        told = " and ".join(f"{hours(minutes)} {word}" for minutes, word in parts if minutes)
        return f"Time in between on an ordinary day, in one job: {told}."
    more = sum(bar.spent > bar.wasted for bar in bars)
    less = sum(bar.spent < bar.wasted for bar in bars)
    if more:
        rest = f"; in {less} it was the other way round" if less else ""
        return f"In {more} of {len(bars)} jobs more of the time in between was well spent than wasted{rest}."
    if less:
        return f"In {less} of {len(bars)} jobs more of the time in between was wasted than well spent."
    return f"In each of {len(bars)} jobs, as much of the time in between was well spent as wasted."
