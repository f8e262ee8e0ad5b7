"""Turn pages as drawn into lines in reading order: columns one after another, margins beside their text.

A page comes as lines of fixed width, with spaces wherever there is a gap on paper.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.page_column import column_text
from good_on_paper.intake.page_parts import is_date, parts_in
from good_on_paper.intake.sections import section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from good_on_paper.intake.page_parts import Line


_COLUMN: Final = 4
"""Fewest lines of each of two columns; with fewer, lines are read across."""
_GUTTERS: Final = 12
"""How many of the most common starts of line parts are tried as the start of a right column."""
_DATED: Final = 3
"""One in this many parts of a margin is a date; a separate column has hardly any."""
_PAIR: Final = 2


@dataclass
class _Block:
    """Some lines of a page: one column, or two columns side by side."""

    left: list[Line]
    right: list[Line]


def in_reading_order(pages: Iterable[str]) -> tuple[list[str], bool]:
    r"""Return the lines of some pages in reading order.

    Parameters
    ----------
    pages : iterable of str
        The text of each page, of fixed width.

    Returns
    -------
    list of str
        A tab separates parts of a line that are apart; a list item is one line and begins with a bullet.
    bool
        Whether there were two columns, read one after the other.

    Examples
    --------
    >>> in_reading_order(["2014-2017    Editor\n             Acme\n"])
    (['2014-2017\tEditor', 'Acme'], False)
    """
    blocks: list[_Block] = []
    for page in pages:
        for block in _blocks([parts_in(line) for line in page.splitlines() if line.strip()]):
            if block.right and blocks and blocks[-1].right:  # the columns continue on the next page
                blocks[-1].left += block.left
                blocks[-1].right += block.right
            else:
                blocks.append(block)
    columns = [column for block in blocks for column in (block.left, block.right) if column]
    return [text for column in columns for text in column_text(column)], any(block.right for block in blocks)


def _blocks(lines: list[Line]) -> Iterator[_Block]:
    """Divide a page into the lines above two columns, the columns, and the lines below."""
    found = _gutter(lines)
    if found is None:
        yield _Block(lines, [])
        return
    first, last, gutter = found
    left, right = zip(*(_sides(line, gutter) for line in lines[first:last]), strict=True)
    if first:
        yield _Block(lines[:first], [])
    yield _Block([line for line in left if line], [line for line in right if line])
    if last < len(lines):
        yield _Block(lines[last:], [])


def _gutter(lines: Sequence[Line]) -> tuple[int, int, int] | None:
    """Return two columns: the first line, the line after the last, and where the right column begins."""
    best, chosen = _COLUMN - 1, None
    begins = Counter(part.at for line in lines for part in line)
    for gutter in sorted(at for at, often in begins.most_common(_GUTTERS) if often >= _COLUMN):
        for first, last in _uncrossed(lines, gutter):
            sides = [_sides(line, gutter) for line in lines[first:last]]
            filled = [at for at, (_, right) in enumerate(sides) if right] or [0]
            left = [left[-1].text for left, _ in sides if left]
            margin = [left[-1].text for left, _ in sides[filled[0] : filled[-1] + _COLUMN - 1] if left]
            margin = [text for text in margin if not section_of(text)]
            right = [right[0].text for _, right in sides if right]
            rows = min(len(left), len(right))
            if rows > best and _are_cards(sides):
                best, chosen = rows, (first + filled[0], first + filled[-1] + 1, gutter)
            elif rows > best and (_has_names(sides) or not _is_one(sides, margin, right)):
                best, chosen = rows, (first, last, gutter)
    return chosen


def _are_cards(sides: Sequence[tuple[Line, Line]]) -> bool:
    """Return whether each side has its jobs, name by name and dates by dates, as cards lie in two columns."""
    rows = [(left[-1].text, right[0].text) for left, right in sides if len(left) == len(right) == 1]
    dated = [(is_date(left), is_date(right)) for left, right in rows]
    both, names = dated.count((True, True)), dated.count((False, False))
    return both >= _PAIR and names >= _PAIR * both


def _has_names(sides: Sequence[tuple[Line, Line]]) -> bool:
    """Return whether both sides have section headings, which makes each a separate column."""
    return all(
        any(len(line) == 1 and section_of(line[0].text) for line in side) for side in zip(*sides, strict=True)
    )


def _is_one(sides: Sequence[tuple[Line, Line]], left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether both sides are read across: as rows of a table, or a margin and its text."""
    return _is_table(sides) or _is_margin(left) or _is_margin(right)


def _is_table(sides: Sequence[tuple[Line, Line]]) -> bool:
    """Return whether these are rows of three or more cells."""
    rows = [len(left) + len(right) for left, right in sides if left and right]
    return sum(cells > _PAIR for cells in rows) * _PAIR > len(rows)


def _sides(line: Line, gutter: int) -> tuple[Line, Line]:
    return tuple(part for part in line if part.at < gutter), tuple(part for part in line if part.at >= gutter)


def _uncrossed(lines: Sequence[Line], gutter: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines in which no text crosses the gutter."""
    first = 0
    for number, line in enumerate(lines):
        if any(part.at < gutter <= part.end for part in line):
            if first < number:
                yield first, number
            first = number + 1
    if first < len(lines):
        yield first, len(lines)


def _is_margin(texts: Sequence[str]) -> bool:
    """Return whether these are dates or labels beside a text, not a separate text."""
    if sum(map(is_date, texts)) * _DATED >= len(texts):
        return True
    return sum(often > 1 for often in Counter(texts).values()) > 1  # a form asks the same of each job
