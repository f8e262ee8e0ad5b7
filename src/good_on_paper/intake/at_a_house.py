"""A line whose words lead to an employer: "Cook at The Harbour", "worked for my uncle"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_doubts import assumed, missing
from good_on_paper.intake.head_names import (
    employer_and_place,
    ends_in_legal_form,
    names_in,
)
from good_on_paper.intake.job_words import is_town, title_score

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Head


AT_WORD: Final = re.compile(
    r"\s+(?:at|@|bei(?-i: de[rmn])?|chez|bij|presso|via(?= (?-i:[A-Z\u00c0-\u00de])))\s+", re.IGNORECASE
)
"""A word before an employer: "Orderpicker via Randstad"."""
_TWO: Final = 2
# "Repartidor en Correos", but "ingeniero en jefe"
_IN: Final = re.compile(r"\s+(?:en|em|na|no)\s+(?=[A-Z\u00c0-\u00de])")
_OF_A_FIRM: Final = re.compile(
    r"(?P<title>\S+(?: \S+)?) (?:of|der|des|de la|de|della|di|van|da|do) (?P<firm>[A-Z\u00c0-\u00de].*)"
)
_FOR: Final = re.compile(r"\s+(?:for|with|pour|avec)\s+(?=[A-Z\u00c0-\u00de])")
_IN_ANY: Final = re.compile(r"\s+(?:an der|an die|beim)\s+(?=[A-Z\u00c0-\u00de]{2})")
_IN_A_HOUSE: Final = re.compile(
    r"\s+(?:in der|in einer|an der|im|am|beim|au|\u00e0 la)\s+(?=[A-Z\u00c0-\u00de])"
    r"|\s+\u00e0 l['\u2019](?=[A-Z\u00c0-\u00de])"
)
"""Words before an employer that stand before a department too: only before the name of a house."""
_WORKED_FOR: Final = re.compile(
    r"(?:i |i've |ich |je |j'ai |yo |eu |io |ik )?(?:(?:have |had |habe |ho |ai |heb )?"
    r"(?:worked|working|employed|helped out|travaill\u00e9|trabaj\u00e9|trabalhei|lavorato|gearbeitet|gewerkt"
    r"|arbetade)"
    r"|(?:(?:a|the|my|one|two) )?(?:(?:first|last|whole|gap) )?"
    r"(?:job|summers?|winters?|seasons?|stint|spell|year)(?: was)?"
    r"|work) (?:for|at|by|with|chez|pour|en|na|no|em|presso|per|bij|voor|bei|f\u00fcr|p\u00e5) ",
    re.IGNORECASE,
)
"""Words before an employer that say no more than that somebody worked there."""
_AS: Final = re.compile(
    r",? (?:as|als|en tant que|comme|como|come) (?:an? |the |eine? |une? |uma? |una |een )?"
)


def for_several(line: str, head: Head) -> bool:
    """Read "Freelance: Guardian, Times", which says on what terms and for whom."""
    label, colon, named = line.partition(": ")
    names = names_in(named)
    if not (colon and kind_of(label)) or len(names) < _TWO or max(map(title_score, names)) > 0:
        return False
    head.title, head.employer, head.kind = label, named.strip(), kind_of(label)
    head.assumed = assumed(head.title, head.employer)
    return True


def worked_for(line: str, head: Head) -> bool:
    """Read "worked for my uncle's garage", which says where and not what."""
    worked = _WORKED_FOR.match(line)
    if worked is None:
        return False
    told = _AS.split(line[worked.end() :], maxsplit=1)
    head.employer, place = employer_and_place(told[0])
    head.title = told[1].strip() if len(told) > 1 else ""  # "Summer at Butlins as a redcoat"
    head.place = ", ".join(filter(None, (place, head.place)))
    head.assumed = assumed(head.title, head.employer) if head.title else missing(head)
    return True


def at_a_house(line: str, head: Head) -> bool:
    """Read "Cook at The Harbour in Leeds", and "Erzieherin in der Kita Nord", which may be a department."""
    surely = AT_WORD.split(line, maxsplit=1)
    parts = surely if len(surely) == _TWO else in_a_house(line)
    if not parts:
        return False
    head.title, rest = parts
    name, _, town = rest.rpartition(" in ")
    head.employer, place = (name, town) if name and is_town(town) else employer_and_place(rest)
    head.place = head.place or place
    head.assumed = "" if parts is surely else assumed(head.title, head.employer)
    return True


def in_a_house(line: str) -> list[str]:
    """Split "Repartidor en Correos" and "Erzieherin in der Kita Nord"; return [] for any other line."""
    parts = _IN.split(line, maxsplit=1)
    if len(parts) == _TWO and title_score(parts[0]) >= 0:
        return parts
    firm = _OF_A_FIRM.fullmatch(line)
    if firm and title_score(firm["title"]) > 0 and ends_in_legal_form(firm["firm"]):
        return [firm["title"], firm["firm"]]
    parts = _FOR.split(line, maxsplit=1)
    if len(parts) == _TWO and title_score(parts[0]) > 0 and "," not in parts[0]:
        named, *houses = map(title_score, names_in(parts[1]))
        return [] if named >= 0 > min(houses, default=0) else parts  # "Member for Calder, House of Commons"
    parts = _IN_A_HOUSE.split(line, maxsplit=1)
    if len(parts) < _TWO or title_score(parts[0]) < 0:
        return []
    surely = title_score(names_in(parts[1])[0]) < 0 or _IN_ANY.search(line)
    return parts if surely else []
