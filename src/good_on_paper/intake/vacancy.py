"""A vacancy in place of a CV: its dates are those of the advert, not of a job the person had."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview

_SAID: Final = """
closing date|apply by|bewerbungsfrist|date limite|fecha l\u00edmite|prazo|scadenza|reageren voor
about the role|about this job|the role\\b|ihre aufgaben|deine aufgaben|vos missions|el puesto|a vaga|la posizione|de functie
what we(?:'|\u2019| a)re looking for|we are looking for|your profile|ihr profil|dein profil|wir suchen|profil recherch\u00e9
what we offer|what you get|we offer|benefits|wir bieten|das bieten wir|nous offrons|ofrecemos|oferecemos|offriamo|wij bieden
to apply|apply now|how to apply|send (?:a|your) cv|jetzt bewerben|bewerbung an|postuler|candidature|enviar cv|solliciteer
posted|date posted|interviews?:|start date:|salary:|eintrittsdatum:|gehalt:|salaire|salario|stipendio
nous recherchons|buscamos|procuramos|cerchiamo|wij zoeken|wat vragen wij
"""  # noqa: E501 - a line for what an advert says in one of its parts
_SAYS: Final = tuple(
    re.compile(rf"^\W*(?:{words})", re.IGNORECASE | re.MULTILINE) for words in _SAID.strip().split("\n")
)
_ENOUGH: Final = 3
"""How many parts of an advert a text must have."""
_WHY: Final = "This reads like a job advert, so it isn’t ticked. Tick it if it was a job you had."


def without_a_vacancy(preview: Preview, text: str) -> Preview:
    """Untick all that was found in a text that reads like an advert."""
    if sum(says.search(text) is not None for says in _SAYS) < _ENOUGH:
        return preview
    return replace(preview, roles=tuple(replace(role, taken=False, why=_WHY) for role in preview.roles))
