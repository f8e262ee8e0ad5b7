"""The terms of a job in the lines of its head: its kind, its hours, how long it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.intake.asides import is_length, is_mode, is_person, is_season, is_terms
from good_on_paper.intake.at_a_house import AT_WORD
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_layout import PARTS
from good_on_paper.intake.head_names import (
    APART,
    BRACKET,
)
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Head


def without_terms(text: str, head: Head, *, sole: bool = False) -> str:
    """Move kind, terms and lengths from a line to the head; return the rest of the line.

    In the `sole` line of a job, "Intern" is its title if nothing else is.
    """
    kept: list[str] = []
    pieces = [piece for piece in APART.split(text) if piece]
    untitled = len(pieces) == 1 or (sole and not any(map(_is_other_title, pieces)))
    for piece in pieces:
        bracket = BRACKET.fullmatch(piece)
        inside = bracket["inside"].strip() if bracket else ""
        if untitled and is_person(piece):
            head.kind = head.kind or kind_of(piece)
            kept.append(piece)
        elif bracket and len(inside.split(", ")) > 1 and all(map(_is_mode_or_town, inside.split(", "))):
            kept.append(bracket["before"])  # "(Remote, Berlin)"
            head.place = ", ".join(sorted(filter(None, (head.place, *inside.split(", "))), key=is_mode))
        elif bracket and _is_said_nowhere_else(inside) and _is_a_title(bracket["before"]):
            kept.append(piece)  # "Florist (part-time)"
        elif bracket and (
            is_mode(inside) or is_length(inside) or is_terms(inside.partition(", ")[0]) or ": " in inside
        ):
            kept.append(bracket["before"])  # "(PI: K. Baum)"
            _term(inside, head)
        elif (comma := piece.rpartition(", "))[0] and is_terms(comma[2]) and not kind_of(comma[2]):
            kept.append(comma[0])  # "Nurse, 80%"
            _term(comma[2], head)
        elif is_season(piece) and not (sole and untitled):
            head.left.append(piece)
        elif is_mode(piece) or is_length(piece) or is_terms(piece) or (kept and ": " in piece):
            _term(piece, head)
        else:
            kept.append(piece)
    return " | ".join(kept)


def _is_mode_or_town(text: str) -> bool:
    return is_mode(text) or is_known_place(text)


def _is_said_nowhere_else(text: str) -> bool:
    """Return whether no other field of a job has room for these terms, as it has for "freelance"."""
    return is_terms(text) and not is_mode(text) and kind_of(text) in ("", "job")


def _is_a_title(text: str) -> bool:
    """Return whether a text only says what somebody was, and names no employer."""
    return title_score(text) > 0 and not (PARTS.search(text) or AT_WORD.search(text))


def _is_other_title(piece: str) -> bool:
    return title_score(piece) > 0 and not is_person(piece)


def _term(piece: str, head: Head) -> None:
    """Add a piece that is not a name to the head: as place, as kind, or among what is left."""
    if is_mode(piece):
        head.place = ", ".join(filter(None, (head.place, piece)))
    elif is_terms(piece) and kind_of(piece):
        head.kind = head.kind or kind_of(piece)
    else:
        head.left.append(piece)
