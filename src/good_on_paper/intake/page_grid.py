"""Rows of three cells on paper: dates, title above employer, and a description."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.job_vocabulary import JOINING
from good_on_paper.intake.job_words import is_place, is_town, title_score
from good_on_paper.intake.page_parts import BULLET, MARKED, TextPart, is_date
from good_on_paper.intake.sections import section_of
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.page_parts import Line

_CELLS: Final = 3
_ROWS: Final = 2
"""Fewest rows of a grid."""
_SLACK: Final = 1
"""Characters by which cells of one column may be out of line, as positions on paper are rounded."""
_OPEN: Final = frozenset(("and", "und", "et", "y", "e", "&", "-", *JOINING.split()))
"""Words after which a name continues."""
_TOLD: Final = 5
"""Fewest words of a description; a name has fewer."""


@dataclass
class _Row:
    """The dates of a row, and the lines of its two other cells."""

    dates: TextPart
    middle: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    @property
    def description(self) -> str:
        """Its last cell as one text."""
        return " ".join(self.last)


def rows_of_three(lines: Sequence[Line]) -> list[Line]:
    """Return the rows of a grid as jobs of one column; leave other lines as they are.

    If the middle cells have title and employer, the last cell becomes a description below its job; else only
    the lines of each cell are joined.
    """
    lines = list(lines)
    places = _places(lines)
    if places is None:
        return lines
    made: list[Line] = []
    at = 0
    while at < len(lines):
        end, rows = _rows(lines, at, places)
        if len(rows) < _ROWS:
            made += lines[at : max(end, at + 1)]
        elif (written := _written(rows, places)) is None:
            made += lines[at:end]
        else:
            if made and _is_header(made[-1], places):
                made.pop()
            made += written
        at = max(end, at + 1)
    return made


def _places(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return where the two cells beside the dates begin, if most rows with dates have both."""
    rows = [line for line in lines if len(line) > 1 and is_date(line[0].text)]
    whole = Counter((line[1].at, line[2].at) for line in rows if len(line) == _CELLS)
    if not whole:
        return None
    (middle, last), _ = whole.most_common(1)[0]
    near = sum(
        often
        for place, often in whole.items()
        if abs(place[0] - middle) <= _SLACK and abs(place[1] - last) <= _SLACK
    )
    return (middle, last) if near >= _ROWS and 2 * near > len(rows) else None


def _rows(lines: Sequence[Line], at: int, places: tuple[int, int]) -> tuple[int, list[_Row]]:
    """Return the rows that begin at a line, and the position after them."""
    rows: list[_Row] = []
    while at < len(lines):
        line = lines[at]
        opens = len(line) > 1 and is_date(line[0].text) and line[0].at < places[0] - _SLACK
        cells = line[1:] if opens else line
        if not (opens or rows) or not _fit(cells, places):
            break
        if opens:
            rows.append(_Row(line[0]))
        for part in cells:
            in_last = part.at >= places[1] - _SLACK
            (rows[-1].last if in_last else rows[-1].middle).append(part.text)
        at += 1
    return at, rows


def _fit(cells: Line, places: tuple[int, int]) -> bool:
    """Return whether each part of a line is in one of the two cells, and at most one in each."""
    middle, last = places
    if len(cells) >= _CELLS or any(section_of(part.text) for part in cells):
        return False
    inside = [part for part in cells if part.at < last - _SLACK]
    return len(inside) <= 1 and all(part.at >= middle - _SLACK and part.edge <= last for part in inside)


def _written(rows: Sequence[_Row], places: tuple[int, int]) -> list[Line] | None:
    """Return rows as lines; None if nothing changes."""
    usual = Counter(len(row.middle) for row in rows).most_common(1)[0][0]
    longest = max((len(text) for row in rows for text in row.middle), default=0)
    for row in rows:
        row.middle = unwrapped(row.middle, usual, longest)
    if _are_told(rows):
        return [line for row in rows for line in _job(row, places)]
    if usual > 1:
        return None
    return [_across(row, places) for row in rows]


def unwrapped(texts: Sequence[str], usual: int, longest: int) -> list[str]:
    """Join lines of a cell that continue each other, if the cell has more lines than the others."""
    made = [[text] for text in texts]
    while len(made) > max(usual, 1):
        ends = [(name[-1], below[0]) for name, below in pairwise(made)]
        goes_on = [at for at, (text, below) in enumerate(ends) if _is_open(text, below)]
        full = [
            at
            for at, (text, below) in enumerate(ends)
            if usual <= 1 or len(f"{text} {below.partition(' ')[0]}") > longest
        ]
        if not (goes_on or full):
            break
        at = goes_on[0] if goes_on else max(full, key=lambda at: len(ends[at][0]))
        made[at] += made.pop(at + 1)
    return [" ".join(name) for name in made]


def _is_open(text: str, below: str) -> bool:
    """Return whether a name continues on the next line, by its words: "Head of", then "human resources"."""
    return below[:1].islower() or text[-1] == "," or plain(text.rsplit(maxsplit=1)[-1]) in _OPEN


def _are_told(rows: Sequence[_Row]) -> bool:
    """Return whether the last cells describe the jobs, and the middle ones have title and employer."""
    whole = sum(_says_both(row.middle) for row in rows)
    stacked = sum(len(row.middle) > 1 for row in rows)
    filled = [row for row in rows if row.last]
    if all(is_town(row.description) or is_place(row.description) for row in filled):
        return False
    names = sum(title_score(row.description) != 0 and not _is_running(row.description) for row in filled)
    running = sum(_is_running(row.description) for row in filled)
    if 2 * names > len(filled):
        return False
    return 2 * whole > len(rows) or (2 * stacked > len(rows) and 2 * running >= len(filled))


def _says_both(texts: Sequence[str]) -> bool:
    """Return whether some lines have both title and employer."""
    scores = [title_score(text) for text in texts]
    return any(map(is_whole, texts)) or (len(scores) > 1 and max(scores) > 0 >= min(scores))


def _is_running(text: str) -> bool:
    return text.endswith(".") or len(text.split()) >= _TOLD


def _job(row: _Row, places: tuple[int, int]) -> list[Line]:
    """Return a row as a job with its description below."""
    middle, last = places
    first = tuple(TextPart(middle, text) for text in row.middle[:1])
    items: list[str] = []
    for text in row.last:
        if items and not MARKED.match(text):
            items[-1] += f" {text}"
        else:
            items.append(BULLET + MARKED.sub("", text))
    return [
        (row.dates, *first),
        *((TextPart(middle, text),) for text in row.middle[1:]),
        *((TextPart(last, text),) for text in items),
    ]


def _across(row: _Row, places: tuple[int, int]) -> Line:
    """Return a row as one line, each of its cells as one text."""
    cells = ((at, " ".join(texts)) for at, texts in zip(places, (row.middle, row.last), strict=True))
    return (row.dates, *(TextPart(at, text) for at, text in cells if text))


def _is_header(line: Line, places: tuple[int, int]) -> bool:
    """Return whether a line above a grid has its column names."""
    if len(line) != _CELLS or any(sign.isdecimal() for part in line for sign in part.text):
        return False
    return all(abs(part.at - at) <= _SLACK for part, at in zip(line[1:], places, strict=True))
