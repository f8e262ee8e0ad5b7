"""What stands beside a job's dates and is no part of its name: how long it was, and on what terms."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.language.months import plain

_UNITS: Final = (
    r"(?:years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|jahre?n?|monate?n?|wochen?|ans?|annees?|mois"
    r"|anos?|mes(?:es)?|ann[io]|mesi|jaar|jaren|maand(?:en)?|semanas?|semaines?|settiman[ae])\b\.?"
)
_ONE: Final = rf"(?:less than\s+|weniger als\s+|moins d['e]\s*)?(?:[0-9]+\+?|an?|one|un|une|ein)\s*{_UNITS}"
_LENGTH: Final = re.compile(rf"{_ONE}(?:[\s,]*(?:(?:and|und|et|y|e|en)\s+)?{_ONE})?")
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
    "deeltijds, tijdelijk, vast, zzp, vrijwilliger, summers, school holidays, vacations, ferienjob, nebenjob"
)
_MODES_LISTED: Final = (
    "remote, hybrid, on-site, onsite, on site, in person, work from home, vor ort, hybride, "
    "télétravail, sur site, híbrido, presencial, en remoto, remoto, ibrido, da remoto, in sede, op "
    "locatie, homeoffice, home office"
)
_TERMS: Final = frozenset(plain(words) for words in _LISTED.split(", "))
_MODES: Final = frozenset(plain(words) for words in _MODES_LISTED.split(", "))
_PERCENT: Final = re.compile(r"[0-9]{1,3}\s?%")


def is_length(text: str) -> bool:
    """Tell whether a text is a length of time alone, as profiles write it: "4 yrs 9 mos"."""
    return _LENGTH.fullmatch(plain(text.strip())) is not None


def is_terms(text: str) -> bool:
    """Tell whether a text says only on what terms or where somebody worked: "part-time", "Hybrid"."""
    tidy = plain(text.strip())
    return tidy in _TERMS | _MODES or _PERCENT.fullmatch(tidy) is not None


def is_mode(text: str) -> bool:
    """Tell whether a text says only from where somebody worked: "Hybrid"."""
    return plain(text.strip()) in _MODES


def is_aside(text: str) -> bool:
    """Tell whether a text is a length, or terms."""
    return is_length(text) or is_terms(text)
