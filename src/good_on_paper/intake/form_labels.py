"""CVs in the form of a table, such as Europass: "Dates", "Position held", "Employer" beside the values."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.page_parts import BULLET, GAP, is_date
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAMES: Final = {
    "dates": "dates, date, from, to, desde, hasta, até, desde hasta, début, fin, inizio, fine, beginn, ende, "
    "start, end, start date, end date, von, bis, "
    "dates from to, period, duration, from to, "
    "daten, datum, zeitraum, datum von bis, dauer, période, durée, dates de à, "
    "fechas, fecha, periodo, duración, fechas de a, datas, data, período, duração, data de a, "
    "date da a, durata, data, datums, periode, duur, datum van tot, data van tot, data da a, "
    "datas de até, datas de a, data de até, fechas desde hasta, zeitraum von bis, período de a, periodo da a",
    "title": "occupation or position held, position held, position, job title, role, designation, title, "
    "beruf oder funktion, funktion, stelle, tätigkeit als, fonction ou poste occupé, poste occupé, poste, "
    "fonction, profesión o cargo desempeñado, cargo, puesto, puesto o cargo ocupados, "
    "função ou cargo ocupado, função, "
    "lavoro o posizione ricoperti, posizione ricoperta, tipo di impiego, ruolo, qualifica, mansione, "
    "beroep of functie, functie, beroep of beklede functie, post held, occupation, "
    "beruf oder stellung, ausgeübte funktion, ausgeübte tätigkeit, emploi ou fonction, poste ou fonction, "
    "emploi occupé, puesto desempeñado, cargo desempeñado, profesión o puesto, cargo ou função, "
    "função ou cargo, profissão ou função, posizione o lavoro ricoperto, lavoro ricoperto, "
    "posizione lavorativa, profilo professionale ricoperto, "
    "title of qualification awarded, bezeichnung der erworbenen qualifikation, "
    "intitulé du certificat ou diplôme délivré, título de la cualificación obtenida, "
    "designação da qualificação atribuída, qualifica conseguita, titolo della qualifica rilasciata, "
    "benaming van het behaalde certificaat of diploma",
    "employer": "name and address of employer, name of employer, employer, company, organisation, "
    "organization, employer name, company name, name und adresse des arbeitgebers, arbeitgeber, firma, "
    "unternehmen, nom et adresse de l employeur, employeur, entreprise, société, "
    "nombre y dirección de la empresa, nombre y dirección del empleador, empresa, empleador, "
    "nome e endereço do empregador, empregador, nome e indirizzo del datore di lavoro, datore di lavoro, "
    "azienda, entidade empregadora, entidad, entidade, ente, dienstgeber, "
    "naam en adres van de werkgever, werkgever, bedrijf, "
    "name of the employer, name des arbeitgebers, nom de l employeur, nombre de la empresa, nombre del "
    "empleador, nome da empresa, nome do empregador, nome del datore di lavoro, naam van de werkgever, "
    "employer s name and address, employer name and address, "
    "name und anschrift des arbeitgebers, name und adresse der arbeitgeberin, nom de l entreprise, "
    "nom et adresse de l entreprise, nombre y dirección de la empresa o empleador, "
    "nome e morada do empregador, nome e endereço da empresa, nome e sede del datore di lavoro, "
    "naam van het bedrijf, "
    "name and type of organisation providing education and training, "
    "name und art der bildungs oder ausbildungseinrichtung, "
    "nom et type de l établissement d enseignement ou de formation, "
    "nombre y tipo de la organización que ha impartido la educación o formación, "
    "nome e tipo da organização de ensino ou formação, nome e tipo di istituto, "
    "nome e tipo di istituto di istruzione o formazione, "
    "nome e tipo d organizzazione erogatrice dell istruzione e formazione, "
    "naam en soort van de instelling voor onderwijs of opleiding",
    "told": "main activities and responsibilities, responsibilities, duties, type of business or sector, "
    "wichtigste tätigkeiten und zuständigkeiten, aufgaben, tätigkeitsbereich oder branche, "
    "principales activités et responsabilités, type ou secteur d activité, "
    "principales actividades y responsabilidades, funciones, tipo de empresa o sector, "
    "principais actividades e responsabilidades, principais atividades e responsabilidades, "
    "tipo de empresa ou sector, principali attività, principali attività e responsabilità, "
    "principali mansioni e responsabilità, tipo di azienda o settore, tipo di attività o settore, "
    "voornaamste werkzaamheden en verantwoordelijkheden, soort bedrijf of sector, "
    "main activities, main duties, type of business, business or sector, principali mansioni, "
    "hauptaufgaben, wichtigste tätigkeiten, branche, art des betriebs, principales activités, "
    "secteur d activité, principales actividades, principales funciones, sector, tipo de empresa, "
    "principais atividades, principais actividades, setor de atividade, sector de actividade, "
    "principali attività svolte, settore, settore di attività, tipo di azienda, "
    "voornaamste werkzaamheden, belangrijkste taken, sector van het bedrijf",
}
_KINDS: Final = {plain(norm(name)): kind for kind, names in _NAMES.items() for name in names.split(",")}
_ENDS: Final = ("started", "ended", "period")
_FACTS: Final = ("title", "employer", "place")
_BESIDE: Final = re.compile(rf"([^{GAP}:]{{3,60}}?)\s*(?:{GAP}|:\s+|:$)(.*)")
_COLUMNS: Final = 2
_JOBS: Final = 2
"""Fewest jobs of a form whose employers have no label."""
_BROKEN: Final = 12
"""Fewest characters of a label that continues on the next line."""


def without_labels(lines: list[str]) -> list[str]:
    r"""Return the lines of a form as those of a CV; leave lines of anything else as they are.

    Examples
    --------
    >>> without_labels(["Dates\t2014 - 2017", "Employer\tAcme", "Position held\tEditor"])
    ['2014 - 2017', 'Acme', 'Editor']
    """
    lines = _without_headers(lines)
    kinds = [kind for line in lines if (kind := _asked(line)[0])]
    asked = Counter(kinds)
    heads = [kind for kind in kinds if kind != "told"]
    # an employer may be a heading above the fields of each job
    if (
        not (asked["employer"] and (asked["dates"] or asked["title"]))
        and min(asked["dates"], asked["title"]) < _JOBS
    ):
        return lines
    duties: list[str] = []
    written: list[str] = []
    broken = ""
    titled = False
    for line in lines:
        kind, value, label = _asked(line)
        if broken and asked_for(f"{broken} {line}"):  # the label's last words
            broken = ""
            continue
        broken = label if kind and plain(norm(label)) not in _KINDS else ""
        if kind == "told" or (kind == "title" and titled):  # "Role" below "Designation"
            duties += [BULLET + value] if value else []
            continue
        if not kind or kind == heads[0]:  # another job begins
            written += duties
            duties = []
            titled = False
        titled = titled or kind == "title"
        written += [line] if not kind else [value] if value else []
    return written + duties


def _without_headers(lines: Iterable[str]) -> list[str]:
    """Drop a table's column names; move cells of other columns below their jobs."""
    written: list[str] = []
    header: list[str] = []
    rows = [line.split(GAP) for line in lines]
    for at, (line, cells) in enumerate(zip(lines, rows, strict=True)):
        below = rows[at + 1] if at + 1 < len(rows) else []
        if _is_header(cells) or _is_above_dates(cells, below):
            header = cells
        elif len(cells) == len(header):
            named = [(name, cell) for name, cell in zip(header, cells, strict=True) if cell.strip()]
            places = [cell for name, cell in named if fact_named(norm_header(name)) == "place"]
            written.append(
                _in_order([(asked_for(name), cell) for name, cell in named if _is_asked(name)], places)
            )
            others = (
                (name, cell)
                for name, cell in named
                if not (_is_asked(name) or _is_written(cell, written[-1], places))
            )
            written += [f"{BULLET}{name}: {cell}" for name, cell in others if any(map(str.isalnum, cell))]
        else:
            written.append(line)
    return written


def _is_asked(name: str) -> bool:
    """Return whether a column has a part of the job itself, not what is told of it."""
    return asked_for(name) not in ("", "told")


def _is_written(cell: str, line: str, places: Sequence[str]) -> bool:
    """Return whether a place stands behind its employer already."""
    return cell in places and f", {cell}" in line


def _in_order(named: Sequence[tuple[str, str]], places: Sequence[str] = ()) -> str:
    """Return a row written so that the reader of lines can tell title, employer and place."""
    titles, employers = ([cell for kind, cell in named if kind == wanted] for wanted in ("title", "employer"))
    if len(titles) != 1 or len(employers) != 1:
        return GAP.join(cell for _, cell in named)
    rest = [cell for kind, cell in named if kind not in ("title", "employer")]
    where = (
        ", ".join((employers[0], *places)) if len(places) == 1 and "," not in employers[0] else employers[0]
    )
    return GAP.join((f"{titles[0]} @ {where}", *rest))


def _is_header(cells: Sequence[str]) -> bool:
    """Return whether a line names the columns of a table of jobs."""
    known = [kind for cell in cells if (kind := asked_for(cell))]
    if len(cells) <= _COLUMNS or any(sign.isdecimal() for cell in cells for sign in cell):
        return False
    return len(known) == len(cells) or (len(set(known)) > _COLUMNS and len(known) + 1 >= len(cells))


def _is_above_dates(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a line has the column names of the next row, with dates in the dates column."""
    if len(cells) <= _COLUMNS or len(cells) != len(below):
        return False
    kinds = [asked_for(cell) for cell in cells]
    dated = any(kind == "dates" and is_date(cell) for kind, cell in zip(kinds, below, strict=True))
    return dated and not any(sign.isdecimal() for cell in cells for sign in cell)


def _asked(line: str) -> tuple[str, str, str]:
    """Return what the label of a line asks for, what stands after it, and the label as written."""
    beside = _BESIDE.fullmatch(line.removeprefix(BULLET))
    label = beside[1] if beside else ""
    return asked_for(label), beside[2].strip() if beside else "", label


def asked_for(label: str) -> str:
    """Return what a label asks for: "dates", "title", "employer" or "told"; empty for any other."""
    name = plain(norm(label))
    whole = next((full for full in _KINDS if full.startswith(name)), "") if len(name) >= _BROKEN else name
    if whole in _KINDS:
        return _KINDS[whole]
    fact = fact_named(norm_header(label)) if label else ""
    return fact if fact in ("title", "employer") else ""


def kind_of_label(label: str) -> str:
    """Return which fact of a job a whole label asks for, "told" for a description; empty for any other."""
    kind = _KINDS.get(plain(norm(label)), "")
    fact = fact_named(norm_header(label))
    if fact in _ENDS or (fact in _FACTS and kind != "told"):
        return fact
    return "period" if kind == "dates" else kind or ("told" if fact == "summary" else "")


def is_label(text: str) -> bool:
    """Return whether a text asks for a title, an employer or dates: "Designation"."""
    return asked_for(text) not in ("", "told")
