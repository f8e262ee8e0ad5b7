"""``good-on-paper import FILE`` for a table of applications and interviews: into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.app.terminal import FAILED, ask, fail, say
from good_on_paper.record.folder import CATALOGUE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.intake.log_preview import LogEntry, LogPreview


def import_log(file: Path, folder: Path, *, yes: bool) -> None:
    """Show which applications and interviews are in a file, ask, and import them."""
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.catalogue import CatalogueError, load  # noqa: PLC0415
    from good_on_paper.frames.snapshot import Snapshot  # noqa: PLC0415
    from good_on_paper.intake import IntakeError  # noqa: PLC0415
    from good_on_paper.intake.log_file import read_log  # noqa: PLC0415
    from good_on_paper.record import Record, RecordError  # noqa: PLC0415
    from good_on_paper.study.bring_log import bring_log  # noqa: PLC0415

    try:
        catalogue = load(folder / CATALOGUE_FILE)
        preview = read_log(file, file.name)
        say(*sentences(preview))
        if not any(entry.taken for entry in preview.entries):
            fail("There is nothing sure enough to add. You can tick rows on the page.", FAILED)
        ask(f"\nAdd {preview.found()}?", yes=yes, unchanged="Nothing added. Your record is unchanged.")
        with Record.open(folder) as record:
            receipt = bring_log(preview, Snapshot(record, fixed=catalogue))
        say("", *receipt.sentences())
        if receipt.sitting:
            say("To undo all of it: good-on-paper import --undo")
    except (IntakeError, CatalogueError, RecordError) as error:
        fail(f"{error}\nNothing was added; your record is unchanged.", FAILED)


def sentences(preview: LogPreview) -> list[str]:
    """Return in words what was found, what is not ticked and why, and what was left out and why."""
    texts = [f"{preview.file}: {preview.found()} found, for the page After an interview."]
    texts += [f"  {_line(entry)}" for entry in preview.entries if entry.taken]
    if unticked := [entry for entry in preview.entries if not entry.taken]:
        texts.append("Also found, but not added:")
        texts += [f"  {entry.where}: {_line(entry)}. {entry.why}" for entry in unticked]
    texts += preview.notes
    if preview.skipped:
        texts.append("Left out:")
        texts += [f"  {part}" for part in preview.skipped]
    return texts


def _line(entry: LogEntry) -> str:
    return ", ".join(filter(None, (f"{entry.kind}: {entry.name}", entry.when, entry.ended)))
