"""Read an archive into a record: all of it, unchanged, or nothing."""

from __future__ import annotations

import json
import sqlite3
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NoReturn

from good_on_paper.record.archive import COLUMNS, last_seq, write_new
from good_on_paper.record.archive_rows import archive_of, stored
from good_on_paper.record.connection import Connection
from good_on_paper.record.encryption import locked, needed, unlock
from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import CATALOGUE_FILE, SET_ASIDE, STAMP, make_private
from good_on_paper.record.heads import note_beside
from good_on_paper.record.own_lines import as_kept, read_lines

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record.archive_rows import Archive

LARGEST: Final = 500_000_000
"""Most bytes of an archive; a million answers take about 250 MB."""


@dataclass(frozen=True, slots=True)
class Unarchived:
    """What an archive brought.

    Parameters
    ----------
    answers : int
        How many answers were added; 0 if all were there.
    catalogue : Path or None
        Where the archive's own lines were written: in their place, or beside it if there are others or they
        cannot be used; None if there was nothing to write.
    fault : str or None
        Why the own lines cannot be used.
    """

    answers: int
    catalogue: Path | None
    fault: str | None = None


def restore_archive(
    path: Path,
    folder: Path,
    *,
    passphrase: str | None = None,
    key: bytes | None = None,
    data: bytes | None = None,
) -> Unarchived:
    """Bring an archive into a record.

    An empty record becomes a copy of the archive. A record that is an earlier state of the archive is
    completed; a later state stays as it is. We do not mix two that differ otherwise: nobody could say which
    of two answers came last.

    Parameters
    ----------
    path : Path
        The archive, locked or not.
    folder : Path
        The person's folder; it need not exist.
    passphrase : str, optional
        Of a locked archive.
    key : bytes, optional
        What the file of a secret key holds, of an archive that is locked to one.
    data : bytes, optional
        The content of the file, if it was handed over and is not on this disk.

    Raises
    ------
    RecordError
        If the archive cannot be read or belongs to another history; the record is unchanged.
    WrongPassphrase
        If the passphrase does not open it.
    """
    archive = read_archive(path, passphrase=passphrase, key=key, data=data)
    tables = tables_of(archive, path)
    connection = Connection(make_private(folder))
    try:
        with connection.writing() as sql:
            added = _merge(sql, path, tables, archive.last_seq)
    except RecordError as error:
        if isinstance(error.__cause__, sqlite3.IntegrityError):
            raise RecordError(
                f"{path}: its rows do not fit together ({error.__cause__}). Nothing was changed."
            ) from error
        raise
    finally:
        connection.close()
    data = None if archive.catalogue is None else archive.catalogue.encode("utf-8", "surrogateescape")
    fault = None if data is None else _fault_of_lines(data)
    return Unarchived(added, _place_catalogue(folder, data, usable=fault is None), fault)


def tables_of(archive: Archive, path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return an archive's rows as the tables hold them, by table.

    Raises
    ------
    RecordError
        If an item cannot have a value; the message names the file.
    """
    try:
        answers = [stored(number, row) for number, row in enumerate(archive.answers, 1)]
    except RecordError as error:
        raise RecordError(f"{path}: {error} Nothing was changed.") from error
    return {
        "unit": [dict(row) for row in archive.units],
        "sitting": [dict(row) for row in archive.sittings],
        "answer": [_with_json(row) for row in answers],
        "forgotten": [{"id": one} for one in archive.forgotten],
        "withheld": [_with_json(dict(row)) for row in archive.withheld],
        "made_for": [dict(row) for row in archive.made_for],
    }


def _with_json(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"after": json.dumps(row["after"], separators=(",", ":"))}


def read_archive(
    path: Path, *, passphrase: str | None = None, key: bytes | None = None, data: bytes | None = None
) -> Archive:
    """Read an archive, locked or not, and check all its rows; parameters as for `restore_archive`.

    Raises
    ------
    RecordError
        If it cannot be read, or its rows do not fit together.
    WrongPassphrase
        If the passphrase does not open it.
    """
    data = _bytes_of(path) if data is None else data
    if locked(data):
        if passphrase is None and key is None:
            raise RecordError(f"{path}: is locked. Expected {needed(data)}.")
        data = unlock(data, passphrase, key=key)
    try:
        content = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RecordError(
            f"{path}: not an archive of Good on Paper ({error}). Nothing was changed."
        ) from error
    return archive_of(content, path)


def _bytes_of(path: Path) -> bytes:
    try:
        looked = path.stat()
        if not stat.S_ISREG(looked.st_mode):  # reading from a pipe or a device could wait for ever
            raise RecordError(f"{path}: a folder, a pipe or a device. Expected an archive of this kit.")
        if looked.st_size > LARGEST:
            raise RecordError(f"{path}: larger than {LARGEST:,} bytes. Expected an archive of this kit.")
        return path.read_bytes()
    except OSError as error:
        raise RecordError(
            f"{path}: cannot be read ({error.strerror}). Expected an archive of this kit."
        ) from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _merge(sql: sqlite3.Connection, path: Path, tables: dict[str, list[dict[str, Any]]], last: int) -> int:
    """Add what is missing; return how many answers were added."""
    if not sql.execute("SELECT 1 FROM answer").fetchone() and not last_seq(sql):
        for table in ("sitting", "unit"):
            sql.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed words only
    there = {table: set(sql.execute(_select(table)).fetchall()) for table in COLUMNS}
    brought = {
        table: {tuple(row[name] for name in COLUMNS[table]) for row in tables[table]} for table in COLUMNS
    }
    if all(brought[table] <= there[table] for table in COLUMNS):
        return 0
    earlier = all(there[table] <= brought[table] for table in COLUMNS)
    known = last_seq(sql)
    if not earlier or any(row[0] <= known for row in brought["answer"] - there["answer"]):
        raise RecordError(
            f"{path}: the record in this folder has gone another way than the archive (each holds something "
            f"the other does not, or something was forgotten since). Bring the archive into a folder of its "
            f"own with --home. Nothing was changed."
        )
    sql.execute("PRAGMA defer_foreign_keys = ON")
    try:
        for table, names in COLUMNS.items():
            marks = ", ".join("?" * len(names))
            new = sorted(brought[table] - there[table], key=lambda row: row[0])
            sql.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", new)  # noqa: S608
    except UnicodeEncodeError as error:
        raise RecordError(f"{path}: holds text that is no text ({error}). Nothing was changed.") from error
    note_beside(sql)
    sql.execute("DELETE FROM sqlite_sequence WHERE name = 'answer'")
    highest = max([last, known, *(row[0] for row in brought["answer"])])
    sql.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('answer', ?)", (highest,))
    return len(brought["answer"] - there["answer"])


def _select(table: str) -> str:
    return f"SELECT {', '.join(COLUMNS[table])} FROM {table}"  # noqa: S608 - fixed words only


def _fault_of_lines(data: bytes) -> str | None:
    """Return what is wrong with a person's own lines that would keep pages from opening; else None."""
    from good_on_paper.catalogue import CatalogueError  # noqa: PLC0415 - needed only here
    from good_on_paper.catalogue.loading import with_overlay  # noqa: PLC0415
    from good_on_paper.catalogue.read import text_of  # noqa: PLC0415

    try:
        with_overlay(text_of(data, CATALOGUE_FILE), CATALOGUE_FILE)
    except CatalogueError as error:
        return str(error)
    return None


def _place_catalogue(folder: Path, data: bytes | None, *, usable: bool) -> Path | None:
    """Put the archive's own lines in their place, or beside it if there are others or these are broken."""
    if data is None:
        return None
    own = folder / CATALOGUE_FILE
    if usable and not own.exists():
        write_new(own, as_kept(own, data))
        return own
    if own.exists() and read_lines(own) == data:
        return None
    dated = folder / SET_ASIDE / datetime.now(UTC).strftime(STAMP)
    for part in (dated.parent, dated):
        part.mkdir(mode=0o700, exist_ok=True)
    write_new(dated / CATALOGUE_FILE, as_kept(own, data))
    return dated / CATALOGUE_FILE
