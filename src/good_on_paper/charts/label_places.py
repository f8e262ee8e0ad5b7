"""Where labels of marks can go: beside their mark, and over no other label, mark or line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR: Final = 1.2
"""Within so many inches, other marks make a label hard to place; we place such labels first."""
_OUT: Final = (0.07, 0.2)
"""Inches from a mark to its label; the nearer is tried first."""


@dataclass(frozen=True)
class Box:
    """A rectangle, in inches from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Return whether they overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Return whether it lies in another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def around(x: float, y: float, half: float) -> Box:
    """Return the square around a point."""
    return Box(x - half, y - half, x + half, y + half)


def apart(points: Sequence[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Move marks at the same place side by side, so that each can be seen.

    Examples
    --------
    >>> apart([(1, 1), (2, 2), (1, 1)], 0.5)
    [(1.0, 1), (2.0, 2), (1.5, 1)]
    """
    seen: dict[tuple[float, float], int] = {}
    moved = []
    for x, y in points:
        key = (round(x, 6), round(y, 6))
        moved.append((x + step * seen.get(key, 0), y))
        seen[key] = seen.get(key, 0) + 1
    return [(float(x), y) for x, y in moved]


def label_places(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    inside: Box,
    *,
    half: float,
    blocked: Sequence[Box] = (),
) -> list[Box | None]:
    """Place a label beside each mark; None where there is no room for it.

    Parameters
    ----------
    points
        The middle of each mark, in inches.
    sizes
        Width and height of each label.
    inside
        Where labels may go.
    half
        Half the side of a mark.
    blocked
        What labels may not cover: lines, other words.

    Examples
    --------
    >>> sheet = Box(0, 0, 4, 2)
    >>> label_places([(1, 1), (3.5, 1)], [(1, 0.2), (1, 0.2)], sheet, half=0.1)[1].right < 3.5  # it flips
    True
    """
    marks = [around(x, y, half) for x, y in points]
    taken = [*blocked, *marks]
    found: list[Box | None] = [None] * len(points)
    for place in sorted(range(len(points)), key=lambda at: (-_crowd(points, at), at)):
        free = (
            box
            for box in _candidates(points[place], sizes[place], half)
            if box.within(inside) and not any(box.overlaps(other) for other in taken)
        )
        found[place] = box = next(free, None)
        if box is not None:
            taken.append(box)
    return found


def _crowd(points: Sequence[tuple[float, float]], at: int) -> int:
    x, y = points[at]
    return sum(abs(x - other) < _NEAR and abs(y - up) < _NEAR for other, up in points)


def _candidates(point: tuple[float, float], size: tuple[float, float], half: float) -> Iterator[Box]:
    (x, y), (wide, high) = point, size
    for out in _OUT:
        away = half + out
        for top in (y - high / 2, y - high + half, y - half):  # level with it, a little above, a little below
            yield Box(x + away, top, x + away + wide, top + high)
            yield Box(x - away - wide, top, x - away, top + high)
        for left in (x - wide / 2, x - half, x + half - wide):
            yield Box(left, y - away - high, left + wide, y - away)
            yield Box(left, y + away, left + wide, y + away + high)
