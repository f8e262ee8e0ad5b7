"""The mirrored chart: about the job left, about me right; high in the best above, high in the worst below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.across import Across
from good_on_paper.charts.chance import DOWN, alike, words_by_line
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import BEST, BY_SPLIT, ENDS, WORST, rows_of
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.text import plain, width, wrap
from good_on_paper.charts.words import Counts, Words, finding
from good_on_paper.language.counts import capital, count, quoted, uncapital

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.job_rows import JobRow, Order
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import Mirrored

OUTER: Final = "About the job"
INNER: Final = "About me at that time"
NOT_WHOSE: Final = (
    "\N{LEFT DOUBLE QUOTATION MARK}About me\N{RIGHT DOUBLE QUOTATION MARK} means as I was then. "
    "It does not say whose doing anything was."
)
RATED: Final = (
    "Each mark is a job, in the order of the names, filled where there was a lot of it "
    "(above the middle of the scale). A dash: no rating."
)
NO_WORD: Final = (
    "Grey: it could be chance, or there are too few jobs to tell. "
    "We left out differences that come mostly from a single job. "
    "With so few jobs, all of it is something to ask about."
)
NOW: Final = "Framed, and without colour: the job I still have."
NOTHING: Final = "Nothing stands out from chance in what my jobs had more or less of."
TOO_FEW: Final = "What my jobs had more or less of: too few jobs to tell it from chance."
_TEXT, _SMALL, _HEAD = 9.5, 8.5, 9.0
_WIDE, _NARROW = 8.6, 3.9
_LINE, _APART = 0.155, 0.13
_STEP, _COUNT = 0.165, 0.58  # between two marks; room for a count
_MOST_LINES: Final = 14
"""Of the names of the jobs at one end: they say which mark is which job, so few are left out."""
_DASH = "\N{EN DASH}"


def mirrored(
    result: Mirrored,
    words: Mapping[str, Line] | None = None,
    *,
    names: Naming = "names",
    current: Collection[Hashable] = (),
    ends: tuple[str, str] = ENDS,
    order: Order | None = None,
    by: str = "",
) -> Chart:
    """Draw which circumstances were high in the jobs that went best and in those that went least well.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.mirrored` gave.
    words
        The words of the lines; for a line without, we use its name.
    names
        "names", or "letters" for Job A, B, C.
    current
        Jobs that still go on: they have a frame around their mark, and no colour.
    ends
        What the jobs at both ends did: "went best", "went least well".
    order
        Names for the jobs in the title, if they are not ordered by how they went.
    by
        The name of the outcome, where the title has to say that nothing stands out by this one.

    Returns
    -------
    Chart
        Lines on two sides, with a mark per job in which each was high; its table has the counts.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = {"overall": [7, 6, 2, 1], "pace": [1, 2, 6, 7], "chosen": [7, 6, 2, 1]}
    >>> found = patterns.contrast(pd.DataFrame(jobs, index=list("ABCD")), split="median")
    >>> mirrored(patterns.mirrored(found, {"chosen": "internal"})).table.index.tolist()
    ['chosen', 'pace']
    """
    words = words or {}
    order = order or BY_SPLIT[result.contrast.split]
    draw = partial(_Mirror, result, words, names, frozenset(current), order, ends, by)
    return replace(draw(_WIDE).chart(), narrow=lambda: draw(_NARROW).chart())


@dataclass(frozen=True)
class _Mirror(Across):
    result: Mirrored
    words: Mapping[str, Line]
    names: Naming
    current: frozenset[Hashable]
    order: Order
    said: tuple[str, str]
    by: str
    wide: float

    def chart(self) -> Chart:
        told = self.result.frame
        jobs = count(self.result.contrast.units, "job")
        return Chart(
            name=f"About the job and about me{' without names' * (self.names == 'letters')}",
            title=self._title(),
            alt=self._alt(),
            table=self._table(),
            small_print=(
                NO_WORD,
                *alike(self._drawn),
                *((NOW,) if self._going_on else ()),
                *((NOT_WHOSE,) if told["inner"].any() else ()),
                f"{jobs}, my own ratings. {self._compared}",
            ),
            body=Body(self.draw, self.height, self.edge, self.edge, above=0.15, below=0.1),
            width=self.wide,
            rated=RATED,
        )

    # -- what it says

    @property
    def _drawn(self) -> pd.DataFrame:
        every = self.result.contrast.frame
        return every[every["line"].isin(self.result.frame["line"])]

    @property
    def _compared(self) -> str:
        """Write how many jobs are compared with how many; those between count in no row."""
        best, worst = len(self.ends[BEST]), len(self.ends[WORST])
        return f"Compared: {best} with {worst}, those that {self.said[0]} with those that {self.said[1]}."

    @property
    def _going_on(self) -> bool:
        return any(job.role in self.current for rows in self.ends.values() for job in rows)

    def _lines(self, end: str, *, inner: bool) -> pd.DataFrame:
        told = self.told
        return told[told["end"].eq(end) & told["inner"].eq(inner)]

    @cached_property
    def told(self) -> pd.DataFrame:
        """Each circumstance with its word as a person reads it, the strongest first."""
        words = words_by_line(self.result.contrast.frame)
        told = self.result.frame
        told = told.assign(word=[words[str(line)] for line in told["line"]])
        return told.sort_values("word", key=lambda word: word.map(DOWN.index), kind="stable")

    def _title(self) -> str:
        strong = self.result.frame[self.result.frame["word"].isin(patterns.FOUND)]
        if strong.empty:
            tested = self.result.contrast.frame["word"].ne(patterns.TOO_FEW).any()
            said = NOTHING if tested else TOO_FEW
            return f"By {quoted(self.by)}: {uncapital(said)}" if self.by else said
        line = max(strong["line"], key=self._rank)
        return finding(Counts.of(self.result.contrast, line), self._word(line), self.order)

    def _rank(self, line: str) -> tuple[int, float]:
        row = self.result.frame[self.result.frame["line"].eq(line)].iloc[0].to_dict()
        return patterns.WORDS.index(str(row["word"])), abs(float(row["gap"]))

    def _word(self, line: str) -> Line:
        return self.words.get(line) or Words(line)

    def _label(self, line: str) -> str:
        word = self._word(line)
        return capital(plain(word.said).rstrip(".;, ") or plain(word.label))

    def _heading(self, end: str) -> str:
        return self.said[end == WORST]

    def _table(self) -> pd.DataFrame:
        told = self.told.sort_index()
        best, worst = (
            [f"{high} of {rated}" for high, rated in zip(told[f"{end}_high"], told[f"n_{end}"], strict=True)]
            for end in (BEST, WORST)
        )
        columns = {
            "About": ["me" if inner else "the job" for inner in told["inner"]],
            f"High in those that {self.said[0]}": best,
            f"High in those that {self.said[1]}": worst,
            "Word": [str(word) for word in told["word"]],
        }
        labels = [plain(self._word(line).label) for line in told["line"]]
        return pd.DataFrame(columns, pd.Index(labels, name="Circumstance"), dtype="str")

    def _alt(self) -> str:
        parts = []
        for end in (BEST, WORST):
            for inner in (False, True):
                there = self._lines(end, inner=inner)
                labels = [self._label(line) for line in there["line"]]
                if labels:
                    side = INNER if inner else OUTER
                    where = f"{side}, more often high in the jobs that {self._heading(end)}"
                    parts.append(f"{where}: {', '.join(labels)}")
        return f"Two sides, each circumstance with its jobs. {'. '.join(parts)}. All counts are in the table."

    # -- where it stands, in inches from the top left

    @cached_property
    def ends(self) -> dict[str, list[JobRow]]:
        rows = rows_of(self.result.contrast, self.names)
        return {BEST: rows.of(BEST), WORST: rows.of(WORST)}

    @cached_property
    def middles(self) -> dict[str, float]:
        """The middle of each circumstance's scale."""
        told = self.result.contrast.frame
        return dict(zip(told["line"], (told["low"] + told["high"]) / 2, strict=True))

    @cached_property
    def step(self) -> float:
        room = 0.95 if self.alone and not self.narrow else 0.55
        return min(_STEP, room / max(1, *(len(rows) for rows in self.ends.values())))

    @cached_property
    def block(self) -> float:
        """Room for the jobs of one end and their count."""
        return self.step * max(len(rows) for rows in self.ends.values()) + _COUNT

    @property
    def alone(self) -> bool:
        """Whether only one side has anything; it then takes the whole width."""
        return self.result.frame["inner"].nunique() < 2  # noqa: PLR2004 - the job, and me

    @property
    def room(self) -> float:
        """Room for the words of a circumstance."""
        if self.alone and not self.narrow:
            return self.across / 2
        return (self.across if self.narrow else self.across / 2 - 0.2) - 2 * self.block - 0.12

    @cached_property
    def height(self) -> float:
        return self._down(None)

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        pen = _Pen(ax, theme, Marks())
        self._down(pen)
        pen.marks.draw(ax)

    def _down(self, pen: _Pen | None) -> float:
        """Draw all from top to bottom where there is a pen, and return how high it is."""
        y = 0.1
        for end in (BEST, WORST):
            y = self._legend(pen, end, y)
        for end in (BEST, WORST):
            sides = [(inner, rows) for inner in (False, True) if len(rows := self._lines(end, inner=inner))]
            if not sides:
                continue
            y += 0.26
            if pen is not None:
                pen.rule(f"More often high in the jobs that {self._heading(end)}", end, y, self.across)
            y += 0.24
            if self.narrow or self.alone:
                for inner, rows in sides:
                    y = self._side(pen, rows, y, inner=inner)
                continue
            below = max(self._side(pen, rows, y, inner=inner) for inner, rows in sides)
            if pen is not None:
                middle = self.across / 2
                pen.ax.plot([middle, middle], [y - 0.05, below - 0.05], color=pen.theme.faint, lw=0.9)
            y = below
        return y

    def _legend(self, pen: _Pen | None, end: str, y: float) -> float:
        jobs = "; ".join(row.shown for row in self.ends[end])
        lines = wrap(jobs, self.across - (0 if self.narrow else 1.5), _SMALL, most=_MOST_LINES)
        first = y + 0.17 * self.narrow
        if pen is not None:
            pen.mark(end, (0.06, y), full=True)
            pen.say(f"{self._heading(end)}:", (0.2, y), size=_SMALL, weight="bold", color=pen.colour(end))
            for place, text in enumerate(lines):
                pen.say(text, (0 if self.narrow else 1.45, first + _LINE * place), size=_SMALL)
        return first + _LINE * len(lines) + 0.07

    def _columns(self, *, inner: bool) -> tuple[float, float, str]:
        """Return where the words of a side go, where its jobs begin, and at which edge the words align."""
        middle, jobs = self.across / 2, 2 * self.block
        if self.narrow:
            return 0.0, self.across - jobs, "left"
        if self.alone:
            return 0.0, middle + 0.2, "left"
        if inner:
            return middle + 0.2 + jobs, middle + 0.2, "left"
        return middle - 0.2 - jobs, middle - 0.1 - jobs, "right"

    def _side(self, pen: _Pen | None, rows: pd.DataFrame, y: float, *, inner: bool) -> float:
        """Draw one side: the words on the outside, the jobs towards the middle."""
        words, jobs, side = self._columns(inner=inner)
        if pen is not None:
            looks = {"size": _HEAD, "style": "italic", "color": pen.theme.soft}
            pen.say(INNER if inner else OUTER, (words, y), side=side, **looks)
        y, weak = y + 0.2, ""
        for row in rows.to_dict("records"):
            strong = row["word"] in patterns.FOUND
            if not strong and row["word"] != weak:
                weak = str(row["word"])
                y = self._greyed(pen, weak, (words, y), side)
            lines = wrap(self._label(row["line"]), self.room, _TEXT, bold=strong, most=3)
            high = _LINE * (len(lines) + strong)
            if pen is not None:
                looks = {"weight": "bold"} if strong else {"color": pen.theme.soft}
                for place, text in enumerate(lines):
                    pen.say(text, (words, y + _LINE * (place + 0.5)), side=side, size=_TEXT, **looks)
                if strong:
                    looks = {"size": _SMALL, "color": pen.theme.more}
                    pen.say(row["word"], (words, y + high - _LINE / 2), side=side, **looks)
                for place, end in enumerate((BEST, WORST)):
                    self._jobs(pen, row, end, (jobs + place * self.block, y + high / 2))
            y += high + _APART
        return y + 0.04

    @staticmethod
    def _greyed(pen: _Pen | None, word: str, at: tuple[float, float], side: str) -> float:
        """Write above the grey circumstances what they are, and return where the first of them is."""
        x, y = at
        if pen is not None:
            looks = {"size": _SMALL, "style": "italic", "color": pen.theme.soft}
            pen.say(f"{word}:", (x, y + _LINE / 2), side=side, **looks)
        return y + _LINE + 0.06

    def _jobs(self, pen: _Pen, row: dict[Hashable, Any], end: str, place: tuple[float, float]) -> None:
        (x, y), rows = place, self.ends[end]
        strong = row["word"] in patterns.FOUND
        values = self.result.contrast.wide[row["line"]]
        for number, job in enumerate(rows):
            at, value = (x + 0.07 + number * self.step, y), values[job.role]
            if pd.isna(value):
                pen.say(_DASH, at, side="center", size=_TEXT, color=pen.theme.soft)
            else:
                full, ring = float(value) > self.middles[row["line"]], job.role in self.current
                pen.mark(end, at, full=full, small=self.step / _STEP, ring=ring, grey=not strong)
        high, rated = row[f"{end}_high"], row[f"n_{end}"]
        said = f"{high}" if rated == len(rows) else f"{high} of {rated}"
        more = row["end"] == end and strong
        looks = {"weight": "bold", "color": pen.colour(end)} if more else {"color": pen.theme.soft}
        pen.say(said, (x + self.step * len(rows) + 0.06, y), size=_TEXT, **looks)


@dataclass(frozen=True)
class _Pen:
    """What is drawn with: axes in inches, colours, and the marks, which are drawn together."""

    ax: Axes
    theme: Theme
    marks: Marks

    def colour(self, end: str) -> str:
        return self.theme.best if end == BEST else self.theme.worst

    def say(self, text: str, at: tuple[float, float], *, side: str = "left", **looks: Any) -> None:  # noqa: ANN401
        self.ax.text(*at, text, ha=side, va="center", **{"color": self.theme.ink, **looks})

    def rule(self, text: str, end: str, y: float, across: float) -> None:
        """Write a heading with a hairline after it, up to the right edge."""
        size = _HEAD + 0.5
        self.say(text, (0, y), size=size, weight="bold", color=self.colour(end))
        start = width(text, size, bold=True) + 0.12
        if start < across:
            self.ax.plot([start, across], [y, y], color=self.theme.faint, lw=0.9, clip_on=False)

    def mark(
        self,
        end: str,
        at: tuple[float, float],
        *,
        full: bool,
        small: float = 1.0,
        ring: bool = False,
        grey: bool = False,
    ) -> None:
        """Draw the mark of a job, with a ring if the job goes on, and grey if the line has no word."""
        own = self.theme.ink if ring else self.colour(end)  # a job that goes on has no colour of how it went
        colour, shape = self.theme.middle if grey else own, "o" if end == BEST else "s"
        size = max(8.0 * small, 3.0)
        inside = colour if full else self.theme.ground
        looks: dict[str, Any] = {"markeredgecolor": colour, "markerfacecolor": inside, "markeredgewidth": 1.3}
        self.marks.add(*at, shape, markersize=size, **looks)
        if ring:
            looks = {"markeredgecolor": self.theme.ink, "markerfacecolor": "none", "markeredgewidth": 0.9}
            self.marks.add(*at, shape, markersize=size + 3.5 * small, **looks)
