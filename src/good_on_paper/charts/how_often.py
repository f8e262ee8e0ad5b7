"""How often a worry was there: a row per worry, a mark per job; not whether the person could bear it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.charts.text import plain
from good_on_paper.language.counts import my_jobs, number, uncapital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SIZE: Final = 9.0
_LOW, _HIGH = 1, 7
_MIDDLE: Final = (_LOW + _HIGH) / 2
_APART: Final = 0.2  # of a step, between two jobs with the same answer
_SIDE_BY_SIDE: Final = 4  # jobs with the same answer have room between two steps
_LARGEST, _INSIDE = 23.0, 8.0  # points: of a ring, and of the number in it


def how_often(frame: pd.DataFrame, labels: Mapping[str, str], *, names: Naming = "names") -> Chart:
    """Draw how often each worry was there, job by job.

    Parameters
    ----------
    frame
        A row per job, a column per worry: 1 (never) to 7 (every day), NA without an answer.
    labels
        The name of each worry.
    names
        "names", or "letters" for Job A, B, C: in the table.

    Returns
    -------
    Chart
        A row per worry with a mark per job, from 1 (never) to 7 (every day).

    Examples
    --------
    >>> frame = pd.DataFrame({"gossip": [1, 7]}, index=["Editor", "Cook"], dtype="Float64")
    >>> how_often(frame, {"gossip": "Gossip"}).table.to_dict("list")
    {'Gossip': ['1', '7']}
    """
    picture = _Often({str(key): plain(labels.get(str(key), key)) for key in frame.columns}, frame)
    shown = naming(frame.index, names)
    answered = frame.dropna(how="all")
    chart = Chart(
        name=f"How often it was there{' without names' if names == 'letters' else ''}",
        title=_finding(frame, picture.labels),
        alt=picture.alt(),
        table=pd.DataFrame(
            {
                label: ["not said" if pd.isna(value) else number(float(value)) for value in answered[key]]
                for key, label in picture.labels.items()
            },
            pd.Index([shown[job] for job in answered.index], name="Job"),
            dtype="str",
        ),
        small_print=(f"{picture.key} {my_jobs(len(answered), len(frame))} answered.",),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class _Often:
    labels: Mapping[str, str]
    frame: pd.DataFrame
    wide: float = _WIDTH

    @cached_property
    def rows(self) -> Rows:
        kind = Rows if self.wide == _WIDTH else TallRows
        return kind.named(self.labels)

    @property
    def right(self) -> float:
        return EDGE + 0.3

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=0.5, below=0.25)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.wide - self.rows.left - self.right)
        ax.set_xlim(_LOW - 0.2, _HIGH + 0.2)
        for end, text in ((_LOW, "never"), (_HIGH, "every day")):
            said = ax.text(
                end, self.rows.top - 0.1 / self.rows.pitch, text, size=_SIZE, color=theme.soft, va="bottom"
            )
            said.set(
                style="italic", ha="center" if self.wide == _WIDTH else "left" if end == _LOW else "right"
            )
        ax.hlines(range(len(self.labels)), _LOW, _HIGH, color=theme.faint, lw=0.8, zorder=0)
        marks = Marks()
        for y, key in enumerate(self.labels):
            for value, jobs in self.counts[key].items():
                looks = {"mew": 1.6, "mfc": theme.ground, "mec": theme.middle}
                if self.crowded:
                    marks.add(value, y, "o", ms=min(9 + 3 * (jobs - 1) ** 0.5, _LARGEST), **looks)
                    if jobs > 1:
                        ax.text(value, y, str(jobs), size=_INSIDE, color=theme.ink, ha="center", va="center")
                    continue
                for place in range(jobs):
                    marks.add(value + (place - (jobs - 1) / 2) * _APART, y, "o", ms=9, **looks)
        marks.draw(ax)

    @cached_property
    def counts(self) -> dict[str, Counter[float]]:
        """How many jobs have each answer, by worry."""
        return {key: Counter(self.frame[key].dropna().astype(float)) for key in self.labels}

    @cached_property
    def crowded(self) -> bool:
        """Whether a ring per job would run into those of the next step."""
        return any(jobs > _SIDE_BY_SIDE for said in self.counts.values() for jobs in said.values())

    @property
    def key(self) -> str:
        """What a ring is."""
        return "The number in a ring: jobs that said so." if self.crowded else "A ring is a job."

    def alt(self) -> str:
        told = "; ".join(
            f"{label}: {', '.join(number(float(value)) for value in self.frame[key].dropna())}"
            for key, label in self.labels.items()
        )
        return f"How often each was there, 1 never to 7 every day, job by job. {told}."


def _finding(frame: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Name the worry that was there most: above the middle in the most jobs."""
    often = {key: int((frame[key] > _MIDDLE).sum()) for key in labels}
    most = max(often.values())
    if not most:
        return "None of it was often there."
    key = next(key for key, jobs in often.items() if jobs == most)
    said = int(frame[key].notna().sum())
    label = labels[key]
    jobs = f"{most} of {said} jobs" if said > 1 else "the one job I answered for"
    return f"Often there in {jobs}: {uncapital(label)}."
