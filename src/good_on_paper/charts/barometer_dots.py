"""The picture of the barometer: a dot per interview, and below them all together; for a page and a phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.barometer_words import fits, in_counts
from good_on_paper.charts.chart import Body
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_lists import NOTE, mark
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.charts.text import plain, shorten, width
from good_on_paper.frames.names import STAGES
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Barometer

MOST_ROWS: Final = 40
"""Of the interviews that count, we draw this many, the latest; the table has them all."""
_OVER: Final = {
    "counted": "",
    "asked": "not answered here yet",
    "behind": "waits for one before it",
    "not due": "not due yet",
    "earlier": "a later one there counts",
    "withdrew": "I withdrew",
}
_FOOT: Final = 1.25
_SIZE: Final = 9.5
_MOST_TOLD: Final = 12


@dataclass(frozen=True)
class DotPlaces:
    """Where things are, in inches from the left edge of the picture.

    Attributes
    ----------
    width, edge : float
        Of the sheet, and of its margin.
    day, name, track, end, said : float
        Where the day, the name and the result begin, and both ends of the track.
    row, head : float
        Height of a row, and of the headings.
    above : float
        How far above its track a name stands: 0 beside it.
    """

    width: float
    edge: float
    day: float
    name: float
    track: float
    end: float
    said: float
    row: float
    head: float
    above: float = 0.0

    @property
    def room(self) -> float:
        """The width of the picture."""
        return self.width - 2 * self.edge

    def at(self, chance: float) -> float:
        """Return the place of a chance from 0 to 100."""
        return self.track + (self.end - self.track) * float(chance) / 100


PAGE: Final = DotPlaces(8.9, EDGE, 0.0, 0.85, 3.45, 5.9, 6.1, 0.265, 0.34)
TALL: Final = DotPlaces(PHONE, 0.12, 0.0, 0.0, 0.95, 3.3, 0.0, 0.54, 0.62, above=0.22)


@dataclass(frozen=True)
class BarometerDots:
    """Each interview with its number and its result; all that count together, on the same scale.

    Attributes
    ----------
    told : pandas.DataFrame
        As for `good_on_paper.charts.barometer`.
    result : good_on_paper.patterns.Barometer
        What they read.
    shown : list of str
        The name of each interview.
    places : DotPlaces
        Where things stand.
    """

    told: pd.DataFrame
    result: Barometer
    shown: list[str]
    places: DotPlaces

    @cached_property
    def rows(self) -> list[dict[Any, Any]]:
        """The interviews, in the order in which they fall due."""
        return self.told.to_dict("records")

    @cached_property
    def counted(self) -> list[int]:
        """The rows of those that count and are drawn."""
        return [at for at, row in enumerate(self.rows) if row["stands"] == "counted"][-MOST_ROWS:]

    @cached_property
    def others(self) -> list[int]:
        """The rows of the others that are drawn."""
        return [at for at, row in enumerate(self.rows) if row["stands"] != "counted"][-MOST_ROWS:]

    def left_out(self) -> str:
        """Write how many are only in the table."""
        more = self.result.counted - len(self.counted)
        return (
            f"Drawn are the latest {len(self.counted)}; the table has the {more} before them." if more else ""
        )

    @property
    def height(self) -> float:
        """In inches."""
        rows = len(self.counted) + len(self.others)
        apart = 0.2 * bool(self.counted and self.others)
        foot = _FOOT + bool(self.places.above) * 0.35 if self.counted else 0.45
        return self.places.head + rows * self.places.row + apart + foot

    def body(self) -> Body:
        """Return what is drawn."""
        return Body(self.draw, self.height, self.places.edge, self.places.edge, above=0.15, below=0.15)

    def draw(self, ax: Axes, theme: Theme) -> None:
        """Draw it."""
        places = self.places
        ax.set(xlim=(0, places.room), ylim=(self.height, 0))
        ax.set_axis_off()
        heads = {places.track: "the chance you gave it, 0 to 100"}
        if not places.above:
            heads |= {
                places.day: "day",
                places.name: "interview",
                places.said: "their answer, by the day you set",
            }
        for x, text in heads.items():
            ax.text(x, 0.08, text, size=NOTE, va="center", color=theme.soft)
        y = places.head
        for row in self.counted:
            self._row(ax, theme, row, y)
            y += places.row
        if self.counted and self.others:
            ax.plot([0, places.room], [y - 0.03 - places.above] * 2, color=theme.faint, lw=0.8)
            y += 0.2
        for row in self.others:
            self._row(ax, theme, row, y, soft=True)
            y += places.row
        if self.counted:
            ax.plot([0, places.room], [y - 0.02 - places.above] * 2, color=theme.soft, lw=0.9)
            self._together(ax, theme, y + 0.5)
        else:
            self._scale(ax, theme, y + 0.02 - places.above)

    def _row(self, ax: Axes, theme: Theme, row: int, y: float, *, soft: bool = False) -> None:
        told, places = self.rows[row], self.places
        ink, up = theme.soft if soft else theme.ink, y - places.above
        middle: dict[str, Any] = {"va": "center_baseline", "size": _SIZE}
        ax.text(places.day, y, self._day(told["day"]), size=NOTE, va="center_baseline", color=theme.soft)
        strong, rest = came(told)
        wide = width(strong, _SIZE, bold=True) + width(rest, _SIZE)
        said = places.room - wide if places.above else places.said
        self._name(ax, theme, row, up, room=(said if places.above else places.track) - places.name - 0.15)
        ax.plot([places.track, places.end], [y, y], color=theme.faint, lw=0.8, zorder=0)
        x = places.at(told["chance"])
        mark(ax, theme, _mark_of(told), x, y)
        ax.text(x + 0.11, y, f"{told['chance']}", color=ink, **middle)
        ax.text(said, up, strong, weight="bold", color=ink, **middle)
        ax.text(said + width(strong, _SIZE, bold=True), up, rest, color=theme.soft, **middle)

    def _name(self, ax: Axes, theme: Theme, row: int, y: float, room: float) -> None:
        told = self.rows[row]
        soft = told["stands"] != "counted"
        stage = STAGES.get(told["stage"], "") if isinstance(told["stage"], str) else ""
        stage_room = width(stage, NOTE) + 0.1 if stage else 0
        name = plain(self.shown[row])
        if self.places.above and width(name, _SIZE) + stage_room > room:
            stage, stage_room = "", 0
        name = shorten(name, room - stage_room, _SIZE, middle=True)
        ink = theme.soft if soft else theme.ink
        ax.text(self.places.name, y, name, size=_SIZE, va="center_baseline", color=ink)
        at = self.places.name + width(name, _SIZE) + 0.1
        ax.text(at, y, stage, size=NOTE, va="center_baseline", color=theme.soft)

    def _day(self, day: dt.datetime) -> str:
        return f"{day.day} {day:%b}{f' {day:%y}' if self._many_years else ''}"

    @cached_property
    def _many_years(self) -> bool:
        return len({row["day"].year for row in self.rows}) > 1

    def _together(self, ax: Axes, theme: Theme, y: float) -> None:
        result, places = self.result, self.places
        words = f"All {result.counted} together" if result.counted > 1 else "The one so far"
        up = y - 0.46 if places.above else y - 0.07
        y += 0.2 * bool(places.above)
        ax.text(places.day, up, words, size=10.0, weight="bold", va="center", color=theme.ink)
        if not places.above:
            ax.text(places.day, y + 0.12, "on the same scale", size=NOTE, va="center", color=theme.soft)
        ax.plot([places.track, places.end], [y, y], color=theme.faint, lw=0.8, zorder=0)
        if self.fits:
            low, high = self.fits
            ax.plot([places.at(low), places.at(high)], [y, y], color=theme.more, alpha=0.25, lw=7)
            ax.lines[-1].set_solid_capstyle("butt")
            words = f"what came fits an average from {round(low)} to {round(high)}"
            half = width(words, NOTE) / 2
            at = (places.at(low) + places.at(high)) / 2
            at = min(max(at, places.track + half - 0.3), places.end - half + 0.3)
            ax.text(at, y + 0.2, words, size=NOTE, ha="center", va="center", color=theme.soft)
        share, said = places.at(result.base_rate), places.at(result.said)
        ax.plot([share, share], [y - 0.11, y + 0.11], color=theme.more, lw=2.2)
        ax.plot([said], [y], "D", color=theme.ink, markersize=6)
        of = f"{result.yes} of {result.counted} said yes: {round(result.base_rate)}"
        mine = f"you said {round(result.said)}{' on average' * (result.counted > 1)}"
        left = share <= said
        self._label(ax, share, y - 0.24, of, theme.more, left=left)
        # on a phone there is no room for both in one line
        self._label(ax, said, y - (0.4 if places.above else 0.24), mine, theme.ink, left=not left)
        self._scale(ax, theme, y + 0.38)

    def _label(self, ax: Axes, x: float, y: float, text: str, colour: str, *, left: bool) -> None:
        """Write beside a mark, on one side of it, and within the picture."""
        wide = width(text, NOTE, bold=True)
        start = x - 0.07 - wide if left else x + 0.07
        start = min(max(start, 0), self.places.room - wide)
        ax.text(start, y, text, size=NOTE, va="center", weight="bold", color=colour)

    def _scale(self, ax: Axes, theme: Theme, y: float) -> None:
        for chance in (0, 25, 50, 75, 100):
            x = self.places.at(chance)
            ax.plot([x, x], [y - 0.02, y + 0.03], color=theme.soft, lw=0.8, clip_on=False)
            ax.text(x, y + 0.12, str(chance), size=NOTE, ha="center", va="center", color=theme.soft)
        for chance, word in ((0, "surely no"), (100, "surely yes")):
            label = ax.text(self.places.at(chance), y + 0.29, word, size=NOTE, ha="center", va="center")
            label.set(style="italic", color=theme.soft)

    @property
    def fits(self) -> tuple[float, float] | None:
        """The averages between which a true one would fit what came."""
        return fits(self.result)

    def alt(self) -> str:
        """Return the picture in words."""
        of = [
            f"{name}: {row['chance']}, {''.join(came(row))}"
            for name, row in zip(self.shown, self.rows, strict=True)
        ]
        some = "; ".join(of[-_MOST_TOLD:]) or "none yet"
        ends = (
            self.fits and f" What came fits an average from {round(self.fits[0])} to {round(self.fits[1])}."
        )
        dots = "A dot an interview, at the chance you gave it, filled for a yes."
        return f"{dots} {in_counts(self.result)}{ends or ''} The latest: {some}."


def came(row: dict[Any, Any]) -> tuple[str, str]:
    """Return what came of an interview by its due day; the word that counts comes first.

    Parameters
    ----------
    row
        A row of `good_on_paper.study.barometer.Reading.told`, as a dict.
    """

    def after(end: str) -> str:
        return f", after {count((row[end] - row['day']).days, 'day')}"

    if row["stands"] == "counted":
        if row["yes"]:
            return "yes", after("yes_on")
        late = f"; yes{after('yes_on')}" if row["late"] else ""
        if _no_in_time(row):
            return "", f"no{after('no_on')}{late}"
        return "", f"no answer{late}"
    if row["stands"] == "not due" and row["outcome"] in ("yes", "no"):
        return "", f"{row['outcome']}; counts from {row['due'].day} {row['due']:%b}"
    return "", _OVER[row["stands"]]


def _no_in_time(row: dict[Any, Any]) -> bool:
    return bool(pd.notna(row["no_on"]) and row["no_on"] <= row["due"])


def _mark_of(row: dict[Any, Any]) -> str:
    """Return which mark an interview has: by what it counted as, dashed while it does not count yet."""
    if row["stands"] == "withdrew":
        return "withdrew"
    if row["stands"] != "counted":
        return "open"
    if row["yes"]:
        return "yes"
    return "no" if _no_in_time(row) else "no_answer"
