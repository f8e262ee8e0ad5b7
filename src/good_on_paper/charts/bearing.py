"""What I can bear: three lists of names, and nothing added up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import EDGE
from good_on_paper.charts.tall_rows import PHONE, with_phone
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import count, number

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

LISTS: Final = {"fine": "Fine", "while": "For a while", "no": "No"}
SPANS: Final = {"day": "day", "moment": "moment", "micro": "few seconds"}
_WIDTH: Final = 8.6
_COLUMN: Final = (_WIDTH - 2 * EDGE) / len(LISTS)
_HEAD, _NAME, _NOTE = 12.0, 10.5, 9.0
_LINE, _SMALL, _APART, _FIRST = 0.2, 0.17, 0.12, 0.42  # inches
_NOT_AGAIN: Final = "won’t have again"
_Others = dict[str, dict[str, list[str]]]
_KEY: Final = "1: not at all; 7: easily. How often each job had it is a separate question."


def bear_lists(
    frame: pd.DataFrame, otherwise: pd.DataFrame | None = None, shown: Mapping[Hashable, str] | None = None
) -> Chart:
    """Draw three lists: what is fine, what the person can bear for a while, and what they cannot.

    Parameters
    ----------
    frame
        A row per worry, as `good_on_paper.frames.bearing.bearing` gives: ``label``, ``bears``, ``day``,
        ``moment``, ``micro``, ``not_again``.
    otherwise
        A row for each job in which it was easier or harder, as `good_on_paper.frames.bearing.bears_in_roles`
        gives.
    shown
        The name of each job in this chart, as `good_on_paper.charts.naming` gives it; by default its own.

    Returns
    -------
    Chart
        Its table has a row per worry that was answered.

    Examples
    --------
    >>> rows = {"label": ["Gossip", "Shouting"], "bears": ["fine", "no"], "not_again": [False, True]}
    >>> worries = pd.DataFrame(rows, index=["gossip", "shouting"])
    >>> bear_lists(worries.assign(day=pd.NA, moment=pd.NA, micro=pd.NA)).table.iloc[:, 0].to_dict()
    {'Gossip': 'fine', 'Shouting': 'no'}
    """
    others = _others(otherwise, shown or {})
    answered = frame[frame["bears"].isin(list(LISTS))]
    picture = _Lists({key: _entries(answered[answered["bears"] == key], others) for key in LISTS})
    chart = Chart(
        name="What I can live with",
        title=_finding(answered),
        alt=picture.alt(),
        table=_table(answered, others),
        small_print=(f"{len(answered)} of {len(frame)} answered. {_KEY}",),
        body=picture.body(),
        width=_WIDTH,
    )
    return with_phone(chart, _Stacked(picture.lists).body)


@dataclass(frozen=True)
class _Entry:
    name: str
    notes: tuple[str, ...]
    room: float = _COLUMN - 0.25

    @cached_property
    def lines(self) -> tuple[list[str], list[str]]:
        room = self.room
        return wrap(self.name, room, _NAME), [line for note in self.notes for line in wrap(note, room, _NOTE)]

    @property
    def height(self) -> float:
        names, notes = self.lines
        return len(names) * _LINE + len(notes) * _SMALL + _APART


@dataclass(frozen=True)
class _Lists:
    lists: dict[str, tuple[_Entry, ...]]

    @property
    def height(self) -> float:
        return _FIRST + max([sum(entry.height for entry in one) for one in self.lists.values()] + [0.3])

    def body(self) -> Body:
        return Body(self.draw, self.height, EDGE, EDGE, above=0.2, below=0.3)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, len(LISTS)), ylim=(self.height, 0))
        ax.set_axis_off()
        for x, (key, heading) in enumerate(LISTS.items()):
            self._list(ax, theme, (x, 0), heading, self.lists[key])

    @staticmethod
    def _list(
        ax: Axes, theme: Theme, at: tuple[float, float], heading: str, entries: Iterable[_Entry]
    ) -> float:
        """Draw a list, and return how far down it goes."""
        x, y = at
        ax.text(x, y, heading, size=_HEAD, weight="bold", va="top", color=theme.ink)
        ax.plot([x, x + 0.92], [y + _FIRST - 0.1] * 2, color=theme.middle, lw=0.8, clip_on=False)
        y += _FIRST
        for entry in entries:
            names, notes = entry.lines
            for text, size, colour, step in (
                *((line, _NAME, theme.ink, _LINE) for line in names),
                *((line, _NOTE, theme.soft, _SMALL) for line in notes),
            ):
                drawn = ax.text(x, y, text, size=size, color=colour, va="top")
                if text == _NOT_AGAIN:
                    drawn.set(weight="bold", color=theme.ink)
                y += step
            y += _APART
        return y

    def alt(self) -> str:
        told = (
            f"{LISTS[key]}: {', '.join(entry.name for entry in entries) or 'none'}"
            for key, entries in self.lists.items()
        )
        return f"Three lists of names. {'. '.join(told)}."


class _Stacked(_Lists):
    """The same lists for a phone, one below the other, without empty ones."""

    @cached_property
    def full(self) -> dict[str, tuple[_Entry, ...]]:
        room = PHONE - 2 * EDGE
        made = {key: tuple(replace(one, room=room) for one in entries) for key, entries in self.lists.items()}
        return {key: entries for key, entries in made.items() if entries}

    @property
    def height(self) -> float:
        return (
            sum(_FIRST + sum(one.height for one in entries) + _APART for entries in self.full.values()) or 0.3
        )

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, 1), ylim=(self.height, 0))
        ax.set_axis_off()
        y = 0.0
        for key, entries in self.full.items():
            y = self._list(ax, theme, (0, y), LISTS[key], entries) + _APART


def _others(otherwise: pd.DataFrame | None, shown: Mapping[Hashable, str]) -> _Others:
    """Gather, by worry and answer, the jobs in which it was easier or harder."""
    found: _Others = {}
    for row in () if otherwise is None else otherwise.to_dict("records"):
        by_word = found.setdefault(str(row["worry"]), {})
        by_word.setdefault(LISTS[row["bears"]].lower(), []).append(shown.get(row["role"], plain(row["role"])))
    return found


def _entries(frame: pd.DataFrame, others: _Others) -> tuple[_Entry, ...]:
    entries = []
    for worry, row in zip(frame.index, frame.to_dict("records"), strict=True):
        spans = " \N{MIDDLE DOT} ".join(
            f"{words} {number(float(row[span]))}" for span, words in SPANS.items() if not pd.isna(row[span])
        )
        apart = ", ".join(
            f"{word} in {count(len(jobs), 'job')}" for word, jobs in others.get(str(worry), {}).items()
        )
        notes = tuple(note for note in (spans, apart, _NOT_AGAIN if row[keys.NOT_AGAIN] else "") if note)
        entries.append(_Entry(plain(row["label"]), notes))
    return tuple(entries)


def _finding(answered: pd.DataFrame) -> str:
    if answered.empty:
        return "I have not said yet what I can live with."
    counts = {key: int((answered["bears"] == key).sum()) for key in LISTS}
    words = {"fine": "fine", "while": "for a while", "no": "no"}
    again = int(answered[keys.NOT_AGAIN].sum())
    if len(answered) == 1:
        (word,) = (words[key] for key, number_ in counts.items() if number_)
        return f"One thing: {word}{'; I won’t have it again' if again else ''}."
    told = ", ".join(_some(number_, key) for key, number_ in counts.items() if number_)
    return f"Of {len(answered)} things: {told}{f'; {again} I won’t have again' if again else ''}."


def _some(number_: int, key: str) -> str:
    """Write how many things are in a list: "2 are not"."""
    be = "is" if number_ == 1 else "are"
    return {"fine": f"{number_} {be} fine", "while": f"{number_} for a while"}.get(key, f"{number_} {be} not")


def _table(answered: pd.DataFrame, others: _Others) -> pd.DataFrame:
    columns = {"I can live with it": [LISTS[key].lower() for key in answered["bears"]]}
    for span, words in SPANS.items():
        columns[f"A {words} of it"] = [
            "not said" if pd.isna(value) else number(float(value)) for value in answered[span]
        ]
    if others:
        columns["Different in some jobs"] = [
            "; ".join(f"{word}: {', '.join(jobs)}" for word, jobs in others.get(str(worry), {}).items())
            for worry in answered.index
        ]
    columns["I won’t have it again"] = ["yes" if marked else "" for marked in answered[keys.NOT_AGAIN]]
    return pd.DataFrame(
        columns, pd.Index([plain(label) for label in answered["label"]], name="What"), dtype="str"
    )
