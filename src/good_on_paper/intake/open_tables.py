"""Tables without rules down a page of a PDF: the names of the columns show where each begins.

Where the rows cannot be told for sure, there is no table.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.header_of_jobs import facts_named, names_columns
from good_on_paper.intake.page_drawing import LETTER, PageTable, cell_text, letters_in, rules_at
from good_on_paper.intake.page_parts import BREAK, is_date
from good_on_paper.intake.sections import section_of
from good_on_paper.intake.spans import dates_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from good_on_paper.intake.page_drawing import Drawn, Word

_Line = list["Word"]
_LEVEL: Final = 1.0
"""Points by which words of one line may differ."""
_ALIGNED: Final = 3.0
"""Points by which a cell may be out of line with the name of its column."""
_WIDER: Final = 1.3
"""A text this much wider than its column, by the average width of letters, is no cell of it."""
_APART: Final = 1.15
"""Rows are further apart than the lines of a cell, by at least this factor."""


def open_tables(drawn: Drawn) -> Iterator[PageTable]:
    """Yield each table of a page whose first line names the columns of jobs, from the top."""
    lines = _lines(drawn)
    at = 0
    while at < len(lines):
        end = at + 1
        if names_columns([word.text.strip() for word in lines[at]]):
            starts = [word.x for word in lines[at]]
            while end < len(lines) and _fits(lines[end], starts):
                end += 1
            table = _read(lines[at], lines[at + 1 : end], drawn)
            if table:
                yield table
        at = end


def _lines(drawn: Drawn) -> list[_Line]:
    """Return the words of a page in lines, from the top."""
    lines: list[_Line] = []
    for word in sorted(drawn.words, key=lambda word: (-word.y, word.x)):
        if lines and lines[-1][0].y - word.y <= _LEVEL:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x) for line in lines]


def _fits(line: _Line, starts: Sequence[float]) -> bool:
    """Return whether each word of a line is in one of the columns, and at most one in each."""
    if section_of(" ".join(word.text.strip() for word in line)):
        return False
    columns = [_column(word, starts) for word in line]
    if len(set(columns)) < len(columns):
        return False
    widths = [right - left for left, right in pairwise(starts)]
    return all(
        abs(word.x - starts[at]) <= _ALIGNED
        and (at == len(widths) or len(word.text.strip()) * word.height * LETTER <= widths[at] * _WIDER)
        for word, at in zip(line, columns, strict=True)
    )


def _column(word: Word, starts: Sequence[float]) -> int:
    return max(bisect_right(starts, word.x + _ALIGNED) - 1, 0)


def _read(header: _Line, body: Sequence[_Line], drawn: Drawn) -> PageTable | None:
    """Return a table whose rows are sure; None if there is none."""
    starts = [word.x for word in header]
    names = [word.text.strip() for word in header]
    facts = facts_named(names)
    for groups, by_rules in (
        (_by_rules(body, starts, drawn), True),
        (_by_gaps(body), False),
        (_by_dates(body, starts, facts), False),
    ):
        rows = [_cells(group, starts) for group in groups]
        level = by_rules or all(_is_level(group, starts) for group in groups)
        if rows and level and all(_is_whole(row, facts) for row in rows):
            words = [*header, *(word for line in body for word in line)]
            return PageTable([names, *rows], letters_in("".join(word.text for word in words)))
    return None


def _by_rules(body: Sequence[_Line], starts: Sequence[float], drawn: Drawn) -> list[list[_Line]]:
    """Divide lines where rules go across all columns between two of them."""
    heights = [
        height
        for height, rules in rules_at(drawn.across).items()
        if all(any(left <= start <= right for _, left, right in rules) for start in starts)
    ]
    groups = [list(group) for _, group in groupby(body, key=lambda line: bisect_right(heights, line[0].y))]
    return groups if len(groups) > 1 else []


def _by_gaps(body: Sequence[_Line]) -> list[list[_Line]]:
    """Divide lines where two are further apart than the closest."""
    gaps = [above[0].y - below[0].y for above, below in pairwise(body)]
    least = min(gaps, default=0)
    groups = [[line] for line in body[:1]]
    for gap, line in zip(gaps, body[1:], strict=True):
        if gap > least * _APART:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _by_dates(body: Sequence[_Line], starts: Sequence[float], facts: Sequence[str]) -> list[list[_Line]]:
    """Divide lines above each that has a start or a period."""
    dated = {at for at, fact in enumerate(facts) if fact.startswith(("started", "period"))}
    groups: list[list[_Line]] = []
    for line in body:
        if not groups or dated & {_column(word, starts) for word in line}:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _cells(group: Sequence[_Line], starts: Sequence[float]) -> list[str]:
    """Return the text of each cell of a row."""
    held: list[list[Word]] = [[] for _ in starts]
    for line in group:
        for word in line:
            held[_column(word, starts)].append(word)
    widths = [right - left for left, right in pairwise(starts)]
    return [cell_text(words, width) for words, width in zip(held, [*widths, widths[-1]], strict=True)]


def _is_level(group: Sequence[_Line], starts: Sequence[float]) -> bool:
    """Return whether the first line of a row has a word of each of its cells."""
    filled = {_column(word, starts) for line in group for word in line}
    return filled == {_column(word, starts) for word in group[0]}


def _is_whole(row: Sequence[str], facts: Sequence[str]) -> bool:
    """Return whether a row says what or where somebody was, and exactly one time."""
    own: dict[str, str] = {}
    for fact, cell in zip(facts, row, strict=True):
        own.setdefault(fact.partition("_")[0], cell.replace(BREAK, " ").strip())
    if not (own.get("title") or own.get("employer")):
        return False
    if own.get("period"):
        return _is_time(own["period"])
    start, end = own.get("started", ""), own.get("ended", "")
    both = f"{start} \N{EN DASH} {end}" if end else start
    return _is_time(start, alone=True) and _is_time(both)


def _is_time(text: str, *, alone: bool = False) -> bool:
    dated = dates_in(text) if is_date(text) else None
    return dated is not None and not dated.several and (dated.alone or not alone)
