"""Write a preview into the record in one transaction; overwrite nothing. A second import adds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import CatalogueError, keys, load
from good_on_paper.intake.bring_roles import Import, bring_roles
from good_on_paper.intake.compare import OVERALL, compared
from good_on_paper.intake.definitions import DEFINITION, bring_definitions
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.events import EVENT, bring_events
from good_on_paper.intake.own_lines import own_lines_or_none, write_own_lines
from good_on_paper.intake.receipt import Receipt
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue, Item, Scale
    from good_on_paper.intake.preview import Preview, Received
    from good_on_paper.record import Record

PRIMARY: Final = keys.PRIMARY_OUTCOME


def bring_in(preview: Preview, record: Record, overlay: Path) -> Receipt:
    """Write the ticked roles and own lines of a preview into the record.

    A role equals one in the record in three cases: a file of this kind brought it before with the same title,
    employer and start; a listed role has the same name and start; or the person says so. Then only its empty
    cells are filled; a cell that has an answer, or that the person emptied, is kept. A date that came from
    such a file is replaced if this file corrects it. A role that the person removed from the list stays
    removed.

    Parameters
    ----------
    preview : Preview
    record : Record
    overlay : Path
        The person's own catalogue file, to which the own lines are added.

    Returns
    -------
    Receipt

    Raises
    ------
    IntakeError
        If the preview's lines no longer fit the person's catalogue, or the catalogue file cannot be written.
    NotSaved
        If the record cannot be written.

    Notes
    -----
    After an error, record and catalogue are as they were before. The catalogue is written last within the
    record's transaction. If that write fails, the transaction is rolled back; if the commit after it fails,
    the earlier catalogue file is restored. A process killed between the two leaves own lines without answers;
    bringing in the same file again completes it.
    """
    if not preview.compared:
        preview = compared(preview, record)
    lines = [line.item for line in preview.lines if line.taken]
    rescaled = {line.item.key: line.item.scale for line in preview.lines if line.taken and line.was}
    with own_lines_or_none(overlay) as write_lines, record.batch():
        try:
            work = Import(preview, record, load(overlay), {item.key: item for item in lines})
            new = [
                item
                for item in lines
                if item.key not in rescaled and _is_new(item, work.catalogue, preview.file)
            ]
            work.judged = bool(record.current(items=(OVERALL,)))
            for key, scale in rescaled.items():
                _may_be(work, key, scale)
            bring_roles(work)
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
        episodes=work.episodes,
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


def _may_be(work: Import, key: str, scale: Scale) -> None:
    """Refuse a new scale for a line if ratings already given lie outside it."""
    for answer in work.record.current(items=(key,)).values():
        if answer.state == "value" and answer.value not in scale:
            raise IntakeError(
                work.preview.file,
                f"{answer.value!r} in {work.item(key).label!r} is not on {scale.min} to {scale.max}",
                expected="that column to be left out, or another scale for it",
            )


def _bring_received(work: Import) -> None:
    """Add what others said about the person where it is missing; keep empty what the person emptied."""
    person = work.record.person.id
    there = work.record.current(units=(person,), items=[part.item for part in work.preview.received])
    for part in work.preview.received:
        if part.item == EVENT:
            _bring_events(work, part)
            continue
        if part.item == DEFINITION:
            _bring_definitions(work, part)
            continue
        stands = there.get((person, part.item))
        if not part.taken or (stands is None and work.record.history(person, part.item)):
            continue
        before = list(stands.value) if stands is not None and isinstance(stands.value, list) else []
        new = [dict(entry) for entry in part.entries if entry not in before]
        if new:
            work.written += 1
            work.received.append(f"{part.label[:1].lower()}{part.label[1:]} ({len(new)})")
            work.record.answer(person, part.item, [*before, *new], sitting=work.sitting, private=True)


def _bring_definitions(work: Import, part: Received) -> None:
    """Add what success and going wrong mean, except for lines that are not ticked."""
    left_out = {line.item.key for line in work.preview.lines if not line.taken}
    entries = [entry for entry in part.entries if part.taken and entry["item"] not in left_out]
    if added := bring_definitions(work.record, entries, work.item, lambda: work.sitting):
        work.written += added
        work.received.append("what success and going wrong mean to you")


def _bring_events(work: Import, part: Received) -> None:
    """Add what happened outside the jobs."""
    added = bring_events(work.record, part, lambda: work.sitting) if part.taken else 0
    if added:
        work.written += added
        work.received.append(count(added, "outside event"))


def _bring_outcome(work: Import) -> str | None:
    """Declare the file's outcome the main one if the person never declared any; return its label."""
    proposed = work.preview.outcome
    if proposed is None or proposed in work.without:
        return None
    person = work.record.person.id
    if work.record.history(person, PRIMARY) or work.judged:
        return None
    work.written += 1
    work.record.answer(person, PRIMARY, proposed, sitting=work.sitting)
    return work.item(proposed).label
