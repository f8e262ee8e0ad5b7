"""Pages as they are drawn become lines as they are read: columns one after the other, a margin beside.

A page comes as lines of fixed width, a gap of spaces wherever there is a gap on paper.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.intake.sections import section_of
from good_on_paper.intake.spaced_letters import is_spaced
from good_on_paper.intake.spans import dates_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BULLET: Final = "\N{BULLET} "
GAP: Final = "\t"
"""What stands between the parts of a line that stand apart on paper."""

_PART: Final = re.compile(r"\S+(?: \S+)*")
_WORD_GAP: Final = 5
"""Spaces between two words whose letters are set apart, at most; more part two columns."""
_MARKED: Final = re.compile(
    "^[-*\u2022\u2023\u2043\u2219\u25aa\u25cf\u25e6\u25cb\u25a0\u2013\u00b7\u27a2\uf0b7] ?(?=\\S)"
)
_COLUMN: Final = 4
"""Lines each of two columns has at least; with fewer, the lines are read across."""
_GUTTERS: Final = 12
"""Places where most parts of lines begin; among them is that of a right column."""
_DATED: Final = 3
"""One in so many parts of a margin is a date; in a column of its own hardly any is."""
_DATES_LONG: Final = 60
_LINE_LONG: Final = 300
"""Characters of a text that is nothing but dates, and of one that ends in them, at most."""
_INDENT: Final = 2
"""Characters a line of a list stands further in than its job at least."""
_FULL: Final = 0.95
"""How far across its column a line of a list goes when its text goes on in the next."""
_WRAPPED: Final = 0.7
"""The same of running text, where the next line begins with a small letter."""
_RUNNING: Final = 30
"""Characters of a line of running text at least."""
_PAIR: Final = 2
_NARROW: Final = 0.8
"""Widths a letter of a text has on average; gaps are measured in whole ones."""


class TextPart(NamedTuple):
    """A stretch of a line without a gap in it, and where it begins."""

    at: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends at most."""
        return self.at + len(self.text)

    @property
    def edge(self) -> float:
        """Where it ends on paper, about."""
        return self.at + len(self.text) * _NARROW


Line = tuple[TextPart, ...]


@dataclass
class _Block:
    """Some lines of a page: one column, or two with what stands in each."""

    left: list[Line]
    right: list[Line]


def in_reading_order(pages: Iterable[str]) -> tuple[list[str], bool]:
    r"""Give the lines of some pages as one reads them.

    Parameters
    ----------
    pages : iterable of str
        The text of each, of fixed width.

    Returns
    -------
    list of str
        Parts of a line that stand apart are separated by a tab; an item of a list is one line and begins with
        a bullet.
    bool
        Whether there were two columns, which are read one after the other.

    Examples
    --------
    >>> in_reading_order(["2014-2017    Editor\n             Acme\n"])
    (['2014-2017\tEditor', 'Acme'], False)
    """
    blocks: list[_Block] = []
    for page in pages:
        for block in _blocks([_parts(line) for line in page.splitlines() if line.strip()]):
            if block.right and blocks and blocks[-1].right:  # the columns go on overleaf
                blocks[-1].left += block.left
                blocks[-1].right += block.right
            else:
                blocks.append(block)
    columns = [column for block in blocks for column in (block.left, block.right) if column]
    return [text for column in columns for text in _column(column)], any(block.right for block in blocks)


@lru_cache(maxsize=10_000)
def is_date(text: str) -> bool:
    """Tell whether a text is a date, or a beginning and an end, and nothing else."""
    dated = dates_in(text) if len(text) <= _DATES_LONG else None
    return dated is not None and not any(sign.isalnum() for sign in dated.rest)


@lru_cache(maxsize=10_000)
def _has_span(text: str) -> bool:
    """Tell whether a job's dates stand in a text, not only a year."""
    dated = dates_in(text[-_LINE_LONG:])
    return dated is not None and (not dated.alone or is_date(text))


def _parts(line: str) -> Line:
    """Part a line at its gaps; a heading whose letters are set apart has none within its words."""
    parts: list[TextPart] = []
    spaced = end = 0
    for found in _PART.finditer(line):
        text = found.group()
        if is_spaced(text) or (spaced and len(text) == 1):
            text = text.replace(" ", "")
            if spaced and found.start() - end <= _WORD_GAP:
                parts[-1] = TextPart(parts[-1].at, f"{parts[-1].text} {text}")
            else:
                parts.append(TextPart(found.start(), text))
            spaced, end = 1, found.end()
        else:
            parts.append(TextPart(found.start(), text))
            spaced = 0
    return tuple(parts)


def _blocks(lines: list[Line]) -> Iterator[_Block]:
    """Part a page into what stands above two columns, the columns, and what stands below."""
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
    """Find two columns: the first line, the line after the last, and where the right one begins."""
    best, chosen = _COLUMN - 1, None
    begins = Counter(part.at for line in lines for part in line)
    for gutter in sorted(at for at, often in begins.most_common(_GUTTERS) if often >= _COLUMN):
        for first, last in _uncrossed(lines, gutter):
            sides = [_sides(line, gutter) for line in lines[first:last]]
            left = [left[-1].text for left, _ in sides if left]
            right = [right[0].text for _, right in sides if right]
            rows = min(len(left), len(right))
            if rows > best and (_has_names(sides) or not _is_one(sides, left, right)):
                best, chosen = rows, (first, last, gutter)
    return chosen


def _has_names(sides: Sequence[tuple[Line, Line]]) -> bool:
    """Tell whether names of a CV's parts stand on both sides: then each is a column of its own."""
    return all(
        any(len(line) == 1 and section_of(line[0].text) for line in side) for side in zip(*sides, strict=True)
    )


def _is_one(sides: Sequence[tuple[Line, Line]], left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether both sides are read across: rows of a table, or a margin and its text."""
    return _is_table(sides) or _is_margin(left) or _is_margin(right)


def _is_table(sides: Sequence[tuple[Line, Line]]) -> bool:
    """Tell whether these are rows of three cells and more."""
    rows = [len(left) + len(right) for left, right in sides if left and right]
    return sum(cells > _PAIR for cells in rows) * _PAIR > len(rows)


def _sides(line: Line, gutter: int) -> tuple[Line, Line]:
    return tuple(part for part in line if part.at < gutter), tuple(part for part in line if part.at >= gutter)


def _uncrossed(lines: Sequence[Line], gutter: int) -> Iterator[tuple[int, int]]:
    """Give the runs of lines in which no text goes over the gutter."""
    first = 0
    for number, line in enumerate(lines):
        if any(part.at < gutter <= part.end for part in line):
            if first < number:
                yield first, number
            first = number + 1
    if first < len(lines):
        yield first, len(lines)


def _is_margin(texts: Sequence[str]) -> bool:
    """Tell whether these are dates or labels beside a text, not a text of their own."""
    if sum(map(is_date, texts)) * _DATED >= len(texts):
        return True
    return sum(often > 1 for often in Counter(texts).values()) > 1  # a form asks the same of each job


def _column(lines: Sequence[Line]) -> list[str]:
    """Write a column, its lists with a bullet an item."""
    lines = _beside_dates(lines)
    starts = Counter(_start(line) for line in lines if any(_has_span(part.text) for part in line))
    often = [at for at, times in starts.items() if times * _DATED >= starts.total()]  # not a date of birth
    base = min(often or starts, default=None)
    beside = {line[1].at for line in lines if len(line) > 1 and is_date(line[0].text)}  # a margin of dates
    edge = max((line[-1].edge for line in lines), default=0)
    said: list[str] = []
    item: Line | None = None
    above: Line | None = None
    for line in lines:
        text = GAP.join(part.text for part in line)
        if _MARKED.match(text):
            said.append(BULLET + _MARKED.sub("", text))
            item = line
        elif item and _goes_on(item, line, edge):
            said[-1] = _joined(said[-1], text)
            item = (
                (TextPart(item[0].at, line[0].text), *item[1:]) if not _MARKED.match(item[0].text) else item
            )
        elif line[0].at not in beside and _in_list(line, base):
            said.append(BULLET + text)
            item = line
        elif above and len(above) == len(line) == 1 and _is_wrapped(above[0], text, edge):
            said[-1] = _joined(said[-1], text)
        else:
            said.append(text)
            item = None
        above = line
    return said


def _beside_dates(lines: Sequence[Line]) -> list[Line]:
    """Make dates whole that a margin breaks in two, and put a place below them behind what is beside it."""
    made: list[Line] = []
    margin: TextPart | None = None
    for line in lines:
        first, rest = line[0], line[1:]
        below = margin if margin and margin.at == first.at else None
        whole = below is not None and is_date(below.text)
        if below and not (whole and _has_end(below.text)) and is_date(both := f"{below.text} {first.text}"):
            margin = TextPart(first.at, both)
            made[-1] = (margin, *made[-1][1:])
            made += [rest] if rest else []
        elif whole and rest and not _may_be_dates(first.text):
            margin = None
            made.append((*rest, first))
        else:
            margin = first if rest and _may_be_dates(first.text) else None
            made.append(line)
    return made


def _may_be_dates(text: str) -> bool:
    """Tell whether a text is a date, or begins as one that goes on below: "May 2017 to September"."""
    return len(text) <= _DATES_LONG and dates_in(text) is not None


def _has_end(text: str) -> bool:
    """Tell whether a date does not stop at a dash: "March 2014 -" goes on in the next line."""
    return text[-1].isalnum() or text[-1] == "\N{HORIZONTAL ELLIPSIS}"


def _start(line: Line) -> int:
    """Where the text of a line begins; dates in a margin stand outside it."""
    return line[1].at if len(line) > 1 and is_date(line[0].text) else line[0].at


def _in_list(line: Line, base: int | None) -> bool:
    if base is None or len(line) > 1 or section_of(line[0].text):
        return False
    return line[0].at >= base + _INDENT


def _goes_on(item: Line, line: Line, edge: float) -> bool:
    """Tell whether a line is the next of the same item of a list."""
    if len(line) > 1:
        return False
    if _MARKED.match(item[0].text):
        return line[0].at > item[0].at
    if line[0].at != item[0].at:
        return False
    with_next_word = TextPart(item[0].at, f"{item[0].text} {line[0].text.partition(' ')[0]}")
    return line[0].text[0].islower() or with_next_word.edge > edge * _FULL


def _is_wrapped(above: TextPart, text: str, edge: float) -> bool:
    """Tell whether running text, or a long name, goes on in the next line."""
    return (
        len(above.text) > _RUNNING
        and above.edge > edge * _WRAPPED
        and (text[0].islower() or above.text.endswith(","))
    )


def _joined(text: str, more: str) -> str:
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + more
    return text + more if text.endswith("-") and more[:1].islower() else f"{text} {more}"
