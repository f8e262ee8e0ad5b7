"""What recurs in the processes that went well and in those that did not: a dot per process, and counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.names import naming
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import count
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme

RATED: Final = "A dot is one application with all its rounds, in the order I sent them. Filled: it had this."
_WIDE, _NARROW = 8.6, 3.9
_ROW, _TALL, _HEAD, _TEXT, _SMALL = 0.34, 0.62, 0.45, 10.0, 9.0
_LABEL, _COUNT, _STEP = 2.9, 0.62, 0.19
_MOST: Final = 40
"""With more processes than this on a side, we show the counts alone."""
_DASH = "\N{EN DASH}"


def recurring(
    frame: pd.DataFrame,
    counted: pd.DataFrame,
    went: str,
    words: Mapping[str, str],
    *,
    ends: tuple[str, str],
    names: Naming = "names",
) -> Chart:
    """Draw each trait among what went well and what did not; no word of evidence hangs on it.

    Parameters
    ----------
    frame
        A row per process, in order; a column per trait, of true, false and NA.
    counted
        The counts, as `good_on_paper.patterns.recurring` gives them.
    went
        The column that says whether it went well; we do not draw a process with NA there.
    words
        The name of each trait.
    ends
        The names of the two sides.
    names
        "names", or "letters" for Job A, B, C, in the table.

    Returns
    -------
    Chart
        A row per trait, with a dot per process on either side.

    Examples
    --------
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"yes": [True, False], "call": [True, True]}, index=["Acme", "Beta"])
    >>> counted = patterns.recurring(jobs, "yes", ["call"])
    >>> recurring(jobs, counted, "yes", {"call": "A call"}, ends=("They said yes", "They did not")).title
    'They said yes: 1. They did not: 1.'
    """
    side = frame[went].astype("boolean")
    sides = tuple(frame[side.eq(end).fillna(value=False)] for end in (True, False))
    many = [len(one) for one in sides]
    shown = naming(frame.index, names)
    traits = counted.index.tolist()
    cells = {words[trait]: [_cell(value) for one in sides for value in one[trait]] for trait in traits}
    jobs = [shown[job] for one in sides for job in one.index]
    told = pd.DataFrame({"": [ends[0]] * many[0] + [ends[1]] * many[1], **cells}, dtype="str")

    def sheet(wide: float) -> Chart:
        picture = _Recurring(counted, (sides[0], sides[1]), words, ends, wide)
        return Chart(
            name=f"What recurred{' without names' * (names == 'letters')}",
            title=f"{ends[0]}: {many[0]}. {ends[1]}: {many[1]}.",
            alt=picture.alt(),
            table=told.set_axis(pd.Index(jobs, name="Job"), axis=0).rename(columns={"": "How it went"}),
            small_print=(
                f"{count(sum(many), 'application')}. {proves_nothing('applications')}",
                "Where one stopped says nothing about why.",
            ),
            body=picture.body(),
            width=wide,
            rated=RATED,
        )

    return replace(sheet(_WIDE), narrow=lambda: sheet(_NARROW))


def _cell(value: object) -> str:
    return _DASH if pd.isna(value) else "yes" if value else "no"  # type: ignore[call-overload]


@dataclass(frozen=True)
class _Recurring:
    counted: pd.DataFrame
    sides: tuple[pd.DataFrame, pd.DataFrame]
    words: Mapping[str, str]
    ends: tuple[str, str]
    wide: float

    @property
    def is_narrow(self) -> bool:
        return self.wide < _WIDE

    def alt(self) -> str:
        return "; ".join(
            f"{self.words[str(trait)]}: {well} of {n}, and {other} of {others}"
            for trait, well, n, other, others in self.counted.itertuples(name=None)
        )

    def body(self) -> Body:
        row = _TALL if self.is_narrow else _ROW
        return Body(self.draw, _HEAD + len(self.counted) * row, EDGE, EDGE, above=0.1, below=0.15)

    def draw(self, ax: Axes, theme: Theme) -> None:
        room, height = self.wide - 2 * EDGE, self.body().height
        left = 0.0 if self.is_narrow else _LABEL
        half = (room - left) / 2
        places = (left, left + half + 0.1)
        step = min(_STEP, (half - _COUNT - 0.1) / max(1, *map(len, self.sides)))
        ax.set(xlim=(0, room), ylim=(height, 0))
        ax.set_axis_off()
        for x, words, colour in zip(places, self.ends, (theme.best, theme.worst), strict=True):
            lines = "\n".join(wrap(plain(words), half - 0.1, _SMALL, bold=True, most=2))
            ax.text(x, _HEAD / 2, lines, size=_SMALL, weight="bold", color=colour, va="center")
        y = _HEAD
        for trait, *counts in self.counted.itertuples(name=None):
            row = _TALL if self.is_narrow else _ROW
            ax.plot([0, room], [y, y], color=theme.faint, lw=0.6)
            across = y + (row * 0.7 if self.is_narrow else row / 2)
            label = y + row * 0.27 if self.is_narrow else across
            ax.text(0, label, self.words[str(trait)], size=_TEXT, color=theme.ink, va="center")
            for place, side in enumerate(self.sides):
                told = f"{counts[2 * place]} of {counts[2 * place + 1]}"
                ax.text(places[place], across, told, size=_SMALL, color=theme.soft, va="center")
                if len(side) > _MOST:
                    continue
                colour, shape = (theme.worst, "s") if place else (theme.best, "o")
                start = places[place] + _COUNT + 0.08
                for at, value in enumerate(side[trait]):
                    self._dot(ax, theme, (start + at * step, across), value, (colour, shape))
            y += row

    def _dot(
        self, ax: Axes, theme: Theme, place: tuple[float, float], value: object, look: tuple[str, str]
    ) -> None:
        colour, shape = look
        if pd.isna(value):  # type: ignore[call-overload]
            ax.text(*place, _DASH, size=_SMALL, color=theme.soft, ha="center", va="center")
            return
        fill = colour if value else theme.ground
        ax.plot(*([at] for at in place), shape, markersize=6.5, markerfacecolor=fill, markeredgecolor=colour)
