"""Reading an archive back into a record: all of it, unchanged, or nothing."""

from __future__ import annotations

import json
import sqlite3
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from good_on_paper.record.archive import COLUMNS, VERSION, last_seq, write_new
from good_on_paper.record.backup import STAMP
from good_on_paper.record.connection import Connection
from good_on_paper.record.encryption import locked, unlock
from good_on_paper.record.errors import RecordError
from good_on_paper.record.folder import CATALOGUE_FILE, SET_ASIDE, make_private
from good_on_paper.record.validity import encode

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 500_000_000
"""Bytes; a million answers take about 250 MB."""

Whole = Annotated[int, Field(ge=-(2**63), lt=2**63)]
Number = Annotated[int, Field(ge=1, lt=2**63)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Unit(_Row):
    number: Number
    id: Id
    kind: Literal["person", "role", "episode", "interview", "target"]
    parent: Id | None
    created: Moment


class _Sitting(_Row):
    number: Number
    id: Id
    name: str
    seed: Whole
    started: Moment


class _Answer(_Row):
    seq: Number
    given: Moment
    unit: Id
    item: str
    revision: Whole
    state: str
    value: Any
    memory: int | None
    private: bool
    sitting: Id
    position: Whole | None
    undoes: Number | None
    token: str | None


class _Archive(_Row):
    good_on_paper_archive: Literal[1]
    note: str = ""
    last_seq: Annotated[int, Field(ge=0, lt=2**63)]
    catalogue: str | None
    units: list[_Unit]
    sittings: list[_Sitting]
    answers: list[_Answer]


@dataclass(frozen=True, slots=True)
class Unarchived:
    """What an archive brought.

    Parameters
    ----------
    answers : int
        How many answers were added; 0 when all were there.
    catalogue : Path or None
        Where the archive's own lines went: to their place, or beside it when others stand there; None when
        there was nothing to write.
    """

    answers: int
    catalogue: Path | None


def restore_archive(path: Path, folder: Path, *, passphrase: str | None = None) -> Unarchived:
    """Bring an archive into a record.

    An empty record becomes what the archive holds. A record that is an earlier state of the archive grows to
    it; one that is a later state stays as it is. Two that went different ways are not mixed: which of two
    answers came last could not be told.

    Parameters
    ----------
    path : Path
        The archive, locked or not.
    folder : Path
        The person's folder; it need not exist.
    passphrase : str, optional
        Of a locked archive.

    Raises
    ------
    RecordError
        When the archive cannot be read or belongs to another history; the record is as it was.
    WrongPassphrase
        When the passphrase does not open it.
    """
    archive = _read(path, passphrase)
    tables = {
        "unit": [row.model_dump() for row in archive.units],
        "sitting": [row.model_dump() for row in archive.sittings],
        "answer": [_stored(path, number, row) for number, row in enumerate(archive.answers, 1)],
    }
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
    return Unarchived(added, _place_catalogue(folder, archive.catalogue))


def _read(path: Path, passphrase: str | None) -> _Archive:
    try:
        looked = path.stat()
        if not stat.S_ISREG(looked.st_mode):  # reading from a pipe or a device could wait for ever
            raise RecordError(f"{path}: a folder, a pipe or a device. Expected an archive of this kit.")
        if looked.st_size > LARGEST:
            raise RecordError(f"{path}: larger than {LARGEST:,} bytes. Expected an archive of this kit.")
        data = path.read_bytes()
    except OSError as error:
        raise RecordError(
            f"{path}: cannot be read ({error.strerror}). Expected an archive of this kit."
        ) from error
    if locked(data):
        if passphrase is None:
            raise RecordError(f"{path}: is locked. Expected its passphrase.")
        data = unlock(data, passphrase)
    try:
        content = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RecordError(
            f"{path}: not an archive of Good on Paper ({error}). Nothing was changed."
        ) from error
    version = content.get("good_on_paper_archive") if isinstance(content, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise RecordError(
            f"{path}: made by a newer Good on Paper (version {version}). Update the kit to read it."
        )
    try:
        return _Archive.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ", ".join(f"row {part + 1}" if isinstance(part, int) else str(part) for part in first["loc"])
        raise RecordError(f"{path}: {place}: {first['msg']}. Nothing was changed.") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _stored(path: Path, number: int, row: _Answer) -> dict[str, Any]:
    try:
        return row.model_dump() | {
            "value": encode(row.item, row.state, row.value, row.memory),
            "private": int(row.private),
        }
    except RecordError as error:
        raise RecordError(f"{path}: answers, row {number}: {error} Nothing was changed.") from error


def _merge(sql: sqlite3.Connection, path: Path, tables: dict[str, list[dict[str, Any]]], last: int) -> int:
    """Add what is missing; return how many answers that were."""
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
            new = sorted(brought[table] - there[table], key=lambda row: int(row[0]))
            sql.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", new)  # noqa: S608
    except UnicodeEncodeError as error:
        raise RecordError(f"{path}: holds text that is no text ({error}). Nothing was changed.") from error
    sql.execute("DELETE FROM sqlite_sequence WHERE name = 'answer'")
    highest = max([last, known, *(row[0] for row in brought["answer"])])
    sql.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('answer', ?)", (highest,))
    return len(brought["answer"] - there["answer"])


def _select(table: str) -> str:
    return f"SELECT {', '.join(COLUMNS[table])} FROM {table}"  # noqa: S608 - fixed words only


def _place_catalogue(folder: Path, text: str | None) -> Path | None:
    """Put the archive's own lines where they belong, or beside when others stand there."""
    if text is None:
        return None
    data = text.encode("utf-8", "surrogateescape")
    own = folder / CATALOGUE_FILE
    if not own.exists():
        write_new(own, data)
        return own
    if own.read_bytes() == data:
        return None
    beside = folder / SET_ASIDE / datetime.now(UTC).strftime(STAMP)
    for part in (beside.parent, beside):
        part.mkdir(mode=0o700, exist_ok=True)
    write_new(beside / CATALOGUE_FILE, data)
    return beside / CATALOGUE_FILE
