"""Charts of a few inches, a thin row per job: for a page and a sheet that hold many of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import BEST, MIDDLE, WORST
from good_on_paper.charts.text import lines_high, name_lines, plain, width, wrap
from good_on_paper.language.counts import number
from good_on_paper.language.lengths import amount

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Contrast, PaperAgainstLived

SMALL: Final = 3.385
"""Width of such a chart, in inches: a column of a sheet of A4, and what a phone shows in readable type."""
_CLOSE, _OPEN = "close", "open"
_LEFT, _LEFT_MOST, _RIGHT, _PITCH, _SIZE = 0.9, 1.72, 0.95, 0.21, 8.0
_TALL = 0.31  # between two rows, where a name has two lines
_SMALLER: Final = 7.5
_RIGHT_OF_GAPS = 0.2  # there is no text there
_APART, _BESIDE = 0.12, 0.22  # from a name to the tracks; the same, with the edge of the sheet
_AT_EACH_END: Final = 6
"""How many jobs we show from the top, and from the foot; between them we give only a number."""
_MARKER: Final = {BEST: "o", MIDDLE: "o", WORST: "s"}
_PEN: Final = 1.3
_BELOW, _LINE = 0.5, 0.15  # below the rows: the scale and a line of the key; each further line, of a name too


def small_gaps(
    chart: Chart,
    found: PaperAgainstLived,
    shown: Mapping[Hashable, str],
    scale: tuple[float, float],
    *,
    within: float | None = None,
    current: Collection[Hashable] = (),
) -> Chart:
    """Return the chart of paper against lived in small: a hollow square looked, a disc went.

    Parameters
    ----------
    chart : Chart
        The whole chart, whose title, alt text and table stay.
    found : PaperAgainstLived
        What it was drawn from.
    shown : mapping
        The name of each job.
    scale : (float, float)
        Both ends of the ratings.
    within : float, optional
        Gaps of so many steps at most are grey, as in the whole chart.
    current : collection
        Jobs that go on: they are apart at the foot, with a dashed ring for how they go so far.
    """
    told = found.frame.assign(shown=[plain(shown[role]) for role in found.frame.index])
    told["turned"] = told["turned"].mask(told["gap"].abs().between(0, within or 0.0, "right"), _CLOSE)
    on = told.index.isin(list(current))
    going_on = told[on].assign(shown=told["shown"][on] + ", now", turned=_OPEN)
    rows = pd.concat([_cut(told[~on]), going_on])
    key = _key_of_gaps(set(rows["turned"].dropna()))
    draw = partial(_draw_gaps, rows, scale, key)
    return _small(chart, draw, rows, below=_BELOW + _LINE * key.count("\n"), right=_RIGHT_OF_GAPS)


def small_dots(
    chart: Chart,
    result: Contrast,
    line: str,
    shown: Mapping[Hashable, str],
    scale: tuple[float, float],
    *,
    ends: tuple[str, str] = ("went best", "went least well"),
) -> Chart:
    """Return a line-up in small: discs went best, hollow squares went least well, rings lie between.

    Parameters
    ----------
    chart, shown, scale
        As for `small_gaps`.
    result, line
        The contrast, and which of its lines.
    ends : (str, str)
        The words for the jobs on top, and for those at the foot.
    """
    told = {"value": result.wide[line], "group": result.groups, "went": result.wide[result.outcome]}
    rows = pd.DataFrame(told).dropna()
    place = rows["group"].map([BEST, MIDDLE, WORST].index)
    rows = rows.assign(shown=[plain(shown[role]) for role in rows.index], place=place)
    cut = _cut(rows.sort_values(["place", "went"], ascending=[True, False], kind="stable"))
    key = f"disc: {ends[0]}; ring: between;\nsquare: {ends[1]}"
    return _small(chart, partial(_draw_dots, cut, scale, key), cut, below=_BELOW + _LINE)


def small_bars(chart: Chart, jobs: pd.DataFrame, shown: Mapping[Hashable, str]) -> Chart:
    """Return the swimmer plot in small: filled until it got dull, hollow from then on.

    Parameters
    ----------
    chart, shown
        As for `small_gaps`.
    jobs : pandas.DataFrame
        As `good_on_paper.frames.boredom.boredom` gives.
    """
    said = jobs[jobs["said"].ne("") & jobs["weeks"].notna()]
    rows = said.assign(
        shown=[plain(shown[role]) for role in said.index],
        all=said[["lasted", "weeks"]].max(axis=1),
        dull=said["said"].ne("not_yet"),
    ).sort_values(["dull", "weeks"], ascending=[False, True], kind="stable")
    cut = _cut(rows)
    return _small(chart, partial(_draw_bars, cut), cut, below=0.1)


def _small(
    chart: Chart,
    draw: Any,  # noqa: ANN401
    rows: pd.DataFrame,
    *,
    below: float,
    right: float = _RIGHT,
) -> Chart:
    body = Body(draw, _pitch(rows) * max(len(rows), 1), _left(rows), right, above=0.05, below=below)
    return replace(chart, body=body, width=SMALL, narrow=None, share=None)


def _left(rows: pd.DataFrame) -> float:
    """Return the room for the names, in inches: as much as the longest needs, within limits."""
    widest = max((width(line, _SIZE) for name in rows["shown"] for line in _lines(name)[0]), default=0.0)
    return min(max(_LEFT, widest + _BESIDE), _LEFT_MOST)


def _lines(name: str) -> tuple[list[str], float]:
    """Break a name into lines, with the size of their type: the tracks beside it need most of the room."""
    return name_lines(name, _LEFT_MOST - _BESIDE, _SIZE)


def _pitch(rows: pd.DataFrame) -> float:
    """Return the room from one row to the next, in inches."""
    high = max((lines_high(name, _LEFT_MOST - _BESIDE, _SIZE) for name in rows["shown"]), default=1.0)
    return _PITCH if high <= 1 else _TALL + (high - 2) * _LINE


def _key_of_gaps(turned: set[str]) -> str:
    """Write what the marks mean that are there: their shape, their colour, and the ring."""
    colours = {"better": "green: better", "worse": "orange: worse", _CLOSE: "grey: too close to tell"}
    told = [says for way, says in colours.items() if way in turned]
    if _OPEN in turned:
        told.append("ring: so far")
    lines = wrap("; ".join(told), SMALL - 0.25, _SMALLER) if told else []
    return "\n".join(("square: how it looked; disc: how it went", *lines))


def _cut(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows at both ends, with a row between them that says how many are left out."""
    left_out = len(rows) - 2 * _AT_EACH_END
    if left_out <= 1:
        return rows
    between = pd.DataFrame({"shown": [f"{left_out} more between"]})
    return pd.concat([rows.head(_AT_EACH_END), between, rows.tail(_AT_EACH_END)])


def _frame(ax: Axes, theme: Theme, rows: pd.DataFrame, ends: tuple[float, float]) -> None:
    """Name the rows left of the tracks, and set the scale."""
    ax.set_xlim(*ends)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_axis_off()
    for place, name in enumerate(rows["shown"]):
        left_out = rows.iloc[place].drop("shown").isna().all()
        lines, size = _lines(name)
        text = ax.annotate(
            "\n".join(lines),
            (0, place),
            (-72 * _APART, 0),
            xycoords=ax.get_yaxis_transform(),
            textcoords="offset points",
            annotation_clip=False,
        )
        text.set(
            size=size,
            ha="right",
            va="center" if "\n" in text.get_text() else "center_baseline",
            linespacing=1.1,
            color=theme.soft if left_out else theme.ink,
        )


def _scale(ax: Axes, theme: Theme, rows: pd.DataFrame, scale: tuple[float, float], key: str) -> None:
    """Write below the rows what the ends are, and what the marks mean."""
    for at in scale:
        ax.text(
            at,
            len(rows) - 0.5 + 0.04 / _pitch(rows),
            number(at),
            size=_SMALLER,
            ha="center",
            va="top",
            color=theme.soft,
        )
    foot, inches = (0, len(rows) - 0.5), (-72 * (_left(rows) - 0.1), -72 * 0.2)
    below = ax.annotate(
        key,
        foot,
        inches,
        xycoords=ax.get_yaxis_transform(),
        textcoords="offset points",
        size=_SMALLER,
        annotation_clip=False,
    )
    below.set(color=theme.soft, va="top", linespacing=1.25)


def _beside(ax: Axes, theme: Theme, at: tuple[float, float], says: str) -> None:
    """Write something at the right of a mark."""
    text = ax.annotate(says, at, (7, 0), textcoords="offset points", size=_SMALLER, annotation_clip=False)
    text.set(color=theme.soft, va="center_baseline")


def _draw_gaps(rows: pd.DataFrame, scale: tuple[float, float], key: str, ax: Axes, theme: Theme) -> None:
    import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

    _frame(ax, theme, rows, _room(scale))
    there = rows.assign(place=range(len(rows))).dropna(subset=["paper", "lived"]).astype({"place": float})
    ax.hlines(there["place"], there["paper"], there["lived"], color=theme.middle, linewidth=_PEN, zorder=1)
    colours = {"better": theme.best, "as it looked": theme.ink, "worse": theme.worst}
    colours[_CLOSE] = theme.middle
    open_, over = there[there["turned"].eq(_OPEN)], there[there["turned"].ne(_OPEN)]
    looks = {"ax": ax, "legend": False, "clip_on": False, "zorder": 3, "y": "place", "data": there}
    sns.scatterplot(x="paper", marker="s", s=34, facecolor=theme.ground, edgecolor=theme.ink, **looks)
    sns.scatterplot(x="lived", hue="turned", palette=colours, s=46, linewidth=0, **looks | {"data": over})
    if len(open_):
        ring: dict[str, Any] = {
            "s": 110,
            "facecolor": "none",
            "edgecolor": theme.ink,
            "linestyle": (0, (2, 1.5)),
        }
        ax.scatter(open_["lived"], open_["place"], clip_on=False, zorder=4, linewidth=1.0, **ring)
        border = ax.axhline(float(open_["place"].iloc[0]) - 0.5, color=theme.faint, linewidth=0.8)
        border.set_clip_on(False)
    _scale(ax, theme, rows, scale, key)


def _draw_dots(rows: pd.DataFrame, scale: tuple[float, float], key: str, ax: Axes, theme: Theme) -> None:
    import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

    _frame(ax, theme, rows, _room(scale))
    there = rows.assign(place=range(len(rows))).dropna(subset=["value"]).astype({"place": float})
    colours = {BEST: theme.best, MIDDLE: theme.middle, WORST: theme.worst}
    for group, colour in colours.items():
        mine = there[there["group"].eq(group)]
        if mine.empty:
            continue
        fill = colour if group == BEST else theme.ground
        sns.scatterplot(
            mine, x="value", y="place", marker=_MARKER[group], s=42, ax=ax, legend=False
        ).collections[-1].set(facecolor=fill, edgecolor=colour, linewidth=_PEN, clip_on=False, zorder=3)
    for value, place in zip(there["value"], there["place"], strict=True):
        _beside(ax, theme, (float(value), place), number(float(value)))
    borders = there.loc[there["group"].ne(there["group"].shift(fill_value="")), "place"].iloc[1:] - 0.5
    hairs = ax.hlines(borders, 0, 1, transform=ax.get_yaxis_transform(), color=theme.faint, linewidth=0.8)
    hairs.set_clip_on(False)
    _scale(ax, theme, rows, scale, key)


def _draw_bars(rows: pd.DataFrame, ax: Axes, theme: Theme) -> None:
    import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

    there = rows.assign(place=range(len(rows))).dropna(subset=["weeks"])
    longest = float(there["all"].max()) if len(there) else 1.0
    looks = {"ax": ax, "y": "place", "orient": "h", "errorbar": None, "native_scale": True, "width": 0.62}
    numbers = there.astype({"weeks": float, "all": float, "place": float})
    sns.barplot(numbers, x="all", fill=False, color=theme.more, linewidth=1.0, **looks)
    sns.barplot(numbers, x="weeks", color=theme.more, saturation=1, linewidth=0, **looks)
    _frame(ax, theme, rows, (0.0, max(longest, 1.0)))
    for row in numbers.to_dict("records"):
        left = "still not" if row["current"] else "ended first"
        after = amount(row["weeks"]) if row["weeks"] else "from the first day"
        says = after if row["dull"] else left
        _beside(ax, theme, (row["all"], row["place"]), says)


def _room(scale: tuple[float, float]) -> tuple[float, float]:
    """Return the ends of the axes: a mark at the end of the scale stands within them."""
    beyond = 0.04 * (scale[1] - scale[0])
    return scale[0] - beyond, scale[1] + beyond
