"""The shine of a firm's name against what they know to be good there: a mark per job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.names import naming
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.charts.text import wrap
from good_on_paper.language.counts import count, number, out_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _BELOW = 8.6, 2.8, 1.9, 0.4, 0.75
_LOW, _HIGH = 1.0, 7.0
_SIZE, _ROOM, _LEAST, _GAP = 10.0, 2.6, 0.9, 0.2
_EDGE_LEFT, _EDGE_RIGHT = _LOW - 0.3, _HIGH + 0.3
_LEFT_PHONE, _ABOVE_PHONE, _HEIGHT_PHONE, _SIZE_PHONE = 0.45, 0.65, 4.2, 9.0
_NAMED: Final = 3
"""How many names fit at one mark; we count the others there, and the table has them."""


def shine(jobs: pd.DataFrame, *, names: Naming = "names") -> Chart | None:
    """Draw how well the names of firms are thought of against how much is known to be good there.

    Parameters
    ----------
    jobs
        A row per job considered: ``shine``, 1 to 7; ``good``, ``known`` and ``of``: how many of the
        circumstances that count they know to be good, how many they know at all, and how many count.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart or None
        None with fewer than two jobs whose shine is rated, or where nothing counts.

    Examples
    --------
    >>> told = {"shine": [7, 3], "good": [0, 2], "known": [1, 3], "of": 4}
    >>> jobs = pd.DataFrame(told, index=["Mill", "Inn"])
    >>> shine(jobs).title
    'Mill shines brightest; I know none of the 4 things that count to be good there. At Inn it is 2.'
    """
    rated = jobs[jobs["shine"].notna() & jobs["of"].gt(0)]
    if len(rated) < 2:  # noqa: PLR2004 - one job is compared with none
        return None
    shown = naming(jobs.index, names)
    labels = [shown[role] for role in rated.index]
    every = int(rated["of"].max())
    table = pd.DataFrame(
        {
            "How well the name is thought of": [number(float(one)) for one in rated["shine"]],
            "Known to be good": [f"{good} of {every}" for good in rated["good"]],
            "Known at all": [f"{known} of {every}" for known in rated["known"]],
        },
        index=pd.Index(labels, name="Job"),
        dtype="str",
    )
    points = rated.assign(shown=labels)
    wide, phone = _Points(points, every), _Points(points, every, wide=PHONE)
    chart = Chart(
        name=f"Shine against what is known{' without names' if names == 'letters' else ''}",
        title=_finding(points, every),
        alt=(
            f"Scatter of {count(len(rated), 'job')}: how well the name is thought of, 1 to 7, against how "
            f"many of {every} things that count are known to be good there. Every number is in the table."
        ),
        table=table,
        small_print=(f"{_which(len(rated), len(jobs))}. What is not known is not counted as good.",),
        body=wide.body(),
        width=_WIDTH,
    )
    return replace(chart, narrow=lambda: replace(chart, body=phone.body(), width=PHONE))


@dataclass(frozen=True)
class _Points:
    jobs: pd.DataFrame
    every: int
    wide: float = _WIDTH

    @property
    def narrow(self) -> bool:
        return self.wide < _WIDTH

    @property
    def left(self) -> float:
        return _LEFT_PHONE if self.narrow else _LEFT

    @property
    def unit(self) -> float:
        """Inches of a step of the scale."""
        return (self.wide - self.left - _RIGHT) / (_EDGE_RIGHT - _EDGE_LEFT)

    def body(self) -> Body:
        above = _ABOVE_PHONE if self.narrow else 0.25
        high = _HEIGHT_PHONE if self.narrow else _HEIGHT
        return Body(self.draw, high, self.left, _RIGHT, above=above, below=_BELOW)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(_EDGE_LEFT, _EDGE_RIGHT), ylim=(-0.75 if self.narrow else -0.4, self.every + 0.4))
        for side in ("top", "right"):
            ax.spines[side].set_visible(False)
        ax.set_xticks(range(int(_LOW), int(_HIGH) + 1))
        step = max(1, -(-self.every // 6))
        ax.set_yticks(
            [*range(0, self.every, step), self.every] if self.every % step else range(0, self.every + 1, step)
        )
        ax.tick_params(length=0, colors=theme.soft)
        across = "How well the name is thought of:{}nobody has heard of it (1) to everybody looks up (7)"
        ax.set_xlabel(across.format("\n" if self.narrow else " "))
        good = ("Known to be good,", f"of {self.every} that count")
        if self.narrow:
            ax.set_title(" ".join(good), loc="left", size=_SIZE, pad=18)
        else:
            ax.set_ylabel("\n".join(good), rotation=0, ha="right", va="center")
        for y, row in self.jobs.groupby("good"):
            marks = [(float(here["shine"].iloc[0]), here["shown"]) for _, here in row.groupby("shine")]
            for at, (x, shown) in enumerate(marks):
                before, after = (marks[n][0] if 0 <= n < len(marks) else None for n in (at - 1, at + 1))
                ax.plot([x], [float(str(y))], "o", ms=9, color=theme.more, clip_on=False, zorder=3)
                label = _Label(x, float(str(y)), before, after, self.unit)
                self._name(ax, theme, label, [str(name) for name in shown])

    def _name(self, ax: Axes, theme: Theme, label: _Label, names: list[str]) -> None:
        """Write the names at a mark: beside it if there is room, else above it."""
        side, room = label.side
        lines = (5 if self.narrow else 2) if len(names) == 1 else 1
        size = _SIZE_PHONE if self.narrow else _SIZE
        wrapped = [wrap(name, room, size, most=lines, middle=True) for name in names[:_NAMED]]
        said, more = [line for name in wrapped for line in name], len(names) - len(wrapped)
        ax.annotate(
            "\n".join([*said, f"and {more} more"] if more else said),
            (label.x, label.y),
            xytext={"left": (9, 0), "right": (-9, 0), "center": (0, 8)}[side],
            textcoords="offset points",
            ha=side,
            va="bottom" if side == "center" else "center",
            size=size,
            color=theme.ink,
            linespacing=1.15,
        )


@dataclass(frozen=True)
class _Label:
    """Where names go: a mark, the marks before and after it at the same height, and the inches of a step."""

    x: float
    y: float
    before: float | None
    after: float | None
    unit: float

    @property
    def side(self) -> tuple[Literal["left", "right", "center"], float]:
        """The side of the names on which the mark is, and how many inches there are for them."""
        rightwards = (_EDGE_RIGHT - self.x if self.after is None else (self.after - self.x) / 2) * self.unit
        leftwards = (self.x - _EDGE_LEFT if self.before is None else (self.x - self.before) / 2) * self.unit
        if max(rightwards, leftwards) < _LEAST:
            return "center", _LEAST
        side: Literal["left", "right"] = "left" if rightwards >= min(leftwards, _ROOM) else "right"
        return side, min(_ROOM, leftwards if side == "right" else rightwards) - _GAP


def _which(rated: int, every: int) -> str:
    """Write how many jobs are drawn, and that the others lack a rating of their name."""
    if rated == every:
        return f"{count(rated, 'job')} I am considering"
    return f"{rated} of the {every} jobs I am considering: those whose name I rated"


def _finding(jobs: pd.DataFrame, every: int) -> str:
    """Write in counts how much they know of the job that shines most, and of the job with most known good."""
    top = jobs[jobs["shine"] == jobs["shine"].max()]
    good = int(top["good"].max())
    best = jobs[jobs["good"] == jobs["good"].max()]
    things = out_of(good, every, f"the {every} things that count")
    first = (
        f"{top['shown'].iloc[0]} shines brightest; I know {things} to be good there."
        if len(top) == 1
        else f"{len(top)} shine equally; at best I know {things} to be good there."
    )
    if best.index.isin(top.index).any():
        return first
    which = f"At {best['shown'].iloc[0]}" if len(best) == 1 else f"At {len(best)} others"
    return f"{first} {which} it is {int(best['good'].iloc[0])}."
