"""The words of a length of time: English, German, French, Spanish; without accents, as `plain` gives them."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_UNITS: Final = {
    "minute": "min mins minute minutes minuten minuto minutos",
    "hour": "h hr hrs hour hours std stunde stunden heure heures hora horas",
    "day": "d day days tag tage tagen jour jours dia dias",
    "week": "w wk wks week weeks woche wochen semaine semaines semana semanas",
    "month": "mo mos mth mths month months monat monate monaten mois mes meses",
    "year": "y yr yrs year years jahr jahre jahren annee annees ans ano anos",
}
_NUMBERS: Final = (
    "one eins uno",
    "two couple pair zwei deux dos",
    "three drei trois tres",
    "four vier quatre cuatro",
    "five funf cinq cinco",
    "six sechs seis",
    "seven sieben sept siete",
    "eight acht huit ocho",
    "nine neun neuf nueve",
    "ten zehn dix diez",
    "eleven elf onze once",
    "twelve zwolf douze doce",
)
_PARTS: Final = {
    Fraction(1, 2): "half halb halbe halbes halber halben demi demie media medio",
    Fraction(1, 4): "quarter quarters viertel quart cuarto",
}
_OTHERS: Final = {
    "join": "and und et plus &",
    "filler": ". , ~ of de about around roughly circa ca approximately nearly almost or so the after etwa",
    "vague": "few some several many ages long forever paar einige quelques unos",
    "range": "- \u2013 \u2014 to bis",
    "either": "m",
}

WORDS: Final[dict[str, tuple[str, object]]] = {
    **{word: ("unit", (unit, 1)) for unit, words in _UNITS.items() for word in words.split()},
    **dict.fromkeys(("fortnight", "fortnights"), ("unit", ("week", 2))),
    **{word: ("number", Fraction(at)) for at, words in enumerate(_NUMBERS, 1) for word in words.split()},
    **{word: ("part", part) for part, words in _PARTS.items() for word in words.split()},
    **{word: ("article", Fraction(1)) for word in "a an ein eine einen einem einer un une una".split()},  # noqa: SIM905
    **{word: (kind, None) for kind, words in _OTHERS.items() for word in words.split()},
    "anderthalb": ("number", Fraction(3, 2)),
}
"""The kind of each word, and its value: a number, a unit and how many of it, or nothing."""
