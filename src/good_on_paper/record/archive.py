"""One readable file that holds a whole record and can be read back without change."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.archive_rows import VERSION
from good_on_paper.record.encryption import lock
from good_on_paper.record.errors import RecordError, explain
from good_on_paper.record.folder import CATALOGUE_FILE
from good_on_paper.record.own_lines import read_lines
from good_on_paper.record.sqlite_file import READ, connect

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record.journal import Record

NOT: Final = "One person’s own record. This is not a test, and not for choosing people."
COLUMNS: Final = {
    "unit": ("number", "id", "kind", "parent", "created"),
    "sitting": ("number", "id", "name", "seed", "started"),
    "answer": (
        "seq",
        "id",
        "given",
        "unit",
        "item",
        "revision",
        "state",
        "value",
        "memory",
        "private",
        "sitting",
        "position",
        "undoes",
        "origin",
        "after",
        "token",
    ),
    "forgotten": ("id",),
    "withheld": ("id", "after"),
    "made_for": ("number", "whose", "whom", "made"),
}
"""The columns of all exported tables; the first one orders the rows. The copy's own identity is left out."""
_CALLED: Final = dict(zip(COLUMNS, COLUMNS, strict=True)) | {
    "unit": "units",
    "sitting": "sittings",
    "answer": "answers",
}


def export_archive(
    record: Record, path: Path, *, passphrase: str | None = None, keys: tuple[str, ...] = (), label: str = ""
) -> None:
    """Write everything in a record, and the person's own lines, into one JSON file.

    The file is ASCII, one row per line: two archives of the same record are byte for byte equal.

    Parameters
    ----------
    record : Record
        The record, open.
    path : Path
        The file to make; only its owner may read it.
    passphrase : str, optional
        Locks the file; see `good_on_paper.record.encryption`.
    keys : tuple of str, optional
        Public keys to lock it to, in place of a passphrase.
    label : str, optional
        What can be read on a locked file.

    Raises
    ------
    RecordError
        If the file exists already or cannot be written; nothing half-made stays.
    """
    data = archive_text(record.path).encode()
    plain = passphrase is None and not keys
    write_new(path, data if plain else lock(data, passphrase, keys=keys, label=label))


def archive_text(path: Path) -> str:
    """Return the archive of the record at `path`, as of one moment."""
    try:
        with closing(connect(path, READ)) as sql:
            sql.execute("BEGIN")
            tables = {_CALLED[table]: _rows(sql, table) for table in COLUMNS}
            last = last_seq(sql)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    own = path.with_name(CATALOGUE_FILE)
    text = read_lines(own).decode("utf-8", "surrogateescape") if own.is_file() else None
    parts = [
        f'"good_on_paper_archive":{VERSION}',
        f'"note":{_json(NOT)}',
        f'"last_seq":{last}',
        f'"catalogue":{_json(text)}',
        *(f'"{table}":[\n{_lines(rows)}]' for table, rows in tables.items()),
    ]
    return "{" + ",\n".join(parts) + "}\n"


def last_seq(sql: sqlite3.Connection) -> int:
    """Return the highest number ever given to an answer, including forgotten ones."""
    found = sql.execute("SELECT seq FROM sqlite_sequence WHERE name = 'answer'").fetchone()
    return int(found[0]) if found else 0


def _rows(sql: sqlite3.Connection, table: str) -> list[Any]:
    names = COLUMNS[table]
    found = sql.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1")  # noqa: S608 - fixed words only
    if len(names) == 1:
        return [row[0] for row in found]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    for row in rows:
        for column in ("value", "after"):
            if row.get(column) is not None:
                row[column] = json.loads(row[column])
        if "private" in row:
            row["private"] = bool(row["private"])
    return rows


def _lines(rows: list[Any]) -> str:
    return ",\n".join(map(_json, rows)) + ("\n" if rows else "")


def _json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all; never replace another.

    It gets its name only when it is complete, so an interruption leaves nothing under that name.

    Raises
    ------
    RecordError
        If it exists already, or the disk refuses.
    """
    if os.path.lexists(path):
        raise _there(path)
    making = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex}.making")
    try:
        handle = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written ({error.strerror}). Choose another place.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name(making, path)
    except FileExistsError as error:
        raise _there(path) from error
    except OSError as error:
        raise RecordError(
            f"{path}: could not be written whole ({error.strerror}); it was removed."
        ) from error
    finally:
        making.unlink(missing_ok=True)  # after an interruption too


def _name(making: Path, path: Path) -> None:
    """Rename a finished file, unless another file has its name by now."""
    try:
        os.link(making, path)
    except FileExistsError:
        raise
    except OSError:  # a drive without links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        making.rename(path)


def _there(path: Path) -> RecordError:
    return RecordError(f"{path}: there is such a file already. Choose another name.")
