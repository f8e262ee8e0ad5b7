"""The layout of a page of charts: sections under headings, a question on top, and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from good_on_paper.charts.chart import Chart
    from good_on_paper.charts.note import Note


@dataclass(frozen=True)
class Section:
    """Charts under one heading.

    Attributes
    ----------
    heading : str
        The heading above them.
    charts : sequence of Chart or Note
        In order; there may be none. They are made as they are asked for, if it is `Deferred`.
    sentence : str
        A sentence below the heading, without names of roles.
    fold : str
        The heading of a fold-out that holds all of them; without it they are open.
    listed : tuple of str
        The name of each chart in a list, where each opens in place; empty if the charts are open.
    """

    heading: str
    charts: Sequence[Chart | Note]
    sentence: str = ""
    fold: str = ""
    listed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A choice before somebody presses a button; we hear of each change at once.

    Attributes
    ----------
    label : str
        What is chosen.
    said : str
        What choosing it means.
    on : bool
        Whether it is chosen.
    choose : callable
        Takes whether it is chosen now; a `ChartError` says why it cannot be chosen.
    """

    label: str
    said: str
    on: bool
    choose: Callable[[bool], None]


@dataclass(frozen=True)
class Choice:
    """One of several, chosen from a list before somebody presses a button.

    Attributes
    ----------
    label : str
        What is chosen.
    options : tuple of str
        What can be chosen.
    at : int
        The place of the one chosen.
    choose : callable
        Takes the place of the new choice; a `ChartError` says why it cannot be chosen.
    """

    label: str
    options: tuple[str, ...]
    at: int
    choose: Callable[[int], None]


@dataclass(frozen=True)
class Choices:
    """Choices in a fold; one can change what the others offer.

    Attributes
    ----------
    fold : str
        The heading of the fold-out.
    said : str
        What choosing means.
    of : tuple of Choice
        In order.
    """

    fold: str
    said: str
    of: tuple[Choice, ...]


@dataclass(frozen=True)
class Ask:
    """What the page says and asks before it shows something.

    Attributes
    ----------
    heading : str
        What it is about.
    said : tuple of str
        What pressing the button means.
    button : str
        The label of the button.
    tick : Tick, optional
        What can be chosen first.
    choices : Choices, optional
        The same, if there is more to choose from.
    folded : bool
        Whether all of it is in a fold with a plain button: an offer beside the purpose of the page.
    """

    heading: str
    said: tuple[str, ...]
    button: str
    tick: Tick | None = None
    choices: Choices | None = None
    folded: bool = False


@dataclass(frozen=True)
class Slider:
    """A choice on top of the page that changes the charts.

    Attributes
    ----------
    label : str
        What is chosen.
    steps : tuple of str
        What can be chosen, from left to right.
    at : int
        The place of the one chosen at first.
    choose : callable
        Takes the place of the one chosen.
    as_list : bool
        Shown as a list to choose from: days rather than amounts.
    fold : str
        The heading of a fold-out that holds it; without it, it is open.
    """

    label: str
    steps: tuple[str, ...]
    at: int
    choose: Callable[[int], None]
    as_list: bool = False
    fold: str = ""


@dataclass(frozen=True)
class Layout:
    """A page of charts in sections.

    Attributes
    ----------
    sections : tuple of Section
        From top to bottom.
    notes : tuple of str
        Sentences above them all, without names of roles.
    ask : Ask, optional
        What the page asks on top; whatever is new waits for it.
    """

    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    ask: Ask | None = None

    def __len__(self) -> int:
        return sum(len(section.charts) for section in self.sections)

    def __iter__(self) -> Iterator[Chart | Note]:
        return (chart for section in self.sections for chart in section.charts)

    def __getitem__(self, place: int) -> Chart | Note:
        """Return a chart by its place from the top."""
        for section in self.sections:
            if place < len(section.charts):
                return section.charts[place]
            place -= len(section.charts)
        raise IndexError(place)

    def heads(self) -> list[dict[str, object]]:
        """Return each heading with the place of the chart it comes before."""
        found: list[dict[str, object]] = []
        start = 0
        for section in self.sections:
            found.append(
                {
                    "start": start,
                    "heading": section.heading,
                    "sentence": section.sentence,
                    "fold": section.fold,
                    "listed": list(section.listed),
                }
            )
            start += len(section.charts)
        return found
