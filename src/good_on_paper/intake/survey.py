"""Answers as Google Forms and Qualtrics export them: the survey's own columns are not part of a job."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.sheet import Sheet

_WHEN: Final = frozenset(
    plain(name)
    for name in (
        *("timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data hora"),
        *("informazioni cronologiche", "tijdstempel"),
    )
)
_IMPORT: Final = re.compile(r'\s*\{\s*"ImportId"\s*:\s*"([^"]*)"')
_OWN_COLUMNS: Final = re.compile(
    r"startDate|endDate|status|ipAddress|progress|duration|finished|recordedDate|_recordId|recipient\w*"
    r"|externalDataReference|location\w+|distributionChannel|userLanguage"
)
_TELLING_LISTED: Final = (
    "responseid recordeddate respondentid collectorid submitdate lastpage completiontime "
    "fertigstellungszeit heuredefin horadefinalizacion horadeconclusao oradicompletamento"
)
_TELLING: Final = frozenset(_TELLING_LISTED.split())
_PROGRAMS_LISTED: Final = (
    "startdate enddate datecreated datemodified status ipaddress progress duration finished starttime "
    "startzeit heurededebut horadeinicio recipientlastname recipientfirstname recipientemail "
    "externalreference locationlatitude locationlongitude distributionchannel userlanguage "
    "emailaddress firstname lastname customdata1 id email name startlanguage datestamp seed refurl "
    "ipaddr"
)
_PROGRAMS: Final = _TELLING | frozenset(_PROGRAMS_LISTED.split())
"""Columns of Qualtrics, SurveyMonkey, LimeSurvey and Microsoft Forms, without spaces and signs."""
_ENOUGH: Final = 2
_KINDS_OF_ANSWER: Final = ("", "Open-Ended Response", "Response")
_ASKED: Final = {
    "title": r"title|position|role|your job|occupation|stelle|beruf|poste|puesto|cargo|mansione"
    r"|ruolo|functie",
    "employer": r"company|employer|organi[sz]ation|work for|arbeitgeber|firma|entreprise|employeur|empresa"
    r"|azienda|datore|werkgever|bedrijf",
    "started": r"start|begin|began|join|angefangen|begonnen|seit wann|von wann|ab wann|commence|depuis quand"
    r"|empez|desde cuando|comec|desde quando|inizi|da quando|sinds wanneer",
    "ended": r"leave|left|end|finish|stop|aufgehort|geendet|bis wann|quitt|jusqu|termin|hasta cuando|dej"
    r"|ate quando|fini|fino a quando|gestopt|vertrokken|tot wanneer",
}


def as_answers(sheet: Sheet) -> Sheet:
    """Remove what a survey program adds to its export, and read questions as column names; note both.

    Any other table is returned unchanged.
    """
    marks = next((at for at, row in enumerate(sheet.rows[:2]) if any(map(_IMPORT.match, row.cells))), None)
    if marks is not None:
        found = [_IMPORT.match(cell) for cell in sheet.rows[marks].cells]
        kept = [at for at, mark in enumerate(found) if not (mark and _OWN_COLUMNS.fullmatch(mark[1]))]
        names = sheet.rows[0].cells if marks else sheet.header
        return _questions(_columns(sheet, names, kept, marks + 1))
    if is_timestamp(sheet.header[0]):
        return _questions(_columns(sheet, sheet.header, list(range(1, len(sheet.header))), 0))
    own = [at for at, name in enumerate(sheet.header) if _flat(name) in _PROGRAMS]
    if any(_flat(sheet.header[at]) in _TELLING for at in own) and len(own) >= _ENOUGH:
        kept = [at for at in range(len(sheet.header)) if at not in own]
        kinds_first = bool(sheet.rows) and all(cell in _KINDS_OF_ANSWER for cell in sheet.rows[0].cells)
        return _questions(_columns(sheet, sheet.header, kept, int(kinds_first)))
    return sheet


def is_timestamp(name: str) -> bool:
    """Return whether a column is where a survey program keeps when somebody answered."""
    return plain(norm_header(name)) in _WHEN


def fact_asked(question: str) -> str:
    """Return the fact of a job that a question asks for; empty if it asks for none, or for several.

    Examples
    --------
    >>> fact_asked("When did you start?")
    'started'
    """
    facts = _facts_asked(question) if question.rstrip().endswith("?") else []
    return facts[0] if len(facts) == 1 else ""


def _facts_asked(question: str) -> list[str]:
    return [fact for fact, words in _ASKED.items() if re.search(rf"\b(?:{words})", plain(question))]


def _flat(name: str) -> str:
    return re.sub(r"\(.*|\W|_", "", name.casefold())


def _columns(sheet: Sheet, names: Sequence[str], kept: Sequence[int], first: int) -> Sheet:
    left = [sheet.header[at] for at in range(len(sheet.header)) if at not in kept]
    note = f"Left out, for they tell of the survey and not of a job: {', '.join(left)}." if left else ""
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in sheet.rows[first:])
    header = tuple(names[at] for at in kept)
    return replace(sheet, header=header, rows=rows, notes=(*sheet.notes, note) if note else sheet.notes)


def _questions(sheet: Sheet) -> Sheet:
    """Rename the columns of questions that ask for a fact of a job, if only one question asks for it."""
    known = {fact_named(norm_header(name)) for name in sheet.header}
    asked = [_facts_asked(name) for name in sheet.header]
    header = list(sheet.header)
    notes = []
    for at, facts in enumerate(asked):
        if len(facts) == 1 and facts[0] not in known and asked.count(facts) == 1:
            header[at] = facts[0]
            notes.append(f"The answers to {sheet.header[at]!r} are read as {facts[0]}.")
    return replace(sheet, header=tuple(header), notes=(*sheet.notes, *notes))
