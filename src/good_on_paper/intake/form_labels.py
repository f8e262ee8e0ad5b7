"""CVs that are forms, as Europass has them: "Dates", "Position held", "Employer" beside what they ask for."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.page_layout import BULLET, GAP
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.language.months import plain

_NAMES: Final = {
    "dates": "dates, date, from, to, start, end, start date, end date, von, bis, "
    "dates from to, period, duration, from to, "
    "daten, datum, zeitraum, datum von bis, dauer, période, durée, dates de à, "
    "fechas, fecha, periodo, duración, fechas de a, datas, data, período, duração, data de a, "
    "date da a, durata, data, datums, periode, duur, datum van tot",
    "title": "occupation or position held, position held, position, job title, role, designation, title, "
    "beruf oder funktion, funktion, stelle, tätigkeit als, fonction ou poste occupé, poste occupé, poste, "
    "fonction, profesión o cargo desempeñado, cargo, puesto, puesto o cargo ocupados, "
    "função ou cargo ocupado, função, "
    "lavoro o posizione ricoperti, posizione ricoperta, tipo di impiego, ruolo, qualifica, mansione, "
    "beroep of functie, functie",
    "employer": "name and address of employer, name of employer, employer, company, organisation, "
    "organization, employer name, company name, name und adresse des arbeitgebers, arbeitgeber, firma, "
    "unternehmen, nom et adresse de l employeur, employeur, entreprise, société, "
    "nombre y dirección de la empresa, nombre y dirección del empleador, empresa, empleador, "
    "nome e endereço do empregador, empregador, nome e indirizzo del datore di lavoro, datore di lavoro, "
    "azienda, naam en adres van de werkgever, werkgever, bedrijf",
    "told": "main activities and responsibilities, responsibilities, duties, type of business or sector, "
    "wichtigste tätigkeiten und zuständigkeiten, aufgaben, tätigkeitsbereich oder branche, "
    "principales activités et responsabilités, type ou secteur d activité, "
    "principales actividades y responsabilidades, funciones, tipo de empresa o sector, "
    "principais actividades e responsabilidades, principais atividades e responsabilidades, "
    "tipo de empresa ou sector, principali attività, principali attività e responsabilità, "
    "principali mansioni e responsabilità, tipo di azienda o settore, tipo di attività o settore, "
    "voornaamste werkzaamheden en verantwoordelijkheden, soort bedrijf of sector",
}
_KINDS: Final = {plain(norm(name)): kind for kind, names in _NAMES.items() for name in names.split(",")}
_BESIDE: Final = re.compile(rf"([^{GAP}:]{{3,60}}?)\s*(?:{GAP}|:\s+|:$)(.*)")
_COLUMNS: Final = 2
_BROKEN: Final = 12
"""Characters of a label that goes on in the next line at least."""


def without_labels(lines: list[str]) -> list[str]:
    r"""Give the lines of a form as those of a CV; lines of anything else as they are.

    Examples
    --------
    >>> without_labels(["Dates\t2014 - 2017", "Employer\tAcme", "Position held\tEditor"])
    ['2014 - 2017', 'Acme', 'Editor']
    """
    lines = [line for line in lines if not _is_header(line)]
    asked = {kind for line in lines if (kind := _asked(line)[0])}
    if "employer" not in asked or not asked & {"dates", "title"}:
        return lines
    said: list[str] = []
    broken = ""
    for line in lines:
        kind, value, label = _asked(line)
        if broken and _kind(f"{broken} {line}"):  # the label's last words
            broken = ""
            continue
        broken = label if kind and plain(norm(label)) not in _KINDS else ""
        if not kind:
            said.append(line)
        elif value:
            said.append(BULLET + value if kind == "told" else value)
    return said


def _is_header(line: str) -> bool:
    """Tell whether a line names the columns of a table of jobs."""
    parts = line.split(GAP)
    return len(parts) > _COLUMNS and all(map(_kind, parts))


def _asked(line: str) -> tuple[str, str, str]:
    """Tell what a line is asked for, what it says, and the label as written."""
    beside = _BESIDE.fullmatch(line.removeprefix(BULLET))
    label = beside[1] if beside else ""
    return _kind(label), beside[2].strip() if beside else "", label


def _kind(label: str) -> str:
    name = plain(norm(label))
    whole = next((full for full in _KINDS if full.startswith(name)), "") if len(name) >= _BROKEN else name
    if whole in _KINDS:
        return _KINDS[whole]
    fact = fact_named(norm_header(label)) if label else ""
    return fact if fact in ("title", "employer") else ""
