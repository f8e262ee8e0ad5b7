"""The minutes strip: one day of each job, stretch by stretch, and what in it was dull."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.collections import PolyCollection

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, JobRow, Rows
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.style import HATCH, legible
from good_on_paper.charts.tall_rows import PHONE, TallRows
from good_on_paper.charts.text import plain, shorten, width
from good_on_paper.frames.names import DAYS
from good_on_paper.language.counts import capital, count, number, out_of
from good_on_paper.language.lengths import hours

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SIZE, _WORD = 9.0, 8.0
_HALF: Final = {"": 0.2, "spent": 0.11, "wasted": 0.11}
"""Half the height of a stretch, in rows: time in between is low."""
_MARKS: Final = {"spent": "o", "wasted": "s"}
_HOUR: Final = 60
_UNDER: Final = 0.22  # inches for a word below a strip
_LEAST_SIGNS: Final = 4  # of a stretch's name below it; a shorter piece says nothing


def minutes_strip(
    frame: pd.DataFrame,
    day: str = "ordinary",
    *,
    jobs: Iterable[Hashable] | None = None,
    names: Naming = "names",
) -> Chart:
    """Draw a day of each job as a strip of its stretches, each as long as the person said.

    Parameters
    ----------
    frame
        A row per stretch, as `good_on_paper.frames.days.stretches` gives.
    day
        Which day: ordinary, best, worst, dull.
    jobs
        All jobs in the person's order, so that each keeps its letter; by default the jobs in the frame.
    names
        "names", or "letters" for Job A, B, C; letters also leave out what was typed about a stretch.

    Returns
    -------
    Chart
        A strip per job, over the hours of one day.

    Examples
    --------
    >>> import pandas as pd
    >>> day = pd.DataFrame({"what": ["mail", "lessons"], "minutes": [60, 180], "absorbed": [2, 6]})
    >>> day = day.assign(role="Tutor", day="ordinary", dull=[True, False], margin="")
    >>> minutes_strip(day, names="letters").table.index.tolist()
    ['Job A', 'Job A']
    """
    shown = naming(dict.fromkeys(frame["role"]) if jobs is None else jobs, names)
    which = DAYS[day]
    here = frame[frame["day"].eq(day) & frame["minutes"].notna()]
    told: dict[Hashable, list[_Stretch]] = {}
    for row in here.to_dict("records"):  # all at once: a frame for each job would take longer than to draw it
        told.setdefault(str(row["role"]), []).append(_stretch(row, named=names == "names"))
    strips = {role: tuple(stretches) for role, stretches in told.items()}
    picture = _Strips({role: shown[role] for role in strips}, strips, _WIDTH)
    chart = Chart(
        name=f"{capital(which)} by the minute{' without names' if names == 'letters' else ''}",
        title=_finding(list(strips.values()), which),
        alt=picture.alt(),
        table=picture.table(),
        small_print=(
            picture.key(),
            f"{capital(which)} in {count(len(strips), 'job')}.",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    return replace(
        chart, narrow=lambda: replace(chart, body=replace(picture, wide=PHONE).body(), width=PHONE)
    )


@dataclass(frozen=True)
class _Stretch:
    what: str
    minutes: float
    absorbed: float | None
    dull: bool | None
    margin: str

    @property
    def says(self) -> str:
        told = {True: "dull", False: "not dull", None: ""}[self.dull]
        between = f"in between, {self.margin}" if self.margin else ""
        within = "" if self.absorbed is None else f"{number(self.absorbed)} of 7 absorbed"
        return ", ".join(part for part in (hours(self.minutes), told, between, within) if part)


@dataclass(frozen=True)
class _Placed:
    stretch: _Stretch
    y: int
    start: float
    long: float

    @property
    def middle(self) -> float:
        return self.start + self.long / 2

    @property
    def corners(self) -> list[tuple[float, float]]:
        half, end = _HALF[self.stretch.margin], self.start + self.long
        return [
            (self.start, self.y - half),
            (end, self.y - half),
            (end, self.y + half),
            (self.start, self.y + half),
        ]


class _RoomyRows(Rows):
    """Rows with room for a word below each strip."""

    @property
    def pitch(self) -> float:
        """Height of a row in inches."""
        return max(0.62, super().pitch) if self.roomy else super().pitch


class _RoomyTallRows(TallRows):
    """The same for a phone: the word below a strip stands clear of the next name."""

    @property
    def pitch(self) -> float:
        """Height of a row in inches."""
        return super().pitch + _UNDER

    @property
    def up(self) -> float:
        """How far a name is above its strip, in inches: strips are higher than marks."""
        return super().up + 0.08


@dataclass(frozen=True)
class _Strips:
    shown: Mapping[Hashable, str]
    strips: Mapping[Hashable, tuple[_Stretch, ...]]
    wide: float

    @property
    def narrow(self) -> bool:
        return self.wide <= PHONE

    @cached_property
    def rows(self) -> Rows:
        kind = _RoomyTallRows if self.narrow else _RoomyRows
        return kind(tuple(JobRow(role, shown, None, "") for role, shown in self.shown.items()))

    @cached_property
    def most(self) -> float:
        """Hours of the longest day."""
        return max([sum(one.minutes for one in strip) / _HOUR for strip in self.strips.values()] + [1.0])

    @property
    def inches(self) -> float:
        return self.wide - self.rows.left - EDGE

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, EDGE, above=0.15, below=0.5)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        ax.set_xlim(0, self.most)
        for dull in (True, False, None):
            self._bars(ax, theme, dull=dull)
        for margin in _MARKS:
            self._marks(ax, theme, margin)
        for at in self.placed:
            self._words(ax, theme, at)
        bottom = len(self.strips) - 0.5
        step = 1 if self.most <= (6 if self.narrow else 12) else 2  # hours that have room side by side
        for tick in range(0, int(self.most) + 1, step):
            ax.plot([tick, tick], [-0.5, bottom], color=theme.faint, lw=0.8, zorder=0)
            text = f"{tick} h" if tick else "0"
            label = ax.annotate(text, (tick, bottom), (0, -8), textcoords="offset points", size=_SIZE)
            label.set(ha="center", va="top", color=theme.soft)

    @cached_property
    def placed(self) -> tuple[_Placed, ...]:
        """Each stretch with its row and the hour it begins at."""
        placed = []
        for y, strip in enumerate(self.strips.values()):
            start = 0.0
            for one in strip:
                placed.append(_Placed(one, y, start, one.minutes / _HOUR))
                start += one.minutes / _HOUR
        return tuple(placed)

    def _bars(self, ax: Axes, theme: Theme, *, dull: bool | None) -> None:
        """Draw all stretches of a kind in one piece: forty days of separate patches take a second."""
        solid = dull is False
        corners = [at.corners for at in self.placed if at.stretch.dull is dull]
        bars = PolyCollection(corners, closed=True, linewidth=1.1, zorder=2.5, clip_on=False)
        bars.set(facecolor=theme.more if solid else theme.ground, hatch=HATCH if dull else None)
        bars.set(edgecolor=theme.ground if solid else theme.more)
        ax.add_collection(bars, autolim=False)

    def _marks(self, ax: Axes, theme: Theme, margin: str) -> None:
        marked = [at for at in self.placed if at.stretch.margin == margin]
        if not marked:
            return
        middles, rows = [at.middle for at in marked], [at.y for at in marked]
        drawn = ax.plot(middles, rows, _MARKS[margin], ls="none", ms=6, mew=1.3, zorder=4)
        good = margin == "spent"
        drawn[0].set(markerfacecolor=theme.ink if good else theme.ground)
        drawn[0].set(markeredgecolor=theme.ground if good else theme.ink)

    def _words(self, ax: Axes, theme: Theme, at: _Placed) -> None:
        """Write into a stretch how absorbed the person was, and below it what it was, if there is room."""
        one, room = at.stretch, at.long / self.most * self.inches
        if one.absorbed is not None and not one.margin and room > 2 * width("7", _SIZE):
            text = ax.text(
                at.middle, at.y, number(one.absorbed), size=_SIZE, ha="center", va="center", zorder=4
            )
            text.set_color(legible(theme.more, theme) if one.dull is False else theme.ink)
            if one.dull:
                text.set_bbox({"facecolor": theme.ground, "edgecolor": "none", "pad": 1.0})
        if one.what and self.rows.roomy:
            word = shorten(one.what, room - 0.06, _WORD)
            if word == one.what or len(word) > _LEAST_SIGNS:
                ax.text(at.start, at.y + 0.26, word, size=_WORD, color=theme.soft, va="top")

    def key(self) -> str:
        """Write what the marks mean that occur."""
        every = [one for strip in self.strips.values() for one in strip]
        dull = {one.dull for one in every}
        told = [
            ("Hatched: dull" if True in dull else ""),
            ("filled: not dull" if False in dull else ""),
            ("hollow: not answered" if None in dull else ""),
        ]
        parts = ["; ".join(part for part in told if part)]
        margins = {one.margin for one in every}
        spent = "\N{BLACK CIRCLE} well spent" if "spent" in margins else ""
        wasted = "\N{WHITE SQUARE} wasted" if "wasted" in margins else ""
        if spent or wasted:
            parts.append(f"Low: time in between, {', '.join(part for part in (spent, wasted) if part)}")
        if any(one.absorbed is not None and not one.margin for one in every):
            parts.append("A number: 1 watching the clock, 7 absorbed")
        return " ".join(f"{capital(part)}." for part in parts if part)

    def table(self) -> pd.DataFrame:
        rows = [
            (self.shown[role], one.what or "part of the day", one.says)
            for role, strip in self.strips.items()
            for one in strip
        ]
        table = pd.DataFrame(
            rows, columns=["Job", "What it was", "How long, and what it was like"], dtype="str"
        )
        return table.set_index("Job")

    def alt(self) -> str:
        told = "; ".join(
            f"{self.shown[role]}: " + ", then ".join(f"{one.what} ({one.says})".strip() for one in strip)
            for role, strip in self.strips.items()
        )
        return (
            f"One strip per job, the parts of its day from left to right. {told}."
            if told
            else "No day here yet."
        )


def _stretch(row: dict[Any, Any], *, named: bool) -> _Stretch:
    return _Stretch(
        plain(row["what"]) if named else "",
        float(row["minutes"]),
        None if pd.isna(row["absorbed"]) else float(row["absorbed"]),
        None if pd.isna(row["dull"]) else bool(row["dull"]),
        str(row["margin"]),
    )


def _finding(strips: list[tuple[_Stretch, ...]], day: str) -> str:
    """Write in how many jobs at least half of the day was dull; no answer counts as not dull."""
    told = [strip for strip in strips if any(one.dull is not None for one in strip)]
    if not strips:
        return f"{capital(day)} is not here yet."
    if not told:
        return f"{capital(day)} in {count(len(strips), 'job')}; I have not said what was dull in it."
    shares = [
        (sum(one.minutes for one in strip if one.dull), sum(one.minutes for one in strip)) for strip in told
    ]
    if len(told) == 1:
        dull, every = shares[0]
        much = f"{hours(dull)} of" if 0 < dull < every else f"{'all' if dull else 'none'} of its"
        return f"In one job {day} was dull for {much} {hours(every)}."
    half = sum(2 * dull >= every for dull, every in shares)
    if half:
        return f"In {half} of {len(told)} jobs at least half of {day} was dull."
    return f"In {out_of(0, len(told), f'{len(told)} jobs')} was as much as half of {day} dull."
