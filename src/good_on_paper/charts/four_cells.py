"""They wanted me by I wanted it: four cells, and every interview by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.name_lists import (
    APART,
    NOTE,
    SMALL,
    ListedName,
    height_of,
    interview_names,
    listed,
    mark,
    shortened,
    write,
)
from good_on_paper.charts.text import wrap
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme

COLUMNS: Final = {
    "yes": "They said yes",
    "no": "They said no",
    "no_answer": "No answer in time",
    "withdrew": "I withdrew",
    "open": "Still open",
}


@dataclass(frozen=True)
class CellRows:
    """By what the interviews are parted into rows.

    Attributes
    ----------
    column : str
        Of the frame; empty where nothing was said.
    words : mapping
        Each of its values in words, the two of the cells first.
    cells : mapping
        What each of the four cells says, by the row and by what they said.
    finding : callable
        Takes how many interviews there are, in words, and how many stand in each of the four cells; returns
        the finding.
    said : str
        Below the picture: what was asked.
    heading : str
        What the rows are called in the table.

    Examples
    --------
    >>> FELT.words["well"]
    'It felt good: over 50'
    """

    column: str
    words: Mapping[str, str]
    cells: Mapping[tuple[str, str], str]
    finding: Callable[[str, Mapping[tuple[str, str], int]], str]
    said: str
    heading: str

    @property
    def two(self) -> tuple[str, ...]:
        """The values that have the four cells."""
        return tuple(dict.fromkeys(row for row, _ in self.cells))


def _wanted(total: str, many: Mapping[tuple[str, str], int]) -> str:
    both, mine, theirs = many["yes", "yes"], many["yes", "no"], many["no", "yes"]
    return (
        f"{total}: in {both} they wanted me and I wanted it; in {mine} only I did, in {theirs} only they did."
    )


def _felt(total: str, many: Mapping[tuple[str, str], int]) -> str:
    """Count only what there is: nobody needs to read how often nothing was."""
    felt = {"well": "felt good", "badly": "felt bad"}
    there = [f"{number} {felt[row]} and got a {came}" for (row, came), number in many.items() if number]
    return f"{total}: {', '.join(there)}." if there else f"{total}, none with a yes or a no yet."


TAKE_IT: Final = CellRows(
    "take_it",
    {
        "yes": "I would take it",
        "no": "I would not take it",
        "not_sure": "I was not sure",
        "": "I did not say",
    },
    {
        ("yes", "yes"): "We both wanted it",
        ("yes", "no"): "I wanted it, they did not",
        ("no", "yes"): "They wanted me, I did not want it",
        ("no", "no"): "Neither of us wanted it",
    },
    _wanted,
    "What they said, by what I said on the day: \N{LEFT DOUBLE QUOTATION MARK}Would you take it today?"
    "\N{RIGHT DOUBLE QUOTATION MARK} Every interview by its name.",
    "Would take it",
)
"""Whether the person would have taken it."""
FELT: Final = CellRows(
    "felt",
    {"well": "It felt good: over 50", "badly": "It felt bad: under 50", "even": "50"},
    {
        ("well", "yes"): "Felt good, and a yes",
        ("well", "no"): "Felt good, and still a no",
        ("badly", "yes"): "Felt bad, and a yes",
        ("badly", "no"): "Felt bad, and a no",
    },
    _felt,
    "What they said, by the chance I gave it on the day. Every interview by its name.",
    "How it felt",
)
"""Whether the person gave it more or less than 50."""
_STAGES: Final = {
    "call": "call",
    "first": "first round",
    "second": "second round",
    "later": "later round",
    "offer": "after the offer",
}
_ALIVE: Final = (
    "What had no answer can still come to life; a later yes is shown, with its day. "
    "Their no and my no are two different answers."
)
_WIDTH, _LEFT, _GAP, _PAD = 9.4, 1.35, 0.12, 0.12
_HEAD = 0.42


def four_cells(frame: pd.DataFrame, rows: CellRows = TAKE_IT, *, names: Naming = "names") -> Chart:
    """Draw how interviews ended by whether the person would have taken the job, each by its name.

    Parameters
    ----------
    frame
        A row per interview, as `good_on_paper.frames.interviews` gives: ``employer``, ``job``, ``stage``,
        ``take_it``, ``outcome``, ``day``, ``yes_on``, ``due``.
    rows
        By what they are parted, if not by whether the person would have taken it.
    names
        "names", or "letters": one letter for all interviews at one place.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> four_cells(gop.sample().interviews()).title.partition(";")[0]
    '14 interviews: in 4 they wanted me and I wanted it'
    """
    told = frame.assign(row=frame[rows.column].fillna(""))
    shown = interview_names(told, names)
    picture = _Cells(told, shown, rows)
    which = "" if rows == TAKE_IT else " by how it felt"
    return Chart(
        name=f"The four cells{which}{' without names' if names == 'letters' else ''}",
        title=_finding(told, rows),
        alt=picture.alt(),
        table=_table(told, shown, rows),
        small_print=(rows.said, _ALIVE, f"{count(len(told), 'interview')}, no claim."),
        body=picture.body(),
        width=_WIDTH,
    )


class _Place(NamedTuple):
    """Where a cell stands, and its height, in inches."""

    x: float
    y: float
    high: float


@dataclass(frozen=True)
class _Cells:
    told: pd.DataFrame
    shown: list[str]
    by: CellRows

    @property
    def columns(self) -> list[str]:
        """The outcomes that have a column: the two of the cells always, the others where there are any."""
        there = set(self.told["outcome"])
        return [one for one in COLUMNS if one in there or one in ("yes", "no")]

    @property
    def rows(self) -> list[str]:
        there = set(self.told["row"])
        return [one for one in self.by.words if one in there or one in self.by.two]

    @property
    def room(self) -> float:
        return (_WIDTH - 2 * EDGE - _LEFT - _GAP * (len(self.columns) - 1)) / len(self.columns)

    def entries(self, row: str, column: str) -> list[ListedName]:
        here = self.told["row"].eq(row) & self.told["outcome"].eq(column)
        room, strong = self.room - 2 * _PAD, (row, column) in self.by.cells
        found = [
            ListedName(name, _note(told), room, strong)
            for name, told, inside in zip(self.shown, self.told.to_dict("records"), here, strict=True)
            if inside
        ]
        return shortened(found, room)

    def height_of(self, row: str) -> float:
        heads = {column: len(self._said(row, column)) * SMALL for column in self.columns}
        lists = [height_of(self.entries(row, column)) + heads[column] + APART for column in self.columns]
        return max([*lists, 0.5]) + 2 * _PAD

    @property
    def height(self) -> float:
        return _HEAD + sum(self.height_of(row) + _GAP for row in self.rows) + 0.1

    def body(self) -> Body:
        return Body(self.draw, self.height, EDGE, EDGE, above=0.2, below=0.2)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, _WIDTH - 2 * EDGE), ylim=(self.height, 0))
        ax.set_axis_off()
        at = {column: _LEFT + place * (self.room + _GAP) for place, column in enumerate(self.columns)}
        for column, x in at.items():
            inside = column in ("yes", "no")
            mark(ax, theme, column, x + _PAD + 0.06, 0.16)
            words = f"{COLUMNS[column]}  {self.told['outcome'].eq(column).sum()}"
            size, weight = (10.0, "bold") if inside else (9.5, "normal")
            colour = theme.ink if inside else theme.soft
            ax.text(x + _PAD + 0.2, 0.16, words, size=size, weight=weight, va="center", color=colour)
        y = _HEAD
        for row in self.rows:
            high, inside = self.height_of(row), row in self.by.two
            if row == next((one for one in self.rows if one not in self.by.two), None):
                ax.plot([0, _WIDTH - 2 * EDGE], [y, y], color=theme.faint, lw=0.8, clip_on=False)
            name = wrap(self.by.words[row], _LEFT - 0.1, 10.0, bold=inside)
            label = ax.text(0, y + _PAD, "\n".join(name), size=10.0, va="top", linespacing=1.25)
            label.set(weight="bold" if inside else "normal", color=theme.ink if inside else theme.soft)
            total = f"{self.told['row'].eq(row).sum()} of {len(self.told)}"
            ax.text(0, y + _PAD + 0.2 * len(name), total, size=NOTE, va="top", color=theme.soft)
            for column, x in at.items():
                self._cell(ax, theme, (row, column), _Place(x, y, high))
            y += high + _GAP

    def _cell(self, ax: Axes, theme: Theme, cell: tuple[str, str], place: _Place) -> None:
        said, (x, y) = self._said(*cell), (place.x + _PAD, place.y + _PAD)
        if said:
            box = FancyBboxPatch(
                (place.x, place.y), self.room, place.high, boxstyle="round,pad=0,rounding_size=0.05"
            )
            box.set(facecolor=theme.less, edgecolor="none", clip_on=False)
            ax.add_patch(box)
        for number, text in enumerate(said):
            ax.text(x, y + number * SMALL, text, size=NOTE, va="top", color=theme.more)
        write(ax, theme, self.entries(*cell), x, y + (len(said) * SMALL + APART if said else 0))

    def _said(self, row: str, column: str) -> list[str]:
        words = self.by.cells.get((row, column))
        return wrap(words, self.room - 2 * _PAD, NOTE) if words else []

    def alt(self) -> str:
        parts = []
        for cell, words in self.by.cells.items():
            here = self.told["row"].eq(cell[0]) & self.told["outcome"].eq(cell[1])
            inside = [name for name, there in zip(self.shown, here, strict=True) if there]
            parts.append(f"{words}: {listed(inside)}")
        return f"Four cells with names. {'. '.join(parts)}. Every interview is in the table."


def _note(row: dict[Any, Any]) -> str:
    stage = _STAGES.get(row["stage"], "")
    late = row["yes_on"] > row["due"] if pd.notna(row["yes_on"]) and pd.notna(row["due"]) else False
    day = f"yes on day {(row['yes_on'] - row['day']).days}" if late else ""
    return ", ".join(part for part in (stage, day) if part)


def _finding(told: pd.DataFrame, rows: CellRows) -> str:
    if told.empty:
        return "No interviews yet."
    many = {
        (row, came): int((told["row"].eq(row) & told["outcome"].eq(came)).sum()) for row, came in rows.cells
    }
    return rows.finding(count(len(told), "interview"), many)


def _table(told: pd.DataFrame, shown: list[str], rows: CellRows) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Stage": [_STAGES.get(stage, "") for stage in told["stage"]],
            "Day": ["" if pd.isna(day) else f"{day.day} {day:%B %Y}" for day in told["day"]],
            rows.heading: [rows.words[row] for row in told["row"]],
            "How it stands": [COLUMNS[outcome] for outcome in told["outcome"]],
        },
        index=pd.Index(shown, name="Interview"),
        dtype="str",
    )
