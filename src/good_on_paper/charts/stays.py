"""In which range of the crossover each recipe stays one of the simplest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import number, uncapital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH, _LEFT, _RIGHT = 8.6, 4.4, 0.5
_PITCH, _SIZE, _SMALL = 0.62, 9.5, 9.0
STAYS, GONE = "stays", "another is simpler"
LEGEND = "Filled circle: the combination is one of the simplest there. Ring: it is not."


Range = Mapping[float, bool]
"""Each crossover, and whether the recipe stays there."""


def stays(ranges: Mapping[tuple[str, str], Range], here: float, *, small: Sequence[str] = ()) -> Chart:
    """Draw, in a row per recipe, at which crossovers it is one of the simplest.

    Parameters
    ----------
    ranges
        The ending and the recipe in words, to where the recipe stays.
    here
        The crossover looked at, at which the recipes were found.
    small
        Lines below the picture; the number of shuffles comes first.

    Returns
    -------
    Chart
        A row per recipe, over the crossovers that were tried.

    Examples
    --------
    >>> stays({("Went well", "a say in it"): {3.5: True, 4.5: False}}, 3.5).table.iloc[0].tolist()
    ['stays', 'another is simpler']
    """
    picture = _Stays({(plain(end), plain(term)): found for (end, term), found in ranges.items()}, here)
    told = [
        f"{end}: {', '.join(number(at) for at, there in found.items() if there) or 'nowhere'}"
        for (end, _), found in picture.ranges.items()
    ]
    chart = Chart(
        name="Where combinations stay",
        title=picture.finding(),
        alt=f"Combinations by crossover, at {number(here)}. It stays at: {'; '.join(told)}.",
        table=picture.table(),
        small_print=(*small, f"{LEGEND} The dashed line: {number(here)}, chosen above."),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


@dataclass(frozen=True)
class _Stays:
    ranges: Mapping[tuple[str, str], Range]
    here: float
    wide: float = _WIDTH

    @property
    def above(self) -> bool:
        """Whether a combination is above its track, and not beside it."""
        return self.wide < _WIDTH

    @property
    def pitch(self) -> float:
        """Height of a row in inches."""
        return 1.0 if self.above else _PITCH

    def finding(self) -> str:
        told = [(end, f"{sum(found.values())} of {len(found)}") for (end, _), found in self.ranges.items()]
        (first, many), *others = told
        rest = "".join(f"; {uncapital(end)}, at {at}" for end, at in others)
        return f"{first} keeps its combination at {many} cuts{rest}."

    def body(self) -> Body:
        return Body(
            self.draw,
            self.pitch * len(self.ranges),
            _RIGHT if self.above else _LEFT,
            _RIGHT,
            above=0.1,
            below=0.5,
        )

    def draw(self, ax: Axes, theme: Theme) -> None:
        cuts = self._cuts
        apart = min((b - a for a, b in pairwise(cuts)), default=1.0)
        ax.set_xlim(cuts[0] - apart / 2, cuts[-1] + apart / 2)
        ax.set_ylim(len(self.ranges) - 0.5, -0.5)
        ax.set_axis_off()
        ax.plot(
            [self.here, self.here],
            [-0.5, len(self.ranges) - 0.5],
            color=theme.ink,
            linewidth=1.2,
            linestyle=(0, (4, 3)),
            zorder=1,
        )
        for y, ((end, term), found) in enumerate(self.ranges.items()):
            self._name(ax, y, f"{end}: {term}")
            for a, b in pairwise(cuts):
                if found[a] and found[b]:
                    ax.plot([a, b], [y, y], color=theme.more, linewidth=5, solid_capstyle="round", zorder=2)
            for there, fill in ((True, theme.more), (False, theme.ground)):
                places = [at for at in cuts if found[at] == there]
                ax.plot(
                    places,
                    [y] * len(places),
                    linestyle="none",
                    marker="o",
                    markersize=11,
                    markeredgewidth=2,
                    markeredgecolor=theme.more if there else theme.middle,
                    markerfacecolor=fill,
                    zorder=3,
                    clip_on=False,
                )
        foot = len(self.ranges) - 0.5 + 0.1 / self.pitch
        for at in cuts:
            told = ax.text(at, foot, number(at), size=_SMALL, ha="center", va="top", label="tick")
            told.set(
                color=theme.ink if at == self.here else theme.soft,
                weight="bold" if at == self.here else "normal",
            )
        middle = (cuts[0] + cuts[-1]) / 2
        ax.text(
            middle,
            foot + 0.22 / self.pitch,
            "counts as much from",
            size=_SMALL,
            color=theme.soft,
            ha="center",
            va="top",
        )

    def _name(self, ax: Axes, y: float, name: str) -> None:
        room = self.wide - 2 * EDGE if self.above else _LEFT - 0.5
        text = "\n".join(wrap(name, room, _SIZE, most=3))
        across = ax.get_yaxis_transform()
        if self.above:
            start = (EDGE - _RIGHT) / (self.wide - 2 * _RIGHT)
            ax.text(start, y - 0.14 / self.pitch, text, size=_SIZE, va="bottom", transform=across)
        else:
            ax.text(-0.04, y, text, size=_SIZE, ha="right", va="center", transform=across)

    def table(self) -> pd.DataFrame:
        columns = {
            f"From {number(at)}": [STAYS if found[at] else GONE for found in self.ranges.values()]
            for at in self._cuts
        }
        return pd.DataFrame(
            columns,
            pd.Index([f"{end}: {term}" for end, term in self.ranges], name="Combination"),
            dtype="str",
        )

    @property
    def _cuts(self) -> list[float]:
        return sorted(next(iter(self.ranges.values())))
