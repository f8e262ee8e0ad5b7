"""How dull it was, a ladder of seven rungs per job: at its worst, on an ordinary day, at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.tracks import NARROW, SMALL, WIDE, Tracks
from good_on_paper.language.counts import count, my_jobs, number, out_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

DEPTHS: Final = {
    keys.DULL_WORST: ("at its worst", "^"),
    keys.DULL_ORDINARY: ("on an ordinary day", "o"),
    keys.DULL_END: ("at the end", "s"),
}
_LOW, _HIGH = 1, 7
_KEY: Final = (
    "\N{BLACK UP-POINTING TRIANGLE} at its worst, \N{WHITE CIRCLE} on an ordinary day, "
    "\N{WHITE SQUARE} at the end{}. Seven rungs: from 1, a yawn at most, to 7, every minute was long."
)


def dull_ladder(frame: pd.DataFrame, *, names: Naming = "names") -> Chart | None:
    """Draw how dull each job was, the dullest on top; None without an answer about any job.

    Parameters
    ----------
    frame
        A row per job, as `good_on_paper.frames.boredom.boredom` gives: ``dull_worst``, ``dull_ordinary``,
        ``dull_end``, 1 to 7; and ``current`` where it is there: the end is now.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart or None
        A row per job, from 1 to 7.

    Examples
    --------
    >>> jobs = pd.DataFrame({"dull_worst": [3, 6], "dull_ordinary": [2, None]}, index=["Cook", "Editor"])
    >>> dull_ladder(jobs.assign(dull_end=None)).table.index.tolist()
    ['Editor', 'Cook']
    """
    shown = naming(frame.index, names)
    deep = frame[list(DEPTHS)].astype("Float64").dropna(how="all")
    if deep.empty:
        return None
    order = deep.max(axis=1).sort_values(ascending=False, kind="stable").index
    rows = {
        shown[role]: {part: float(value) for part, value in deep.loc[role].items() if pd.notna(value)}
        for role in order
    }
    current = {shown[role] for role in order if frame.get("current", pd.Series(dtype=bool)).get(role, False)}
    draw = partial(_Ladders, rows, len(frame), names, frozenset(current))
    return replace(draw(WIDE).chart(), narrow=lambda: draw(NARROW).chart())


@dataclass(frozen=True)
class _Ladders:
    rows: Mapping[str, Mapping[object, float]]
    jobs: int
    names: Naming
    current: frozenset[str]
    wide: float

    @cached_property
    def tracks(self) -> Tracks:
        shown = (f"{job}, now" if job in self.current else job for job in self.rows)
        return Tracks(tuple(shown), self.wide, 0.2)

    def chart(self) -> Chart:
        said = {
            words: [number(deep[part]) if part in deep else "not said" for deep in self.rows.values()]
            for part, (words, _) in DEPTHS.items()
        }
        goes_on = any(keys.DULL_END in self.rows[job] for job in self.current)
        columns = {words[:1].upper() + words[1:]: column for words, column in said.items()}
        told = "; ".join(f"{job}: {self._words(job, deep)}" for job, deep in self.rows.items())
        return Chart(
            name=f"How dull it was{' without names' * (self.names == 'letters')}",
            title=self._title(),
            alt=f"A ladder of seven rungs per job, the dullest on top. {told}.",
            table=pd.DataFrame(columns, pd.Index(list(self.rows), name="Job"), dtype="str"),
            small_print=(
                _KEY.format(" (now, in a current job)" if goes_on else ""),
                f"{my_jobs(len(self.rows), self.jobs)}, my own ratings.",
            ),
            body=self.tracks.body(self.draw),
            width=self.wide,
        )

    def _words(self, job: str, deep: Mapping[object, float]) -> str:
        said = {part: words for part, (words, _) in DEPTHS.items() if part in deep}
        if keys.DULL_END in said and job in self.current:
            said[keys.DULL_END] = "now"
        return ", ".join(f"{words} {number(deep[part])}" for part, words in said.items())

    def _title(self) -> str:
        middle = (_LOW + _HIGH) / 2
        parts: list[str] = []
        for part in (keys.DULL_WORST, keys.DULL_ORDINARY):
            given = [deep[part] for deep in self.rows.values() if part in deep]
            if given:
                high = sum(value > middle for value in given)
                many = f"{len(given)}" if parts else count(len(given), "job")
                where = f"in {out_of(high, len(given), many)}"
                if len(given) == 1:
                    where = f"{'in' if high else 'not in'} the one job with an answer"
                parts.append(f"{DEPTHS[part][0]} {where}")
        if not parts:
            return f"How dull {count(len(self.rows), 'job')} had got at the end."
        return f"It was very dull {', '.join(parts)}."

    def draw(self, ax: Axes, theme: Theme) -> None:
        tracks = self.tracks
        step = (tracks.inches - 0.2) / (_HIGH - _LOW)
        tracks.draw_names(ax, theme)
        bottom = tracks.height - 0.3
        marks = Marks()
        for rung in range(_LOW, _HIGH + 1):
            x = tracks.start + 0.1 + step * (rung - _LOW)
            said = ax.text(x, bottom + 0.05, str(rung), size=SMALL, ha="center", va="top")
            said.set_color(theme.soft)
            for place in range(len(self.rows)):
                y = tracks.y(place)
                ax.plot([x, x], [y - 0.09, y + 0.09], color=theme.faint, lw=1.6, zorder=0)
        for place, deep in enumerate(self.rows.values()):
            y = tracks.y(place)
            ends = [tracks.start + 0.1 + step * (value - _LOW) for value in deep.values()]
            ax.plot([tracks.start + 0.1, max(ends)], [y, y], color=theme.middle, lw=1.4, zorder=1)
            for part, (_, mark) in DEPTHS.items():
                if part in deep:
                    x = tracks.start + 0.1 + step * (deep[part] - _LOW)
                    filled = part == keys.DULL_WORST
                    face = theme.more if filled else theme.ground
                    # those on one rung stand above one another
                    off = {keys.DULL_WORST: -0.1, keys.DULL_END: 0.1}.get(part, 0.0)
                    marks.add(x, y + off, mark, ms=7, mew=1.5, mfc=face, mec=theme.more, zorder=3)
        marks.draw(ax)
