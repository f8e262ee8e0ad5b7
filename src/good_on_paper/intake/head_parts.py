"""The parts of one line of a job's head, put in order: what somebody was, departments, then the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_names import UNIT
from good_on_paper.intake.job_words import is_degree, is_unit, title_score
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_habit import Head

_UNIT_LAST: Final = re.compile(
    r"\s(?:team|unit|department|dept|division|section|directorate|desk|ward|squad|service)$", re.IGNORECASE
)
_OF_A_HOUSE: Final = re.compile(
    r"(?:dep(?:artment|t\.?)|faculty|school|division|institute|cent(?:er|re)|office|college|section)"
    r" (?:of|for) "
    r"|(?:institut|lehrstuhl|professur|fakult\u00e4t|fachbereich|abteilung|zentrum) f\u00fcr |fachbereich "
    r"|(?:d\u00e9partement|facult\u00e9|ufr|institut|laboratoire) (?:de |d['\u2019]|des )|ufr "
    r"|(?:departamento|facultad|instituto|faculdade|centro) de |(?:dipartimento|facolt\u00e0|istituto) di "
    r"|(?:afdeling|faculteit|vakgroep|instituut) ",
    re.IGNORECASE,
)
"""How a part of a university begins, between what somebody was and the university."""
_TWO: Final = 2


def title_forward(parts: list[str], scores: list[int]) -> tuple[list[str], list[int]]:
    """Put the only job title first or second if it stands behind two names: "Penhaligon, Truro, Clerk"."""
    title = next((at for at, score in enumerate(scores) if score > 0), 0)
    if title < _TWO:
        return parts, scores
    house = min(range(title), key=lambda at: (scores[at], is_known_place(parts[at]), at))
    order = [house, title, *(at for at in range(len(parts)) if at not in (house, title))]
    return [parts[at] for at in order], [scores[at] for at in order]


def with_departments(parts: list[str], scores: list[int], head: Head) -> tuple[list[str], list[int]]:
    """Join what somebody was and the departments before the house: "Ward Sister, Theatres"."""
    house = _house(parts, scores)
    if house < _TWO or not scores[0] >= 0 >= scores[1] or scores[0] < max(scores[:house]):
        return parts, scores
    before = [part for part in parts[1:house] if not _OF_A_HOUSE.match(part)]
    head.left += [part for part in parts[1:house] if part not in before]  # "Department of Botany"
    if not (is_degree(parts[0], parts[house]) or all(map(_is_of_a_title, before))):
        head.assumed = assumed(parts[0], ", ".join(parts[1:]))
    title = ", ".join((parts[0], *before))
    return [title, *parts[house:]], [1, *scores[house:]]


def _house(parts: Sequence[str], scores: Sequence[int]) -> int:
    """Return which part names the employer, not one of its departments; 0 if none does."""
    houses = [at for at, score in enumerate(scores) if at and score < 0]
    if not houses and len(parts) > _TWO and _UNIT_LAST.search(parts[1]):  # "Head, Visa Team, FCDO"
        return _TWO
    return next((at for at in houses if not UNIT.match(parts[at])), houses[-1] if houses else 0)


def _is_of_a_title(part: str) -> bool:
    """Return whether a part behind what somebody was names a department, or says what they were."""
    named = is_unit(part) or UNIT.match(part) or _UNIT_LAST.search(part)
    return bool(named) or title_score(part) > 0
