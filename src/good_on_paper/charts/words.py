"""The words of a line, and the sentences a chart says with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from good_on_paper import patterns
from good_on_paper.charts.job_rows import BEST, WENT, WORST, Order
from good_on_paper.charts.text import plain
from good_on_paper.language.counts import count, number, quoted
from good_on_paper.language.findings import End, compared

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from good_on_paper.patterns import Contrast

# as the buttons say it
BLANKS = {
    "na": "doesn\N{RIGHT SINGLE QUOTATION MARK}t apply",
    "cant_recall": "can\N{RIGHT SINGLE QUOTATION MARK}t remember",
    "skip": "skipped",
}
NO_RATING = "no rating"


class Line(Protocol):
    """The words of a line; an item of the catalogue has them.

    Examples
    --------
    >>> pace: Line = Words("Pace", low="slow", high="fast")
    >>> pace.high
    'fast'
    """

    @property
    def label(self) -> str:
        """A short name."""

    @property
    def said(self) -> str:
        """The high end as a finding: "In 3 of my 3 best jobs {said}"."""

    @property
    def low(self) -> str:
        """What the low end means."""

    @property
    def high(self) -> str:
        """What the high end means."""


@dataclass(frozen=True)
class Words:
    """The words of a line that is not in a catalogue, such as a column of a CSV file.

    Attributes
    ----------
    label, said, low, high
        As in `Line`; without `said`, a title says that the label was high.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import charts, patterns
    >>> jobs = pd.DataFrame({"overall": [7, 6, 2, 1], "pace": [1, 3, 6, 7]}, index=list("ABCD"))
    >>> pace = Words("Pace", said="I could not keep up", low="slow", high="fast")
    >>> charts.lineup(patterns.contrast(jobs, split="median"), "pace", pace).title
    'In neither of my 2 better jobs, but in both of the 2 that went less well, I could not keep up.'
    """

    label: str
    said: str = ""
    low: str = "low"
    high: str = "high"


@dataclass(frozen=True)
class Counts:
    """The figures of one line, out of a contrast.

    Attributes
    ----------
    low, high
        Ends of the scale.
    rated, rated_high
        How many jobs are rated, and how many of them above the middle.
    best, best_rated, best_high
        Size of the group, jobs rated in it, and of them those above the middle; the same for the worst.
    """

    low: float
    high: float
    rated: int
    rated_high: int
    best: int
    best_rated: int
    best_high: int
    worst: int
    worst_rated: int
    worst_high: int

    @classmethod
    def of(cls, result: Contrast, line: str) -> Counts:
        """Take the figures of a line."""
        found: dict[Any, Any] = result.frame[result.frame["line"] == line].iloc[0].to_dict()
        given = result.wide[line].dropna()
        return cls(
            low=float(found["low"]),
            high=float(found["high"]),
            rated=len(given),
            rated_high=int((given > (found["low"] + found["high"]) / 2).sum()),
            best=int(result.groups.eq(BEST).sum()),
            best_rated=int(found["n_best"]),
            best_high=int(found["best_high"]),
            worst=int(result.groups.eq(WORST).sum()),
            worst_rated=int(found["n_worst"]),
            worst_high=int(found["worst_high"]),
        )


def finding(counts: Counts, words: Line, order: Order = WENT) -> str:
    """Write what was found: "In 2 of my 3 best jobs I chose my work; in 1 of the 3 that went least well."."""
    label = plain(words.label)
    said = plain(words.said).rstrip(".;, ") or f"{quoted(label)} was high"
    if not counts.rated:
        return f"{label}: no rating yet."
    if not counts.best:
        mine = f"my {counts.rated} jobs" if counts.rated > 1 else "the one job I rated"
        return compared(said, End(counts.rated_high, counts.rated, mine))
    neither = f"{label}: the jobs at either end are not rated."
    best = End(counts.best_high, counts.best_rated, order.on_top(counts.best, counts.best_rated))
    lowest = order.at_the_bottom(counts.worst, counts.worst_rated)
    return compared(said, best, End(counts.worst_high, counts.worst_rated, lowest)) or neither


def counted_as(counts: Counts) -> tuple[str, ...]:
    """Write from which rating on a title counts a job: "in none of them" is not "never"."""
    if not counts.rated:
        return ()
    middle, low, high = (number(end) for end in ((counts.low + counts.high) / 2, counts.low, counts.high))
    return (f"Counted as true of a job: rated above {middle} on the scale of {low} to {high}.",)


def rests_on(result: Contrast, rated: int, order: Order = WENT) -> tuple[str, ...]:
    """Write how few jobs a chart rests on, and what it would need, without any name."""
    jobs = count(result.units, "job")
    counts = f"{jobs}, {'all' if rated == result.units > 1 else rated} rated."
    if result.groups.eq(BEST).any():
        return (counts,)
    if result.units == 1:
        return (counts, "One job cannot be put in order; it takes two that went differently.")
    if order.says:
        said = f"I answered it for {result.rated} of {jobs}"
        return (counts, f"{said}; once two differ, we can put them in order.")
    if result.rated > 1:
        return (counts, f"All {count(result.rated, 'job')} went equally well, so they have no order.")
    said = f"I said how it went for {result.rated} of {jobs}"
    return (counts, f"{said}; once two went differently, we can put them in order.")


def lacks(result: Contrast, line: str) -> tuple[str, ...]:
    """Write what a line lacks for a comparison if there are enough jobs, without any name."""
    given = result.wide.loc[result.wide[result.outcome].notna(), line].dropna()
    if result.rated < patterns.FEWEST_ROLES or given.empty:
        return ()
    if len(given) < patterns.FEWEST_VALUES:
        few = f"We can compare this from {patterns.FEWEST_VALUES} jobs on"
        return (f"{few}: rate it for more in {quoted('What it was like')}.",)
    if given.min() == given.max():
        return ("All jobs have the same answer here, so there is nothing to compare.",)
    return ()


def blanks(reasons: pd.DataFrame | None, roles: Iterable[Hashable], line: str) -> dict[Hashable, str]:
    """Return why the cell of each role on a line is blank, if the person said so."""
    said = {} if reasons is None or line not in reasons else reasons[line].to_dict()
    return {role: BLANKS.get(str(said.get(role)), NO_RATING) for role in roles}
