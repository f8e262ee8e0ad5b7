"""Bands behind the years: what happened outside the jobs, each with its name above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self

from good_on_paper.charts.text import plain, shorten, width

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme

_SIZE: Final = 8.5
_LANE: Final = 0.2  # inches
_GAP: Final = 0.12
_LEAST: Final = 0.06  # inches that a band of a day is wide
_YEAR: Final = 365.2425


@dataclass(frozen=True)
class Band:
    """What happened, and from when until when, in years."""

    shown: str
    start: float
    end: float

    @property
    def span(self) -> str:
        """Its years in words."""
        first, last = int(self.start), int(self.end)
        return str(first) if first == last else f"{first} to {last}"


def years(day: pd.Timestamp) -> float:
    """Return a day as years with a fraction."""
    return day.year + (day.day_of_year - 1) / _YEAR


def bands_of(events: pd.DataFrame | None, names: Naming = "names") -> tuple[Band, ...]:
    """Return the events that have a date, in time; without names they are numbered."""
    if events is None:
        return ()
    rows: list[dict[Any, Any]] = events.dropna(subset=["start", "end"]).to_dict("records")
    titles = dict(zip(events["unit"], events.index, strict=True))
    dated = sorted((years(row["start"]), max(years(row["end"]), years(row["start"])), row) for row in rows)
    return tuple(
        Band(plain(titles[row["unit"]]) if names == "names" else f"Event {place}", start, end)
        for place, (start, end, row) in enumerate(dated, 1)
    )


@dataclass(frozen=True)
class EventBands:
    """The bands of a chart of years that is so many inches wide.

    Attributes
    ----------
    bands : tuple of Band
        In time.
    first, last : float
        The years at both edges.
    inches : float
        Between them.
    """

    bands: tuple[Band, ...]
    first: float
    last: float
    inches: float

    @classmethod
    def within(cls, bands: tuple[Band, ...], first: float, last: float, inches: float) -> Self:
        """Keep those that fall into the years of the chart."""
        there = tuple(band for band in bands if band.start < last and band.end >= first)
        return cls(there, first, last, inches)

    @property
    def height(self) -> float:
        """Room for their names above the axes, in inches."""
        return _LANE * (max((lane for _, _, lane in self.placed), default=-1) + 1)

    @cached_property
    def placed(self) -> list[tuple[str, float, int]]:
        """The name of each, where it begins, and in which lane above the axes, so that none touch."""
        per = (self.last - self.first) / self.inches
        ends: list[float] = []
        placed = []
        for band in self.bands:
            name = shorten(band.shown, self.inches, _SIZE)
            long = width(name, _SIZE) * per
            at = min(max(band.start, self.first), self.last - long)
            lane = next((place for place, end in enumerate(ends) if end <= at), len(ends))
            ends[lane : lane + 1] = [at + long + _GAP * per]
            placed.append((name, at, lane))
        return placed

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw them behind what else stands on these axes."""
        inch = ax.get_window_extent().height / ax.figure.dpi
        least = _LEAST * (self.last - self.first) / self.inches
        for band, (name, at, lane) in zip(self.bands, self.placed, strict=True):
            start, end = max(band.start, self.first), min(max(band.end, band.start + least), self.last)
            ax.axvspan(start, end, color=theme.middle, alpha=0.16, linewidth=0, zorder=0.4)
            high = 1 + _LANE * (lane + 0.5) / inch
            line = ax.plot([start, start], [0, high], transform=ax.get_xaxis_transform(), lw=0.8, zorder=0.5)
            line[0].set(color=theme.middle, clip_on=False)
            said = ax.text(at, high, name, transform=ax.get_xaxis_transform(), size=_SIZE, va="center")
            said.set(color=theme.soft, bbox={"facecolor": theme.ground, "edgecolor": "none", "pad": 0.8})

    def alt(self) -> str:
        """Return them in words; nothing if there are none."""
        told = "; ".join(f"{band.shown} {band.span}" for band in self.bands)
        return f"Bands behind them: {told}." if told else ""
