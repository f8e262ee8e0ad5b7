"""Soft skills by job: a heat map of how often each was shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matplotlib.colors import ListedColormap

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, Rows
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.style import legible, ramp
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.charts.text import wrap
from good_on_paper.charts.ways_over_years import NO_CLAIM
from good_on_paper.language.counts import count, uncapital

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SMALL: Final = 8.0
_WOULD_SAY: Final = "somebody would say so"
_MOST: Final = 10
"""How many jobs have room side by side: the latest; the table has the others."""
_HEAD: Final = 0.8  # inches above, for the names of the jobs
_UPRIGHT: Final = 1.9  # the same on a phone, where they are upright


def skill_map(
    frame: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    seen: Collection[tuple[str, str]] = (),
    names: Naming = "names",
) -> Chart:
    """Draw how often each skill was shown in each job, with a dot where somebody would say so.

    Parameters
    ----------
    frame
        A row per skill, a column per job: how many things there showed it; a row and a column at least.
    labels
        The name of each skill.
    seen
        The cells, skill and job, for which somebody would say so; we do not read who.
    names
        "names", or "letters" for Job A, B, C.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Editor": [2, 0], "Cook": [1, 1]}, index=["detail", "leading"])
    >>> skill_map(frame, {"detail": "Attention to detail", "leading": "Leading"}).title
    'Shown in 2 of 2 jobs: attention to detail.'
    """
    shown = naming(frame.columns, names)
    every = [shown[job] for job in frame.columns]
    seen = frozenset(seen)
    picture = _Map(frame.iloc[:, -_MOST:], tuple(every[-_MOST:]), labels, seen)
    would = frame.apply(lambda column: [(str(skill), column.name) in seen for skill in frame.index])
    cells = frame.astype(str).mask(would, frame.astype(str) + f", {_WOULD_SAY}")
    spread = frame.gt(0).sum(axis=1)
    most = str(spread.idxmax())
    told = "; ".join(
        f"{labels[str(skill)]}: "
        + ", ".join(f"{shown[job]} {said}" for job, said in row.items() if said != "0")
        for skill, row in cells.iterrows()
    )
    chart = Chart(
        name=f"Soft skills by job{' without names' if names == 'letters' else ''}",
        title=f"Shown in {spread[most]} of {count(len(every), 'job')}: {uncapital(labels[most])}.",
        alt=f"How often each skill was shown in each job. {told}.",
        table=cells.set_axis([labels[str(skill)] for skill in frame.index]).set_axis(every, axis=1),
        small_print=(
            *(() if len(every) <= _MOST else (f"The latest {_MOST} of {len(every)} jobs.",)),
            "The number: how many things I did there showed it.",
            f"{f'A dot: {_WOULD_SAY}. ' if would.any(axis=None) else ''}{NO_CLAIM}",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


class _Slim(Rows):
    """Rows that leave most of a phone's width to the cells."""

    @property
    def size(self) -> float:
        return _SMALL

    @cached_property
    def left(self) -> float:
        return 1.65


@dataclass(frozen=True)
class _Map:
    frame: pd.DataFrame
    jobs: tuple[str, ...]
    labels: Mapping[str, str]
    seen: Collection[tuple[str, str]]
    wide: float = _WIDTH

    @property
    def narrow(self) -> bool:
        return self.wide == PHONE

    @cached_property
    def rows(self) -> Rows:
        named = {str(skill): self.labels[str(skill)] for skill in self.frame.index}
        return (_Slim if self.narrow else Rows).named(named)

    @property
    def right(self) -> float:
        return 0.1 if self.narrow else EDGE

    def body(self) -> Body:
        above = _UPRIGHT if self.narrow else _HEAD
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=above, below=0.15)

    def draw(self, ax: Axes, theme: Theme) -> None:
        import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

        room = self.wide - self.rows.left - self.right
        self.rows.label(ax, theme, room)
        cells = ax.inset_axes((0, 0, 1, 1))
        counts = self.frame.to_numpy()
        sns.heatmap(
            counts,
            ax=cells,
            cmap=ListedColormap(ramp(theme)),
            vmin=0,
            vmax=max(int(counts.max()), 1),
            cbar=False,
            annot=self.frame.map(lambda count: str(count) if count else "").to_numpy(),
            fmt="",
            linewidths=1.4,
            linecolor=theme.ground,
            xticklabels=False,
            yticklabels=False,
        )
        cells.set(xlabel="", ylabel="", facecolor="none")
        shades, most = ramp(theme), max(int(counts.max()), 1)
        for y, skill in enumerate(self.frame.index):
            for x, job in enumerate(self.frame.columns):
                if (str(skill), job) in self.seen:
                    shade = shades[min(int(counts[y, x] / most * len(shades)), len(shades) - 1)]
                    cells.plot(x + 0.86, y + 0.2, "o", ms=3.2, mew=0, color=legible(shade, theme))
        each = room / len(self.jobs)
        for place, job in enumerate(self.jobs):
            wide, lines = (_UPRIGHT - 0.2, 2) if self.narrow else (each, 4)
            text = "\n".join(wrap(job, wide, _SMALL, most=lines, middle=True))
            head = cells.text(place + 0.5, -0.1, text, size=_SMALL, color=theme.ink, ha="center", va="bottom")
            head.set(rotation=90 if self.narrow else 0)
