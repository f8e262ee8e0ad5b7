"""Plan once, from the record, what to erase, and do the same in each of its copies."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.record.errors import RecordError
from good_on_paper.record.sums import add_all_sums

if TYPE_CHECKING:
    import sqlite3

Erasure = Callable[["sqlite3.Connection"], tuple[int, int]]
"""Erases from an open file inside a transaction; returns how many answers and units were erased."""

_INSIDE: Final = """
WITH RECURSIVE inside (id) AS (
    SELECT id FROM unit WHERE id = ?
    UNION
    SELECT unit.id FROM unit JOIN inside ON unit.parent = inside.id
) SELECT id FROM inside
"""
_QUESTION: Final = "question"
_TAKEN: Final = (
    *(keys.TAKE_SAYS, keys.TAKE_WORDS, keys.TAKE_COUNTS),
    *(keys.TAKE_LEVEL, keys.TAKE_PRICE, keys.TAKE_SERVES),
)
_ABOUT: Final = (
    *(keys.KNOWS, keys.KNOWN_WHAT, keys.KNOWN_FROM, keys.KNOWN_ON, keys.CLOSEST_TO),
    *(keys.THERE_LEVEL, keys.THERE_UP_TO, keys.PROMISED_THERE, keys.PROMISED_FROM, keys.PROMISED_ON),
    *(keys.WRITTEN_THERE, keys.WRITTEN_IN, keys.WRITTEN_ON),
    *(keys.OFFER_HAS, keys.PREDICTED, keys.TURNED_OUT),
    *("wanted", _QUESTION, "bears", keys.NOT_AGAIN, "helped", *_TAKEN),
    *(keys.DONE_PRESENT, keys.KEPT_OR_LEFT, keys.CHANGED_MIND),
)
"""Prefixes of the items about an item, as in ``wanted:pace`` and ``bears:noise:day``."""
_OF_ITEM: Final = """
FROM answer WHERE item = ?1
    OR EXISTS (
        SELECT 1 FROM json_each(?2) WHERE item = value OR substr(item, 1, length(value) + 1) = value || ':'
    )
"""
_CLEAR: Final = "UPDATE answer SET state = 'cleared', value = NULL, memory = NULL, sum = NULL"
_TOMBSTONE: Final = "INSERT OR IGNORE INTO forgotten (id) VALUES (?)"
_GONE: Final = object()


def of_answer(sql: sqlite3.Connection, seq: int) -> Erasure:
    """Plan to clear an answer and its repeats in the same cell.

    Undo and redo repeat an answer, so clearing only one row would leave its words in the record.
    """
    found = sql.execute("SELECT unit, item, state, value FROM answer WHERE seq = ?", (seq,)).fetchone()
    if found is None:
        raise RecordError(f"answer {seq}: there is none. Expected the seq of an answer in the record.")
    same = "unit = ? AND item = ? AND state = ? AND value IS ?"
    ids = _Ids(sql, f"SELECT id FROM answer WHERE {same}", found)  # noqa: S608 - fixed words only

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        ids.keep(sql)
        return sql.execute(f"{_CLEAR} WHERE {same}", found).rowcount, 0

    return act


def of_cell(sql: sqlite3.Connection, unit: str, item: str) -> Erasure:
    """Plan to erase a cell with its history."""
    cell, where = (unit, item), "FROM answer WHERE unit = ? AND item = ?"
    _expect(sql, f"SELECT 1 {where}", cell, f"{item} of unit {unit}")
    ids = _Ids(sql, f"SELECT id {where}", cell)

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        ids.keep(sql)
        return sql.execute(f"DELETE {where}", cell).rowcount, 0

    return act


def of_item(sql: sqlite3.Connection, item: str) -> Erasure:
    """Plan to erase an item in all units, the items about it, and its key in answers that name it."""
    about = (item, json.dumps([*(f"{kind}:{item}" for kind in _ABOUT), f"{_QUESTION}:-worry-{item}"]))
    _expect(sql, f"SELECT 1 {_OF_ITEM}", about, f"item {item}")
    ids = _Ids(sql, f"SELECT id {_OF_ITEM}", about)

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        ids.keep(sql)
        gone = sql.execute(f"DELETE {_OF_ITEM}", about).rowcount
        for named in (item, f"{item}:low", f"{item}:high"):
            _take_out(sql, named, "unit IN (SELECT id FROM unit WHERE kind = 'person')")
        return gone, 0

    return act


def of_unit(sql: sqlite3.Connection, unit: str) -> Erasure:
    """Plan to erase a unit, the units inside it, their answers, and their ids in other answers."""
    kind = sql.execute("SELECT kind FROM unit WHERE id = ?", (unit,)).fetchone()
    if kind is None:
        raise RecordError(f"unit {unit!r}: there is none. Expected the id of a role, episode or the like.")
    if kind[0] == "person":
        raise RecordError(
            "The person cannot be erased from their record. 'good-on-paper wipe' erases it all."
        )
    with_answers = f"{_INSIDE} UNION ALL SELECT answer.id FROM answer JOIN inside ON answer.unit = inside.id"  # noqa: S608
    ids = _Ids(sql, with_answers, (unit,))

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        ids.keep(sql)
        inside = [row[0] for row in sql.execute(_INSIDE, (unit,))]
        listed = json.dumps(inside)
        one_of = "(SELECT value FROM json_each(?))"
        gone = sql.execute(f"DELETE FROM answer WHERE unit IN {one_of}", (listed,)).rowcount  # noqa: S608
        sql.execute(f"DELETE FROM unit WHERE id IN {one_of}", (listed,))  # noqa: S608
        for each in inside:
            _take_out(sql, each, "true")
        return gone, len(inside)

    return act


def of_forgotten(sql: sqlite3.Connection) -> Erasure:
    """Plan to erase, in each copy, what the record itself has forgotten, and no more."""
    gone = [str(row[0]) for row in sql.execute("SELECT id FROM forgotten")]
    left = {
        str(known): says
        for known, *says in sql.execute(
            "SELECT id, state, value, memory FROM answer WHERE id IN (SELECT id FROM forgotten)"
        )
    }

    def act(sql: sqlite3.Connection) -> tuple[int, int]:
        sql.executemany(_TOMBSTONE, [(each,) for each in gone])
        lost = json.dumps([each for each in gone if each not in left])
        one_of = "(SELECT value FROM json_each(?))"
        answers = sql.execute(f"DELETE FROM answer WHERE id IN {one_of}", (lost,)).rowcount  # noqa: S608
        sql.execute(f"DELETE FROM answer WHERE unit IN {one_of}", (lost,))  # noqa: S608
        units = sql.execute(f"DELETE FROM unit WHERE id IN {one_of}", (lost,)).rowcount  # noqa: S608
        for known, says in left.items():
            sql.execute(
                "UPDATE answer SET state = ?1, value = ?2, memory = ?3, sum = NULL "
                "WHERE id = ?4 AND (state, value, memory) IS NOT (?1, ?2, ?3)",
                (*says, known),
            )
        add_all_sums(sql)
        return answers, units

    return act


class _Ids:
    """Keeps the ids of what we erase, so that no other copy can bring it back.

    A copy that lacks a row still gets its id, from the record and from the copies before it.

    Parameters
    ----------
    sql : sqlite3.Connection
        The open file of the record.
    query : str
        The query that finds the ids to erase.
    values : tuple
        The values of the query.
    """

    def __init__(self, sql: sqlite3.Connection, query: str, values: tuple[object, ...]) -> None:
        self._find = query, values
        self._all = self._in(sql)

    def keep(self, sql: sqlite3.Connection) -> None:
        """Write all ids into an open file, before it loses the rows."""
        self._all |= self._in(sql)
        sql.executemany(_TOMBSTONE, [(each,) for each in sorted(self._all)])
        add_all_sums(sql)

    def _in(self, sql: sqlite3.Connection) -> set[str]:
        return {str(row[0]) for row in sql.execute(*self._find)}


def _expect(sql: sqlite3.Connection, query: str, values: tuple[str, ...], named: str) -> None:
    if not sql.execute(query, values).fetchone():
        raise RecordError(f"{named}: no answer was ever given. Expected something there to erase.")


def _take_out(sql: sqlite3.Connection, name: str, where: str) -> None:
    """Remove a name from the answers that list or choose it."""
    rows = sql.execute(
        f"SELECT seq, value, id FROM answer WHERE instr(value, ?) AND {where}",  # noqa: S608 - fixed words only
        (json.dumps(name),),
    ).fetchall()
    for seq, text, known in rows:
        left = _without(json.loads(text), name)
        sql.execute(_TOMBSTONE, (known,))
        add_all_sums(sql)
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
