"""The verdict and the ending: each job, and how dull it was at its worst, on an ordinary day, at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.chance import BY_TIME, in_words
from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.job_rows import MIDDLE, JobRow, Rows
from good_on_paper.charts.marks import Marks
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.tall_rows import PHONE, TallRows, with_phone
from good_on_paper.language.counts import came_up, capital, count, number

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Lean

_WIDTH, _RIGHT, _RIGHT_PHONE = 8.6, 1.0, 0.6
_SIZE: Final = 9.0
_LOW, _HIGH = 1, 7
_APART: Final = 0.31  # of a row
_MARKS: Final = ("^", "o", "s")
_KEY: Final = (
    "How dull: \N{WHITE UP-POINTING TRIANGLE} at its worst, \N{WHITE CIRCLE} on an ordinary day, "
    "\N{BLACK SQUARE} at the end."
)
_METHOD: Final = "End and ordinary day swapped within each job; rank sums with how it went, either way."


def lean(result: Lean, said: Mapping[str, str], *, names: Naming = "names") -> Chart:
    """Draw how dull each job was at its worst, on an ordinary day and at the end, best verdict on top.

    Parameters
    ----------
    result
        What `good_on_paper.patterns.lean` gave, its parts in that order.
    said
        The name of each part: "at the end".
    names
        "names", or "letters" for Job A, B, C.

    Returns
    -------
    Chart
        A row per job, best verdict first, with three marks from 1 to 7.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = {"verdict": [1, 7], "worst": [7, 3], "day": [5, 2], "end": [6, 1]}
    >>> jobs = pd.DataFrame(jobs, index=["Cook", "Editor"])
    >>> said = {"worst": "at its worst", "day": "on an ordinary day", "end": "at the end"}
    >>> lean(patterns.lean(jobs, "verdict", "end", "day", ["worst"], key=-1), said).table.index.tolist()
    ['Editor', 'Cook']
    """
    parts = [str(part) for part in result.frame["part"]]
    went = result.wide[result.verdict].sort_values(ascending=False, kind="stable")
    shown = naming(result.wide.index, names)
    rows = Rows(tuple(JobRow(role, shown[role], float(value), MIDDLE) for role, value in went.items()))
    values = result.wide[parts].itertuples(index=False, name=None)
    picture = _Lean(rows, parts, dict(zip(result.wide.index, values, strict=True)))
    table = {
        capital(said[part]): [number(float(v)) for v in result.wide.loc[went.index, part]] for part in parts
    }
    chart = Chart(
        name=f"How it went and how it ended{' without names' if names == 'letters' else ''}",
        title=_finding(result, said),
        alt=picture.alt(said),
        table=pd.DataFrame(
            {"How it went": [number(float(value)) for value in went], **table},
            pd.Index([row.shown for row in rows.rows], name="Job"),
            dtype="str",
        ),
        small_print=(_KEY, _worth(result, shown), f"{count(len(rows), 'job')} with all the answers."),
        body=picture.body(),
        width=_WIDTH,
        figures=(_taus(result, said), _METHOD),
    )
    tall = replace(picture, rows=TallRows(rows.rows), wide=PHONE)
    return with_phone(chart, tall.body)


@dataclass(frozen=True)
class _Lean:
    rows: Rows
    parts: Sequence[str]
    values: Mapping[Hashable, tuple[float, ...]]
    wide: float = _WIDTH

    @property
    def right(self) -> float:
        return _RIGHT if self.wide == _WIDTH else _RIGHT_PHONE

    @cached_property
    def inches(self) -> float:
        return self.wide - self.rows.left - self.right

    @property
    def apart(self) -> float:
        """Of a row, between the three marks of a job."""
        return _APART if self.wide == _WIDTH else _APART / 3

    def body(self) -> Body:
        return Body(self.draw, self.rows.height, self.rows.left, self.right, above=0.45, below=0.3)

    def draw(self, ax: Axes, theme: Theme) -> None:
        self.rows.label(ax, theme, self.inches)
        ax.set_xlim(_LOW - 0.3, _HIGH + 0.3)
        above = self.rows.top - 0.06 / self.rows.pitch
        for end, text in ((_LOW, "a yawn at most"), (_HIGH, "every minute was long")):
            side = "left" if end == _LOW else "right"
            ax.text(end, above, text, size=_SIZE, color=theme.soft, style="italic", ha=side, va="bottom")
        beside = ax.get_yaxis_transform()
        ax.text(1.02, above, "it went", size=_SIZE, color=theme.soft, transform=beside, va="bottom")
        ax.hlines(range(len(self.rows)), _LOW, _HIGH, color=theme.faint, lw=0.8, zorder=0)
        marks = Marks()
        faces = (theme.ground, theme.ground, theme.more)
        for y, row in enumerate(self.rows.rows):
            looks = zip(_MARKS, faces, self.values[row.role], strict=True)
            for place, (mark, face, value) in enumerate(looks):
                edge = theme.more if mark == "s" else theme.middle
                marks.add(value, y + (place - 1) * self.apart, mark, ms=7, mew=1.6, mfc=face, mec=edge)
            ax.text(1.02, y, number(row.went or 0), transform=beside, va="center", color=theme.ink)
        marks.draw(ax)

    def alt(self, said: Mapping[str, str]) -> str:
        told = "; ".join(
            f"{row.shown} went {number(row.went or 0)}, {self._of(row, said)}" for row in self.rows.rows
        )
        return f"Jobs by how they went, best on top, with how dull each was from 1 to 7. {told}."

    def _of(self, row: JobRow, said: Mapping[str, str]) -> str:
        parts = zip(self.parts, self.values[row.role], strict=True)
        return ", ".join(f"{said[part]} {number(value)}" for part, value in parts)


def _finding(result: Lean, said: Mapping[str, str]) -> str:
    rows = result.frame.set_index("part")
    pairs = int(rows["pairs"].max()) if len(rows) else 0
    if not pairs:
        return "How it went and how it ended: no two fully answered jobs went differently."
    *others, ordinary, end = (f"{said[str(part)]} in {agree}" for part, agree in rows["agree"].items())
    begun = f"Of two jobs, the better one was less dull {end} of {count(pairs, 'pair')}"
    return f"{begun}, {', '.join([ordinary, *others])}."


def _worth(result: Lean, shown: Mapping[Hashable, str]) -> str:
    word = in_words(result.word)
    if result.word == patterns.TOO_FEW:
        return word
    how = f"{result.swaps:,} times" if result.swaps == patterns.SHUFFLES else f"in all {result.swaps:,} ways"
    way = {1: "towards the end", -1: "towards the ordinary day"}.get(result.way, "either way")
    leans = f" How I rate a job leans {way}." if result.word != patterns.SHUFFLE else ""
    if result.drift:
        return f"{word} {BY_TIME}"
    swapped = f"We swapped the end and the ordinary day within the jobs {how}"
    said = f"{word}{leans} {swapped}: a lean this far {came_up(result.as_far, result.swaps)}."
    if result.rests_on and result.word == patterns.WORTH:
        names = {str(role): name for role, name in shown.items()}
        said += f" It rests on {names.get(result.rests_on, 'one job')}: without it, less than half is left."
    return said


def _taus(result: Lean, said: Mapping[str, str]) -> str:
    told = [
        f"{said[str(part)]} {'we cannot tell' if pd.isna(tau) else f'{float(tau):.2f}'}"
        for part, tau in result.frame.set_index("part")["tau"].items()
    ]
    tau_b = "Kendall\N{RIGHT SINGLE QUOTATION MARK}s tau-b"
    return f"{tau_b} of not being dull with how it went: {'; '.join(told)}."
