"""What the head of a job in a CV says, and what the heads of most jobs have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.head_layout import layouts_of, parted
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.towns import is_known_place, is_land

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Habit:
    """What most jobs of a section have in common, for those whose own words are not clear.

    Parameters
    ----------
    order : str
        "title" or "employer": which of two lines comes first.
    lines : tuple of int or None
        Which line has the job title, and which the employer.
    whole : bool
        Whether both stand in one line.
    parts : int
        How many names that line has.
    layouts : mapping of tuple of str to tuple of int
        For lines with the same separators: which name is the job title, and which the employer.
    loud : str
        "title" or "employer": which of the two most jobs write in capitals.
    placed : bool
        Whether where it was stands beside the dates.
    towns : bool
        Whether most jobs say where they were.
    lands : bool
        Whether most jobs name only a land or a region.
    placed_known : bool
        Whether a job names a town that many name.
    told : set of tuple of str
        The first signs of lines whose employer is told by its words, or by a known town behind it.
    """

    order: str = ""
    lines: tuple[int, int] | None = None
    whole: bool = False
    parts: int = 0
    layouts: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)
    loud: str = ""
    placed: bool = False
    towns: bool = False
    lands: bool = False
    placed_known: bool = False
    told: frozenset[tuple[str, ...]] = frozenset()


NO_HABIT: Final = Habit()
_ENOUGH: Final = 4
"""Twice the number of jobs that must share a habit before the others are read by it."""


@dataclass
class Head:
    """What the head of a job says.

    Parameters
    ----------
    title, employer, place, kind : str
    left : list of str
        Lines and terms for which a job has no field.
    order : str
        "title" or "employer": which of two lines came first, if their words show it; else empty.
    lines : tuple of int or None
        Which line has the title and which the employer, if their words show it.
    whole, split : bool
        Whether the words of one line show both, and whether one line may hold both.
    parts : int
        How many names the line with both has.
    assumed : str
        What we assumed where no word shows it, as a note for the person.
    line : str
        The one line with names that it was read from; empty where there were more.
    placed : bool
        Whether a known town stood beside the dates.
    """

    title: str = ""
    employer: str = ""
    place: str = ""
    kind: str = ""
    left: list[str] = field(default_factory=list)
    order: str = ""
    lines: tuple[int, int] | None = None
    whole: bool = False
    split: bool = False
    parts: int = 0
    assumed: str = ""
    line: str = ""
    placed: bool = False


def habit_of(heads: Sequence[Head]) -> Habit:
    """Return what most jobs of a section have in common."""
    orders = Counter(head.order for head in heads if head.order).most_common(2)
    clear = len(orders) == 1 or (len(orders) > 1 and orders[0][1] > orders[1][1])
    order = orders[0][0] if clear and 2 * orders[0][1] >= min(len(heads), _ENOUGH) else ""
    lines = Counter(head.lines for head in heads if head.lines).most_common(1)
    split = sum(head.whole or head.split for head in heads)
    whole = any(head.whole for head in heads) and 2 * split > len(heads)
    parts = Counter(head.parts for head in heads if head.whole).most_common(1)
    return Habit(
        order,
        lines[0][0] if lines else None,
        whole,
        parts[0][0] if parts else 0,
        layouts_of([head.line for head in heads if head.line]),
        _loud(heads),
        2 * sum(head.placed for head in heads) >= max(1, len(heads)),
        2 * sum(bool(head.place) for head in heads)
        >= max(_ENOUGH, sum(bool(head.employer) for head in heads)),
        2 * sum(is_land(head.place) for head in heads) > max(_ENOUGH // 2, len(heads)),
        any(is_known_place(part) for head in heads for part in (head.place, *head.place.split(", ")) if part),
        frozenset(first_signs(head.line) for head in heads if head.line and _is_told(head)),
    )


def first_signs(line: str) -> tuple[str, ...]:
    """Return the signs between the first three names of a line."""
    return parted(line)[1][:2]


def _is_told(head: Head) -> bool:
    """Return whether the words of an employer, or a known town, show which name is the employer."""
    placed = bool(head.place) and is_known_place(head.place)
    return bool(head.title and head.employer) and (placed or title_score(head.employer) < 0)


def _loud(heads: Sequence[Head]) -> str:
    """Return which of title and employer most jobs write in capitals, and not the other."""
    cases = Counter(
        "title" if head.title.isupper() else "employer"
        for head in heads
        if head.lines and head.title.isupper() != head.employer.isupper()
    ).most_common(1)
    return cases[0][0] if cases and cases[0][1] > 1 and 2 * cases[0][1] > len(heads) else ""
