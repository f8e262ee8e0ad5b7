"""Put one record in another's place. A note comes first, so that an interruption leaves nothing half done.

Two files cannot be exchanged in one step. The note names the folder with both, the old one and the new one,
each complete; the next opening of the record continues from there.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from good_on_paper.record.folder import (
    CATALOGUE_FILE,
    MAKING,
    RECORD_FILE,
    RESTORING_FILE,
    SEAL_FILE,
    SET_ASIDE,
    STAMPED,
)
from good_on_paper.record.soundness import BESIDE, mark_closed, sync_folder, unseal

if TYPE_CHECKING:
    from pathlib import Path


def exchange(folder: Path, aside: Path) -> None:
    """Put the record that is ready in `aside` in the place of the present one.

    Parameters
    ----------
    folder : Path
        The person's folder; nobody else has its record open.
    aside : Path
        A set-aside folder: a copy of everything there now, and ``making`` with the new record.

    Raises
    ------
    OSError
        If the disk refuses; the next opening continues.
    """
    note = folder / RESTORING_FILE
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(aside.name)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    finish_exchange(folder)


def finish_exchange(folder: Path) -> None:
    """Continue an exchange that was begun, if there is one.

    Parameters
    ----------
    folder : Path
        The person's folder; nobody else has its record open.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    note, path = folder / RESTORING_FILE, folder / RECORD_FILE
    if not note.is_file():
        return
    name = note.read_text(encoding="ascii", errors="replace")
    if STAMPED.fullmatch(name):
        ready = folder / SET_ASIDE / name / MAKING
        if (ready / RECORD_FILE).is_file():
            unseal(path)
            for ending in BESIDE:  # never leave a record beside another's journal; its copy is set aside
                path.with_name(path.name + ending).unlink(missing_ok=True)
            mark_closed(path)
            (ready / RECORD_FILE).replace(path)
        if (ready / SEAL_FILE).is_file():
            (ready / SEAL_FILE).replace(folder / SEAL_FILE)
        if (ready / CATALOGUE_FILE).is_file() and not (folder / CATALOGUE_FILE).exists():
            (ready / CATALOGUE_FILE).replace(folder / CATALOGUE_FILE)
        sync_folder(folder)
        shutil.rmtree(ready, ignore_errors=True)
    note.unlink()
