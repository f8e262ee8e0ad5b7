"""One line that is one job: which part is the job title, which the employer, and which neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue.keys import ROLE_KIND
from good_on_paper.intake.asides import is_length, is_terms
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_line import assumed, employer_and_place
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.spans import dates_in, year_in
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from good_on_paper.intake.facts import Findings

_PARTS: Final = re.compile(
    r"\s*(?:,|;|\t|\||\s[\u00b7\u2022]\s|\s@\s|\s(?:at|bei|chez|presso|bij)\s|\s[-\u2013\u2014]\s)\s*",
    re.IGNORECASE,
)
_IN: Final = re.compile(r"\s+(?:en|em|na|no)\s+(?=[A-Z\u00c0-\u00de])")
"""Words before an employer that also occur in titles: "Redactor en El Pa\u00eds", "jefe en prácticas"."""
_COLON: Final = re.compile(r"\s*:\s+")
_SENTENCE: Final = re.compile(
    r"(?:I|I'm|I've|We|My|Ich|Wir|Je|J'|Nous|Yo|Eu|Io|Ik)\b.*"
    r"|(?=.*\s[a-z\u00df-\u00ff]{3}).*\w{3,}[.!?]\s+[A-Z\u00c0-\u00de].*\s.*"
)
_FOR: Final = re.compile(r"\s+(?:for|f\u00fcr|pendant|durante|per|gedurende)\s+(\S+\s+\w+)$", re.IGNORECASE)
_NO_TITLES: Final = re.compile(
    r"(?:worked|working|now|then|currently|previously|before|after|later|afterwards|dann|danach|jetzt|puis"
    r"|ensuite|luego|despu\u00e9s|depois|poi|daarna)\b.*",
    re.IGNORECASE,
)
_WORDS_OF_A_SENTENCE: Final = 7
_PAIR: Final = 2
_KEYS: Final = ("title", "employer", "place")
_SENTENCE_SAID: Final = (
    "This reads like a sentence, so it isn’t ticked. Tick it if it is a job, and put it right."
)


def is_no_title(title: str) -> bool:
    """Return whether a title is only a word that continues a story: "worked", "then Asda"."""
    return _NO_TITLES.fullmatch(title) is not None and title_score(title) <= 0


def is_one_part(line: str) -> bool:
    """Return whether a line has only one part: a job title or an employer."""
    return len(_split(line)) == 1


def why_no_job(line: str) -> str:
    """Return why a line may not be a job, if it is running text; empty for any other."""
    running = len(line.split()) >= _WORDS_OF_A_SENTENCE and _SENTENCE.fullmatch(line)
    return _SENTENCE_SAID if running else ""


def employer_first(lines: Iterable[str]) -> bool:
    """Return whether more lines name the employer before the title, by their words."""
    votes = [_earlier(parts) for line in lines if len(parts := _split(line)) >= _PAIR]
    return votes.count(1) > votes.count(0)


def facts_in(where: str, line: str, findings: Findings, *, swapped: bool) -> dict[str, str]:
    """Return title, employer and place from a line without its dates.

    Parameters
    ----------
    where, line : str
    findings : Findings
        Receives what we assume, and parts for which a job has no field.
    swapped : bool
        Whether the employer comes first in the other lines.
    """
    parts, kind = _named_parts(where, line, findings)
    inner = _IN.split(parts[0], maxsplit=1) if len(parts) == 1 else []
    if len(inner) == _PAIR and title_score(inner[0]) >= 0:
        parts = inner
        findings.notes.append(f"{where}: {assumed(*parts)}.")
    first = _earlier(parts) if len(parts) >= _PAIR else None
    keys = _KEYS
    if first == 1 and title_score(parts[1]) > 0 and (swapped or title_score(parts[0]) < 0):
        parts[:2] = parts[1], parts[0]
        findings.notes.append(f"{where}: {assumed(*parts[:2])}.")
    elif first == 1 and len(parts) == _PAIR and _may_be_town(parts[1]) and title_score(parts[0]) < 0:
        keys = ("employer", "place", "")
        findings.notes.append(f"{where}: no job title stands in it; {parts[0]} is read as the employer.")
    elif first == 1 and not swapped and len(parts) > 1:
        findings.notes.append(f"{where}: {assumed(*parts[:2])}.")
    if keys == _KEYS and len(parts) == _PAIR:
        parts[1:] = _without_brackets(where, parts[1], findings)
    for key, part in zip(keys, parts, strict=False):
        if year_in(part):
            findings.notes.append(f"{where}: {_YEAR_IN[key].format(part)}")
    if len(parts) > len(_KEYS):
        rest = ", ".join(parts[len(_KEYS) :])
        findings.skip(where, rest, "we expected a job title, an employer, a place and years")
    return dict(zip(keys, parts, strict=False)) | ({ROLE_KIND: kind} if kind else {})


def _without_brackets(where: str, employer: str, findings: Findings) -> list[str]:
    """Split "Carewatch (Leeds)" into employer and place; name terms, keep a short word."""
    if not employer.endswith(")"):
        return [employer]
    name, place = employer_and_place(employer)
    if is_terms(place):
        findings.skip(f"{where}, beside it", place, "a job has no place for this")
        return [name]
    return [employer] if place[:1].islower() else [name, place]  # "CareCo (consulting)": not a town


def _named_parts(where: str, line: str, findings: Findings) -> tuple[list[str], str]:
    """Return the parts of a line that are names, and the kind of job; report lengths and terms."""
    parts: list[str] = []
    kind = ""
    for text in _split(line):
        part = text
        if (lasted := _FOR.search(part)) and is_length(lasted[1]):  # "Acme for 3 years"
            findings.skip(f"{where}, how long", lasted[1], "the dates say it")
            part = part[: lasted.start()]
        dated = dates_in(part)
        if dated and not any(map(str.isalpha, dated.rest)):
            findings.skip(where, part, "we could not tell which dates are meant; write them as 2014-2017")
        elif is_length(part):
            findings.skip(f"{where}, how long", part, "the dates say it")
        elif parts and kind_of(part) and is_terms(part):
            kind = kind or kind_of(part)
        elif parts and is_terms(part):
            findings.skip(f"{where}, beside it", part, "a job has no place for this")
        else:
            parts.append(part)
    return parts, kind


_YEAR_IN: Final = {
    "title": "There is a year in the job title: {}. Is it a date? Then write it as 2014-2015.",
    "employer": "We took {!r} for the employer. Is it a date? Then write it as 2014-2015.",
    "place": "We took {!r} for the place. Is it a date? Then write it as 2014-2015.",
}


def _may_be_town(text: str) -> bool:
    """Return whether a text can be the name of a town: one or two words, none of them a job title."""
    return title_score(text) == 0 and len(text.split()) <= _PAIR and text[:1].isupper()


def _split(line: str) -> list[str]:
    parts = [part for part in _PARTS.split(line) if part]
    return [part for part in _COLON.split(line) if part] if len(parts) == 1 else parts


def _earlier(parts: Sequence[str]) -> int | None:
    """Return which of the first two parts is the job title, by their words; None if unclear."""
    one, other = map(title_score, parts[:_PAIR])
    return None if one == other else int(other > one)


def as_line(cells: Sequence[str]) -> str:
    """Return a row as a line, with a dash between two cells that are a start and an end."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    line = ""
    for at, cell in enumerate(filled):
        dash = at and is_dates(filled[at - 1]) and is_dates(cell, end=True)
        line += (" - " if dash else " | " if at else "") + cell
    return line


def is_dates(cell: str, *, end: bool = False) -> bool:
    """Return whether a cell holds only a date or a span."""
    found = dates_in(cell)
    if found:
        return not found.rest
    try:
        return bool(cell.strip()) and bool(parse_date(cell, end=end))
    except DateError:
        return False
