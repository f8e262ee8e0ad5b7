"""Answers as Google Forms and Qualtrics export them: their own columns are no part of a job."""

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
_ASKED: Final = {
    "title": r"title|position|role|your job|occupation|stelle|beruf|poste|puesto|cargo|mansione"
    r"|ruolo|functie",
    "employer": r"company|employer|organi[sz]ation|work for|arbeitgeber|firma|entreprise|employeur|empresa"
    r"|azienda|datore|werkgever|bedrijf",
    "started": r"start|begin|began|join|angefangen|begonnen|commence|empez|comec|inizi",
    "ended": r"leave|left|end|finish|stop|aufgehort|geendet|quitt|termin|dej|fini|gestopt|vertrokken",
}


def as_answers(sheet: Sheet) -> Sheet:
    """Take what a survey program adds out of its export, and read questions as names of columns; say both.

    Another table is given back as it is.
    """
    marks = next((at for at, row in enumerate(sheet.rows[:2]) if any(map(_IMPORT.match, row.cells))), None)
    if marks is not None:
        found = [_IMPORT.match(cell) for cell in sheet.rows[marks].cells]
        kept = [at for at, mark in enumerate(found) if not (mark and _OWN_COLUMNS.fullmatch(mark[1]))]
        names = sheet.rows[0].cells if marks else sheet.header
        return _questions(_columns(sheet, names, kept, marks + 1))
    if plain(norm_header(sheet.header[0])) in _WHEN:
        return _questions(_columns(sheet, sheet.header, list(range(1, len(sheet.header))), 0))
    return sheet


def _columns(sheet: Sheet, names: Sequence[str], kept: Sequence[int], first: int) -> Sheet:
    left = [sheet.header[at] for at in range(len(sheet.header)) if at not in kept]
    note = f"Left out, for they tell of the survey and not of a job: {', '.join(left)}." if left else ""
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in sheet.rows[first:])
    header = tuple(names[at] for at in kept)
    return replace(sheet, header=header, rows=rows, notes=(*sheet.notes, note) if note else sheet.notes)


def _questions(sheet: Sheet) -> Sheet:
    """Name the columns of questions that ask for a fact of a job, where one question alone asks for it."""
    known = {fact_named(norm_header(name)) for name in sheet.header}
    asked = [
        [fact for fact, words in _ASKED.items() if re.search(rf"\b(?:{words})", plain(name))]
        for name in sheet.header
    ]
    header = list(sheet.header)
    notes = []
    for at, facts in enumerate(asked):
        if len(facts) == 1 and facts[0] not in known and asked.count(facts) == 1:
            header[at] = facts[0]
            notes.append(f"The answers to {sheet.header[at]!r} are read as {facts[0]}.")
    return replace(sheet, header=tuple(header), notes=(*sheet.notes, *notes))
