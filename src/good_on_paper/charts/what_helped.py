"""What made the minutes manageable: each means, each job it was tried in, by how dull it was there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.tall_rows import PHONE, TallRows
from good_on_paper.charts.text import plain
from good_on_paper.language.counts import capital, count, number, uncapital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_SIZE: Final = 9.0
_APART: Final = 0.2  # inches between marks
_DEEP: Final = 4  # above the middle of the scale
_APART_WITH: Final = 0.36  # with a figure beside them
_RIGHT: Final = 1.35  # inches, for the ways
_KEY: Final = (
    "Each mark is a job I tried it in: + it helped, x it did not. Very dull: above the middle at its worst."
)
_MUCH: Final = "Beside a mark: how much it helped, 1 a little, 7 a lot."
WAYS: Final = {
    "think-toward": "towards it, thinking",
    "do-toward": "towards it, doing",
    "think-away": "away from it, thinking",
    "do-away": "away from it, doing",
}
"""The four quadrants of what can be done, and their words."""
DEPTHS: Final = ("a little dull", "very dull", "how dull: no answer")


def what_helped(
    frame: pd.DataFrame, labels: Mapping[str, str], ways: Mapping[str, str] | None = None
) -> Chart:
    """Draw what was tried against boredom, and whether it helped, by how dull it was there.

    Parameters
    ----------
    frame
        A row for each means tried in a job, as `good_on_paper.frames.boredom.means` gives: ``means``,
        ``helped``, ``dull_worst``, and ``much``, how much it helped.
    labels
        The name of each means, in the order to show them.
    ways
        Which of `WAYS` each means belongs to; the chart then groups them.

    Returns
    -------
    Chart
        A row per means, with a mark per job it was tried in.

    Examples
    --------
    >>> tried = pd.DataFrame({"means": ["radio", "radio"], "helped": [True, False], "dull_worst": [6, 7]})
    >>> what_helped(tried, {"radio": "The radio"}).table.iloc[0].to_dict()
    {'Very dull': 'helped in 1 of 2 jobs'}
    """
    depth = [
        DEPTHS[2] if pd.isna(deep) else DEPTHS[int(float(deep) > _DEEP)] for deep in frame[keys.DULL_WORST]
    ]
    much = frame["much"] if "much" in frame else pd.Series(pd.NA, frame.index, dtype="Float64")
    tried = frame.assign(depth=depth, much=much)
    shown = {key: plain(label) for key, label in labels.items() if key in set(tried["means"])}
    here = {key: way for key, way in (ways or {}).items() if key in shown and way in WAYS}
    if here:
        order = [*WAYS, None]
        shown = {key: shown[key] for key in sorted(shown, key=lambda key: order.index(here.get(key)))}
    picture = _Tries(shown, tried, here, _WIDTH)
    jobs = tried["unit"].nunique() if "unit" in tried else len(tried)
    chart = Chart(
        name="What got me through the day",
        title=_finding(tried, shown),
        alt=picture.alt(),
        table=picture.table(),
        small_print=(
            f"{_KEY} {_MUCH}" if picture.amounts else _KEY,
            f"Tried {_times(len(tried))} in {count(jobs, 'job')}.",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    return replace(
        chart, narrow=lambda: replace(chart, body=replace(picture, wide=PHONE).body(), width=PHONE)
    )


@dataclass(frozen=True)
class _Tries:
    labels: Mapping[str, str]
    tried: pd.DataFrame
    ways: Mapping[str, str]
    wide: float

    @property
    def narrow(self) -> bool:
        return self.wide <= PHONE

    @cached_property
    def rows(self) -> Rows:
        return (TallRows if self.narrow else Rows).named(self.labels, self.ways)

    @property
    def right(self) -> float:
        return EDGE + (_RIGHT if self.ways and not self.narrow else 0.0)

    @property
    def inches(self) -> float:
        return self.wide - self.rows.left - self.right

    @property
    def amounts(self) -> bool:
        """Whether any answer says how much it helped."""
        return bool(self.tried["much"].notna().any())

    @cached_property
    def depths(self) -> list[str]:
        return [depth for depth in DEPTHS if (self.tried["depth"] == depth).any()]

    @cached_property
    def cells(self) -> dict[tuple[str, str], tuple[list[float | None], int]]:
        """Return, by means and depth, how much it helped in each job, and in how many it did not.

        The most first; None without an answer.
        """
        columns = (self.tried[name] for name in ("means", "depth", "helped", "much"))
        found: dict[tuple[str, str], tuple[list[float | None], int]] = {}
        for means, depth, helped, much in zip(*columns, strict=True):
            amounts, not_ = found.get((means, depth), ([], 0))
            given = [None if pd.isna(much) else float(much)] if helped else []
            found[means, depth] = ([*amounts, *given], not_ + (not helped))
        return {
            cell: (sorted(amounts, key=lambda much: -(much or 0.0)), not_)
            for cell, (amounts, not_) in found.items()
        }

    def cell(self, means: str, depth: str) -> tuple[int, int]:
        """Count in how many jobs it helped, and in how many it did not."""
        amounts, not_ = self.cells.get((means, depth), ([], 0))
        return len(amounts), not_

    def much(self, means: str, depth: str) -> list[float | None]:
        """Return how much it helped in each job where it did, most first; None without an answer."""
        return self.cells.get((means, depth), ([], 0))[0]

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=0.5, below=0.25)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        if not self.narrow:
            self._say_ways(ax, theme)
        ax.set_xlim(0, max(len(self.depths), 1))
        most = max((sum(self.cell(key, depth)) for key in self.labels for depth in self.depths), default=1)
        inch = max(len(self.depths), 1) / self.inches
        apart = min(0.9 / most, (_APART_WITH if self.amounts else _APART) * inch)
        marks = Marks()
        helped_, not_helped = ("P", theme.more, theme.more), ("x", theme.middle, theme.middle)
        for x, depth in enumerate(self.depths):
            ax.text(x, -0.75, depth, size=_SIZE, color=theme.soft, va="bottom")
            for y, key in enumerate(self.labels):
                helped, not_ = self.cell(key, depth)
                for place, value in enumerate(self.much(key, depth)):
                    if value is not None:
                        beside = x + 0.03 + place * apart + 0.09 * inch
                        ax.text(beside, y, number(value), size=_SIZE, color=theme.ink, va="center")
                for place in range(helped + not_):
                    mark, face, edge = helped_ if place < helped else not_helped
                    marks.add(x + 0.03 + place * apart, y, mark, ms=8, mew=1.6, mfc=face, mec=edge)
        marks.draw(ax)
        borders = [y + 0.5 for y in range(len(self.labels))]
        ax.hlines(borders, 0, len(self.depths), color=theme.faint, lw=0.8, zorder=0)

    def _say_ways(self, ax: Axes, theme: Theme) -> None:
        keys = list(self.labels)
        for way, words in WAYS.items():
            places = [keys.index(key) for key, of in self.ways.items() if of == way]
            if places:
                middle = sum(places) / len(places)
                said = ax.text(1.02, middle, words.replace(", ", ",\n"), transform=ax.get_yaxis_transform())
                said.set(size=_SIZE, color=theme.soft, va="center", linespacing=1.15)

    def table(self) -> pd.DataFrame:
        cells = {capital(depth): [self._text(key, depth) for key in self.labels] for depth in self.depths}
        if self.ways:
            cells["Which way"] = [WAYS.get(self.ways.get(key, ""), "") for key in self.labels]
        index = pd.Index(list(self.labels.values()), name="What I tried")
        return pd.DataFrame(cells, index, dtype="str")

    def alt(self) -> str:
        told = "; ".join(
            f"{label}: " + ", ".join(f"where {depth}, {self._text(key, depth)}" for depth in self.depths)
            for key, label in self.labels.items()
        )
        return f"What was tried, and whether it helped. {told}." if told else "Nothing tried yet."

    def _text(self, means: str, depth: str) -> str:
        helped, not_ = self.cell(means, depth)
        given = [number(value) for value in self.much(means, depth) if value is not None]
        much = f" (how much: {', '.join(given)} of 7)" if given else ""
        return f"helped in {helped} of {count(helped + not_, 'job')}{much}" if helped + not_ else "not tried"


def _finding(tried: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Write what helped most often: in very dull jobs if anything was tried there, else in all."""
    if tried.empty:
        return "I have not said yet what got me through the day."
    deep = tried[tried["depth"] == DEPTHS[1]]
    here, begun = (deep, "When it was very dull, ") if len(deep) else (tried, "")
    counts = here.groupby("means")["helped"].agg(["sum", "size"])
    counts = counts.loc[[key for key in labels if key in counts.index]]
    best = counts["sum"].max()
    if not best:
        begun = begun or "So far "
        return f"{begun}nothing helped, though I tried {_times(len(here))}."
    key = counts.index[counts["sum"].eq(best)][0]
    helped, size = (int(value) for value in counts.loc[key])
    told = f"in {helped} of the {size} jobs I tried it in"
    if helped == size:
        told = {1: "the one time I tried it", 2: "both times I tried it"}.get(
            size, f"all {size} times I tried it"
        )
    return capital(f"{begun}{uncapital(labels[key])} helped {told}.")


def _times(tries: int) -> str:
    return "once" if tries == 1 else f"{tries} times"
