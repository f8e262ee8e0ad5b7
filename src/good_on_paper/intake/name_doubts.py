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
_TALE: Final = re.compile(
    r"(?:I|I['\u2019](?:m|ve)|ich|je|j['\u2019]\w+|yo|eu|io|ik|we|wir|nous|"
    r"before that|after that|since then|then|danach|dann|puis|ensuite|antes|luego|depois"
    r"|prima|poi|daarna)\s.*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\S+@\S+\.\w|https?:|www\.|\+?[0-9][0-9 ()/-]{7,}[0-9]")
_LABELLED: Final = re.compile(r"([^:]{3,40}?)\s*:\s+\S.*")
_FOR_SOMEBODY: Final = re.compile(r"\s(?:pour|with|avec)\s+(?:(?:the|la|les?|l')\s*)?[A-Z\u00c0-\u00de]")
"""An employer within what should be a title: "pigiste pour Le Monde"."""
_LONGEST: Final = 110
_WORDS: Final = 14
_WHY: Final = "“{}” doesn’t look like {}, so it isn’t ticked. Put it right, then tick it."


def is_street(text: str) -> bool:
    """Return whether a text is a postal address: "12 High Street", "Denver, CO 80220"."""
    return _STREET.fullmatch(text.strip()) is not None


def why_no_names(title: str, employer: str) -> str:
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
    if title and employer and title_score(title) < 0 < title_score(employer):
        return _WHY.format(title, "a job title")
    if title and is_run_together(title):
        return _WHY.format(title, "a job title")
    if employer and _FOR_SOMEBODY.search(title):
        return _WHY.format(title, "a job title")
    if employer and is_place(title) and not says_a_role(title):
        return _WHY.format(title, "a job title")
    return ""


def _is_none(text: str) -> bool:
    words = [plain(word) for word in text.split()]
    if not any(map(str.isalpha, text)) or text[0] in ".,;:)/|!?" or is_quoted(text):
        return True
    if len(text) > _LONGEST or len(words) > _WORDS or text.count("(") != text.count(")"):
        return True
    if words[-1] in _UNFINISHED or words[-1][-1] in "-\u2013\u2014,/|" or plain(text) in NOW_WORDS:
        return True
    labelled = _LABELLED.fullmatch(text)
    if is_street(text) or _TALE.fullmatch(text) or _ADDRESS.search(text) or is_length(text) or is_mode(text):
        return True
    return bool(labelled and is_label(labelled[1])) or _is_dated(text)


def _is_dated(text: str) -> bool:
    """Return whether a name contains a start and an end, or is only a date."""
    dated = dates_in(text)
    return dated is not None and (not dated.alone or not any(map(str.isalpha, dated.rest)))
