"""Looks: each dated request to see what goes with how it went, and which cells it showed.

A look is an answer about the person: which cells had a number when they asked. The first look freezes the
guesses and the outcomes. New lines or roles make another look, which can spend little (see
`good_on_paper.patterns.look_budget`). A look at too few roles for any finding costs nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from good_on_paper import patterns
from good_on_paper.frames.definitions import side_of
from good_on_paper.frames.quiet import asked_roles
from good_on_paper.language.day_names import in_full
from good_on_paper.study.declare import declare
from good_on_paper.study.declared import LOOK, given
from good_on_paper.study.definitions import IN_LOOK

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from good_on_paper.study.person import Person


@dataclass(frozen=True)
class Look:
    """One dated look.

    Attributes
    ----------
    given : datetime
        When.
    seq : int
        The look shows the record as it stood after that many answers; the look itself is the answer `taken`.
    lines, roles : tuple of str
        Keys of the lines, and ids of the roles, that were rated at the time.
    outcomes : tuple of str
        Declared by then, the main one first.
    """

    given: datetime
    taken: int
    seq: int
    lines: tuple[str, ...]
    roles: tuple[str, ...]
    outcomes: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day in words: "22 November 2026"."""
        return in_full(self.given)


@dataclass(frozen=True)
class Page:
    """A subject of looks (how it went, or when it got dull), with looks of its own.

    Attributes
    ----------
    item : str
        The item under which its looks are kept.
    cells : callable
        Takes a person at a moment; returns the cells that a look at the page would show: role, line, and what
        else tells cells apart.
    outcomes : callable
        Takes a record; returns what a look at it is about.
    fewest : int
        On how many roles a line must be rated before another look is worth its price.
    """

    item: str
    cells: Callable[[Person], set[tuple[str, ...]]]
    outcomes: Callable[[Person], tuple[str, ...]]
    fewest: int = 0


def looks(person: Person, item: str = LOOK) -> list[Look]:
    """Return the looks so far, oldest first."""
    return [
        Look(
            answer.given,
            answer.seq,
            answer.value["seq"],
            tuple(answer.value["lines"]),
            tuple(answer.value["roles"]),
            tuple(answer.value["outcomes"]),
        )
        for answer in given(person, item)
    ]


def _cells(person: Person) -> set[tuple[str, ...]]:
    """Return which roles were rated on which lines, for each declared outcome that they have."""
    declared = person.outcomes
    keys = {item.key for item in person.catalogue.items("circumstance", hidden=True)}.difference(declared)
    standing = person.counted(items=[*keys, *declared])
    there = {cell for cell, answer in standing.items() if answer.state == "value"}
    listed = {unit.id for unit in asked_roles(person)}
    for outcome in filter(side_of, declared):  # the figure of a job under an own definition is no answer
        went, ids = person.went_by(outcome), person.ratings().attrs["unit"]
        there |= set() if went is None else {(ids[role], outcome) for role in went.dropna().index}
    return {
        (role, line, outcome)
        for role, line in there
        for outcome in declared
        if line in keys and role in listed and (role, outcome) in there
    }


WENT = Page(LOOK, _cells, lambda person: person.outcomes, patterns.FEWEST_VALUES)
"""What goes with how it went."""


@dataclass(frozen=True)
class Waiting:
    """What a look would show that none has shown yet.

    Attributes
    ----------
    roles, lines : int
        How many are rated in all.
    more_roles, more_lines : int
        How many of these were not rated yet at the last look; before the first, all.
    """

    roles: int
    lines: int
    more_roles: int
    more_lines: int


def waiting(person: Person, page: Page = WENT) -> Waiting | None:
    """Return what a look would newly show; None if nothing. A new rating in a seen cell is not new.

    After a first look, a line on too few roles to be compared is nothing either: it would spend a look.
    """
    return person.kept(("waiting", page.item), lambda: _waiting(person, page))


def take(person: Person, page: Page = WENT) -> None:
    """Store a look if it shows cells that no look has shown yet; at a past moment, store none."""
    if person.moment is not None or waiting(person, page) is None:
        return
    with person.record.batch():  # no answer can come between what the look shows and the look itself
        newest = person.record.newest
        cells = _cells_of(person, page, newest)
        value = {
            "seq": newest,
            "lines": sorted({cell[1] for cell in cells}),
            "roles": sorted({cell[0] for cell in cells}),
            "outcomes": list(page.outcomes(person)),
        }
        own = {key: person.definition(key).stored for key in person.outcomes if side_of(key)}
        value |= {IN_LOOK: own} if own and page.item == LOOK else {}
        look = declare(person, page.item, value, sitting=person.record.sitting("look"))
    person.record.note_look(look)


def seen(person: Person, page: Page = WENT) -> Person | None:
    """Return the record as the last look showed it, or as it is if nothing waits; None before the first."""
    taken = looks(person, page.item)
    if not taken:
        return None
    return person if waiting(person, page) is None else person.as_of(taken[-1].taken)


def _cells_of(person: Person, page: Page, moment: int) -> set[tuple[str, ...]]:
    is_now = person.moment is None and moment == person.record.newest
    then = person if is_now else person.as_of(moment)
    return person.kept(("cells", page.item, moment), lambda: page.cells(then), looks=False)


def _compared(cells: set[tuple[str, ...]], new: set[tuple[str, ...]], fewest: int) -> bool:
    """Return whether a line of a new cell can be compared by now; a look at too few roles is free anyway."""
    many = Counter(cell[1:] for cell in cells)
    return len({cell[0] for cell in cells}) < fewest or any(many[cell[1:]] >= fewest for cell in new)


def _waiting(person: Person, page: Page) -> Waiting | None:
    cells = _cells_of(person, page, person.record.newest)
    last = looks(person, page.item)[-1:]
    seen = _cells_of(person, page, last[0].seq) if last else set()
    if cells <= seen or (last and not _compared(cells, cells - seen, page.fewest)):
        return None
    roles, lines = ({cell[part] for cell in cells} for part in (0, 1))
    before = last[0] if last else None
    return Waiting(
        len(roles),
        len(lines),
        len(roles.difference(before.roles if before else ())),
        len(lines.difference(before.lines if before else ())),
    )
