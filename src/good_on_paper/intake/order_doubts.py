"""Names of one line whose order alone shows which is the employer and which the place, told by no word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_mode, is_season, says_self_employed
from good_on_paper.intake.cv_habit import first_signs
from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_names import ends_in_legal_form
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.speciality import is_somebody, is_speciality
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Habit, Head

_OF_A_FIRM: Final = re.compile(r".*(?:\s&\s|\s\+\s|['\u2019]s\b).*")
"""Signs within the name of a firm or a house."""
_LIES_IN: Final = re.compile(r".+\s(?:in|te|\u00e0)\s[A-Z\u00c0-\u00de]\S+")
"""A name that may end in the town it is in: "Penhaligon in Tolvaddon"."""
_STATE: Final = re.compile(r", [A-Z]{2}\b")
"""The letters of a state behind a town: "Elmwood, MA"."""
_ONLY_SIGNS: Final = re.compile(r"[\s,;:|(\-\u2013\u2014]+")


def unsure_order(head: Head, habit: Habit) -> str:
    """Return a note on an employer and a place that only their order tells; empty if words tell them."""
    title, employer = head.title, head.employer
    if not (title and employer):
        return ""
    if head.line and is_season(title):
        return assumed(title, employer)
    if _is_a_house(employer) or is_somebody(employer) or says_self_employed(employer):
        return ""
    if head.line and _is_no_employer(head):
        return assumed(title, employer)
    unsure = _is_by_order(head, habit) if head.line else _is_below(head, habit)
    return f"{quoted(employer)} is read as the employer, {quoted(head.place)} as the place" if unsure else ""


def _is_no_employer(head: Head) -> bool:
    """Return whether an employer may be a shift, a season, a field of work, or the town of one's own work."""
    employer = head.employer
    told = is_speciality(employer) or is_season(employer) or _LIES_IN.fullmatch(employer) is not None
    return told or _is_lower(head) or head.kind == "freelance"  # "Gardener, Tolland"


def _is_below(head: Head, habit: Habit) -> bool:
    """Return whether employer and place stand in lines below a title, and no job names a town we know."""
    place = head.place
    if not place or habit.placed_known or place[0].isdecimal() or is_mode(place) or _STATE.search(place):
        return False
    return not any(map(is_known_place, (place, *place.split(", "))))


def _is_by_order(head: Head, habit: Habit) -> bool:
    """Return whether only signs part title, employer and place, and the place is none that many name."""
    _, found, behind = head.line.partition(head.title)
    place = head.place
    if first_signs(head.line) in habit.told:
        return False
    if not (found and place) or place[0].isdecimal() or is_known_place(place.split(", ")[0]):
        return False
    return _ONLY_SIGNS.fullmatch(behind.partition(head.employer)[0]) is not None and place in head.line


def _is_a_house(employer: str) -> bool:
    """Return whether the words of a name show a firm or a house."""
    return (
        title_score(employer) < 0
        or ends_in_legal_form(employer)
        or _OF_A_FIRM.fullmatch(employer) is not None
    )


def _is_lower(head: Head) -> bool:
    """Return whether an employer has no capital where what somebody was begins with one."""
    return head.employer.islower() and head.title[:1].isupper()
