"""Names in columns, each with a line below it: what several charts of a search are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.names import naming
from good_on_paper.charts.text import name_lines, plain, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme

MOST_NAMES: Final = 12
"""How many names a list shows; the table has the others."""
NAME, NOTE = 10.0, 9.0  # points
LINE, SMALL, APART = 0.19, 0.165, 0.1  # inches
_CIRCLE: Final[dict[str, Any]] = {"markersize": 8.5, "linestyle": "none", "clip_on": False}


@dataclass(frozen=True)
class ListedName:
    """One name, with what stands below it.

    Attributes
    ----------
    name, note : str
        As shown; the note may be empty.
    room : float
        The width they have, in inches.
    strong : bool
        Whether the name is bold.
    """

    name: str
    note: str
    room: float
    strong: bool = True

    @cached_property
    def lines(self) -> tuple[tuple[list[str], float], list[str]]:
        """The name with the size of its type, and the note, broken to the width."""
        note = wrap(self.note, self.room, NOTE) if self.note else []
        return name_lines(plain(self.name), self.room, NAME, bold=self.strong), note

    @property
    def height(self) -> float:
        """In inches."""
        (name, _), note = self.lines
        return len(name) * LINE + len(note) * SMALL + APART


def shortened(entries: Sequence[ListedName], room: float) -> list[ListedName]:
    """Return the first of many names, and how many more there are."""
    if len(entries) <= MOST_NAMES:
        return list(entries)
    more = f"and {len(entries) - MOST_NAMES + 1} more, in the table"
    return [*entries[: MOST_NAMES - 1], ListedName(more, "", room, strong=False)]


def interview_names(told: pd.DataFrame, names: Naming) -> list[str]:
    """Return a name for each interview, after its place; in letters, each place has one letter.

    Parameters
    ----------
    told
        A row per interview: ``employer``, ``job``, ``process``.
    names
        "names" or "letters".
    """
    if names == "names":
        places = told["employer"].fillna(told["job"]).fillna(pd.Series(told.index, index=told.index))
        return [str(place) for place in places]
    letters = naming(dict.fromkeys(told["process"]), names)
    return [letters[process] for process in told["process"]]


def listed(names: Sequence[str]) -> str:
    """Return the first of many names as text, for somebody who hears the picture read out."""
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "") or "none"


def height_of(entries: Sequence[ListedName]) -> float:
    """Return the height of a list, in inches."""
    return sum(entry.height for entry in entries)


def write(ax: Axes, theme: Theme, entries: Sequence[ListedName], x: float, y: float) -> None:
    """Write a list downwards from a place; the axes are in inches, y grows downwards."""
    for entry in entries:
        (name, size), note = entry.lines
        weight = "bold" if entry.strong else "normal"
        for text in name:
            ax.text(x, y, text, size=size, weight=weight, va="top", color=theme.ink)
            y += LINE
        for text in note:
            ax.text(x, y, text, size=NOTE, va="top", color=theme.soft)
            y += SMALL
        y += APART


def mark(ax: Axes, theme: Theme, outcome: str, x: float, y: float) -> None:
    """Draw the mark of an outcome: filled is yes, hollow is no, dotted is no answer, dashed is open."""
    blue = theme.more
    if outcome == "open":
        ax.scatter(
            [x], [y], s=62, facecolors="none", edgecolors=theme.soft, linestyle=(0, (2, 1.4)), clip_on=False
        )
        return
    fill = blue if outcome == "yes" else "none"
    edge, wide = (theme.soft, 1.0) if outcome in ("no_answer", "withdrew") else (blue, 1.8)
    ax.plot([x], [y], "o", markerfacecolor=fill, markeredgecolor=edge, markeredgewidth=wide, **_CIRCLE)
    if outcome == "no_answer":
        dots = [x - 0.028, x, x + 0.028]
        ax.plot(dots, [y] * 3, "o", markersize=1.5, color=theme.soft, linestyle="none", clip_on=False)
    if outcome == "withdrew":
        ax.plot(
            [x],
            [y],
            "x",
            markersize=4,
            markeredgewidth=1.0,
            color=theme.soft,
            linestyle="none",
            clip_on=False,
        )
