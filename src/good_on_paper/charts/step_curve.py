"""The step curve: the share of jobs that were not dull yet, week by week, with its limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.ticker import MaxNLocator

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.charts.text import width
from good_on_paper.language.counts import capital, count, my_jobs, number, quoted
from good_on_paper.language.lengths import MONTH, amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import TimeToBoredom

_WIDTH, _HEIGHT, _LEFT = 8.6, 2.9, 1.2
_LEFT_PHONE, _TICKS, _TICKS_PHONE = 0.85, 9, 5
_SIZE: Final = 9.0
_STEPS: Final = [1, 2, 3, 6, 10]  # half years, not fives
_SHARES: Final = {"none": 0.0, "half": 0.5, "all": 1.0}
_POINTS: Final = 72  # of an inch
_PAD, _APART, _LINE = 3.5, 4.0, 8.75
"""In points: from the scale to its numbers, from these to what they count, and the height of a number."""
_BEYOND: Final = 1.02  # the tick of the longest job is seen whole
_METHOD: Final = (
    "Kaplan-Meier estimate; pointwise limits by the beta product confidence procedure "
    "(Fay, Brittain and Proschan 2013)."
)

_SIDE_BY_SIDE: Final = "My answers side by side; nothing here is compared with chance."
_WORTH: Final = "The picture adds nothing to what the chart of all these jobs says:"
_THE_ONE: Final = "In the one job I answered for,"
"""The other jobs have no answer."""
_TICK: Final = "A tick: a job that ended, or goes on, and had not got dull."


def step_curve(result: TimeToBoredom, *, of: int | None = None) -> Chart:
    """Draw a step curve with its limits; a tick is a job that ended, or goes on, before it got dull.

    Parameters
    ----------
    result
        What `good_on_paper.patterns.time_to_boredom` gave.
    of
        How many jobs there are, if it is not about all of them.

    Returns
    -------
    Chart
        The share of jobs that were not dull yet, from 1 to 0, over time.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"weeks": [10, 30, 15], "set_in": [True, True, False]}, index=list("ABC"))
    >>> step_curve(patterns.time_to_boredom(jobs)).table.shape
    (4, 6)
    """
    table, jobs = result.frame, result.roles if of is None else of
    limits = f"{result.level:.0%}"
    picture = _Steps(table)
    chart = Chart(
        name="How long until it got dull",
        title=_finding(result, jobs),
        alt=(
            f"Falling steps, from all jobs to {float(table['share'].iloc[-1]):.0%} of them not dull yet, "
            f"over {amount(max(float(table['weeks'].iloc[-1]), 1.0))}; the figures are in the table."
        ),
        table=_table(table),
        small_print=(
            _counted(result, jobs),
            f"The band: limits of {limits}, wide with so few jobs. {_TICK}",
        ),
        body=picture.body(),
        width=_WIDTH,
        figures=(_METHOD, _half(result, limits)),
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class Parted:
    """What divides the jobs between two curves.

    Attributes
    ----------
    by : str
        Its name, for a file name.
    one, other : str
        The jobs of each, as "jobs {one}" and "{other}": "with too little in it", "others".
    said : str
        A sentence on what divides the jobs, and what the picture is worth.

    Examples
    --------
    >>> Parted.by_cause("too little in it").one
    'with too little in it'
    """

    by: str
    one: str
    other: str
    said: str

    @classmethod
    def by_cause(cls, cause: str) -> Parted:
        """Separate the jobs with a cause ("too little in it") from those dull for another cause."""
        said = f"The others: dull for another reason. {_SIDE_BY_SIDE}"
        return cls(f"with {cause}", f"with {cause}", "others", said)

    @classmethod
    def by_line(cls, label: str, least: float, word: str) -> Parted:
        """Separate the jobs rated `least` or more on a line; `word` says what its line-up is worth."""
        more = f"More: rated {number(least)} or above, as close to half of the jobs as we can get."
        said = f"{more} {_WORTH} {word}."
        return cls(f"by {label}", f"with more {quoted(label)}", "with less", said)


def step_curves(one: TimeToBoredom, other: TimeToBoredom, parted: Parted) -> Chart:
    """Draw the curves of two parts of the jobs, without limits.

    Parameters
    ----------
    one, other
        What `good_on_paper.patterns.in_parts` gave.
    parted
        What divides them.

    Returns
    -------
    Chart
        Two falling curves: the share of jobs that were not dull yet, over months; its table counts
        weeks.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"weeks": [4, 6, 8, 9, 30, 40, 50, 60], "set_in": True}, index=list("ABCDEFGH"))
    >>> little, others = patterns.in_parts(jobs, jobs["weeks"] < 10)
    >>> step_curves(little, others, Parted.by_cause("too little in it")).table.shape
    (10, 6)
    """
    the_other = "the others" if parted.other == "others" else parted.other
    tables = {parted.one: _table(one.frame), the_other: _table(other.frame)}
    table = pd.concat(tables, names=["Jobs", "Week"])
    table.index = pd.Index([f"{jobs}, week {week}" for jobs, week in table.index], name="Jobs and week")
    first = capital(_half_of(one, f"jobs {parted.one}"))
    jobs = f"{count(one.roles, 'job')} {parted.one}, {other.roles} {parted.other}."
    picture = _TwoSteps({parted.one: one.frame, the_other: other.frame})
    chart = Chart(
        name=f"How long until it got dull {parted.by}",
        title=f"{first}; {_half_of(other, parted.other)}.",
        alt=f"Two falling lines of steps, week by week: jobs {parted.one}, and {the_other}. "
        f"{first}; {_half_of(other, parted.other)}. The figures are in the table.",
        table=table,
        small_print=(
            f"{jobs} {parted.said}",
            f"A line ends with its longest job. {_TICK}",
        ),
        body=picture.body(),
        width=_WIDTH,
        figures=("Kaplan-Meier estimates; no limits are drawn, they would be wider than the gap.",),
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


def _half_of(result: TimeToBoredom, jobs: str) -> str:
    if result.median is None:
        return f"fewer than half of my {result.roles} {jobs} got dull"
    after = f"after {amount(result.median)}" if result.median else "from the first day"
    return f"half of my {result.roles} {jobs} had got dull {after}"


@dataclass(frozen=True)
class _TwoSteps:
    tables: Mapping[str, pd.DataFrame]
    wide: float = _WIDTH

    def body(self) -> Body:
        if self.wide < _WIDTH:
            return Body(self.draw, _HEIGHT, _LEFT_PHONE, EDGE, above=0.65, below=0.6)
        return Body(self.draw, _HEIGHT, _LEFT, EDGE, above=0.45, below=0.6)

    def draw(self, ax: Axes, theme: Theme) -> None:
        most = max(float(table["weeks"].iloc[-1]) for table in self.tables.values()) / MONTH
        looks = (("-", theme.more), ((0, (4, 3)), theme.middle))
        for (jobs, table), (style, colour) in zip(self.tables.items(), looks, strict=True):
            x, share, left = (table[name].to_numpy(dtype=float) for name in ("weeks", "share", "left"))
            drawn = ax.step([0.0, *(x / MONTH)], [1.0, *share], where="post", label=jobs)[0]
            drawn.set(color=colour, linewidth=1.8, linestyle=style)
            ax.plot(x[left > 0] / MONTH, share[left > 0], "|", ms=10, mew=1.6, color=theme.ink)
        _scales(ax, theme, max(most, 1.0), self.wide)
        columns = 2 if self.wide == _WIDTH else 1
        key = ax.legend(
            loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0.2, ncols=columns, frameon=False
        )
        for text in key.get_texts():
            text.set(size=_SIZE, color=theme.ink)


@dataclass(frozen=True)
class _Steps:
    table: pd.DataFrame
    wide: float = _WIDTH

    def body(self) -> Body:
        left = _LEFT if self.wide == _WIDTH else _LEFT_PHONE
        return Body(self.draw, _HEIGHT, left, EDGE, above=0.2, below=0.6)

    def draw(self, ax: Axes, theme: Theme) -> None:
        x, share, low, high = (self._column(name) for name in ("weeks", "share", "low", "high"))
        x = x / MONTH
        ax.fill_between(x, low, high, step="post", color=theme.less, linewidth=0)
        ax.step([0.0, *x], [1.0, *share], where="post", color=theme.more, linewidth=1.8)
        left = self._column("left") > 0
        ax.plot(x[left], share[left], "|", ms=10, mew=1.6, color=theme.ink)
        _scales(ax, theme, max(float(x[-1]), 1.0), self.wide)

    def _column(self, name: str) -> np.ndarray:
        return self.table[name].to_numpy(dtype=float)


def _scales(ax: Axes, theme: Theme, most: float, wide: float) -> None:
    """Write both scales as plain text: the ticks of matplotlib take twice as long as all the rest."""
    longest = most * _BEYOND
    ax.set(xlim=(0, longest), ylim=(0, 1.03))
    ax.set_axis_off()
    across, up = ax.get_yaxis_transform(), ax.get_xaxis_transform()
    lines = ax.hlines([*_SHARES.values()], 0, 1, transform=across, color=theme.faint, linewidth=0.8)
    lines.set_zorder(0.5)
    looks: dict[str, Any] = {"textcoords": "offset points", "size": _SIZE, "color": theme.soft}
    for said, share in _SHARES.items():
        ax.annotate(said, (0, share), (-_PAD, 0), across, ha="right", va="center_baseline", **looks)
    beside = _PAD + max(width(said, _SIZE) for said in _SHARES) * _POINTS + _APART
    ax.annotate(
        "of my jobs not dull yet",
        (0, 0.5),
        (-beside, 0),
        ax.transAxes,
        rotation=90,
        ha="right",
        va="center",
        **looks,
    )
    ticks = MaxNLocator(_TICKS if wide == _WIDTH else _TICKS_PHONE, steps=_STEPS, integer=True)
    for month in ticks.tick_values(0, longest):
        if 0 <= month <= longest:
            ax.annotate(f"{month:.0f}", (month, 0), (0, -_PAD), up, ha="center", va="top", **looks)
    below = _PAD + _LINE + _APART
    ax.annotate("months in the job", (0.5, 0), (0, -below), ax.transAxes, ha="center", va="top", **looks)


def _finding(result: TimeToBoredom, jobs: int) -> str:
    whole = result.roles == jobs
    mine = f"my {result.roles} jobs" if whole else f"the {result.roles} jobs drawn here"
    if result.median is None:
        some = _THE_ONE if result.roles == 1 else f"In {result.not_yet} of {mine}"
        return f"{some} it has not got dull, or had not when the job ended."
    when = f"got dull after {amount(result.median)}" if result.median else "was dull from the first day"
    if result.roles == 1:
        return f"{_THE_ONE} it {when}."
    if _alike(result):
        return f"In all {'' if whole else 'of '}{mine} it {when}."
    half = "my jobs" if whole else mine
    if result.median:
        return f"Half of {half} had got dull within {amount(result.median)}."
    return f"In half of {half} or more it {when}."


def _alike(result: TimeToBoredom) -> bool:
    """Return whether every job got dull, and all after the same time."""
    left = result.frame.loc[result.frame["weeks"] == result.median, "share"]
    return result.set_in == result.roles and bool((left == 0).all())


def _counted(result: TimeToBoredom, jobs: int) -> str:
    some = "" if result.roles == jobs else f"Drawn: {my_jobs(result.roles, jobs)}, the ones with an answer. "
    said = f"{some}Of {count(result.roles, 'job')}, {result.set_in} got dull"
    go = "goes" if result.not_yet == 1 else "go"
    others = f"; the other {result.not_yet} ended first, or still {go} on" if result.not_yet else ""
    return f"{said}{others}."


def _half(result: TimeToBoredom, limits: str) -> str:
    if result.median is None:
        return "The curve does not fall to half, so there is no median."
    low, high = (
        "not known" if value is None else f"{value:.0f} weeks"
        for value in (result.median_low, result.median_high)
    )
    return f"Median {result.median:.0f} weeks; {limits} limits: {low} to {high}."


def _table(table: pd.DataFrame) -> pd.DataFrame:
    shown = table[["at_risk", "set_in", "left"]].astype("str")
    for name in ("share", "low", "high"):
        shown[name] = [f"{float(value):.2f}" for value in table[name]]
    shown.index = [f"{float(weeks):.0f}" for weeks in table["weeks"]]
    heads = ("Going on, not dull", "Got dull", "Ended first, or goes on", "Share not dull yet", "Low", "High")
    return shown.set_axis(list(heads), axis=1).rename_axis("Week").astype("str")
