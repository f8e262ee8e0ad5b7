"""Ways against circumstances: a square per thing done, filled where there was a lot of the circumstance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.charts.text import wrap
from good_on_paper.charts.ways_over_years import NO_CLAIM
from good_on_paper.language.counts import uncapital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns.why_table import WhyTable

_WIDTH: Final = 8.6
_SIZE: Final = 9.0
_MOST: Final = 8
_THEN, _USUALLY = "at the things I did", "on ordinary days there"


def why_table(result: WhyTable, ways: Mapping[str, str], lines: Mapping[str, str]) -> Chart:
    """Draw how often a circumstance was there when a way was used, beside how those jobs usually were.

    Parameters
    ----------
    result
        What `good_on_paper.patterns.why_table` gave, with at least one row.
    ways, lines
        The name of each way and of each circumstance.

    Examples
    --------
    >>> from good_on_paper.patterns.why_table import WhyTable
    >>> row = ["map", "freedom", 2, 3, 1, 2]
    >>> names = ["way", "line", "there", "of", "ordinary", "ordinary_of"]
    >>> result = WhyTable(pd.DataFrame([row], columns=names))
    >>> made = why_table(result, {"map": "I map it"}, {"freedom": "Say"})
    >>> made.table.iloc[0].tolist()
    ['2 of 3', '1 of 2']
    """
    picture = _Pairs(result.frame.head(_MOST), ways, lines)
    top = result.frame.iloc[0]
    then, usually = picture.counts("there", "of")[0], picture.counts("ordinary", "ordinary_of")[0]
    circumstance = uncapital(lines[top["line"]])
    chart = Chart(
        name="What was there when I did it",
        title=f"“{ways[top['way']]}”: a lot of {circumstance} in {then}, and usually in {usually}.",
        alt="How often there was a lot of a circumstance: " + "; ".join(picture.told()) + ".",
        table=pd.DataFrame(
            {
                "At the things I did": picture.counts("there", "of"),
                "Usually, in those jobs": picture.counts("ordinary", "ordinary_of"),
            },
            pd.Index(list(picture.labels.values()), name="Way, and circumstance"),
            dtype="str",
        ),
        small_print=(
            "A square is one thing I did; a filled one had a lot of it.",
            f"The rings: how my ratings say those jobs usually were. {NO_CLAIM}",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, replace(picture, wide=PHONE).body)


class _TwoLines(TallRows):
    """Rows for a phone whose names, a way and a circumstance, take two lines."""

    @property
    def pitch(self) -> float:
        return 0.84

    @property
    def top(self) -> float:
        return -0.5

    def label(self, ax: Axes, theme: Theme, inches: float) -> None:
        ax.set_ylim(len(self) - 0.5, self.top)
        ax.set_axis_off()
        across = ax.get_yaxis_transform()
        for place, row in enumerate(self.rows):
            lines = "\n".join(wrap(row.shown, inches, _SIZE, most=2, middle=True))
            name = ax.text(0, place - 0.15, lines, transform=across, label="name", size=_SIZE)
            name.set(va="bottom", color=theme.ink, linespacing=1.1)


@dataclass(frozen=True)
class _Pairs:
    frame: pd.DataFrame
    ways: Mapping[str, str]
    lines: Mapping[str, str]
    wide: float = _WIDTH

    @cached_property
    def labels(self) -> dict[str, str]:
        pairs = zip(self.frame["way"], self.frame["line"], strict=True)
        return {f"{way}:{line}": f"{self.ways[way]}: {uncapital(self.lines[line])}" for way, line in pairs}

    @cached_property
    def rows(self) -> Rows:
        return (_TwoLines if self.wide == PHONE else Rows).named(self.labels)

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, EDGE, above=0.4, below=0.2)

    def counts(self, part: str, of: str) -> list[str]:
        return [
            f"{one} of {all_of}" if all_of else "not rated"
            for one, all_of in zip(self.frame[part], self.frame[of], strict=True)
        ]

    def told(self) -> list[str]:
        then, usually = self.counts("there", "of"), self.counts("ordinary", "ordinary_of")
        return [
            f"{label}: {one} {_THEN}, {other} {_USUALLY}"
            for label, one, other in zip(self.labels.values(), then, usually, strict=True)
        ]

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.wide - self.rows.left - EDGE)
        ax.set_xlim(0, 20)
        marks = Marks()
        for x, words in ((0.2, _THEN), (10.2, _USUALLY)):
            ax.text(x, -0.7, words, size=_SIZE, color=theme.soft, style="italic", va="bottom")
        counted = self.frame[["there", "of", "ordinary", "ordinary_of"]].to_numpy(dtype=int).tolist()
        for y, (then, every, usual, rated) in enumerate(counted):
            parts = ((0.5, "s", then, every), (10.5, "o", usual, rated))
            for begins, mark, there, of in parts:
                step = min(0.7, 6.0 / max(of, 1))
                for place in range(of):
                    fill = theme.middle if place < there else theme.ground
                    marks.add(begins + place * step, y, mark, ms=6.5, mew=1.3, mec=theme.middle, mfc=fill)
                told = f"{there} of {of}" if of else "not rated"
                ax.text(begins + of * step + 0.2, y, told, size=_SIZE, color=theme.ink, va="center")
        marks.draw(ax)
