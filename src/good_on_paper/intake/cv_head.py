"""The head of a job in a CV: which line says what somebody was, which where, and which is the place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_length, is_mode, is_terms
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.job_words import is_place, title_score
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART: Final = re.compile(r"\s*[|\u00b7\u2022\t]\s*|\s{3,}|\s+\((?=[^()]*\)$)|\)$")
_PARTS: Final = re.compile(r"\s*[,;]\s+|\s+[-\u2013\u2014@]\s+")
_AT: Final = re.compile(r"\s+(?:at|@|bei|chez|bij|presso)\s+", re.IGNORECASE)
# "Repartidor en Correos", but "ingeniero en jefe"
_IN: Final = re.compile(r"\s+(?:en|em|na|no)\s+(?=[A-Z\u00c0-\u00de])")
_IN_A_HOUSE: Final = re.compile(r"\s+(?:in der|in einer|an der|im|am|beim)\s+(?=[A-Z\u00c0-\u00de])")
"""Words before an employer that stand before a department too: only before the name of a house."""
_DASH: Final = re.compile(r"\s[-\u2013\u2014|]\s")
_LEGAL_FORMS: Final = "inc ltd limited llc llp plc gmbh ag kg sa sas sarl srl spa bv nv co corp"
_LEGAL: Final = frozenset(_LEGAL_FORMS.split())
_PEOPLE: Final = frozenset(["intern", "trainee", "contractor", "freelancer", "volunteer", "werkstudent"])
_TWO: Final = 2
_SHORT: Final = 40
"""Characters of a place at most."""


@dataclass
class Head:
    """What the head of a job says.

    Parameters
    ----------
    title, employer, place, kind : str
    left : list of str
        Lines and terms that a job has no place for.
    order : str
        "title" or "employer": which of two lines stood first, where their words told it; else empty.
    assumed : str
        What was taken for what where no word told it.
    """

    title: str = ""
    employer: str = ""
    place: str = ""
    kind: str = ""
    left: list[str] = field(default_factory=list)
    order: str = ""
    assumed: str = ""


def head_of(
    above: Sequence[str], below: Sequence[str], order: str = "", *, own: str = "", within: bool = False
) -> Head:
    """Tell title, employer and place from the lines around a job's dates.

    Parameters
    ----------
    above, below : sequence of str
        Lines before its dates (what stands on their line last) and after them.
    order : {"", "title", "employer"}
        What stands first in the other jobs, for lines whose words do not tell.
    own : str
        What stands on the line of the dates itself, the last of `above`.
    within : bool
        Whether the employer stands above several roles, so that it need not be here.
    """
    head = Head()
    if not within and len(above) + len(below) == _TWO:
        above, below = [*above, *below], []  # "Analyst" and "Beta, Paris": the second is no place alone
    lines = [line for text in above if (line := _without_terms(text, head))]
    told = len(lines) >= _TWO  # title and employer stand above, so that a name below is where that was
    for text in below:
        if not head.place and (is_place(text) or (told and title_score(text) == 0 and len(text) < _SHORT)):
            head.place = text
        elif line := _without_terms(text, head):
            lines.append(line)
    if own and len(lines) > 1 and _is_job(own, [line for line in lines if line != own]):
        _one_line(own, order, head)
        _others([line for line in lines if line != own], head)
    elif len(lines) == 1:
        _one_line(lines[0], order, head)
    elif lines:
        _lines(lines, order, head)
    return head


def _without_terms(text: str, head: Head) -> str:
    """Take kind, terms and lengths out of a line."""
    kept = []
    pieces = [piece for piece in _APART.split(text) if piece]
    for piece in pieces:
        if len(pieces) == 1 and plain(piece) in _PEOPLE:  # "Intern" alone is what somebody was
            head.kind = head.kind or kind_of(piece)
            kept.append(piece)
        elif is_mode(piece):
            head.place = ", ".join(filter(None, (head.place, piece)))
        elif is_length(piece) or (kept and ": " in piece):  # "(PI: K. Baum)"
            head.left.append(piece)
        elif is_terms(piece):
            head.kind = head.kind or kind_of(piece)
            head.left += [] if kind_of(piece) else [piece]
        else:
            kept.append(piece)
    return " | ".join(kept)


def _one_line(line: str, order: str, head: Head) -> None:
    """Read title, employer and place out of one line."""
    if len(parts := _AT.split(line, maxsplit=1)) == _TWO:
        head.title, rest = parts
        head.employer, place = _employer(rest)
        head.place = head.place or place
        return
    if parts := _in_a_house(line):
        head.title, rest = parts
        head.employer, place = _employer(rest)
        head.place = head.place or place
        head.assumed = assumed(head.title, head.employer)
        return
    parts = _joined(line.split(" | ") if " | " in line else _PARTS.split(line))
    if len(parts) == 1:
        head.title, head.employer = ("", parts[0]) if title_score(line) < 0 else (parts[0], "")
        return
    scores = [title_score(part) for part in parts]
    if max(scores[:2]) < 0:  # "Acme Corp, Bank of Leeds": no word says what somebody was
        head.employer, head.place = parts[0], head.place or ", ".join(parts[1:])
        return
    if scores[0] == scores[1]:
        first = 1 if order == "employer" else 0
        head.assumed = "" if order else assumed(parts[first], parts[1 - first])
    else:
        first = 0 if scores[0] > scores[1] else 1
        head.order = "employer" if first else "title"
    head.title, (head.employer, place) = parts[first], _employer(parts[1 - first])
    head.place = ", ".join(filter(None, (place, *parts[2:], head.place)))


def _in_a_house(line: str) -> list[str]:
    """Part "Repartidor en Correos" and "Erzieherin in der Kita Nord"; nothing for any other line."""
    parts = _IN.split(line, maxsplit=1)
    if len(parts) == _TWO and title_score(parts[0]) >= 0:
        return parts
    parts = _IN_A_HOUSE.split(line, maxsplit=1)
    return parts if len(parts) == _TWO and title_score(parts[1]) < 0 <= title_score(parts[0]) else []


def _lines(lines: list[str], order: str, head: Head) -> None:
    """Choose the line that says what somebody was, and the one that says where."""
    scores = [title_score(line) for line in lines]
    whole = next((at for at, line in enumerate(lines) if is_whole(line)), None)
    if whole is not None:
        _one_line(lines[whole], order, head)
        _others([line for at, line in enumerate(lines) if at != whole], head)
        return
    title = max(range(len(lines)), key=lambda at: (scores[at], at if order == "employer" else -at))
    others = [at for at in range(len(lines)) if at != title]
    employer = min(others, key=lambda at: (is_place(lines[at]), scores[at], abs(at - title)))
    if scores[title] > scores[employer]:
        head.order = "title" if title < employer else "employer"
    if (scores[employer] == 0 and _DASH.search(lines[title])) or (
        scores[title] <= scores[employer] and not order
    ):
        head.assumed = assumed(lines[title], lines[employer])
    head.title = lines[title].replace(" | ", ", ")
    head.employer, place = _employer(lines[employer])
    head.place = ", ".join(filter(None, (place, head.place)))
    _others([line for at, line in enumerate(lines) if at not in (title, employer)], head)


def assumed(title: str, employer: str) -> str:
    """Say what was taken for what."""
    title, employer = (text.replace(" | ", ", ") for text in (title, employer))
    return f"{title} is read as what you were, {employer} as the employer"


def is_whole(line: str) -> bool:
    """Tell whether title and employer both stand in a line."""
    if _AT.search(line) and title_score(_AT.split(line)[0]) > 0:
        return True
    scores = [
        title_score(part) for part in _joined(line.split(" | ") if " | " in line else _PARTS.split(line))
    ]
    return len(scores) > 1 and max(scores) > 0 > min(scores)


def _is_job(own: str, others: Sequence[str]) -> bool:
    """Tell whether title and employer both stand beside the dates, so that no other line is the employer."""
    parts = _PARTS.split(own)
    titled = len(parts) > 1 and max(map(title_score, parts)) > 0
    return titled and all(is_whole(line) or title_score(line) > 0 for line in others)


def _others(lines: Sequence[str], head: Head) -> None:
    for line in lines:
        if not head.place and (is_place(line) or (len(line) < _SHORT and title_score(line) == 0)):
            head.place = line.replace(" | ", ", ")
        else:
            head.left.append(line)


def _employer(line: str) -> tuple[str, str]:
    """Part an employer's line into its name and the place."""
    parts = _joined(re.split(r"\s*[,;]\s+|\s*\|\s*|\s+[-\u2013\u2014]\s+", line))
    return parts[0], ", ".join(parts[1:])


def _joined(parts: Sequence[str]) -> list[str]:
    """Keep "Acme, Inc." together."""
    found: list[str] = []
    for part in filter(None, (part.strip(" ,;") for part in parts)):
        if found and plain(part.strip(".").replace(".", "")) in _LEGAL:
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found or [""]
