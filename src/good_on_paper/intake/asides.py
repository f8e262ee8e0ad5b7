"""Notes beside a job's dates that are not part of its name: its length and its terms."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.language.months import plain

_UNITS: Final = (
    r"(?:years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|jahre?n?|monate?n?|wochen?|ans?|annees?|mois"
    r"|anos?|mes(?:es)?|ann[io]|mesi|jaar|jaren|maand(?:en)?"
    r"|ar|mdr|md|maned(?:er)?|manad(?:er)?|man|lat|lata|mies(?:iac\w*)?|semanas?|semaines?|settiman[ae])\b\.?"
)
_ONE: Final = rf"(?:less than\s+|weniger als\s+|moins d['e]\s*)?(?:[0-9]+\+?|an?|one|un|une|ein)\s*{_UNITS}"
_LENGTH: Final = re.compile(rf"{_ONE}(?:[\s,]*(?:(?:and|und|et|y|e|en)\s+)?{_ONE})?")
_NUMBERS: Final = re.compile(r"([0-9]+)\+?\s*([a-z]+)")
_YEARS: Final = re.compile(r"y|j|an")
_LISTED: Final = (
    "full-time, part-time, full time, part time, fulltime, parttime, permanent, temporary, permanent "
    "full-time, permanent part-time, fixed-term, fixed term, casual, zero hours, contract, contractor, "
    "freelance, freelancer, self-employed, internship, intern, apprenticeship, seasonal, trainee, "
    "volunteer, unpaid, vollzeit, teilzeit, befristet, unbefristet, praktikum, freiberuflich, "
    "selbstständig, selbständig, minijob, ausbildung, werkstudent, ehrenamtlich, saisonal, temps plein, "
    "temps partiel, à temps plein, à temps partiel, cdi, cdd, stage, intérim, indépendant, alternance, "
    "saisonnier, bénévole, jornada completa, media jornada, tiempo completo, tiempo parcial, autónomo, "
    "temporal, prácticas, voluntario, indefinido, tempo integral, meio período, meio periodo, autônomo, "
    "estágio, temporário, efetivo, tempo pieno, tempo parziale, part time, a tempo pieno, tirocinio, "
    "libero professionista, a tempo determinato, a tempo indeterminato, voltijd, voltijds, deeltijd, "
    "deeltijds, tijdelijk, vast, zzp, vrijwilliger, agency, supply, locum, "
    "relief, bijbaan, vakantiebaan, side job, student job, weekend job, summer job, holiday job, "
    "mission temporaire, remplacement, vertretung, vertretungsweise, suplencia, supplenza, "
    "mi-temps, à mi-temps, temps complet, plein temps, halbtags, ganztags, deltid, heltid, "
    "vikariat, pół etatu, cały etat, "
    "job étudiant, job d'été, sommarjobb, extrajobb, feriejobb, vakantiewerk, vakantiejob, "
    "studentenjob, trabajo de verano, lavoro estivo, praca wakacyjna, "
    "contrato temporal, contrato indefinido, contrato de prácticas, contrato en prácticas, contrato fijo, "
    "contrat à durée indéterminée, contrat à durée déterminée, befristeter vertrag, unbefristeter vertrag, "
    "contratto a tempo determinato, contratto a tempo indeterminato, vast contract, tijdelijk contract, "
    "summers, school holidays, vacations, ferienjob, nebenjob"
)
_MODES_LISTED: Final = (
    "remote, hybrid, on-site, onsite, on site, in person, work from home, vor ort, hybride, "
    "télétravail, sur site, híbrido, presencial, en remoto, remoto, ibrido, da remoto, in sede, op "
    "locatie, homeoffice, home office"
)
_TERMS: Final = frozenset(plain(words) for words in _LISTED.split(", "))
_MODES: Final = frozenset(plain(words) for words in _MODES_LISTED.split(", "))
_PEOPLE_LISTED: Final = (
    "intern trainee contractor freelancer volunteer apprentice werkstudent werkstudentin stagiaire "
    "alternant alternante becario becaria estagiario estagiaria tirocinante stagista stagiair"
)
_PEOPLE: Final = frozenset(_PEOPLE_LISTED.split())
_ONES_OWN: Final = re.compile(
    r"\b(?:self[- ]?employed|independent|freelanc\w*|selbst(?:st)?\u00e4ndig\w*|freiberuflich\w*"
    r"|\u00e0 son compte|ind\u00e9pendante?|por c(?:uenta propia|onta pr\u00f3pria)|aut[\u00f3\u00f4]nom[oa]"
    r"|liber[oa] professionista|zzp\w*|zelfstandig\w*)\b",
    re.IGNORECASE,
)
"""Words for self-employment: such a job does not belong to another job's employer."""
_PERCENT: Final = re.compile(
    r"[0-9]{1,3}\s?%|[0-9]{1,3}(?:[.,][0-9])?\s?(?:hours?|hrs?|stunden|std\.?|h|horas|heures|ore|uur)"
    r"(?:\s?(?:per|a|/|pro|por|par|alla|p\.)\s?\w+)?"
)

_SEASON: Final = re.compile(
    r"(?:(?:winter|summer|ski|spring|autumn|high|low|lambing|harvest|sommer|herbst|fruhjahrs|fruhlings"
    r"|haupt|hoch|neben|ernte|zwischen|zomer|hoog|sommar|vinter)[ -]?"
    r"(?:season|saison|seizoen|sasong|saeson|sesong)s?"
    r"|(?:the |la |haute |basse |alta |baixa |bassa )?"
    r"(?:seasons?|saisons?|temporadas?|temporada alta|stagion[ei]|seizoen(?:en)?|sasong|saeson|sesong)"
    r"(?: (?:d['\u2019](?:hiver|ete|automne|inverno|estate)|de printemps"
    r"|(?:de |do |da |di )?(?:invierno|verano|otono|primavera|inverno|verao|outono|estate|autunno)"
    r"|hivernale|estivale|estiva|invernale|alta|baja|baixa|bassa))?)"
    r"(?: (?:only|work|job|contract))?"
)
"""A season of the year in which somebody worked, without dates."""


def is_person(text: str) -> bool:
    """Return whether a word for terms says what somebody was, so that alone it is a job title: "Intern"."""
    return plain(text.strip()) in _PEOPLE


def is_length(text: str) -> bool:
    """Return whether a text is only a length of time, as profiles write it: "4 yrs 9 mos"."""
    return _LENGTH.fullmatch(plain(text.strip())) is not None


def months_in(text: str) -> int:
    """Return the months in a length of time; 0 for any other text, and for weeks and days."""
    if not is_length(text):
        return 0
    found = _NUMBERS.findall(plain(text.strip()))
    return sum(
        int(number) * (12 if _YEARS.match(unit) else 1 if unit[0] == "m" else 0) for number, unit in found
    )


def is_terms(text: str) -> bool:
    """Return whether a text only says on what terms or where somebody worked: "part-time", "Hybrid"."""
    tidy = plain(text.strip())
    return tidy in _TERMS | _MODES or _PERCENT.fullmatch(tidy) is not None


def is_season(text: str) -> bool:
    """Return whether a text only names a season of work: "Wintersaison", "temporada de verano"."""
    return _SEASON.fullmatch(plain(text.strip(" ()"))) is not None


def is_mode(text: str) -> bool:
    """Return whether a text only says where somebody worked: "Hybrid"."""
    return plain(text.strip()) in _MODES


def says_self_employed(text: str) -> bool:
    """Return whether a text says that somebody worked for nobody else: "Pigiste (indépendante)"."""
    return _ONES_OWN.search(text) is not None


def is_ones_own(text: str) -> bool:
    """Return whether a text only says that somebody worked for nobody else: "Libera professionista"."""
    return _ONES_OWN.fullmatch(text.strip()) is not None


def is_aside(text: str) -> bool:
    """Return whether a text is a length of time or terms."""
    return is_length(text) or is_terms(text)
