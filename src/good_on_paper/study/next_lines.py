"""The lines of one evening, what is done, and how many answers are still worth giving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import frames
from good_on_paper.catalogue import keys
from good_on_paper.frames.targets import chosen, known_of, of_person
from good_on_paper.study.declared import drawn
from good_on_paper.study.portion import FIRST, portion

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_UNKNOWN: Final = "unknown"


def next_lines(person: Person) -> list[str]:
    """Return the keys of the lines to show: those that are complete, and the next portion.

    This never reads how jobs went; see `good_on_paper.study.portion`.
    """
    given = _given(person)
    roles = len(frames.asked_roles(person))
    whole = [line for line in given if roles and len(given[line]) == roles]
    core = [item.key for item in person.catalogue.core]
    items = {item.key: item for item in person.catalogue.items("circumstance")}
    own, unknown = chosen_lines(person), _not_known(person)
    asked_for = {*own, *person.guesses, *drawn(person), *unknown}
    every = [line for line in given if not items[line].on_request or given[line] or line in asked_for]
    new = portion(
        given,
        roles,
        every,
        guesses=person.guesses,
        drawn=drawn(person),
        unknown=unknown,
        chosen=own,
        core=core,
        spans={line: item.scale.max - item.scale.min for line, item in items.items()},
        seed=_seed(person),
    )
    return whole + new


def lines_at_hand(person: Person) -> list[str]:
    """Return the keys of the lines that a page opens with: of the next portion only what was begun or chosen.

    The first six lines are asked unasked; after these a further portion comes when the person asks for it.
    """
    there, given = next_lines(person), _given(person)
    whole = whole_lines(person)
    if len(whole) < FIRST:
        return there
    wanted = {*chosen_lines(person), *(of_person(person, keys.LINES_OFFERED) or [])}
    return [line for line in there if line in whole or line in wanted or given[line]]


def chosen_lines(person: Person) -> list[str]:
    """Return the lines that the person chose to rate next, in that order."""
    return list(of_person(person, keys.LINES_CHOSEN) or [])


def whole_lines(person: Person) -> list[str]:
    """Return the keys of the lines with an answer for every job."""
    roles = len(frames.asked_roles(person))
    return [line for line, answers in _given(person).items() if roles and len(answers) == roles]


def _given(person: Person) -> dict[str, list[float | None]]:
    """Return the answers on each line, role by role, without the first pass over two jobs."""
    items = person.catalogue.items("circumstance")
    roles = [unit.id for unit in frames.asked_roles(person)]
    standing = person.counted(items=[item.key for item in items], units=roles)
    now = {item.key: item.revision for item in items}
    return {
        key: [
            answer.value if answer.state == "value" else None
            for role in roles
            if (answer := standing.get((role, key))) is not None and answer.revision == now[key]
        ]
        for key in now
    }


def _not_known(person: Person) -> list[str]:
    """Return the lines that the person marked as unknown for the target."""
    target = chosen(person)
    said = {} if target is None else known_of(person, target)
    return [line for line, stands in said.items() if stands == _UNKNOWN]


def _seed(person: Person) -> int:
    """Return the seed of the record's first sitting: stored, so that the same lines come again."""
    return next((sitting.seed for sitting in person.record.sittings()), 0)
