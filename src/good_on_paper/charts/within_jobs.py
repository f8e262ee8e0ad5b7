"""Episodes within their jobs: in which jobs the better ones had more, or less, of each circumstance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.across import Across
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.text import plain, shorten, wrap
from good_on_paper.charts.words import Words
from good_on_paper.language.counts import count, quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import WithinJobs

KEY: Final = (
    "Each mark is a job: \N{BLACK RIGHT-POINTING TRIANGLE} there was more of it in what went better, "
    "\N{WHITE LEFT-POINTING TRIANGLE} less. A job counts once, where two episodes of it went differently."
)
NOTHING: Final = "What went better within my jobs had no one thing in common."
_WIDE, _NARROW = 8.6, 3.9
_TEXT, _SMALL = 10.0, 8.5
_STEP = 0.21  # inches between two marks at most
_LINE = 0.16


def within_jobs(
    result: WithinJobs,
    words: Mapping[str, Line] | None = None,
    *,
    jobs: Iterable[Hashable] | None = None,
    names: Naming = "names",
) -> Chart:
    """Draw in how many jobs there was more of each circumstance in the episodes that went better.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.within_jobs` gave.
    words
        The words of the lines; for a line without, we use its name.
    jobs
        All jobs in the person's order, so that each keeps its letter; by default the jobs in the result.
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart
        A row per line, with a mark per job on either side.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> told = pd.DataFrame({"role": ["A", "A"], "overall": [6, 2], "pace": [2, 7]})
    >>> within_jobs(patterns.within_jobs(told)).table.loc["pace"].tolist()
    ['', 'A', '']
    """
    shown = naming(list(result.signs.index) if jobs is None else jobs, names)
    draw = partial(_Within, result, words or {}, {str(role): name for role, name in shown.items()}, names)
    return replace(draw(_WIDE).chart(), narrow=lambda: draw(_NARROW).chart())


@dataclass(frozen=True)
class _Within(Across):
    result: WithinJobs
    words: Mapping[str, Line]
    shown: Mapping[str, str]
    names: Naming
    wide: float

    def chart(self) -> Chart:
        jobs = count(int(self.result.signs.notna().any(axis=1).sum()), "job")
        return Chart(
            name=f"Smaller than a job{' without names' * (self.names == 'letters')}",
            title=self._title(),
            alt=self._alt(),
            table=self._table(),
            small_print=(KEY, f"{count(self.result.episodes, 'episode')} in {jobs}, my own ratings."),
            body=Body(self.draw, self.height, self.edge, self.edge, above=0.15, below=0.1),
            width=self.wide,
        )

    # -- what it says

    @cached_property
    def rows(self) -> list[dict[Hashable, Any]]:
        return self.result.frame.to_dict("records")

    def _label(self, line: str) -> str:
        return plain((self.words.get(line) or Words(line)).label)

    def _title(self) -> str:
        if not self.rows:
            return NOTHING
        top = self.rows[0]
        many = max(top["more"], top["less"])
        if 2 * many <= top["roles"]:
            return NOTHING
        much = "more" if top["more"] > top["less"] else "less"
        where = "In the one job" if top["roles"] == 1 else f"In {many} of {top['roles']} jobs"
        return f"{where}, what went better had {much} of this: {quoted(self._label(top['line']))}."

    def _where(self, line: str, sign: int) -> str:
        roles = self.result.signs.index[self.result.signs[line].eq(sign)]
        return "; ".join(self.shown[str(role)] for role in roles)

    def _table(self) -> pd.DataFrame:
        heads = {"More of it in what went better": 1, "Less of it": -1, "As much": 0}
        lines = [row["line"] for row in self.rows]
        columns = {head: [self._where(line, sign) for line in lines] for head, sign in heads.items()}
        labels = [self._label(line) for line in lines]
        return pd.DataFrame(columns, pd.Index(labels, name="Circumstance", dtype="str"), dtype="str")

    def _alt(self) -> str:
        told = "; ".join(f"{self._label(row['line'])}: {self._counts(row)}" for row in self.rows)
        return f"A row per circumstance, a mark per job. {told}."

    def _counts(self, row: Mapping[Hashable, Any]) -> str:
        said = [f"{row[much]} {much}" for much in ("more", "less") if row[much]]
        said += [f"{row['same']} as much"] if row["same"] and not (self.narrow and said) else []
        return ", ".join(said)

    # -- where it stands, in inches from the top left

    @property
    def middle(self) -> float:
        return 1.3 if self.narrow else 4.75

    @property
    def half(self) -> float:
        return 1.15 if self.narrow else 1.55

    @cached_property
    def step(self) -> float:
        most = max((max(row["more"], row["less"]) for row in self.rows), default=1)
        return min(_STEP, self.half / max(most, 1))

    @cached_property
    def placed(self) -> list[tuple[dict[Hashable, Any], list[str], float, float]]:
        """Each row with the lines of its label, and how far down it begins and ends."""
        placed, y = [], 0.42
        room = self.across if self.narrow else self.middle - self.half - 0.15
        for row in self.rows:
            lines = wrap(self._label(row["line"]), room, _TEXT, most=2)
            high = _LINE * len(lines) + (0.34 if self.narrow else 0.2)
            placed.append((row, lines, y, y + high))
            y += high
        return placed

    @property
    def height(self) -> float:
        return self.placed[-1][3] + 0.05 if self.placed else 0.6

    def draw(self, ax: Axes, theme: Theme) -> None:
        ax.set(xlim=(0, self.across), ylim=(self.height, 0))
        ax.set_axis_off()
        marks = Marks()
        heads = (("right", "less of it", -0.14), ("left", "more of it", 0.14))
        for side, text, off in heads:
            said = ax.text(self.middle + off, 0.16, text, size=_SMALL, ha=side, va="center", weight="bold")
            said.set_color(theme.more if off > 0 else theme.ink)
        for row, lines, top, bottom in self.placed:
            label = top + _LINE * len(lines) / 2 if self.narrow else (top + bottom) / 2
            y = bottom - 0.17 if self.narrow else (top + bottom) / 2
            above = y - 0.13 if self.narrow else top
            ax.plot([self.middle] * 2, [above, bottom], color=theme.middle, lw=0.9)
            ax.text(0, label, "\n".join(lines), size=_TEXT, va="center", linespacing=1.05, color=theme.ink)
            self._marks(marks, theme, row, y)
            start = self.middle + self.half + 0.1
            counts = shorten(self._counts(row), self.across - start, _SMALL)
            ax.text(start, y, counts, size=_SMALL, va="center", color=theme.soft)
        marks.draw(ax)

    def _marks(self, marks: Marks, theme: Theme, row: Mapping[Hashable, Any], y: float) -> None:
        size = max(8.5 * self.step / _STEP, 3.0)
        for sign, much, shape in ((1, "more", ">"), (-1, "less", "<")):
            colour = theme.more if sign > 0 else theme.ink
            inside = colour if sign > 0 else theme.ground
            looks = {"markeredgecolor": colour, "markerfacecolor": inside, "markeredgewidth": 1.3}
            for place in range(row[much]):
                marks.add(self.middle + sign * (place + 0.6) * self.step, y, shape, markersize=size, **looks)
