"""What is to be erased, told once by the record and done alike in each of its copies."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    import sqlite3

Erasure = Callable[["sqlite3.Connection"], tuple[int, int]]
"""Erases from an open file inside a transaction; returns how many answers and units are gone."""

_INSIDE: Final = """
WITH RECURSIVE inside (id) AS (
    SELECT id FROM unit WHERE id = ?
    UNION
    SELECT unit.id FROM unit JOIN inside ON unit.parent = inside.id
) SELECT id FROM inside
"""
_CLEAR: Final = "UPDATE answer SET state = 'cleared', value = NULL, memory = NULL, sum = NULL"
_GONE: Final = object()


def of_answer(sql: sqlite3.Connection, seq: int) -> Erasure:
    """Plan to clear an answer and the repeats of what it says in its cell.

    Undo and redo repeat an answer, so one row alone would leave its words standing.
    """
    found = sql.execute("SELECT unit, item, state, value FROM answer WHERE seq = ?", (seq,)).fetchone()
    if found is None:
        raise RecordError(f"answer {seq}: there is none. Expected the seq of an answer in the record.")

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        done = sql.execute(f"{_CLEAR} WHERE unit = ? AND item = ? AND state = ? AND value IS ?", found)
        return done.rowcount, 0

    return act


def of_cell(sql: sqlite3.Connection, unit: str, item: str) -> Erasure:
    """Plan to erase a cell with its history."""
    _expect(sql, "SELECT 1 FROM answer WHERE unit = ? AND item = ?", (unit, item), f"{item} of unit {unit}")
    return lambda sql: (
        sql.execute("DELETE FROM answer WHERE unit = ? AND item = ?", (unit, item)).rowcount,
        0,
    )


def of_item(sql: sqlite3.Connection, item: str) -> Erasure:
    """Plan to erase an item in all units, and its key where the person's own answers name it."""
    _expect(sql, "SELECT 1 FROM answer WHERE item = ?", (item,), f"item {item}")

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        gone = sql.execute("DELETE FROM answer WHERE item = ?", (item,)).rowcount
        _take_out(sql, item, "unit IN (SELECT id FROM unit WHERE kind = 'person')")
        return gone, 0

    return act


def of_unit(sql: sqlite3.Connection, unit: str) -> Erasure:
    """Plan to erase a unit, those that lie in it, their answers, and their ids in other answers."""
    kind = sql.execute("SELECT kind FROM unit WHERE id = ?", (unit,)).fetchone()
    if kind is None:
        raise RecordError(f"unit {unit!r}: there is none. Expected the id of a role, episode or the like.")
    if kind[0] == "person":
        raise RecordError(
            "The person cannot be erased from their record. 'good-on-paper wipe' erases it all."
        )

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        inside = [row[0] for row in sql.execute(_INSIDE, (unit,))]
        ids = json.dumps(inside)
        one_of = "(SELECT value FROM json_each(?))"
        gone = sql.execute(f"DELETE FROM answer WHERE unit IN {one_of}", (ids,)).rowcount  # noqa: S608
        sql.execute(f"DELETE FROM unit WHERE id IN {one_of}", (ids,))  # noqa: S608
        for each in inside:
            _take_out(sql, each, "true")
        return gone, len(inside)

    return act


def _expect(sql: sqlite3.Connection, query: str, values: tuple[str, ...], named: str) -> None:
    if not sql.execute(query, values).fetchone():
        raise RecordError(f"{named}: no answer was ever given. Expected something there to erase.")


def _take_out(sql: sqlite3.Connection, name: str, where: str) -> None:
    """Take a name out of the answers that list or choose it."""
    rows = sql.execute(
        f"SELECT seq, value FROM answer WHERE instr(value, ?) AND {where}",  # noqa: S608 - fixed words only
        (json.dumps(name),),
    ).fetchall()
    for seq, text in rows:
        left = _without(json.loads(text), name)
        if left is _GONE:
            sql.execute(f"{_CLEAR} WHERE seq = ?", (seq,))
        else:
            kept = json.dumps(left, separators=(",", ":"))
            sql.execute("UPDATE answer SET value = ?, sum = NULL WHERE seq = ?", (kept, seq))


def _without(value: Any, name: str) -> Any:  # noqa: ANN401 - any JSON value
    if value == name:
        return _GONE
    if isinstance(value, list):
        return [kept for each in value if (kept := _without(each, name)) is not _GONE]
    if isinstance(value, dict):
        return {
            key: kept
            for key, each in value.items()
            if key != name and (kept := _without(each, name)) is not _GONE
        }
    return value
