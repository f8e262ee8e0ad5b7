"""One column of a page: dates in its margin, lists, and lines that continue on the next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.page_grid import rows_of_three
from good_on_paper.intake.page_margin import names_over_dates
from good_on_paper.intake.page_parts import BULLET, DATES_LONG, GAP, MARKED, TextPart, has_span, is_date
from good_on_paper.intake.sections import section_of
from good_on_paper.intake.spans import dates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.page_parts import Line

_DASHES: Final = "-\u2013\u2014"
_DATED: Final = 3
"""At least one in this many lines with dates begins where a column begins."""
_INDENT: Final = 2
"""Fewest characters by which a list item is indented from its job."""
_FULL: Final = 0.95
"""How much of its column's width an item fills if its text continues on the next line."""
_WRAPPED: Final = 0.7
"""The same for running text, if the next line begins with a lower-case letter."""
_RUNNING: Final = 30
"""Fewest characters of a line of running text."""


def column_text(lines: Sequence[Line]) -> list[str]:
    """Return the lines of a column, with one bulleted line per list item."""
    lines = rows_of_three(_beside_dates(names_over_dates(lines)))
    starts = Counter(_start(line) for line in lines if any(has_span(part.text) for part in line))
    often = [at for at, times in starts.items() if times * _DATED >= starts.total()]  # no date of birth
    base = min(often or starts, default=None)
    starts_beside = {
        line[1].at for line in lines if len(line) > 1 and is_date(line[0].text)
    }  # a margin of dates
    edge = max((line[-1].edge for line in lines), default=0)
    texts: list[str] = []
    item: Line | None = None
    above: Line | None = None
    for line in lines:
        text = GAP.join(part.text for part in line)
        if MARKED.match(text):
            texts.append(BULLET + MARKED.sub("", text))
            item = line
        elif item and _goes_on(item, line, edge):
            texts[-1] = _joined(texts[-1], text)
            item = (TextPart(item[0].at, line[0].text), *item[1:]) if not MARKED.match(item[0].text) else item
        elif line[0].at not in starts_beside and _in_list(line, base):
            texts.append(BULLET + text)
            item = line
        elif above and len(above) == len(line) == 1 and _is_wrapped(above[0], text, edge):
            texts[-1] = _joined(texts[-1], text)
        else:
            texts.append(text)
            item = None
        above = line
    return texts


def _beside_dates(lines: Sequence[Line]) -> list[Line]:
    """Join dates that a margin breaks in two, and move a place below them behind the text beside it."""
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
    """Return whether a text is a date, or the start of one that continues below: "May 2017 to September"."""
    return len(text) <= DATES_LONG and dates_in(text) is not None


def _has_end(text: str) -> bool:
    """Return whether a date does not stop at a dash: "March 2014 -" continues on the next line."""
    return text[-1].isalnum() or text[-1] == "\N{HORIZONTAL ELLIPSIS}"


def _start(line: Line) -> int:
    """Return where the text of a line begins; dates in a margin do not count."""
    return line[1].at if len(line) > 1 and is_date(line[0].text) else line[0].at


def _in_list(line: Line, base: int | None) -> bool:
    if base is None or len(line) > 1 or section_of(line[0].text) or _is_dated_name(line[0].text):
        return False
    return line[0].at >= base + _INDENT


def _is_dated_name(text: str) -> bool:
    """Return whether a line without a mark is a name with a start and an end, so that it is no list item."""
    dated = dates_in(text) if len(text) <= DATES_LONG else None
    return dated is not None and not dated.alone and title_score(dated.rest) != 0


def _goes_on(item: Line, line: Line, edge: float) -> bool:
    """Return whether a line continues the same list item."""
    if len(line) > 1:
        return False
    if MARKED.match(item[0].text):
        return line[0].at > item[0].at
    if line[0].at != item[0].at or (line[0].text[0].isupper() and has_span(line[0].text)):
        return False
    with_next_word = TextPart(item[0].at, f"{item[0].text} {line[0].text.partition(' ')[0]}")
    return line[0].text[0].islower() or with_next_word.edge > edge * _FULL


def _is_wrapped(above: TextPart, text: str, edge: float) -> bool:
    """Return whether running text, or a long name, continues on the next line."""
    if len(above.text) <= _RUNNING or above.edge <= edge * _WRAPPED:
        return False
    if is_date(text):  # "Acme, Leeds | 2013 -", then "2016"; other dates are a separate line
        return above.text[-1] in _DASHES
    return text[0].islower() or above.text.endswith(",")


def _joined(text: str, more: str) -> str:
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + more
    return text + more if text.endswith("-") and more[:1].islower() else f"{text} {more}"
