"""The charts that a person can take home in a report. None of them is a look: they show the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import charts
from good_on_paper.frames import FrameError
from good_on_paper.pages.in_common.drawn import line_up
from good_on_paper.pages.start import needed, paper_against_lived
from good_on_paper.patterns import FOUND
from good_on_paper.study import looks
from good_on_paper.study.barometer import reading
from good_on_paper.study.contrast import report
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

_MOST: Final = 6
"""Charts of single circumstances: what stood out first, then what was needed."""


def report_charts(
    person: Person, chosen: Collection[str], names: Naming = "names", *, private: bool = False
) -> list[Chart]:
    """Return the charts that were chosen and can be drawn.

    Parameters
    ----------
    person, names
        Whose they are, and whether their jobs are named.
    chosen : collection of str
        Keys of `REPORT_CHARTS`.
    private : bool
        Include circumstances that are marked private.
    """
    found = []
    for key, (_, make) in REPORT_CHARTS.items():
        if key in chosen:
            found += list(make(person, names, private))
    return found


def _circumstances(person: Person, names: Naming, private: bool) -> Iterator[Chart]:
    """Draw what stood out in the last look, and what the person said they need."""
    then = looks.seen(person)
    if then is None:
        return
    result = report(then)
    words = result.frame[result.frame["line"].isin(then.lines().columns)].set_index("line")["word"]
    stood_out = [str(line) for line in words.index if words[line] in FOUND]
    needed_ones = [line for line in then.guesses if line in words.index]
    lines = [
        line for line in dict.fromkeys([*stood_out, *needed_ones]) if private or not _is_private(then, line)
    ]
    for line in lines[:_MOST]:
        yield line_up(result, line, names=names)


def _is_private(person: Person, line: str) -> bool:
    return line in person.catalogue and person.catalogue.item(line).private


def _lived(person: Person, names: Naming, _private: bool) -> Iterator[Chart]:
    try:
        chart = None if after_a_no(person) else paper_against_lived.drawn(person, names)
    except FrameError:  # on two scales: its own page says so
        return
    if chart is not None:
        yield chart


def _dull(person: Person, names: Naming, _private: bool) -> Iterator[Chart]:
    if not needed.dull(person):
        yield charts.swimmer(person.boredom(), names=names)


def _barometer(person: Person, names: Naming, _private: bool) -> Iterator[Chart]:
    if not after_a_no(person) and not (read := reading(person)).told.empty:
        yield charts.barometer(read.told, read.result, names=names)


REPORT_CHARTS: Final[Mapping[str, tuple[str, Callable[[Person, Naming, bool], Iterator[Chart]]]]] = {
    "circumstances": ("What stood out, and what you need", _circumstances),
    "lived": ("On paper, and lived", _lived),
    "dull": ("When it got dull", _dull),
    "barometer": ("Your barometer", _barometer),
}
"""The name of each in the choice, and what draws it."""
