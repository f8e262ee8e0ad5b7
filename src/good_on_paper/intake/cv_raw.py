"""The lines of a CV before they are read: a line that a page or margin broke in two becomes one."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.form_labels import asked_for
from good_on_paper.intake.page_parts import BULLET, is_date
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.intake.sections import section_of, squeezed_section
from good_on_paper.intake.span_pattern import SIGN
from good_on_paper.language.months import NOW_WORDS, plain

_LABEL: Final = re.compile(r"\s*(?:[-*\u2022]\s+)?([^\W\d_][^:|]{2,40}?)\s*:\s+(?=\S)")
_END_LABEL: Final = re.compile(r"(?:^|(?<=[\s|,;]))([^\W\d_]+(?:[ '][^\W\d_]+){0,3})\s*:\s+(?=\S)")
_GAP: Final = re.compile(r"(?<=[\w.,;:)\]%\u2026\u2013\u2014\u2019'-])(?:\s*\t\s*|\s{3,})(?=\S)")
"""What separates two cells of a line: a tab, or three spaces."""
_NARROW: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_DATE: Final = 40
_CELL: Final = " | "
_PICTURE: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff]\ufe0f?")
"""A picture before a date or a place."""
_DOT: Final = re.compile(r"^\s*[\u25cf\u2022\u25cb\u25a0]\s*(?:\||\t|\s{3,})\s*(?=\S)")
"""The dot of a time line, in a cell of its own."""
_BROKEN: Final = re.compile(
    r".*[^\W\d_].*\s(?:of|and|de|del|des|du|da|do|dos|di|della|dei|von|van|f\u00fcr|und|et|y|e|for|the|la|le|el|&)"
    r"|(?!\s*[-*\u2022]).*[^\W\d_]{2,}[)\"\u201d]?,"
)
"""A name that cannot end here: "Lecturer, University of", "Lecturer, Department of Botany,"."""
_OPEN: Final = re.compile(rf"(.*\S)\s*{SIGN}")
_HALF: Final = re.compile(rf"(.*\S)\s*{SIGN}\s*[^\W\d_]{{3,}}\.?")
"""A start and the month of an end, whose year stands below."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST: Final = 200
_AGAIN: Final = 2


def whole_lines(text: str) -> list[tuple[int, str]]:
    r"""Return the lines of a text with their numbers; a line that was broken in two is joined.

    Examples
    --------
    >>> whole_lines("May 2014 -\tEditor\nJune 2017\tAcme")
    [(1, 'May 2014 - June 2017 | Editor'), (2, 'Acme')]
    """
    celled = [_celled(line.rstrip()) for line in _with_wide_gaps(text.splitlines())]
    lines = _unlabelled(_with_ends_joined(celled))
    made: list[tuple[int, str]] = []
    for number, line in lines:
        if made and line.strip():
            above, text_above = made[-1]
            if dates := _dates_over_two(text_above, line):
                made[-1] = (above, dates[0])
                if dates[1]:
                    made.append((number, dates[1]))
                continue
            if _goes_on(text_above, line):
                made[-1] = (above, f"{text_above} {line.strip()}")
                continue
        made.append((number, line))
    return made


def _with_wide_gaps(lines: list[str]) -> list[str]:
    """Widen the gaps of two spaces in a table of dates and names, as typed by hand."""
    cells = [_NARROW.split(line.strip()) if "  " in line else [] for line in lines]
    dated = [len(row) > _AGAIN and len(row[0]) < _DATE and is_date(row[0]) for row in cells]
    if sum(dated) < _AGAIN:
        return lines
    rows = zip(lines, cells, dated, strict=True)
    return ["   ".join(row) if is_row else line for line, row, is_row in rows]


def _with_ends_joined(lines: list[str]) -> list[str]:
    """Write "Start: 10/2016  End: Present", on one line or on two, as a span."""
    made = list(lines)
    for at, line in enumerate(lines):
        ends = _ends(line)
        below = _ends(lines[at + 1]) if set(ends) == {"started"} and at + 1 < len(lines) else {}
        if set(below) == {"ended"}:
            ends |= below
            made[at + 1] = ""
        if set(ends) == {"started", "ended"}:
            made[at] = f"{ends['started']} - {ends['ended']}"
    return made


def _ends(line: str) -> dict[str, str]:
    """Return the start and the end that a line has behind their labels; none if it has anything else."""
    labels = list(_END_LABEL.finditer(line)) if len(line) < _LONGEST else []
    if not labels or line[: labels[0].start()].strip():
        return {}
    stops = [*(label.start() for label in labels[1:]), len(line)]
    found = {
        fact_named(norm_header(label[1])): line[label.end() : stop].strip(" |,;\t")
        for label, stop in zip(labels, stops, strict=True)
    }
    dated = all(is_date(text) or plain(text) in NOW_WORDS for text in found.values())
    return found if dated and len(found) == len(labels) and found.keys() <= {"started", "ended"} else {}


def _unlabelled(lines: list[str]) -> list[tuple[int, str]]:
    """Take the labels off a form that asks for each job alike; what is told of a job comes last."""
    found = [_LABEL.match(line) for line in lines]
    kinds = [asked_for(label[1]) if label else "" for label in found]
    again = Counter(label[1] for label, kind in zip(found, kinds, strict=True) if label and kind)
    if max(again.values(), default=0) < _AGAIN:
        return list(enumerate(lines, start=1))
    first = next(filter(None, kinds))
    made: list[tuple[int, str]] = []
    told: list[tuple[int, str]] = []
    for number, (line, label, kind) in enumerate(zip(lines, found, kinds, strict=True), start=1):
        if kind == first or not (kind or line.strip()):  # another job begins, or this one ends
            made += told
            told = []
        said = line[label.end() :] if label and kind else line
        if kind == "told":
            told.append((number, f"{BULLET}{said}"))
        else:
            made.append((number, said))
    return made + told


def _celled(line: str) -> str:
    """Replace the gaps of a line by bars; keep text drawn with spaces, as a heading may be."""
    line = _PICTURE.sub("\t", line).strip("\t ") if _PICTURE.search(line) else line
    line = _DOT.sub("", line)
    if section_of(line.strip()):
        return line
    cells = _GAP.split(line.strip())
    return squeezed_section(cells) or _GAP.sub(_CELL, line)


def _dates_over_two(above: str, line: str) -> tuple[str, str] | None:
    """Join a start above an end, as narrow margins break them; return that line and the rest."""
    first, *cells = above.strip().split(_CELL)
    begun = _OPEN.fullmatch(first)
    end, *rest = line.strip().split(_CELL)
    half = _HALF.fullmatch(first)
    if half and _YEAR.fullmatch(end) and is_date(half[1]) and is_date(f"{first} {end}"):
        begun = half  # "March 2012 - October", then "2013"
    elif not begun or not is_date(begun[1]) or not _is_end(end, begun[1]):
        return None
    return _CELL.join((f"{first} {end}", *cells)), _CELL.join(rest)


def _is_end(text: str, start: str) -> bool:
    if plain(text) in NOW_WORDS:
        return True
    years = [int(year) for year in _YEAR.findall(text)]
    begun = [int(year) for year in _YEAR.findall(start)]
    return len(years) == 1 and is_date(text) and not _OPEN.fullmatch(text) and begun[-1:] <= years


def _goes_on(above: str, line: str) -> bool:
    """Return whether a line is the rest of a name that cannot end on the line above."""
    if len(above) > _LONGEST or not _BROKEN.fullmatch(above) or section_of(line.strip()):
        return False
    first = line.lstrip()
    return first[:1].isalpha() and not any(map(str.isdecimal, first))
