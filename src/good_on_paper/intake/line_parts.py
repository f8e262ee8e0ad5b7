"""One line that is one job: which part is the job title, which the employer, and which neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue.keys import ROLE_KIND
from good_on_paper.intake.asides import is_length
from good_on_paper.intake.cv_head import head_of
from good_on_paper.intake.head_doubts import assumed, missing, note_of
from good_on_paper.intake.job_words import title_score, why_no_work
from good_on_paper.intake.spans import dates_in, year_in
from good_on_paper.intake.told_length import why_unlike
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.intake.cv_habit import Habit
    from good_on_paper.intake.facts import Findings

_PARTS: Final = re.compile(
    r"\s*(?:,|;|\t|\||\s[\u00b7\u2022]\s|\s@\s|\s(?:at|bei|chez|presso|bij)\s|\s[-\u2013\u2014]\s)\s*",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r"\s*:\s+")
_SENTENCE: Final = re.compile(
    r"(?:I|I'm|I've|We|My|Ich|Wir|Je|J'|Nous|Yo|Eu|Io|Ik)\b.*"
    r"|.*[^\W\d_]\?"
    r"|(?=.*\s[a-z\u00df-\u00ff]{3}).*\w{3,}[.!?]\s+[A-Z\u00c0-\u00de].*\s.*"
)
_NO_TITLES: Final = re.compile(
    r"(?:worked|working|work|gearbeitet|gewerkt|travaill\u00e9|trabaj\u00e9|trabalhei|lavorato|now|then|currently|previously|before|after|later|afterwards|dann|danach|jetzt|puis"
    r"|ensuite|luego|despu\u00e9s|depois|poi|daarna)\b.*",
    re.IGNORECASE,
)
_WORDS_OF_A_SENTENCE: Final = 7
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


def facts_in(
    where: str,
    line: str,
    findings: Findings,
    habit: Habit,
    *,
    known: Mapping[str, str],
    housed: bool = False,
) -> dict[str, str]:
    """Take title, employer and place out of a line without its dates.

    Parameters
    ----------
    where, line : str
    findings : Findings
        Gets what is assumed and what a job has no place for.
    habit : Habit
        What the other lines have in common.
    known : mapping of str to str
        Its facts from beside the names, such as dates.
    housed : bool
        Whether most lines name an employer.
    """
    housed = housed and known.get(ROLE_KIND) != "freelance"
    head = head_of([line], [], habit, own=line)
    if head.order == "employer":  # the words say so, but most people write it the other way round
        head.assumed = head.assumed or assumed(head.title, head.employer)
    head.assumed = head.assumed or (missing(head, housed=housed) if not why_no_work(head.title) else "")
    if head.assumed:
        findings.notes.append(f"{where}: {note_of(head)}.")
    said = {"title": head.title, "employer": head.employer, "place": head.place}
    for key, part in said.items():
        if year_in(part):
            findings.notes.append(f"{where}: {_YEAR_IN[key].format(part)}")
    for text in head.left:
        why = why_unlike(text, known) if is_length(text) else "a job has no field for this"
        if why:
            findings.skip(f"{where}, beside it", text, why)
    return {key: text for key, text in (said | {ROLE_KIND: head.kind}).items() if text}


_YEAR_IN: Final = {
    "title": "There is a year in the job title: {}. Is it a date? Then write it as 2014-2015.",
    "employer": "We took {!r} for the employer. Is it a date? Then write it as 2014-2015.",
    "place": "We took {!r} for the place. Is it a date? Then write it as 2014-2015.",
}


def _split(line: str) -> list[str]:
    parts = [part for part in _PARTS.split(line) if part]
    return [part for part in _COLON.split(line) if part] if len(parts) == 1 else parts


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
