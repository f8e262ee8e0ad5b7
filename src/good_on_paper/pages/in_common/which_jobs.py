"""Which of the person's jobs a line-up compares in its counts; no word hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import patterns
from good_on_paper.catalogue import keys
from good_on_paper.forms.two_jobs import NOT_REPEAT, WENT_WELL
from good_on_paper.frames.targets import of_person

if TYPE_CHECKING:
    from collections.abc import Hashable

    from good_on_paper.patterns import Contrast
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person

CALLED: Final = {
    patterns.THIRDS: "the third that went best with the third that went least well",
    patterns.MEDIAN: "the half that went better with the half that went less well",
    patterns.MARKS: "the job you said went well with the one you would not do again",
}
NOT_MARKED = (
    "You have not rated both the job you said went well and the one you would not do again. So we compare "
    "the third that went best with the third that went least well."
)


def ways(person: Person) -> list[str]:
    """Return how the jobs can be divided; by the person's own marks only once both were given."""
    return [patterns.THIRDS, patterns.MEDIAN, *([patterns.MARKS] if len(_named(person)) > 1 else [])]


def chosen(person: Person) -> str:
    """Return the way the person chose, here or among all choices; the thirds while there is no such way."""
    said = of_person(person, keys.JOBS_COMPARED)
    return str(said) if said in ways(person) else patterns.THIRDS


def choose(person: Person, way: str) -> None:
    """Write down the way the person chose; it can change at any time, since no word hangs on it."""
    if way != chosen(person):
        person.record.answer(person.unit, keys.JOBS_COMPARED, way, sitting=person.record.sitting("steering"))


def counted(person: Person, result: Report, way: str) -> tuple[tuple[str, ...], Contrast]:
    """Return a contrast divided in one of `ways`, and what to say if it cannot be."""
    if way == patterns.MARKS:
        ends, went = _named(person), result.wide[result.outcome].dropna()
        marked: dict[Hashable, str] = {
            name: ends[unit] for name, unit in result.ids.items() if unit in ends and name in went.index
        }
        if len(marked) == len(ends) > 1:
            return (), patterns.parted(result, marked)
        return (NOT_MARKED,), result
    return (), patterns.parted(result, patterns.MEDIAN) if way == patterns.MEDIAN else result


def _named(person: Person) -> dict[str, str]:
    """Return the job they named as one that went well, and the one not to repeat, as they stand now."""
    unit = person.unit
    said = person.current(items=(WENT_WELL, NOT_REPEAT), units=(unit,))
    ends = ((WENT_WELL, "best"), (NOT_REPEAT, "worst"))
    answers = [(said.get((unit.id, item)), end) for item, end in ends]
    return {str(answer.value): end for answer, end in answers if answer is not None and answer.value}
