"""When it got dull, by how the job went: every job by name, an open mark where it had not got dull yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.ticker import MaxNLocator

from good_on_paper import patterns
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.job_rows import BEST, WENT, WORST
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.tracks import NARROW, SMALL, WIDE, Tracks
from good_on_paper.language.counts import count, number
from good_on_paper.language.lengths import MONTH, YEAR, about, amount, amounts

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_FIRST, _AFTER, _NOT = "first_day", "after", "not_yet"
_KEY = (
    "\N{BLACK DIAMOND} when it got dull, \N{WHITE CIRCLE} not yet: so long I was there without it. "
    "Best job on top."
)
_NOW = " \N{LEFT DOUBLE QUOTATION MARK}It goes\N{RIGHT DOUBLE QUOTATION MARK}: the job I still have."
_NO_WORD = "A picture, not a test: what goes with boredom is checked further down."


def dull_and_went(frame: pd.DataFrame, went: pd.Series, *, names: Naming = "names") -> Chart | None:
    """Draw after how long each job got dull, jobs ordered by how they went; None with too few answers.

    Parameters
    ----------
    frame
        A row per job, as `good_on_paper.frames.boredom.boredom` gives: ``said`` and ``weeks``.
    went
        Role to how it went, NA without an answer.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart or None
        A mark per job, over months or years; None for fewer than two jobs with both.

    Examples
    --------
    >>> jobs = pd.DataFrame({"said": ["after", "not_yet"], "weeks": [30.0, 90.0]}, index=["Cook", "Editor"])
    >>> dull_and_went(jobs, pd.Series([2, 6], jobs.index)).table.index.tolist()
    ['Editor', 'Cook']
    """
    shown = naming(frame.index, names)
    rated = went.reindex(frame.index).dropna().astype(float)
    groups = patterns.thirds(rated)
    here = frame.loc[rated.index]
    here = here[here["said"].isin([_FIRST, _AFTER, _NOT]) & here["weeks"].notna()]
    order = rated[here.index].sort_values(ascending=False, kind="stable").index
    if len(order) < 2:  # noqa: PLR2004 - nothing to set side by side
        return None
    told: dict[Hashable, dict[Any, Any]] = here.to_dict("index")
    rows = tuple(
        _Row(
            shown[role],
            rated[role],
            told[role]["said"],
            float(told[role]["weeks"]),
            str(groups[role]),
            bool(told[role].get("current", False)),
            bool(told[role].get("rough", False)),
        )
        for role in order
    )
    left_out = len(frame) - len(rows)
    draw = partial(_Picture, rows, left_out, names)
    return replace(draw(WIDE).chart(), narrow=lambda: draw(NARROW).chart())


@dataclass(frozen=True)
class _Row:
    shown: str
    went: float
    said: str
    weeks: float
    group: str
    current: bool
    rough: bool

    @property
    def words(self) -> str:
        return {
            _FIRST: "from the first day",
            _NOT: f"not in {(about if self.rough else amount)(self.weeks)}",
        }.get(self.said, f"after {amount(self.weeks)}")


@dataclass(frozen=True)
class _Picture:
    rows: tuple[_Row, ...]
    left_out: int
    names: Naming
    wide: float

    @cached_property
    def tracks(self) -> Tracks:
        return Tracks(tuple(row.shown for row in self.rows), self.wide, 0.9)

    def chart(self) -> Chart:
        columns = {"How it went": [number(row.went) for row in self.rows]}
        columns |= {"It got dull": [row.words for row in self.rows]}
        left = f", {self.left_out} not shown: one answer is missing" if self.left_out else ""
        told = "; ".join(f"{row.shown}, went {number(row.went)}: {row.words}" for row in self.rows)
        return Chart(
            name=f"Boredom and how it went{' without names' * (self.names == 'letters')}",
            title=self._title(),
            alt=f"Jobs by how they went, best on top, each with when it got dull. {told}.",
            table=pd.DataFrame(columns, pd.Index([row.shown for row in self.rows], name="Job"), dtype="str"),
            small_print=(
                f"{_KEY}{_NOW if any(row.current for row in self.rows) else ''}",
                f"{_NO_WORD} {count(len(self.rows), 'job')}{left}.",
            ),
            body=self.tracks.body(self.draw),
            width=self.wide,
        )

    def _title(self) -> str:
        best, worst = ([row for row in self.rows if row.group == group] for group in (BEST, WORST))
        if not best or not worst:
            return f"When it got dull: {_span(self.rows)}."
        ends = WENT.on_top(len(best)), WENT.at_the_bottom(len(worst))
        return f"When it got dull: {_span(best)} in {ends[0]}; {_span(worst)} in {ends[1]}."

    def draw(self, ax: Axes, theme: Theme) -> None:
        tracks, longest = self.tracks, max(row.weeks for row in self.rows)
        unit, name = (YEAR, "year") if longest > 1.5 * YEAR else (MONTH, "month")
        most = max(longest / unit, 1.0) * 1.03
        tracks.draw_names(ax, theme)
        bottom = tracks.height - 0.3

        def at(weeks: float) -> float:
            return tracks.start + tracks.inches * weeks / unit / most

        for tick in MaxNLocator(4 if tracks.narrow else 7, integer=True).tick_values(0, most):
            if 0 <= tick <= most:
                x = at(tick * unit)
                ax.plot([x, x], [0.25, bottom], color=theme.faint, lw=0.8, zorder=0)
                text = count(int(tick), name) if tick else "0"
                label = ax.text(x, bottom + 0.05, text, size=SMALL, ha="center", va="top")
                label.set_color(theme.soft)
        marks = Marks()
        for place, row in enumerate(self.rows):
            y, there = tracks.y(place), row.said != _NOT
            group = "" if row.current else row.group  # a job that goes on has no colour of how it went
            colour = {BEST: theme.best, WORST: theme.worst}.get(group, theme.ink)
            ax.plot([at(0), at(row.weeks)], [y, y], color=theme.middle, lw=1.2, zorder=1)
            looks: dict[str, Any] = {"mec": colour, "mfc": colour if there else theme.ground}
            marks.add(at(row.weeks), y, "D" if there else "o", ms=8, mew=1.5, zorder=3, **looks)
            tracks.beside(ax, theme, place, f"it {'goes' if row.current else 'went'} {number(row.went)}")
        marks.draw(ax)


def _span(rows: Sequence[_Row]) -> str:
    """Write when some jobs got dull: "after 6 to 9 months or not yet"."""
    after = [row.weeks for row in rows if row.said == _AFTER]
    parts = ["from the first day"] if any(row.said == _FIRST for row in rows) else []
    parts += [f"after {amounts(sorted(after))}"] if after else []
    parts += ["not yet"] if any(row.said == _NOT for row in rows) else []
    return " or ".join(parts)
