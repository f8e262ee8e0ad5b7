"""Tables with rules on a page of a PDF: the rules show which words are in one cell, and where a row ends."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.intake.page_drawing import NEAR, PageTable, cell_text, letters_in, rules_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from good_on_paper.intake.page_drawing import Drawn, Word

_EDGES: Final = 3
"""Fewest rules down of a table: it has two columns."""


class _Band(NamedTuple):
    """What lies between two rules: its upper and lower end, and where its cells begin and end."""

    top: float
    low: float
    edges: tuple[float, ...]


def ruled_tables(drawn: Drawn) -> Iterator[PageTable]:
    """Yield each table of a page, from the top."""
    bands = list(_bands(drawn))
    for _, group in groupby(enumerate(bands), key=_Runs(bands)):
        table = [band for _, band in group]
        yield _cells(table, drawn)


class _Runs:
    """Numbers the bands that follow each other and have cells of the same width alike."""

    def __init__(self, bands: Sequence[_Band]) -> None:
        self.bands, self.number = bands, 0

    def __call__(self, placed: tuple[int, _Band]) -> int:
        at, band = placed
        above = self.bands[at - 1] if at else band
        if abs(above.low - band.top) > NEAR or not _alike(above.edges, band.edges):
            self.number += at > 0
        return self.number


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _merged(places: Iterable[float]) -> list[float]:
    """Return places in order, those that are almost the same once."""
    made: list[float] = []
    for place in sorted(places):
        if not made or place - made[-1] > NEAR:
            made.append(place)
    return made


def _bands(drawn: Drawn) -> Iterator[_Band]:
    """Yield what lies between two rules across and has two cells or more, from the top."""
    heights = sorted(rules_at(drawn.across), reverse=True)
    for top, low in pairwise(heights):
        middle = (top + low) / 2
        edges = _merged(x for x, under, over in drawn.down if under <= middle <= over)
        if len(edges) >= _EDGES:
            yield _Band(top, low, tuple(edges))


def _cells(bands: Sequence[_Band], drawn: Drawn) -> PageTable:
    """Return the text of each cell; a cell that no rule divides counts for each of its rows."""
    edges = bands[0].edges
    held: list[list[list[Word]]] = [[[] for _ in edges[1:]] for _ in bands]
    lows = [-band.low for band in bands]
    for word in drawn.words:
        column = bisect_right(edges, word.x + NEAR / 2) - 1
        row = bisect_right(lows, -(word.y + word.height / 4))
        if 0 <= column < len(edges) - 1 and row < len(bands) and word.y < bands[0].top:
            held[row][column].append(word)
    rules = rules_at(drawn.across)
    letters = letters_in("".join(word.text for row in held for cell in row for word in cell))
    for column, (left, right) in enumerate(pairwise(edges)):
        for row in range(1, len(bands)):
            middle = (left + right) / 2
            if not any(begin <= middle <= end for _, begin, end in rules[bands[row].top]):
                held[row - 1][column].extend(held[row][column])
                held[row][column] = held[row - 1][column]
    widths = [right - left for left, right in pairwise(edges)]
    filled = [any(column) for column in zip(*held, strict=True)]  # the edge of the paper is a rule too
    rows = [
        [cell_text(words, width) for words, width, used in zip(row, widths, filled, strict=True) if used]
        for row in held
    ]
    return PageTable(rows, letters)
