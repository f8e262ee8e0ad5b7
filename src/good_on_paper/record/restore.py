"""Restore a backup, and keep the record that was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.record.backup import backups, copy, counted, newest_good
from good_on_paper.record.damage import fault_of
from good_on_paper.record.errors import RecordError, explain
from good_on_paper.record.exchange import exchange, finish_exchange
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
from good_on_paper.record.inventory import clear_half_made
from good_on_paper.record.lock_keys import MARK, key_of
from good_on_paper.record.looked import noted_looks
from good_on_paper.record.migrations import APPLICATION_ID
from good_on_paper.record.own_lines import as_kept, read_lines
from good_on_paper.record.presence import Presence
from good_on_paper.record.relocking import finish_relocking
from good_on_paper.record.soundness import BESIDE, first_fault, seal, seal_holds, sync_folder, write_private
from good_on_paper.record.sqlite_file import READ, WRITE, connect, copy_under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.record.lock_keys import Key


@dataclass(frozen=True, slots=True)
class Restored:
    """What `restore` did.

    Parameters
    ----------
    source : Path
        The copy that was restored.
    aside : Path
        The folder with everything that was there before.
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
        The name of a backup, or the path of another copy; by default the newest good backup.

    Raises
    ------
    RecordError
        If the record is open elsewhere, there is no good backup, or the chosen copy is not sound.
    NotSaved
        If the disk refuses; the record stays as it was.
    """
    chosen = _chosen(folder, source)
    make_private(folder)
    home = folder / SET_ASIDE
    with alone(folder):
        finish_exchange(folder)
        finish_relocking(folder)
        clear_half_made(folder, SET_ASIDE)
        aside = home / datetime.now(UTC).strftime(STAMP)
        whole = home / f"{MAKING}-{uuid.uuid4().hex}"
        try:
            for part in (home, whole, whole / MAKING):
                part.mkdir(mode=0o700, exist_ok=True)
            _make_ready(folder, chosen, whole / MAKING)
            for name in (*(RECORD_FILE + ending for ending in ("", *BESIDE)), SEAL_FILE):
                if (folder / name).is_file():
                    _copy(folder / name, whole / name)
            sync_folder(whole)
            whole.rename(aside)
            sync_folder(home)
            exchange(folder, aside)
        except sqlite3.Error as error:
            raise explain(error, folder) from error
        except OSError as error:
            raise RecordError(
                f"{folder}: the backup could not be brought back ({error}). Make room; try again."
            ) from error
        finally:
            clear_half_made(folder, SET_ASIDE)
            with suppress(OSError):
                home.rmdir()  # empty if nothing was changed
    return Restored(chosen, aside)


def _make_ready(folder: Path, chosen: Path, ready: Path) -> None:
    made = ready / RECORD_FILE
    if fault := _copied(chosen, made, key_of(folder / RECORD_FILE) or key_of(chosen)):
        raise RecordError(f"{chosen}: this copy is damaged, too ({fault}). Choose another; see {BACKUPS}.")
    there = folder / RECORD_FILE
    now = -1 if fault_of(there) else counted(there, READ)[0]
    given = (*(backup.counted[0] for backup in backups(folder)), *(look.seq for look in noted_looks(folder)))
    _count_on(made, max(now, *given, 0))
    if (own := chosen.with_name(CATALOGUE_FILE)).is_file():
        write_private(ready / CATALOGUE_FILE, as_kept(folder / CATALOGUE_FILE, read_lines(own)))


def _copied(chosen: Path, made: Path, key: Key | None) -> str | None:
    """Copy a record under the folder's lock, whatever its own was; return the first fault."""
    if key_of(chosen) == key:
        return copy(chosen, made)
    copy_under(chosen, made, key)
    with closing(connect(made, WRITE)) as sql:
        fault = first_fault(sql)
    seal(made)
    return fault


def _count_on(made: Path, last: int) -> None:
    """Make the next answer's number higher than any before, so that numbers show which backup is newer."""
    with closing(connect(made, WRITE)) as sql:
        sql.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'answer' AND seq < ?", (last, last))
    seal(made)


def _copy(source: Path, made: Path) -> None:
    """Copy a file, readable only by the owner, and flush it to the disk."""
    with source.open("rb") as old, os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())


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
    ours = head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72], "big") == APPLICATION_ID
    if not ours and not head.startswith(MARK):
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
        If the record is open elsewhere, as it would continue writing into the moved file.
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
