"""Jobs under an outside event, apart from the others: how they went, a mark per job."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.across import Across
from good_on_paper.charts.bands import bands_of
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.text import wrap
from good_on_paper.language.counts import count, my_jobs, quoted, span

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDE, _NARROW = 8.6, 3.9
_TEXT, _SMALL, _LINE = 10.0, 8.5, 0.16
_LABEL, _UP = 3.6, 0.13  # inches: room for the words; between two marks of one rating
_SCALE: Final = (1, 7)


def under_events(
    roles: pd.DataFrame, went: pd.Series, events: pd.DataFrame, *, names: Naming = "names"
) -> Chart | None:
    """Draw how the jobs went that fell into an event, and how the others did; None without any.

    Parameters
    ----------
    roles
        What :func:`good_on_paper.frames.roles` gave.
    went
        Role to how it went, NA without an answer.
    events
        What :func:`good_on_paper.frames.events` gave.
    names
        "names", or "letters" for Job A, B, C and Event 1, 2, 3.

    Returns
    -------
    Chart or None
        A row per event, with a mark per job by how it went; None where no rated job fell into any.

    Examples
    --------
    >>> days = {"start": pd.to_datetime(["2015", "2020"]), "end": pd.to_datetime(["2019", "2024"])}
    >>> roles = pd.DataFrame(days, index=["Editor", "Cook"])
    >>> storm = {"unit": ["a"], "start": pd.to_datetime(["2021"]), "end": pd.to_datetime(["2022"])}
    >>> chart = under_events(roles, pd.Series([6, 2], roles.index), pd.DataFrame(storm, index=["A storm"]))
    >>> chart.table["Jobs at that time"].tolist()
    ['Cook: 2']
    """
    shown = naming(roles.index, names)
    rated = went.reindex(roles.index).dropna().astype(float)
    dated = roles.loc[rated.index].dropna(subset=["start", "end"])
    spans = events.dropna(subset=["start", "end"]).sort_values(["start", "end"], kind="stable")
    rows = []
    for band, (_, event) in zip(bands_of(events, names), spans.iterrows(), strict=True):
        under = dated.index[dated["start"].le(event["end"]) & dated["end"].ge(event["start"])]
        if len(under):
            there: dict[Hashable, float] = {shown[role]: rated[role] for role in under}
            rows.append(_Row(band.shown, there, _rest(rated[dated.index], under)))
    if not rows:
        return None
    draw = partial(_Apart, tuple(rows), f"{my_jobs(len(dated), len(roles))}, rated and with dates.")
    return replace(draw(_WIDE).chart(), narrow=lambda: draw(_NARROW).chart())


def _rest(rated: pd.Series, under: pd.Index) -> tuple[float, ...]:
    return tuple(rated.drop(under))


@dataclass(frozen=True)
class _Row:
    event: str
    under: dict[Hashable, float]
    others: tuple[float, ...]

    @property
    def jobs(self) -> str:
        return "; ".join(f"{job}: {rating:g}" for job, rating in self.under.items())


@dataclass(frozen=True)
class _Apart(Across):
    rows: tuple[_Row, ...]
    rests_on: str
    wide: float

    def chart(self) -> Chart:
        top = max(self.rows, key=lambda row: len(row.under))
        many, rest = count(len(top.under), "job"), len(top.others)
        other = f"; {rest} at other times went {span(top.others)}" if rest else ""
        columns = {
            "Jobs at that time": [row.jobs for row in self.rows],
            "Others": [", ".join(f"{one:g}" for one in sorted(row.others)) for row in self.rows],
        }
        table = pd.DataFrame(columns, pd.Index([row.event for row in self.rows], name="Event"), dtype="str")
        return Chart(
            name="Jobs under an outside event",
            title=f"{many} during {quoted(top.event)} went {span(list(top.under.values()))}{other}.",
            alt="; ".join(f"{row.event}: {row.jobs}" for row in self.rows) + ". The others are in the table.",
            table=table,
            small_print=(
                "\N{BLACK CIRCLE} a job at that time, \N{WHITE CIRCLE} another.",
                f"{self.rests_on} A picture: so few jobs say nothing about why.",
            ),
            body=Body(self.draw, self.height, self.edge, self.edge, above=0.2, below=0.1),
            width=self.wide,
            rated="How it went, from 1 to 7.",
        )

    @property
    def start(self) -> float:
        return 0.15 if self.narrow else _LABEL + 0.3

    @cached_property
    def placed(self) -> list[tuple[_Row, list[str], float, float]]:
        """Each row with the words below its name, the top of it, and the height of its track."""
        room, y, placed = self.across if self.narrow else _LABEL, 0.0, []
        for row in self.rows:
            lines = wrap(row.jobs, room, _SMALL, most=4)
            words = _LINE * (len(lines) + 1.2)
            stack = max(Counter([*row.under.values(), *row.others]).values())
            track = 0.25 + _UP * stack
            placed.append((row, lines, y, y + (words + track if self.narrow else max(words, track)) - 0.1))
            y += (words + track if self.narrow else max(words, track)) + 0.3
        return placed

    @property
    def height(self) -> float:
        return self.placed[-1][3] + 0.35

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        low, high = _SCALE
        step = (self.across - self.start - 0.15) / (high - low)
        marks = Marks()
        for row, lines, top, base in self.placed:
            ax.text(0, top + 0.08, row.event, size=_TEXT, weight="bold", va="center", color=theme.ink)
            for place, text in enumerate(lines, 1):
                ax.text(0, top + 0.1 + _LINE * place, text, size=_SMALL, va="center", color=theme.soft)
            ax.plot([self.start, self.start + step * (high - low)], [base, base], color=theme.middle, lw=0.9)
            for tick in range(low, high + 1):
                ax.text(
                    self.start + step * (tick - low),
                    base + 0.15,
                    str(tick),
                    size=_SMALL,
                    ha="center",
                    va="center",
                    color=theme.soft,
                )
            stacked: Counter[float] = Counter()
            for rating, there in [
                *((one, True) for one in row.under.values()),
                *((one, False) for one in row.others),
            ]:
                y = base - 0.1 - _UP * stacked[rating]
                stacked[rating] += 1
                looks = {
                    "markeredgecolor": theme.more if there else theme.middle,
                    "markerfacecolor": theme.more if there else theme.ground,
                }
                marks.add(
                    self.start + step * (rating - low), y, "o", markersize=7, markeredgewidth=1.2, **looks
                )
        marks.draw(ax)
