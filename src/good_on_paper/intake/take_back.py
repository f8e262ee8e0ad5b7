"""An import taken back whole, or done again: its answers, and the lines of one's own it brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import add_items, load, remove_item
from good_on_paper.intake.own_lines import own_lines_or_none
from good_on_paper.intake.receipt import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Record, Sitting

SITTING: Final = "import"
OWN_LINES: Final = "lines_brought_in"
"""The person's answer that keeps which lines of their own an import added, so that they go with it."""


@dataclass(frozen=True)
class TakenBack:
    """What an import had brought in and is no longer there.

    Parameters
    ----------
    sitting : str
        The import's.
    jobs : int
        How many jobs are off the list again.
    lines : tuple of Item
        Lines of one's own that are gone again.
    kept : int
        How many jobs that are off the list have answers of a later day, which are kept.
    """

    sitting: str
    jobs: int
    lines: tuple[Item, ...] = ()
    kept: int = 0

    def sentences(self) -> list[str]:
        """Say it in plain words."""
        told = [f"{count(self.jobs, 'job')} off the list again"] if self.jobs else []
        if self.lines:
            told.append(f"{count(len(self.lines), 'line')} of your own gone again")
        said = [f"Taken back: {', '.join(told) or 'what it had added'}. The rest is as it was before."]
        if self.kept:
            them = "one of them" if self.kept == 1 else f"{self.kept} of them"
            said.append(f"What you have said about {them} since is kept, out of sight.")
        return said


def newest_import(record: Record) -> Sitting | None:
    """Return the sitting of the newest import that still stands, None when there is none."""
    imports = reversed(record.sittings(SITTING))
    return next((sitting for sitting in imports if record.left_to_undo(sitting)), None)


def take_back(record: Record, overlay: Path, sitting: str) -> TakenBack:
    """Take back all that an import brought in.

    What was said elsewhere since stays as it is; a job goes off the list with it, and comes back with it.

    Parameters
    ----------
    record : Record
    overlay : Path
        The person's own catalogue file; the lines the import added go, but for those with other answers.
    sitting : str
        The import's, as its receipt names it.

    Raises
    ------
    IntakeError
        When the person's catalogue file cannot be written.
    NotSaved
        When the record cannot be written. On any error both are as they were.
    """
    with own_lines_or_none(overlay) as write, record.batch():
        before = {unit.id for unit in record.units("role")}
        record.undo_sitting(sitting)
        off = before - {unit.id for unit in record.units("role")}
        since = {unit for unit, _ in record.current(units=off)} if off else set()
        lines = _lines_to_go(record, overlay, sitting)
        if lines:
            write(lambda: _remove(overlay, lines))
    return TakenBack(sitting, len(off), lines, len(since))


def bring_back(record: Record, overlay: Path, taken: TakenBack) -> None:
    """Do again what `take_back` took back.

    Raises
    ------
    IntakeError, NotSaved
        As there.
    """
    with own_lines_or_none(overlay) as write, record.batch():
        record.redo_sitting(taken.sitting)
        lines = [item for item in taken.lines if item.key not in load(overlay)]
        if lines:
            write(lambda: add_items(overlay, lines))


def _lines_to_go(record: Record, overlay: Path, sitting: str) -> tuple[Item, ...]:
    """Return the lines the import added that nothing else is said of and nobody has taken out since."""
    named = [answer for answer in record.history(record.person, OWN_LINES) if answer.sitting == sitting]
    brought = next((answer.value for answer in named if answer.state == "value"), None)
    keys = brought if isinstance(brought, list) else []
    lines, shipped = load(overlay), load()
    answered = {item for _, item in record.current(items=keys)} if keys else set()
    there = [key for key in keys if key in lines and key not in shipped and key not in answered]
    return tuple(lines.item(key) for key in there)


def _remove(overlay: Path, lines: Sequence[Item]) -> None:
    for item in lines:
        remove_item(overlay, item.key)
