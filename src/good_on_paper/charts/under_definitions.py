"""The same jobs under other definitions: a row per job, a mark per definition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.names import naming
from good_on_paper.charts.text import width, wrap
from good_on_paper.language.counts import count, quoted
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import UnderDefinitions

MOST: Final = 6
"""How many definitions have a mark of their own."""
RATED: Final = "A row for each job, a mark for each definition below, by today’s ratings. Blue is the first."
NO_CLAIM: Final = f"{proves_nothing('jobs')} None of these definitions is the right one."
_WIDE, _PHONE = 8.6, 4.1
_SHAPES: Final = ("o", "s", "D", "^", "v", "P")
_FILLED: Final = (0, 3, 5)
_NAME, _SMALL = 10.0, 9.0
_LINE, _LINE_OF_NAME = 0.19, 0.165
_LANE = 0.13  # inches between two marks of one row, one above the other
_LONG = 12


def under_definitions(
    result: UnderDefinitions,
    *,
    names: Naming = "names",
    current: Collection[Hashable] = (),
    name: str = "Under another definition",
    title: str = "",
    small_print: tuple[str, ...] = (),
    scale: tuple[float, float] = (1, 7),
) -> Chart:
    """Draw each job under each of several definitions.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.under_definitions` gave; we draw the first six definitions, and the
        table has all.
    names
        "names", or "letters" for Job A, B, C.
    current
        Jobs that still go on: a note beside their names says so.
    name
        Of its file.
    title
        The finding, if it is not which job is highest.
    small_print
        Further lines below the picture.
    scale
        Both ends of the scale.

    Returns
    -------
    Chart
        A row per job with a mark per definition, on the scale given.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"use": [6, 2], "pay": [1, 7]}, index=["Nurse", "Editor"])
    >>> definitions = {"mine": {"use": 3, "pay": 1}, "pay alone": {"pay": 1}}
    >>> under_definitions(patterns.under_definitions(jobs, definitions)).title
    'Which job stands highest depends on the definition: 2 jobs do, under 2 definitions.'
    """
    shown = naming(result.roles, names)
    called = [f"{shown[job]}{', now' * (job in current)}" for job in result.frame.index]
    table = result.frame.set_axis(pd.Index(called, name="Job"))
    picture = _Dots(table.iloc[:, :MOST], scale)
    chart = Chart(
        name=f"{name}{' without names' * (names == 'letters')}",
        title=title or _finding(result),
        alt=_alt(table),
        table=pd.DataFrame({head: column.map(_said) for head, column in table.items()}, dtype="str"),
        small_print=(*small_print, NO_CLAIM),
        body=picture.body(),
        width=_WIDE,
        rated=RATED,
    )
    tall = replace(picture, wide=_PHONE)
    return replace(chart, narrow=partial(replace, chart, body=tall.body(), width=_PHONE))


def _said(value: Any) -> str:  # noqa: ANN401 - a number or NA
    return "too little rated" if pd.isna(value) else f"{value:.1f}"


def _finding(result: UnderDefinitions) -> str:
    highest = result.highest()
    many = count(len(highest), "definition")
    if not highest:
        return "No job is rated on enough of any definition yet."
    if len(highest) == 1:
        return f"My jobs under {quoted(next(iter(highest)))}."
    always = set.intersection(*(set(jobs) for jobs in highest.values()))
    if always:
        return f"The same job stands highest under all {len(highest)} definitions."
    jobs = count(len({job for several in highest.values() for job in several}), "job")
    return f"Which job stands highest depends on the definition: {jobs} do, under {many}."


def _alt(table: pd.DataFrame) -> str:
    head = (
        f"{count(len(table), 'job')} under {count(table.shape[1], 'definition')}, {'; '.join(table.columns)}."
    )
    if len(table) > _LONG:
        return f"{head} All are in the table."
    rows = [f"{job}: {', '.join(map(_said, values))}" for job, *values in table.itertuples(name=None)]
    return f"{head} {'; '.join(rows)}."


@dataclass(frozen=True)
class _Dots(Across):
    """The rows, in inches from the top left between the margins."""

    table: pd.DataFrame
    scale: tuple[float, float]
    wide: float = _WIDE

    def body(self) -> Body:
        return Body(self.draw, self.height, self.edge, self.edge, above=0.2, below=0.1)

    @cached_property
    def left(self) -> float:
        """Where the scale begins."""
        if self.narrow:
            return 0.1
        return min(max((width(str(job), _NAME) for job in self.table.index), default=0), 3.0) + 0.3

    @cached_property
    def names(self) -> list[list[str]]:
        """The lines of each name, beside its row or, on a phone, above it."""
        room = self.across if self.narrow else self.left - 0.2
        return [wrap(str(job), room, _NAME) for job in self.table.index]

    @property
    def _more(self) -> float:
        """Height of the lines of a name beyond one."""
        return _LINE_OF_NAME * (max(map(len, self.names), default=1) - 1)

    def _x(self, value: float) -> float:
        low, high = self.scale
        return self.left + (value - low) * (self.across - self.left - 0.15) / (high - low)

    @property
    def pitch(self) -> float:
        """Room of a row."""
        marks = _LANE * (self.table.shape[1] - 1)
        return marks + 0.52 + self._more if self.narrow else max(marks + 0.3, self._more + 0.3)

    @cached_property
    def key(self) -> list[list[str]]:
        """The lines of each definition in the key above the rows."""
        return [wrap(str(name), self.across - 0.3, _SMALL) for name in self.table.columns]

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return _LINE * sum(map(len, self.key)) + 0.1

    @property
    def height(self) -> float:
        return self.top + self.pitch * max(len(self.table), 1) + 0.3

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        y = 0.0
        for place, lines in enumerate(self.key):
            self._mark(ax, theme, place, 0.1, y + 0.09)
            ax.text(0.3, y, "\n".join(lines), size=_SMALL, color=theme.ink, va="top", linespacing=1.2)
            y += _LINE * len(lines)
        foot = self.top + self.pitch * len(self.table)
        for step in range(int(self.scale[1] - self.scale[0]) + 1):
            value = self.scale[0] + step
            ax.plot([self._x(value)] * 2, [self.top, foot], color=theme.faint, lw=0.7, zorder=1)
            ax.text(
                self._x(value),
                foot + 0.05,
                f"{value:g}",
                size=_SMALL,
                color=theme.soft,
                ha="center",
                va="top",
            )
        for row, (_, *values) in enumerate(self.table.itertuples(name=None)):
            top = self.top + self.pitch * row
            ax.plot([0, self.across], [top, top], color=theme.faint, lw=0.7, clip_on=False)
            self._name(ax, theme, row, top)
            beside = (0.11 + self._more / 2) if self.narrow else 0
            first = top + self.pitch / 2 - _LANE * (len(values) - 1) / 2 + beside
            for place, value in enumerate(values):
                if not pd.isna(value):
                    self._mark(ax, theme, place, self._x(value), first + _LANE * place)

    def _name(self, ax: Axes, theme: Theme, row: int, top: float) -> None:
        place, va = (top + 0.05, "top") if self.narrow else (top + self.pitch / 2, "center")
        text = ax.text(0, place, "\n".join(self.names[row]), size=_NAME, linespacing=1.1)
        text.set(va=va, color=theme.ink)

    @staticmethod
    def _mark(ax: Axes, theme: Theme, place: int, x: float, y: float) -> None:
        colour = theme.ink if place else theme.more  # not those of how a job went
        face = colour if place in _FILLED else theme.ground
        ax.plot(
            [x],
            [y],
            _SHAPES[place % MOST],
            markersize=7.5,
            markerfacecolor=face,
            markeredgecolor=colour,
            markeredgewidth=1.6,
            clip_on=False,
            zorder=4,
        )
