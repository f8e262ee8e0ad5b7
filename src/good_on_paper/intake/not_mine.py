"""Tables without a job of the person: people they know, what others wrote, jobs applied for or saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named, header_words
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import says_nothing
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import DateError

if TYPE_CHECKING:
    from good_on_paper.intake.sheet import Sheet


def _words(text: str) -> frozenset[str]:
    return frozenset(header_words(word) for word in text.split(","))


_FIRST_NAME: Final = _words(
    "first name, given name, forename, vorname, prénom, nombre de pila, primer nombre, primeiro nome, "
    "voornaam"
)
_LAST_NAME: Final = _words(
    "last name, surname, family name, nachname, familienname, nom de famille, apellido, apellidos, "
    "sobrenome, apelido, cognome, achternaam"
)
_PERSON: Final = _words(
    "full name, contact name, contact, team member, member, employee, employee name, staff, "
    "interviewer, mitarbeiter, mitarbeitername, employé, empleado, funcionário, dipendente, "
    "medewerker, recommender, recommender name, reference name, referee, person, colleague, "
    "connection, name of contact, ansprechpartner, kontakt, contacto, contatto, contato, "
    "contactpersoon, kontaktperson"
)
_KNOWN: Final = _words(
    "connected on, email address, email, e mail, phone, phone number, url, linkedin url, profile url, "
    "linkedin, date connected, verbunden am, relation depuis, conectado el, telefon, téléphone, "
    "teléfono, telefone, telefono, relationship, beziehung, relation"
)
_WROTE: Final = _words(
    "text, what they said, what they wrote, their words, said, wrote, recommendation, recommendation "
    "text, testimonial, reference text, quote, empfehlung, recommandation, recomendación, "
    "recomendação, raccomandazione, aanbeveling, comment, comments, message, content, feedback"
)
_APPLIED: Final = _words(
    "interviewer, date sent, sent on, next step, next steps, next action, offer received, gesendet, "
    "gesendet am, abgeschickt, abgeschickt am, rückmeldung, nächster schritt, envoyé le, envoyée le, "
    "réponse, prochaine étape, enviado el, respuesta, próximo paso, enviado em, resposta, próximo "
    "passo, inviato il, risposta, verstuurd, verstuurd op, antwoord, reactie, date applied, applied, "
    "applied on, applied date, application date, date of application, application status, applied at, "
    "date submitted, submitted on, application deadline, date of interview, interview date, "
    "interviews, interview stage, follow up, follow up date, response date, resume used, resume name, "
    "resume version, cv version, cover letter, cv file, cover letter file, rejection date, date "
    "rejected, heard back, question and answers, recruiter, offer date, beworben am, bewerbungsdatum, "
    "beworben, bewerbungsstatus, absage, vorstellungsgespräch, bewerbung am, date de candidature, "
    "candidature, postulé le, date d envoi, statut de la candidature, entretien, relance, fecha de "
    "solicitud, fecha de postulación, fecha de aplicación, aplicado, postulado, entrevista, "
    "candidatura, data da candidatura, data de candidatura, candidatado em, data candidatura, data di "
    "candidatura, candidatura inviata, colloquio, sollicitatiedatum, gesolliciteerd, gesolliciteerd "
    "op, datum sollicitatie, sollicitatie, gesprek"
)
_SAVED: Final = _words(
    "link, url, website, deadline, apply by, bewerbungsfrist, frist, lien, date limite, enlace, fecha "
    "límite, prazo, scadenza, termijn, saved date, date saved, saved on, job url, job link, job "
    "posting, posting url, posting, job ad, listing url, link to posting, apply url, job board, "
    "stellenanzeige, stellenlink, annonce, lien de l annonce, lien offre, url de la oferta, enlace de "
    "la oferta, oferta, link da vaga, vaga, annuncio, link annuncio, vacature, vacaturelink, salary "
    "range, closing date, date posted, posted on, posted"
)
_STATUS: Final = _words(
    "status, stage, result, outcome, state, application stage, stand, statut, étape, estado, estatus, "
    "etapa, situação, stato, esito, fase, ergebnis, résultat, resultado, resultaat"
)
_STATES: Final = _words(
    "applied, rejected, interview, interviewing, interviewed, screening, phone screen, offer, "
    "offered, ghosted, withdrawn, declined, wishlist, saved, to apply, no response, pending, in "
    "progress, waiting, submitted, assessment, final round, first round, second round, onsite, "
    "accepted, discarded, skip, no reply, evaluated, responded, bookmarked, applying, closed, "
    "negotiating, archived, beworben, abgelehnt, absage, eingeladen, gespräch, vorstellungsgespräch, "
    "zusage, angebot, offen, keine antwort, in bearbeitung, zurückgezogen, postulé, refusé, refus, "
    "entretien, en attente, relancé, accepté, sans réponse, envoyé, envoyée, offre, solicitado, "
    "aplicado, postulado, rechazado, entrevista, en proceso, oferta, sin respuesta, enviado, "
    "candidatado, rejeitado, recusado, em análise, em andamento, enviada, proposta, sem resposta, "
    "inviata, inviato, rifiutato, rifiutata, colloquio, in attesa, offerta, nessuna risposta, "
    "candidato, gesolliciteerd, afgewezen, gesprek, uitgenodigd, aanbod, wachten, geen reactie, in "
    "behandeling"
)
_NAME: Final = _words("name, person, nom, nombre, nome, naam")
_STAFF: Final = _words(
    "team member, member, employee, employee name, staff, staff member, mitarbeiter, mitarbeitername, "
    "employé, empleado, funcionário, dipendente, medewerker, colleague, kollege, full name, "
    "vollständiger name, nom complet, nombre completo, nome completo, volledige naam"
)
_HIRED: Final = _words(
    "hire date, hired, hired on, date hired, date of hire, joining date, date of joining, employee id, "
    "employee number, personalnummer, einstellungsdatum, eingestellt am, date d embauche, embauché le, "
    "matricule, fecha de contratación, número de empleado, data de admissão, data de contratação, "
    "data di assunzione, datum in dienst, indiensttreding, personeelsnummer"
)
"""Columns that only an employer keeps about its staff."""
_KEPT: Final = _words(
    "department, salary, manager, email, email address, e mail, eintrittsdatum, abteilung, gehalt, service, "
    "salaire, departamento, salario, salário, dipartimento, reparto, stipendio, afdeling, salaris"
)
"""Columns an employer also keeps; a person's own list has them only beside an employer or an end date."""
_JOB: Final = frozenset({"title", "employer"})
_DATED: Final = frozenset({"started", "ended", "period", "started year"})
_STARTED: Final = frozenset({"started", "period", "started year"})
_TO_APPLY: Final = ("appli", "bewerb", "bewor", "candidat", "postul", "sollicit")
_ELSE: Final = {
    "education": _words(
        "school name, degree name, degree, field of study, major, gpa, university, school, "
        "college, alma mater, abschluss, hochschule, universität, schule, studienfach, "
        "diplôme, université, école, établissement scolaire, universidad, grado, carrera, "
        "centro de estudios, universidade, curso, grau, università, laurea, diploma, "
        "corso di studi, universiteit, opleiding, diploma behaald"
    ),
    "courses": _words(
        "course, course name, course title, course code, module, module name, credits, ects, kurs, lehrgang, "
        "seminar, modul, cours, corso, cursus, ects punkte, crédits, créditos, crediti, studiepunten"
    ),
    "certificates": _words(
        "authority, license number, credential id, issuing organization, certificate, zertifikat"
    ),
    "publications": _words(
        "publisher, published on, journal, doi, isbn, zeitschrift, revue, revista, rivista"
    ),
    "awards": _words("awarder, issuer, issued on, award, prize"),
}
_PROJECTS: Final = frozenset({"title", "description", "url", "started on", "finished on"})
POSITIONS_INSTEAD: Final = (
    "your own jobs, one on each row; in LinkedIn’s copy of your data that is Positions.csv"
)


@dataclass(frozen=True)
class Doubted:
    """Why no row of a table is ticked.

    Parameters
    ----------
    note : str
        What the table seems to be, as a sentence.
    why : str
        The same for one row.
    log : bool
        Whether the rows are applications, so that the table belongs in the log of interviews.
    """

    note: str
    why: str
    log: bool = False


def refuse_others(sheet: Sheet) -> None:
    """Refuse a table about other people, by its columns.

    Raises
    ------
    IntakeError
        If first and last names, or names of contacts, are beside employers; the message says what it seems to
        be.
    """
    names = [header_words(header) for header in sheet.header]
    there = set(names)
    facts = {fact_named(header) for header in sheet.header}
    people, job = there & _LAST_NAME, facts & _JOB
    known_people = (there & (_PERSON | _NAME) and there & _KNOWN) or (there & _PERSON and there & _WROTE)
    if facts & _DATED:
        if not people or _one_person(sheet, names):
            return
    elif not (people or known_people):
        return
    if there & _WROTE and (job or there & _PERSON):
        problem = "these are words that other people wrote; their jobs stand in it, not yours"
    elif there & _KNOWN or job:
        problem = "these are people you know, not jobs of yours"
    else:
        return
    raise IntakeError(sheet.file, problem, place=sheet.place(), expected=POSITIONS_INSTEAD)


def doubted(sheet: Sheet) -> Doubted | None:
    """Return why the rows may not be the person's jobs (say, applications); None if nothing suggests it."""
    names = [header_words(header) for header in sheet.header]
    facts = {fact_named(header) for header in sheet.header}
    single_days = _only_days(sheet)
    facts -= {"period"} if single_days else set()
    known = set(names)
    telling = [
        header
        for header, name in zip(sheet.header, names, strict=True)
        if name in _APPLIED | _STATUS | _SAVED
    ]
    listed = ", ".join(header for header in telling if header)
    applied = known & _APPLIED
    if facts & _STARTED:  # a recruiter or an interview may be beside a past job
        applied = {name for name in applied if any(word in name for word in _TO_APPLY)}
    if applied or _has_states(sheet, names, everywhere=not facts & _STARTED):
        named = f" ({listed})" if listed else ""
        return Doubted(
            f"These look like applications{named}, not jobs you had, so none is ticked. "
            "Tick one if you had it.",
            "This looks like an application, so it isn’t ticked. Tick it if you had this job.",
            log=True,
        )
    for what, columns in _ELSE.items():
        if known & columns and "employer" not in facts:
            return _else(what)
    if set(filter(None, names)) == _PROJECTS:
        return _else("projects")
    if known & _SAVED and not facts & _STARTED:
        return Doubted(
            f"These look like job ads you saved ({listed}), not jobs you had, so none is ticked. "
            "Tick one if you had it.",
            "This looks like a saved job ad, so it isn’t ticked. Tick it if you had this job.",
        )
    if single_days:
        return Doubted(
            "Each row is one day, so these may be days or shifts and not jobs; none is ticked. "
            "Tick one if you had it.",
            "This may be a day or a shift rather than a job, so it isn’t ticked.",
        )
    return _others(sheet, names, facts)


def _others(sheet: Sheet, names: list[str], facts: set[str]) -> Doubted | None:
    """Return a doubt if each row names somebody else, as it may be their job."""
    there = set(names)
    kept = there & _HIRED or (there & _KEPT and not facts & {"employer", "ended"})
    named = _STAFF | (_NAME if facts >= _JOB or kept else frozenset())
    for number, name in enumerate(names):
        people = {row.cells[number].strip().casefold() for row in sheet.rows} - {""}
        if name in named and len(people) > 1:
            return Doubted(
                f"The column {sheet.header[number]!r} names somebody else in each row, so these may be other "
                "people’s jobs and none is ticked. Tick those you had.",
                "This may be somebody else’s job, so it isn’t ticked. Tick it if it was yours.",
            )
    return None


def _only_days(sheet: Sheet) -> bool:
    """Return whether the dates of a table are single days, in more than one row; a shift ends on its day."""
    facts = [fact_named(name) for name in sheet.header]
    if {"started", "ended"} <= set(facts):
        begin, end = facts.index("started"), facts.index("ended")
    elif "period" in facts and not set(facts) & _STARTED - {"period"}:
        begin = end = facts.index("period")
    else:
        return False
    said = [row.cells for row in sheet.rows if not says_nothing(row.cells[begin])]
    return len(said) > 1 and all(cells[begin] == cells[end] and _is_day(cells[begin]) for cells in said)


def _is_day(text: str) -> bool:
    for order in ("day", "month"):
        try:
            return parse_date(text, order=order).day is not None
        except DateError:
            continue
    return False


def _else(what: str) -> Doubted:
    return Doubted(
        f"These look like {what}, not jobs, so none is ticked. Tick what was also a job.",
        f"This looks like {what}, so it isn’t ticked. Tick it if it was also a job.",
    )


def _has_states(sheet: Sheet, names: list[str], *, everywhere: bool) -> bool:
    """Return whether a column says how far applications are; without dates, under any name."""
    for number, name in enumerate(names):
        if name in _STATUS or (everywhere and name and not fact_named(sheet.header[number])):
            states_found = [
                header_words(row.cells[number]) for row in sheet.rows if not says_nothing(row.cells[number])
            ]
            states = _STATES if name in _STATUS else _STATES - {"skip"}  # a rating can be skipped too
            if states_found and sum(word in states for word in states_found) * 2 > len(states_found):
                return True
    return False


def _one_person(sheet: Sheet, names: list[str]) -> bool:
    """Return whether the names in all rows are one person's: the owner of these jobs."""
    columns = [number for number, name in enumerate(names) if name in _FIRST_NAME | _LAST_NAME | _PERSON]
    return len({tuple(row.cells[number] for number in columns) for row in sheet.rows}) <= 1
