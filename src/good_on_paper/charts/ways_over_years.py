"""How somebody went about it, over the years: a row per way, a mark per thing they did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd
from matplotlib.ticker import MaxNLocator

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SMALL: Final = 9.0
_RIGHT: Final = EDGE + 0.3
NO_CLAIM: Final = "A few things I wrote down; they prove nothing."


def ways_over_years(done: pd.DataFrame, ways: Mapping[str, str]) -> Chart:
    """Draw in which years each way of going about it was used.

    Parameters
    ----------
    done
        A row per thing done: ``how`` (a list of ways) and ``year`` (NA where unknown). Nothing else is read.
    ways
        The name of each way.

    Examples
    --------
    >>> done = pd.DataFrame({"how": [["map"], ["map"]], "year": pd.array([2012, 2020], dtype="Int64")})
    >>> ways_over_years(done, {"map": "I map it first"}).title
    'Used most: “I map it first”, in 2 of 2 things I did.'
    """
    picture = _Strip(done, ways)
    named = ", ".join(f"{ways[way]}: {', '.join(map(str, years))}" for way, years in picture.years.items())
    chart = Chart(
        name="How I went about it",
        title=picture.finding(),
        alt=f"The years in which each way was used. {named}.",
        table=pd.DataFrame(
            {
                "How often": [str(picture.used[way]) for way in picture.years],
                "Years": [", ".join(map(str, years)) or "not known" for years in picture.years.values()],
            },
            pd.Index([ways[way] for way in picture.years], name="Way"),
            dtype="str",
        ),
        small_print=(f"A ring is one thing; a larger one, several in one year. {NO_CLAIM}",),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class _Strip:
    done: pd.DataFrame
    ways: Mapping[str, str]
    wide: float = _WIDTH

    @cached_property
    def used(self) -> Counter[str]:
        """How often each way was used, the most used first."""
        every = Counter(way for ways in self.done["how"] for way in ways if way in self.ways)
        return Counter(dict(every.most_common()))

    @cached_property
    def years(self) -> dict[str, list[int]]:
        known = self.done.dropna(subset=["year"])
        return {
            way: sorted(
                int(year) for year, ways in zip(known["year"], known["how"], strict=True) if way in ways
            )
            for way in self.used
        }

    @cached_property
    def rows(self) -> Rows:
        kind = TallRows if self.wide == PHONE else Rows
        return kind.named({way: self.ways[way] for way in self.used})

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, _RIGHT, above=0.1, below=0.4)

    def finding(self) -> str:
        way, times = next(iter(self.used.items()))
        told = (
            "the one thing I wrote down"
            if len(self.done) == 1
            else f"{times} of {len(self.done)} things I did"
        )
        return f"Used most: “{self.ways[way]}”, in {told}."

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.wide - self.rows.left - _RIGHT)
        every = [year for years in self.years.values() for year in years] or [0]
        ax.set_xlim(min(every) - 1, max(every) + 1)
        ax.hlines(range(len(self.years)), min(every) - 1, max(every) + 1, color=theme.faint, lw=0.8, zorder=0)
        marks = Marks()
        for y, years in enumerate(self.years.values()):
            for year, times in Counter(years).items():
                size = 8 + 3 * (times - 1)
                marks.add(year, y, "o", ms=min(size, 17), mew=1.6, mfc=theme.ground, mec=theme.middle)
        marks.draw(ax)
        for tick in MaxNLocator(integer=True, nbins=4 if self.wide == PHONE else 8).tick_values(
            min(every), max(every)
        ):
            if min(every) <= tick <= max(every):
                ax.text(
                    tick,
                    len(self.years) - 0.4,
                    f"{tick:.0f}",
                    size=_SMALL,
                    color=theme.soft,
                    ha="center",
                    va="top",
                )
