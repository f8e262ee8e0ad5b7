"""The words of dates: months, seasons, since, to and now, in the languages a CV is most often in.

English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish; some of Danish, Norwegian,
Finnish, Czech, Romanian, Catalan.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_FULL: Final = {
    1: (
        "january januar tammikuu tammikuuta leden ledna ianuarie gener jänner janvier enero janeiro "
        "gennaio januari styczeń stycznia"
    ),
    2: (
        "february februar helmikuu helmikuuta únor února februarie febrer feber février febrero "
        "fevereiro febbraio februari luty lutego"
    ),
    3: (
        "march marts maaliskuu maaliskuuta březen března martie març märz maerz mars marzo março "
        "maart marzec marca"
    ),
    4: "april huhtikuu huhtikuuta duben dubna aprilie avril abril aprile kwiecień kwietnia",
    5: "may mai toukokuu toukokuuta květen května maig mayo maio maggio mei maj maja",
    6: "june juni kesäkuu kesäkuuta červen června iunie juny juin junio junho giugno czerwiec czerwca",
    7: (
        "july juli heinäkuu heinäkuuta červenec července iulie juliol juillet julio julho luglio lipiec lipca"
    ),
    8: "august elokuu elokuuta srpen srpna agost août agosto augustus augusti sierpień sierpnia",
    9: (
        "september syyskuu syyskuuta září septembrie setembre septembre septiembre setiembre "
        "setembro settembre wrzesień września"
    ),
    10: (
        "october oktober lokakuu lokakuuta říjen října octombrie octobre octubre outubro ottobre "
        "październik października"
    ),
    11: ("november marraskuu marraskuuta listopadu noiembrie novembre noviembre novembro listopad listopada"),
    12: (
        "december desember joulukuu joulukuuta prosinec prosince decembrie desembre dezember "
        "décembre diciembre dezembro dicembre grudzień grudnia"
    ),
}
_SHORT: Final = {
    1: "jan jän janv ene gen",
    2: "feb febr fév févr fev",
    3: "mar mär mrz mrt",
    4: "apr avr abr",
    5: "mag",
    6: "jun giu",
    7: "jul juil lug",
    8: "aug ago",
    9: "sep sept set sett",
    10: "oct okt out ott",
    11: "nov",
    12: "dec dez déc dic",
}
SEASONS: Final = (
    "spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver "
    "primavera verano otoño invierno verão outono inverno estate autunno lente voorjaar zomer herfst najaar "
    "q1 q2 q3 q4 h1 h2 quarter quartal trimestre kwartaal halbjahr semestre"
)
QUARTERS: Final = "quarter quartal trimestre kwartaal halbjahr semestre"
"""Words after a number: "3rd quarter"."""
PARTS_OF: Final = (
    "early mid late end beginning anfang mitte ende début fin mi principios mediados finales fines "
    "início meados inizio metà fine begin eind einde medio"
)
"""Words for a part of a year or a month."""
ABOUT: Final = (
    "about around circa ca c approximately approx roughly etwa ungefähr rund um vers environ autour hacia "
    "aproximadamente aprox alrededor cerca perto verso intorno rond ongeveer omstreeks"
)
UNSURE: Final = (
    "maybe perhaps probably possibly vielleicht wahrscheinlich vermutlich eventuell probablement quizá "
    "quizás probablemente talvez provavelmente forse probabilmente misschien waarschijnlijk"
)
ABOUT_PHRASES: Final = (
    *("por volta", "mais ou menos", "a eso", "más o menos", "aux environs", "à peu près", "plus ou moins"),
    *("più o meno", "zo rond", "more or less"),
)
QUALIFIERS: Final = f"{PARTS_OF} {ABOUT} {UNSURE}"
_FILLERS: Final = (
    "of the in de del la le el en am im den dem st nd rd th er du des di do da dello d l van het o a os il al"
)

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


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


SINCE: Final = _words(
    "since, from, starting, seit dem, seit, ab dem, ab, depuis le, depuis, dès, à partir de, à compter "
    "de, desde el, desde, a partir de, a partire da, da, dal, dall', dalla, sinds, vanaf, sedan, från och "
    "med, från, od"
)
"""Words before a start; if no end follows, they mean that it goes on."""
FROM: Final = _words("von, vom, de, du, d', da, do, van, between, zwischen, entre, tra, tussen")
"""Words before the start of a range."""
UNTIL: Final = _words(
    "until, till, up to, before, bis zum, bis, vor, jusqu'à, jusqu'en, jusqu'au, avant, hasta el, hasta, "
    "antes de, até, fino a, fino al, prima del, tot en met, tot, t/m"
)
"""Words before an end."""
BEFORE: Final = frozenset(("before", "vor", "avant", "antes de", "prima del"))
TO: Final = ("to", "through", "thru", "à", "au", "a", "al", "ao", "ad")
"""Words between a start and an end, beside those of `UNTIL`."""
AND: Final = ("and", "und", "et", "y", "e", "en")
"""Words between a start and an end after "between"."""
ONWARDS: Final = ("onwards", "onward", "ff", "fortlaufend", "and counting")

_NOW: Final = _words(
    "now, present, the present, present day, today, current, currently, current position, ongoing, on "
    "going, date, to date, till date, until now, till now, to present, heute, jetzt, aktuell, laufend, "
    "gegenwärtig, gegenwart, dato, bis heute, bis jetzt, bis dato, andauernd, aujourd'hui, auj, auj., "
    "maintenant, actuel, actuelle, actuellement, présent, ce jour, à ce jour, à présent, en cours, "
    "hoy, ahora, "
    "actual, actualidad, la actualidad, a la actualidad, en la actualidad, la fecha, a la fecha, "
    "actualmente, presente, el presente, atual, atualmente, atualidade, a atualidade, hoje, o momento, o "
    "presente, ao presente, agora, dias atuais, os dias atuais, oggi, ad oggi, attuale, attualmente, adesso, "
    "in corso, il presente, heden, huidig, nu, vandaag, tot heden, tot nu, tegenwoordig, vandaag de dag, "
    "op heden, tot op heden, "
    "la presente data, presente data, à presente data, à data, data atual, ao momento, à atualidade, "
    "tutt'oggi, a tutt'oggi, el momento, el momento actual, act, actu, akt, aktl, pres, curr, "
    "nos jours, à nos jours, this day, pågående, nuvarande, idag, i dag, tills vidare, obecnie, nadal, "
    "nykyinen, nykyään, nyt, nå, nåværende, d.d., dags dato, do nyní, současnost, dosud, prezent, "
    "în prezent, actualitat, avui, jelenleg, trenutno, danes, "
    "teraz, still, still there, still here, still working there, still working here, still employed, "
    "noch immer, immer noch, nog steeds, toujours en poste, "
    "do dziś, do dzisiaj, do teraz, do chwili obecnej, dziś, "
    "alla data attuale, data attuale, la data attuale, alla data odierna, a oggi, in essere, tuttora, "
    "al presente, derzeit, zurzeit, zur zeit, momentan, bis auf weiteres, at present, presently, "
    "continuing, présentement, à aujourd'hui, no momento, em curso, em andamento, presentemente, en curso, "
    "en activo, momenteel, lopend, i dagsläget, dags dato, súčasnosť, současná doba, aktualnie, "
    "настоящее время, наст. время, дотепер, теперішній час, günümüz, halen"
)
"""What people write as the end of something that still goes on."""


def plain(word: str) -> str:
    """Drop case and accents, so that "Août", "AOUT" and "août" are one."""
    if word.isascii():  # most words are plain, and a table has thousands
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def spellings(*words: str) -> list[str]:
    """Return words with and without their accents, the longest first, as a pattern tries them."""
    return sorted(
        {spelt for word in words for spelt in (word, plain(word))}, key=lambda word: (-len(word), word)
    )


MONTHS: Final = {
    plain(word): month
    for names in (_FULL, _SHORT)
    for month, words in names.items()
    for word in words.split()
}
MONTH_SPELLINGS: Final = spellings(*" ".join((*_FULL.values(), *_SHORT.values())).split())
VAGUE: Final = frozenset(plain(word) for word in f"{SEASONS} {PARTS_OF}".split())
FILLERS: Final = frozenset(plain(word) for word in _FILLERS.split())
NOW_WORDS: Final = frozenset(plain(word) for word in _NOW)
NOW_SPELLINGS: Final = spellings(*_NOW)
