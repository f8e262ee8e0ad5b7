"""Every number from the day beside what came, as dots; below them all together, on the same scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.barometer_words import ABOUT, called_since, in_a_sentence, in_counts, would_fit
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_lists import NOTE, interview_names, mark
from good_on_paper.charts.text import plain, shorten, width
from good_on_paper.frames.names import STAGES
from good_on_paper.patterns import TOO_FEW_YET

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Barometer

MOST_ROWS: Final = 40
"""Of those that count, the latest so many are drawn; the table has them all."""
_MEANS: Final = (
    "Yes means the next round or an offer, by the day you set beforehand. No answer by then counts as not "
    "yes; a later yes is shown, with its day."
)
_OVER: Final = {
    "counted": "",
    "asked": "not answered here yet",
    "behind": "waits for one before it",
    "not due": "not due yet",
    "earlier": "a later one there counts",
    "withdrew": "I withdrew",
}
_WIDTH: Final = 8.9
_DAY, _NAME, _TRACK, _END, _SAID = 0.0, 0.85, 3.3, 6.35, 6.6
_ROW, _HEAD, _FOOT = 0.265, 0.34, 1.25
_SIZE: Final = 9.5


def barometer(told: pd.DataFrame, result: Barometer, *, names: Naming = "names") -> Chart:
    """Draw each number beside what came, and all that count together.

    Parameters
    ----------
    told
        A row per interview with a number, as `good_on_paper.study.barometer.Reading` has.
    result
        What they read.
    names
        "names", or "letters": one letter for all interviews at one place.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.study.barometer import reading
    >>> found = reading(gop.sample())
    >>> barometer(found.told, found.result).title
    'No sign yet that your numbers are off. They could still be 51 points too high, or 11 too low.'
    """
    shown = interview_names(told, names)
    picture = _Dots(told, result, shown)
    return Chart(
        name=f"Your barometer{' without names' if names == 'letters' else ''}",
        title=in_a_sentence(result),
        alt=picture.alt(),
        table=_table(told, shown),
        small_print=tuple(
            part
            for part in (
                " ".join(part for part in (in_counts(result), would_fit(result)) if part),
                picture.left_out(),
                _MEANS,
                called_since(result) + ABOUT,
                "Few interviews, no claim." if result.word == TOO_FEW_YET else "",
            )
            if part
        ),
        body=picture.body(),
        width=_WIDTH,
    )


@dataclass(frozen=True)
class _Dots:
    told: pd.DataFrame
    result: Barometer
    shown: list[str]

    @cached_property
    def counted(self) -> list[int]:
        """The rows of those that count and are drawn."""
        return [at for at, row in enumerate(self.rows) if row["stands"] == "counted"][-MOST_ROWS:]

    @cached_property
    def others(self) -> list[int]:
        return [at for at, row in enumerate(self.rows) if row["stands"] != "counted"][-MOST_ROWS:]

    @cached_property
    def rows(self) -> list[dict[Any, Any]]:
        return self.told.to_dict("records")

    @cached_property
    def many_years(self) -> bool:
        return len({row["day"].year for row in self.rows}) > 1

    def left_out(self) -> str:
        more = self.result.counted - len(self.counted)
        return (
            f"Drawn are the latest {len(self.counted)}; the table has the {more} before them." if more else ""
        )

    @property
    def height(self) -> float:
        rows = len(self.counted) + len(self.others)
        apart = 0.2 * bool(self.counted and self.others)
        return _HEAD + rows * _ROW + apart + (_FOOT if self.counted else 0.45)

    def body(self) -> Body:
        return Body(self.draw, self.height, EDGE, EDGE, above=0.15, below=0.15)

    def draw(self, ax: Axes, theme: Theme) -> None:
        end = _WIDTH - 2 * EDGE
        ax.set(xlim=(0, end), ylim=(self.height, 0))
        ax.set_axis_off()
        heads = {_DAY: "day", _NAME: "interview", _TRACK: "the chance you gave it, 0 to 100"}
        for x, text in (heads | {_SAID: "by its day they said"}).items():
            ax.text(x, 0.08, text, size=NOTE, va="center_baseline", color=theme.soft)
        y = _HEAD
        for row in self.counted:
            self._row(ax, theme, row, y)
            y += _ROW
        if self.counted and self.others:
            ax.plot([0, end], [y - 0.03] * 2, color=theme.faint, lw=0.8)
            y += 0.2
        for row in self.others:
            self._row(ax, theme, row, y, soft=True)
            y += _ROW
        if self.counted:
            ax.plot([0, end], [y - 0.02] * 2, color=theme.soft, lw=0.9)
            self._together(ax, theme, y + 0.5)
        else:
            _scale(ax, theme, y + 0.02)

    def _row(self, ax: Axes, theme: Theme, row: int, y: float, *, soft: bool = False) -> None:
        told = self.rows[row]
        ink = theme.soft if soft else theme.ink
        ax.text(_DAY, y, self._day(told["day"]), size=NOTE, va="center_baseline", color=theme.soft)
        stage = STAGES.get(told["stage"], "") if isinstance(told["stage"], str) else ""
        room = _TRACK - _NAME - 0.15 - (width(stage, NOTE) + 0.1 if stage else 0)
        name = shorten(plain(self.shown[row]), room, _SIZE, middle=True)
        ax.text(_NAME, y, name, size=_SIZE, va="center_baseline", color=ink)
        at = _NAME + width(name, _SIZE) + 0.1
        ax.text(at, y, stage, size=NOTE, va="center_baseline", color=theme.soft)
        ax.plot([_TRACK, _END], [y, y], color=theme.faint, lw=0.8, zorder=0)
        x = _place(told["chance"])
        mark(ax, theme, _mark_of(told), x, y)
        ax.text(x + 0.11, y, f"{told['chance']}", size=_SIZE, va="center_baseline", color=ink)
        strong, rest = _came(told)
        ax.text(_SAID, y, strong, size=_SIZE, weight="bold", va="center_baseline", color=ink)
        at = _SAID + (width(strong, _SIZE, bold=True) if strong else 0)
        ax.text(at, y, rest, size=_SIZE, va="center_baseline", color=theme.soft)

    def _day(self, day: dt.datetime) -> str:
        return f"{day.day} {day:%b}{f' {day:%y}' if self.many_years else ''}"

    def _together(self, ax: Axes, theme: Theme, y: float) -> None:
        result = self.result
        words = f"All {result.counted} together" if result.counted > 1 else "The one so far"
        ax.text(_DAY, y - 0.07, words, size=10.0, weight="bold", va="center", color=theme.ink)
        ax.text(_DAY, y + 0.12, "on the same scale", size=NOTE, va="center_baseline", color=theme.soft)
        ax.plot([_TRACK, _END], [y, y], color=theme.faint, lw=0.8, zorder=0)
        if self.fits:
            low, high = self.fits
            ax.plot([_place(low), _place(high)], [y, y], color=theme.more, alpha=0.25, lw=7)
            ax.lines[-1].set_solid_capstyle("butt")
            middle = (_place(low) + _place(high)) / 2
            fits = "an average anywhere here would fit"
            half = width(fits, NOTE) / 2
            at = min(max(middle, _TRACK + half - 0.3), _END - half + 0.3)
            ax.text(at, y + 0.2, fits, size=NOTE, ha="center", va="center_baseline", color=theme.soft)
        came, said = _place(result.base_rate), _place(result.said)
        ax.plot([came, came], [y - 0.11, y + 0.11], color=theme.more, lw=2.2)
        ax.plot([said], [y], "D", color=theme.ink, markersize=6)
        of = f"{result.yes} of {result.counted} said yes: {round(result.base_rate)}"
        mine = f"you said {round(result.said)}{' on average' * (result.counted > 1)}"
        left = came <= said
        for x, text, first, colour in ((came, of, left, theme.more), (said, mine, not left, theme.ink)):
            label = ax.text(x - 0.07 if first else x + 0.07, y - 0.24, text, size=NOTE, va="center")
            label.set(ha="right" if first else "left", weight="bold", color=colour)
        _scale(ax, theme, y + 0.38)

    @property
    def fits(self) -> tuple[float, float] | None:
        """Between which averages a true one would fit what came."""
        low, high = self.result.lean_low, self.result.lean_high
        if low is None or high is None:
            return None
        return max(0.0, self.result.said - high), min(100.0, self.result.said - low)

    def alt(self) -> str:
        of = [
            f"{name}: {row['chance']}, {''.join(_came(row))}"
            for name, row in zip(self.shown, self.rows, strict=True)
        ]
        some = "; ".join(of[-12:]) or "none yet"
        ends = self.fits and f" An average from {round(self.fits[0])} to {round(self.fits[1])} would fit."
        dots = "A dot an interview, at the chance you gave it, filled for a yes."
        return f"{dots} {in_counts(self.result)}{ends or ''} The latest: {some}."


def _place(chance: float) -> float:
    return _TRACK + (_END - _TRACK) * float(chance) / 100


def _scale(ax: Axes, theme: Theme, y: float) -> None:
    for chance in (0, 25, 50, 75, 100):
        x = _place(chance)
        ax.plot([x, x], [y - 0.02, y + 0.03], color=theme.soft, lw=0.8, clip_on=False)
        ax.text(x, y + 0.12, str(chance), size=NOTE, ha="center", va="center_baseline", color=theme.soft)
    for chance, word in ((0, "surely no"), (100, "surely yes")):
        label = ax.text(_place(chance), y + 0.29, word, size=NOTE, ha="center", va="center")
        label.set(style="italic", color=theme.soft)


def _mark_of(row: dict[Any, Any]) -> str:
    """Return which mark an interview has: by what it counted as, dashed while it does not count yet."""
    if row["stands"] == "withdrew":
        return "withdrew"
    if row["stands"] != "counted":
        return "open"
    if row["yes"]:
        return "yes"
    return "no" if pd.notna(row["no_on"]) and row["no_on"] <= row["due"] else "no_answer"


def _came(row: dict[Any, Any]) -> tuple[str, str]:
    """Return what came by its day, the word that counts first."""

    def after(end: str) -> str:
        return f", day {(row[end] - row['day']).days}"

    if row["stands"] == "counted":
        if row["yes"]:
            return "yes", after("yes_on")
        late = f"; yes{after('yes_on')}" if row["late"] else ""
        if pd.notna(row["no_on"]) and row["no_on"] <= row["due"]:
            return "", f"no{after('no_on')}{late}"
        return "", f"no answer{late}"
    if row["stands"] == "not due" and row["outcome"] in ("yes", "no"):
        end = "yes_on" if row["outcome"] == "yes" else "no_on"
        return "", f"{row['outcome']}{after(end)}; counts from {row['due'].day} {row['due']:%b}"
    return "", _OVER[row["stands"]]


def _table(told: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    rows = told.to_dict("records")
    return pd.DataFrame(
        {
            "Day": [f"{day.day} {day:%B %Y}" for day in told["day"]],
            "You said": [str(chance) for chance in told["chance"]],
            "Until": [f"{day.day} {day:%B %Y}" for day in told["due"]],
            "They said": ["".join(_came(row)) for row in rows],
        },
        index=pd.Index(shown, name="Interview"),
        dtype="str",
    )
