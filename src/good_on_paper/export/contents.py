"""The contents of an export: the jobs on the list, and the current answer of each of their cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames import episode_units, interviews, role_names
from good_on_paper.frames.definitions import OF_DEFINITIONS
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import EVENT_COLUMNS
from good_on_paper.record import FIRST_SIGHT, UNIT_KINDS
from good_on_paper.record.days import DAY, OF_A_STRETCH, stretches_of_days

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record import Answer, Record

NOT: Final = "One person’s own view of their own jobs. This is not a test, and not for choosing people."
_OWN_BUSINESS: Final = frozenset(
    {
        "listed",
        "order",
        "origin",
        "look",
        keys.LINES_OFFERED,
        keys.LINES_SET_ASIDE,
        keys.START_AT,
        keys.TARGET_CHOSEN,
        keys.OFFERS_OPENED,
        keys.STAND_INS,
        keys.HOMEWORK,
        keys.HOMEWORK_BACK,
    }
)
"""Items of the record's own bookkeeping, which nobody answered as such."""
_CHOICES: Final = (keys.PRIMARY_OUTCOME, keys.SECOND_OUTCOME)
_KINDS: Final = UNIT_KINDS[1:]


@dataclass(frozen=True)
class Job:
    """One job: its facts, and the answers about it.

    Parameters
    ----------
    unit : str
        The id of its unit.
    name : str
        Its name, as in every frame.
    facts : mapping
        Texts by fact key.
    answers : mapping
        The current answers by item key, at the item's present revision.
    """

    unit: str
    name: str
    facts: Mapping[str, str]
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Day:
    """A day of a job, described by the minute.

    Parameters
    ----------
    job : Job
    kind : str
        "ordinary", "best", "worst" or "dull".
    stretches : tuple of mapping
        For each stretch, in order: the current answers by item key. Stretches without an answer are left out.
    """

    job: Job
    kind: str
    stretches: tuple[Mapping[str, Answer], ...]


@dataclass(frozen=True)
class Episode:
    """An episode of a job.

    Parameters
    ----------
    job : Job
    answers : mapping
        The current answers by item key, facts and ratings.
    """

    job: Job
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Contents:
    """Everything in an export.

    Parameters
    ----------
    jobs : tuple of Job
        In the person's order.
    items : tuple of Item
        The items that any job has an answer to, without facts, in catalogue order.
    cells : tuple
        All current answers, about jobs and anything else, each with the name of its subject.
    outcome : str
        Key of the main outcome.
    held_back : int
        How many answers were left out as private.
    days : tuple of Day
        Of the jobs, in their order.
    episodes : tuple of Episode
        Of the jobs, in their order.
    events : tuple of mapping
        What happened outside the jobs: the current answers by fact key.
    definitions : mapping
        What success and a job going wrong mean: points by criterion, and the person's sentences.
    interviews : pandas.DataFrame
        As `good_on_paper.frames.interviews` returns them.
    """

    jobs: tuple[Job, ...]
    items: tuple[Item, ...]
    cells: tuple[tuple[str, Answer], ...]
    outcome: str
    held_back: int
    days: tuple[Day, ...] = ()
    episodes: tuple[Episode, ...] = ()
    events: tuple[Mapping[str, Answer], ...] = ()
    definitions: Mapping[str, Any] = field(default_factory=dict)
    interviews: pd.DataFrame = field(default_factory=pd.DataFrame)


def contents(record: Record, catalogue: Catalogue, *, include_private: bool = False) -> Contents:
    """Return the current answers of a record, for an export.

    Parameters
    ----------
    record : Record
    catalogue : Catalogue
        With the person's own lines.
    include_private : bool, default False
        Whether to include private answers: those marked private, and those to a private line.

    Returns
    -------
    Contents
    """
    named = {kind: role_names(Snapshot(record), kind=kind) for kind in _KINDS}
    kinds = {kind for kind, units in named.items() if units}
    names = {unit: name for units in named.values() for unit, name in units.items()}
    names |= {record.person.id: "You"}
    items = {item.key: item for item in catalogue.items(hidden=True)}
    private = {item.key for item in items.values() if item.private}
    taken: list[Answer] = []
    held_back = 0
    counted = record.current(units=tuple(names), unseen=FIRST_SIGHT)
    for cell, given in record.current(units=tuple(names)).items():
        line = items.get(given.item)
        answer = counted.get(cell) if line is not None and line.kind == "rating" else given
        if answer is None or answer.item in _OWN_BUSINESS:
            continue
        if include_private:
            taken.append(answer)
        elif answer.private or not private.isdisjoint(_named(answer)):
            held_back += 1
        else:
            taken.append(replace(answer, value=_without(answer.value, private)))
    place = {unit: number for number, unit in enumerate(names)}
    order = {key: number for number, key in enumerate(items)}
    taken.sort(key=lambda answer: (place[answer.unit], order.get(answer.item, len(order)), answer.item))
    jobs = tuple(_job(unit, name, taken, items) for unit, name in role_names(Snapshot(record)).items())
    answered = {key for job in jobs for key in job.answers}
    declared = record.current(items=(keys.PRIMARY_OUTCOME,)).get((record.person.id, keys.PRIMARY_OUTCOME))
    outcome = "overall" if declared is None or declared.value is None else str(declared.value)
    return Contents(
        jobs=jobs,
        items=tuple(item for item in items.values() if item.key in answered),
        cells=tuple((names[answer.unit], answer) for answer in taken),
        outcome="overall" if outcome in private and not include_private else outcome,
        held_back=held_back,
        days=tuple(_days(record, jobs, taken, items)),
        episodes=tuple(_episodes(record, jobs, taken, items)),
        events=tuple(_events(record, taken)),
        definitions=_definitions(record, taken, items),
        interviews=interviews(Snapshot(record)) if "interview" in kinds else pd.DataFrame(),
    )


def _definitions(record: Record, taken: Iterable[Answer], items: Mapping[str, Item]) -> dict[str, Any]:
    return {
        answer.item: answer.value
        for answer in taken
        if answer.unit == record.person.id
        and answer.state == "value"
        and answer.item in items
        and items[answer.item].group in OF_DEFINITIONS
    }


def _days(
    record: Record, jobs: Iterable[Job], taken: Iterable[Answer], items: Mapping[str, Item]
) -> Iterator[Day]:
    answers: dict[str, dict[str, Answer]] = {}
    for answer in taken:
        if answer.item in OF_A_STRETCH and answer.revision == items[answer.item].revision:
            answers.setdefault(answer.unit, {})[answer.item] = answer
    of = stretches_of_days(record)
    for job in jobs:
        for kind in items[DAY].options:
            stretches = tuple(answers[one] for one in of.get((job.unit, kind), ()) if one in answers)
            if stretches:
                yield Day(job, kind, stretches)


def _episodes(
    record: Record, jobs: Iterable[Job], taken: Iterable[Answer], items: Mapping[str, Item]
) -> Iterator[Episode]:
    """Yield the episodes that have an answer."""
    units = episode_units(Snapshot(record))
    answers: dict[str, dict[str, Answer]] = {unit.id: {} for unit in units}
    for answer in taken:
        current = answer.item in items and answer.revision == items[answer.item].revision
        if answer.unit in answers and current:
            answers[answer.unit][answer.item] = answer
    for job in jobs:
        yield from (
            Episode(job, answers[one.id]) for one in units if one.parent == job.unit and answers[one.id]
        )


def _events(record: Record, taken: Iterable[Answer]) -> Iterator[Mapping[str, Answer]]:
    """Yield the events that have an answer, in the person's order."""
    answers: dict[str, dict[str, Answer]] = {unit.id: {} for unit in record.units("event")}
    for answer in taken:
        if answer.unit in answers and answer.item in EVENT_COLUMNS:
            answers[answer.unit][answer.item] = answer
    yield from filter(None, answers.values())


def _named(answer: Answer) -> list[str]:
    """Return the keys of lines that an answer is about: ``knows:LINE``, ``question:LINE:1``, an outcome."""
    chosen = [str(answer.value)] if answer.item in _CHOICES else []
    return [*answer.item.split(":"), *chosen]


def _without(value: Any, keys: Collection[str]) -> Any:  # noqa: ANN401 - any JSON value
    """Return a list of lines without the private ones."""
    return [each for each in value if each not in keys] if isinstance(value, list) else value


def _job(unit: str, name: str, taken: list[Answer], items: Mapping[str, Item]) -> Job:
    own = [answer for answer in taken if answer.unit == unit and answer.item in items]
    facts = {
        answer.item: answer.value
        for answer in own
        if items[answer.item].group == "fact" and isinstance(answer.value, str) and answer.value
    }
    answers = {
        answer.item: answer
        for answer in own
        if items[answer.item].group != "fact" and answer.revision == items[answer.item].revision
    }
    return Job(unit, name, facts, answers)
