"""Undo or redo a whole import: its answers, and the own lines it brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys, load, remove_item
from good_on_paper.intake.own_lines import own_lines_or_none, write_own_lines
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from good_on_paper.catalogue import Item, Scale
    from good_on_paper.record import Record, Sitting

SITTING: Final = "import"
OWN_LINES: Final = keys.LINES_BROUGHT_IN
"""The item whose answer lists the own lines that an import added, so that undoing it removes them too."""
SCALES_BEFORE: Final = keys.SCALES_BEFORE
"""The item whose answer has the earlier ends of the scales of own lines that an import changed."""


@dataclass(frozen=True)
class TakenBack:
    """What undoing an import removed.

    Parameters
    ----------
    sitting : str
        The import's sitting.
    jobs : int
        How many jobs were removed.
    lines : tuple of Item
        Own lines that were removed.
    kept : int
        How many removed jobs have later answers, which are kept.
    scales : mapping
        Own lines that have their earlier scale again, with the scale that the import gave them.
    """

    sitting: str
    jobs: int
    lines: tuple[Item, ...] = ()
    kept: int = 0
    scales: Mapping[str, Scale] = field(default_factory=dict)

    def sentences(self) -> list[str]:
        """Return it in plain words."""
        removed = [f"{count(self.jobs, 'job')} removed again"] if self.jobs else []
        if self.lines:
            removed.append(f"{count(len(self.lines), 'question')} of your own removed")
        texts = [f"Undone: {', '.join(removed) or 'what it had added'}. The rest is as it was before."]
        if self.kept:
            them = "one of them" if self.kept == 1 else f"{self.kept} of them"
            texts.append(f"We keep what you have said about {them} since, out of sight.")
        return texts


def newest_import(record: Record) -> Sitting | None:
    """Return the sitting of the newest import that is not undone; None if there is none."""
    imports = reversed(record.sittings(SITTING))
    return next((sitting for sitting in imports if record.left_to_undo(sitting)), None)


def take_back(record: Record, overlay: Path, sitting: str) -> TakenBack:
    """Undo everything an import brought in.

    Later answers stay in the record; they leave the list with their job, and return with it.

    Parameters
    ----------
    record : Record
    overlay : Path
        The person's own catalogue file; the lines that the import added are removed, unless they have other
        answers.
    sitting : str
        The import's sitting, as its receipt names it.

    Raises
    ------
    IntakeError
        If the person's catalogue file cannot be written.
    NotSaved
        If the record cannot be written. After any error both are as they were before.
    """
    with own_lines_or_none(overlay) as write, record.batch():
        before = {unit.id for unit in record.units("role")}
        record.undo_sitting(sitting)
        off = before - {unit.id for unit in record.units("role")}
        since = {unit for unit, _ in record.current(units=off)} if off else set()
        lines = _lines_to_go(record, overlay, sitting)
        before_it = _scales_before(record, overlay, sitting)
        lines_now = load(overlay)
        now = {key: lines_now.item(key).scale for key in before_it}
        if lines or before_it:
            write(lambda: _put_back(overlay, lines, before_it))
    return TakenBack(sitting, len(off), lines, len(since), now)


def bring_back(record: Record, overlay: Path, taken: TakenBack) -> None:
    """Redo what `take_back` undid.

    Raises
    ------
    IntakeError, NotSaved
        As in `take_back`.
    """
    with own_lines_or_none(overlay) as write, record.batch():
        record.redo_sitting(taken.sitting)
        there = load(overlay)
        lines = [item for item in taken.lines if item.key not in there]
        scales = {key: scale for key, scale in taken.scales.items() if key in there}
        if lines or scales:
            write(lambda: write_own_lines(overlay, lines, scales))


def _lines_to_go(record: Record, overlay: Path, sitting: str) -> tuple[Item, ...]:
    """Return the lines that the import added, with no other answers, that nobody has removed since."""
    named = [answer for answer in record.history(record.person, OWN_LINES) if answer.sitting == sitting]
    brought = next((answer.value for answer in named if answer.state == "value"), None)
    keys = brought if isinstance(brought, list) else []
    lines, shipped = load(overlay), load()
    answered = {item for _, item in record.current(items=keys)} if keys else set()
    there = [key for key in keys if key in lines and key not in shipped and key not in answered]
    return tuple(lines.item(key) for key in there)


def _scales_before(record: Record, overlay: Path, sitting: str) -> dict[str, Scale]:
    """Return the earlier scales that the import changed and that still hold all other answers."""
    named = [answer for answer in record.history(record.person, SCALES_BEFORE) if answer.sitting == sitting]
    before = next((answer.value for answer in named if answer.state == "value"), None)
    known = load(overlay)
    scales = {
        key: known.item(key).scale.model_copy(update={"min": ends[0], "max": ends[1]})
        for key, ends in (before if isinstance(before, dict) else {}).items()
        if key in known
    }
    answers = record.current(items=tuple(scales)) if scales else {}
    too_large = {
        item
        for (_, item), answer in answers.items()
        if answer.state == "value" and answer.value not in scales[item]
    }
    return {key: scale for key, scale in scales.items() if key not in too_large}


def _put_back(overlay: Path, lines: Sequence[Item], scales: Mapping[str, Scale]) -> None:
    for item in lines:
        remove_item(overlay, item.key)
    write_own_lines(overlay, (), scales)
