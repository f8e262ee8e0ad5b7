"""Something of the person's own to open with: what was good, before anything is counted."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames import asked_roles
from good_on_paper.frames.names import title_and_employer, words

if TYPE_CHECKING:
    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

LONGEST: Final = 220
"""The most characters of a highlight; a longer one ends with three dots."""
_SUMMARY: Final = "summary"


class Highlight(NamedTuple):
    """A sentence of the person's own, and the job it is about."""

    words: str
    job: str


def highlight(person: Person) -> Highlight | None:
    """Return what the person wrote of a job that went well: what made it good, else what they did there.

    The job is the one they named, else the one that went best. None while they wrote nothing about it: about
    other jobs it may be no highlight.
    """
    named = person.current(items=(keys.WENT_WELL,), units=(person.unit,))
    roles = [role.id for role in asked_roles(person)]
    told = person.current(items=(keys.IN_A_LINE, _SUMMARY, "title", "employer"), units=roles)
    well = named.get((person.unit.id, keys.WENT_WELL))
    best = str(well.value) if well is not None and well.value in roles else _best(person)
    said = words(told.get((best, keys.IN_A_LINE))) if well is not None else ""  # else it may say what was bad
    said = said or words(told.get((best, _SUMMARY)))
    return _of(best, said, told) if said else None


def _of(role: str, said: str, told: dict[tuple[str, str], Answer]) -> Highlight:
    job = title_and_employer(*(words(told.get((role, key))) for key in ("title", "employer")))
    return Highlight(textwrap.shorten(said, LONGEST, placeholder=" \N{HORIZONTAL ELLIPSIS}"), job)


def _best(person: Person) -> str:
    """Return the id of the job that went best, the first of them; "" while none has a rating."""
    rated = person.ratings()
    went = rated.get(HOW_IT_WENT)
    if went is None or went.isna().all():
        return ""
    return str(rated.attrs["unit"][went.astype(float).idxmax()])
