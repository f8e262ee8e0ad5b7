"""The career strip: every job as a bar over the years, what happened outside as bands behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.patches import Polygon
from matplotlib.ticker import MaxNLocator

from good_on_paper.charts.across import Across
from good_on_paper.charts.bands import EventBands, bands_of, years
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import BEST, MIDDLE, TOLD, UNRATED, WORST
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.style import HATCH
from good_on_paper.charts.text import width, wrap
from good_on_paper.language import DateError, PartialDate
from good_on_paper.language.counts import capital, count
from good_on_paper.language.partial_date import only_a_year

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.bands import Band
    from good_on_paper.charts.style import Theme

_WIDE, _NARROW = 8.6, 3.9
_SIZE, _LANE, _BAR, _GAP = 9.5, 0.5, 0.15, 0.14  # points; inches
_NAMED, _TOP, _LINE = 0.22, 0.26, 0.155  # where a name ends and a bar begins; a line of a name
_SHORTEST_BAR, _TIP = 0.1, 0.1
_SLACK = {4: 1.0, 7: 1 / 12}  # years left open by a date of so many letters: 2014, 2014-03
_MAYBE = "; two may have overlapped: some dates are only years"
_CALLED = {BEST: "best", MIDDLE: "between", WORST: "went least well", UNRATED: "not said"}
_SIGNS = {BEST: "\N{BLACK CIRCLE}", MIDDLE: "\N{WHITE CIRCLE}", WORST: "\N{WHITE SQUARE}", UNRATED: ""}


def career_strip(
    roles: pd.DataFrame,
    groups: pd.Series | None = None,
    *,
    names: Naming = "names",
    events: pd.DataFrame | None = None,
) -> Chart:
    """Draw the jobs over the years.

    Parameters
    ----------
    roles
        What :func:`good_on_paper.frames.roles` gave. We draw a date that is only a year or a month in its
        middle.
    groups
        Role to best, middle or worst, as in ``contrast(...).groups``; without it all bars look alike.
    names
        "names", or "letters" for Job A, B, C; then events are numbered.
    events
        What :func:`good_on_paper.frames.events` gave, for the bands behind the years.

    Returns
    -------
    Chart
        Bars over the years, one per job; its table has a row per job.

    Examples
    --------
    >>> jobs = {"started": ["2015", "2020"], "ended": ["2019", "now"], "current": [False, True]}
    >>> years = {"start": ["2015-01-01", "2020-01-01"], "end": ["2019-12-31", "2026-12-01"]}
    >>> roles = pd.DataFrame({**jobs, **years}, index=["Editor", "Cook"])
    >>> roles = roles.astype({"start": "datetime64[s]", "end": "datetime64[s]"})
    >>> career_strip(roles).table.index.tolist()
    ['Editor', 'Cook']
    """
    shown = naming(roles.index, names)
    went = dict.fromkeys(roles.index, UNRATED) | (
        {} if groups is None else {role: str(group) for role, group in groups.dropna().items()}
    )
    whole = bool(roles[["start", "end"]].notna().all(axis=None))
    bars, bands = tuple(_bars(roles, shown, went)), bands_of(events, names)
    picture = _Strip(bars, whole, bands, _WIDE)
    jobs, dated = count(len(roles), "job"), len(picture.bars)
    key = ", ".join(f"{_SIGNS[group]} {_CALLED[group]}" for group in (BEST, MIDDLE, WORST))
    arrow = " Arrow: current job." if any(bar.current for bar in picture.bars) else ""
    arrow += " Question mark: no end date yet." if any(bar.unended for bar in picture.bars) else ""
    chart = Chart(
        name=f"My jobs over the years{' without names' if names == 'letters' else ''}",
        title=picture.finding(jobs),
        alt=picture.alt(),
        table=_table(roles, shown, None if groups is None else went),
        small_print=(
            *((f"How it went: {key}.",) if groups is not None else ()),
            f"{jobs}, {'all' if dated == len(roles) > 1 else dated} with a year.{arrow}",
            *(("Bands: what happened outside.",) if bands else ()),
        ),
        body=picture.body(),
        width=_WIDE,
    )
    phone = partial(_Strip, bars, whole, bands, _NARROW)
    return replace(chart, narrow=lambda: replace(chart, body=phone().body(), width=_NARROW))


@dataclass(frozen=True)
class _Bar:
    """One job, in years."""

    shown: str
    start: float
    end: float
    current: bool
    unended: bool
    group: str
    surely: tuple[float, float]
    """From the latest start to the earliest end that its dates can mean."""
    perhaps: tuple[float, float]
    """From the earliest start to the latest end that they can mean."""
    bare: bool
    """Whether a date is only a year."""

    @property
    def until(self) -> str:
        return "now" if self.current else "no end given" if self.unended else str(int(self.end))

    def label(self, room: float) -> list[str]:
        """Return its sign and name, in lines of so many inches."""
        sign = _SIGNS[self.group]
        name = f"{sign} {self.shown}" if sign else self.shown
        return wrap(name, room, _SIZE, bold=True)


@dataclass(frozen=True)
class _Strip(Across):
    bars: tuple[_Bar, ...]
    whole: bool  # every job has a beginning and an end
    events: tuple[Band, ...]
    wide: float

    @cached_property
    def first(self) -> int:
        return int(min([bar.start for bar in self.bars], default=2000))

    @cached_property
    def last(self) -> int:
        return max(int(max((bar.end for bar in self.bars), default=0)) + 1, self.first + 1)

    @property
    def inch(self) -> float:
        """Years per inch."""
        return (self.last - self.first) / self.across

    @cached_property
    def labels(self) -> dict[_Bar, list[str]]:
        """The lines of text over each bar."""
        return {bar: bar.label(self.across) for bar in self.bars}

    def named(self, bar: _Bar) -> float:
        """Return how wide the text over a bar is, in years."""
        return max(width(line, _SIZE, bold=True) for line in self.labels[bar]) * self.inch

    @cached_property
    def more(self) -> float:
        """Height of the lines beyond one, of which every lane has as many, in inches."""
        return _LINE * (max(map(len, self.labels.values()), default=1) - 1)

    def down(self, lane: int, inches: float) -> float:
        """Return a place in a lane, measured from where a label of one line begins."""
        return lane + (self.more + inches) / (_LANE + self.more)

    @cached_property
    def bands(self) -> EventBands:
        """What happened outside, as far as it falls into these years."""
        return EventBands.within(self.events, self.first, self.last, self.across)

    @cached_property
    def lanes(self) -> tuple[int, ...]:
        """Put each bar in the highest lane where neither it nor its name touches another."""
        ends: list[float] = []
        chosen = []
        for bar in self.bars:
            begin = min(bar.start, self.label_at(bar))
            lane = next((place for place, end in enumerate(ends) if end <= begin), len(ends))
            named = self.label_at(bar) + self.named(bar)
            ends[lane : lane + 1] = [max(self.right(bar), named) + _GAP * self.inch]
            chosen.append(lane)
        return tuple(chosen)

    def right(self, bar: _Bar) -> float:
        """Return where the drawn bar ends: it is never too short to be seen."""
        return max(bar.end, bar.start + _SHORTEST_BAR * self.inch)

    def label_at(self, bar: _Bar) -> float:
        """Return where a bar's name begins: over its start, or further left if it would not fit."""
        return min(bar.start, self.last - self.named(bar))

    def body(self) -> Body:
        height = (max(self.lanes, default=0) + 1) * (_LANE + self.more)
        return Body(self.draw, height, self.edge, self.edge, above=0.2 + self.bands.height, below=0.5)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(self.first, self.last), ylim=(max(self.lanes, default=0) + 1, 0), yticks=[])
        ax.spines[:].set_visible(False)
        ticks = [
            int(t)
            for t in MaxNLocator(4 if self.narrow else 9, integer=True).tick_values(self.first, self.last)
        ]
        ax.set_xticks([tick for tick in ticks if self.first <= tick <= self.last] if self.bars else [])
        ax.tick_params(axis="x", length=0, pad=8, labelsize=9, labelcolor=theme.soft)
        ax.grid(visible=True, axis="x", color=theme.faint, linewidth=0.8)
        ax.set_axisbelow(True)
        self.bands.draw(ax, theme)
        for bar, lane in zip(self.bars, self.lanes, strict=True):
            ax.text(
                self.label_at(bar),
                self.down(lane, _NAMED),
                "\n".join(self.labels[bar]),
                linespacing=1.1,
                size=_SIZE,
                weight="bold" if bar.group in TOLD else "normal",
                color=self._colour(bar, theme, theme.ink),
                va="bottom",
                bbox={"facecolor": theme.ground, "edgecolor": "none", "pad": 0.8},
            )
            ax.add_patch(self._shape(bar, lane, theme))
            if bar.unended:
                beside = self.right(bar) + 0.04 * self.inch
                ax.text(
                    beside, self.down(lane, _TOP + _BAR / 2), "?", size=_SIZE, color=theme.soft, va="center"
                )

    @staticmethod
    def _colour(bar: _Bar, theme: Theme, other: str) -> str:
        """Return the colour of how a job went; a job that goes on has none."""
        if bar.current and bar.group in TOLD:
            return theme.ink
        return {BEST: theme.best, WORST: theme.worst}.get(bar.group, other)

    def _shape(self, bar: _Bar, lane: int, theme: Theme) -> Polygon:
        top, bottom, right = self.down(lane, _TOP), self.down(lane, _TOP + _BAR), self.right(bar)
        tip = right - min(_TIP * self.inch, right - bar.start) if bar.current else right
        corners = [
            (bar.start, top),
            (tip, top),
            (right, (top + bottom) / 2),
            (tip, bottom),
            (bar.start, bottom),
        ]
        edge = self._colour(bar, theme, theme.middle)
        fill = {BEST: edge, UNRATED: theme.middle}.get(bar.group, theme.ground)
        shape = Polygon(corners, closed=True, facecolor=fill, edgecolor=edge, linewidth=1.4, zorder=2.5)
        if bar.group == WORST:
            shape.set_hatch(HATCH)
        return shape

    def finding(self, jobs: str) -> str:
        if not self.bars:
            return f"{capital(jobs)}, none with a year yet."
        if not self.whole:
            return f"{jobs}; some dates are still missing."
        ends = "now" if any(bar.current for bar in self.bars) else str(int(max(bar.end for bar in self.bars)))
        years = f"in {self.first}" if ends == str(self.first) else f"from {self.first} to {ends}"
        return f"{jobs} {years}{self.at_once()}."

    def at_once(self) -> str:
        """Write how many jobs were held at a time; of a bare year, count only what is certain."""
        perhaps = self._most(bar.perhaps for bar in self.bars)
        surely = self._most(bar.surely for bar in self.bars if bar.surely[0] < bar.surely[1])
        if perhaps == 1:
            return "; never two at once"
        if surely > 1:
            return f"; at {'most' if perhaps == surely else 'least'} {surely} at the same time"
        return _MAYBE if any(bar.bare for bar in self.bars) else ""

    @staticmethod
    def _most(spans: Iterable[tuple[float, float]]) -> int:
        """Count the most jobs at any one time; two jobs that only touch do not overlap."""
        ends = list(spans)
        moments = sorted([(start, 1) for start, _ in ends] + [(end, -1) for _, end in ends])
        held = most = 0
        for _, change in moments:
            held += change
            most = max(most, held)
        return most

    def alt(self) -> str:
        told = "; ".join(
            f"{bar.shown} {int(bar.start)} to {bar.until}"
            + (f", {_CALLED[bar.group]}" if bar.group != UNRATED else "")
            for bar in self.bars
        )
        if not told:
            return "No job has a year yet."
        return " ".join(filter(None, (f"Jobs over the years, each a bar: {told}.", self.bands.alt())))


def _bars(roles: pd.DataFrame, shown: Mapping[Hashable, str], went: Mapping[Hashable, str]) -> list[_Bar]:
    bars = []
    for role, row in roles.iterrows():
        facts: dict[Any, Any] = row.to_dict()
        if pd.isna(facts["start"]):
            continue
        start = years(facts["start"]) + _slack(facts["started"]) / 2
        current, end = bool(facts["current"]), facts["end"]
        ends = start if pd.isna(end) else years(end) - (0 if current else _slack(facts["ended"]) / 2)
        group = went.get(role, UNRATED)
        open_at = _slack(facts["started"]) / 2, 0 if current or pd.isna(end) else _slack(facts["ended"]) / 2
        surely, perhaps = ((start + sign * open_at[0], ends - sign * open_at[1]) for sign in (1, -1))
        bare = any(only_a_year(str(facts[end])) for end in ("started", *(() if current else ("ended",))))
        unended = bool(pd.isna(end))
        bars.append(
            _Bar(shown[role], start, max(start, ends), current, unended, group, surely, perhaps, bare)
        )
    return sorted(bars, key=lambda bar: (bar.start, bar.end))


def _table(
    roles: pd.DataFrame, shown: Mapping[Hashable, str], went: Mapping[Hashable, str] | None
) -> pd.DataFrame:
    columns = {
        head: ["not said" if pd.isna(text) else _said(str(text)) for text in roles[column]]
        for head, column in (("From", "started"), ("To", "ended"))
    }
    if went is not None:
        columns["How it went"] = [_CALLED[went[role]] for role in roles.index]
    return pd.DataFrame(columns, pd.Index([shown[role] for role in roles.index], name="Job"), dtype="str")


def _said(date: str) -> str:
    """Write a date with its doubt in words: "about 2014"."""
    try:
        known = PartialDate.of(date)
    except DateError:
        return date
    return known.words() if known.doubt else date


def _slack(text: object) -> float:
    return _SLACK.get(len(str(text).rstrip("~?%")), 0.0)
