"""What a line of a CV looks like: what somebody was, or where; by words in nine languages and some more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from good_on_paper.intake import job_vocabulary as vocabulary
from good_on_paper.intake.asides import is_mode
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.months import plain

_TITLES: Final = vocabulary.TITLES.split()
_SHORT_TITLES: Final = frozenset(word for word in _TITLES if len(word) <= 4)  # noqa: PLR2004 - no stems
_STEMS: Final = tuple(word for word in _TITLES if len(word) > 4)  # noqa: PLR2004 - as above
_TITLE_ENDINGS: Final = tuple(vocabulary.TITLE_ENDINGS.split())
_NO_TITLES: Final = frozenset(vocabulary.NO_TITLES.split())
_NO_TITLE_ENDINGS: Final = tuple(vocabulary.NO_TITLE_ENDINGS.split())
_EMPLOYERS: Final = frozenset(vocabulary.EMPLOYERS.split())
_LAST: Final = frozenset(vocabulary.EMPLOYERS_LAST.split())
_FIRST: Final = frozenset(vocabulary.EMPLOYERS_FIRST.split())
_EMPLOYER_ENDINGS: Final = tuple(vocabulary.EMPLOYER_ENDINGS.split())
_NO_ENDINGS: Final = (*_NO_TITLE_ENDINGS, *_EMPLOYER_ENDINGS)
_JOINING: Final = frozenset(vocabulary.JOINING.split())
_SAINTS: Final = ("saint-", "sainte-", "san-", "santa-", "sankt-", "st-", "ste-")
"""How many towns begin, whatever follows: "Saint-Priest"."""
_UNITS: Final = frozenset(vocabulary.UNITS.split())
_AND: Final = frozenset("and und et y e en & i og och the la le les l der die das".split())  # noqa: SIM905
_DEGREE: Final = re.compile(
    r"\b(?:B\.?A|B\.?Sc|B\.?Eng|M\.?A|M\.?Sc|M\.?Eng|MBA|MPhil|Ph\.?D|DPhil|LL\.?[BM]|PGCE|GCSEs?|A.levels?"
    r"|Bachelor|Master|Diploma?|Magister|Promotion|Habilitation|Erasmus|Auslandssemester|Auslandsjahr|Gastsemester|Abitur|Licence|Laurea|Licenciatura|Grado|Mestrado|Doctorat|HN[DC]|NVQ|BTEC|BTS|DUT|CAP|BEP|Mbo|Hbo|Foundation.degree)\b"
)
_LEAVING: Final = re.compile(
    r"(?:A[ -]?[Ll]evels?|AS[ -][Ll]evels?|O[ -][Ll]evels?|GCSEs?|IGCSEs?|Highers|Abitur|Matura"
    r"|Fachabitur|Baccalaur\u00e9at"
    r"|Bachillerato|Maturit\u00e0|Leaving Certificate|High [Ss]chool [Dd]iploma|GED)(?=$|[\s,:;(.])"
)
"""What somebody leaves school with, which is no job: "A Levels"."""
_AN_EXAM: Final = re.compile(r"(?:S?NVQ|BTEC|GCSEs?|HN[CD]|City & Guilds)\b", re.IGNORECASE)
"""A certificate where a job or an employer would stand: "NVQ level 2"."""
_OF_A_LEVEL: Final = re.compile(
    r"(?:\S+ ){1,4}(?:level|grade|stufe|niveau|nivel|n\u00edvel|livello|niv\u00e5) [0-9]\b.*", re.IGNORECASE
)
"""A certificate by its level: "Food hygiene level 3"."""
_RENEWED: Final = re.compile(
    r"\W*(?:exp(?:\.|ir(?:es|y|ing))?|valid(?: until| to)?|renew(?:ed|al)|g\u00fcltig(?: bis)?|expire"
    r"|valable|caduca|v\u00e1lido|scade|scadenza|geldig(?: tot)?|giltig)\W*",
    re.IGNORECASE,
)
"""What stands beside the day on which a certificate ends."""
_SCHOOL: Final = re.compile(
    r"univ|hochschule|college|polytechnic|academy|school|schule|gymnas|institut|academ|politec|polytec|ecole"
)
_BRACKETS: Final = re.compile(r"(?<=\S)\s*\([^()]*\)")
_COUNTY: Final = re.compile(r"(?<!& )\bCo\. (?=[A-Z][a-z])")
""""Co." before a county does not mean a firm: "Co. Cork"."""
_COLORADO: Final = re.compile(r"(?<=[a-z]), CO(?=$|[ ,|;)])")
"""The state behind a town is no firm: "Fort Carson, CO"."""
_NO_ESTATE: Final = re.compile(r"\breal estate\b", re.IGNORECASE)
"""A field of work, where "Estate" names no house."""
_DOTTED: Final = re.compile(r"(?<!\w)(?:[A-Za-z]{1,2}\.){2,}(?:[A-Za-z]\b)?")
"""Letters with full stops, as legal forms have: "B.V."."""
_SIGN: Final = re.compile(r"[,;|(/\u00b7\u2022]|\s[-\u2013\u2014]\s")
_NO_WORK: Final = re.compile(
    r"(?:career|planned|family|work|employment) (?:break|gap)|gap year|gap in employment"
    r"|(?:rund|welt)?reisen? (?:durch|nach|in|um)\b|backpacking|tour du monde|voyage (?:en|au|aux|autour)\b"
    r"|viajes? por\b|viagem pel[oa]\b|viaggio (?:in|attraverso)\b|reis door\b|rondreis"
    r"|(?:looked|looking) after (?:my|our|the|a) "
    r"|car(?:ed|ing) for|carer for (?:my|our|the|a) "
    r"|at home\b|stay-at-home|house(?:wife|husband)|hausfrau|hausmann|mere au foyer"
    r"|ama de casa|casalinga|huisvrouw"
    r"|(?:parental|maternity|paternity|family|sick) leave"
    r"|(?:not|no longer|stopped) working|out of work|job[ -]?(?:hunt|search|seek)\w*"
    r"|(?:looking|searching) for (?:a job|work)|seeking (?:work|employment)|no job\b|off sick"
    r"|sans emploi|sin trabajo"
    r"|sem trabalho|senza lavoro"
    r"|sabbatical\w*|furlough\w*|unemploy\w*|between jobs"
    r"|full-time (?:parent|carer|mum|dad)|travel(?:l?ing)?|world trip"
    r"|elternzeit|karenz\w*|familienarbeit|kindererziehung|mutterschutz|babypause|familienphase"
    r"|arbeitslos\w*|arbeits?[ -]?suchend\w*|(?:auf )?(?:arbeits|job|stellen)suche|auszeit|weltreise"
    r"|orientierungs\w*|conge (?:parental|maternite|sabbatique)\w*|chomage"
    r"|(?:(?:en|a la) )?recherche d[e'] ?(?:emploi|travail)"
    r"|annee sabbatique"
    r"|(?:prestacion|subsidio)(?: por| de)? (?:desempleo|maternidad|paternidad)"
    r"|ano sabatico|excedencia|baja (?:maternal|por)|desemple\w*|en paro"
    r"|(?:buscando|busqueda de) (?:empleo|trabajo)|(?:a|em) procura de (?:emprego|trabalho)"
    r"|(?:in cerca|alla ricerca) di (?:lavoro|occupazione)|licenca (?:maternidade|parental)"
    r"|desempreg\w*|anno sabbatico|maternita|aspettativa|disoccupa\w*|ouderschapsverlof|zwangerschapsverlof"
    r"|werkloos\w*|werkzoekend\w*|(?:op )?zoek naar werk|wereldreis|tussenjaar"
)
_ON_ITS_OWN: Final = re.compile(
    r"\b(?:(?:grund)?wehrdienst|wehrpflicht|militar(?:dienst|tjanst)|zivildienst|prasenzdienst|grundwehrdienst"
    r"|(?:bundes)?freiwilligendienst|fsj|bfd|freiwilliges (?:soziales|okologisches) jahr"
    r"|(?:military|national|civilian|community) service|service (?:militaire|civique|national)"
    r"|servizio (?:militare|civile)|servicio (?:militar|social)|servico militar|dienstplicht|vaernepligt"
    r"|varnplikt|au[- ]pairs?|wanderjahre?|walz)\b"
)
_NO_WORK_SAID: Final = "This looks like time between jobs, so it isn’t ticked. Tick it if it was a job."
_TOWN: Final = re.compile(
    r"[A-Z\u00c0-\u00de][\w'.-]*"
    r"(?: (?:[A-Z\u00c0-\u00de][\w'.-]*|upon|on|in|am|an|der|den|im|de|la|le|sur|do|da))*"
    r"(?: \([A-Z0-9]{2,3}\))?"
)
_QUOTED: Final = re.compile(r"[\"\u201c\u201e\u00ab][^\"\u201d]*[\"\u201c\u201d\u00bb]")
_GRADE: Final = re.compile(r"i{1,3}|iv|v")
_WORDS_OF_A_TOWN: Final = 3
_TOWN_LONG: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|&")
_PLACE: Final = re.compile(
    r"(?:greater |gro\u00dfraum )?[A-Z\u00c0-\u00de][\w' .-]+(?:, [A-Z\u00c0-\u00de][\w' .-]+){1,3}"
    r"|.*\b(?:area|region)"
)


@lru_cache(maxsize=10_000)
def title_score(text: str) -> int:
    """Weigh whether a line says what somebody was (1) or where (-1); 0 where its words do not tell."""
    if is_known_place(text):  # "Mâcon" is no mason
        return 0
    words = [plain(word) for word in _WORD.findall(_said_of_a_firm(text))]
    if len(words) > 1 and _GRADE.fullmatch(words[-1]):  # "Engineer II"
        words.pop()
    titles = sum(_is_title(word) for word in words)
    employers = sum(word in _EMPLOYERS or word.endswith(_EMPLOYER_ENDINGS) for word in words)
    if words and words[-1] in _EMPLOYERS and not _is_title(words[-1]):  # "Ingenieurbau GmbH" is a firm
        employers += 1
    if len(words) > 1:
        named = first_of(text.rsplit(maxsplit=1)[-1]).isupper()  # "Golf Club", not "leading a club"
        employers += (named and words[-1] in _LAST) + (words[0] in _FIRST)
    if titles and words and _is_title(words[-1]):
        titles += 1
    first = _WORD.findall(_SIGN.split(text.strip(), maxsplit=1)[0])
    if min(len(first), len(words)) > 1 and _is_title(words[0]) and words[1] != "&":  # "Baker & Sons"
        titles += 2 if words[1] in _JOINING else 1
    return (titles > employers) - (employers > titles)


def _said_of_a_firm(text: str) -> str:
    """Return a text without brackets, a county and the like, whose words do not tell who or where."""
    text = _NO_ESTATE.sub("", _COLORADO.sub("", _COUNTY.sub("", _BRACKETS.sub(" ", text))))
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), text)


def first_of(word: str) -> str:
    """Return the first letter of a word; empty text if it has none."""
    return next((sign for sign in word if sign.isalpha()), "")


def says_a_role(text: str) -> bool:
    """Return whether one of the words of a text is a job title."""
    return any(_is_title(plain(word)) for word in _WORD.findall(text))


def _is_title(word: str) -> bool:
    if word in _NO_TITLES or word.startswith(_SAINTS) or word.endswith(_NO_ENDINGS):
        return False
    return any(
        part in _SHORT_TITLES or part.startswith(_STEMS) or part.endswith(_TITLE_ENDINGS)
        for part in (word, *word.split("-"))
        if part == word or part not in _EMPLOYERS  # "K-Market"
    )


def is_degree(title: str, employer: str) -> bool:
    """Return whether somebody studied there and did not work there: "BSc Biology, University of Leeds"."""
    if _LEAVING.match(title) or _AN_EXAM.match(employer) or _AN_EXAM.match(title):
        return True
    if _RENEWED.fullmatch(title) or _RENEWED.fullmatch(employer):
        return True
    if _OF_A_LEVEL.fullmatch(title) and title_score(title) <= 0:
        return True
    return _DEGREE.search(title) is not None and _SCHOOL.search(plain(employer)) is not None


def is_school(name: str) -> bool:
    """Return whether a name is that of a school, where somebody may have studied or worked."""
    return _SCHOOL.search(plain(name)) is not None


def why_no_work(title: str) -> str:
    """Return why a title is not a job but a time between jobs ("Career break"); empty for any other."""
    words = plain(title.strip())
    found = _NO_WORK.match(words)
    around = words[found.end() - 1 : found.end() + 1] if found else ""
    if found is None or (len(around) > 1 and around.isalnum()):  # "Travelodge"
        return ""
    return _NO_WORK_SAID if title_score(title[found.end() :]) <= 0 else ""


def is_on_its_own(title: str) -> bool:
    """Return whether a title is never a job at the employer of the job above: "Zivildienst", "Au pair"."""
    return _ON_ITS_OWN.search(plain(title)) is not None


def is_unit(text: str) -> bool:
    """Return whether a text only names a department or a field of work: "Cardiology", "Innere Medizin"."""
    words = [plain(word) for word in re.split(r"[\s,/]+|(?<=\b[ld])['\u2019]", text) if word]
    named = [word for word in words if word not in _JOINING | _AND and not word.isdecimal()]
    return bool(named) and all(word in _UNITS for word in named)


def is_quoted(text: str) -> bool:
    """Return whether a text is only the title of a work in quotation marks: "Hollow Bay"."""
    return _QUOTED.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Return whether a line has the form of a place: "Berlin, Germany"; "Leeds | Hybrid"."""
    _, *terms = (part.strip() for part in re.split(r"[\u00b7\u2022|(]", text.rstrip(")")))
    if terms and all(map(is_mode, terms)):
        return True
    return is_mode(text) or (_PLACE.fullmatch(text) is not None and title_score(text) == 0)


def is_town(text: str) -> bool:
    """Return whether a text can be the name of a town: few words, each with a capital."""
    few = len(text.split()) <= _WORDS_OF_A_TOWN and len(text) < _TOWN_LONG
    return few and _TOWN.fullmatch(text) is not None and title_score(text) == 0
