"""What stands beside a job and is no place or title: a season, a good cause, with whom somebody worked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_season
from good_on_paper.intake.job_words import is_on_its_own, title_score
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Head

_CAUSES_LISTED: Final = (
    "animal welfare, arts and culture, children, civil rights and social action, economic empowerment, "
    "education, environment, health, human rights, disaster and humanitarian relief, politics, "
    "poverty alleviation, science and technology, social services, veteran support, "
    "tierschutz, kunst und kultur, kinder, bildung, umwelt, gesundheit, menschenrechte, soziales, politik, "
    "protection animale, art et culture, enfance, éducation, environnement, santé, droits de l'homme, "
    "bienestar animal, arte y cultura, infancia, educación, medioambiente, medio ambiente, salud, "
    "derechos humanos, bem-estar animal, arte e cultura, crianças, educação, meio ambiente, saúde, "
    "direitos humanos, infanzia, istruzione, ambiente, salute, diritti umani, "
    "dierenwelzijn, kunst en cultuur, kinderen, onderwijs, milieu, gezondheid, mensenrechten"
)
_CAUSES: Final = frozenset(map(plain, _CAUSES_LISTED.split(", ")))
"""What a profile calls the subject of voluntary work."""
_WITH: Final = (
    r"with|alongside|helping|mit|avec|con|com|met|med"
    r"|(?:together with|zusammen mit|samen met|tillsammans med)"
)
_MINE: Final = (
    r"my|our|a|some|meine[mnr]?|einem|einer|mon|ma|mes|un|une|mi|mis|mio|mia|meu|minha|mijn|een|min|mitt|en"
)
_WITH_SOMEBODY: Final = re.compile(
    rf"\s+(?:{_WITH})\s+(?:{_MINE})\s+(?:\w+ )?"
    r"(?:uncle|aunt|dad|mum|mom|father|mother|brother|sister|cousin"
    r"|friends?|mates?|neighbour|husband|wife|partner|family|parents|grandad|grandfather"
    r"|(?:gro\u00df)?vater|mutter|onkel|tante|bruder|schwester|freund(?:in|en?)?|mann|frau|eltern"
    r"|oncle|p\u00e8re|m\u00e8re|fr\u00e8re|s\u0153ur|amis?|mari|femme|parents"
    r"|t\u00edo|t\u00eda|padre|madre|hermano|hermana|amigos?|amiga|marido|tio|tia|pai|m\u00e3e|irm\u00e3o|irm\u00e3"
    r"|zio|zia|fratello|sorella|amic[oia]|marito|moglie|oom|vader|moeder|broer|zus|vriend(?:en)?|pappa|mamma|far|mor)$",
    re.IGNORECASE,
)
"""With whom somebody worked, behind what they were."""


def is_no_place(text: str) -> bool:
    """Return whether a name is one of those that stand where a place may.

    Examples
    --------
    >>> [is_no_place(text) for text in ("Wintersaison", "Wehrdienst", "Health", "Hull")]
    [True, True, True, False]
    """
    return is_season(text) or is_on_its_own(text) or plain(text.strip()) in _CAUSES


def without_somebody(head: Head) -> None:
    """Move with whom somebody worked from a title to what is left, where an employer is named."""
    told = _WITH_SOMEBODY.search(head.title) if head.employer else None
    if told and title_score(head.title[: told.start()]) > 0:
        head.left.append(told[0].strip())
        head.title = head.title[: told.start()]
