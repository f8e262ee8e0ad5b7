"""A checksum in each row, to detect a flipped bit in an answer, as SQLite itself has none."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

_IDENTIFIED: Final = {
    "unit": "number, id, kind, parent, created",
    "sitting": "number, id, name, seed, started",
    "answer": "seq, id, given, unit, item, revision, state, value, memory, private, sitting, position, "
    "undoes, origin, after, token",
    "forgotten": "id",
    "this_copy": "number, origin, file",
}
_SINCE: Final = {
    3: {
        "unit": "number, id, kind, parent, created",
        "sitting": "number, id, name, seed, started",
        "answer": "seq, given, unit, item, revision, state, value, memory, private, sitting, position, "
        "undoes, token",
    },
    4: _IDENTIFIED,
    6: _IDENTIFIED | {"withheld": "id, after", "beside": "id", "made_for": "number, whose, whom, made"},
}
"""For each shape that changed them: the columns that a table's ``sum`` covers, the first naming the row."""
SUMMED_SINCE: Final = min(_SINCE)
"""The shape from which on each row has a sum."""


ANSWER_COLUMNS: Final = _SINCE[max(_SINCE)]["answer"]
"""The columns of an answer today, except its sum."""


def sum_of(columns: str) -> str:
    """Return the SQL expression for the sum of these columns, given with commas between."""
    # as bytes: a flipped bit can turn a text into something that is not text
    return f"row_sum({', '.join(f'CAST({name.strip()} AS BLOB)' for name in columns.split(','))})"


_RARE: Final = ("forgotten", "this_copy", "withheld", "beside", "made_for")
"""Tables that few commits write; the code that does adds their sums, so that no answer waits for it."""
_ADD: Final = {
    table: f"UPDATE {table} SET sum = {sum_of(columns)} WHERE sum IS NULL"  # noqa: S608 - fixed words
    for table, columns in _SINCE[max(_SINCE)].items()
}
_ADD_OFTEN: Final = [query for table, query in _ADD.items() if table not in _RARE]
_WAITS: Final = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE sum IS NULL)"  # noqa: S608 - fixed words
    for table in _ADD
    if table not in _RARE
)
_ACCEPT: Final = "'good-on-paper check --trust' accepts it as it is now"


def row_sum(*parts: bytes | None) -> int:
    """Return the checksum of a row: CRC-32, which detects any single flipped bit."""
    return zlib.crc32(b"\0".join([b"-" if part is None else b"+" + part for part in parts]))


def add_sums(sql: sqlite3.Connection) -> None:
    """Add a sum to every row without one: code that changes a row leaves its sum empty.

    Parameters
    ----------
    sql : sqlite3.Connection
        Inside the transaction that wrote; it knows `row_sum` by `teach_sums`.
    """
    if sql.execute(f"SELECT {_WAITS}").fetchone()[0]:  # most commits write one answer, with its sum
        for query in _ADD_OFTEN:
            sql.execute(query)


def add_all_sums(sql: sqlite3.Connection) -> None:
    """Do as `add_sums`, also for the tables that are seldom written."""
    for query in _ADD.values():
        sql.execute(query)


def renew_sums(sql: sqlite3.Connection) -> None:
    """Accept every row as it is now."""
    teach_sums(sql)
    for table, columns in _summed(sql).items():
        made = sum_of(columns)
        sql.execute(f"UPDATE {table} SET sum = {made} WHERE sum IS NOT {made}")  # noqa: S608 - fixed words


def first_changed_row(sql: sqlite3.Connection) -> str | None:
    """Return which row is not as it was written, without its content; None if all are."""
    teach_sums(sql)
    for table, columns in _summed(sql).items():
        name = columns.split(",")[0]
        query = f"SELECT {name} FROM {table} WHERE sum IS NOT {sum_of(columns)} LIMIT 1"  # noqa: S608 - as above
        if found := sql.execute(query).fetchone():
            return f"{table} {found[0]} is not as it was written ({_ACCEPT})"
    return None


def _summed(sql: sqlite3.Connection) -> dict[str, str]:
    """Return the columns that the sums of a file cover, by its shape."""
    shape = sql.execute("PRAGMA user_version").fetchone()[0]
    return _SINCE[max(since for since in _SINCE if since <= shape)]


def teach_sums(sql: sqlite3.Connection) -> None:
    """Register the checksum in a connection; once, as each time SQLite prepares all its queries again."""
    sql.create_function("row_sum", -1, row_sum, deterministic=True)
