"""Which role of a file is which role of the record."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.plain_text import digest, same
from good_on_paper.language.partial_date import DateError, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from good_on_paper.intake.preview import EpisodeFound, Preview
    from good_on_paper.record import Answer, Record

ORIGIN: Final = "origin"
"""The item whose answer lists the fingerprints under which a role was imported."""
LISTED: Final = "listed"
_EPISODE: Final = ("title", "started")
_NAMED_BY: Final = ("title", "employer", "started")


def origins(preview: Preview) -> list[str]:
    """Return the fingerprint of each role of a preview: kind of file, title, employer, start.

    Roles that share all of these are distinguished by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for role in preview.roles:
        named = _named(role.facts)
        found.append(f"{preview.source}:{digest(*named, str(seen[named]))}")
        seen[named] += 1
    return found


def _named(facts: Mapping[str, str]) -> tuple[str, ...]:
    return same(facts.get("title", "")), same(facts.get("employer", "")), facts.get("started", "")


def episodes_found(record: Record, role: str, found: Sequence[EpisodeFound]) -> list[tuple[str, bool | None]]:
    """Return the unit of each episode of a file, and whether it is listed; None if it is new.

    Title and time identify an episode; their order distinguishes those that share both. A new one gets an id
    derived from them, so that we recognise it if it was removed.
    """
    units = [unit for unit in record.units("episode") if unit.parent == role]
    facts = record.current(items=(*_EPISODE,), units=units)
    there: dict[tuple[str, ...], list[str]] = {}
    for unit in units:
        values = (facts[unit.id, item].value if (unit.id, item) in facts else "" for item in _EPISODE)
        there.setdefault(_alike(values), []).append(unit.id)
    seen: Counter[tuple[str, ...]] = Counter()
    known: list[tuple[str, bool | None]] = []
    for episode in found:
        episode_facts = {one.item: one.value for one in episode.answers}
        named = _alike(episode_facts.get(item) for item in _EPISODE)
        number, alike = seen[named], there.get(named, [])
        seen[named] += 1
        if number < len(alike):
            known.append((alike[number], True))
            continue
        new = uuid.uuid5(uuid.UUID(role), f"episode:{digest(*named, str(number))}").hex
        listed = any(new == one.id for one in units)
        known.append((new, listed if listed or record.history(new, LISTED) else None))
    return known


def _alike(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(same(str(value or "")) for value in values)


class Roles:
    """The roles of a record, to find by fingerprint or by name; each is found only once.

    Parameters
    ----------
    record : Record
    """

    def __init__(self, record: Record) -> None:
        placed = record.current(items=(ORIGIN, LISTED))
        self._listed = {unit.id for unit in record.units("role")}
        self._origins: dict[str, list[str]] = {}
        self._by_origin: dict[str, str] = {}
        for (unit, item), answer in placed.items():
            if item == ORIGIN and isinstance(answer.value, list):
                self._origins[unit] = [str(origin) for origin in answer.value]
                self._by_origin |= dict.fromkeys(self._origins[unit], unit)
        facts = record.current(items=(*_NAMED_BY, "ended"), units=self._listed)
        self._facts = {unit: _texts(facts, unit) for unit in self._listed}
        self._named = {unit: _named(self._facts[unit]) for unit in self._listed}

    def find(self, origin: str, facts: Mapping[str, str]) -> str | None:
        """Return the id of the unit that is this role, listed or removed; None for a new role."""
        unit = self._by_origin.get(origin) or self._find_named(_named(facts))
        if unit is not None:
            self._named.pop(unit, None)
        return unit

    def found(self, unit: str) -> None:
        """Mark a role as matched, so that it is not found again."""
        self._named.pop(unit, None)

    def maybe(self, facts: Mapping[str, str]) -> list[str]:
        """Return the listed roles with the same name that no role of the file matches."""
        named = _named(facts)[:2]
        return sorted(unit for unit, other in self._named.items() if other[:2] == named and any(named))

    def facts_of(self, unit: str) -> dict[str, str]:
        """Return title, employer, start and end of a role, as far as they are known."""
        return self._facts.get(unit, {})

    def claimed(self, found: Iterable[str]) -> None:
        """Mark the roles that the fingerprints of a file match, so that they are not found by name."""
        for origin in found:
            if origin in self._by_origin:
                self._named.pop(self._by_origin[origin], None)

    def is_listed(self, unit: str) -> bool:
        """Return whether the person has the role on the list."""
        return unit in self._listed

    def origins_of(self, unit: str) -> Sequence[str]:
        """Return the fingerprints that a role has so far."""
        return self._origins.get(unit, [])

    def _find_named(self, named: tuple[str, ...]) -> str | None:
        alike = [unit for unit, other in self._named.items() if other[:2] == named[:2] and any(named[:2])]
        exact = [unit for unit in alike if self._named[unit][2] == named[2]]
        fitting = exact or [unit for unit in alike if _fits(self._named[unit][2], named[2])]
        return min(fitting, default=None)


def _fits(one: str, other: str) -> bool:
    try:
        return PartialDate.of(one).fits(PartialDate.of(other))
    except DateError:
        return False


def _texts(facts: Mapping[tuple[str, str], Answer], unit: str) -> dict[str, str]:
    return {
        item: str(facts[unit, item].value)
        for item in (*_NAMED_BY, "ended")
        if (unit, item) in facts and facts[unit, item].value is not None
    }
