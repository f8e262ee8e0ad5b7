"""A checksum in each row, by which a flipped bit in what was said is known: SQLite itself has none."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

SUMMED: Final = {
    "unit": "number, id, kind, parent, created",
    "sitting": "number, id, name, seed, started",
    "answer": "seq, given, unit, item, revision, state, value, memory, private, sitting, position, undoes, "
    "token",
}
"""Each table's columns that its ``sum`` is taken of, in order; the first numbers its rows."""
_SUM_OF: Final = {
    # as bytes: a flipped bit can make of a text what is none
    table: f"row_sum({', '.join(f'CAST({name.strip()} AS BLOB)' for name in columns.split(','))})"
    for table, columns in SUMMED.items()
}
_ADD: Final = [f"UPDATE {table} SET sum = {made} WHERE sum IS NULL" for table, made in _SUM_OF.items()]  # noqa: S608 - fixed words
_RENEW: Final = [f"UPDATE {name} SET sum = {made} WHERE sum IS NOT {made}" for name, made in _SUM_OF.items()]  # noqa: S608
_ACCEPT: Final = "'good-on-paper check --trust' accepts it as it is now"


def row_sum(*parts: bytes | None) -> int:
    """Return the checksum of a row: CRC-32, which no single flipped bit gets past."""
    return zlib.crc32(b"\0".join(b"-" if part is None else b"+" + part for part in parts))


def add_sums(sql: sqlite3.Connection) -> None:
    """Give a sum to every row that has none: whoever writes or changes a row leaves it empty.

    Parameters
    ----------
    sql : sqlite3.Connection
        Inside the transaction that wrote; it knows `row_sum` by `teach_sums`.
    """
    for query in _ADD:
        sql.execute(query)


def renew_sums(sql: sqlite3.Connection) -> None:
    """Take every row as it is now for what was said."""
    teach_sums(sql)
    for query in _RENEW:
        sql.execute(query)


def first_changed_row(sql: sqlite3.Connection) -> str | None:
    """Return which row is not as it was written, None when all are; nothing of what it says."""
    teach_sums(sql)
    for table, columns in SUMMED.items():
        number = columns.split(",")[0]
        query = f"SELECT {number} FROM {table} WHERE sum IS NOT {_SUM_OF[table]} LIMIT 1"  # noqa: S608 - as above
        if found := sql.execute(query).fetchone():
            return f"{table} {found[0]} is not as it was written ({_ACCEPT})"
    return None


def teach_sums(sql: sqlite3.Connection) -> None:
    """Teach a connection the checksum, once: each time makes SQLite prepare all its queries anew."""
    sql.create_function("row_sum", -1, row_sum, deterministic=True)
