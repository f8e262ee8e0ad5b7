"""The line-up: one line, every job a named mark, in the order of how they went."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.ticker import MaxNLocator

from good_on_paper import patterns
from good_on_paper.charts.chance import figures, worth
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.deferred import Deferred
from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.estimate import estimate
from good_on_paper.charts.job_rows import (
    BEST,
    BY_SPLIT,
    EDGE,
    MIDDLE,
    TOLD,
    UNRATED,
    WENT,
    WORST,
    JobRow,
    Order,
    Rows,
    rows_of,
)
from good_on_paper.charts.tall_rows import PHONE, TallRows
from good_on_paper.charts.text import plain, shorten, width, wrap
from good_on_paper.charts.words import NO_RATING, Counts, Words, blanks, counted_as, finding, lacks, rests_on
from good_on_paper.language.counts import capital, count, number, span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import ChanceLine, Contrast

STILL_THERE = "A dotted ring, and no colour: the job I still have."
_DOWN = (BEST, MIDDLE, WORST, UNRATED)
_WIDTH, _RIGHT = 8.6, 1.9
_SMALL, _ANCHOR = 9.0, 9.5
_OVER = 0.02  # how far the axes reach beyond the ends of the scale
_STEPS = 10  # a scale of so many whole steps has a tick at each
_NAMED = 12  # jobs up to which the alt text names each


def lineup(
    result: Contrast,
    line: str,
    words: Line | None = None,
    *,
    names: Naming = "names",
    reasons: pd.DataFrame | None = None,
    went: str = "how it went",
    chance: Callable[[str], ChanceLine | None] | None = None,
    level: Level | None = None,
    order: Order | None = None,
    besides: str = "",
    current: Collection[Hashable] = (),
) -> Chart:
    """Draw one line of a contrast.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.contrast` gave.
    line
        One of its lines.
    words
        The words of the line; without them we use its name.
    names
        "names", or "letters" for Job A, B, C.
    reasons
        Why cells are blank, in the shape of :func:`good_on_paper.frames.ratings` with ``blanks="reason"``.
    went
        The name of the outcome.
    chance
        Gives the chance line of a line, when the fold-out is opened; without it that of `result`.
    level
        For a line of nearness to a level: the level and the ratings, which are drawn.
    order
        What puts the jobs in order, if not how they went; a second picture then needs `chance`. By default
        the split gives the jobs their names.
    besides
        What else to say about the line, after its worth.
    current
        Jobs that still go on: their marks have a dotted ring.

    Returns
    -------
    Chart
        A row per job, best first, on the scale of the line; its table has the same ratings.

    Raises
    ------
    ChartError
        A line is not there.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, None, 6]}, index=["Editor", "Tutor", "Cook"])
    >>> lineup(patterns.contrast(jobs, scales=(1, 7)), "pace", names="letters").table.index.tolist()
    ['Job A', 'Job B', 'Job C']
    """
    known = result.frame["line"].tolist()
    if line not in known:
        raise ChartError(f"there is no line {line!r} to draw; there are: {', '.join(known) or 'none'}")
    words, by_went = words or Words(line), order is None
    order = order or BY_SPLIT[result.split]
    label, counts = plain(words.label), Counts.of(result, line)
    values = result.wide[line] if level is None else level.ratings.reindex(result.wide.index)
    low, high = (counts.low, counts.high) if level is None else level.scale
    picture = _Lineup(
        rows_of(result, names),
        {role: None if pd.isna(value) else float(value) for role, value in values.items()},
        blanks(reasons, result.wide.index, str(values.name)),
        (low, plain(words.low)),
        (high, plain(words.high)),
        plain(went),
        None if level is None else level.at,
        order,
        frozenset(current),
    )
    tall = replace(picture, rows=TallRows(picture.rows.rows), across=PHONE)
    chart = Chart(
        name=f"{label} without names" if names == "letters" else label,
        title=finding(counts, words, order),
        alt=picture.alt(label),
        table=picture.table(label),
        small_print=(
            *worth(result, line, names, order, besides),
            *(() if level is None else (f"The dashed line: {number(level.at)}, how much I want.",)),
            *((order.parted,) if order.parted else ()),
            *((STILL_THERE,) if picture.rings else ()),
            *rests_on(result, counts.rated, order),
            *lacks(result, line),
            *(counted_as(counts) if level is None else ()),
        ),
        body=picture.body(),
        width=_WIDTH,
        figures=figures(result, line, order),
        detail=partial(_estimate, result, line, words, order, chance or partial(patterns.chance_line, result))
        if by_went or chance
        else None,
    )
    return replace(chart, narrow=lambda: replace(chart, body=tall.body(), width=PHONE))


def _estimate(
    result: Contrast, line: str, words: Line, order: Order, chance: Callable[[str], ChanceLine | None]
) -> Chart | None:
    return estimate(result, line, words, chance(line), order)


def lineups(
    result: Contrast,
    words: Mapping[str, Line] | None = None,
    *,
    names: Naming = "names",
    reasons: pd.DataFrame | None = None,
    went: str = "how it went",
    chance: Callable[[str], ChanceLine | None] | None = None,
    levels: Mapping[str, Level] | None = None,
    order: Order | None = None,
    besides: Mapping[str, str] | None = None,
    current: Collection[Hashable] = (),
) -> Deferred[Chart]:
    """Return a line-up of every rated line, in the order of the contrast; each is made when asked for.

    Returns
    -------
    Deferred of Chart
        A chart per rated line, in that order.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6], "hours": [3, 7]}, index=["Editor", "Cook"])
    >>> len(lineups(patterns.contrast(jobs, scales=(1, 7))))
    2
    """
    words, levels, besides = words or {}, levels or {}, besides or {}
    each = partial(
        lineup,
        result,
        names=names,
        reasons=reasons,
        went=went,
        chance=chance,
        order=order,
        current=current,
    )
    return Deferred(
        partial(each, line, words.get(line), level=levels.get(line), besides=besides.get(line, ""))
        for line in rated_lines(result)
    )


def rated_lines(result: Contrast) -> list[str]:
    """Return the rated lines of a contrast, in its order.

    Returns
    -------
    list of str
        Names of columns of ``result.wide`` in which at least one role has a number.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6], "hours": None}, index=["Editor", "Cook"])
    >>> rated_lines(patterns.contrast(jobs, scales=(1, 7)))
    ['pace']
    """
    return [str(line) for line in result.frame["line"] if result.wide[line].notna().any()]


@dataclass(frozen=True)
class Level:
    """A level wanted on a line, with the ratings of the line.

    Attributes
    ----------
    at : float
        The level.
    ratings : pandas.Series
        A rating per role, NA for blanks.
    scale : tuple of float
        Both ends of the scale.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 1], "hours": [4, 7]}, index=["Editor", "Cook"])
    >>> hours = patterns.contrast(patterns.nearness(jobs, {"hours": 4}), scales=(-3, 0))
    >>> level = Level(4, jobs["hours"], (1, 7))
    >>> lineup(hours, "hours near what I want", level=level).table.index.tolist()
    ['Editor', 'Cook']
    """

    at: float
    ratings: pd.Series
    scale: tuple[float, float]


@dataclass(frozen=True)
class _Lineup:
    """One picture: its rows, their ratings or why they are blank, and what both ends of the scale mean."""

    rows: Rows
    ratings: Mapping[Hashable, float | None]
    blanks: Mapping[Hashable, str]
    low: tuple[float, str]
    high: tuple[float, str]
    went: str
    wanted: float | None = None
    order: Order = WENT
    current: frozenset[Hashable] = frozenset()
    across: float = _WIDTH
    """Of the sheet, in inches."""

    def body(self) -> Body:
        anchors = max(len(self._anchor(text)) for _, text in (self.low, self.high))
        return Body(self.draw, self.rows.height, self.rows.left, self._right, below=0.52 + anchors * 0.17)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self._axes_width)
        self._scale(ax, theme)
        if self.wanted is not None:
            self._level(ax, theme, self.wanted)
        self._marks(ax, theme)
        beside = 1.0 + 0.38 / self._axes_width  # clear of the number beside a mark at the high end
        self.rows.bracket(ax, theme, beside, shorten(self.went, 0.95, _SMALL), self.order)

    def alt(self, label: str) -> str:
        ends = " to ".join(f"{number(end)} ({text})" for end, text in (self.low, self.high))
        top = self.order.best
        parts = [f"Chart of {count(len(self.rows), 'job')}, {top} on top: {label}, from {ends}."]
        if self.wanted is not None:
            parts.append(f"A dashed line marks {number(self.wanted)}, how much I want.")
        parts += [
            f"{self._group(group)}: {self._told(rows)}." for group in _DOWN if (rows := self.rows.of(group))
        ]
        return " ".join(parts)

    def table(self, label: str) -> pd.DataFrame:
        rows = self.rows.rows
        columns = {
            label: [self._text(row) for row in rows],
            capital(self.went): [self._went(row) for row in rows],
            "Group": [
                {UNRATED: "", MIDDLE: self.order.middle}.get(row.group, self.order.called(row.group))
                for row in rows
            ],
        }
        return pd.DataFrame(columns, pd.Index([row.shown for row in rows], name="Job"), dtype="str")

    def _group(self, group: str) -> str:
        if group == MIDDLE and not self.rows.of(BEST):
            return "Jobs"
        if group == UNRATED:
            return "Not said" if self.order.says else "Not rated overall"
        called = self.order.middle if group == MIDDLE else self.order.called(group)
        return capital(called)

    def _went(self, row: JobRow) -> str:
        if self.order.says:
            return self.order.says.get(row.role, "not said")
        return "not said" if row.went is None else number(row.went)

    def _told(self, rows: list[JobRow]) -> str:
        if len(self.rows) <= _NAMED:
            return "; ".join(f"{row.shown} {self._text(row)}" for row in rows)
        given = [value for row in rows if (value := self.ratings[row.role]) is not None]
        return f"{count(len(rows), 'job')}, {span(given) if given else NO_RATING}"

    def _text(self, row: JobRow) -> str:
        value = self.ratings[row.role]
        return self.blanks[row.role] if value is None else number(value)

    def _marks(self, ax: Axes, theme: Theme) -> None:
        low, high = self.low[0], self.high[0]
        beside = (0.16 if self.rows.roomy else 0.12) * self._inch
        rails = []
        found: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
        for place, row in enumerate(self.rows.rows):
            value, told = self.ratings[row.role], row.group in TOLD
            text = ax.text(low if value is None else value + beside, place, self._text(row), va="center")
            if value is None:
                text.set(color=theme.soft, style="italic", size=_SMALL)
                continue
            text.set(size=self.rows.size, weight="bold" if told else "normal")
            text.set(color=self._colour(row, theme) if told else theme.soft, va="center_baseline")
            after = value + beside + (width(number(value), self.rows.size, bold=told) + 0.04) * self._inch
            rails += [[(low, place), (value, place)], [(min(after, high), place), (high, place)]]
            found[row.group if told else MIDDLE, self._colour(row, theme)].append((value, place))
        ax.add_collection(LineCollection(rails, colors=theme.faint, linewidths=0.8, zorder=1), autolim=False)
        for (group, colour), marks in sorted(
            found.items(), key=lambda one: (BEST, WORST, MIDDLE).index(one[0][0])
        ):
            ax.plot(
                [value for value, _ in marks],
                [place for _, place in marks],
                linestyle="none",
                marker="s" if group == WORST else "o",
                markersize=11.5 if self.rows.roomy else 8,
                markeredgewidth=2.2 if self.rows.roomy else 1.8,
                markeredgecolor=colour,
                markerfacecolor=colour if group == BEST else theme.ground,
                clip_on=False,
                zorder=3,
            )

        for value, place in self.rings:
            size = 19.0 if self.rows.roomy else 14.0
            ring = ax.scatter([value], [place], s=size**2, facecolors="none", edgecolors=theme.ink, zorder=4)
            ring.set(linewidth=1.2, linestyle=(0, (1.2, 1.6)), clip_on=False)

    @property
    def rings(self) -> list[tuple[float, int]]:
        """Where the marks of jobs that still go on are."""
        return [
            (value, place)
            for place, row in enumerate(self.rows.rows)
            if row.role in self.current and (value := self.ratings[row.role]) is not None
        ]

    def _level(self, ax: Axes, theme: Theme, wanted: float) -> None:
        """Draw the level wanted from the first job to the last, with a label at its foot."""
        ax.plot(
            [wanted, wanted],
            [-0.45, len(self.rows) - 0.55],
            color=theme.ink,
            linewidth=1.2,
            linestyle=(0, (4, 3)),
            zorder=1.5,
        )

    def _colour(self, row: JobRow, theme: Theme) -> str:
        """Return the colour of a job's group; a job that still goes on has none."""
        if row.role in self.current and row.group in TOLD:
            return theme.ink
        return {BEST: theme.best, WORST: theme.worst}.get(row.group, theme.middle)

    def _scale(self, ax: Axes, theme: Theme) -> None:
        low, high = self.low[0], self.high[0]
        apart = high - low or 1.0
        ax.set_xlim(low - _OVER * apart, high + _OVER * apart)
        ticks = [low + step for step in range(int(apart) + 1)]
        if apart > _STEPS or apart != int(apart):
            ticks = [float(tick) for tick in MaxNLocator(6).tick_values(low, high) if low <= tick <= high]
        below = len(self.rows) - 0.5 + 0.08 / self.rows.pitch
        for tick in ticks:
            told = ax.text(tick, below, number(tick), size=_SMALL, ha="center", va="top", label="tick")
            here = tick == self.wanted
            told.set(color=theme.ink if here else theme.soft, weight="bold" if here else "normal")
        below += 0.23 / self.rows.pitch
        for (x, text), side, out in ((self.low, "left", -0.04), (self.high, "right", 0.04)):
            anchor = ax.text(x + out * self._inch, below, "\n".join(self._anchor(text)), ha=side, va="top")
            anchor.set(multialignment=side, size=_ANCHOR, style="italic", color=theme.soft)

    def _anchor(self, text: str) -> list[str]:
        both = sum(width(words, _ANCHOR) for _, words in (self.low, self.high))
        if both < self._axes_width - 0.2:
            return [text]
        return wrap(text, self._axes_width * 0.48, _ANCHOR, most=3)

    @property
    def _inch(self) -> float:
        """An inch in steps of the scale."""
        return (self.high[0] - self.low[0] or 1.0) * (1 + 2 * _OVER) / self._axes_width

    @property
    def _axes_width(self) -> float:
        return self.across - self.rows.left - self._right

    @property
    def _right(self) -> float:
        """Room on the right, in inches."""
        if isinstance(self.rows, TallRows):
            return self.rows.right
        called = [self.order.beside(group, len(self.rows)) for group in TOLD]
        widest = max(width(text, _SMALL, bold=True) for text in (*called, *self.order.spans.values()))
        return max(_RIGHT, 0.3 + widest + EDGE)
