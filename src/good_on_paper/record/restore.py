"""Bringing a backup back, keeping what was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.record.backup import copy, newest_good, sync_folder
from good_on_paper.record.errors import RecordError, explain
from good_on_paper.record.folder import (
    BACKUPS,
    CATALOGUE_FILE,
    MAKING,
    RECORD_FILE,
    SEAL_FILE,
    SET_ASIDE,
    STAMP,
    make_private,
)
from good_on_paper.record.migrations import APPLICATION_ID
from good_on_paper.record.presence import Presence
from good_on_paper.record.soundness import BESIDE, seal_holds, unseal

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Restored:
    """What `restore` did.

    Parameters
    ----------
    source : Path
        The copy that was brought back.
    aside : Path
        The folder to which everything that was there has gone.
    """

    source: Path
    aside: Path


def restore(folder: Path, source: Path | str | None = None) -> Restored:
    """Put a backup in the record's place; what is there now goes to a dated folder, nothing is deleted.

    Parameters
    ----------
    folder : Path
        The person's folder.
    source : Path or str, optional
        The name of a backup, or the path of a copy of one's own; by default the newest good backup.

    Raises
    ------
    RecordError
        When the record is open elsewhere, there is no good backup, or the copy asked for is not sound.
    NotSaved
        When the disk refuses; the record stays as it was.
    """
    chosen = _chosen(folder, source)
    path = make_private(folder)
    with alone(folder):
        aside = folder / SET_ASIDE / datetime.now(UTC).strftime(STAMP)
        ready = aside / MAKING
        try:
            for part in (aside.parent, aside, ready):
                part.mkdir(mode=0o700, exist_ok=True)
            if fault := copy(chosen, ready / RECORD_FILE):
                raise RecordError(
                    f"{chosen}: this copy is damaged, too ({fault}). Choose another; see {BACKUPS}."
                )
            _put_in_place(path, aside, ready)
        except sqlite3.Error as error:
            raise explain(error, folder) from error
        except OSError as error:
            raise RecordError(
                f"{folder}: the backup could not be brought back ({error}). Make room; try again."
            ) from error
        finally:
            shutil.rmtree(ready, ignore_errors=True)
            with suppress(OSError):
                aside.rmdir()  # empty when nothing was changed
    own = chosen.with_name(CATALOGUE_FILE)
    if own.is_file() and not path.with_name(CATALOGUE_FILE).exists():
        shutil.copy2(own, path.with_name(CATALOGUE_FILE))
    return Restored(chosen, aside)


def _put_in_place(path: Path, aside: Path, ready: Path) -> None:
    """Exchange the files so that at no moment there is no record, nor one beside another's journal."""
    try:
        os.link(path, aside / path.name)
    except OSError:  # a drive without links
        shutil.copy2(path, aside / path.name)
    unseal(path)
    for ending in BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside / beside.name)
    (ready / RECORD_FILE).replace(path)
    (ready / SEAL_FILE).replace(path.with_name(SEAL_FILE))
    sync_folder(path.parent)


def _chosen(folder: Path, source: Path | str | None) -> Path:
    if source is None:
        good = newest_good(folder)
        if good is None:
            raise RecordError(
                f"{folder / BACKUPS}: there is no good backup. Expected one there; a copy of your own is "
                f"brought back with 'good-on-paper restore --from FILE'."
            )
        return good.path
    asked = folder / BACKUPS / source if (folder / BACKUPS / source).exists() else Path(source)
    path = (asked / RECORD_FILE if asked.is_dir() else asked).resolve()
    if not path.is_file() or path == (folder / RECORD_FILE).resolve():
        raise RecordError(
            f"{source}: not found. Expected the name of a backup in {folder / BACKUPS}, or a file."
        )
    with path.open("rb") as file:
        head = file.read(72)
    if not head.startswith(b"SQLite format 3\0") or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise RecordError(f"{path}: not a record of Good on Paper. Expected a backup, or a copy of one.")
    if seal_holds(path) is False:
        raise RecordError(f"{path}: this copy has changed since it was made. Choose another.")
    return path


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep all others out of a person's folder.

    Raises
    ------
    RecordError
        When the record is open elsewhere: it would go on writing into what was moved away.
    """
    presence = Presence(folder)
    try:
        if presence.alone() is False:
            raise RecordError(
                f"{folder}: the record is open elsewhere. Close the other windows of Good on Paper (in "
                f"JupyterLab: Kernel, Shut Down All Kernels) and try again; nothing was changed."
            )
        yield
    finally:
        presence.leave()
