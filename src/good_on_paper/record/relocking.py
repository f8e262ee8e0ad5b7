"""Files rewritten under another lock replace the old ones: all of them or none.

They are in a separate folder; a list of them is written last. Without the list they are deleted. With it, the
next opening of the record puts them in place, and needs no passphrase for that.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from good_on_paper.record.folder import CATALOGUE_FILE, MAKING, RECORD_FILE, SEAL_FILE
from good_on_paper.record.soundness import (
    BESIDE,
    mark_closed,
    pending,
    seal,
    sync_folder,
    unseal,
    write_private,
)

if TYPE_CHECKING:
    from pathlib import Path

READY: Final = "relocking"
"""The name of the folder, inside the person's folder."""
_LIST: Final = "list.json"


def put_in_place(folder: Path, made: dict[str, Path]) -> None:
    """Put files in the place of the old ones.

    Parameters
    ----------
    folder : Path
        The person's folder; nobody else has its record open.
    made : dict of str to Path
        Names of files in the folder `READY`, each with the file it replaces.

    Raises
    ------
    OSError
        If the disk refuses; the next opening goes on.
    """
    ready = folder / READY
    listed = {name: place.relative_to(folder).as_posix() for name, place in made.items()}
    write_private(ready / MAKING, json.dumps(listed).encode())
    (ready / MAKING).replace(ready / _LIST)
    sync_folder(ready)
    finish_relocking(folder)


def finish_relocking(folder: Path) -> None:
    """Continue what was begun, or delete what was not finished; nobody else has the record open.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    ready = folder / READY
    if ready.is_symlink() or not ready.is_dir():
        return
    for name, place in _listed(folder).items():
        made = ready / name
        if made.is_file():
            if place.name == RECORD_FILE:
                unseal(place)
                for ending in BESIDE:  # never leave a record beside another's journal
                    place.with_name(place.name + ending).unlink(missing_ok=True)
                mark_closed(place)
            made.replace(place)
        if place.name == RECORD_FILE and not place.with_name(SEAL_FILE).exists() and not pending(place):
            seal(place)
        sync_folder(place.parent)
    (ready / _LIST).unlink(missing_ok=True)
    shutil.rmtree(ready)


def _listed(folder: Path) -> dict[str, Path]:
    with suppress(OSError, ValueError, AttributeError):
        listed = json.loads((folder / READY / _LIST).read_bytes())
        return {name: folder / place for name, place in listed.items() if name.isdigit() and _ours(place)}
    return {}


def _ours(place: str) -> bool:
    path = PurePosixPath(place)
    return path.name in (RECORD_FILE, CATALOGUE_FILE) and not path.is_absolute() and ".." not in path.parts
