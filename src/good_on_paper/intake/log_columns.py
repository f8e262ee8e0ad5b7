"""The column names of a table of applications or interviews."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named, header_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES: Final = {
    "employer": "company org, organisation name, applied to, who with, where, firm, with, account",
    "job": "vacancy, opening, posting title, role applied to, position applied for, applied for, job "
    "applied for",
    "applied": "date applied, applied, applied on, applied date, applied at, application date, date of "
    "application, date submitted, submitted on, submitted, submission date, date sent, sent on, "
    "sent, apply date, date of sending, beworben am, bewerbungsdatum, beworben, bewerbung am, "
    "gesendet, gesendet am, abgeschickt, abgeschickt am, date de candidature, postule le, date d "
    "envoi, envoye le, envoyee le, candidature, fecha de solicitud, fecha de postulacion, fecha "
    "de aplicacion, enviado el, data da candidatura, data de candidatura, candidatado em, enviado "
    "em, data candidatura, data di candidatura, inviato il, sollicitatiedatum, gesolliciteerd op, "
    "datum sollicitatie, verstuurd op",
    "day": "interview date, date of interview, interview, interview on, interviewed on, interviewed, "
    "interview day, interview time, date time, when, talk on, day, vorstellungsgesprach, gesprach "
    "am, gesprach, datum gesprach, entretien, date entretien, date d entretien, entrevista, fecha "
    "de entrevista, data da entrevista, colloquio, data colloquio, gesprek, datum gesprek",
    "state": "status, stage, result, outcome, state, application stage, application status, list, list "
    "name, status name, response, decision, response status, final status, interview result, "
    "stand, bewerbungsstatus, ruckmeldung, ergebnis, antwort, statut, statut de la candidature, "
    "etape, reponse, resultat, estado, estatus, etapa, respuesta, resultado, situacao, resposta, "
    "stato, esito, risposta, fase, antwoord, reactie, resultaat, column, pipeline stage, current "
    "stage, current status",
    "round": "round, interview round, interview stage, interview type, type of interview, kind of "
    "interview, runde, tour, ronda, ronde, turno",
    "channel": "channel, format, mode, medium, interview format, phone or in person, how we talked, "
    "type of call, art",
    "met": "interviewer, interviewers, interviewer name, interviewer s, met, met with, who i met, who, "
    "people, panel, hiring manager, gesprachspartner, interlocuteur, entrevistador, "
    "intervistatore",
    "contact": "contact, contact person, contact name, recruiter, recruiter name, ansprechpartner, kontakt, "
    "contacto, contato, contatto, contactpersoon",
    "found": "source, job source, found, found via, found on, found how, how found, how i found it, "
    "platform, job board, portal, via, referral, referred by, quelle, canal, fuente, fonte, bron, "
    "site",
    "rejected": "rejection date, date rejected, rejected on, rejected, date of rejection, absage am, absage, "
    "refus le, fecha de rechazo",
    "answered": "response date, date of response, heard back, heard back date, heard back on, reply date, "
    "answer on, decision date, outcome date, result date, answered on, antwort am, date de "
    "reponse",
    "offered": "offer date, date of offer, offer on, offered on, offer received, angebot am",
    "withdrawn": "withdrawn on, date withdrawn, withdrew on, withdrawal date",
    "notes": "notes, note, comments, comment, interview notes, feedback, notizen, bemerkung, bemerkungen, "
    "remarques, notas, observacoes, commenti, opmerkingen, what happened, how it went",
    "advert": "job description, description, html description, ad, advert, job ad text, "
    "stellenbeschreibung, jd",
    "advice": "advice, advice followed",
    "chance": "chance, hunch, gut feeling, gut, confidence, likelihood, probability, my guess, odds, chance "
    "of a yes, self rating, forecast",
    "date": "date, datum, fecha, data",
    "saved": "created at, date saved, saved date, saved on, added at, date added, added, created, created "
    "time",
}
_PARTS: Final = {header_words(name): part for part, names in _NAMES.items() for name in names.split(", ")}
_FACTS: Final = {"title": "job", "employer": "employer", "period": "date"}
_NUMBERED: Final = re.compile(
    r"(?:(?P<one>\d)(?:st|nd|rd|th)? )?(?:interview|round|int|gesprach|entretien|entrevista)"
    r"(?: round)?(?: (?P<two>\d))?(?: (?P<what>date|on|result|outcome|notes|interviewer))?"
)
_WHAT: Final = {"date": "day", "on": "day", "result": "state", "outcome": "state", "interviewer": "met"}


@dataclass(frozen=True)
class LogColumn:
    """One column.

    Parameters
    ----------
    number : int
        Its position, from 0.
    header : str
    part : str
        What it holds; empty if we do not know, "twice" for a second column of its kind.
    round : int
        The 2 in "interview 2"; 0 if there is no number.
    """

    number: int
    header: str
    part: str = ""
    round: int = 0


def log_columns(header: Sequence[str]) -> list[LogColumn]:
    """Return what each column is, by its name.

    Examples
    --------
    >>> [column.part for column in log_columns(["Company", "JobTitle", "appliedDate", "Status", "Salary"])]
    ['employer', 'job', 'applied', 'state', '']
    """
    columns: list[LogColumn] = []
    seen: set[tuple[str, int]] = set()
    for number, name in enumerate(header):
        part, nth = _part(name)
        if part and (part, nth) in seen:
            part = "twice"
        seen.add((part, nth))
        columns.append(LogColumn(number, name, part, nth))
    return columns


def _part(header: str) -> tuple[str, int]:
    words = header_words(header)
    if words in _PARTS:
        return _PARTS[words], 0
    found = _NUMBERED.fullmatch(words)
    if found and (found["one"] or found["two"]):
        return _WHAT.get(found["what"] or "date", "notes"), int(found["one"] or found["two"])
    return _FACTS.get(fact_named(header), ""), 0
