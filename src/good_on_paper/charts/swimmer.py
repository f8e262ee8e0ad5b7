"""The swimmer plot: each job is a bar by its length, with a mark where it got dull, or an open end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.patches import Polygon
from matplotlib.ticker import MaxNLocator

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import JobRow, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.style import HATCH
from good_on_paper.charts.tall_rows import PHONE, TallRows
from good_on_paper.charts.text import width
from good_on_paper.frames.boredom import ENDED, RENEWED
from good_on_paper.language.counts import capital, count
from good_on_paper.language.findings import got_dull
from good_on_paper.language.lengths import MONTH, YEAR, about, amount

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH, _RIGHT_LEAST, _GAP = 8.6, 0.4, 0.18
_BAR: Final = 0.16  # half the height of a bar, in rows
_SIZE: Final = 9.0
_GROUPS: Final = {"first_day": "set in", "after": "set in", "not_yet": "not yet", "": "not said"}
_SMALL: Final = 8.0
_BEYOND: Final = 0.16  # inches from the end of a bar to the mark of how it ended
_ENDS: Final = {"left": ">", "ran_out": "|", "let_go": "x"}
_SIGNS: Final = {
    "left": "\N{WHITE RIGHT-POINTING TRIANGLE} I left",
    "ran_out": "| it came to an end",
    "let_go": "\N{MULTIPLICATION SIGN} they ended it",
}
_NOTHING: Final = "nothing"


def swimmer(frame: pd.DataFrame, *, names: Naming = "names") -> Chart:
    """Draw how long each job was, and when it got dull.

    Parameters
    ----------
    frame
        A row per job, as `good_on_paper.frames.boredom.boredom` gives: ``lasted`` weeks, ``said``,
        ``weeks``, ``current``; and, where they are there, ``renewed`` and ``ended``.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart
        A bar per job, over months or years.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = {"lasted": [100.0, 50.0], "said": ["after", "not_yet"], "weeks": [30.0, 50.0]}
    >>> swimmer(pd.DataFrame(jobs, index=["Editor", "Cook"]).assign(current=False)).table.index.tolist()
    ['Editor', 'Cook']
    """
    shown = naming(frame.index, names)
    bars = sorted((_bar(role, shown[role], row) for role, row in _rows(frame)), key=lambda bar: bar.place)
    picture = _Swimmer(tuple(bars), _WIDTH)
    chart = Chart(
        name=f"When it got dull{' without names' if names == 'letters' else ''}",
        title=finding(frame),
        alt=picture.alt(),
        table=picture.table(),
        small_print=(picture.key(), _rests_on(frame)),
        body=picture.body(),
        width=_WIDTH,
    )
    return replace(
        chart, narrow=lambda: replace(chart, body=replace(picture, wide=PHONE).body(), width=PHONE)
    )


def finding(frame: pd.DataFrame) -> str:
    """Write in how many jobs it set in, after how long, and how the others went on."""
    answered = frame[frame["said"] != ""]
    if answered.empty:
        return f"I have not said yet when {_my(len(frame))} got dull."
    after = [float(weeks) for weeks in answered.loc[answered["said"] == "after", "weeks"]]
    first = int((answered["said"] == "first_day").sum())
    not_yet = answered[answered["said"] == "not_yet"]
    still = int(not_yet["current"].sum())
    return got_dull(after, first, len(not_yet) - still, still, of=len(frame), whose="my")


@dataclass(frozen=True)
class _Bar:
    """One job, in weeks."""

    role: Hashable
    shown: str
    said: str
    set_in: float | None
    lasted: float | None
    current: bool
    rough: bool = False
    renewed: tuple[str, ...] = ()
    ended: str = ""

    @property
    def woke(self) -> str:
        """What woke it up again, in words; empty without an answer."""
        words = [RENEWED[key] for key in self.renewed if key != _NOTHING]
        return ", ".join(words) or (RENEWED[_NOTHING] if self.renewed else "")

    @property
    def woken(self) -> bool:
        """Whether something woke it up, in a job that had got dull."""
        return self.set_in is not None and any(key != _NOTHING for key in self.renewed)

    @property
    def place(self) -> tuple[int, float]:
        """Soonest dull first, then jobs that ended before, by their length, then jobs without an answer."""
        group = list(dict.fromkeys(_GROUPS.values())).index(_GROUPS[self.said])
        return group, (self.set_in or 0.0) if not group else -(self.lasted or 0.0)

    @property
    def end(self) -> float:
        return max(self.lasted or 0.0, self.set_in or 0.0)

    @property
    def says(self) -> str:
        if self.said == "after" and self.set_in is not None:
            return f"after {amount(self.set_in)}"
        left = "still not" if self.current else "not before it ended"
        return {"first_day": "from the first day", "not_yet": left}.get(self.said, "not said")

    @property
    def length(self) -> str:
        if self.lasted is None:
            return "not said"
        return (about if self.rough else amount)(self.lasted) + (" so far" if self.current else "")


@dataclass(frozen=True)
class _Swimmer:
    bars: tuple[_Bar, ...]
    wide: float

    @property
    def narrow(self) -> bool:
        return self.wide <= PHONE

    @cached_property
    def rows(self) -> Rows:
        jobs = tuple(JobRow(bar.role, bar.shown, None, _GROUPS[bar.said]) for bar in self.bars)
        return TallRows(jobs, self.right) if self.narrow else Rows(jobs)

    @cached_property
    def unit(self) -> tuple[float, str]:
        """Weeks in a unit of the scale, and its name."""
        longest = max((bar.end for bar in self.bars), default=0.0)
        return (YEAR, "year") if longest > 1.5 * YEAR else (MONTH, "month")

    @cached_property
    def most(self) -> float:
        longest = max([bar.end / self.unit[0] for bar in self.bars] + [1.0])
        marked = 2.2 * _BEYOND if any(bar.ended for bar in self.bars) else 0.0
        return longest * max(1.04, self.inches / (self.inches - marked))

    @cached_property
    def right(self) -> float:
        texts = [(bar.says, _SIZE) for bar in self.bars]
        texts += [(self.beside(bar), _SMALL) for bar in self.bars]
        widest = max((width(text, size) for text, size in texts), default=0.0)
        return max(widest + 2 * _GAP, _RIGHT_LEAST)

    @property
    def inches(self) -> float:
        return self.wide - self.rows.left - self.right

    def beside(self, bar: _Bar) -> str:
        """Write what woke it up again, below when it set in; leave it out in narrow rows."""
        if self.narrow or not bar.woke or not self.rows.roomy:
            return ""
        sign = "" if set(bar.renewed) == {_NOTHING} else "\N{BLACK UP-POINTING TRIANGLE} "
        return f"{sign}{bar.woke}"

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=0.2, below=0.55)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        ax.set_xlim(0, self.most)
        marks = Marks()
        for y, bar in enumerate(self.bars):
            self._draw_bar(ax, theme, y, bar, marks)
            self._mark(theme, y, bar, marks)
            beside, across = self.beside(bar), ax.get_yaxis_transform()
            apart = 0.19 if beside else 0.0
            says = ax.text(1 + _GAP / self.inches, y - apart, bar.says, size=_SIZE, transform=across)
            says.set(va="center_baseline", color=theme.ink if bar.said else theme.soft)
            if beside:
                woke = ax.text(1 + _GAP / self.inches, y + apart, beside, size=_SMALL, transform=across)
                woke.set(va="center_baseline", color=theme.soft)
        marks.draw(ax)
        self._scale(ax, theme)

    def _mark(self, theme: Theme, y: int, bar: _Bar, marks: Marks) -> None:
        """Mark in the dull part that something woke it up again, and beyond the end how the job ended."""
        size, inch = self.unit[0], self.most / self.inches
        clear = 0.0  # of the triangle, if the dull part is short
        if bar.woken:
            start = (bar.set_in or 0.0) / size
            middle = max((start + bar.end / size) / 2, start + 0.2 * inch)
            clear = middle + _BEYOND * inch
            marks.add(middle, y, "^", ms=9, mfc=theme.ink, mec=theme.ground, mew=1.0, zorder=4.1)
        if bar.ended and bar.end:
            after = bar.end / size + _BEYOND * inch * (1.4 if bar.said == "not_yet" else 1.0)
            end = _ENDS[bar.ended]
            marks.add(max(after, clear), y, end, ms=7, mfc=theme.ground, mec=theme.ink, mew=1.6, zorder=4.2)

    def key(self) -> str:
        """Write what the marks mean that occur."""
        drawn = [bar for bar in self.bars if bar.end]
        said = [bar for bar in drawn if bar.said]
        ends = [_SIGNS[key] for key in _ENDS if any(bar.ended == key for bar in drawn)]
        bars = {
            "filled: before it got dull": any(bar.said != "first_day" for bar in said),
            "hollow: from then on": any(bar.said == "after" and bar.end > (bar.set_in or 0) for bar in said),
            "hatched: from the first day": any(bar.said == "first_day" for bar in said),
            "grey: no answer": len(said) < len(drawn),
        }
        marks = {
            "A diamond: when it got dull": any(bar.set_in is not None for bar in self.bars),
            "An open circle: it ended before it got dull": any(
                bar.said == "not_yet" and not bar.current for bar in self.bars
            ),
            "A triangle: something woke it up again at some point": any(bar.woken for bar in self.bars),
            f"After the end: {', '.join(ends)}": bool(ends),
            "An arrow: current job": any(bar.current for bar in drawn),
            "Dashed: no end date yet": any(
                bar.lasted is None and bar.set_in is not None for bar in self.bars
            ),
        }
        begun = "; ".join(words for words, there in bars.items() if there)
        told = [capital(begun), *(words for words, there in marks.items() if there)]
        return " ".join(f"{words}." for words in told if words)

    def table(self) -> pd.DataFrame:
        columns = {
            "It got dull": [bar.says for bar in self.bars],
            "The job lasted": [bar.length for bar in self.bars],
        }
        if any(bar.woke for bar in self.bars):
            columns["What woke it up again"] = [bar.woke or "not said" for bar in self.bars]
        if any(bar.ended for bar in self.bars):
            still = [("goes on" if bar.current else "not said") for bar in self.bars]
            columns["How it ended"] = [
                ENDED.get(bar.ended, rest) for bar, rest in zip(self.bars, still, strict=True)
            ]
        return pd.DataFrame(columns, pd.Index([bar.shown for bar in self.bars], name="Job"), dtype="str")

    def _draw_bar(self, ax: Axes, theme: Theme, y: int, bar: _Bar, marks: Marks) -> None:
        size = self.unit[0]
        end, set_in = bar.end / size, None if bar.set_in is None else bar.set_in / size
        edge = {"edgecolor": theme.more, "linewidth": 1.3, "zorder": 2.5}
        if not bar.said:
            if end:
                ax.add_artist(
                    self._shape(0, end, y, tip=bar.current, facecolor="none", edgecolor=theme.middle)
                )
            return
        if set_in is None:  # not yet
            if end:
                ax.add_artist(self._shape(0, end, y, tip=bar.current, facecolor=theme.more, **edge))
            if not bar.current:
                marks.add(end, y, "o", ms=8, mfc=theme.ground, mec=theme.ink, mew=1.6, zorder=4)
            return
        hatch = HATCH if bar.said == "first_day" else None
        if end > set_in:
            ax.add_artist(
                self._shape(set_in, end, y, tip=bar.current, facecolor=theme.ground, hatch=hatch, **edge)
            )
        elif bar.lasted is None:
            beyond = min(set_in + self.most * 0.08, self.most)
            ax.plot([set_in, beyond], [y, y], ls=(0, (3, 3)), color=theme.more, lw=1.3, zorder=2)
        if set_in:
            ax.add_artist(self._shape(0, set_in, y, tip=False, facecolor=theme.more, **edge))
        marks.add(set_in, y, "D", ms=8, mfc=theme.ink, mec=theme.ground, mew=1.2, zorder=4)

    def _shape(self, start: float, end: float, y: float, *, tip: bool, **looks: Any) -> Polygon:  # noqa: ANN401
        point = end - min(0.1 * self.most / self.inches, end - start) if tip else end
        corners = [(start, y - _BAR), (point, y - _BAR), (end, y), (point, y + _BAR), (start, y + _BAR)]
        return Polygon(corners, closed=True, **{"linewidth": 1.1, **looks})

    def _scale(self, ax: Axes, theme: Theme) -> None:
        name = self.unit[1]
        bottom = len(self.bars) - 0.5
        for tick in MaxNLocator(4 if self.narrow else 7, integer=True).tick_values(0, self.most):
            if 0 <= tick <= self.most:
                ax.plot([tick, tick], [-0.5, bottom], color=theme.faint, lw=0.8, zorder=0)
                text = count(int(tick), name) if tick else "0"
                label = ax.annotate(text, (tick, bottom), (0, -8), textcoords="offset points", size=_SIZE)
                label.set(ha="center", va="top", color=theme.soft)

    def alt(self) -> str:
        told = "; ".join(
            f"{bar.shown}: {bar.says}, the job lasted {bar.length}"
            + (f", woken up by: {bar.woke}" if bar.woke else "")
            + (f", {ENDED[bar.ended]}" if bar.ended else "")
            for bar in self.bars
        )
        return (
            f"Jobs as bars by their length, those that got dull soonest on top. {told}."
            if told
            else "No job."
        )


def _rests_on(frame: pd.DataFrame) -> str:
    silent = int((frame["said"] == "").sum())
    jobs = count(len(frame), "job")
    said = f"{silent} not answered" if silent else "all answered"
    return f"{jobs}, {said}. Jobs that ended before they got dull count as “not yet”, not as “never”."


def _rows(frame: pd.DataFrame) -> list[tuple[Hashable, dict[Any, Any]]]:
    return list(zip(frame.index, frame.to_dict("records"), strict=True))


def _bar(role: Hashable, shown: str, row: dict[Any, Any]) -> _Bar:
    long = None if pd.isna(row["lasted"]) else float(row["lasted"])
    set_in = float(row["weeks"]) if row["said"] in ("after", "first_day") else None
    renewed = tuple(key for key in row.get("renewed") or () if key in RENEWED)
    ended = str(row.get("ended") or "")
    return _Bar(
        role,
        shown,
        str(row["said"]),
        set_in,
        long,
        current=bool(row["current"]),
        rough=bool(row.get("rough", False)),
        renewed=renewed,
        ended=ended if ended in _ENDS else "",
    )


def _my(jobs: int) -> str:
    return "my one job" if jobs == 1 else f"my {jobs} jobs"
