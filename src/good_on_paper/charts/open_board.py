"""What is still open about a job: a row per thing, a column per day on which they learnt something."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.charts.chart import Chart
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.text import plain
from good_on_paper.charts.tracks import NARROW, SMALL, WIDE, Tracks
from good_on_paper.language.counts import capital, count, out_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.chart import Body
    from good_on_paper.charts.style import Theme

AT_FIRST: Final = "at first"
MOST_DAYS: Final = 6
"""How many columns have room; of more days we draw the first and the latest, and the table has all."""
_KEY: Final = "\N{WHITE CIRCLE} still open, \N{BLACK CIRCLE} known by then. A guess counts as still open."
_ON_A_PHONE: Final = 4


def open_board(board: pd.DataFrame, labels: Mapping[str, str], private: int = 0) -> Chart:
    """Draw what was still open about a job after each day on which somebody learnt something.

    Parameters
    ----------
    board
        A row per thing, as `good_on_paper.questions.still_open.board` gives: a column per day, True where it
        was known by then.
    labels
        Thing to its words.
    private
        How many private things are not in it.

    Returns
    -------
    Chart
        A row per thing and a column per day; its title counts what is open after the last.

    Examples
    --------
    >>> import datetime as dt
    >>> import pandas as pd
    >>> days = pd.DataFrame({dt.date(2026, 11, 21): [True, False]}, index=["pace", "hours"])
    >>> open_board(days, {"pace": "Enough time", "hours": "Short hours"}).title
    '1 of the 2 things that count to you is still open.'
    """
    known = board.astype(bool).set_axis([plain(labels.get(str(line), line)) for line in board.index])
    known.columns = pd.Index([_named(day) for day in board.columns], dtype="object")
    known.insert(0, AT_FIRST, value=False)
    left = int((~known.iloc[:, -1]).sum())
    things, is_ = count(len(known), "thing"), "is" if left <= 1 else "are"
    told = "; ".join(f"{day}, {int((~told).sum())} open" for day, told in known.items())
    draw = partial(_Board, known)
    chart = Chart(
        name="What is still open",
        title=f"{capital(out_of(left, len(known), f'the {things}'))} that count to you {is_} still open.",
        alt=f"A row per thing, a column per day. {told}.",
        table=known.replace({True: "known", False: "open"}).astype("str").rename_axis("What counts to you"),
        small_print=(_KEY, *((f"{count(private, 'private thing')} left out.",) if private else ())),
        body=draw(WIDE).body(),
        width=WIDE,
    )
    return replace(chart, narrow=lambda: replace(chart, body=draw(NARROW).body(), width=NARROW))


def _named(day: object) -> str:
    return f"{day.day} {day:%b}" if isinstance(day, dt.date) else str(day)


@dataclass(frozen=True)
class _Board:
    known: pd.DataFrame
    wide: float

    @property
    def tracks(self) -> Tracks:
        return Tracks(tuple(map(str, self.known.index)), self.wide, 0.1)

    def body(self) -> Body:
        return self.tracks.body(self.draw)

    @property
    def days(self) -> pd.DataFrame:
        """The columns that we draw: the first, and the latest."""
        most = _ON_A_PHONE if self.tracks.narrow else MOST_DAYS
        if self.known.shape[1] <= most:
            return self.known
        return self.known.iloc[:, [0, *range(self.known.shape[1] - most + 1, self.known.shape[1])]]

    def draw(self, ax: Axes, theme: Theme) -> None:
        tracks, marks = self.tracks, Marks()
        tracks.draw_names(ax, theme)
        apart = min(1.15, (tracks.inches - 0.5) / max(self.days.shape[1] - 1, 1))
        ends = tracks.start + 0.25, tracks.start + 0.25 + apart * (self.days.shape[1] - 1)
        for place in range(len(self.known)):
            ax.plot(ends, [tracks.y(place)] * 2, color=theme.faint, lw=0.8, zorder=0)
        for column, (day, told) in enumerate(self.days.items()):
            x, left = tracks.start + 0.25 + apart * column, int((~told).sum())
            ax.text(x, 0.02, str(day), size=SMALL, ha="center", va="center", color=theme.soft)
            open_ = ax.text(x, 0.2, f"{left} open", size=SMALL, ha="center", va="center", weight="bold")
            open_.set_color(theme.ink)
            for place, known in enumerate(told):
                face = theme.more if known else theme.ground
                marks.add(x, tracks.y(place), "o", ms=9, mew=1.5, mfc=face, mec=theme.more, zorder=3)
        marks.draw(ax)
