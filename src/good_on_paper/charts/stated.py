"""What I say counts against what came with it: two orders of the same criteria, joined by lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import count, number, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Stated

SAID: Final = "What I say counts"
CAME: Final = "What came with how it went"
RATED: Final = "Left: my points. Right: how closely each followed how my jobs went, the closest on top."
FIGURES: Final = "Kendall’s tau-b with the outcome; in brackets the range when each job in turn is left out."
NO_CLAIM: Final = "Neither is right or wrong, and with so few jobs a single one can change this."
_TWO = 2
_WIDE, _PHONE = 8.6, 4.1
_NAME, _SMALL = 10.0, 9.0


def stated(result: Stated, labels: Mapping[str, str]) -> Chart:
    """Draw the order of the points given to criteria beside how closely each follows the outcome.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.stated` gave.
    labels
        Criterion to its words.

    Returns
    -------
    Chart
        Two lists of the same criteria, joined by lines; its table has a row per criterion.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"overall": [7, 5, 3, 1], "pay": [1, 4, 2, 3], "use": [7, 6, 3, 2]}, list("ABCD"))
    >>> stated(patterns.stated(jobs, {"pay": 5, "use": 2}), {"pay": "Pay", "use": "Being of use"}).title
    'What I say counts and what came with how my jobs went differ most on “Pay”.'
    """
    frame = result.frame
    called = {str(key): plain(labels.get(str(key), key)) for key in frame["criterion"]}
    lived = frame.dropna(subset="lived_rank").sort_values(["lived_rank", "weight_rank"], kind="stable")
    right = [str(key) for key in lived["criterion"]]
    rows = frame.to_dict("records")
    table = pd.DataFrame(
        {
            "Points I gave": [number(row["weight"]) for row in rows],
            "How closely it follows how it went": [_range(row) for row in rows],
        },
        pd.Index([called[row["criterion"]] for row in rows], name="Criterion"),
        dtype="str",
    )
    points = {str(row["criterion"]): float(row["weight"]) for row in rows}
    picture = _Ladder(called, points, tuple(right), result.furthest)
    jobs = int(frame["n"].max()) if len(frame) else 0
    chart = Chart(
        name="What counts and what came with it",
        title="What I say counts and what came with how my jobs went agree."
        if not result.furthest
        else f"What I say counts and what came with how my jobs went differ most on "
        f"{quoted(called[result.furthest])}.",
        alt=f"{SAID}, most points first: {'; '.join(called.values())}. {CAME}, the closest first: "
        f"{'; '.join(called[key] for key in right)}.",
        table=table,
        small_print=(NO_CLAIM, f"My own ratings of {count(jobs, 'job')}."),
        body=picture.body(),
        width=_WIDE,
        figures=(FIGURES,),
        rated=RATED,
    )
    tall = replace(picture, wide=_PHONE)
    return replace(chart, narrow=partial(replace, chart, body=tall.body(), width=_PHONE))


def _range(row: Mapping[Any, Any]) -> str:
    if pd.isna(row["tau"]):
        return "we cannot tell"
    return f"{row['tau']:.2f} ({row['tau_low']:.2f} to {row['tau_high']:.2f})"


@dataclass(frozen=True)
class _Ladder(Across):
    """The two lists and the lines between, in inches from the top left between the margins."""

    called: Mapping[str, str]
    points: Mapping[str, float]
    right: tuple[str, ...]
    furthest: str
    wide: float = _WIDE

    def body(self) -> Body:
        return Body(self.draw, self.height, self.edge, self.edge, above=0.2, below=0.1)

    @cached_property
    def room(self) -> float:
        """Width of each list."""
        return self.across * 0.4

    @cached_property
    def heads(self) -> tuple[list[str], list[str]]:
        """The headings of the two lists."""
        return wrap(SAID, self.room, _SMALL, bold=True), wrap(CAME, self.room, _SMALL, bold=True)

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return 0.18 * max(map(len, self.heads)) + 0.08

    @property
    def pitch(self) -> float:
        """Room of a row: of two lines, or of more where a name needs them."""
        return (0.46 if self.narrow else 0.38) + 0.17 * (self.most - _TWO)

    @cached_property
    def most(self) -> int:
        """Lines that a name has at most: none is cut."""
        names = [f"{name} ({number(self.points[key])})" for key, name in self.called.items()]
        return max([_TWO, *(len(wrap(name, self.room, _NAME, bold=True)) for name in names)])

    @property
    def height(self) -> float:
        return self.top + self.pitch * max(len(self.called), 1)

    def _y(self, place: int) -> float:
        return self.top + self.pitch * (place + 0.5)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        for x, lines, side in ((0.0, self.heads[0], "left"), (self.across, self.heads[1], "right")):
            words = "\n".join(lines)
            head = ax.text(x, 0, words, size=_SMALL, weight="bold", color=theme.soft, ha=side, va="top")
            head.set(multialignment=side, linespacing=1.2)
        begins, ends = self.room + 0.08, self.across - self.room - 0.08
        for place, key in enumerate(self.called):
            strong = key == self.furthest
            said = f"{self.called[key]} ({number(self.points[key])})"
            self._word(ax, theme, said, (0, self._y(place)), "left", strong=strong)
            if key not in self.right:
                continue
            to = self.right.index(key)
            self._word(ax, theme, self.called[key], (self.across, self._y(to)), "right", strong=strong)
            colour, thick = (theme.ink, 2.0) if strong else (theme.middle, 1.1)
            across, up = [begins, ends], [self._y(place), self._y(to)]
            ax.plot(across, up, "o-", color=colour, lw=thick, markersize=4.5, clip_on=False)

    def _word(
        self, ax: Axes, theme: Theme, text: str, place: tuple[float, float], side: str, *, strong: bool
    ) -> None:
        lines = "\n".join(wrap(text, self.room, _NAME, bold=strong))
        weight = "bold" if strong else "normal"
        told = ax.text(*place, lines, size=_NAME, color=theme.ink, ha=side, va="center", weight=weight)
        told.set(multialignment=side, linespacing=1.15)
