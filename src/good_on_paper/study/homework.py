"""Homework: a few circumstances of a few jobs, or questions about them, on a sheet that comes back filled in.

What is on a sheet is an answer of the person's, so that whoever types it in has it in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper import frames
from good_on_paper.catalogue import keys
from good_on_paper.record import RecordError
from good_on_paper.study.next_lines import next_lines, whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.person import Person

MOST_ROLES, MOST_LINES, MOST_TEXTS = 6, 12, 4
"""Jobs, circumstances, and questions times jobs that fit on a sheet."""
_AT_FIRST: Final = 4
QUESTIONS: Final = ("summary", keys.IN_A_LINE, "pm_again", "pm_not_again", "pm_still_there")
"""What can be asked of a job in the person's own words."""


@dataclass(frozen=True)
class CameBack:
    """A sheet that was typed in.

    Parameters
    ----------
    by : str
        Who filled it in.
    on : str
        The day, as YYYY-MM-DD.
    """

    by: str
    on: str


@dataclass(frozen=True)
class HomeworkSheet:
    """What stands on a sheet, in its order.

    Parameters
    ----------
    number : int
        The number that is printed on it.
    made : datetime
        When, in UTC.
    roles : mapping
        Id to name of the jobs.
    lines, questions : tuple of Item
        What is rated, and what is written.
    back : CameBack, optional
        Who filled it in and when, once it was typed in.
    """

    number: int
    made: datetime
    roles: Mapping[str, str]
    lines: tuple[Item, ...]
    questions: tuple[Item, ...]
    back: CameBack | None = None

    def cells(self) -> dict[Cell, Item]:
        """Return what can be filled in, one row after the other."""
        found = {(role, line.key): line for line in self.lines for role in self.roles}
        return found | {(role, asked.key): asked for asked in self.questions for role in self.roles}


def sheets(person: Person) -> list[HomeworkSheet]:
    """Return the sheets that were made, the newest first, without what was forgotten since."""
    back = {answer.value["number"]: answer.value for answer in _given(person, keys.HOMEWORK_BACK)}
    names = frames.role_names(person)
    asked = [unit.id for unit in frames.asked_roles(person)]
    made = {answer.value["number"]: answer for answer in _given(person, keys.HOMEWORK)}
    return [
        HomeworkSheet(
            number,
            answer.given,
            _short({role: names[role] for role in answer.value["roles"] if role in asked}),
            _items(person, answer.value["lines"]),
            _items(person, answer.value["questions"]),
            CameBack(back[number]["by"], back[number]["on"]) if number in back else None,
        )
        for number, answer in sorted(made.items(), reverse=True)
    ]


def to_choose(person: Person) -> tuple[list[Unit], list[Item], list[Item]]:
    """Return the jobs, circumstances and questions that a sheet can hold; what is open comes first."""
    done = set(whole_lines(person))
    every = [*next_lines(person), *(item.key for item in person.catalogue.items("circumstance"))]
    lines = sorted(dict.fromkeys(every), key=lambda key: key in done)
    went = person.asked_outcome
    return frames.asked_roles(person), list(_items(person, [*lines, went])), list(_items(person, QUESTIONS))


def at_first(person: Person) -> tuple[set[str], set[str]]:
    """Return the jobs and circumstances that are ticked at first: about five minutes of work."""
    roles, lines, _ = to_choose(person)
    return {role.id for role in roles[:MOST_ROLES]}, {line.key for line in lines[:_AT_FIRST]}


def lay_out(person: Person, roles: Iterable[str], lines: Iterable[str], questions: Iterable[str]) -> int:
    """Keep what goes on a new sheet; return its number.

    Raises
    ------
    RecordError
        When there is nothing on it, or more than a sheet holds.
    """
    jobs, rated, asked = to_choose(person)
    chosen = {
        "roles": [job.id for job in jobs if job.id in set(roles)],
        "lines": [line.key for line in rated if line.key in set(lines)],
        "questions": [item.key for item in asked if item.key in set(questions)],
    }
    if not (chosen["roles"] and (chosen["lines"] or chosen["questions"])):
        raise RecordError("Tick a job, and something to ask about it.")
    written = len(chosen["roles"]) * len(chosen["questions"])
    for many, most, what in (
        (len(chosen["roles"]), MOST_ROLES, "jobs"),
        (len(chosen["lines"]), MOST_LINES, "circumstances"),
        (written, MOST_TEXTS, "answers to write (questions times jobs)"),
    ):
        if many > most:
            raise RecordError(f"A sheet holds {most} {what}; you ticked {many}. Leave some out.")
    number = 1 + max((answer.value["number"] for answer in _given(person, keys.HOMEWORK)), default=0)
    sitting = person.record.sitting(keys.HOMEWORK)
    person.record.answer(person.unit, keys.HOMEWORK, {"number": number, **chosen}, sitting=sitting)
    return number


def note_back(person: Person, sheet: HomeworkSheet, by: str, on: date, *, sitting: str) -> None:
    """Keep who filled a sheet in, and on which day."""
    told = {"number": sheet.number, "by": by, "on": on.isoformat()}
    person.record.answer(person.unit, keys.HOMEWORK_BACK, told, sitting=sitting, private=True)


def _given(person: Person, item: str) -> list[Answer]:
    return [answer for answer in person.history(person.unit, item) if answer.state == "value"]


def _short(names: Mapping[str, str]) -> dict[str, str]:
    """Return the jobs by title alone if no two are the same: a box on paper is narrow."""
    titles = {role: name.partition(",")[0] for role, name in names.items()}
    return titles if len(set(titles.values())) == len(titles) else dict(names)


def _items(person: Person, listed: Iterable[str]) -> tuple[Item, ...]:
    known = (person.catalogue.item(key) for key in listed if key in person.catalogue)
    return tuple(item.worded() for item in known)
