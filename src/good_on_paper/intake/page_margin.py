"""A margin with the employer above the dates, beside the job title and description."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.page_grid import unwrapped
from good_on_paper.intake.page_parts import BULLET, MARKED, TextPart, is_date
from good_on_paper.intake.sections import section_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.page_parts import Line

_ROWS: Final = 2
"""Fewest jobs of a margin."""
_NAMES: Final = 3
"""Most lines of an employer's name."""
_SLACK: Final = 1


def names_over_dates(lines: Sequence[Line]) -> list[Line]:
    """Move a margin's employer and dates below the title beside them; leave other lines as they are."""
    lines = list(lines)
    places = _places(lines)
    if places is None:
        return lines
    jobs: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if _opens(lines, at, places):
            while end < len(lines) and _fits(lines[end], places) and not _opens(lines, end, places):
                end += 1
            jobs.append((at, end))
        at = end
    names = [_names(lines[begin:end], places) for begin, end in jobs]
    usual = Counter(map(len, names)).most_common(1)[0][0]
    longest = max(len(text) for name in names for text in name)
    for (begin, end), name in reversed(list(zip(jobs, names, strict=True))):
        whole = ", ".join(unwrapped(name, usual, longest))
        lines[begin:end] = _job(lines[begin:end], whole, len(name), places)
    return lines


def _names(lines: Sequence[Line], places: tuple[int, int]) -> list[str]:
    """Return the text in the margin above the dates."""
    left = [part.text for line in lines for part in line if abs(part.at - places[0]) <= _SLACK]
    return left[: next(at for at, text in enumerate(left) if is_date(text))]


def _places(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return where the margin and the text beside it begin."""
    pairs = [(at, (line[0].at, line[1].at)) for at, line in enumerate(lines) if len(line) == 2]  # noqa: PLR2004
    opening = Counter(places for at, places in pairs if _opens(lines, at, places))
    if not opening:
        return None
    places, often = opening.most_common(1)[0]
    first = next(at for at, found in pairs if found == places)
    dates = sum(is_date(line[0].text) and abs(line[0].at - places[0]) <= _SLACK for line in lines)
    # if the first line has dates, a town below them is not the employer of the next job
    return places if often >= _ROWS and often == dates and not is_date(lines[first][0].text) else None


def _opens(lines: Sequence[Line], at: int, places: tuple[int, int]) -> bool:
    """Return whether a job begins at a line: a name in the margin, text beside it, and dates soon below."""
    if len(lines[at]) < 2 or not _fits(lines[at], places) or is_date(lines[at][0].text):  # noqa: PLR2004
        return False
    for line in lines[at + 1 : at + 1 + _NAMES]:
        if not _fits(line, places) or abs(line[0].at - places[0]) > _SLACK:
            return False
        if is_date(line[0].text):
            return not (at and _is_name(lines[at - 1], places))
    return False


def _is_name(line: Line, places: tuple[int, int]) -> bool:
    """Return whether a line is part of a name that continues below."""
    return len(line) > 1 and _fits(line, places) and not is_date(line[0].text)


def _fits(line: Line, places: tuple[int, int]) -> bool:
    if any(section_of(part.text) for part in line):
        return False
    return all(min(abs(part.at - place) for place in places) <= _SLACK for part in line)


def _job(lines: Sequence[Line], name: str, dated: int, places: tuple[int, int]) -> list[Line]:
    """Return the lines of a job: title, employer, dates, and description."""
    margin, text = places
    left = [part.text for line in lines for part in line if abs(part.at - margin) <= _SLACK]
    right = [part.text for line in lines for part in line if abs(part.at - text) <= _SLACK]
    items: list[str] = []
    for part_text in right[1:]:
        if items and not MARKED.match(part_text):
            items[-1] += f" {part_text}"
        else:
            items.append(BULLET + MARKED.sub("", part_text))
    heads = (right[0], ", ".join((name, *left[dated + 1 :])), left[dated])
    return [
        *((TextPart(margin, head),) for head in heads),
        *((TextPart(text, part_text),) for part_text in items),
    ]
