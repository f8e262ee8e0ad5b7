"""Write the roles of a preview into the record: fill empty cells; keep and name answers that differ."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.bring_days import bring_day
from good_on_paper.intake.identity import ORIGIN, Roles, episodes_found, origins
from good_on_paper.intake.plain_text import same
from good_on_paper.intake.receipt import Kept
from good_on_paper.intake.role_found import Rated
from good_on_paper.intake.take_back import OWN_LINES, SCALES_BEFORE, SITTING
from good_on_paper.language.counts import count
from good_on_paper.language.partial_date import DateError, PartialDate
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.catalogue import Catalogue, Item, Scale
    from good_on_paper.intake.preview import Preview, RoleFound
    from good_on_paper.record import Answer, Record, Sitting

_SPELT: Final = ("title", "employer")
"""Facts that identify a role whatever their case, so that case does not count as a difference."""

_DATES: Final = frozenset(("started", "ended"))
_DOUBTS: Final = ("~", "?", "%")


@dataclass
class Import:
    """One file on its way into the record. Its sitting begins with the first answer."""

    preview: Preview
    record: Record
    catalogue: Catalogue
    own: dict[str, Item]
    written: int = 0
    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    dated: int = 0
    ratings: int = 0
    days: int = 0
    episodes: int = 0
    filled: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)
    judged: bool = False
    unsure: list[str] = field(default_factory=list)
    put_right: list[str] = field(default_factory=list)

    @cached_property
    def earlier(self) -> set[str]:
        """Sittings of earlier imports."""
        return {sitting.id for sitting in self.record.sittings(SITTING)}

    @cached_property
    def sitting(self) -> Sitting:
        """The sitting of this import."""
        return self.record.sitting(SITTING)

    @cached_property
    def without(self) -> set[str]:
        """Keys of the own lines that the person did not tick."""
        return {line.item.key for line in self.preview.lines if not line.taken}

    def name_own_lines(self, lines: list[Item], scales: dict[str, Scale]) -> None:
        """Record which own lines the import brings, and the earlier scales of those it changes."""
        named: dict[str, object] = {
            OWN_LINES: [item.key for item in lines],
            SCALES_BEFORE: {key: [scale.min, scale.max] for key, scale in scales.items()},
        }
        for item, value in named.items():
            if value:
                self.record.answer(self.record.person, item, value, sitting=self.sitting, private=True)

    def item(self, key: str) -> Item:
        """Return an item of the file's own, or one of the catalogue."""
        return self.own.get(key) or self.catalogue.item(key)


def bring_roles(work: Import) -> None:
    """Add the new roles, and fill those already in the record."""
    roles = Roles(work.record)
    found = origins(work.preview)
    roles.claimed(found)
    for role, origin in zip(work.preview.roles, found, strict=True):
        if not role.taken:
            if role.same is not None and role.same.unit and not role.same.answer:
                work.unsure.append(role.name)
            continue
        unit = _unit(roles, role, origin)
        before = work.written
        new = unit is None
        if unit is None:
            work.dated += bool(_DATES & role.facts.keys())
            work.added.append(role.name)
            unit = work.record.add_unit("role", sitting=work.sitting).id
        elif not roles.is_listed(unit):
            work.removed.append(role.name)
            continue
        else:
            work.known.append(role.name)
        wanted = [Rated(key, value) for key, value in role.facts.items()]
        _fill(work, unit, role.name, [*wanted, *role.ratings])
        _tell_days(work, unit, role)
        _tell_episodes(work, unit, role)
        if not new and work.written > before:
            work.filled.append(role.name)
        if origin not in roles.origins_of(unit):
            work.record.answer(unit, ORIGIN, [*roles.origins_of(unit), origin], sitting=work.sitting)


def _unit(roles: Roles, role: RoleFound, origin: str) -> str | None:
    """Return the unit that a role is, as we found it or as the person says; None for a new job."""
    if role.same is None or role.same.where:
        return roles.find(origin, role.facts)
    if role.same.answer != "same":
        return None
    roles.found(role.same.unit)
    return role.same.unit


def _fill(work: Import, unit: str, name: str, wanted: Sequence[Rated]) -> None:
    """Answer the empty cells and name the answers that differ; leave out own lines that are not ticked."""
    there = work.record.current(units=(unit,), unseen=FIRST_SIGHT)
    for rated in wanted:
        if rated.item in work.without:
            continue
        item = work.item(rated.item).worded()
        stands = there.get((unit, rated.item))
        if stands is None and not work.record.history(unit, rated.item, unseen=FIRST_SIGHT):
            work.written += 1
            work.ratings += item.kind == "rating"
            _answer(work, unit, rated)
        elif stands is not None and _is_better(work, unit, rated, stands):
            work.written += 1
            now, was = _told(rated), _told(stands)
            work.put_right.append(f"{name}, {item.label}: {now} in place of {was}")
            _answer(work, unit, rated)
        elif stands is None or not _agree(rated, stands):
            yours = None if stands is None else _told(stands)
            work.kept.append(Kept(name, item.label, yours, _told(rated)))


def _is_better(work: Import, unit: str, rated: Rated, stands: Answer) -> bool:
    """Return whether a file of this kind has since corrected a date, or says it more exactly."""
    if rated.item not in _DATES or stands.sitting not in work.earlier or _agree(rated, stands):
        return False
    origins_of = work.record.current(items=(ORIGIN,), units=(unit,))
    marks = [str(mark) for answer in origins_of.values() for mark in answer.value or ()]
    if not any(mark.startswith(f"{work.preview.source}:") for mark in marks):
        return False
    try:
        was, now = PartialDate.of(str(stands.value)), PartialDate.of(str(rated.value))
    except DateError:
        return True  # one of them is "now"
    return not was.fits(now) or len(now.parts) > len(was.parts) or was.doubt != now.doubt


def _tell_days(work: Import, unit: str, role: RoleFound) -> None:
    """Write the days that have no answer so far; name those that differ."""
    for day in role.days:
        written, yours = bring_day(work.record, unit, day, work.catalogue, lambda: work.sitting)
        work.written += written
        work.days += bool(written)
        if yours is not None:
            label = f"{day.kind} day by the minute"
            stood = count(len(yours), "stretch", "stretches") if yours else None
            other = count(len(day.stretches), "stretch", "stretches")
            work.kept.append(Kept(role.name, label, stood, other))


def _tell_episodes(work: Import, unit: str, role: RoleFound) -> None:
    """Add new episodes and fill empty cells of known ones; an episode that was removed stays removed."""
    units = episodes_found(work.record, unit, role.episodes)
    for episode, (one, listed) in zip(role.episodes, units, strict=True):
        if listed is None:
            work.record.add_unit("episode", parent=unit, sitting=work.sitting, unit=one)
            work.episodes += 1
            work.written += 1
        elif not listed:
            work.removed.append(f"{episode.name or 'an episode'}, {role.name}")
            continue
        _fill(work, one, episode.name or role.name, episode.answers)


def _answer(work: Import, unit: str, rated: Rated) -> None:
    item = work.item(rated.item)
    work.record.answer(
        unit,
        rated.item,
        rated.value,
        sitting=work.sitting,
        state=rated.state,
        revision=item.revision,
        memory=rated.memory,
        private=rated.private or item.private,
    )


def _agree(rated: Rated, stands: Answer) -> bool:
    if rated.item in _SPELT and isinstance(stands.value, str) and isinstance(rated.value, str):
        return same(stands.value) == same(rated.value)
    return (stands.value, stands.state) == (rated.value, rated.state)


def _told(answer: Rated | Answer) -> object:
    """Return an answer as the person reads it: a doubtful date in words, a blank by its name."""
    if answer.state != "value":
        return answer.state.replace("_", " ")
    if answer.item in _DATES and str(answer.value)[-1:] in _DOUBTS:
        with suppress(DateError):  # the person typed something that is not a date
            return PartialDate.of(str(answer.value)).words()
    return answer.value
