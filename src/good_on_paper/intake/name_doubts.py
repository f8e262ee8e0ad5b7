"""Names that do not look like a job title or an employer: such a job is not ticked, with the reason."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.asides import is_length, is_mode
from good_on_paper.intake.form_labels import is_label
from good_on_paper.intake.head_line import is_run_together
from good_on_paper.intake.job_vocabulary import JOINING
from good_on_paper.intake.job_words import is_place, is_quoted, says_a_role, title_score
from good_on_paper.intake.spans import dates_in
from good_on_paper.language.months import NOW_WORDS, plain

_UNFINISHED: Final = frozenset(f"{JOINING} and und et y e ed & the at bei chez con mit with".split())
_STREET: Final = re.compile(
    r"[0-9]{1,5}[a-z]?,? (?:[NSEW]\.? )?(?:\S+ ){0,3}"
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|place|square|parkway|pkwy)\b\.?.*"
    r"|.*\b[A-Z]{2} [0-9]{5}(?:-[0-9]{4})?\b.*"
    r"|(?:rue|avenue|boulevard|calle|avenida|rua|via|viale|piazza)\s.*\b[0-9]{1,4}"
    r"|[0-9]{1,4},? (?:bis )?(?:rue|avenue|boulevard|place|chemin)\s.*"
    r"|.*(?:stra\u00dfe|str\.|strasse|straat|laan|weg|platz) [0-9]{1,4}[a-z]?",
    re.IGNORECASE,
)
_TOWN: Final = re.compile(
    r"([A-Z][^\W\d_]+(?:[ .'-]+[^\W\d_]+)*, [A-Z]{2}),? [0-9]{5}(?:-[0-9]{4})?"
    r",?(?: (?:US|USA|United States))?"
)
_TALE: Final = re.compile(
    r"(?:I|I['\u2019](?:m|ve)|ich|je|j['\u2019]\w+|yo|eu|io|ik|we|wir|nous|"
    r"before that|after that|since then|then|danach|dann|puis|ensuite|antes|luego|depois"
    r"|prima|poi|daarna)\s.*",
    re.IGNORECASE,
)
_OF_ONES_LIFE: Final = re.compile(
    r"(?:my|mein\w*|mon|ma|mi|meu|minha|mijn|il mio|la mia) .*"
    r"|(?:war|bin|was|ben|arbeitete|wechselte|werkte) (?:ich|ik)\b.*",
    re.IGNORECASE,
)
"""How a sentence begins that stands where a job title would: "My first job was"."""
_STORY: Final = re.compile(
    r"\b(?:(?:started|began|worked|retired|qualified|moved|went|joined|left) (?:as|in|to|from|at|on|the)\b"
    r"|(?:before|after) (?:moving|joining|leaving|that)|was born|left school|until I\b|since then"
    r"|then (?:an?|as|I|my|moved|went|worked)\b"
    r"|(?:war|bin|wurde|arbeitete|wechselte|ging) (?:ich|dann|er|sie)\b|danach (?:als|bis|in|bei|habe|war)\b"
    r"|puis (?:je|j['\u2019]|\u00e0|en)\b|ensuite (?:je|j['\u2019])|je suis (?:parti|devenu|entr\u00e9)"
    r"|luego (?:de|en|como|me)\b|despu\u00e9s (?:de|me|en)\b|depois (?:fui|em|de)\b"
    r"|poi (?:a|in|come|ho|sono)\b|(?:ho|ha) lavorato|daarna (?:bij|in|tot|als|was)\b|was ik\b)"
)
"""Words that go on with a story, so that a text is no name: "moved to Leeds as ward sister"."""
_SPAN_IN_IT: Final = re.compile(
    r"\b(?:19|20)[0-9]{2}\s?(?:to|-|\u2013|bis|\u00e0|a|al|tot|until)\s?(?:19|20)[0-9]{2}\b"
)
_ADDRESS: Final = re.compile(r"\S+@\S+\.\w|https?:|www\.|\+?[0-9][0-9 ()/-]{7,}[0-9]")
_LABELLED: Final = re.compile(r"([^:]{3,40}?)\s*:\s+\S.*")
_FOR_SOMEBODY: Final = re.compile(r"\s(?:pour|with|avec)\s+(?:(?:the|la|les?|l')\s*)?[A-Z\u00c0-\u00de]")
"""An employer within what should be a title: "pigiste pour Le Monde"."""
_LONGEST: Final = 110
_WORDS: Final = 14
_FEW: Final = 3
"""Most words of a text in which words of a story may be part of a name."""
_WHY: Final = "“{}” doesn’t look like {}, so it isn’t ticked. Put it right, then tick it."


def is_street(text: str) -> bool:
    """Return whether a text is a postal address: "12 High Street", "Denver, CO 80220"."""
    return _STREET.fullmatch(text.strip()) is not None


def town_of_address(text: str) -> str:
    """Return the town and state in the last line of an address: "Denver, CO 80220"; else empty."""
    found = _TOWN.fullmatch(text.strip())
    return found[1] if found else ""


def why_no_names(title: str, employer: str, place: str = "") -> str:
    """Return why these can hardly be a job title and an employer; empty if they can.

    Examples
    --------
    >>> why_no_names("Nurse", "Hull Royal")
    ''
    >>> why_no_names("Nurse", "University of")
    '“University of” doesn’t look like an employer, so it isn’t ticked. Put it right, then tick it.'
    """
    for text, what in ((title, "a job title"), (employer, "an employer")):
        if text and _is_none(text):
            return _WHY.format(text[:_LONGEST], what)
    if _is_of_a_story(place):
        return _WHY.format(place[:_LONGEST], "a place")
    return _WHY.format(title[:_LONGEST], "a job title") if title and _is_no_title(title, employer) else ""


def _is_no_title(title: str, employer: str) -> bool:
    """Return whether a title begins a story, holds the employer, or is the employer or a place itself."""
    if _OF_ONES_LIFE.fullmatch(title) or is_run_together(title):
        return True
    if not employer:
        return False
    swapped = title_score(title) < 0 < title_score(employer)
    return swapped or bool(_FOR_SOMEBODY.search(title)) or (is_place(title) and not says_a_role(title))


def _is_of_a_story(text: str) -> bool:
    """Return whether a text goes on with a story in lower case, or has a start and an end in it."""
    told = _STORY.search(text)
    return _SPAN_IN_IT.search(text) is not None or (told is not None and len(text.split()) > _FEW)


def _is_none(text: str) -> bool:
    words = [plain(word) for word in text.split()]
    if not any(map(str.isalpha, text)) or text[0] in ".,;:)/|!?" or is_quoted(text):
        return True
    if len(text) > _LONGEST or len(words) > _WORDS or text.count("(") != text.count(")"):
        return True
    if words[-1] in _UNFINISHED or words[-1][-1] in "-\u2013\u2014,/|" or plain(text) in NOW_WORDS:
        return True
    if _is_of_a_story(text):
        return True
    labelled = _LABELLED.fullmatch(text)
    if is_street(text) or _TALE.fullmatch(text) or _ADDRESS.search(text) or is_length(text) or is_mode(text):
        return True
    return bool(labelled and is_label(labelled[1])) or _is_dated(text)


def _is_dated(text: str) -> bool:
    """Return whether a name contains a start and an end, or is only a date."""
    dated = dates_in(text)
    return dated is not None and (not dated.alone or not any(map(str.isalpha, dated.rest)))
