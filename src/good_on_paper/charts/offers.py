"""Offers side by side: a dot for what is known, a band for what is not, and no sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.paper_against_lived import another_day
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.charts.text import width as width_of
from good_on_paper.charts.text import wrap
from good_on_paper.language.counts import count, number

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH: Final = 8.6
_NAMES: Final = 2.5
_NAMES_PHONE: Final = 1.45
_SIZE, _SMALL, _LINE, _ROW = 10.0, 9.0, 0.18, 0.42
_HEAD: Final = 0.2
"""Room below the names of the offers."""
_TRACK: Final = 0.62
"""How much of a column the track takes; the rest is for its number."""
_BELOW: Final = 1.7
"""Inches of a column below which the number stands under its track."""
_BESIDE: Final = 2
"""How many lines have room beside a track."""
_KEY: Final = "A dot is a number I know. A band is where it could be. Further right: more of what I want."
CLOSE: Final = "too close to tell"
"""The sentence for a thing whose single answers may differ by the day alone: grey is not the only sign."""
_SAYS: Final = {"must": "need", "want": "want", "live": "can live with"}


def offers(frame: pd.DataFrame, *, title: str, names: Naming = "names", within: float | None = None) -> Chart:
    """Draw what is known of each offer, thing by thing. Private things are left out of the picture.

    Parameters
    ----------
    frame
        A row per offer and thing, as `good_on_paper.frames.offers.offers` gives it: ``offer``, ``thing``,
        ``label``, ``stands``, ``least``, ``most``, ``low``, ``high``, ``private``; if there is a column
        ``told``, its text is beside the mark in place of the number: an amount of money. If there is a column
        ``close``, the dots of a thing that is close are grey.
    title
        The finding.
    names
        "names", or "letters" for Job A, B, C.
    within
        By how much two single answers may differ by the day alone, for the small print.

    Returns
    -------
    Chart
        A row per thing and a track per offer, each on the scale of the thing.

    Examples
    --------
    >>> rows = {"offer": ["Mill", "Quay"], "low": [6.0, 3.0], "high": [6.0, 5.0]}
    >>> same = {"thing": "say", "label": "Say", "stands": "must", "least": 1, "most": 7, "private": False}
    >>> offers(pd.DataFrame(rows).assign(**same), title="Not decided yet").table.loc["Say"].tolist()
    ['6', '3 to 5']
    """
    shown = frame[~frame["private"]]
    order = list(dict.fromkeys(frame["offer"]))
    called = naming(pd.Index(order), names)
    near = "close" in shown and bool(shown["close"].any())
    grey = (another_day(within),) if near and within is not None else ()
    picture = _SideBySide(tuple(order), called, tuple(shown.to_dict("records")))
    chart = Chart(
        name=f"Offers side by side{' without names' if names == 'letters' else ''}",
        title=title,
        alt=picture.alt(),
        table=picture.table,
        small_print=tuple(filter(None, (_KEY, *grey, counted_too(frame)))),
        body=picture.body(),
        width=_WIDTH,
        rated="What is known of each offer, from 1 to 7.",
    )
    tall = replace(picture, wide=PHONE)
    return replace(chart, narrow=lambda: replace(chart, body=tall.body(), width=PHONE))


def counted_too(frame: pd.DataFrame) -> str:
    """Write how many private things count and are on no paper; nothing if none is private."""
    private = frame.loc[frame["private"], "thing"].nunique()
    return f"{count(private, 'private thing')} counted too, and not shown." if private else ""


@dataclass(frozen=True)
class _SideBySide:
    order: tuple[str, ...]
    called: Mapping[Hashable, str]
    rows: tuple[dict[Any, Any], ...]
    wide: float = _WIDTH

    @property
    def tall(self) -> bool:
        """Whether the offers are below each thing, one per line, as a phone needs it."""
        return self.wide < _WIDTH

    def body(self) -> Body:
        return Body(self.draw, self.height, EDGE, EDGE, above=0.1, below=0.2)

    @cached_property
    def things(self) -> dict[str, dict[str, dict[Any, Any]]]:
        found: dict[str, dict[str, dict[Any, Any]]] = {}
        for row in self.rows:
            found.setdefault(row["thing"], {})[row["offer"]] = row
        return found

    @cached_property
    def heights(self) -> dict[str, tuple[list[str], float]]:
        made = {}
        for thing, cells in self.things.items():
            first = next(iter(cells.values()))
            if self.tall:
                lines = wrap(
                    first["label"], self.across - width_of(_says(cells), _SMALL) - 0.2, _SIZE, bold=True
                )
                made[thing] = lines, len(lines) * _LINE + 0.1 + _ROW * len(cells) + 0.05
                continue
            lines = wrap(first["label"], _NAMES - 0.45, _SIZE)
            made[thing] = lines, max(_ROW, (len(lines) + 1) * _LINE + 0.18)
        return made

    @cached_property
    def names(self) -> dict[str, list[str]]:
        room, size = (_NAMES_PHONE - 0.15, _SMALL) if self.tall else (self.column - 0.3, _SIZE)
        return {offer: wrap(self.called[offer], room, size, most=2, middle=True) for offer in self.order}

    @property
    def across(self) -> float:
        return self.wide - 2 * EDGE

    @property
    def column(self) -> float:
        if self.tall:
            return self.across - _NAMES_PHONE
        return (self.across - _NAMES) / len(self.order)

    @property
    def head(self) -> float:
        if self.tall:
            return 0.1
        return _HEAD + _LINE * max((len(lines) for lines in self.names.values()), default=1)

    @property
    def height(self) -> float:
        return self.head + sum(height for _, height in self.heights.values()) + 0.05

    @cached_property
    def table(self) -> pd.DataFrame:
        rows = [
            [_told(cells[offer]) for offer in self.order if offer in cells] for cells in self.things.values()
        ]
        labels = [next(iter(cells.values()))["label"] for cells in self.things.values()]
        index = pd.Index(labels, name="What", dtype="str")
        return pd.DataFrame(
            rows, index=index, columns=[self.called[offer] for offer in self.order], dtype="str"
        )

    def alt(self) -> str:
        told = (
            f"{label}: " + ", ".join(f"{offer} {cell}" for offer, cell in row.items())
            for label, row in self.table.iterrows()
        )
        return f"{'. '.join(told)}."

    def draw(self, ax: Axes, theme: Theme) -> None:
        width = self.across
        column = self.column
        ax.set(xlim=(0, width), ylim=(self.height, 0))
        ax.set_axis_off()
        for place, offer in enumerate(() if self.tall else self.order):
            left = _NAMES + place * column
            for line, text in enumerate(self.names[offer]):
                ax.text(left, 0.02 + line * _LINE, text, size=_SIZE, weight="bold", va="top", color=theme.ink)
        y = self.head
        for thing, (lines, height) in self.heights.items():
            ax.plot([0, width], [y - 0.06] * 2, color=theme.faint, lw=0.8)
            cells = self.things[thing]
            for line, text in enumerate(lines):
                ax.text(0, y + line * _LINE, text, size=_SIZE, weight="bold", va="top", color=theme.ink)
            says = _says(cells)
            if self.tall:
                ax.text(width, y, says, size=_SMALL, va="top", ha="right", color=theme.soft)
                self._offers(ax, theme, cells, y + len(lines) * _LINE + 0.1)
                y += height
                continue
            ax.text(0, y + len(lines) * _LINE, says, size=_SMALL, va="top", color=theme.soft)
            for place, offer in enumerate(self.order):
                if offer in cells:
                    self._cell(ax, theme, cells[offer], (_NAMES + place * column, y + 0.13), column)
            y += height

    def _offers(self, ax: Axes, theme: Theme, cells: Mapping[str, Mapping[Any, Any]], y: float) -> None:
        """Draw the offers one below the other, each with its name beside its track."""
        for offer in self.order:
            if offer not in cells:
                continue
            name = ax.text(0, y + 0.13, "\n".join(self.names[offer]), size=_SMALL, va="center")
            name.set(color=theme.ink, linespacing=1.1)
            self._cell(ax, theme, cells[offer], (_NAMES_PHONE, y + 0.13), self.column)
            y += _ROW

    @staticmethod
    def _cell(
        ax: Axes, theme: Theme, row: Mapping[Any, Any], place: tuple[float, float], column: float
    ) -> None:
        left, y = place
        least, most = float(row["least"]), float(row["most"])
        below = column < _BELOW
        track = column - 0.35 if below else column * _TRACK - 0.15
        steps = most - least

        def at(value: float) -> float:
            return left + 0.07 + track * (value - least) / steps

        ax.plot([at(least), at(most)], [y, y], color=theme.faint, lw=1.0, zorder=1)
        ends = [at(least + step) for step in range(int(steps) + 1)]
        ax.plot(ends, [y] * len(ends), "|", color=theme.middle, ms=4, mew=0.7, zorder=1)
        blank = pd.isna(row["low"])
        low, high = (least, most) if blank else (float(row["low"]), float(row["high"]))
        ink = theme.middle if row.get("close") else theme.ink
        if low == high:
            ax.plot([at(low)], [y], "o", color=ink, ms=7, zorder=3)
        else:
            box = FancyBboxPatch(
                (at(low), y - 0.045),
                at(high) - at(low),
                0.09,
                boxstyle="round,pad=0.02,rounding_size=0.06",
                facecolor=theme.less,
                edgecolor=theme.more,
                linestyle="--" if blank else "-",
                lw=1.1,
                zorder=2,
            )
            ax.add_patch(box)
        colour = theme.ink if low == high and not row.get("close") else theme.soft
        beside = at(most) + 0.14
        lines = wrap(_told(row), left + column - beside - 0.05, _SMALL)  # an amount of money is long
        if below or len(lines) > _BESIDE:
            ax.text(left + 0.07, y + 0.18, _told(row), size=_SMALL, va="center", color=colour)
        else:
            told = ax.text(beside, y, "\n".join(lines), size=_SMALL, va="center", color=colour)
            told.set_linespacing(1.1)


def _says(cells: Mapping[str, Mapping[Any, Any]]) -> str:
    """Return how a thing counts, and whether its offers are too close to tell."""
    first = next(iter(cells.values()))
    return _SAYS[first["stands"]] + (f"; {CLOSE}" if first.get("close") else "")


def _told(row: Mapping[Any, Any]) -> str:
    if row.get("told"):
        return str(row["told"])
    if pd.isna(row["low"]):
        return "not known"
    low, high = (number(round(float(row[end]), 1)) for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"
