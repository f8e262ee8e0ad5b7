"""Roles as the rows of a picture: ordered by how they went, named on the left, in groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.names import Naming, naming
from good_on_paper.charts.text import lines_high, name_lines, width
from good_on_paper.language.counts import span

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.patterns import Contrast

BEST, MIDDLE, WORST, UNRATED = "best", "middle", "worst", "unrated"
TOLD = (BEST, WORST)
ENDS = ("went best", "went least well")
"""What the jobs at both ends did, after "jobs that"."""
_DOWN = (BEST, MIDDLE, WORST, UNRATED)
EDGE = 0.3
"""Margin of a sheet, in inches."""

_ROOMY = 16  # rows up to which each has the height of two lines of text
_TWO = 2
_LEFT_MOST, _LEFT_LEAST = 2.7, 0.5
_GAP = 0.24
_SMALL = 9.0


@dataclass(frozen=True)
class Order:
    """Names for the jobs at both ends of a line-up, and what puts the jobs in order.

    Attributes
    ----------
    best, worst : str
        Names for the jobs on top and at the bottom: "my 3 {best} jobs", "my 3 {worst}".
    shuffled : str
        What shuffling mixes up: "how the jobs went".
    kin : str
        The sentence for a line that says nearly the same.
    says : mapping
        The answer about each job, in place of a number; empty for how it went.
    spans : mapping
        The same for each group.
    middle : str
        The name for the jobs in between: "3 {middle}".
    parted : str
        Which jobs are compared, unless it is the thirds at both ends.
    lowest, short : str
        Names for the jobs at the bottom in a sentence, and beside them, if not "my 3 {worst}": "the {} that
        went least well".
    highest : str
        The name for the jobs on top in a sentence, if not "my 3 {best} jobs".

    Examples
    --------
    >>> Order(highest="the {} that lasted longest").on_top(3)
    'the 3 that lasted longest'
    >>> Order(best="longest", worst="shortest").on_top(3)
    'my 3 longest jobs'
    """

    best: str = BEST
    worst: str = "went least well"
    shuffled: str = "how the jobs went"
    kin: str = "It says nearly the same as how it went, so we do not count it as a pattern."
    says: Mapping[Hashable, str] = field(default_factory=dict)
    spans: Mapping[str, str] = field(default_factory=dict)
    middle: str = "between"
    parted: str = ""
    lowest: str = ""
    short: str = ""
    highest: str = ""

    def called(self, group: str) -> str:
        """Return the name of a group.

        Returns
        -------
        str
            Its name in this order, or `group` itself where the order has none.
        """
        return {BEST: self.best, WORST: self.worst}.get(group, group)

    def on_top(self, size: int, rated: int | None = None) -> str:
        """Name the jobs on top: "my 3 best jobs", "my best job". Only rated ones count.

        Returns
        -------
        str
            For the middle of a sentence, in the first person.
        """
        if self.highest:
            return self.highest.format(_so_many(size, rated))
        some = rated is not None and 0 < rated < size
        if size == 1:
            return f"my {self.best} job"
        if not some:
            return f"my {size} {self.best} jobs"
        return f"my {'one' if rated == 1 else rated} {self.best} job{'s' * (rated != 1)} with a rating"

    def at_the_bottom(self, size: int, rated: int | None = None) -> str:
        """Name the jobs at the bottom: "the 3 that went least well". Only rated ones count.

        Returns
        -------
        str
            For the middle of a sentence; "the" or "my" is part of it.
        """
        if self.lowest:
            return self.lowest.format(_so_many(size, rated))
        some = rated is not None and 0 < rated < size
        number = rated if some else size
        told = "one" if number == 1 else str(number)
        return f"my {told} {self.worst}{' with a rating' * some}"

    def beside(self, group: str, size: int) -> str:
        """Return the label beside the rows of a group at one of the ends.

        Returns
        -------
        str
            A label of a few words, in the first person.
        """
        if group == WORST and self.short:
            return self.short.format(size)
        return f"my {size} {self.called(group)}".replace(" 1 ", " ")


def _so_many(size: int, rated: int | None) -> str:
    """Count the jobs at an end for the middle of a name: "3", "one", "2 rated jobs"."""
    some = rated is not None and 0 < rated < size
    number = rated if some else size
    told = "one" if number == 1 else str(number)
    return f"{told} rated job{'s' * (number != 1)}" if some else told


WENT = Order(lowest="the {} that went least well", short="{} went least well")
_SAME = "What we say about chance goes by the order of all jobs, however you group them."
BY_SPLIT: Final[Mapping[str, Order]] = {
    patterns.THIRDS: WENT,
    patterns.MEDIAN: Order(
        "better",
        "less well",
        parted="Better: the half of the jobs that went better. The others went less well; jobs that went "
        "equally well stay together. " + _SAME,
        lowest="the {} that went less well",
        short="{} less well",
    ),
    patterns.MARKS: Order(
        "\N{LEFT DOUBLE QUOTATION MARK}went well\N{RIGHT DOUBLE QUOTATION MARK}",
        "\N{LEFT DOUBLE QUOTATION MARK}would not do again\N{RIGHT DOUBLE QUOTATION MARK}",
        middle="others",
        parted="Compared: the job I said went well, and the one I would not do again. " + _SAME,
        lowest="the {} I would not do again",
        highest="the {} that went well",
    ),
}
"""The order of how jobs went, with the names that each split gives the jobs."""


@dataclass(frozen=True)
class JobRow:
    """A role: its name in this chart, how it went, and its group."""

    role: Hashable
    shown: str
    went: float | None
    group: str


@dataclass(frozen=True)
class Rows:
    """Roles from top to bottom, best first, those without an outcome last."""

    rows: tuple[JobRow, ...]

    @classmethod
    def named(cls, labels: Mapping[str, str], groups: Mapping[str, str] | None = None) -> Rows:
        """Make a row for each name, by key, in this order; another group goes below a hairline."""
        return cls(
            tuple(JobRow(key, label, None, (groups or {}).get(key, MIDDLE)) for key, label in labels.items())
        )

    def __len__(self) -> int:
        return len(self.rows)

    def of(self, group: str) -> list[JobRow]:
        """Return the rows of a group, from top to bottom."""
        return [row for row in self.rows if row.group == group]

    @property
    def roomy(self) -> bool:
        """Whether there is room for two lines per row."""
        return len(self) <= _ROOMY

    @property
    def size(self) -> float:
        """Of the names, in points."""
        return 10.5 if self.roomy else 9.0

    @property
    def pitch(self) -> float:
        """Height of a row in inches."""
        if not self.roomy:
            return 0.25 + 0.14 * (self.most - 1)
        return 0.4 + 0.16 * (self.most - _TWO)

    @cached_property
    def most(self) -> float:
        """Lines that a name is high at most: one or two, and more only where these would cut one."""
        least = _TWO if self.roomy else 1
        needed = (lines_high(row.shown, self._room, self.size, bold=True) for row in self.rows)
        return max(least, *needed) if self.rows else least

    @property
    def _room(self) -> float:
        """Width of the names in inches, a hair more than the widest."""
        return self.left - EDGE - _GAP + 0.01

    @property
    def top(self) -> float:
        """Where the first row begins, counted in rows."""
        return -0.5

    @property
    def height(self) -> float:
        """Of all rows together, in inches."""
        return (max(len(self), 1) - 0.5 - self.top) * self.pitch

    @cached_property
    def left(self) -> float:
        """Room for the names, in inches."""
        widest = max((width(row.shown, self.size, bold=True) for row in self.rows), default=0)
        return EDGE + min(max(widest, _LEFT_LEAST), _LEFT_MOST) + _GAP

    @property
    def borders(self) -> list[float]:
        """Heights, counted in rows, between two groups."""
        groups = [row.group for row in self.rows]
        return [place + 0.5 for place in range(len(groups) - 1) if groups[place] != groups[place + 1]]

    def label(self, ax: Axes, theme: Theme, inches: float) -> None:
        """Name the rows, left of axes so many inches wide; a hairline between groups."""
        ax.set_ylim(max(len(self), 1) - 0.5, self.top)
        ax.set_axis_off()  # names are plain text: ticks would take half of the drawing time
        across = ax.get_yaxis_transform()
        for place, row in enumerate(self.rows):
            lines, size = name_lines(row.shown, self._room, self.size, bold=True)
            name = ax.text(-_GAP / inches, place, "\n".join(lines), transform=across, label="name")
            name.set(size=size, weight="bold" if row.group in TOLD else "normal", linespacing=1.05)
            name.set(ha="right", va="center", color=theme.ink)
        hairs = ax.hlines(self.borders, -0.02, 1.02, transform=across, color=theme.middle, linewidth=0.7)
        hairs.set_clip_on(False)

    def bracket(self, ax: Axes, theme: Theme, x: float, went: str, order: Order = WENT) -> None:
        """Write on the right, at `x` of the axes' width, which group the rows are and how they went."""
        headings = {
            BEST: (order.beside(BEST, len(self.of(BEST))), theme.best),
            MIDDLE: (f"{len(self.of(MIDDLE))} {order.middle}", theme.soft),
            WORST: (order.beside(WORST, len(self.of(WORST))), theme.worst),
            UNRATED: ("", theme.soft),
        }
        across = ax.get_yaxis_transform()
        for group, (heading, colour) in headings.items():
            places = [place for place, row in enumerate(self.rows) if row.group == group]
            if not places or (group == MIDDLE and not self.of(BEST)):
                continue
            centre, apart = sum(places) / len(places), 0.09 / self.pitch if heading else 0.0
            weight = "bold" if group in TOLD else "normal"
            for text, y, of, heft in (
                (heading, centre - apart, colour, weight),
                (order.spans.get(group, f"{went}: {self.went(group)}"), centre + apart, theme.soft, "normal"),
            ):
                ax.text(x, y, text, color=of, weight=heft, size=_SMALL, va="center", transform=across)

    def went(self, group: str) -> str:
        """Write how a group went: "6 to 7", or "not said"."""
        given = [row.went for row in self.of(group) if row.went is not None]
        return span(given) if given else "not said"


def rows_of(result: Contrast, names: Naming = "names") -> Rows:
    """Order the roles of a contrast, best on top, equals in the person's order, marked jobs at the ends."""
    shown = naming(result.wide.index, names)
    went = result.wide[result.outcome].sort_values(ascending=False, kind="stable", na_position="last")
    groups = {role: UNRATED if pd.isna(group) else str(group) for role, group in result.groups.items()}
    rows = [
        JobRow(role, shown[role], None if pd.isna(value) else float(value), groups[role])
        for role, value in went.items()
    ]
    return Rows(tuple(sorted(rows, key=lambda row: _DOWN.index(row.group))))
