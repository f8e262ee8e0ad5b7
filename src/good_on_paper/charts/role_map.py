"""The map: all jobs by a few lines, every number printed, the strength of the colour saying the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.everything import APART
from good_on_paper.charts.job_rows import BEST, WENT, WORST, Order, Rows, rows_of
from good_on_paper.charts.style import legible, ramp
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.charts.text import plain, shorten, width, wrap
from good_on_paper.charts.words import blanks, rests_on
from good_on_paper.language.counts import capital, count, number

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import Contrast, RoleMap

COMPARED = (
    "Higher, lower or level: each job at one end beside each at the other. "
    "Other charts count the jobs in which it was high."
)
_WIDTH, _RIGHT = 8.6, 0.3
_HEAD, _HEAD_LEAST, _HEAD_LINES, _UPRIGHT = 9.0, 7.0, 5, 2.2
_DASH = "\N{EN DASH}"
_TOP = 7.0
_GOES_ON = "goes on"
_APART = 0.3  # how far the outcome is from the lines, in columns


def role_map(
    result: RoleMap,
    words: Mapping[str, Line] | None = None,
    *,
    names: Naming = "names",
    reasons: pd.DataFrame | None = None,
    went: str = "how it went",
    current: Collection[Hashable] = (),
    order: Order = WENT,
) -> Chart:
    """Draw a map of at most six lines.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.role_map` gave.
    words
        The words of the lines; for a line without, we use its name.
    names
        "names", or "letters" for Job A, B, C.
    reasons
        Why cells are blank, in the shape of :func:`good_on_paper.frames.ratings` with ``blanks="reason"``.
    went
        The name of the outcome.
    current
        Jobs that still go on: they are apart at the foot.
    order
        The names of the jobs at both ends.

    Returns
    -------
    Chart
        A row per job, best first, and a column per line.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [1, 7], "pace": [6, 2]}, index=["Cook", "Editor"])
    >>> role_map(patterns.role_map(jobs, scales=(1, 7))).table.index.tolist()  # best on top
    ['Editor', 'Cook']
    """
    words = words or {}
    labels = {
        str(line): plain(words[line].label if line in words else line) for line in result.frame.columns[1:]
    }
    labels = {str(result.frame.columns[0]): plain(went), **labels}
    cells = {
        (role, str(column)): None if pd.isna(value) else float(value)
        for column, values in result.frame.items()
        for role, value in values.items()
    }
    empty = {line: blanks(reasons, result.frame.index, line) for line in labels}
    rows = rows_of(result.contrast, names).rows
    on = tuple(replace(row, group=_GOES_ON) for row in rows if row.role in current)
    others = tuple(row for row in rows if row.role not in current)
    picture = _Map(Rows(others + on), labels, cells, _ends(result), empty, _WIDTH)
    tall = replace(picture, rows=TallRows(others + on), wide=PHONE)
    about = count(len(labels) - 1, "circumstance")
    asked = result.frame.iloc[:, 1:]
    blank = int(asked.isna().to_numpy().sum())
    rated = f"{blank} of {asked.size} without a rating" if blank else "all rated"
    chart = Chart(
        name=f"{about} over all jobs{' without names' if names == 'letters' else ''}",
        title=_finding(result.contrast, order),
        alt=(
            f"Map of {count(len(picture.rows), 'job')} by {about}, best on top. "
            f"Columns: {'; '.join(labels.values())}. Every number is in the table."
        ),
        table=picture.table(),
        small_print=(
            "The stronger the colour, the more of it; a dash: no rating.",
            *((APART,) if on else ()),
            f"{count(len(picture.rows), 'job')} on {about}, {rated}.",
            *rests_on(result.contrast, 0)[1:],
            *((COMPARED,) if result.contrast.frame["difference"].notna().any() else ()),
            "Each one’s own chart says how easily it could be chance.",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, tall.body)


@dataclass(frozen=True)
class _Map:
    rows: Rows
    labels: Mapping[str, str]
    cells: Mapping[tuple[Hashable, str], float | None]
    ends: Mapping[str, tuple[float, float]]
    blanks: Mapping[str, Mapping[Hashable, str]]
    wide: float

    @property
    def narrow(self) -> bool:
        return self.wide <= PHONE

    @property
    def inches(self) -> float:
        return self.wide - self.rows.left - _RIGHT

    def body(self) -> Body:
        heads = [self._head(label) for label in self.labels.values()]
        upright = max(width(head[0], _HEAD) for head in heads) + 0.2
        above = 0.3 + (upright if self.narrow else max(map(len, heads)) * 0.16)
        return Body(self.draw, self.rows.height, self.rows.left, _RIGHT, above=above, below=0.22)

    def draw(self, ax: Axes, theme: Theme) -> None:
        import seaborn as sns  # noqa: PLC0415 - half a second, and the map alone needs it

        dots, shades = self._dots(), ramp(theme)
        if len(dots):
            side = 17 if self.narrow else 21 if self.rows.roomy else 15.5  # points
            sns.scatterplot(
                dots,
                x="x",
                y="y",
                hue="shade",
                palette=dict(enumerate(shades)),
                s=side**2,
                linewidth=0,
                legend=False,
                ax=ax,
                clip_on=False,
            )
        for x, column in self._columns():
            for y, row in enumerate(self.rows.rows):
                value = self.cells[row.role, column]
                ax.text(
                    x,
                    y,
                    _DASH if value is None else number(round(value, 1)),
                    color=theme.soft if value is None else legible(shades[self._shade(column, value)], theme),
                    size=self.rows.size,
                    ha="center",
                    va="center_baseline",
                )
        self._frame(ax, theme)

    def table(self) -> pd.DataFrame:
        columns = {
            capital(label): [self._text(row.role, line) for row in self.rows.rows]
            for line, label in self.labels.items()
        }
        return pd.DataFrame(columns, pd.Index([row.shown for row in self.rows.rows], name="Job"), dtype="str")

    def _dots(self) -> pd.DataFrame:
        cells = [
            (x, y, self._shade(column, value))
            for x, column in self._columns()
            for y, row in enumerate(self.rows.rows)
            if (value := self.cells[row.role, column]) is not None
        ]
        return pd.DataFrame(cells, columns=["x", "y", "shade"])

    def _columns(self) -> list[tuple[float, str]]:
        """Return the place of each column, with the outcome a little apart."""
        return [(place + (_APART if place else 0.0), column) for place, column in enumerate(self.labels)]

    def _shade(self, column: str, value: float) -> int:
        low, high = self.ends[column]
        return round((value - low) / ((high - low) or 1.0) * 6)

    def _frame(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        ax.set_xlim(-0.5, len(self.labels) - 0.5 + _APART)
        above = self.rows.top - (0.12 if self.narrow else 0.08) / self.rows.pitch
        for (x, column), colour in zip(self._columns(), [theme.ink] + [theme.soft] * 6, strict=False):
            text = "\n".join(self._head(self.labels[column]))
            head = ax.text(
                x,
                above,
                text,
                size=self._head_size(self.labels[column]),
                color=colour,
                ha="center",
                va="bottom" if self.narrow else "baseline",
            )
            head.set_label("head")
            head.set(linespacing=1.1, rotation=90 if self.narrow else 0)

    def _head(self, label: str) -> list[str]:
        if self.narrow:  # too narrow for horizontal words
            return [shorten(label, _UPRIGHT, _HEAD)]
        return wrap(label, self._room, self._head_size(label), most=_HEAD_LINES)

    @property
    def _room(self) -> float:
        """The width of a head, in inches."""
        return self.inches / (len(self.labels) + _APART) * 0.94

    def _head_size(self, label: str) -> float:
        """Return the size of a head in points: smaller where a long word would else be cut in two."""
        longest = max((width(word, _HEAD) for word in label.split()), default=0.0)
        if self.narrow or longest <= self._room:
            return _HEAD
        return max(_HEAD_LEAST, _HEAD * self._room / longest - 0.05)

    def _text(self, role: Hashable, line: str) -> str:
        value = self.cells[role, line]
        return self.blanks[line][role] if value is None else number(value)


def _ends(result: RoleMap) -> dict[str, tuple[float, float]]:
    """Return both ends of each column's scale; the outcome runs from 1 to 7, or over its own range."""
    lines = result.contrast.frame
    ends = {
        str(line): (float(low), float(high))
        for line, low, high in zip(lines["line"], lines["low"], lines["high"], strict=True)
    }
    went = result.frame.iloc[:, 0].dropna().to_list()
    on_seven = all(1 <= value <= _TOP for value in went)
    return ends | {str(result.frame.columns[0]): (1.0, _TOP) if on_seven else (min(went), max(went))}


def _finding(result: Contrast, order: Order) -> str:
    given = result.frame["difference"].dropna()
    lines = count(len(result.frame), "circumstance")
    if given.empty:
        return f"My {count(result.units, 'job')} on {lines}, side by side."
    best, worst = (int(result.groups.eq(group).sum()) for group in (BEST, WORST))
    ways = (
        (int((given > 0).sum()), "higher"),
        (int((given < 0).sum()), "lower"),
        (int((given == 0).sum()), "level"),
    )
    (most, way), *others = sorted(ways, key=lambda told: told[0], reverse=True)
    was = "was" if most == 1 else "were"
    how, than = ("as high", "as") if way == "level" else (way, "than")
    rest = ", ".join(f"{many} {other}" for many, other in others if many)
    return (
        f"{most} of {lines} {was} {how} in {order.on_top(best)} "
        f"{than} in {order.at_the_bottom(worst)}{'; ' * bool(rest)}{rest}."
    )
