"""Jobs against mixes, both endings side by side: which job has which mix, and which ended otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import BEST, WORST, JobRow, Rows
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.charts.text import plain, wrap
from good_on_paper.language.counts import capital, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme

_WIDTH, _RIGHT = 8.6, 0.3
_SMALL, _HEAD, _HEAD_LINES = 9.0, 10.0, 6
_LINE, _GROUP = 0.16, 0.3  # heights of a line of a head and of the name of an ending, in inches
_WORDED = 4  # with more mixes than this, columns have numbers, and the words are below
HAS, OTHERWISE, NOT = "has it", "has it, but ended the other way", "does not have it"
_ENDINGS = {True: "went well", False: "did not go well"}
_HEADS = {True: "What went well", False: "What did not"}

Mix = tuple[bool, str]
"""Whether a mix explains what went well, and its term."""


def mixes(covers: pd.DataFrame, words: Mapping[str, str], *, small: Sequence[str] = ()) -> Chart:
    """Draw which jobs have which of the mixes that explain either ending.

    Parameters
    ----------
    covers
        As `good_on_paper.patterns.Recipes.covers`, in the order to draw.
    words
        Term to its words.
    small
        Lines below the picture; the shuffle numbers come first.

    Returns
    -------
    Chart
        A row per job and a column per mix.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = {"overall": [7, 6, 6, 2, 1, 2], "say": [6, 7, 6, 1, 2, 3], "pay": [1, 6, 2, 6, 1, 7]}
    >>> found = patterns.recipes(pd.DataFrame(jobs, list("ABCDEF")), conditions=["say", "pay"])
    >>> mixes(found.covers, {"say": "a say in it", "~say": "no say in it"}).table.index.tolist()
    ['A', 'B', 'C', 'D', 'E', 'F']
    """
    good = covers["ending"].eq("good")
    well = dict(zip(covers["role"], covers["ended"] == good, strict=True))
    rows = tuple(JobRow(role, plain(role), None, BEST if went else WORST) for role, went in well.items())
    found = {
        (role, (of_good, term)): (OTHERWISE, HAS)[ended] if inside else NOT
        for role, of_good, term, inside, ended in zip(
            covers["role"], good, covers["term"], covers["inside"], covers["ended"], strict=True
        )
    }
    named = {mix: plain(words.get(mix[1], mix[1])) for _, mix in found}
    picture = _Mixes(Rows(tuple(sorted(rows, key=lambda row: row.group != BEST))), named, found)
    chart = Chart(
        name="Combinations behind how it went",
        title=picture.finding(),
        alt=f"Jobs by combinations: {'; '.join(picture.said())}. The table says which job has which.",
        table=picture.table(),
        small_print=(
            *small,
            *(() if picture.worded else (f"{capital(said)}." for said in picture.said())),
            "Filled circle: has it and ended that way. Open square: has it but ended the other way.",
        ),
        body=picture.body(),
        width=_WIDTH,
    )
    tall = replace(picture, rows=TallRows(picture.rows.rows), wide=PHONE)
    return with_phone(chart, tall.body)


@dataclass(frozen=True)
class _Mixes:
    rows: Rows
    words: Mapping[Mix, str]
    found: Mapping[tuple[object, Mix], str]
    wide: float = _WIDTH

    @property
    def worded(self) -> bool:
        """Whether the words of the mixes are above their columns."""
        return len(self.words) <= (_WORDED if self.wide == _WIDTH else 2)

    def said(self) -> list[str]:
        """Return the mixes in words, with numbers if only a number is above their columns."""
        every = enumerate(self.words.values(), start=1)
        return list(self.words.values()) if self.worded else [f"mix {at}: {text}" for at, text in every]

    def of(self, *, good: bool) -> list[Mix]:
        """Return the mixes of one ending."""
        return [mix for mix in self.words if mix[0] == good]

    def finding(self) -> str:
        told = [self._finding(good=good) for good in (True, False) if self.of(good=good)]
        return f"{'; '.join(told)}."

    def _finding(self, *, good: bool) -> str:
        mixes_ = self.of(good=good)
        ended = self.rows.of(BEST if good else WORST)
        others = self.rows.of(WORST if good else BEST)
        inside = sum(any(self.found[row.role, mix] == HAS for mix in mixes_) for row in ended)
        torn = sum(any(self.found[row.role, mix] == OTHERWISE for mix in mixes_) for row in others)
        has = "has" if inside == 1 else "have"
        which = "this combination" if len(mixes_) == 1 else f"one of {len(mixes_)} combinations"
        rest = f", and so {'does' if torn == 1 else 'do'} {torn} that ended the other way" if torn else ""
        return f"{inside} of my {count(len(ended), 'job')} that {_ENDINGS[good]} {has} {which}{rest}"

    def body(self) -> Body:
        head = _GROUP + _LINE * max(len(lines) for lines in self._heads())
        return Body(self.draw, self.rows.height, self.rows.left, _RIGHT, above=head + 0.1, below=0.22)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self._room)
        ax.set_xlim(-0.5, len(self.words) - 0.5)
        above = self.rows.top - 0.08 / self.rows.pitch
        for x, lines in enumerate(self._heads()):
            head = ax.text(x, above, "\n".join(lines), size=_SMALL, color=theme.soft, ha="center")
            head.set(va="baseline", linespacing=1.1)
        self._endings(ax, theme, above - _LINE * max(map(len, self._heads())) / self.rows.pitch)
        size = 11.5 if self.rows.roomy else 8
        for x, mix in enumerate(self.words):
            for what, marker, colour, fill in (
                (HAS, "o", theme.more, theme.more),
                (OTHERWISE, "s", theme.ink, theme.ground),
                (NOT, ".", theme.faint, theme.faint),
            ):
                places = [y for y, row in enumerate(self.rows.rows) if self.found[row.role, mix] == what]
                ax.plot(
                    [x] * len(places),
                    places,
                    linestyle="none",
                    marker=marker,
                    markersize=size if what != NOT else size / 2,
                    markeredgewidth=2,
                    markeredgecolor=colour,
                    markerfacecolor=fill,
                    clip_on=False,
                )

    def _endings(self, ax: Axes, theme: Theme, top: float) -> None:
        """Name the endings above their mixes, with a hairline between them."""
        start = 0
        for good in (True, False):
            many = len(self.of(good=good))
            if not many:
                continue
            if start:
                ax.plot([start - 0.5] * 2, [top, len(self.rows) - 0.5], color=theme.middle, linewidth=0.7)
                ax.lines[-1].set_clip_on(False)
            name = ax.text(start + (many - 1) / 2, top, _HEADS[good], size=_HEAD, color=theme.ink)
            name.set(ha="center", va="bottom", weight="bold")
            start += many

    def table(self) -> pd.DataFrame:
        columns = {
            f"{_HEADS[mix[0]]}: {text}": [self.found[row.role, mix] for row in self.rows.rows]
            for mix, text in self.words.items()
        }
        return pd.DataFrame(columns, pd.Index([row.shown for row in self.rows.rows], name="Job"), dtype="str")

    @property
    def _room(self) -> float:
        return self.wide - self.rows.left - _RIGHT

    def _heads(self) -> list[list[str]]:
        """Return the heading of each mix, in lines."""
        if not self.worded:
            return [[str(at)] for at in range(1, len(self.words) + 1)]
        room = min(self._room / len(self.words) * 0.94, 3.0)
        return [wrap(text, room, _SMALL, most=_HEAD_LINES) for text in self.words.values()]
