"""What a sign behind a job title says of it: "Engineer - bridges", "Nurse, nights", "Teacher - Year 6"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import says_self_employed
from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_layout import kept_whole, parted
from good_on_paper.intake.job_words import is_unit, title_score
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Head

_DASHES: Final = "-\u2013\u2014"
_TWO: Final = 2
_SPACED: Final = f"{_DASHES}|"
"""Signs with a space before them."""
_SHIFT: Final = re.compile(
    r"(?:(?:day|night|early|late|weekend|evening|morning|bank)s?(?: (?:shifts?|duty|team|staff))?"
    r"|front of house|back of house"
    r"|(?:fr\u00fch|sp\u00e4t|nacht|tag)(?:schicht|dienst)e?|n\u00e4chte|de nuit|nuits?"
    r"|turno de (?:noche|d\u00eda|ma\u00f1ana|tarde)|noches|turno da noite|noites?|turno di notte|notti"
    r"|nachtdienst(?:en)?|nachten|avonden|weekends?"
    r"|(?:key stage|year|band|level|grade|class|stufe|klasse|niveau|nivel|livello|groep|tier|line)s?"
    r" (?:[0-9]{1,2}|one|two|three|[IV]{1,3})(?:\s?(?:[-/\u2013&]|and|to)\s?[0-9]{1,2})?"
    r"|KS ?[1-5]|EYFS|early years)",
    re.IGNORECASE,
)
"""When somebody worked, or whom they taught: never an employer."""
_SOMEBODY: Final = re.compile(
    r"(?:an?|the|my|our|own|private|various|several|different|local|family|friends?|een|eine[mnr]?|une|una|uma"
    r"|diverse|verschiedene|eigene[rs]?|divers(?:es)?|plusieurs|famille|particuliers?|varios|varias|propi[oa]"
    r"|familia|v\u00e1rios|v\u00e1rias|pr\u00f3pri[oa]|diversi|vari|famiglia|propri[oa]|verschillende|eigen"
    r"|familie|gezin|privat\w*)\b",
    re.IGNORECASE,
)
"""Words for an employer without a name: "private family"."""


def with_its_speciality(line: str, head: Head) -> tuple[str, str]:
    """Keep a job title and what a sign says of it in one; note it where that may be an employer's name.

    Returns
    -------
    line : str
    title : str
        The title with what is said of it; empty if nothing is.

    Examples
    --------
    >>> from good_on_paper.intake.cv_habit import Head
    >>> from good_on_paper.intake.head_layout import parted
    >>> parted(with_its_speciality("Engineer \u2013 bridges, Arup", Head())[0])[0]
    ['Engineer \u2013 bridges', 'Arup']
    """
    names, signs = parted(line)
    for at, sign in enumerate(signs):
        name, said, others = names[at], names[at + 1], [*names[:at], *names[at + 2 :]]
        written = f"{name}{' ' if sign in _SPACED else ''}{sign} {said}"
        shift = _SHIFT.fullmatch(said) is not None
        if title_score(name) <= 0 or written not in line or not (others or shift):
            continue
        dashed = sign in _DASHES
        sure = shift or (dashed and is_unit(said))
        if not (sure or (dashed and _may_be_one(said, others))):
            continue
        joined = written.replace(" | ", ", ")
        known = bool(at or head.place) or min(map(title_score, others), default=0) < 0
        if not (sure or known or len(others) > 1):
            head.assumed = assumed(joined, ", ".join(others))
        return line.replace(written, kept_whole(joined)), joined
    return line, ""


def says_its_speciality(line: str) -> bool:
    """Return whether a line holds only a job title and what a sign says of it: "Nurse - nights"."""
    names, signs = parted(line)
    if len(names) != _TWO or title_score(names[0]) <= 0:
        return False
    said = names[1]
    lower = said.split(" ", maxsplit=1)[0].islower() and names[0][:1].isupper()
    plain_words = lower and title_score(said) == 0 and not is_somebody(said)
    return is_speciality(said) or (signs[0] in _DASHES and plain_words)


def is_speciality(text: str) -> bool:
    """Return whether a text only says when somebody worked, whom they taught, or in what department."""
    return _SHIFT.fullmatch(text) is not None or is_unit(text)


def is_somebody(text: str) -> bool:
    """Return whether a text names an employer without a name: "private family"."""
    return _SOMEBODY.match(text) is not None


def _may_be_one(said: str, others: list[str]) -> bool:
    """Return whether a name behind a dash begins in lower case where others have capitals."""
    first = said.split(" ", maxsplit=1)[0]
    if not first.islower() or title_score(said) < 0 or is_known_place(said) or is_somebody(said):
        return False
    return not says_self_employed(said) and any(name[:1].isupper() for name in others)
