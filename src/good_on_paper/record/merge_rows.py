"""The rows of a merge: as `union` compares them, and as the tables store them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.archive import COLUMNS
from good_on_paper.record.errors import RecordError
from good_on_paper.record.heads import note_beside
from good_on_paper.record.union import Copy, heads, union

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from good_on_paper.record.union import Row

Tables = dict[str, list[dict[str, Any]]]
"""The rows of a record by table and column, as the tables store them."""

LOOKS: Final = ("look", "look:dull")
"""Items whose answers name a place in the journal, which differs in each copy."""

_SAME: Final = {"unit": ("kind", "parent"), "sitting": ("name", "seed", "started")}
"""Columns that must be equal in two copies for one id, except in the person's row, which each copy makes."""


@dataclass(frozen=True)
class Other:
    """A copy of a record, as a file has it.

    Parameters
    ----------
    path : Path
        The file.
    tables : Tables
        The rows of the file.
    copy : Copy
        The same content for `union`.
    catalogue : str or None
        The person's own lines in that copy.
    """

    path: Path
    tables: Tables
    copy: Copy
    catalogue: str | None = None

    @property
    def whom(self) -> str | None:
        """The recipient of the copy; None for a whole record."""
        made = self.tables["made_for"]
        return str(made[0]["whom"]) if made else None


def tables_in(sql: sqlite3.Connection) -> Tables:
    """Return the rows of an open record."""
    return {
        table: [
            dict(zip(names, row, strict=True))
            for row in sql.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1")  # noqa: S608 - fixed
        ]
        for table, names in COLUMNS.items()
    }


def copy_of(tables: Mapping[str, list[dict[str, Any]]]) -> Copy:
    """Return the content of rows, for `union`."""
    return Copy(
        {row["id"]: _compared(row) for row in tables["answer"]},
        frozenset(row["id"] for row in tables["forgotten"]),
        {row["id"]: tuple(json.loads(row["after"])) for row in tables["withheld"]},
        {row["id"]: row["parent"] for row in tables["unit"]},
    )


def _compared(row: dict[str, Any]) -> Row:
    """Return an answer without what differs in each copy."""
    same = {name: value for name, value in row.items() if name != "seq"}
    same["after"] = json.loads(row["after"])
    if row["item"] in LOOKS and row["value"] is not None:
        same["value"] = _looked_at(row["value"], 0)
    return same


def _looked_at(text: str, seq: int) -> str:
    value = json.loads(text)
    return json.dumps(value | {"seq": seq}, separators=(",", ":")) if isinstance(value, dict) else text


def check_related(here: Tables, other: Other) -> None:
    """Refuse a copy of another record, and rows of one id that differ.

    Raises
    ------
    RecordError
        If it is another record's, or rows differ; the message names the file and what to do.
    """
    begun = {row["id"] for row in here["sitting"]}
    if not begun & {row["id"] for row in other.tables["sitting"]}:
        raise RecordError(
            f"{other.path}: the two have nothing in common. Expected a copy of this record. "
            f"'good-on-paper restore --from FILE' brings it into an empty record. Nothing was changed."
        )
    for table, columns in _SAME.items():
        there = {row["id"]: row for row in other.tables[table]}
        for row in here[table]:
            if row["id"] in there and any(there[row["id"]][name] != row[name] for name in columns):
                raise RecordError(
                    f"{other.path}: {table} {row['id']} differs between the copies; one of them is damaged. "
                    f"Nothing was changed."
                )


def lay(sql: sqlite3.Connection, other: Other, here: Copy) -> None:
    """Write the content of another copy into the record, inside a transaction.

    Parameters
    ----------
    sql : sqlite3.Connection
        The record's.
    other : Other
        The copy.
    here : Copy
        The content of the record.
    """
    laid = union(here, other.copy)
    sql.execute("PRAGMA secure_delete = ON")
    sql.execute("PRAGMA defer_foreign_keys = ON")
    theirs = {row["id"]: row for row in other.tables["answer"]}
    new = [row for known, row in laid.rows.items() if known not in here.rows]
    changed = [row for known, row in laid.rows.items() if row != here.rows.get(known, row)]
    given_in = {row["sitting"] for row in (*new, *changed)}
    there = {row[0] for row in sql.execute("SELECT id FROM sitting")}
    units = laid.inside.keys() - here.inside.keys()
    _insert(sql, "unit", (row for row in other.tables["unit"] if row["id"] in units))
    _insert(sql, "sitting", (row for row in other.tables["sitting"] if row["id"] in given_in - there))
    sql.executemany("DELETE FROM answer WHERE id = ?", [(known,) for known in here.rows.keys() - laid.rows])
    sql.executemany("DELETE FROM unit WHERE id = ?", [(unit,) for unit in here.inside.keys() - laid.inside])
    _insert(sql, "answer", map(_stored, new))
    for row in changed:
        change(sql, _stored(row))
    _renew(sql, "forgotten", ({"id": known} for known in sorted(laid.forgotten)))
    held = sorted(laid.withheld.items())
    _renew(sql, "withheld", ({"id": known, "after": _json(after)} for known, after in held))
    _place_looks(sql, other, [theirs[row["id"]] for row in (*new, *changed) if row["id"] in theirs])
    if here.withheld:
        _put_behind_what_they_follow(sql)
        _put_last_what_stands(sql, laid)
    note_beside(sql)


def _insert(sql: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows; each gets its number here."""
    names = [name for name in COLUMNS[table] if name not in ("seq", "number")]
    marks = ", ".join(f":{name}" for name in names)
    sql.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608 - fixed words


def _renew(sql: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    sql.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed words
    _insert(sql, table, rows)


def _stored(row: Row) -> Row:
    return row | {"after": _json(row["after"])}


def _json(ids: Iterable[str]) -> str:
    return json.dumps(list(ids), separators=(",", ":"))


def change(sql: sqlite3.Connection, row: Row) -> None:
    """Set an answer to its content elsewhere: full where it was withheld, or what erasing left."""
    names = [name for name in COLUMNS["answer"] if name not in ("seq", "id")]
    sql.execute(
        f"UPDATE answer SET {', '.join(f'{name} = :{name}' for name in names)}, sum = NULL WHERE id = :id",  # noqa: S608
        row,
    )


def _place_looks(sql: sqlite3.Connection, other: Other, brought: Iterable[dict[str, Any]]) -> None:
    """Set, in each look that came, the place here of the last answer that it saw."""
    looks = [row for row in brought if row["item"] in LOOKS and row["value"] is not None]
    if not looks:
        return
    here = dict(sql.execute("SELECT id, seq FROM answer").fetchall())
    for row in looks:
        seen = json.loads(row["value"])["seq"]
        before = [here.get(one["id"], 0) for one in other.tables["answer"] if one["seq"] <= seen]
        sql.execute(
            "UPDATE answer SET value = ?, sum = NULL WHERE id = ?",
            (_looked_at(row["value"], max(before, default=0)), row["id"]),
        )


def _put_behind_what_they_follow(sql: sqlite3.Connection) -> None:
    """Move answers to the end if they follow an answer withheld here that has now come after them."""
    place = dict(sql.execute("SELECT id, seq FROM answer").fetchall())
    follows = {
        known: [one for one in (*json.loads(after), undoes) if one in place]
        for known, after, undoes in sql.execute("SELECT id, after, undoes FROM answer")
    }
    there, last = place.copy(), max(place.values(), default=0)
    while early := [one for one in place if any(place[first] > place[one] for first in follows[one])]:
        place |= {known: last + n for n, known in enumerate(sorted(early, key=place.__getitem__), 1)}
        last += len(early)
    moved = sorted((seq, known) for known, seq in place.items() if seq != there[known])
    sql.executemany("UPDATE answer SET seq = ?, sum = NULL WHERE id = ?", moved)


def _put_last_what_stands(sql: sqlite3.Connection, laid: Copy) -> None:
    """Move the current answer to the end if an older one, withheld here, has come after it."""
    newest = {
        (unit, item): known
        for known, unit, item in sql.execute("SELECT id, unit, item FROM answer ORDER BY seq")
    }
    for cell, ids in heads(laid).items():
        if newest[cell] not in ids:
            sql.execute(
                "UPDATE answer SET seq = 1 + (SELECT max(seq) FROM answer), sum = NULL WHERE id = ?",
                (ids[-1],),
            )
    sql.execute(
        "UPDATE sqlite_sequence SET seq = max(seq, (SELECT max(seq) FROM answer)) WHERE name = 'answer'"
    )
