"""Month and season names as people write them: English, German, French, Spanish."""

from __future__ import annotations

import unicodedata
from typing import Final

_FULL: Final = {
    1: "january januar jänner janvier enero",
    2: "february februar feber février febrero",
    3: "march märz mars marzo",
    4: "april avril abril",
    5: "may mai mayo",
    6: "june juni juin junio",
    7: "july juli juillet julio",
    8: "august août agosto",
    9: "september septembre septiembre setiembre",
    10: "october oktober octobre octubre",
    11: "november novembre noviembre",
    12: "december dezember décembre diciembre",
}
_SHORT: Final = {
    1: "jan jän janv ene",
    2: "feb fév févr",
    3: "mar mär mrz",
    4: "apr avr abr",
    6: "jun",
    7: "jul juil",
    8: "aug ago",
    9: "sep sept set",
    10: "oct okt",
    11: "nov",
    12: "dec dez déc dic",
}
_VAGUE: Final = (
    "spring summer autumn fall winter early mid late end beginning "
    "frühling frühjahr sommer herbst anfang mitte ende "
    "printemps été automne hiver début fin "
    "primavera verano otoño invierno principios finales "
    "q1 q2 q3 q4 about around circa ca approximately etwa vers hacia"
)
_FILLERS: Final = "of the in de del la le el en am im den st nd rd th er"

MONTH_WORDS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plain(word: str) -> str:
    """Give a word without case and accents, so that "Août", "AOUT" and "août" are one."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


MONTHS: Final = {
    plain(word): month
    for names in (_FULL, _SHORT)
    for month, words in names.items()
    for word in words.split()
}
VAGUE: Final = frozenset(plain(word) for word in _VAGUE.split())
FILLERS: Final = frozenset(plain(word) for word in _FILLERS.split())
