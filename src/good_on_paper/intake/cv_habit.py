"""What the head of a job in a CV says, and what the heads of most jobs have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.head_layout import layouts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Habit:
    """What most jobs of a part have in common, for those whose words do not tell.

    Parameters
    ----------
    order : str
        "title" or "employer": which of two lines stands first.
    lines : tuple of int or None
        Which line says what somebody was, and which where.
    whole : bool
        Whether both stand in one line.
    parts : int
        How many names stand in that line.
    layouts : mapping of tuple of str to tuple of int
        Of lines parted by the same signs: which name says what somebody was, and which where.
    loud : str
        "title" or "employer": which of the two most jobs write in capitals.
    placed : bool
        Whether where it was stands beside the dates.
    """

    order: str = ""
    lines: tuple[int, int] | None = None
    whole: bool = False
    parts: int = 0
    layouts: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)
    loud: str = ""
    placed: bool = False


NO_HABIT: Final = Habit()
_ENOUGH: Final = 4
"""Twice as many jobs as must have it one way before the others are read so."""


@dataclass
class Head:
    """What the head of a job says.

    Parameters
    ----------
    title, employer, place, kind : str
    left : list of str
        Lines and terms that a job has no place for.
    order : str
        "title" or "employer": which of two lines stood first, where their words told it; else empty.
    lines : tuple of int or None
        Which line was which, where their words told it.
    whole, split : bool
        Whether the words of one line told both, and whether one line may hold both.
    parts : int
        How many names stand in the line that says both.
    assumed : str
        What was taken for what where no word told it.
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
    """Tell what most jobs of a part have in common."""
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
    )


def _loud(heads: Sequence[Head]) -> str:
    """Tell which name most jobs write in capitals, and the other one not."""
    cases = Counter(
        "title" if head.title.isupper() else "employer"
        for head in heads
        if head.lines and head.title.isupper() != head.employer.isupper()
    ).most_common(1)
    return cases[0][0] if cases and cases[0][1] > 1 and 2 * cases[0][1] > len(heads) else ""
