"""A preview into the record: one transaction, nothing overwritten, the same file twice changes nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import CatalogueError, keys, load
from good_on_paper.intake.bring_days import bring_day
from good_on_paper.intake.compare import OVERALL, compared
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.identity import ORIGIN, Roles, origins
from good_on_paper.intake.own_lines import own_lines_or_none, write_own_lines
from good_on_paper.intake.plain_text import same
from good_on_paper.intake.preview import Rated
from good_on_paper.intake.receipt import Kept, Receipt
from good_on_paper.intake.take_back import OWN_LINES, SCALES_BEFORE, SITTING
from good_on_paper.language.counts import count
from good_on_paper.language.partial_date import DateError, PartialDate
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item, Scale
    from good_on_paper.intake.preview import Preview, RoleFound
    from good_on_paper.record import Answer, Record, Sitting

PRIMARY: Final = keys.PRIMARY_OUTCOME
_SPELT: Final = ("title", "employer")
"""Facts by which a role is found again whatever their case, so that case is no difference either."""

_DATES: Final = frozenset(("started", "ended"))
_DOUBTS: Final = ("~", "?", "%")


@dataclass
class _Import:
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
    filled: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)
    judged: bool = False
    unsure: list[str] = field(default_factory=list)
    put_right: list[str] = field(default_factory=list)

    @cached_property
    def earlier(self) -> set[str]:
        """Sittings in which files came in before."""
        return {sitting.id for sitting in self.record.sittings(SITTING)}

    @cached_property
    def sitting(self) -> Sitting:
        return self.record.sitting(SITTING)

    @cached_property
    def without(self) -> set[str]:
        """Keys of the own lines the person did not take."""
        return {line.item.key for line in self.preview.lines if not line.taken}

    def name_own_lines(self, lines: list[Item], scales: dict[str, Scale]) -> None:
        """Keep which own lines the import brings, and the scales that stood on those it changes."""
        named: dict[str, object] = {
            OWN_LINES: [item.key for item in lines],
            SCALES_BEFORE: {key: [scale.min, scale.max] for key, scale in scales.items()},
        }
        for item, value in named.items():
            if value:
                self.record.answer(self.record.person, item, value, sitting=self.sitting, private=True)

    def item(self, key: str) -> Item:
        return self.own.get(key) or self.catalogue.item(key)


def bring_in(preview: Preview, record: Record, overlay: Path) -> Receipt:
    """Bring the roles and own lines of a preview that are taken into the record.

    A role is the same as one in the record when it came from a file of this kind with the same title,
    employer and start before, when a listed role is called the same and began at the same time, or when the
    person says so. Then only what is empty there is filled; what stands there, or was emptied by the person,
    is kept. A date that came from such a file, and that this one has put right, is taken anew. A role the
    person took off the list stays off.

    Parameters
    ----------
    preview : Preview
    record : Record
    overlay : Path
        The person's own catalogue file, which gets the own lines.

    Returns
    -------
    Receipt

    Raises
    ------
    IntakeError
        When the preview's lines do not fit the person's catalogue any more, or their file cannot be written.
    NotSaved
        When the record cannot be written.

    Notes
    -----
    On any error both record and catalogue are as they were. The catalogue is written last within the
    record's transaction: if that fails, the transaction is taken back; if the commit after it fails, the file
    that stood there is put back. A process killed between the two leaves own lines without answers; bringing
    in the same file again completes it.
    """
    if not preview.compared:
        preview = compared(preview, record)
    lines = [line.item for line in preview.lines if line.taken]
    rescaled = {line.item.key: line.item.scale for line in preview.lines if line.taken and line.was}
    with own_lines_or_none(overlay) as write_lines, record.batch():
        try:
            work = _Import(preview, record, load(overlay), {item.key: item for item in lines})
            new = [
                item
                for item in lines
                if item.key not in rescaled and _is_new(item, work.catalogue, preview.file)
            ]
            work.judged = bool(record.current(items=(OVERALL,)))
            for key, scale in rescaled.items():
                _may_be(work, key, scale)
            _bring_roles(work)
            outcome = _bring_outcome(work)
            _bring_received(work)
            if new or rescaled:
                work.name_own_lines(new, {key: work.catalogue.item(key).scale for key in rescaled})
                write_lines(lambda: write_own_lines(overlay, new, rescaled))
        except CatalogueError as error:
            raise IntakeError(
                preview.file, str(error), expected="your lines as they were; read the file again"
            ) from error
    return Receipt(
        file=preview.file,
        added=tuple(work.added),
        known=tuple(work.known),
        answers=work.written,
        dated=work.dated,
        ratings=work.ratings,
        days=work.days,
        filled=tuple(work.filled),
        received=tuple(work.received),
        lines=tuple(item.label for item in new),
        kept=tuple(work.kept),
        removed=tuple(work.removed),
        outcome=outcome,
        sitting=work.sitting.id if "sitting" in vars(work) else None,
        unsure=tuple(work.unsure),
        put_right=tuple(work.put_right),
        rescaled=tuple(work.item(key).label for key in rescaled),
    )


def _is_new(item: Item, catalogue: Catalogue, file: str) -> bool:
    if item.key not in catalogue:
        return True
    there = catalogue.item(item.key)
    if (there.group, there.kind, there.scale) != (item.group, item.kind, item.scale):
        raise IntakeError(
            file, f"your line {item.label!r} has changed since the file was read", expected="to read it again"
        )
    return False


def _may_be(work: _Import, key: str, scale: Scale) -> None:
    """Refuse another scale for a line where ratings that were given lie outside it."""
    for answer in work.record.current(items=(key,)).values():
        if answer.state == "value" and answer.value not in scale:
            raise IntakeError(
                work.preview.file,
                f"{answer.value!r} in {work.item(key).label!r} is not on {scale.min} to {scale.max}",
                expected="that column to be left out, or another scale for it",
            )


def _bring_roles(work: _Import) -> None:
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
        _fill(work, unit, role)
        _tell_days(work, unit, role)
        if not new and work.written > before:
            work.filled.append(role.name)
        if origin not in roles.origins_of(unit):
            work.record.answer(unit, ORIGIN, [*roles.origins_of(unit), origin], sitting=work.sitting)


def _unit(roles: Roles, role: RoleFound, origin: str) -> str | None:
    """Return the unit a role is, as it was found or as the person says; None for a new job."""
    if role.same is None or role.same.where:
        return roles.find(origin, role.facts)
    if role.same.answer != "same":
        return None
    roles.found(role.same.unit)
    return role.same.unit


def _fill(work: _Import, unit: str, role: RoleFound) -> None:
    """Answer what is empty; name what differs."""
    wanted = [Rated(key, value) for key, value in role.facts.items()]
    wanted += [rated for rated in role.ratings if rated.item not in work.without]
    there = work.record.current(units=(unit,), unseen=FIRST_SIGHT)
    for rated in wanted:
        item = work.item(rated.item)
        stands = there.get((unit, rated.item))
        if stands is None and not work.record.history(unit, rated.item, unseen=FIRST_SIGHT):
            work.written += 1
            work.ratings += item.kind == "rating"
            _answer(work, unit, rated)
        elif stands is not None and _is_better(work, unit, rated, stands):
            work.written += 1
            said, was = _told(rated), _told(stands)
            work.put_right.append(f"{role.name}, {item.label}: {said} in place of {was}")
            _answer(work, unit, rated)
        elif stands is None or not _agree(rated, stands):
            yours = None if stands is None else _told(stands)
            work.kept.append(Kept(role.name, item.label, yours, _told(rated)))


def _is_better(work: _Import, unit: str, rated: Rated, stands: Answer) -> bool:
    """Tell whether a date from a file of this kind was put right in it since, or said more exactly."""
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


def _tell_days(work: _Import, unit: str, role: RoleFound) -> None:
    """Tell the days that nothing was told of; name those that differ."""
    for day in role.days:
        written, yours = bring_day(work.record, unit, day, work.catalogue, lambda: work.sitting)
        work.written += written
        work.days += bool(written)
        if yours is not None:
            label = f"{day.kind} day by the minute"
            stood = count(len(yours), "stretch", "stretches") if yours else None
            other = count(len(day.stretches), "stretch", "stretches")
            work.kept.append(Kept(role.name, label, stood, other))


def _answer(work: _Import, unit: str, rated: Rated) -> None:
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
    """Give an answer as the person reads it: a doubtful date in words, a blank by its name."""
    if answer.state != "value":
        return answer.state.replace("_", " ")
    if answer.item in _DATES and str(answer.value)[-1:] in _DOUBTS:
        with suppress(DateError):  # what was typed and is no date
            return PartialDate.of(str(answer.value)).words()
    return answer.value


def _bring_received(work: _Import) -> None:
    """Add to what others said of the person what is not there yet; leave empty what the person emptied."""
    person = work.record.person.id
    there = work.record.current(units=(person,), items=[part.item for part in work.preview.received])
    for part in work.preview.received:
        stands = there.get((person, part.item))
        if not part.taken or (stands is None and work.record.history(person, part.item)):
            continue
        before = list(stands.value) if stands is not None and isinstance(stands.value, list) else []
        new = [dict(entry) for entry in part.entries if entry not in before]
        if new:
            work.written += 1
            work.received.append(f"{part.label[:1].lower()}{part.label[1:]} ({len(new)})")
            work.record.answer(person, part.item, [*before, *new], sitting=work.sitting, private=True)


def _bring_outcome(work: _Import) -> str | None:
    """Declare the file's outcome the main one where the person has never declared any; give its label."""
    proposed = work.preview.outcome
    if proposed is None or proposed in work.without:
        return None
    person = work.record.person.id
    if work.record.history(person, PRIMARY) or work.judged:
        return None
    work.written += 1
    work.record.answer(person, PRIMARY, proposed, sitting=work.sitting)
    return work.item(proposed).label
